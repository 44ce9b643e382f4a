"""What all fields have in common: a label on the border, a hint, and a sentence when something is wrong."""

from __future__ import annotations

import datetime as dt

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import capital
from learnlog.widgets.safe import content

Raw = str | bool | list[str]
"""What stands in a field, as it is kept in a draft: also what cannot be taken yet."""


def raw_of(value: object) -> Raw:
    """A value of the domain, as it stands in a field."""
    if isinstance(value, bool):
        return value
    if isinstance(value, dt.date):
        return numeric_date(value, translator())
    if isinstance(value, tuple):
        return [str(each) for each in value]
    return "" if value is None else str(value)


class Field(Vertical):
    """A labelled place to write or choose in.

    A field knows nothing of rules: it gives what stands in it (`raw`), and a typed field also what that means
    (its ``value``). What is wrong is said in a sentence under it, and stays until the field is changed.

    Attributes:
        box: The widget one writes or chooses in; it takes the focus and bears the border.
        asked_above: Whether its label stands above it already, and not on its border.
        sends: Whether Enter in it means "do it" (`Entered`) instead of going to the next field.
    """

    DEFAULT_CSS = """
    Field {
        width: 1fr;
        height: auto;
        & > .box {
            border: round $line;
            border-title-color: $muted;
            border-subtitle-color: $muted;
            border-subtitle-align: right;
            background: transparent;
            padding: 0 1;
        }
        & > .box:focus {
            border: round $primary;
            border-title-color: $primary;
            background-tint: transparent;
        }
        & > .problem {
            display: none;
            height: auto;
            padding: 0 2;
            color: $error;
        }
        &.-wrong > .box { border: round $error; border-title-color: $error; }
        &.-wrong > .problem { display: block; }
    }
    """

    class Changed(Message):
        """What stands in a field has been changed by its user."""

        def __init__(self, field: Field) -> None:
            self.field = field
            super().__init__()

        @property
        def control(self) -> Field:
            """The field."""
            return self.field

    class Entered(Message):
        """Enter was pressed in a field that `sends`."""

    def __init__(
        self, name: str, label: str, *, box: Widget, hint: str = "", optional: bool = False, help_text: str = ""
    ) -> None:
        """Make a field.

        Args:
            name: Name of the value it stands for, as in the domain.
            label: English label, marked for translation.
            box: What one writes or chooses in.
            hint: English hint for the lower border, marked for translation.
            optional: Whether to say that it may be left empty.
            help_text: English explanation for the help panel, marked for translation.
        """
        super().__init__(name=name, classes=f"of-{name}" if name else "")
        self.box = box
        box.add_class("box")
        self.label = label
        self.hint = hint
        self._optional = optional
        self.help_text = help_text
        self._problem = Static(classes="problem")
        self.asked_above = False
        self.sends = False

    def compose(self) -> ComposeResult:
        """The box, and the sentence about what is wrong."""
        yield self.box
        yield self._problem

    def on_mount(self) -> None:
        """Put on the labels."""
        self.relabel()

    def relabel(self) -> None:
        """Say label and hint in the interface's present language."""
        self.box.border_title = "" if self.asked_above else content(capital(_(self.label)))
        if self.help_text:
            self.box.HELP = _(self.help_text)  # type: ignore[misc]  # Textual reads it from the instance; only its stub says class
        self.show_hint()

    def show_hint(self, text: str = "", *, alive: bool = False) -> None:
        """Show something on the lower border: this text, else the hint, else whether the field is optional.

        Args:
            text: What to show, in the interface's language.
            alive: Whether it answers what was typed, and so deserves to be seen.
        """
        parts = [_(self.hint)] if self.hint else [_("optional")] if self._optional else []
        words = content(text or " · ".join(parts))
        self.box.border_subtitle = words.stylize("$accent") if alive and text else words

    def complain(self, sentence: str) -> None:
        """Say what is wrong, under the field; an empty sentence takes it back."""
        if sentence or self.is_wrong:  # else every key would lay out the form anew
            self.set_class(bool(sentence), "-wrong")
            self._problem.update(content(f"! {sentence}" if sentence else ""))

    @property
    def is_wrong(self) -> bool:
        """Whether something is said to be wrong."""
        return self.has_class("-wrong")

    @property
    def name_of_value(self) -> str:
        """Name of the value this field stands for."""
        return self.name or ""

    def changed(self) -> None:
        """To be called when the user has changed the field."""
        self.complain("")
        self.post_message(self.Changed(self))

    def entered(self) -> None:
        """To be called when Enter was pressed in the field."""
        if self.sends:
            self.post_message(self.Entered())
        else:
            self.screen.focus_next()

    @property
    def raw(self) -> Raw:
        """What stands in the field, readable or not."""
        raise NotImplementedError

    @property
    def value(self) -> object:
        """What stands in the field, as a value; for most fields that is what stands there.

        Raises:
            InvalidInputError: If it cannot be taken.
        """
        return self.raw

    def put(self, raw: Raw) -> None:
        """Let this stand in the field, without telling anybody."""
        raise NotImplementedError

    def enter(self) -> None:
        """Move the focus into the field."""
        self.box.focus()
