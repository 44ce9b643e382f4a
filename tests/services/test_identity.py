"""The identity guard: it looks through everything that is written, hides, and remembers what is not about a client."""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

import learnlog.storage
from learnlog.bootstrap import Services
from learnlog.domain.identity import Certainty, Kind, look_for_numbers
from learnlog.domain.identity_places import NO_TEXT, texts_in
from learnlog.domain.training import FollowUp, Sharing
from learnlog.domain.values import Language
from learnlog.errors import RuleError
from learnlog.export.escape import escaped_words, wrapped
from learnlog.i18n.catalog import Translator
from learnlog.i18n.places import THINGS, field_name
from learnlog.services.found import TABLES
from learnlog.storage.codec import Codec

NUMBER = "811218-9876"
MISTYPED = "811218-9875"
SWEDISH = Translator(Language.SV)
NOT_WRITTEN = {
    "id", "uid", "training_id", "goal_ids", "action_id", "area_id", "talk_id", "workshop_id", "action_ids", "area_ids",
    "entry_ids", "insight_ids", "training_ids", "need_ids", "hash", "source", "sha256", "reply_key", "review_id", "digest",
    "salt", "log_id", "share_id", "goal_id", "at", "target", "field", "sealed",
}  # fmt: skip
"""Fields of type text that nobody writes in: ids, and what is computed."""


def codecs() -> list[Codec[Any]]:
    """Every kind of thing that is stored in a log, whoever added it."""
    found = {}
    for module in pkgutil.iter_modules(learnlog.storage.__path__):
        for each in vars(importlib.import_module(f"learnlog.storage.{module.name}")).values():
            if isinstance(each, Codec):
                found[id(each)] = each
    return sorted(found.values(), key=lambda each: each.table)


def filled(kind: Any) -> Any:
    """A value of a type, with a number in every text of it."""
    if kind is str:
        return f"Nr {NUMBER}"
    if get_origin(kind) is tuple:
        return (filled(get_args(kind)[0]),)
    if get_origin(kind) is dict:
        return {"a1": filled(str)} if get_args(kind)[1] is str else {}
    if str in get_args(kind) or any(hasattr(each, "_fields") or get_origin(each) for each in get_args(kind)):
        return filled(next(each for each in get_args(kind) if each is not type(None)))
    if hasattr(kind, "_fields"):
        hints = get_type_hints(kind)
        written = {name: filled(hints[name]) for name in kind._fields}
        return kind._make(written.values())
    return None


