"""A question before something is done, a few fields to fill in, and a sentence that must be read."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ScreenResultType
from textual.widgets import Button, Static

from learnlog.i18n.ambient import gettext as _
from learnlog.screens.base import LearnlogDialog
from learnlog.screens.commands import bindings
from learnlog.text import N_
from learnlog.widgets.field import Field


class Confirm(LearnlogDialog[bool]):
    """Yes or no. The safe answer has the focus; Enter takes what is focused, Esc is no."""

    CSS_PATH = "confirm.tcss"
    IS_QUESTION = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,j", "answer(True)", N_("Yes"), show=False),
        Binding("n", "answer(False)", N_("No"), show=False),
        Binding("left,right", "other", N_("The other answer"), show=False),
    ]

    def __init__(self, question: Content, yes: str, no: str = "", more: Content | None = None) -> None:
        """Ask.

        Args:
            question: The question; user text in it through `widgets.safe`.
            yes: What the button says that does it, such as "Delete"; translated.
            no: What the safe button says; "Cancel" by default.
            more: A sentence below the question: what happens then, and how to get back.
        """
        super().__init__()
        self._question = question
        self._more = more
        self._yes = yes
        self._no = no

    def body(self) -> ComposeResult:
        """The question and two buttons."""
        with Vertical(classes="dialog"):
            yield Static(self._question, classes="question")
            yield from self.details()
            with Horizontal(classes="answers"):
                yield Button(Content(self._no or _("Cancel")), id="no")
                yield Button(Content(self._yes), id="yes")

    def details(self) -> ComposeResult:
        """What stands below the question."""
        if self._more is not None:
            yield Static(self._more, classes="more")

    def on_mount(self) -> None:
        """The safe answer first."""
        self.query_one("#no", Button).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        self.dismiss(event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:  # noqa: FBT001 - Textual hands actions their values by place
        """Answer by a key."""
        self.dismiss(yes)

    def action_other(self) -> None:
        """Go to the other button."""
        self.focus_next()

    def action_back(self) -> None:
        """Esc is no."""
        self.dismiss(False)  # noqa: FBT003 - the answer


class FieldDialog(LearnlogDialog[ScreenResultType]):
    """Something to write or choose, and two buttons. A field that `sends` saves by Enter.

    Attributes:
        YES: English label of the button that saves.
    """

    YES: ClassVar[str] = N_("Save")
    AUTO_FOCUS = "LineBox"
    BINDINGS: ClassVar[list[BindingType]] = bindings("form.save")

    def title_said(self) -> str:
        """What stands on the border, in the interface's language."""
        raise NotImplementedError

    def asked(self) -> ComposeResult:
        """What stands above the buttons."""
        raise NotImplementedError

    def action_save(self) -> None:
        """Answer, if what stands there makes sense."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """What is asked, and the buttons."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(self.title_said())
            yield from self.asked()
            with Horizontal(classes="answers"):
                yield Button(Content(_("Cancel")), id="no")
                yield Button(Content(_(self.YES)), id="yes")

    @on(Button.Pressed, "#no")
    def _no(self) -> None:
        self.action_back()

    @on(Button.Pressed, "#yes")
    @on(Field.Entered)
    def _yes(self) -> None:
        self.action_save()


class Notice(LearnlogDialog[None]):
    """A sentence that must be read before one goes on."""

    CSS_PATH = "confirm.tcss"
    IS_QUESTION = True

    def __init__(self, text: str, title: str = "") -> None:
        """Say this, in our own words."""
        super().__init__()
        self._text = text
        self._title = title

    def body(self) -> ComposeResult:
        """The sentence and one button."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(self._title) if self._title else ""
            yield Static(Content(self._text), classes="question")
            with Horizontal(classes="answers"):
                yield Button(Content(_("OK")), id="yes")

    def on_button_pressed(self) -> None:
        """Go on."""
        self.dismiss(None)
