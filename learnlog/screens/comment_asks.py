"""What is asked around comments: an answer, a file with a review or a copy, and whether to take it in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.comment import Comment
from learnlog.domain.merging import MergePlan
from learnlog.domain.share import SharedKind
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext
from learnlog.screens.base import LearnlogScreen, sentence
from learnlog.screens.commands import bindings
from learnlog.screens.confirm import FieldDialog
from learnlog.screens.kept_dialog import KeptDialog
from learnlog.services.received import Lock
from learnlog.text import N_
from learnlog.widgets.comment_text import comment_lines, plan_lines
from learnlog.widgets.fields import LineField, TextField

Screen = LearnlogScreen[Any]
ANSWER = "comment.answer"
"""Name of drafts."""


class AnswerDialog(KeptDialog[None]):
    """A comment, and the owner's answer to it."""

    CSS_PATH = "comments.tcss"
    AUTO_FOCUS = "TextBox"
    HELP = N_(
        "Answer in a few words. Whoever wrote the comment sees it when you share again. Without words it is open."
    )

    def __init__(self, comment: Comment, draft: Mapping[str, Any]) -> None:
        """Ask for an answer.

        Args:
            comment: The comment.
            draft: What was half typed before, see `typed`.
        """
        super().__init__(ANSWER, comment.id)
        self._comment, self._draft = comment, draft
        self._text = TextField("answer", N_("Your answer"))

    def title_said(self) -> str:
        """What is done."""
        return _("Answer")

    def asked(self) -> ComposeResult:
        """The comment, and the field."""
        yield Static(comment_lines(self._comment._replace(answer="")))
        yield self._text

    def on_mount(self) -> None:
        """What was answered before, or half typed."""
        self._text.put(self._draft.get("text", self._comment.answer))

    def typed(self) -> dict[str, Any]:
        """The answer, if it is another than before."""
        text = str(self._text.raw)
        return {"text": text} if text != self._comment.answer else {}

    def action_save(self) -> None:
        """Save it; where it cannot be saved, it still stands here."""
        self._save(self._text.value)

    @work(group="save", exclusive=True)
    async def _save(self, answer: str) -> None:
        if answer != self._comment.answer:
            try:
                saved = await self.offload(self.services.comments.answer, self._comment, answer)
            except InvalidInputError as error:
                self._text.complain(sentence(error))
                return
            if saved is None:
                return
            self.notify(_("Saved. {key:edit.undo} takes it back."), markup=False)
        self.finish(None)


class AskFile(FieldDialog[str | None]):
    """The name of a file that is there, or a line that opens it."""

    YES = N_("Open")
    CSS_PATH = "comments.tcss"

    def __init__(self, title: str, label: str, *, is_file: bool = True) -> None:
        """Ask.

        Args:
            title: What stands on the border; translated.
            label: English label of the field.
            is_file: Whether a file is asked for, which must be there.
        """
        super().__init__()
        self._title = title
        self._is_file = is_file
        self._line = LineField("path", label)

    def title_said(self) -> str:
        """What is done."""
        return self._title

    def asked(self) -> ComposeResult:
        """The field."""
        yield self._line

    def on_mount(self) -> None:
        """Enter is enough."""
        self._line.sends = True

    def action_save(self) -> None:
        """Answer, if there is such a file."""
        given = self._line.value
        path = os.path.abspath(os.path.expanduser(given)) if self._is_file else given
        if given and (not self._is_file or os.path.isfile(path)):
            self.dismiss(path)
        else:
            self._line.complain(_("There is no such file.") if self._is_file else _("Write the words."))
            self._line.enter()


class MergeScreen(LearnlogScreen[bool]):
    """What taking a review in would do, before anything is saved. The answer is whether to do it."""

    MODE: ClassVar[str] = "start"
    CSS_PATH = "comments.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("form.save", "+nav.back", form_save=N_("Take it in"))
    HELP = N_(
        "Nothing has been saved yet. A comment about an earlier version says so, and an approval counts only as long as"
        " nothing is changed. What was never shared is not taken in. One undo takes all of it back."
    )

    def __init__(self, plan: MergePlan) -> None:
        """Show what would be done."""
        super().__init__()
        self._plan = plan

    def body(self) -> ComposeResult:
        """Who says what, and what becomes of it."""
        yield Static(Content(_("Take this in?")), id="head")
        with VerticalScroll(id="page", classes="card"):
            yield Static(plan_lines(self._plan), id="plan")

    def on_mount(self) -> None:
        """Ready to scroll."""
        self.query_one("#page").focus()

    def action_save(self) -> None:
        """Do it."""
        self.dismiss(True)  # noqa: FBT003 - the answer


async def ask_for(screen: Screen, title: str, label: str, *, is_file: bool = True) -> str:
    """Ask for a file or some words, see `AskFile`; empty if there is no answer."""
    answer = await screen.app.push_screen_wait(AskFile(title, label, is_file=is_file))
    return answer or ""


async def take_in(screen: Screen) -> None:
    """Ask for the file of a review, show what it would do, and take it in."""
    path = await ask_for(screen, _("Take in a review"), N_("The file you were given"))
    plan = await screen.offload(screen.services.merging.preview, path) if path else None
    if plan is None:
        return
    if not plan.does_something:
        screen.notify(_("It has been taken in before. Nothing has been changed."), markup=False)
        return
    if await screen.app.push_screen_wait(MergeScreen(plan)):
        done = await screen.offload(screen.services.merging.apply, plan)
        if done is not None:
            count = len(done.comments())
            text = ngettext(
                "Taken in: {count} comment. {key:edit.undo} takes it back.",
                "Taken in: {count} comments. {key:edit.undo} takes it back.",
                count,
            )
            screen.notify(text, markup=False)


async def read_copy(screen: Screen, path: str = "") -> None:
    """Open a copy that somebody has given, and answer it.

    Args:
        screen: Where it is asked for.
        path: The file; asked for if it is not told.
    """
    if not path:
        path = await ask_for(screen, _("Read a copy"), N_("The file you were given"))
    received = await screen.offload(screen.services.reviewing.received, path) if path else None
    if received is None:
        return
    words = keys = ""
    if received.lock is Lock.PASSPHRASE:
        words = await ask_for(screen, _("It is locked"), N_("The words that open it"), is_file=False)
    elif received.lock is Lock.KEY:
        keys = await ask_for(screen, _("It is locked"), N_("The file with your secret key"))
    share = await screen.offload(received.opened, words, keys)
    if share is not None:
        from learnlog.screens.review import review_screen  # noqa: PLC0415 - built when asked for

        await screen.app.push_screen_wait(review_screen(screen.services, share, path))


async def go_to(screen: Screen, comment: Comment) -> None:
    """Go to what a comment is about."""
    kind, uid, app = comment.target_kind, comment.target, screen.app
    if kind is SharedKind.SUMMARY:
        screen.dismiss(None)
        app.switch_mode("talk")
    elif kind is SharedKind.ENTRY:
        from learnlog.screens.log import log_screen  # noqa: PLC0415 - built when asked for

        screen.dismiss(None)
        log_screen(app).select(uid)
    elif kind is SharedKind.TRAINING:
        from learnlog.screens.trainings import trainings_screen  # noqa: PLC0415 - built when asked for

        screen.dismiss(None)
        trainings_screen(app).select(uid)
    else:
        from learnlog.screens.plan import plan_screen  # noqa: PLC0415 - built when asked for

        screen.dismiss(None)
        plan_screen(app).select(uid, wherever=True)
