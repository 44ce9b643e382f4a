"""What others have said about the log: every comment, answered, closed, quoted; and taking a review in."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.comment import Comment, CommentStatus
from learnlog.i18n.ambient import gettext as _
from learnlog.screens.commands import bindings
from learnlog.screens.doings import UndoingScreen
from learnlog.text import N_
from learnlog.widgets.browse_list import BrowseList
from learnlog.widgets.comment_text import comment_lines, comment_rows, review_lines
from learnlog.widgets.row_list import Row, RowList

WHOLE = "whole:"
"""A row about a review's words on the log as a whole; its key begins so."""


class CommentsScreen(UndoingScreen[None]):
    """Every comment, the open ones first, and the chosen one below."""

    MODE: ClassVar[str] = "start"
    CSS_PATH = "comments.tcss"
    HELP = N_(
        "What others have said about what you shared. {key:comment.answer} answers, {key:comment.close} closes,"
        " {key:comment.open} goes to what it is about, {key:comment.quote} quotes it in your CV summary."
        " {key:comment.take} takes in a review that somebody has given you as a file, {key:comment.review} opens"
        " a copy that somebody wants you to read. What others have said is never changed."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "comment.answer", "comment.close", "comment.open", "comment.quote", "comment.take", "comment.review",
        "+nav.back", "edit.undo", "edit.redo",
    )  # fmt: skip

    def __init__(self, wanted: str = "", *, begin: bool = False) -> None:
        """Open it.

        Args:
            wanted: Id of the comment to begin with, or of what it is about.
            begin: Whether to answer it at once.
        """
        super().__init__()
        self._rows = BrowseList("comments", always=True)
        self._comments: dict[str, Comment] = {}
        self._wanted = wanted
        self._begin = begin

    def body(self) -> ComposeResult:
        """The list, and the chosen one in full."""
        yield self._rows
        with VerticalScroll(id="page", classes="card"):
            yield Static(id="words")

    def on_mount(self) -> None:
        """Ready to choose."""
        self._rows.focus()

    def refresh_data(self) -> None:
        """Show them as they are now."""
        if not self._rows.is_mounted:
            return
        service, today = self.services.comments, self.services.clock.today()
        latest = service.all()[::-1]
        found = sorted(latest, key=lambda each: each.status is not CommentStatus.OPEN)
        self._comments = {each.id: each for each in found}
        self._rows.border_title = Content(_("Comments"))
        self._rows.empty = _("Nobody has said anything yet. {key:comment.take} takes in what somebody has sent you.")
        rows = comment_rows(found, today)
        for review in reversed(service.reviews.all()):
            name = Content.styled(_("The log as a whole"), "$muted")
            rows.append(
                Row(
                    WHOLE + review.id,
                    (name, Content.styled(f"  {review_lines(review).plain.splitlines()[1]}", "$muted")),
                )
            )
        self._rows.show(rows)
        first = next((each.id for each in found if self._wanted in (each.id, each.target)), "")
        if first and self._rows.select(first):
            self._wanted = ""
            if self._begin:
                self.call_after_refresh(self.action_answer)
        self._turn_to()
        self.refresh_bindings()

    @property
    def chosen(self) -> Comment | None:
        """The comment under the cursor."""
        return self._comments.get(self._rows.chosen)

    @on(BrowseList.Highlighted)
    def _turn_to(self) -> None:
        words, key = self.query_one("#words", Static), self._rows.chosen
        if self.chosen is not None:
            words.update(comment_lines(self.chosen))
        elif key.startswith(WHOLE):
            words.update(review_lines(self.services.comments.reviews.get(key.removeprefix(WHOLE))))
        else:
            words.update("")
        self.query_one("#page").display = bool(key)
        self.refresh_bindings()

    @on(BrowseList.Read)
    def _into(self) -> None:
        self.query_one("#page").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a comment can be answered, closed and quoted."""
        if action in ("answer", "close", "go", "quote"):
            return self.chosen is not None
        return super().check_action(action, parameters)

    @on(RowList.Chosen)
    def _entered(self) -> None:
        if self.chosen is not None:
            self.action_answer()

    @work(group="doing")
    async def action_answer(self) -> None:
        """Answer it."""
        from learnlog.screens.comment_asks import ANSWER, AnswerDialog  # noqa: PLC0415 - built when asked for
        from learnlog.screens.drafts_offer import left_behind  # noqa: PLC0415 - so is this

        if self.chosen is not None and self.is_current:
            draft = left_behind(self, ANSWER, self.chosen.id)
            await self.app.push_screen_wait(AnswerDialog(self.chosen, draft))
            self.show_data()

    @work(group="doing")
    async def action_close(self) -> None:
        """Close it, or open it again."""
        comment, service = self.chosen, self.services.comments
        if comment is None or not self.is_current:
            return
        if comment.status is CommentStatus.CLOSED:
            done, words = await self.offload(service.reopen, comment), _("The comment is open again.")
        else:
            done, words = (
                await self.offload(service.close, comment),
                _("The comment is closed. {key:edit.undo} takes that back."),
            )
        if done is not None:
            self.notify(words, markup=False)
        self.show_data()

    @work(group="doing")
    async def action_quote(self) -> None:
        """Quote it in the CV summary, or leave it out."""
        comment = self.chosen
        if comment is None or not self.is_current:
            return
        saved = await self.offload(self.services.comments.quote, comment, in_cv=not comment.show_in_cv)
        if saved is not None:
            quoted, left_out = _("It is quoted in the CV summary."), _("It is not in the CV summary any more.")
            self.notify(quoted if saved.show_in_cv else left_out, markup=False)
        self.show_data()

    @work(group="doing")
    async def action_go(self) -> None:
        """Go to what it is about."""
        from learnlog.screens.comment_asks import go_to  # noqa: PLC0415 - built when asked for

        if self.chosen is not None and self.is_current:
            await go_to(self, self.chosen)

    @work(group="doing")
    async def action_take(self) -> None:
        """Take in a review from a file."""
        from learnlog.screens.comment_asks import take_in  # noqa: PLC0415 - built when asked for

        if self.is_current:
            await take_in(self)
            self.show_data()

    @work(group="doing")
    async def action_review(self) -> None:
        """Read a copy that somebody has given, and answer it."""
        from learnlog.screens.comment_asks import read_copy  # noqa: PLC0415 - built when asked for

        if self.is_current:
            await read_copy(self)
