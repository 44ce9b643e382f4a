"""Any history: what is erased is in none of its bytes any more, and everything else reads as it did."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from learnlog.domain.erasing import Words, numbers_hidden
from learnlog.storage import lines
from learnlog.storage.content import take_apart
from learnlog.storage.erasing import Eraser, note, noted
from learnlog.storage.json_text import Doc
from learnlog.storage.lines import Action, Header
from learnlog.storage.targets import Masked, Records, texts_of
from tests.storage.holding import forms_of
from tests.storage.strategies import json_values, texts

SECRET = "Åsa “Ödqvist” på rum\n12"
NUMBER = "811228-9874"
GONE = "5" * 32
IDS = ["0" * 32, "1" * 32, GONE]
around = st.sampled_from(["", " ", "\n", ", ", "\\", '"', "(", "\t", "{"])
telling = st.builds(lambda before, secret, after: before + secret + after, around, st.just(SECRET), around)
documents = st.dictionaries(
    st.sampled_from(["title", "what_happened", "answers", "later", "arena", "target"]), json_values, max_size=3
)
telling_documents = st.builds(lambda document, text: document | {"insight": text}, documents, telling)


@st.composite
def histories(draw: st.DrawFn) -> bytes:
    """A log in which one record holds a secret, in any of its versions."""
    actions = []
    for n in range(1, draw(st.integers(1, 6)) + 1):
        ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=3))
        put: dict[str, dict[str, Doc]] = {}
        for uid in ids:
            table = draw(st.sampled_from(["entries", "goals"])) if uid != GONE else "entries"
            put.setdefault(table, {})[uid] = draw(telling_documents if uid == GONE else documents)
        gone = draw(st.sampled_from([{}, {"goals": ["1" * 32]}, {"entries": [GONE]}]))
        actions.append(lines.encode_action(Action(n, "2026-11-20T12:00:00Z", "app", put, gone)) + lines.UNSEALED)
    return lines.assemble(Header("a" * 32, extra={"later": 1}), actions)


def values(data: bytes) -> list[tuple[int, dict[str, dict[str, Doc]], dict[str, list[str]]]]:
    return [(each.n, each.put, each.gone) for each in map(lines.decode_action, take_apart(data).actions)]


def without(put: dict[str, Any], gone: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    kept = {table: {uid: each for uid, each in found.items() if uid != GONE} for table, found in put.items()}
    left = {table: [uid for uid in ids if uid != GONE] for table, ids in gone.items()}
    return (
        {table: each for table, each in kept.items() if each},
        {table: each for table, each in left.items() if each},
    )


@settings(max_examples=60)
@given(histories())
def test_a_record_goes_from_any_history_and_nothing_else_does(data: bytes) -> None:
    after = Eraser(Records([("entries", GONE)])).copy(data)
    assert not any(form in after for form in forms_of(SECRET) | {GONE.encode()})
    told, was = values(after), values(data)
    assert [n for n, _, _ in told] == [n for n, _, _ in was]
    for (_, put, gone), (_, was_put, was_gone) in zip(told, was, strict=True):
        assert (put, gone) == without(was_put, was_gone)
    assert take_apart(after).tail.header == take_apart(data).tail.header
    assert Eraser(Records([("entries", GONE)])).copy(after) == after


@settings(max_examples=60)
@given(histories(), st.integers(0), st.integers(0, 255))
def test_it_goes_from_what_is_left_of_any_history_too(data: bytes, place: int, byte: int) -> None:
    held = [doc for _, put, _ in values(data) for uid, doc in put.get("entries", {}).items() if uid == GONE]
    target = Records([("entries", GONE)], (text for document in held for text in texts_of(document)))
    bad = bytearray(data)
    bad[place % len(bad)] = byte
    bad = bad[: len(bad) - place % 7]
    after = Eraser(target).copy(bytes(bad))
    assert not any(form in after for form in forms_of("Ödqvist” på rum"))
    assert Eraser(target).copy(after) == after


@given(st.text(max_size=200), around, around)
def test_words_are_hidden_in_any_text_and_only_they(text: str, before: str, after: str) -> None:
    words = Words([SECRET])
    whole = f"{text} {before}{SECRET.upper()}{after} {text}"
    hidden = words.hidden(whole, "[dolt]")
    assert not words.stand_in(hidden)
    if not words.stand_in(text):
        assert hidden == f"{text} {before}[dolt]{after} {text}"
        assert words.hidden(text, "[dolt]") == text


@settings(max_examples=60)
@given(histories())
def test_words_go_from_any_history_and_the_documents_stay(data: bytes) -> None:
    words = Words(["åsa “ödqvist” på rum 12"])
    after = Eraser(Masked(lambda text: words.hidden(text, "[dolt]"))).copy(data)
    assert not any(form in after for form in forms_of(SECRET))
    for (_, put, gone), (_, was_put, was_gone) in zip(values(after), values(data), strict=True):
        assert gone == was_gone
        assert [(table, [*each]) for table, each in put.items()] == [
            (table, [*each]) for table, each in was_put.items()
        ]
        assert put.get("goals", {}) == was_put.get("goals", {})


@given(texts, texts)
def test_a_number_is_hidden_however_it_stands_between_texts(before: str, after: str) -> None:
    hidden = numbers_hidden(f"{before} {NUMBER} {after}", "[dolt]")
    assert NUMBER not in hidden
    assert numbers_hidden(hidden, "[dolt]") == hidden


def test_part_of_a_longer_word_is_another_word() -> None:
    words = Words(["Per"])
    assert words.hidden("Personalen såg Per och Pers rum. PER!", "–") == "Personalen såg – och –s rum. –!"


def test_a_note_is_kept_with_what_was_noted_before_and_grows_no_longer_than_it_may() -> None:
    header = note(Header("a" * 32, extra={"later": 1}), [("entries", "1")], 7)
    header = note(header, ((f"t{number}", "2") for number in range(500)), 9)
    assert header.extra["later"] == 1
    assert noted(header).until("entries", "1") == 0
    assert noted(header).until("t3", "2") in (0, 9)
    assert len(lines.encode_header(header)) < 1 << 16
