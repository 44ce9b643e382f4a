"""Half-typed forms on disk: one small file per form, thing and window.

A window that has drafts holds a lock while it lives, so that another window can tell what was left behind from what is
being typed right now. The kernel drops the lock when the window dies, however it dies.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import NamedTuple

from learnlog.errors import CannotSaveError, InUseError, reason
from learnlog.storage import atomic, json_text
from learnlog.storage.disk import Disk, read_whole
from learnlog.storage.fields import moment_json, read_moment
from learnlog.storage.lock import Lock
from learnlog.text import N_

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]
"""What may stand in a form's field."""
DRAFT_MAX = 4 * 1024 * 1024
"""Largest draft read, in bytes."""
_NOT_IN_NAMES = re.compile(r"[^\w.-]")
_DISK = Disk()


def _new_window() -> str:
    """A name for a window, or for none."""
    return os.urandom(4).hex()


class Draft(NamedTuple):
    """What has been typed in a form and not been saved.

    Attributes:
        form: Which form, such as ``entry``.
        uid: What it is about.
        values: Field name → what stands in it.
        saved_at: When it was written; aware, UTC.
    """

    form: str
    uid: str
    values: dict[str, Json]
    saved_at: dt.datetime


class DraftFolder:
    """Drafts in a folder of their own, made at the first one; files 0600, folder 0700."""

    def __init__(self, path: str, disk: Disk = _DISK) -> None:
        """Know the folder."""
        self._path = path
        self._disk = disk
        self._window = _new_window()
        self._alive: Lock | None = None

    def keep(self, draft: Draft) -> None:
        """Write a draft, over the one this window wrote before for the same form and thing.

        Raises:
            CannotSaveError: If it could not be written.
        """
        data = json_text.to_json(
            {
                "form": draft.form,
                "uid": draft.uid,
                "saved_at": moment_json(draft.saved_at),
                "values": draft.values,
            }
        )
        try:
            self._disk.make_folder(self._path)
            self._be_alive()
            atomic.replace(os.path.join(self._path, self._name(draft.form, draft.uid)), data, disk=self._disk)
        except OSError as error:
            raise CannotSaveError(N_("The draft could not be kept: {reason}."), reason=reason(error)) from error

    def waiting(self) -> tuple[Draft, ...]:
        """Drafts whose form is open nowhere, the newest first; of several about one thing only the newest.

        What cannot be read as a draft is left where it is.
        """
        found: dict[tuple[str, str], Draft] = {}
        open_windows: dict[str, bool] = {self._window: True}
        for name in self._names():
            window = name.removesuffix(".json").rpartition("-")[2]
            if window not in open_windows:
                open_windows[window] = self._is_open(window)
            draft = None if open_windows[window] else self._read(os.path.join(self._path, name))
            if draft is None:
                continue
            key = (draft.form, draft.uid)
            if key not in found or found[key].saved_at < draft.saved_at:
                found[key] = draft
        return tuple(sorted(found.values(), key=lambda draft: draft.saved_at, reverse=True))

    def let_go(self, form: str, uid: str) -> None:
        """The form was left without saving: its draft stays, and belongs to no window from now on."""
        name = self._name(form, uid)
        try:
            self._disk.replace(
                os.path.join(self._path, name),
                os.path.join(self._path, name.replace(f"-{self._window}.json", f"-{_new_window()}.json")),
            )
        except OSError:
            return  # there was none, or it cannot be renamed: it is offered when this window is gone

    def _be_alive(self) -> None:
        """Show other windows that this one is open, from its first draft on."""
        if self._alive is None:
            lock = Lock(self._lock_path(self._window), self._disk, patience=0)
            try:
                lock.__enter__()
            except (OSError, InUseError):
                return  # no locks here: another window may offer what is being typed in this one
            self._alive = lock

    def close(self) -> None:
        """The window ends: what shows that it is open goes away, and its drafts belong to nobody."""
        if self._alive is not None:
            self._alive.__exit__()
            self._alive = None
            self._is_open(self._window)  # which it is not any more: that clears away what showed it

    def _is_open(self, window: str) -> bool:
        """Whether that window is open; what a dead one left of its lock is cleared away."""
        path = self._lock_path(window)
        if not self._disk.exists(path):
            return False
        try:
            with Lock(path, self._disk, patience=0):
                pass
            self._disk.remove(path)
        except InUseError:
            return True
        except OSError:
            return False
        return False

    def is_in_use(self, name: str) -> bool:
        """Whether the form that a draft is of is open in a window, this one or another.

        Args:
            name: The draft's file name.
        """
        return name.endswith(".json") and self._is_open(name.removesuffix(".json").rpartition("-")[2])

    def _lock_path(self, window: str) -> str:
        return os.path.join(self._path, f"{window}.open")

    def drop(self, form: str, uid: str) -> None:
        """Throw the drafts about a thing away, but for what another window is typing right now."""
        start = self._name(form, uid).removesuffix(f"{self._window}.json")
        for name in self._names():
            window = name.removesuffix(".json").removeprefix(start)
            if not name.startswith(start) or "-" in window or (window != self._window and self._is_open(window)):
                continue
            try:
                self._disk.remove(os.path.join(self._path, name))
            except OSError:
                continue  # gone already, or not ours to remove: it is offered once more at worst

    def _names(self) -> list[str]:
        try:
            return [name for name in self._disk.names(self._path) if name.endswith(".json") and name[0] != "."]
        except OSError:
            return []

    def _name(self, form: str, uid: str) -> str:
        form, uid = (_NOT_IN_NAMES.sub("_", text)[:80] for text in (form, uid))
        return f"{form}-{uid}-{self._window}.json"

    def _read(self, path: str) -> Draft | None:
        try:
            if self._disk.stat(path).st_size > DRAFT_MAX:
                return None
            fields = json_text.strict(read_whole(self._disk, path))
            form, uid, values = fields["form"], fields["uid"], fields["values"]
            saved_at = read_moment(fields["saved_at"])
        except (OSError, json_text.Refused, KeyError, TypeError, ValueError):
            return None
        if not (isinstance(form, str) and isinstance(uid, str) and isinstance(values, dict)):
            return None
        return Draft(form, uid, values, saved_at)
