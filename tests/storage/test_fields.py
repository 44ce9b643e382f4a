"""How single field values are stored: what cannot be read is told from what can, and comes through a save unharmed."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

import pytest

from learnlog.domain.values import Component
from learnlog.storage.fields import (
    ANSWERS,
    ANYTHING,
    DAY,
    FLAG,
    MOMENT,
    NOT_READABLE,
    NUMBER,
    TEXT,
    TEXTS,
    Kind,
    by_key,
    many,
    moment_json,
    one_of,
    optional,
    record,
)

FIRST, SECOND = list(Component)[:2]


class Pair(NamedTuple):
    name: str = ""
    size: int = 0


PAIR = record(Pair, name=TEXT, size=NUMBER)
PAIRS = by_key(PAIR, "name")


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        (TEXT, 1),
        (TEXT, None),
        (NUMBER, True),
        (NUMBER, "1"),
        (NUMBER, 1.0),
        (FLAG, 1),
        (FLAG, "true"),
        (DAY, "yesterday"),
        (DAY, 20261120),
        (MOMENT, "2026-11-20T12:00:00"),
        (MOMENT, "noon"),
        (MOMENT, 7),
        (one_of(Component), "of a newer learnlog"),
        (one_of(Component), ["a"]),
        (optional(TEXT), 1),
        (TEXTS, "abc"),
        (TEXTS, {"a": 1}),
        (TEXTS, None),
        (ANSWERS, ["a"]),
        (ANSWERS, "abc"),
        (PAIR, ["name"]),
        (PAIR, {"name": 1}),
        (PAIRS, [{"name": "a"}]),
        (PAIRS, "abc"),
    ],
)
def test_what_is_not_of_its_kind_is_not_read(kind: Kind, raw: Any) -> None:
    with pytest.raises(NOT_READABLE):
        kind.of(raw)


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (optional(TEXT), None, None),
        (optional(DAY), "2026-11-20", dt.date(2026, 11, 20)),
        (MOMENT, "2026-11-20T13:00:00+01:00", dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)),
        (TEXTS, ["a", 1, "b", None], ("a", "b")),
        (many(one_of(Component)), [FIRST.value, "newer", SECOND.value], (FIRST, SECOND)),
        (ANSWERS, {"a": "x", "b": 1}, {"a": "x"}),
        (PAIR, {"name": "a", "newer": 1}, Pair("a")),
        (PAIRS, {"a": {"name": "a", "size": 1}, "b": 7}, (Pair("a", 1),)),
        (ANYTHING, {"a": [1, None]}, {"a": [1, None]}),
    ],
)
def test_what_can_be_read_of_it_is_read(kind: Kind, raw: Any, value: Any) -> None:
    assert kind.of(raw) == value


@pytest.mark.parametrize(
    ("kind", "new", "stored", "result"),
    [
        (TEXT, "b", 7, "b"),
        (TEXTS, ["b"], "no list", ["b"]),
        (TEXTS, ["b", "c"], ["a", 7, "b", None], ["b", "c", 7, None]),
        (TEXTS, [], [7], [7]),
        (many(one_of(Component)), [SECOND.value], [FIRST.value, "newer"], [SECOND.value, "newer"]),
        (many(PAIR), [{"name": "a", "size": 1}], [{"name": "a", "size": 1, "newer": 2}, 7],
         [{"name": "a", "size": 1, "newer": 2}, 7]),
        (optional(TEXTS), None, ["a", 7], None),
        (optional(TEXTS), ["a"], None, ["a"]),
        (optional(TEXTS), ["b"], ["a", 7], ["b", 7]),
        (ANSWERS, {"a": "y"}, {"a": "x", "b": 7, "c": "gone"}, {"b": 7, "a": "y"}),
        (ANSWERS, {"a": "y"}, "no object", {"a": "y"}),
        (PAIR, {"name": "b", "size": 2}, {"name": "a", "newer": 1}, {"name": "b", "size": 2, "newer": 1}),
        (PAIR, {"name": "b", "size": 2}, 7, {"name": "b", "size": 2}),
        (PAIRS, {"a": {"name": "a", "size": 2}}, {"a": {"name": "a", "size": 1, "newer": 3}, "b": 7, "c": {"name": "c"}},
         {"b": 7, "a": {"name": "a", "size": 2, "newer": 3}}),
        (PAIRS, {"a": {"name": "a", "size": 2}}, 7, {"a": {"name": "a", "size": 2}}),
    ],
)  # fmt: skip
def test_what_could_not_be_read_is_kept_when_the_field_is_changed(
    kind: Kind, new: Any, stored: Any, result: Any
) -> None:
    assert kind.over(new, stored) == result


def test_a_moment_is_stored_in_one_form_wherever_it_was() -> None:
    moment = dt.datetime(2026, 11, 20, 13, 0, 0, 7, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert moment_json(moment) == "2026-11-20T12:00:00.000007Z"
    assert MOMENT.of(moment_json(moment)) == moment
