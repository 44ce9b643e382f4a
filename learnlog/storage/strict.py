"""Read a JSON file that came from somebody else: a share, a review. Whatever it holds, it is refused or harmless.

It must be a regular file of a size that is looked at before a byte is read. Its brackets and commas are counted before
they are parsed, since a few bytes of them can become a hundred times as much memory. A key twice, a number with a
decimal point, a number nobody needs, a text that is no text: refused. Then `learnlog.storage.shapes` looks at its
shape, field by field.

No error tells what stands in the file: that is somebody's text.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from learnlog.errors import ForeignFileError, reason
from learnlog.storage.disk import Disk
from learnlog.text import N_, Msg

_DISK = Disk()
_KEY_MAX = 100
"""Longest name of a field, in characters."""
_DIGITS_MAX = 16
"""Longest number, in digits."""
_DEEPER, _SHALLOWER = b"[{", b"]}"
_HALF = rb"\\u[dD][89a-fA-F]"
"""Half a pair of surrogates: bytes that are no UTF-8 are refused anyway, so it can only be written so."""


class Caps(NamedTuple):
    """How much of everything there may be in a file.

    Attributes:
        size: Bytes.
        values: Texts, numbers, lists and objects in all.
        depth: Lists and objects within each other.
        text: Characters of one text.
    """

    size: int
    values: int
    depth: int
    text: int


REVIEW = Caps(size=2 << 20, values=50_000, depth=5, text=20_000)
"""A review: a few comments on each of some hundred things."""
SHARE = Caps(size=100 << 20, values=2_000_000, depth=12, text=200_000)
"""A share: ten years of entries, and trainings with all their answers."""


class Unfit(ValueError):  # noqa: N818 - caught where the file is read: a value that is not of its kind
    """A value is not what it should be.

    Attributes:
        message: Why, as a sentence.
    """

    def __init__(self, message: str, **values: object) -> None:
        """Keep the sentence."""
        super().__init__(message)
        self.message = Msg(message, values)


def bytes_of(path: str, most: int, disk: Disk = _DISK) -> bytes:
    """All bytes of a regular file.

    Args:
        path: The file; a fifo, a device or a folder is refused, and none is waited for.
        most: Largest size, looked at before reading.
        disk: The system's calls.

    Raises:
        ForeignFileError: If it is too large, no file, or cannot be read.
    """
    try:
        file = disk.open_to_read(path)
        try:
            size = disk.fstat(file).st_size
            data = disk.read(file, 0, most + 1) if size <= most else b""  # it may grow while it is read
        finally:
            disk.close(file)
    except IsADirectoryError as error:
        raise ForeignFileError(N_("This is not an ordinary file, so it has not been opened.")) from error
    except OSError as error:
        raise ForeignFileError(N_("The file cannot be read: {reason}."), reason=reason(error)) from error
    except ValueError as error:  # a zero byte in the path
        raise ForeignFileError(N_("This is not an ordinary file, so it has not been opened.")) from error
    if size > most or len(data) > most:
        raise ForeignFileError(N_("The file is too large: at most {most} MB."), most=max(most >> 20, 1))
    return data


def load(data: bytes, caps: Caps) -> dict[str, Any]:
    """The JSON object in some bytes.

    Raises:
        ForeignFileError: If it is anything else, or holds too much, or what no file of ours holds.
    """
    import re  # noqa: PLC0415 - only whoever opens such a file pays for it

    _weigh(data, caps)
    try:
        value = _DECODER.decode(data.decode())
        if len(data) > caps.text or re.search(_HALF, data):  # otherwise no text can be too long, or none at all
            _walk(value, caps)
    except Unfit as error:
        raise ForeignFileError(error.message) from error
    except (ValueError, RecursionError) as error:
        raise ForeignFileError(_NO_JSON) from error
    if not isinstance(value, dict):
        raise ForeignFileError(_NO_JSON)
    return value


def read(path: str, caps: Caps, disk: Disk = _DISK) -> dict[str, Any]:
    """The JSON object in a file, see `bytes_of` and `load`."""
    return load(bytes_of(path, caps.size, disk), caps)


def canonical(value: object) -> bytes:
    """JSON of which there is only one form: sorted keys, no spaces, UTF-8. What is hashed and signed."""
    return _encoder()(value)


@cache
def _encoder() -> Callable[[object], bytes]:
    """msgspec's: ten times as quick as json's, and the same bytes of whatever stands in such a file."""
    from msgspec.json import Encoder  # noqa: PLC0415 - only whoever opens or writes such a file pays for it

    return Encoder(order="sorted").encode


def _weigh(data: bytes, caps: Caps) -> None:
    """Count what would be made of it, before it is made."""
    import re  # noqa: PLC0415 - only whoever opens such a file pays for it

    if len(data) > caps.size:
        raise ForeignFileError(N_("The file is too large: at most {most} MB."), most=max(caps.size >> 20, 1))
    # A text that never ends reaches to the end of the file, so that every byte is looked at once.
    bones = re.sub(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', b"", data, flags=re.DOTALL)
    if sum(map(bones.count, (b",", b"[", b"{"))) > caps.values:
        raise ForeignFileError(N_("The file holds more than learnlog takes in at once."))
    depth = 0
    for each in re.findall(rb"[][{}]", bones):
        depth += 1 if each in _DEEPER else -1
        if depth > caps.depth:
            raise ForeignFileError(N_("The file holds more than learnlog takes in at once."))


def _walk(value: object, caps: Caps) -> None:
    """See that every text in it is one, and none too long. How deep it goes, and its names, have been looked at."""
    if isinstance(value, str):
        _text(value, caps.text)
    elif isinstance(value, list):
        for each in value:
            _walk(each, caps)
    elif isinstance(value, dict):
        for name, each in value.items():
            _text(name, _KEY_MAX)
            _walk(each, caps)


def _text(value: str, most: int) -> None:
    if len(value) > most:
        raise _too_long(most)
    value.encode()  # half a pair of surrogates is no text: UnicodeEncodeError is a ValueError


def _too_long(most: int) -> Unfit:
    return Unfit(N_("A text in the file is too long: at most {most} characters."), most=most)


def _no_key_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise Unfit(N_("A field stands there twice."))
    if pairs and max(map(len, fields)) > _KEY_MAX:
        raise _too_long(_KEY_MAX)
    return fields


def _refused(_number: str) -> None:
    raise Unfit(N_("There is a number in the file that learnlog does not use."))


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > _DIGITS_MAX:
        _refused(digits)
    return int(digits)


_NO_JSON = N_("This is no file that learnlog has written, or it is damaged.")
_DECODER = json.JSONDecoder(
    object_pairs_hook=_no_key_twice, parse_constant=_refused, parse_float=_refused, parse_int=_whole
)
