"""What in a form needs another look: one button for each field."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static

from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext
from learnlog.i18n.labels import capital
from learnlog.widgets.field import Field
from learnlog.widgets.safe import cut

LONGEST = 24
"""Columns that a field's name has here; a question may be long."""


class _To(Button):
    """Goes to a field."""

    def __init__(self, field: Field) -> None:
        super().__init__(cut(Content(capital(_(field.label))), LONGEST), compact=True)
        self.field = field


class ProblemBar(Horizontal):
    """A summary of what is wrong, there only while something is; each name leads to its field."""

    DEFAULT_CSS = """
    ProblemBar {
        height: 1;
        display: none;
        &.-shown { display: block; }
        & > Static { width: auto; color: $error; text-style: bold; padding: 0 1; }
        & > Button { height: 1; min-width: 4; margin: 0 1 0 0; }
    }
    """

    class Chosen(Message):
        """A field of those named was chosen.

        Attributes:
            field: The field.
        """

        def __init__(self, field: Field) -> None:
            self.field = field
            super().__init__()

    def __init__(self) -> None:
        """Nothing is wrong yet."""
        super().__init__()
        self._words = Static()
        self._wrong: list[Field] = []

    def compose(self) -> ComposeResult:
        """The sentence; names follow."""
        yield self._words

    def show(self, fields: Sequence[Field]) -> None:
        """Name these fields; none takes the summary away."""
        self._wrong = list(fields)
        self.set_class(bool(fields), "-shown")
        count = len(fields)
        self._words.update(
            Content(ngettext("One thing needs another look:", "{count} things need another look:", count))
        )
        self.query(Button).remove()
        self.mount_all(_To(field) for field in fields)

    def look_again(self) -> None:
        """Take away what has been put right."""
        wrong = [field for field in self._wrong if field.is_wrong]
        if wrong != self._wrong:
            self.show(wrong)

    @on(Button.Pressed)
    def _to(self, event: Button.Pressed) -> None:
        event.stop()
        if isinstance(event.button, _To):
            self.post_message(self.Chosen(event.button.field))
