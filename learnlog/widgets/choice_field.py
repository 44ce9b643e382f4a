"""Fields to choose in: one of many, any of many."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from learnlog.i18n.ambient import gettext as _
from learnlog.text import N_
from learnlog.widgets.field import Field, Raw
from learnlog.widgets.pickers import Choice, ManyPicker, OnePicker
from learnlog.widgets.safe import cut, line

Choices = Callable[[], tuple[Choice, ...]]
"""Gives the choices, in the interface's present language."""
OPENS = " ▾"
"""Sign that a list opens here."""


class ChoiceBox(Static, can_focus=True):
    """What was chosen; opens the list with Enter, Space, the arrow down, a click, or by typing.

    Attributes:
        TYPED: Whether a letter opens the list.
        OPENS_BY_MOVES: That keys which elsewhere only move open something here: what comes next waits for it.
        may_be_empty: Whether what was chosen may be taken away.
    """

    TYPED: ClassVar[bool] = True
    OPENS_BY_MOVES: ClassVar[bool] = True
    may_be_empty = True
    DEFAULT_CSS = """
    ChoiceBox { height: 3; pointer: pointer; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,down", "open", N_("Choose"), show=False),
        Binding("backspace,delete", "clear", N_("Leave empty"), show=False),
    ]

    class Opened(Message):
        """The list is asked for.

        Attributes:
            box: The box that asks.
            typed: What was typed to ask for it.
        """

        def __init__(self, box: ChoiceBox, typed: str = "") -> None:
            self.box = box
            self.typed = typed
            super().__init__()

        @property
        def control(self) -> ChoiceBox:
            """The box that asks."""
            return self.box

    class Cleared(Message):
        """The choice is to be taken away."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what may be empty can be emptied."""
        return self.may_be_empty if action == "clear" else super().check_action(action, parameters)

    def action_open(self) -> None:
        """Ask for the list."""
        self.post_message(self.Opened(self))

    def action_clear(self) -> None:
        """Ask for nothing to be chosen."""
        self.post_message(self.Cleared())

    def on_click(self) -> None:
        """The mouse opens the list as well."""
        self.action_open()

    def on_key(self, event: events.Key) -> None:
        """A letter opens the list and begins the search."""
        if self.TYPED and event.character and event.character.isalpha():
            event.stop()
            event.prevent_default()
            self.post_message(self.Opened(self, event.character))


class _ChosenBox(ChoiceBox):
    """As much of what is chosen as there is room for, and the sign that a list opens."""

    _chosen = Content("")

    def show(self, chosen: Content) -> None:
        """Show this."""
        self._chosen = chosen
        self.refresh()

    def render(self) -> Content:
        """Drawn for the width it has now."""
        room = self.content_size.width - len(OPENS)
        return Content.assemble(cut(self._chosen, room), Content(OPENS).stylize("$muted"))


class _ListField(Field):
    """A field whose choices stand in a list that opens over the form."""

    def __init__(
        self, name: str, label: str, choices: Choices, *, hint: str, optional: bool, help_text: str, empty: str
    ) -> None:
        self._box = _ChosenBox()
        super().__init__(name, label, box=self._box, hint=hint, optional=optional, help_text=help_text)
        self._choices = choices
        self._empty = empty

    def relabel(self) -> None:
        super().relabel()
        self.draw()

    def draw(self) -> None:
        """Show what is chosen."""
        if not self.is_attached:
            return
        chosen = self.words()
        self._box.show(chosen if chosen.plain else Content(_(self._empty)).stylize("$muted"))

    def words(self) -> Content:
        """What is chosen, in words."""
        raise NotImplementedError


