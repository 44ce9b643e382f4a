"""The shape of a file from somebody else, field by field, once `learnlog.storage.strict` has read it.

A field that is unknown is refused, so that nothing travels unseen. What is refused is told by its place (“Item 3”),
never by what stands there: that is somebody's text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from learnlog.errors import ForeignFileError, NewerFormatError
from learnlog.storage.strict import Unfit
from learnlog.text import N_

Kind = Callable[[Any], Any]
"""Reads a value of a file; raises `Unfit` for one that is not of its kind."""
_NOTHING: dict[str, object] = {}
_HEXADECIMAL = frozenset("0123456789abcdef")
_IN_IDS = frozenset("0123456789abcdefghijklmnopqrstuvwxyz_-")
_UID_MAX = 80
_DAY = len("2026-11-20")


def shaped(raw: object, kinds: Mapping[str, Kind], lacking: Mapping[str, object] = _NOTHING) -> dict[str, Any]:
    """The fields of an object, each of its kind.

    Args:
        raw: What should be an object.
        kinds: Name → kind of every field there may be.
        lacking: Fields that may be missing, and what they are then.

    Raises:
        Unfit: If it is no object, a field is missing or not of its kind, or there is one that is not known.
    """
    if not isinstance(raw, dict):
        raise Unfit(N_("Something else stands where there should be named fields."))
    if not raw.keys() <= kinds.keys():
        raise Unfit(N_("There is a field that does not belong there."))
    values: dict[str, Any] = dict(lacking)
    for name, kind in kinds.items():
        if name in raw:
            values[name] = _named(name, kind, raw[name])
        elif name not in lacking:
            raise Unfit(N_("The field {name} is missing."), name=name)
    return values


def _named(name: str, kind: Kind, raw: object) -> Any:  # noqa: ANN401 - a value of that kind
    try:
        return kind(raw)
    except Numbered:
        raise
    except Unfit as error:
        if error.message.values:  # it says by itself where it is
            raise
        raise Unfit(N_("{name}: {sentence}"), name=name, sentence=error.message) from error


class Numbered(Unfit):
    """A value in a list is not what it should be; the sentence begins with its number."""


def listed(kind: Kind, most: int) -> Kind:
    """A list of one kind; what is wrong in it is told by its number, from 1."""

    def of(raw: object) -> tuple[Any, ...]:
        if not isinstance(raw, list):
            raise Unfit(N_("Something else stands where there should be a list."))
        if len(raw) > most:
            raise Unfit(N_("The list is too long: at most {most}."), most=most)
        found = []
        for number, each in enumerate(raw, 1):
            try:
                found.append(kind(each))
            except Unfit as error:
                raise Numbered(N_("Item {number}: {sentence}"), number=number, sentence=error.message) from error
        return tuple(found)

    return of


def text(most: int, least: int = 0) -> Kind:
    """A text."""

    def of(raw: object) -> str:
        if not isinstance(raw, str):
            raise Unfit(N_("Something else stands where there should be a text."))
        if not least <= len(raw) <= most:
            raise Unfit(N_("A text in the file is too long, or empty where it must not be."))
        return raw

    return of


def hexadecimal(digits: int) -> Kind:
    """So many small hexadecimal digits: an id, a hash, a key."""

    def of(raw: object) -> str:
        if not isinstance(raw, str) or len(raw) != digits or not _HEXADECIMAL.issuperset(raw):
            raise Unfit(N_("This is no id or check sum of learnlog's."))
        return raw

    return of


def uid(raw: object) -> str:
    """The id of something in a log: those of an imported log may be short names."""
    if not isinstance(raw, str) or not 0 < len(raw) <= _UID_MAX or not _IN_IDS.issuperset(raw):
        raise Unfit(N_("This is no id or check sum of learnlog's."))
    return raw


def key_of(*keys: str) -> Kind:
    """One of some keys."""

    def of(raw: object) -> str:
        if not isinstance(raw, str) or raw not in keys:
            raise Unfit(N_("A word stands there that learnlog does not know."))
        return raw

    return of


def member(kind: type[StrEnum]) -> Kind:
    """One of a closed set, by its key."""
    key = key_of(*kind)
    return lambda raw: kind(key(raw))


def unless_null(kind: Kind) -> Kind:
    """Of a kind, or nothing: then None."""
    return lambda raw: None if raw is None else kind(raw)


def as_it_is(raw: Any) -> Any:  # noqa: ANN401 - whatever stands there
    """What has been looked at already, or is looked at later."""
    return raw


def day(raw: object) -> dt.date:
    """A day, ISO 8601."""
    if isinstance(raw, str) and len(raw) == _DAY:
        try:
            return dt.date.fromisoformat(raw)
        except ValueError:
            pass
    raise Unfit(N_("This is no day such as 2026-11-20."))


def number(least: int, most: int) -> Kind:
    """A whole number."""

    def of(raw: object) -> int:
        if type(raw) is not int or not least <= raw <= most:
            raise Unfit(N_("There is a number in the file that learnlog does not use."))
        return raw

    return of


def version_of(document: Mapping[str, Any], form: str, newest: int) -> int:
    """See what kind of file it is, before anything else of it is looked at.

    Raises:
        ForeignFileError: If it is another kind of file.
        NewerFormatError: If a newer learnlog has written it.
    """
    version = document.get("version")
    if document.get("format") != form or type(version) is not int or version < 1:
        raise ForeignFileError(N_("This is another kind of file than the one asked for."))
    if version > newest:
        raise NewerFormatError(N_("This file was made by a newer learnlog, and this one cannot read it."))
    return version
