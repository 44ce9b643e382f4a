"""JSON as a log holds it: one way to write a value, nothing lost on the way, nothing read that is not plain.

What learnlog has written itself, and whose sums are right, is read by `from_json`; everything else by `strict`.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable
from typing import Any

from learnlog.errors import CannotSaveError, DamagedError
from learnlog.storage.fields import moment_json
from learnlog.text import N_

DEPTH_MAX = 24
"""Deepest nesting of a document."""

Doc = dict[str, Any]
NOT_OURS = N_("The log holds something that learnlog did not write and cannot read. Nothing has been changed.")
_NO_TEXT = N_("This text cannot be saved: it holds something that is not text.")
_PLAIN = frozenset((str, int, bool, type(None)))
_LISTS = frozenset((list, tuple))
_HOLDERS = _LISTS | {dict}
_KEYS = {str}


class Refused(ValueError):  # noqa: N818 - caught where it is raised: a line that is not one
    """This is not what it should be."""


def to_json(value: object) -> bytes:
    """Canonical JSON: UTF-8, no spaces, no NaN; days and moments as the fields of documents are stored.

    Raises:
        CannotSaveError: If JSON cannot hold it.
    """
    try:
        return _ENCODER.encode(value).encode()
    except (TypeError, ValueError, RecursionError) as error:  # UnicodeEncodeError is a ValueError: a lone surrogate
        raise CannotSaveError(_NO_TEXT) from error


def encoded(value: object) -> bytes:
    """The same as `to_json`, by the quickest encoder there is; only for what is storable, days and moments in UTC.

    Raises:
        CannotSaveError: If JSON cannot hold it.
    """
    try:
        return _encode(value)
    except (TypeError, ValueError, RecursionError) as error:
        raise CannotSaveError(_NO_TEXT) from error


def from_json(raw: bytes | str) -> Any:  # noqa: ANN401 - whatever stands there
    """Read JSON of a line whose sums are right.

    Raises:
        DamagedError: If it is none all the same: something else than learnlog has written it.
    """
    try:
        return json.loads(raw if isinstance(raw, str) else raw.decode())  # else it looks for other encodings
    except (ValueError, RecursionError) as error:
        raise DamagedError(NOT_OURS) from error


def copied(document: Doc) -> Doc:
    """A document that shares nothing with this one."""
    copy: Doc = from_json(to_json(document))
    return copy


def strict(line: bytes | str) -> Doc:
    """Read one JSON object: no key twice, no NaN.

    Raises:
        Refused: If it is anything else.
    """
    try:
        value = _STRICT.decode(line if isinstance(line, str) else line.decode())
    except (ValueError, RecursionError) as error:
        raise Refused from error
    if not isinstance(value, dict):
        raise Refused
    return value


def check_storable(value: object, depth: int = DEPTH_MAX) -> None:
    """See that a document holds only what a log holds.

    Raises:
        CannotSaveError: If it holds a float, something that JSON does not write, or is nested too deep.
    """
    if type(value) in _PLAIN or isinstance(value, str):  # a member of a closed set is its key
        return
    parts: Iterable[object]
    if depth and isinstance(value, dict) and {*map(type, value)} <= _KEYS:
        parts = value.values()
    elif depth and isinstance(value, (list, tuple)):
        parts = value
    else:
        raise CannotSaveError(N_("This cannot be saved: a log holds text, whole numbers and lists of them."))
    for each in parts:
        kind = type(each)
        if kind in _PLAIN or (not each and kind in _HOLDERS) or isinstance(each, str):
            continue
        if not (kind in _LISTS and depth > 1 and _PLAIN.issuperset(map(type, each))):
            check_storable(each, depth - 1)


def _told(value: object) -> str:
    """What JSON has no form for."""
    if isinstance(value, dt.datetime):
        return moment_json(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError


def _no_constant(name: str) -> None:
    raise Refused(name)


def _no_key_twice(pairs: list[tuple[str, object]]) -> Doc:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise Refused
    return fields


def quicken(encode: Callable[[object], bytes]) -> None:
    """Encode actions by another encoder from now on, which writes the same bytes of whatever is storable.

    msgspec's is ten times as quick, but importing it takes longer than a whole command; so who imports it anyway hands
    it over.
    """
    global _encode  # noqa: PLW0603 - one process, one encoder
    _encode = encode


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":"), default=_told
)
_encode = to_json
_STRICT = json.JSONDecoder(object_pairs_hook=_no_key_twice, parse_constant=_no_constant)
