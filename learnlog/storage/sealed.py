"""Files that are locked before they are given away, in the age format: the `age` program opens them too.

What locks and unlocks is pyrage, imported when it is needed; a learnlog without it does everything else.
"""

from __future__ import annotations

from enum import StrEnum
from types import ModuleType
from typing import Any

from learnlog.errors import ForeignFileError, LockedError, RuleError
from learnlog.storage import strict
from learnlog.text import N_

MAGIC = b"age-encryption.org/v1\n"
WORK_MAX = 20
"""Most work that a passphrase may ask for, as a power of two: 1 GB of memory. Ours asks for a good deal less."""
_ATTEMPTS = 5
_HEADER_MAX = 1 << 16
_IDENTITIES_MAX = 1 << 16
_IDENTITY = "AGE-SECRET-KEY-1"


class Lock(StrEnum):
    """How a file is locked."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of one
    KEY = "key"


def is_sealed(data: bytes) -> bool:
    """Whether some bytes are a locked file."""
    return data.startswith(MAGIC)


def lock_of(data: bytes) -> Lock:
    """How a locked file is locked.

    Raises:
        ForeignFileError: If its header is not whole, or asks for more work than is reasonable.
    """
    end = data.find(b"\n--- ", 0, _HEADER_MAX)
    if not is_sealed(data) or end < 0:
        raise ForeignFileError(N_("The locked file is damaged, or it is not a whole one."))
    stanzas = [line.split(b" ") for line in data[len(MAGIC) : end].split(b"\n") if line.startswith(b"-> ")]
    works = [stanza[-1] for stanza in stanzas if stanza[1] == b"scrypt"]
    if not works:
        return Lock.KEY
    if len(stanzas) != 1 or not works[0].isdigit() or len(works[0]) > 2:  # noqa: PLR2004 - digits
        raise ForeignFileError(N_("The locked file is damaged, or it is not a whole one."))
    if int(works[0]) > WORK_MAX:
        raise ForeignFileError(
            N_("Opening this file would take more memory than a file from learnlog ever does, so it has been left.")
        )
    return Lock.PASSPHRASE


def seal(data: bytes, *, passphrase: str = "", recipient: str = "") -> bytes:
    """Lock some bytes, with a passphrase or for the owner of a key.

    Args:
        data: What to lock.
        passphrase: The passphrase; its letters count as composed (NFC), however they were typed.
        recipient: A public key, ``age1…``.

    Raises:
        RuleError: If pyrage is not there, or that is no public key.
    """
    pyrage = _pyrage()
    if passphrase:
        return bytes(pyrage.passphrase.encrypt(data, _composed(passphrase)))
    try:
        key = pyrage.x25519.Recipient.from_str(recipient.strip())
    except pyrage.RecipientError as error:
        raise RuleError(N_("That is no public key. It begins with age1, and is 62 characters long.")) from error
    return bytes(pyrage.encrypt(data, [key]))


def unseal(data: bytes, *, passphrase: str = "", identities: str = "") -> bytes:
    """Unlock some bytes.

    Args:
        data: A locked file.
        passphrase: What it was locked with.
        identities: Or the reader's own secret keys: the text of an age identity file.

    Raises:
        LockedError: If it does not open with that.
        ForeignFileError: If it is damaged, or asks for more work than is reasonable.
        RuleError: If pyrage is not there, or there is no secret key in the text.
    """
    lock = lock_of(data)
    pyrage = _pyrage()
    if lock is Lock.PASSPHRASE and not passphrase:
        raise LockedError(N_("The file is locked with a passphrase. Ask whoever sent it, by telephone."))
    if lock is Lock.KEY and not identities:
        raise LockedError(N_("The file is locked for the owner of a key. Say where your secret key lies."))
    try:
        if lock is Lock.PASSPHRASE:
            return _by_passphrase(pyrage, data, _composed(passphrase))
        return bytes(pyrage.decrypt(data, _keys(pyrage, identities)))
    except pyrage.DecryptError as error:
        raise LockedError from error


def _by_passphrase(pyrage: ModuleType, data: bytes, passphrase: str) -> bytes:
    """Unlock with a passphrase.

    Before it begins, pyrage measures for a millisecond or two how quick the machine is, and refuses what would take it
    too long. On a busy one that comes out wrong now and then, so it measures once more.
    """
    for _attempt in range(_ATTEMPTS):
        try:
            return bytes(pyrage.passphrase.decrypt(data, passphrase))
        except pyrage.DecryptError as error:
            if not str(error).startswith("Excessive work"):
                raise
    raise LockedError(N_("This computer is too busy to open the file just now. Close other programs, and try again."))


def identities_in(path: str) -> str:
    """The text of an age identity file.

    Raises:
        ForeignFileError: If it cannot be read.
    """
    return strict.bytes_of(path, _IDENTITIES_MAX).decode(errors="replace")


def _keys(pyrage: ModuleType, text: str) -> list[Any]:
    lines = [line.strip() for line in text.splitlines()]
    try:
        keys = [pyrage.x25519.Identity.from_str(line) for line in lines if line.startswith(_IDENTITY)]
    except pyrage.IdentityError as error:
        raise RuleError(N_("There is no secret key of age in that file.")) from error
    if not keys:
        raise RuleError(N_("There is no secret key of age in that file."))
    return keys


def _composed(passphrase: str) -> str:
    """A passphrase as it counts: composed, with one space between the words."""
    import unicodedata  # noqa: PLC0415 - a millisecond, and only here

    return unicodedata.normalize("NFC", " ".join(passphrase.split()))


def _pyrage() -> ModuleType:
    """The library.

    Raises:
        RuleError: If it is not installed.
    """
    try:
        import pyrage  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra, and it ships no types
    except ImportError as error:
        raise RuleError(
            N_("To lock and unlock files, learnlog needs one more part. Install it with: {command}"),
            command="pip install 'learnlog-tui[secure]'",
        ) from error
    module: ModuleType = pyrage
    return module
