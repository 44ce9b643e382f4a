"""What screens with fields do: keep a draft while one types, save, show what needs another look, lose nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.events import Mount
from textual.screen import ScreenResultType
from textual.widgets import Static

from learnlog.errors import InvalidInputError, StorageError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.screens.commands import bindings
from learnlog.screens.drafting import Drafting, DraftKeeper
from learnlog.screens.editor import edit_outside
from learnlog.text import N_, Msg
from learnlog.widgets.fields import TextBox, TextField
from learnlog.widgets.problems import ProblemBar
from learnlog.widgets.safe import show

if TYPE_CHECKING:
    from learnlog.services.found import Found  # imported when something is seen

Values = dict[str, Any]
KEPT = N_("Your text is kept as a draft. It is offered to you the next time you write.")


class Writing(Drafting[ScreenResultType]):
    """A screen one writes on. What is typed is kept as a draft until it is in the log; the owner's editor may be used.

    A subclass composes a ``Static(id="what")`` for its head and fills in `touched` and `show_head`. It calls `begin`
    when its fields stand there filled in, and `typed` at every change.
    """

    def __init__(self, form: str, uid: str) -> None:
        """Build the screen.

        Args:
            form: Name of its drafts.
            uid: What it is about.
        """
        super().__init__()
        self._keeper = DraftKeeper(self, form, uid, self.touched, self.show_head)
        self._begun = False

    def touched(self) -> Values:
        """What stands here otherwise than at the start, as it stands in the fields."""
        raise NotImplementedError

    def show_head(self) -> None:
        """Say what is written here, and with `draft_words` whether it is safe."""
        raise NotImplementedError

    def draft_words(self, *, saved: bool = True, short: bool = False) -> list[str | tuple[str, str]]:
        """What is to be said of the draft, for the end of the head.

        Args:
            saved: Whether also to say that it is safe; that it is not is always said.
            short: Whether to say it in few letters.
        """
        if self._keeper.failed:
            said = _("no draft: save soon") if short else _("the draft cannot be kept on disk: save soon")
            return ["   ", (said, "$warning")]
        if saved and self._keeper.saved_at is not None:
            time = f"{self._keeper.saved_at.astimezone():%H:%M}"
            said = _("draft {time}", time=time) if short else _("draft saved {time}", time=time)
            return ["   ", (said, "$muted")]
        return []

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
        """Something has been changed: keep a draft."""
        self._keeper.touch()

    @on(TextBox.EditorWanted)
    def _editor(self, event: TextBox.EditorWanted) -> None:
        """Let the owner's own editor have the text for a while."""
        self._keeper.write_now()
        text = edit_outside(self.app, event.box.text)
        field = event.box.parent
        if text is not None and isinstance(field, TextField):
            field.rewrite(text)

    def keep_draft(self) -> StorageError | None:
        """Write the draft at once; why it could not be, if so."""
        return self._keeper.write_now() if self._begun else None

    def on_descendant_blur(self) -> None:
        """Write the draft when a field is left."""
        self._keeper.write()

    def on_screen_suspend(self) -> None:
        """Write the draft when another screen comes on top."""
        self._keeper.write()

    def on_app_blur(self) -> None:
        """Write the draft when another window gets the keyboard."""
        self._keeper.write()


class Form(Writing[ScreenResultType]):
    """A form: saved as a whole, and left when it is saved. Leaving it otherwise loses nothing.

    A form composes `problems` somewhere above its fields, too, and fills in the methods of the first section.

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
        super().__init__(form, uid)
        self.problems = ProblemBar()
        self._saving = False
        self._is_deed = False
        self._pointed: tuple[Found, ...] = ()

    @on(Mount)
    def _refuse(self) -> None:
        """Nothing is begun that could not be saved: say why instead."""
        why = self.services.log.read_only
        if why is not None:
            self.notify(show(translator().say(why)), severity="warning", markup=False)
            self.dismiss(None)

    # -- what a form says of itself -----------------------------------------------------------------------------------

    def heading(self) -> str:
        """What is filled in, in the interface's language."""
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

    def saved_words(self, _collected: Any) -> str:  # noqa: ANN401 - what `collect` gave
        """What to say when it is saved."""
        return _("Saved. {key:edit.undo} takes it back.") if self._is_deed else _("Saved.")

    def again(self, _saved: Any, _found: Sequence[Found]) -> Form[Any] | None:  # noqa: ANN401 - what `store` gave
        """The form in which it can be changed: this one, on what it has just saved; None if there is none."""
        return None

    def point_out(self, _problems: list[tuple[str, Msg]]) -> None:
        """Say something at fields, as far as the form has them."""

    # -- typing -------------------------------------------------------------------------------------------------------

    def begin(self, *, from_draft: bool) -> None:
        """The fields are filled in: what is to be written otherwise is said at once."""
        super().begin(from_draft=from_draft)
        if self._pointed:
            from learnlog.i18n.sightings import taught  # noqa: PLC0415 - seldom

            said = {each.path[0]: taught(each.sighting) for each in reversed(self._pointed)}
            self.call_after_refresh(self.point_out, list(said.items()))

    def pointing_at(self, found: Sequence[Found]) -> Self:
        """This form, before it is opened: these places are to be written otherwise."""
        self._pointed = tuple(found)
        return self

    def typed(self) -> None:
        """Something has been changed: look again at what was wrong, too."""
        self.problems.look_again()
        super().typed()

    def show_head(self) -> None:
        """What is written here, and whether it is safe."""
        what = self.query_one("#what", Static)
        heading = (self.heading(), "bold")
        words = Content.assemble(heading, *self.draft_words())
        if words.cell_length > what.size.width > 0:
            words = Content.assemble(heading, *self.draft_words(short=True))
        what.update(words)

    # -- leaving ------------------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Out of the form. The draft stays."""
        self._leave()

    @work(group="leave", exclusive=True)
    async def _leave(self) -> None:
        """Leave without saving: what was typed stays as a draft."""
        if not self.touched():
            await self._keeper.drop()
        elif not await self.leave_draft(_(KEPT)):
            return
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
        self._save(collected, self.touched())

    @work(group="save")
    async def _save(self, collected: Any, typed: Values) -> None:  # noqa: ANN401 - what `collect` gave
        """Save in the background; on any error the form stays, with everything in it."""
        self._keeper.write()
        try:
            done = await self.offload(self._stored, collected)
        except InvalidInputError as error:
            self._saving = False
            self.complain(error)
            return
        if done is None:
            self._saving = False
            return
        saved, found = done
        if self.touched() == typed:
            await self._keeper.drop()
            nothing = not typed and not self._is_deed
            self.notify(_("Nothing has been changed.") if nothing else self.saved_words(collected), markup=False)
        elif not await self.leave_draft(_("Saved. What you wrote meanwhile is kept as a draft.")):
            self._saving = False
            return
        answer = self.answer(saved)
        if found:
            from learnlog.screens.guarding import warn  # noqa: PLC0415 - seldom

            again = self.again(saved, found)
            change = await warn(self, found, can_change=again is not None)
            changed = await self.app.push_screen_wait(again.pointing_at(change)) if again and change else None
            answer = answer if changed is None else changed
        self.dismiss(answer)

    def _stored(self, collected: Any) -> tuple[Any, tuple[Found, ...]] | None:  # noqa: ANN401 - what `collect` gave
        """Save, and look at what was saved; called in the services' thread."""
        before = self.services.latest_deed
        saved = self.store(collected)
        self._is_deed = self.services.latest_deed != before
        if saved is None:
            return None
        return saved, self.services.identity.news(saved if hasattr(saved, "_fields") else collected)
