"""What every form on a screen of its own does: keep a draft, save, show what needs another look, and lose nothing."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ScreenResultType
from textual.widgets import Static

from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.commands import bindings
from learnlog.screens.drafting import DraftKeeper
from learnlog.screens.editor import edit_outside
from learnlog.screens.keys import key_name
from learnlog.widgets.fields import TextBox, TextField
from learnlog.widgets.problems import ProblemBar

Values = dict[str, Any]


class Form(LearnlogScreen[ScreenResultType]):
    """A form. What is typed is kept as a draft until the save is on disk; leaving the form loses nothing.

    A form composes a ``Static(id="what")`` for its head and `problems` somewhere above its fields, and fills in the
    methods of the first section. It calls `begin` when its fields stand there filled in, and `typed` at every change.

    Attributes:
        problems: The line that names what needs another look.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("form.save", "+nav.back")

    def __init__(self, form: str, uid: str) -> None:
        """Build the form.

        Args:
            form: Name of its drafts.
            uid: What it is about.
        """
        super().__init__()
        self.problems = ProblemBar()
        self._keeper = DraftKeeper(self, form, uid, self.touched, self.show_head)
        self._begun = False
        self._saving = False

    # -- what a form says of itself -----------------------------------------------------------------------------------

    def heading(self) -> str:
        """What is filled in, in the interface's language."""
        raise NotImplementedError

    def touched(self) -> Values:
        """What stands here otherwise than at the start, as it stands in the fields."""
        raise NotImplementedError

    def collect(self) -> Any:  # noqa: ANN401 - what `store` takes
        """What is to be saved.

        Raises:
            InvalidInputError: With every problem.
        """
        raise NotImplementedError

    def complain(self, error: InvalidInputError) -> None:
        """Show every problem at its field, and name them in `problems`."""
        raise NotImplementedError

    def store(self, collected: Any) -> object:  # noqa: ANN401 - what `collect` gave
        """Save it; called in the services' thread."""
        raise NotImplementedError

    def answer(self, saved: Any) -> ScreenResultType:  # noqa: ANN401 - what `store` gave
        """What the form is left with."""
        raise NotImplementedError

    # -- typing -------------------------------------------------------------------------------------------------------

    def begin(self, *, from_draft: bool) -> None:
        """The fields are filled in.

        Args:
            from_draft: Whether with what was typed before, which is a draft still.
        """
        self._begun = True
        if from_draft:
            self._keeper.touch()
        self.show_head()

    def typed(self) -> None:
        """Something has been changed: look again at what was wrong, and keep a draft."""
        self.problems.look_again()
        self._keeper.touch()

    def show_head(self) -> None:
        """What is written here, and whether it is safe."""
        parts: list[str | tuple[str, str]] = [(self.heading(), "bold")]
        if self._keeper.failed:
            parts += ["   ", (_("the draft cannot be kept on disk: save soon"), "$warning")]
        elif self._keeper.saved_at is not None:
            time = f"{self._keeper.saved_at.astimezone():%H:%M}"
            parts += ["   ", (_("draft saved {time}", time=time), "$muted")]
        self.query_one("#what", Static).update(Content.assemble(*parts))

    @on(TextBox.EditorWanted)
    def _editor(self, event: TextBox.EditorWanted) -> None:
        """Let the owner's own editor have the text for a while."""
        self._keeper.write_now()
        text = edit_outside(self.app, event.box.text)
        field = event.box.parent
        if text is not None and isinstance(field, TextField):
            field.rewrite(text)

    # -- drafts -------------------------------------------------------------------------------------------------------

    def keep_draft(self) -> None:
        """Write the draft at once."""
        if self._begun:
            self._keeper.write_now()

    def on_descendant_blur(self) -> None:
        """Write the draft when a field is left."""
        self._keeper.write()

    def on_screen_suspend(self) -> None:
        """Write the draft when another screen comes on top."""
        self._keeper.write()

    def on_app_blur(self) -> None:
        """Write the draft when another window gets the keyboard."""
        self._keeper.write()

    # -- leaving ------------------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Out of the form. The draft stays."""
        self._leave()

    @work(group="leave", exclusive=True)
    async def _leave(self) -> None:
        """Leave without saving: what was typed stays as a draft."""
        if self.touched():
            await self._keeper.let_go()
            self.notify(_("Your text is kept as a draft. It is offered to you the next time you write."), markup=False)
        else:
            await self._keeper.drop()
        self.dismiss(None)

    def action_save(self) -> None:
        """Save, and leave the form; or show what needs another look."""
        if self._saving:
            return
        try:
            collected = self.collect()
        except InvalidInputError as error:
            self.complain(error)
            return
        self._saving = True
        self._save(collected)

    @work(group="save")
    async def _save(self, collected: Any) -> None:  # noqa: ANN401 - what `collect` gave
        """Save in the background; on any error the form stays, with everything in it."""
        self._keeper.write()
        try:
            saved = await self.offload(self.store, collected)
        except InvalidInputError as error:
            self._saving = False
            self.complain(error)
            return
        if saved is None:
            self._saving = False
            return
        await self._keeper.drop()
        self.notify(_("Saved. {key} takes it back.", key=key_name("ctrl+z")), markup=False)
        self.dismiss(self.answer(saved))
