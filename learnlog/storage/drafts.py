"""Half-typed forms on disk: one small file per form, thing and window; never read back by the window that wrote it."""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import NamedTuple

from learnlog.errors import CannotSaveError, reason
from learnlog.storage import atomic, lines
from learnlog.storage.disk import Disk, read_whole
from learnlog.storage.fields import moment_json, read_moment
from learnlog.text import N_

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]
"""What may stand in a form's field."""
DRAFT_MAX = 4 * 1024 * 1024
"""Largest draft read, in bytes."""
_NOT_IN_NAMES = re.compile(r"[^\w.-]")
_DISK = Disk()


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
        self._window = os.urandom(4).hex()

    def keep(self, draft: Draft) -> None:
        """Write a draft, over the one this window wrote before for the same form and thing.

        Raises:
            CannotSaveError: If it could not be written.
        """
        data = lines.to_json(
            {
                "form": draft.form,
                "uid": draft.uid,
                "saved_at": moment_json(draft.saved_at),
                "values": draft.values,
            }
        )
        try:
            self._disk.make_folder(self._path)
            atomic.replace(os.path.join(self._path, self._name(draft.form, draft.uid)), data, disk=self._disk)
        except OSError as error:
            raise CannotSaveError(N_("The draft could not be kept: {reason}."), reason=reason(error)) from error

    def waiting(self) -> tuple[Draft, ...]:
        """Drafts that other windows left behind, the newest first; of several about one thing only the newest.

        What cannot be read as a draft is left where it is.
        """
        found: dict[tuple[str, str], Draft] = {}
        for name in self._names():
            draft = self._read(os.path.join(self._path, name))
            if draft is None or name.endswith(f"-{self._window}.json"):
                continue
            key = (draft.form, draft.uid)
            if key not in found or found[key].saved_at < draft.saved_at:
                found[key] = draft
        return tuple(sorted(found.values(), key=lambda draft: draft.saved_at, reverse=True))

    def drop(self, form: str, uid: str) -> None:
        """Throw the drafts about a thing away, whichever window wrote them."""
        start = self._name(form, uid).removesuffix(f"{self._window}.json")
        for name in self._names():
            if name.startswith(start) and "-" not in name[len(start) :]:
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
            fields = lines.strict(read_whole(self._disk, path))
            form, uid, values = fields["form"], fields["uid"], fields["values"]
            saved_at = read_moment(fields["saved_at"])
        except (OSError, lines.Refused, KeyError, TypeError, ValueError):
            return None
        if not (isinstance(form, str) and isinstance(uid, str) and isinstance(values, dict)):
            return None
        return Draft(form, uid, values, saved_at)
