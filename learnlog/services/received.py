"""A shared copy that somebody else has given: opened to be read, without a log of one's own."""

from __future__ import annotations

from learnlog.domain.share import Share
from learnlog.storage import sealed, share_file, strict
from learnlog.storage.sealed import Lock

__all__ = ["Lock", "Received"]


class Received:
    """The file of a copy. It is read once, and only read.

    Attributes:
        path: The file.
    """

    def __init__(self, path: str) -> None:
        """Read the file; nothing of it is looked at yet.

        Raises:
            ForeignFileError: If it is too large, no ordinary file, or cannot be read.
        """
        self.path = path
        self._data = strict.bytes_of(path, strict.SHARE.size)

    @property
    def lock(self) -> Lock | None:
        """How it is locked; None when it is not.

        Raises:
            ForeignFileError: If the lock is damaged, or asks for more work than is reasonable.
        """
        return sealed.lock_of(self._data) if sealed.is_sealed(self._data) else None

    def opened(self, passphrase: str = "", identity_file: str = "") -> Share:
        """The copy.

        Args:
            passphrase: What it was locked with, if it was.
            identity_file: Or the file with the reader's own secret key.

        Raises:
            LockedError: If it is locked, and does not open with that.
            ForeignFileError: If it is no copy, or anything in it is not as it should be.
            NewerFormatError: If a newer learnlog has written it.
            RuleError: If it is locked and this learnlog cannot unlock files, or there is no key in that file.
        """
        data = self._data
        if self.lock:
            identities = sealed.identities_in(identity_file) if identity_file else ""
            data = sealed.unseal(data, passphrase=passphrase, identities=identities)
        return share_file.decoded(data)