def written_fields(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where the numbers stand, told by another walk than the guard's."""
    if isinstance(value, str):
        yield path
    elif hasattr(value, "_fields"):
        for name in value._fields:
            if name not in NOT_WRITTEN:
                yield from written_fields(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from written_fields(each, (*path, str(place)))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from written_fields(each, (*path, key))


@pytest.mark.parametrize("codec", codecs(), ids=lambda each: each.table)
def test_every_text_of_every_kind_is_looked_through_and_has_a_name(codec: Codec[Any], services: Services) -> None:
    if codec.table in {"snoozes", "kept"}:
        pytest.skip("nothing in it is written by anybody")
    value = filled(codec._make)
    expected = set(written_fields(value))
    assert expected
    found = services.identity.seen_in(value)
    assert {each.path for each in found} == expected
    table = TABLES.get(type(value).__name__, codec.table)
    assert table in THINGS
    unnamed = field_name(table, ("nobody knows",))
    assert not [path for path in expected if "clashes" not in path and field_name(table, path) == unnamed]
    clean = services.identity.without(value, found, SWEDISH)
    assert type(clean) is type(value)
    assert not services.identity.seen_in(clean)
    assert {path for path, text in texts_in(clean) if "[maskerat]" in text} == expected


def test_what_is_not_written_by_anybody_is_known_by_its_name() -> None:
    assert all(name in NO_TEXT or name.endswith(("_id", "_ids", "_key")) for name in NOT_WRITTEN)


def test_the_whole_log_is_looked_through_with_the_bin_and_what_a_newer_learnlog_wrote(services: Services) -> None:
    log = services.log
    entry = log.save(log.blank()._replace(title=f"Om {NUMBER}", answers={"www_good": f"Hon, {NUMBER}, sjöng"}))
    log.delete(log.save(log.blank()._replace(title="Bort", themes=(f"t{NUMBER}",))).id)
    with services._store.transaction():
        services._store.upsert("newer", "a", {"said": {"deep": [f"x {NUMBER}"]}})
    found = services.identity.everywhere()
    assert {(each.table, each.field) for each in found} == {
        ("entries", "title"),
        ("entries", "answers.www_good"),
        ("entries", "themes.0"),
        ("newer", "said.deep.0"),
    }
    assert all(each.stops for each in found)
    told = [SWEDISH.say(each.where) for each in found if each.uid == entry.id]
    assert all("Om •••" in each for each in told)
    assert NUMBER not in str(told)
    assert NUMBER[-4:] not in str(found)


def test_a_training_is_told_by_the_question_that_was_answered(services: Services) -> None:
    training = services.trainings.blank()._replace(
        title="Demens",
        followups=(FollowUp(1, dt.date(2026, 1, 2), answers={"c1": f"Testade på {NUMBER}"}),),
        sharings=(Sharing("a" * 32, what=f"Om {NUMBER}"),),
    )
    found = services.identity.seen_in(training)
    assert [each.field for each in found] == ["followups.0.answers.c1", "sharings.0.what"]
    assert all("“Demens”" in Translator(Language.EN).say(each.where) for each in found)


def test_what_is_not_about_a_client_is_not_spoken_of_again(services: Services, other_window: Services) -> None:
    entry = services.log.save(services.log.blank()._replace(title="Följde upp", what_happened=f"Ärende {MISTYPED}"))
    [found] = services.identity.seen_in(entry)
    assert (found.sighting.certainty, found.stops) == (Certainty.POSSIBLE, False)
    services.identity.keep(found)
    assert not services.identity.seen_in(entry)
    assert not other_window.identity.everywhere()
    assert not other_window.identity.seen_in(entry._replace(what_happened="Samma ärende: 811218 9875"))
    assert other_window.identity.seen_in(entry._replace(what_happened="Ett annat: 811218 9874"))
    stored = Path(services.locations.log).read_text(encoding="utf-8")
    assert stored.count(MISTYPED) == 1  # in the entry alone


def test_a_valid_number_is_never_kept(services: Services) -> None:
    [found] = services.identity.seen_in(f"Boende {NUMBER}")
    with pytest.raises(RuleError):
        services.identity.keep(found)
    assert services.identity.seen_in(f"Boende {NUMBER}")


def test_a_number_in_a_document_is_traced_to_where_it_stands(services: Services) -> None:
    services.log.save(services.log.blank()._replace(title="Möte", insight=f"Lyssna på {NUMBER} mer"))
    found = services.identity.seen_in("# Möte\n\nLyssna på 811218\n9876 mer. Och 01819000049.", Certainty.CERTAIN)
    traced = services.identity.traced(found)
    assert [(each.table, each.field, each.name) for each in traced] == [("entries", "insight", "Möte"), ("", "", "")]
    assert traced[1].sighting.kind is Kind.SYNTHETIC


@given(
    before=st.text("abc ", max_size=90),
    spelling=st.sampled_from(
        [
            "811218 - 9876",
            "811218 9876",
            "811218 -9876",
            "811218- 9876",
            "811218. 9876",
            "811218-9876",
            "19811218 + 9876",
        ]
    ),
    first=st.sampled_from(["", "- ", "> ", "  "]),
)
def test_no_spelling_slips_through_at_the_end_of_a_line_of_a_document(before: str, spelling: str, first: str) -> None:
    lines = wrapped(escaped_words(f"{before} {spelling} och mer"), first, first)
    assert [each.certainty for each in look_for_numbers("\n".join(lines))] == [Certainty.CERTAIN]
