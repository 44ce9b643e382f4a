"""Text from anywhere, made safe to print: nothing that stands in a log may act on the terminal that shows it.

A log can be edited by hand, come from a share or be pasted into; so every text from data goes through `show` or
`show_line` on its way to a screen, and through `cleaned` on its way in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from operator import itemgetter
from typing import Any

_UNKNOWN = "\ufffd"
_UNSEEN = (
    *range(0x7F, 0xA0),  # DEL and the C1 controls: CSI and OSC in one character
    0x061C,  # the bidirectional controls, which make a text read as another one
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xFFF9, 0xFFFC),  # interlinear annotation
    *range(0xE0000, 0xE0080),  # tags: a text nobody sees
    *range(0xD800, 0xE000),  # surrogates cannot be written out
)
_KEPT = "\n\t"
_tables: dict[str, dict[int, str]] = {}


def _table(name: str) -> dict[int, str]:
    """The replacements of one of the functions below; made at the first text that needs one."""
    if not _tables:
        pictures = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in _KEPT}
        unseen = dict.fromkeys(_UNSEEN, _UNKNOWN)
        _tables["show"] = pictures | unseen
        _tables["line"] = pictures | unseen | dict.fromkeys(map(ord, "\n\t\r\v\f\x85\u2028\u2029"), " ")
        _tables["in"] = dict.fromkeys(pictures, _UNKNOWN) | unseen
    return _tables[name]


def show(text: str) -> str:
    """A text of several lines as it may be printed.

    Newlines and tabs stay; other control characters become their pictures (``␛``), and what hides or turns text round
    becomes U+FFFD.
    """
    return text if text.isprintable() else text.translate(_table("show"))


def show_line(text: str) -> str:
    """A text as it may be printed on one line: as `show`, with a space for every newline and tab."""
    return text if text.isprintable() else text.translate(_table("line"))


def cleaned(text: str) -> str:
    """A text as it is taken in: composed (NFC), with plain newlines, and U+FFFD for every control character."""
    if text.isascii() and text.isprintable():
        return text
    import unicodedata  # noqa: PLC0415 - a millisecond, and only for what is typed

    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    plain = text.replace("\n", " ").replace("\t", " ")
    return text if plain.isprintable() else text.translate(_table("in"))


def is_blank(text: str) -> bool:
    """Whether there is nothing to see in a text: only blanks, and characters that are as wide as nothing."""
    if text.isascii() or not text.strip():
        return not text.strip()
    from unicodedata import category  # noqa: PLC0415 - as in `cleaned`

    return all(category(char) in ("Zs", "Zl", "Zp", "Cf") for char in text)


def taken_in(value: Any) -> Any:  # noqa: ANN401 - any field of any value of the domain
    """A value with every text in it `cleaned`: through tuples, named tuples and the answers of a form."""
    if isinstance(value, tuple) and _is_clean(value):
        return value
    way = _ways[type(value)]
    return way(value) if way else value


def _each_taken_in(values: Iterable[Any]) -> list[Any]:
    ways = _ways
    return [way(each) if each and (way := ways[type(each)]) else each for each in values]


def _is_clean(value: tuple[Any, ...]) -> bool:
    """Whether nothing in a value has to be cleaned, told from all its texts at once; False when that is hard to say."""
    texts = _shapes[tuple(map(type, value))]
    try:
        text = " ".join(texts(value)).replace("\n", " ")  # nothing is composed with a space
    except TypeError:  # there is something else than texts in it
        return False
    return text.isprintable() and (text.isascii() or _is_composed(text))


def _is_composed(text: str) -> bool:
    from unicodedata import is_normalized  # noqa: PLC0415 - as in `cleaned`

    return is_normalized("NFC", text)


class _Ways(dict[type, Callable[[Any], Any] | None]):
    """How values of a type are taken in, found out once; None for one that holds no text."""

    def __missing__(self, kind: type) -> Callable[[Any], Any] | None:
        way: Callable[[Any], Any] | None = None
        if kind is str:  # not an enum's member: those are closed sets
            way = cleaned
        elif issubclass(kind, dict):
            way = lambda value: dict(zip(value, _each_taken_in(value.values()), strict=True))  # noqa: E731
        elif issubclass(kind, tuple):
            make = getattr(kind, "_make", tuple)  # a named tuple has one
            way = lambda value: make(_each_taken_in(value))  # noqa: E731
        self[kind] = way
        return way


_ways = _Ways()


class _Shapes(dict[tuple[type, ...], Callable[[tuple[Any, ...]], list[Any]]]):
    """How to get all texts of a value whose parts are of these types, found out once; None among them for the rest."""

    def __missing__(self, kinds: tuple[type, ...]) -> Callable[[tuple[Any, ...]], list[Any]]:
        texts, tuples, dicts = (_parts([at for at, kind in enumerate(kinds) if kind is each]) for each in _HOLDERS)
        is_plain = all(kind in _HOLDERS or not _ways[kind] for kind in kinds)

        def found(value: tuple[Any, ...]) -> list[Any]:
            return [*texts(value), *chain(*tuples(value)), *chain(*map(dict.values, dicts(value)))]

        self[kinds] = found if is_plain else lambda _value: [None]
        return self[kinds]


def _parts(places: list[int]) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """Gets the parts in these places; the first one twice, since what gets a single part makes no tuple of it."""
    return itemgetter(*places, places[0]) if places else lambda _value: ()


_HOLDERS = (str, tuple, dict)
_shapes = _Shapes()
