"""A copy of somebody else's log, to be read and answered: what is in it, what one says about it, step by step."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static

from learnlog.domain import reviewing
from learnlog.domain.review import Decision, Review
from learnlog.domain.share import Share, SharedItem
from learnlog.domain.training import Training
from learnlog.errors import StorageError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.commands import bindings
from learnlog.screens.drafting import losing
from learnlog.screens.review_asks import COMMENT, answer_whole, ask_comment, sign
from learnlog.services.suite import Services
from learnlog.text import N_
from learnlog.widgets.browse_list import BrowseList
from learnlog.widgets.keybar import KeyBar
from learnlog.widgets.promise import PromiseView
from learnlog.widgets.review_rows import item_name, item_rows, said_words, steps_words, whose_words
from learnlog.widgets.row_list import RowList
from learnlog.widgets.safe import line, show, show_line


class ReviewScreen(LearnlogScreen[None]):
    """The things of a copy, the chosen one beside, and what is said about it. The copy itself is never changed."""

    CSS_PATH = "review.tcss"
    HELP = N_(
        "Somebody has given you this to read. Go through it with the arrow keys; the right arrow key reads on."
        " {key:review.comment} says something about the chosen thing, {key:review.approve} approves it,"
        " {key:review.changes} asks for a change. If somebody can be recognised, press {key:review.privacy}: it"
        " goes back without a word about who. Then answer the questions about the whole ({key:review.whole}) and"
        " sign ({key:review.sign}). What you have said is kept while you work, so you can leave and go on later."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "review.comment", "review.approve", "review.changes", "review.privacy", "review.remove", "review.whole",
        "review.sign",
    )  # fmt: skip

    def __init__(self, share: Share, path: str, review: Review) -> None:
        """Open a copy.

        Args:
            share: The copy.
            path: Where it lies.
            review: What has been said already.
        """
        super().__init__()
        self.share, self.path, self.review = share, path, review
        self._start = review
        self._items = {each.uid: each for each in reviewing.to_comment(share)}
        self._rows = BrowseList("items", always=True)
        self._promise = PromiseView()
        self._shown = self._wanted = ""

    def compose(self) -> ComposeResult:
        """Whose it is, the things in it, the chosen one; and the keys."""
        self._fit()
        yield Static(id="whose")
        with Horizontal(id="panes"):
            yield self._rows
            with VerticalScroll(id="page", classes="card"):
                yield Static(id="said")
                yield self._promise
                yield Markdown(open_links=False)
        yield Static(id="steps")
        yield KeyBar()

    def on_mount(self) -> None:
        """The first thing is chosen."""
        self._rows.focus()
        for each in self.services.drafts.waiting():
            target = each.uid.removeprefix(f"{self.share.share_id}-")
            if each.form == COMMENT and target in self._items:
                name = show_line(item_name(self._items[target]))
                self.notify(
                    _("You have begun a comment on {title}. {key:review.comment} goes on with it.", title=name),
                    markup=False,
                )
                self._wanted = target

    # -- what is chosen -----------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> SharedItem | None:
        """The thing under the cursor."""
        return self._items.get(self._rows.chosen)

    def change(self, review: Review) -> None:
        """Go on with this; it is on disk before anything else is done."""
        self.review = review
        self.refresh_data()
        self._keep()

    @work(group="keep", exclusive=True)
    async def _keep(self) -> None:
        await self.offload(self.services.reviewing.keep, self.review, self.path)

    def keep_draft(self) -> StorageError | None:
        """Write what has been said to disk, at once; why it could not be, if so."""
        if self.review == self._start:
            return None
        return self.host.at_once(partial(self.services.reviewing.keep, self.review, self.path))

    # -- showing ------------------------------------------------------------------------------------------------------

    def refresh_data(self) -> None:
        """Show what is said now."""
        if not self._rows.is_mounted:
            return
        self.query_one("#whose", Static).update(whose_words(self.share))
        self._rows.border_title = Content(_("To read"))
        self._rows.show(item_rows(tuple(self._items.values()), self.review))
        if self._wanted:
            self._rows.select(self._wanted)
            self._wanted = ""
        self.query_one("#steps", Static).update(steps_words(self.review))
        self._turn_to()
        self.refresh_bindings()

    @on(BrowseList.Highlighted)
    def _turn_to(self) -> None:
        item = self.chosen
        if item is None:
            return
        said = self.query_one("#said", Static)
        words = said_words(self.review, item.uid)
        said.display = bool(words)
        said.update(words)
        if self._shown != item.uid:
            self._shown = item.uid
            self.query_one("#page").border_title = line(item_name(item))
            training = item.value if isinstance(item.value, Training) else None
            self._promise.show(training, self.services.clock.today())
            self._read(item)

    @work(group="read", exclusive=True)
    async def _read(self, item: SharedItem) -> None:
        text = show(self.services.reviewing.item_text(self.share, item, translator()))
        await self.query_one(Markdown).update(text)  # Markdown reads no markup, and its links open nothing
        self.query_one("#page").scroll_home(animate=False)

    def retranslate(self) -> None:
        """Say everything in the new language."""
        self._shown = ""
        self.refresh_data()

    @on(BrowseList.Read)
    def _into(self) -> None:
        self.query_one("#page").focus()

    # -- saying -------------------------------------------------------------------------------------------------------

    @on(RowList.Chosen)
    @work(group="doing")
    async def action_comment(self) -> None:
        """Say something about it, or change that."""
        if self.chosen is not None and self.is_current:
            await ask_comment(self, self.chosen)

    def action_decide(self, decision: str) -> None:
        """Approve it, or ask for a change; the same again takes it back."""
        item = self.chosen
        if item is None:
            return
        if reviewing.is_flagged(self.review, item.uid):
            self.notify(_("Somebody can be recognised there, so nothing else is said about it."), markup=False)
            return
        wanted = Decision(decision)
        now = None if reviewing.decision_of(self.review, item.uid) is wanted else wanted
        self.change(reviewing.with_decision(self.review, item, self.services.reviewing.new_id(), now))

    @work(group="doing")
    async def action_flag(self) -> None:
        """Somebody can be recognised: it goes back, and nothing else is said about it."""
        from learnlog.screens.review_asks import ask_flag  # noqa: PLC0415 - rare

        if self.chosen is not None and self.is_current:
            await ask_flag(self, self.chosen)

    def action_remove(self) -> None:
        """Take away what was said last about it."""
        item = self.chosen
        said = reviewing.said_of(self.review, item.uid) if item else ()
        if said:
            self.change(reviewing.without(self.review, said[-1].comment_id))

    @work(group="doing")
    async def action_whole(self) -> None:
        """Answer the questions about the log as a whole."""
        if self.is_current:
            await answer_whole(self)

    @work(group="doing")
    async def action_sign(self) -> None:
        """Sign, and write the answer."""
        if self.is_current:
            await sign(self)

    def action_back(self) -> None:
        """Leave; what was said is kept and offered back."""
        self._leave()

    @work(group="leave", exclusive=True)
    async def _leave(self) -> None:
        problem = self.keep_draft()
        if problem is None or await self.app.push_screen_wait(losing(problem)):
            self.services.reviewing.leave(self.review)
            self.finish()

    def finish(self) -> None:
        """Close the copy; what has been said is where it should be."""
        self._start = self.review
        if len(self.app.screen_stack) > 1:
            self.dismiss(None)
        else:
            self.app.exit()


def review_screen(services: Services, share: Share, path: str) -> ReviewScreen:
    """The screen of a copy; it goes on with what was said about it before.

    Args:
        services: What the reader can do.
        share: The copy.
        path: Where it lies.
    """
    service = services.reviewing
    return ReviewScreen(share, path, service.draft(share) or service.begun(share))
