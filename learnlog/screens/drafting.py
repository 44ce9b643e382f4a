"""Keeping what is half typed: nothing older than five seconds is lost, whatever happens to the program."""

from __future__ import annotations

import datetime as dt
from asyncio import wrap_future
from collections.abc import Callable, Collection
from concurrent.futures import Future
from functools import partial
from typing import Any

from textual import work
from textual.content import Content
from textual.screen import ScreenResultType
from textual.timer import Timer

from learnlog.errors import StorageError
from learnlog.i18n.ambient import gettext as _
from learnlog.screens.base import LearnlogScreen, sentence
from learnlog.screens.confirm import Confirm
from learnlog.services.drafts import Draft

PAUSE = 1.0
"""Seconds after the last key until the draft is written."""
AT_LEAST = 4.0
"""Seconds between writings while somebody types without a pause."""


class DraftKeeper:
    """Writes down what stands in one open form, as a draft.

    Writing is done in the thread that calls services, so a draft is never written after it was dropped.

    Attributes:
        saved_at: When the draft was last written; None before the first time.
        failed: Whether the last try could not be written.
    """

    def __init__(
        self,
        screen: LearnlogScreen[Any],
        form: str,
        uid: str,
        values: Callable[[], dict[str, Any]],
        told: Callable[[], None],
    ) -> None:
        """Keep drafts of a form.

        Args:
            screen: The screen it is on.
            form: Which form.
            uid: What it is about.
            values: Gives what stands in it.
            told: Called when `saved_at` or `failed` has changed.
        """
        self._screen = screen
        self._form, self._uid = form, uid
        self._values = values
        self._told = told
        self._unwritten = False
        self._closed = False
        self._pause: Timer | None = None
        self.saved_at: dt.datetime | None = None
        self.failed = False

    def is_about(self, uids: Collection[str]) -> bool:
        """Whether the form is about one of these."""
        return any(self._uid.startswith(uid) for uid in uids)

    def touch(self) -> None:
        """Something has been typed."""
        if self._closed:
            return
        self._unwritten = True
        if self._pause is None:
            self._screen.set_interval(AT_LEAST, self.write)
        else:
            self._pause.stop()
        self._pause = self._screen.set_timer(PAUSE, self.write)

    def write(self) -> None:
        """Write the draft, if there is something new; typing goes on meanwhile."""
        if self._unwritten and not self._closed:
            self._written()

    def write_now(self) -> StorageError | None:
        """Write the draft and wait for it: the app is about to end, and may not have heard of the last key yet."""
        if self._closed or not (self._unwritten or self._values()):
            return None
        problem = self._screen.host.at_once(self._writing())
        self._unwritten = problem is not None
        return problem

    async def kept(self) -> StorageError | None:
        """Write the draft; why it could not be, if so. Typing goes on meanwhile."""
        try:
            await wrap_future(self._written())
        except StorageError as error:
            return error
        return None

    async def let_go(self) -> None:
        """The form is left: its draft stays, and is offered from now on."""
        self._closed = True
        await wrap_future(self._submit(partial(self._screen.services.drafts.let_go, self._form, self._uid)))

    async def forget(self) -> None:
        """What was typed is safe in the log: throw the draft away. The form stays open."""
        self._unwritten = False
        await wrap_future(self._submit(partial(self._screen.services.drafts.drop, self._form, self._uid)))
        self.saved_at = None

    async def drop(self) -> None:
        """What was typed is safe in the log, or not wanted: throw the draft away; the form is left."""
        self._closed = True
        await self.forget()

    def _written(self) -> Future[Draft | None]:
        self._unwritten = False
        writing = self._submit(self._writing())
        writing.add_done_callback(self._landed)
        return writing

    def _writing(self) -> Callable[[], Draft | None]:
        """What is to be done: keep what was typed, or drop the draft when everything was erased again."""
        drafts, values = self._screen.services.drafts, self._values()
        if values:
            return partial(drafts.keep, self._form, self._uid, values)
        return partial(drafts.drop, self._form, self._uid)

    def _submit(self, call: Callable[[], Any]) -> Future[Any]:
        return self._screen.host.hands.submit(call)

    def _landed(self, writing: Future[Draft | None]) -> None:
        """Tell the screen, from the other thread, how it went."""
        error = writing.exception()
        if error is not None and not isinstance(error, StorageError):
            raise error
        self.failed = error is not None
        if error is None:
            draft = writing.result()
            self.saved_at = draft.saved_at if draft else None
        else:
            self._unwritten = True
        if self._screen.is_running:
            self._screen.call_later(self._told)


def losing(problem: StorageError) -> Confirm:
    """The question whether what is half typed may be lost, since it cannot be kept."""
    more = Content(_("If you leave now, what you have written here is lost."))
    return Confirm(Content(sentence(problem)), _("Throw away"), more=more)


class Drafting(LearnlogScreen[ScreenResultType]):
    """A screen whose half-typed words are kept on disk.

    A subclass makes its `_keeper`.
    """

    _keeper: DraftKeeper
    _is_erased = False

    async def leave_draft(self, told: str = "") -> bool:
        """Leave what was typed as a draft; whether the screen may be closed. To be called from a worker.

        Where the draft cannot be kept, what was typed is lost only if its owner says so.

        Args:
            told: What to say when it is kept.
        """
        problem = await self._keeper.kept()
        if problem is not None and not await self.app.push_screen_wait(losing(problem)):
            return False
        await self._keeper.let_go()
        if told and problem is None:
            self.notify(told, markup=False)
        return True

    def let_go_of(self, uids: Collection[str]) -> None:
        """Close without a draft, if it is about one of these: what stands in it would bring back what was erased."""
        if self._keeper.is_about(uids):
            self._is_erased = True
            self._let_go()

    def on_screen_resume(self) -> None:
        """What lay on top is gone: close now, if it is about something that has been erased."""
        if self._is_erased:
            self._let_go()

    @work(group="ending", exclusive=True)
    async def _let_go(self) -> None:
        await self._keeper.drop()
        if self.is_current:
            told = _("What was open here has been erased for good, or words in it have. It has been closed.")
            self.notify(told, severity="warning", markup=False)
            self.dismiss(None)
