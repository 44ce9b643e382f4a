"""Fields to choose in whose few choices all stand in sight."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import on

from learnlog.i18n.ambient import gettext as _
from learnlog.widgets.choice_field import Choices
from learnlog.widgets.field import Field, Raw
from learnlog.widgets.options_box import OptionsBox


class _InSight(Field):
    """A field with a box of choices."""

    def __init__(
        self,
        name: str,
        label: str,
        choices: Choices,
        *,
        box: OptionsBox,
        hint: str = "",
        optional: bool = False,
        help_text: str = "",
    ) -> None:
        self._options = box
        super().__init__(name, label, box=box, hint=hint, optional=optional, help_text=help_text)
        self._choices = choices

    def relabel(self) -> None:
        """Label and choices in the interface's present language."""
        super().relabel()
        self._options.offer(self._choices())

    @on(OptionsBox.Changed)
    def _chose(self, event: OptionsBox.Changed) -> None:
        event.stop()
        self.changed()

    @on(OptionsBox.Entered)
    def _enter(self, event: OptionsBox.Entered) -> None:
        event.stop()
        self.entered()


class SegmentField(_InSight):
    """One of a few; there is always one: on one row, or each on its own where there is no room for that."""

    DEFAULT_CSS = """
    SegmentField > .box {
        border: none;
        padding: 0 1;
        &:focus { border: none; }
    }
    SegmentField.-wrong > .box { border: none; }
    """

    def __init__(
        self,
        name: str,
        label: str,
        choices: Choices,
        *,
        led: bool = True,
        beside: tuple[str, ...] = (),
        help_text: str = "",
    ) -> None:
        """Make the field.

        Args:
            name: Name of the value.
            label: English label.
            choices: Gives the choices; a few short ones.
            led: Whether the label stands before them.
            beside: English labels of the fields above and below: the choices begin in one column with theirs.
            help_text: English explanation.
        """
        super().__init__(name, label, choices, box=OptionsBox(settled=True), help_text=help_text)
        self._labels = (label, *beside) if led else ()
        self._value = choices()[0].value

    def relabel(self) -> None:
        """The label stands before the choices, not on a border."""
        super().relabel()
        self._options.border_title = ""
        width = max((cell_len(_(label)) for label in self._labels), default=0)
        lead = _(self.label) if self._labels else ""
        self._options.offer(self._choices(), lead + " " * (width - cell_len(lead)))
        self._options.put((self._value,))

    @property
    def raw(self) -> str:
        """The value chosen."""
        return next(iter(self._options.chosen), self._value)

    def put(self, raw: Raw) -> None:
        """Choose a value, if it is among the choices."""
        if str(raw) in {choice.value for choice in self._choices()}:
            self._value = str(raw)
            self._options.put((self._value,))


class _Framed(_InSight):
    """A field in a frame like what is written, where nothing need be chosen.

    Attributes:
        SEVERAL: Whether more than one may be.
    """

    SEVERAL: ClassVar[bool] = False

    def __init__(
        self, name: str, label: str, choices: Choices, *, hint: str = "", optional: bool = False, help_text: str = ""
    ) -> None:
        """Make the field.

        Args:
            name: Name of the value.
            label: English label.
            choices: Gives the choices.
            hint: English hint.
            optional: Whether to say that nothing need be chosen.
            help_text: English explanation.
        """
        box = OptionsBox(several=self.SEVERAL)
        super().__init__(name, label, choices, box=box, hint=hint, optional=optional, help_text=help_text)


class OptionField(_Framed):
    """One of a few; none, until one is chosen."""

    DEFAULT_CSS = "OptionField > .box { padding: 0; }"

    @property
    def raw(self) -> str:
        """The value chosen; empty for none."""
        return next(iter(self._options.chosen), "")

    def put(self, raw: Raw) -> None:
        """Choose a value; an empty one for none."""
        self._options.put((str(raw),) if raw else ())


class OptionsField(_Framed):
    """Any of a few."""

    DEFAULT_CSS = "OptionsField > .box { padding: 0; }"
    SEVERAL: ClassVar[bool] = True

    @property
    def raw(self) -> list[str]:
        """The values chosen, in the order of the choices."""
        return list(self._options.chosen)

    def put(self, raw: Raw) -> None:
        """Choose these."""
        self._options.put(tuple(map(str, raw)) if isinstance(raw, list | tuple) else ())