class ChoiceField(_ListField):
    """One of many."""

    def __init__(
        self,
        name: str,
        label: str,
        choices: Choices,
        *,
        hint: str = "",
        optional: bool = False,
        help_text: str = "",
        empty: str = N_("not chosen"),
        named: Callable[[str], str] | None = None,
    ) -> None:
        """Make the field.

        Args:
            name: Name of the value.
            label: English label.
            choices: Gives the choices.
            hint: English hint.
            optional: Whether nothing need be chosen.
            help_text: English explanation.
            empty: English words for nothing chosen.
            named: Turns what was written into the value meant; own words are welcome where it is given.
        """
        super().__init__(name, label, choices, hint=hint, optional=optional, help_text=help_text, empty=empty)
        self._value = ""
        self._named = named
        self._box.may_be_empty = optional

    @property
    def raw(self) -> str:
        """The value chosen; empty for none."""
        return self._value

    def put(self, raw: Raw) -> None:
        """Choose a value; one that is not among the choices is kept and shown as it is."""
        self._value = str(raw)
        self.draw()

    def words(self) -> Content:
        """The label of what is chosen."""
        found = next((choice for choice in self._choices() if choice.value == self._value), None)
        return found.content() if found else line(self._value)

    @on(ChoiceBox.Opened)
    def _open(self, event: ChoiceBox.Opened) -> None:
        event.stop()
        own_words = self._named is not None
        picker = OnePicker(_(self.label), self._choices(), self._value, event.typed, own_words=own_words)
        self.app.push_screen(picker, self._picked)

    @on(ChoiceBox.Cleared)
    def _clear(self, event: ChoiceBox.Cleared) -> None:
        event.stop()
        if self._value:
            self._picked("")

    def _picked(self, value: str | None) -> None:
        if value and self._named is not None:
            value = self._named(value)
        if value is not None and value != self._value:
            self.put(value)
            self.changed()


class MultiField(_ListField):
    """Any of many, and own words where they are welcome."""

    def __init__(
        self,
        name: str,
        label: str,
        choices: Choices,
        *,
        own_words: bool = False,
        named: Callable[[str], str] | None = None,
        hint: str = "",
        optional: bool = True,
        help_text: str = "",
        empty: str = N_("none chosen yet"),
    ) -> None:
        """Make the field.

        Args:
            name: Name of the value.
            label: English label.
            choices: Gives the choices.
            own_words: Whether something that is not among them may be written.
            named: Turns what was written into the value meant, where it is one that has another name.
            hint: English hint.
            optional: Whether to say that nothing need be chosen.
            help_text: English explanation.
            empty: English words for nothing chosen.
        """
        super().__init__(name, label, choices, hint=hint, optional=optional, help_text=help_text, empty=empty)
        self._values: tuple[str, ...] = ()
        self._own_words = own_words
        self._named = named or str

    @property
    def raw(self) -> list[str]:
        """The values chosen."""
        return list(self._values)

    @property
    def value(self) -> tuple[str, ...]:
        """The values chosen."""
        return self._values

    def put(self, raw: Raw) -> None:
        """Choose these."""
        self._values = tuple(map(str, raw)) if isinstance(raw, list | tuple) else ()
        self.draw()

    def words(self) -> Content:
        """The labels of what is chosen, with a dot between."""
        known = {choice.value: choice.label for choice in self._choices()}
        return line(" · ".join(known.get(value, value) for value in self._values))

    @on(ChoiceBox.Opened)
    def _open(self, event: ChoiceBox.Opened) -> None:
        event.stop()
        picker = ManyPicker(_(self.label), self._choices(), self._values, event.typed, own_words=self._own_words)
        self.app.push_screen(picker, self._picked)

    @on(ChoiceBox.Cleared)
    def _clear(self, event: ChoiceBox.Cleared) -> None:
        event.stop()
        if self._values:
            self._picked(self._values[:-1])

    def _picked(self, values: tuple[str, ...] | None) -> None:
        meant = tuple(dict.fromkeys(map(self._named, values or ()))) if values is not None else self._values
        if meant != self._values:
            self.put(list(meant))
            self.changed()
