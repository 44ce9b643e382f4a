"""Fields to write in: one line, several lines, minutes, tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, TextArea

from learnlog.domain.durations import parse_minutes
from learnlog.domain.printable import cleaned
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import duration
from learnlog.text import N_
from learnlog.widgets.field import Field, Raw
from learnlog.widgets.line_input import LineInput
from learnlog.widgets.safe import content

SHORT = 160
"""Characters of a text that is likely to be gone on with rather than read again."""


class LineBox(LineInput):
    """The line of a field."""


class _WrittenField(Field):
    """A field one writes in: it may show an example while it is empty, and gives its text with harmless characters."""

    def __init__(
        self, name: str, label: str, *, box: Widget, hint: str, optional: bool, example: str, help_text: str
    ) -> None:
        super().__init__(name, label, box=box, hint=hint, optional=optional, help_text=help_text)
        self._example = example
        self._said = ""

    @property
    def raw(self) -> str:
        """The text as typed."""
        raise NotImplementedError

    @property
    def value(self) -> str:
        """The text, with odd characters made harmless and without blanks around it."""
        return cleaned(self.raw).strip()

    def heard(self, text: str) -> None:
        """To be called with what stands in the box now: tell others if it was the user who changed it."""
        if text != self._said:
            self._said = text
            self.changed()


class LineField(_WrittenField):
    """One line.

    Attributes:
        REPLACED: Whether what stands there is selected when one comes to the field, so that typing replaces it.
    """

    REPLACED: ClassVar[bool] = False

    def __init__(
        self,
        name: str,
        label: str,
        *,
        hint: str = "",
        optional: bool = False,
        example: str = "",
        most: int = 0,
        suggestions: Sequence[str] = (),
        help_text: str = "",
    ) -> None:
        """Make the field.

        Args:
            name: Name of the value.
            label: English label.
            hint: English hint.
            optional: Whether to say that it may be left empty.
            example: English example that stands in the empty field.
            most: Most characters; a longer text is kept and counted, never cut. 0 for no limit.
            suggestions: Completions offered while typing; taken with the right arrow key.
            help_text: English explanation.
        """
        suggester = SuggestFromList(suggestions, case_sensitive=False) if suggestions else None
        self.input = LineBox(suggester=suggester, select_on_focus=self.REPLACED)
        super().__init__(
            name, label, box=self.input, hint=hint, optional=optional, example=example, help_text=help_text
        )
        self._most = most

    def relabel(self) -> None:
        """Also the example, and what is said of the line."""
        super().relabel()
        self.input.placeholder = _(self._example)
        self.answer()

    @property
    def raw(self) -> str:
        """The line as typed."""
        return self.input.value

    def put(self, raw: Raw) -> None:
        """Let this line stand in the field."""
        self._said = " ".join(cleaned(str(raw)).split())
        self.input.value = self._said
        self.input.cursor_position = len(self._said)
        self.answer()

    def answer(self) -> None:
        """Say on the border what is worth knowing about what stands there: here, how much too long it is."""
        length = len(self.input.value)
        if self._most and length > self._most:
            self.show_hint(_("{count} of at most {most} characters", count=length, most=self._most), alive=True)
        else:
            self.show_hint()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.answer()
        self.heard(event.value)

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        self.entered()


class MinutesField(LineField):
    """Time spent, as people write it: 90, 1h30, 1,5 tim."""

    REPLACED: ClassVar[bool] = True

    @property
    def value(self) -> int | None:  # type: ignore[override]  # a line field of minutes gives minutes
        """The minutes; None for an empty field.

        Raises:
            InvalidInputError: If it cannot be read as a length of time.
        """
        return parse_minutes(self.raw)

    def answer(self) -> None:
        """Say how the time was understood."""
        try:
            minutes = self.value
        except InvalidInputError:
            minutes = None
        self.show_hint(duration(minutes, translator()) if minutes is not None else "", alive=True)


class TagsField(LineField):
    """Free words with a comma between."""

    @property
    def tags(self) -> tuple[str, ...]:
        """The words, each once, without ``#``."""
        words = (" ".join(word.split()).lstrip("#") for word in self.value.split(","))
        return tuple(dict.fromkeys(word for word in words if word))


class TextBox(TextArea):
    """A text area that is left with Tab, and written in elsewhere with F4."""

    DEFAULT_CSS = """
    TextBox {
        height: 1fr;
        min-height: 3;
        scrollbar-size-vertical: 1;
        & .text-area--cursor-line { background: transparent; }
        & .text-area--placeholder { color: $muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "editor", N_("Write in your own editor"), show=False, id="form.editor"),
        Binding("alt+backspace", "delete_word_left", N_("Delete left to start of word"), show=False),
        Binding("ctrl+j", "new_line", show=False),  # what Ctrl+Enter, and lines pasted in an old terminal, arrive as
    ]

    class EditorWanted(Message):
        """Somebody wants to write this text in their own editor."""

        def __init__(self, box: TextBox) -> None:
            self.box = box
            super().__init__()

    def action_editor(self) -> None:
        """Ask whoever can suspend the app to open the editor."""
        self.post_message(self.EditorWanted(self))

    def action_new_line(self) -> None:
        """Begin a new line."""
        if not self.read_only:
            self._replace_via_keyboard("\n", *self.selection)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take control characters out of what is pasted, before a terminal can be told to obey them."""
        event.prevent_default()
        event.stop()
        if not self.read_only and (pasted := self._replace_via_keyboard(cleaned(event.text), *self.selection)):
            self.move_cursor(pasted.end_location)


class TextField(_WrittenField):
    """Several lines."""

    DEFAULT_CSS = """
    TextField { height: 1fr; min-height: 3; }
    TextField.-fixed { height: auto; & > TextBox { height: auto; min-height: 4; max-height: 12; } }
    """

    def __init__(
        self,
        name: str,
        label: str,
        *,
        hint: str = "",
        optional: bool = False,
        example: str = "",
        help_text: str = "",
        grows: bool = False,
    ) -> None:
        """Make the field.

        Args:
            name: Name of the value.
            label: English label.
            hint: English hint.
            optional: Whether to say that it may be left empty.
            example: English example that stands in the empty field.
            help_text: English explanation.
            grows: Whether it is as high as its text (within bounds), instead of sharing the height there is.
        """
        self.area = TextBox(soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
        super().__init__(name, label, box=self.area, hint=hint, optional=optional, example=example, help_text=help_text)
        self.set_class(grows, "-fixed")

    def relabel(self) -> None:
        """Also the example."""
        super().relabel()
        self.area.placeholder = content(_(self._example)) if self._example else ""

    @property
    def raw(self) -> str:
        """The text as typed."""
        return self.area.text

    def put(self, raw: Raw) -> None:
        """Let this text stand in the field; the cursor goes to the end of a short one, to be gone on with."""
        self._said = cleaned(str(raw))
        self.area.load_text(self._said)
        if len(self._said) <= SHORT:
            self.area.move_cursor(self.area.document.end)

    def rewrite(self, text: str) -> None:
        """Replace the text as a user would: it can be undone, and others are told."""
        self.area.replace(cleaned(text), (0, 0), self.area.document.end)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.heard(event.text_area.text)
