"""For the one with many logs: every copy in a folder, read without a log of one's own, and put together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import NamedTuple

from learnlog.domain.clock import Clock
from learnlog.domain.share import Share
from learnlog.domain.team import KEEP_YEARS, Copy, Team, groups, team
from learnlog.errors import ExportError, ForeignFileError, LearnlogError, reason
from learnlog.services.received import Received
from learnlog.storage import review_file, share_file
from learnlog.storage.disk import Disk
from learnlog.text import N_, Msg

SUFFIX = share_file.SUFFIX


class Skipped(NamedTuple):
    """A file that could not be taken in.

    Attributes:
        file: Its name, without its folder.
        why: Why, as a sentence.
    """

    file: str
    why: Msg


class Opened(NamedTuple):
    """What was found in a folder.

    Attributes:
        copies: The copies that could be read, by file name.
        skipped: The files that could not, by name.
    """

    copies: tuple[Copy, ...]
    skipped: tuple[Skipped, ...]


class SharedFolder:
    """A folder with copies that were given to somebody, and the reviews of them. Reading changes nothing in it."""

    def __init__(self, folder: str, clock: Clock) -> None:
        """Look at a folder; nothing of it is read yet.

        Args:
            folder: Where it is; folders within it are not looked into.
            clock: Where the time comes from.
        """
        self._folder = folder
        self._clock = clock
        self._disk = Disk()

    def opened(self, identity_file: str = "", told: Callable[[int, int], None] | None = None) -> Opened:
        """Read every copy. One that is damaged stops none of the others.

        Args:
            identity_file: Path of the file with the reader's secret key, for copies that are locked with it.
            told: Called with how many files have been read and how many there are, before each and at the end.

        Raises:
            ForeignFileError: If the folder itself cannot be read.
        """
        names = self._names()
        reviews = [name for name in names if name.endswith(review_file.SUFFIX)]
        files = [name for name in names if name.endswith(share_file.SUFFIX)]
        skipped: list[Skipped] = []
        shares: list[tuple[str, Share]] = []
        for done, name in enumerate(files):
            if told:
                told(done, len(files))
            try:
                shares.append((name, Received(self._path(name)).opened(identity_file=identity_file)))
            except LearnlogError as error:
                skipped.append(Skipped(name, error.message))
        if told:
            told(len(files), len(files))
        answered = self._answered(reviews, {share.share_id: share.reply_key for _name, share in shares}, skipped)
        copies = tuple(Copy(name, share, share.share_id in answered) for name, share in shares)
        return Opened(copies, tuple(sorted(skipped)))

    def team(self, copies: Iterable[Copy], keep_years: int = KEEP_YEARS) -> Team:
        """What they tell together, today."""
        return team(copies, self._clock.today(), keep_years)

    def groups(self, copies: Iterable[Copy]) -> tuple[tuple[str, Team], ...]:
        """The units that are large enough to be counted in what leaves, see `learnlog.domain.team.groups`."""
        return groups(copies, self._clock.today())

    def delete(self, files: Iterable[str]) -> int:
        """Delete copies that are not kept any longer; how many have gone.

        Args:
            files: Their names, as `Team.old` tells them.

        Raises:
            ExportError: If one cannot be deleted; those before it have gone.
        """
        deleted = 0
        for name in files:
            try:
                self._disk.remove(self._path(name))
            except OSError as error:
                raise ExportError(N_("The file could not be deleted: {reason}."), reason=reason(error)) from error
            deleted += 1
        return deleted

    def _names(self) -> list[str]:
        try:
            self._disk.stat(self._folder)  # one that is not there has no names in it, and is no empty folder
            return self._disk.names(self._folder)
        except OSError as error:
            raise ForeignFileError(N_("The folder cannot be read: {reason}."), reason=reason(error)) from error

    def _path(self, name: str) -> str:
        return os.path.join(self._folder, name)

    def _answered(self, names: list[str], reply_keys: dict[str, str], skipped: list[Skipped]) -> set[str]:
        """The ids of the copies that have a review: a true one, made by somebody who could read the copy."""
        answered = set()
        for name in names:
            try:
                unproven = review_file.read(self._path(name), self._disk)
                key = reply_keys.get(unproven.review.share_id)
                if key:
                    answered.add(review_file.proven(unproven, key).share_id)
            except LearnlogError as error:
                skipped.append(Skipped(name, error.message))
        return answered
