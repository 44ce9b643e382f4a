"""Every text in a value or a stored document, and where in it: what the identity guard looks through.

One walk for all kinds, told by their shape: a field that is added tomorrow is looked through tomorrow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Any

Path = tuple[str, ...]
"""The way to a text: names of fields, keys of answers, places in a list; ``("followups", "0", "answers", "c1")``."""

NO_TEXT = frozenset({
    "id", "uid", "target", "field", "on", "at", "date", "hash", "source", "sha256", "digest", "salt", "sealed",
    "mac", "sum",
})  # fmt: skip
"""Fields that only the program writes, or that hold a day."""
_NO_TEXT_ENDS = ("_id", "_ids", "_on", "_at", "_key")


def texts_in(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text somebody may have written in a value, with the way to it.

    Args:
        value: A value of the domain, or a stored document.
        path: The way to the value itself.
    """
    if isinstance(value, str):
        if value and not isinstance(value, Enum):  # an enum's members are closed sets
            yield path, value
        return
    for name, part in _parts(value):
        if not (name in NO_TEXT or name.endswith(_NO_TEXT_ENDS)):
            yield from texts_in(part, (*path, name))


def with_texts(value: Any, change: Callable[[Path, str], str], path: Path = ()) -> Any:  # noqa: ANN401 - any value
    """A value with its texts changed.

    Args:
        value: A value of the domain.
        change: From the way to a text and the text, to what shall stand there.
        path: The way to the value itself.
    """
    if isinstance(value, str):
        return change(path, value) if value and not isinstance(value, Enum) else value
    changed = {
        name: part if name in NO_TEXT or name.endswith(_NO_TEXT_ENDS) else with_texts(part, change, (*path, name))
        for name, part in _parts(value)
    }
    if all(changed[name] is part for name, part in _parts(value)):
        return value
    if isinstance(value, Mapping):
        return changed
    fields = getattr(value, "_replace", None)
    return fields(**changed) if fields else type(value)(changed.values())


def _parts(value: object) -> Iterator[tuple[str, Any]]:
    """The parts of a value by name; of a list by place."""
    if isinstance(value, Mapping):
        yield from ((str(key), part) for key, part in value.items())
    elif isinstance(value, tuple) and hasattr(value, "_fields"):
        yield from zip(value._fields, value, strict=True)
    elif isinstance(value, tuple | list):
        yield from ((str(place), part) for place, part in enumerate(value))
