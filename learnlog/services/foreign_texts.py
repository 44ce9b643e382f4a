"""Texts of any file, to be looked through: a note, a shared copy, a review, a log, data in JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from learnlog.domain.identity_places import Path, texts_in
from learnlog.errors import ForeignFileError, LearnlogError
from learnlog.storage import strict
from learnlog.storage.sealed import is_sealed
from learnlog.storage.share_file import decoded
from learnlog.text import N_

CAPS = strict.SHARE
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
"""What a text of another encoding begins with."""


class Line(NamedTuple):
    """A text of a file, with where it stands.

    Attributes:
        number: Its line, from 1.
        path: The way to it in the data of that line; empty for an ordinary text.
        text: The text.
    """

    number: int
    path: Path
    text: str


def bytes_of(path: str) -> bytes:
    """All bytes of an ordinary file.

    Raises:
        ForeignFileError: If it is none, cannot be read, or is too large.
    """
    return strict.bytes_of(path, CAPS.size)


def shared_in(data: bytes) -> tuple[object, ...] | None:
    """What is in a copy that somebody shares, with who gives it and what for; None if the file is none."""
    if not data.startswith(b"{"):
        return None
    try:
        share = decoded(data)
    except LearnlogError:
        return None
    return (*(item.value for item in share.items), share._replace(items=()))


def lines_of(data: bytes) -> Iterator[Line]:
    """Every text in a file: of data, what somebody may have written in it; of an ordinary text, its lines.

    Raises:
        ForeignFileError: If it is locked, or no text at all.
    """
    if is_sealed(data):
        raise ForeignFileError(N_("The file is locked, so it cannot be looked through."))
    text = _decoded(data)
    whole = _object(text)
    if whole is not None:
        yield from (Line(1, path, each) for path, each in texts_in(whole))
        return
    for number, line in enumerate(text.splitlines(), 1):
        data_of_line = _object(line)
        if data_of_line is None:
            yield Line(number, (), line)
        else:
            yield from (Line(number, path, each) for path, each in texts_in(data_of_line))


def _decoded(data: bytes) -> str:
    """A file's text. Bytes that are none are passed over: digits and letters are the same in all that is in use."""
    mark = next((each for each in _MARKS if data.startswith(each)), b"")
    if b"\0" in data and mark not in (b"\xff\xfe", b"\xfe\xff"):
        raise ForeignFileError(N_("This is no text, so it cannot be looked through."))
    return data.decode(_MARKS.get(mark, "utf-8"), errors="replace")


def _object(text: str) -> dict[str, Any] | None:
    """The JSON object that a text is; None if it is none."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        return strict.load(text.encode(), CAPS)
    except ForeignFileError:
        return None
