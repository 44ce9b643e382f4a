"""How single field values are stored: the way there and back, and what to do with what cannot be read."""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple

NOT_READABLE = (ValueError, TypeError, KeyError, AttributeError)
"""What reading a stored value raises when it is not of its kind: written by a newer learnlog, or by hand."""


def _as_is(value: Any, _stored: Any) -> Any:  # noqa: ANN401 - any JSON
    return value


class Kind(NamedTuple):
    """A kind of field.

    Attributes:
        to: Value → JSON.
        of: JSON → value; raises one of `NOT_READABLE` for what is not of this kind.
        over: (new JSON, stored JSON) → what to store when the field has changed: parts of the stored that this
            learnlog cannot read are carried over.
        json: Whether `json_text.encoded` writes a value just as it writes what `to` makes of it: a tuple as a list, a
            member of a closed set as its key, a day, a moment in UTC.
    """

    to: Callable[[Any], Any]
    of: Callable[[Any], Any]
    over: Callable[[Any, Any], Any] = _as_is
    json: bool = False


def moment_json(moment: dt.datetime) -> str:
    """A moment as UTC with Z."""
    return moment.astimezone(dt.UTC).isoformat()[: -len("+00:00")] + "Z"


def read_moment(raw: str) -> dt.datetime:
    """A moment from its stored form; aware, UTC."""
    moment = dt.datetime.fromisoformat(raw)
    if moment.tzinfo is None:
        raise ValueError(raw)
    return moment.astimezone(dt.UTC)


def _exactly(kind: type) -> Callable[[Any], Any]:
    def of(raw: Any) -> Any:  # noqa: ANN401 - any JSON
        if type(raw) is not kind:
            raise TypeError
        return raw

    return of


def AS_IT_IS(value: Any) -> Any:  # noqa: ANN401, N802 - any JSON
    """How a value is stored that is JSON itself."""
    return value


def optional(kind: Kind) -> Kind:
    """A kind that may also be None."""
    to, of, over, json = kind
    return Kind(
        to if to is AS_IT_IS else lambda value: None if value is None else to(value),
        lambda raw: None if raw is None else of(raw),
        lambda new, stored: new if new is None or stored is None else over(new, stored),
        json,
    )


def one_of(members: type[StrEnum]) -> Kind:
    """A member of a closed set, stored as its key."""
    known = {member.value: member for member in members}
    return Kind(str.__str__, known.__getitem__, json=True)


def many(kind: Kind) -> Kind:
    """A tuple of one kind. What cannot be read in it is passed over when reading, and kept when writing."""
    to, of, _, json = kind

    def read(raw: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any JSON
        if type(raw) is not list:
            raise TypeError
        try:
            return tuple(map(of, raw))
        except NOT_READABLE:
            return tuple(value for value in (_try(of, each) for each in raw) if value is not _UNREADABLE)

    def over(new: list[Any], stored: Any) -> list[Any]:  # noqa: ANN401 - any JSON
        if type(stored) is not list:
            return new
        read_as = [(each, _try(of, each)) for each in stored]
        kept = [(each, to(value)) for each, value in read_as if value is not _UNREADABLE]
        result = [next((each for each, same in kept if same == item), item) for item in new]
        return result + [each for each, value in read_as if value is _UNREADABLE]

    return Kind(list if to is AS_IT_IS else lambda values: list(map(to, values)), read, over, json)


def record(make: Callable[..., Any], **fields: Kind) -> Kind:
    """A small value with named fields, stored as an object.

    Unknown names in it are kept: in a list while it is unchanged, and always where it has a name of its own (`by_key`).
    """

    def read(raw: Any) -> Any:  # noqa: ANN401 - any JSON
        if type(raw) is not dict:
            raise TypeError
        return make(**{name: kind.of(raw[name]) for name, kind in fields.items() if name in raw})

    def over(new: dict[str, Any], stored: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
        if type(stored) is not dict:
            return new
        known = {name: fields[name].over(each, stored[name]) if name in stored else each for name, each in new.items()}
        return known | {name: each for name, each in stored.items() if name not in fields}

    return Kind(lambda value: {name: kind.to(getattr(value, name)) for name, kind in fields.items()}, read, over)


def by_key(kind: Kind, key: str) -> Kind:
    """A tuple of records, stored as an object by one of their fields: windows that change different ones both win."""

    def read(raw: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any JSON
        if type(raw) is not dict:
            raise TypeError
        return tuple(value for value in (_try(kind.of, each) for each in raw.values()) if value is not _UNREADABLE)

    def write(values: tuple[Any, ...]) -> dict[str, Any]:
        return {str(getattr(value, key)): kind.to(value) for value in values}

    def over(new: dict[str, Any], stored: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
        if type(stored) is not dict:
            return new
        kept = {name: each for name, each in stored.items() if _try(kind.of, each) is _UNREADABLE}
        return kept | {name: kind.over(each, stored[name]) if name in stored else each for name, each in new.items()}

    return Kind(write, read, over)


def _texts_by_key(raw: Any) -> dict[str, str]:  # noqa: ANN401 - any JSON
    if type(raw) is not dict:
        raise TypeError
    return {key: text for key, text in raw.items() if type(text) is str}


def _over_texts(new: dict[str, str], stored: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    unread = {key: each for key, each in stored.items() if type(each) is not str} if type(stored) is dict else {}
    return unread | new


_UNREADABLE = object()


def _try(of: Callable[[Any], Any], raw: Any) -> Any:  # noqa: ANN401 - any JSON
    try:
        return of(raw)
    except NOT_READABLE:
        return _UNREADABLE


TEXT = Kind(AS_IT_IS, _exactly(str), json=True)
NUMBER = Kind(AS_IT_IS, _exactly(int), json=True)
FLAG = Kind(AS_IT_IS, _exactly(bool), json=True)
DAY = Kind(dt.date.isoformat, dt.date.fromisoformat, json=True)
MOMENT = Kind(moment_json, read_moment, json=True)
TEXTS = many(TEXT)
ANSWERS = Kind(dict, _texts_by_key, _over_texts, json=True)
ANYTHING = Kind(AS_IT_IS, AS_IT_IS, json=True)
