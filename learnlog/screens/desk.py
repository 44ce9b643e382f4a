"""A desk: choices on the left, and on the right the document they come to, made anew when the fingers rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import key_of
from learnlog.screens.base import ROOMY
from learnlog.screens.form import Values, Writing
from learnlog.widgets.choice_field import ChoiceBox
from learnlog.widgets.document_view import FileView
from learnlog.widgets.field import Field, Raw


class Picks(ChoiceBox):
    """How much is chosen; opens a list. No letter opens it, so that single keys work here."""

    TYPED: ClassVar[bool] = False
    may_be_empty = False

    def __init__(self, id: str, help_text: str) -> None:  # noqa: A002 - Textual's own name
        """Make the box: its id, and an English explanation."""
        super().__init__(id=id, classes="box")
        self.HELP = help_text  # type: ignore[misc]  # Textual reads it from the instance; only its stub says class


class Desk(Vertical):
    """The fields, and boxes that open lists.

    Attributes:
        start: What stands in the fields before anything is changed.
    """

    class Changed(Message):
        """Something has been typed or chosen."""

    def __init__(self, fields: Iterable[Field]) -> None:
        """Take the fields; a subclass lays them out."""
        super().__init__(id="choices")
        self._fields = {each.name_of_value: each for each in fields}
        self.start: Mapping[str, Raw] = {}

    def name_boxes(self) -> None:
        """Say what the boxes are; the fields know it themselves."""
        raise NotImplementedError

    def relabel(self) -> None:
        """Say everything in the interface's present language; what is typed stays."""
        for field in self._fields.values():
            field.relabel()
        self.name_boxes()

    def touched(self) -> Values:
        """What stands here otherwise than at the start."""
        return {name: each.raw for name, each in self._fields.items() if each.raw != self.start.get(name)}

    def put(self, values: Mapping[str, Any]) -> None:
        """Show what was typed or chosen before."""
        for name, field in self._fields.items():
            if name in values:
                field.put(values[name])

    def on_field_changed(self, event: Field.Changed) -> None:
        """Tell the screen."""
        event.stop()
        self.post_message(self.Changed())


class DeskScreen(Writing[None]):
    """Choose, and see what it comes to. A subclass composes its `desk`, and `file` inside a ``Vertical(id="paper")``.

    Attributes:
        PAUSE: Seconds without a key until the document is made anew.
        PAPER: English title above the document.
        PREVIEW: Id of the command that shows it on a screen of its own.
        desk: The choices.
        file: The document.
    """

    HORIZONTAL_BREAKPOINTS = [*ROOMY]  # noqa: RUF012 - Textual's own declaration
    PAUSE: ClassVar[float] = 0.5
    PAPER: ClassVar[str]
    PREVIEW: ClassVar[str]
    desk: Desk

    def __init__(self, form: str) -> None:
        """Nothing is chosen yet.

        Args:
            form: Name of the screen's draft.
        """
        super().__init__(form, form)
        self.file = FileView(id="file")

    async def see(self) -> object:
        """Show what the choices come to; None if something in them cannot be read, or the log."""
        raise NotImplementedError

    @work(group="look", exclusive=True)
    async def look(self) -> None:
        """Find out what the choices come to."""
        await self.see()

    @on(Desk.Changed)
    def _typed(self) -> None:
        """Keep a draft, and look again when the fingers rest."""
        self.typed()
        self.when_at_rest(self.look, self.PAUSE)

    def say(self) -> None:
        """Say what the document is."""
        paper = self.query_one("#paper")
        paper.border_title = Content(_(self.PAPER))
        paper.border_subtitle = Content(_("{named} shows it as it reads", named=key_of(self.PREVIEW)))

    def retranslate(self) -> None:
        """Say everything in the new language; what is typed stays."""
        self.desk.relabel()
        self.say()
        self.look()

    def refresh_data(self) -> None:
        """Count again: the log may have changed."""
        if self.query(Desk):
            self.look()

    def touched(self) -> Values:
        """What stands here otherwise than at the start."""
        return self.desk.touched()

    def take_draft(self, values: Mapping[str, Any]) -> None:
        """Go on with what was typed here before."""
        self.desk.put(values)
        self.typed()
        self.look()
