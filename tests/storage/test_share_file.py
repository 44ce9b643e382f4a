"""A shared copy on disk: it comes back the same, says what an independent reader says, and nothing else gets in."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.comment import CommentStatus
from learnlog.domain.review import CommentKind, ReviewerRole
from learnlog.domain.share import (
    Chosen,
    Hidden,
    Reader,
    Sender,
    Share,
    SharedComment,
    SharedItem,
    SharedKind,
    Summary,
)
from learnlog.domain.values import Language, Visibility
from learnlog.errors import ForeignFileError, NewerFormatError, RuleError
from learnlog.storage import share_file
from learnlog.storage.shared_form import FORMS, item_of, reduced, source_hash
from tests.builders import NOW, a_goal, a_training, an_action, an_area, an_entry
from tests.storage import strategies

comments = st.builds(
    SharedComment,
    id=strategies.ids,
    target=st.just(""),
    author_name=strategies.texts,
    author_role=st.sampled_from(ReviewerRole),
    kind=st.sampled_from(CommentKind),
    text=strategies.texts,
    status=st.sampled_from(CommentStatus),
    answer=strategies.texts,
    written_on=st.none() | strategies.days,
    revision=st.just(0),
)
summaries = st.builds(
    Summary,
    id=st.just("5" * 32),
    made_on=strategies.days,
    language=st.sampled_from(Language),
    title=strategies.texts,
    text=strategies.texts,
    revision=st.just(0),
)
anything = st.one_of(
    strategies.entries.map(lambda entry: entry._replace(visibility=Visibility.MANAGER, deleted_at=None)),
    *(
        each.map(lambda value: value._replace(deleted_at=None))
        for each in (strategies.trainings, strategies.goals, strategies.actions, strategies.areas)
    ),
    summaries,
    comments,
)
hidden = st.builds(Hidden, uid=strategies.ids, field=st.just("answers.www_good"), times=st.integers(1, 9))


def a_share(*values: Any, **changes: Any) -> Share:
    """A copy for the manager of these values, reduced to what she needs."""
    present = frozenset(value.id for value in values)
    items = tuple(item_of(reduced(value, present), 7) for value in values)
    named: dict[str, Any] = {
        "share_id": "5" * 32,
        "log_id": "a" * 32,
        "reply_key": "0f" * 32,
        "created": NOW,
        "from_": Sender("Åsa", "undersköterska", "Eken"),
        "to_role": Reader.MANAGER,
        "language": Language.SV,
        "items": items,
    }
    return Share(**(named | changes))


def visible(**changes: Any) -> Any:
    return an_entry(visibility=Visibility.MANAGER, **changes)


@given(
    values=st.lists(anything, max_size=4, unique_by=lambda each: each.id),
    purpose=st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
    hidden=st.lists(hidden, max_size=2).map(tuple),
    from_on=st.none() | strategies.days,
    is_part=st.booleans(),
)
def test_a_copy_comes_back_the_same(
    values: list[Any], purpose: str, hidden: tuple[Hidden, ...], from_on: dt.date | None, is_part: bool
) -> None:
    chosen = Chosen(tuple(SharedKind), from_on, None, is_part)
    share = a_share(*values, purpose=purpose, hidden=hidden, selection=chosen)
    assert share_file.decoded(share_file.encoded(share)) == share


@given(value=anything)
def test_the_fingerprint_is_what_anybody_else_would_compute(value: Any) -> None:
    """RFC 8785 in other words than ours: sorted by hand, joined by hand."""

    def plainly(raw: Any) -> str:
        if isinstance(raw, dict):
            return "{" + ",".join(f"{plainly(key)}:{plainly(raw[key])}" for key in sorted(raw)) + "}"
        if isinstance(raw, list):
            return "[" + ",".join(map(plainly, raw)) + "]"
        return json.dumps(raw, ensure_ascii=False)

    written = json.loads(share_file.encoded(a_share(value)))["items"][0]
    form = b"learnlog/" + written["kind"].encode() + b"/1\0"
    text = plainly({"id": written["id"], **written["value"]}).encode()
    assert written["hash"] == hashlib.sha256(form + text).hexdigest()


FIELDS = {
    "entry": "date title arena purpose activity_type status minutes areas what_happened themes components "
    "knowledge_form roles_involved prompt_set answers insight applied evidence visibility training_id goal_ids "
    "action_id",
    "training": "title type status start_on end_on provider minutes mode mandatory areas before dialogue "
    "confirmed_employee_on confirmed_manager_on closed_because followups sharings goal_ids",
    "goal": "title need why measure deadline_on horizon status from_level to_level closed_on area_id",
    "action": "what how who responsible first_step first_step_on first_step_done_on due_on status arena obstacle "
    "vision reviews closed_on goal_id",
    "area": "name description requirement why need answers ratings evidence",
    "summary": "made_on language title text",
    "comment": "author_name author_role kind text status answer written_on target",
}


def test_every_field_that_leaves_has_been_decided() -> None:
    """A field that is added to the log shows up here first: shall a reader have it?"""
    assert {kind.value: " ".join(form.fields) for kind, form in FORMS.items()} == FIELDS


def test_stamps_the_bin_links_and_money_stay() -> None:
    entry = visible(goal_ids=("f" * 32,), training_id="d" * 32, show_in_cv=True)
    training = a_training(cost="4 200 kr", project_code="2018/00291")
    text = share_file.encoded(a_share(entry, training)).decode()
    for absent in ("f" * 32, "d" * 32, "4 200 kr", "2018/00291", "show_in_cv", "updated_at"):
        assert absent not in text


def test_links_within_the_copy_stay() -> None:
    goal, training = a_goal(), a_training()
    entry = visible(goal_ids=(goal.id, "f" * 32), training_id=training.id)
    copy = a_share(entry, training, goal).items[0].value
    assert (copy.goal_ids, copy.training_id) == ((goal.id,), training.id)


def test_a_change_of_words_is_another_version_and_a_change_of_readers_is_not() -> None:
    entry = visible(insight="Jag väntar tio sekunder")
    kind = SharedKind.ENTRY
    assert source_hash(kind, entry) == source_hash(
        kind, entry._replace(visibility=Visibility.PRIVATE, goal_ids=("x",), updated_at=None, revision=9)
    )
    assert source_hash(kind, entry) != source_hash(kind, entry._replace(insight="Jag väntar"))


@pytest.mark.parametrize("reader", Reader)
@pytest.mark.parametrize("visibility", Visibility)
def test_no_copy_can_be_made_with_an_entry_that_is_not_for_its_reader(reader: Reader, visibility: Visibility) -> None:
    share = a_share(to_role=reader)
    item = item_of(an_entry(visibility=visibility), 1)
    makings = (
        lambda: share._replace(items=(item,)),
        lambda: Share(*share[:-1], (item,)),
        lambda: Share._make((*share[:-1], (item,))),
    )
    for make in makings:
        if visibility.value == reader.value:
            assert make().items == (item,)
        else:
            with pytest.raises(RuleError):
                make()


@pytest.mark.parametrize(
    "wrong",
    [
        lambda item: item._replace(uid="0" * 32),
        lambda item: item._replace(kind=SharedKind.GOAL),
        lambda item: item._replace(value=item.value._replace(deleted_at=NOW)),
        lambda item: item._replace(value=item.value._replace(goal_ids=("e" * 32,))),
    ],
    ids=["another id", "another kind", "from the bin", "points outside"],
)
def test_no_copy_can_be_made_that_lies(wrong: Any) -> None:
    share = a_share(visible())
    with pytest.raises(RuleError):
        share._replace(items=(wrong(share.items[0]),))


# -- what others may send ----------------------------------------------------------------------------------------------


def document(**changes: Any) -> dict[str, Any]:
    raw = json.loads(
        share_file.encoded(a_share(visible(insight="Vänta in svaret"), a_training(), an_area(), an_action()))
    )
    return raw | changes


def refused(raw: Any) -> ForeignFileError:
    data = raw if isinstance(raw, bytes) else json.dumps(raw, ensure_ascii=False).encode()
    with pytest.raises(ForeignFileError) as caught:
        share_file.decoded(data)
    return caught.value


def test_the_whole_of_it_is_taken_as_it_is() -> None:
    assert len(share_file.decoded(json.dumps(document(), indent=3).encode()).items) == 4


@pytest.mark.parametrize("name", sorted(document()))
def test_a_field_that_is_missing(name: str) -> None:
    raw = document()
    del raw[name]
    refused(raw)


@pytest.mark.parametrize("name", sorted(set(document()) - {"format"}))
@pytest.mark.parametrize("value", [None, 3, 1.5, True, "x" * 300_000, [], {}, [[[[[]]]]], "\u202e", "../../etc/passwd"])
def test_a_field_that_is_something_else(name: str, value: Any) -> None:
    if (name, value) in [("hidden", []), ("items", []), ("purpose", "\u202e"), ("purpose", "../../etc/passwd")]:
        return  # that is what may stand there; it is shown through the one safe function, and never used as a path
    if name == "log_id" and isinstance(value, str) and len(value) < 100:
        return
    if name == "version" and value == 3 and value is not True:
        with pytest.raises(NewerFormatError):
            share_file.decoded(json.dumps(document(version=3)).encode())
        return
    refused(document(**{name: value}))


@pytest.mark.parametrize("where", ["", "from", "selection", "item", "value", "answers-in-training"])
def test_a_field_that_nobody_knows(where: str) -> None:
    raw = document()
    place = {
        "": raw,
        "from": raw["from"],
        "selection": raw["selection"],
        "item": raw["items"][0],
        "value": raw["items"][0]["value"],
        "answers-in-training": raw["items"][1]["value"],
    }[where]
    place["entries"] = []
    refused(raw)


def test_words_that_were_changed_on_the_way_and_the_error_tells_which_but_not_what() -> None:
    raw = document()
    raw["items"][1]["value"]["title"] = "HEMLIGT"
    error = refused(raw)
    assert error.message.values["number"] == 2
    assert "HEMLIGT" not in str(error.message)


def rehashed(raw: dict[str, Any]) -> dict[str, Any]:
    """A copy whose fingerprints were made anew by whoever changed it: nobody can tell, so it must be harmless."""
    for item in raw["items"]:
        text = json.dumps(
            {"id": item["id"], **item["value"]}, ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        item["hash"] = hashlib.sha256(f"learnlog/{item['kind']}/1\0{text}".encode()).hexdigest()
    return raw


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("visibility", "private"),
        ("visibility", "supervisor"),
        ("visibility", "everybody"),
        ("date", "20261120"),
        ("date", "2026-02-30"),
        ("minutes", "45"),
        ("minutes", True),
        ("minutes", 10**17),
        ("areas", ["a", 3]),
        ("areas", "a"),
        ("answers", {"www_good": None}),
        ("answers", {"x" * 101: "a"}),
        ("training_id", "0" * 32),
        ("goal_ids", ["../../etc"]),
        ("components", ["unknown"]),
        ("title", None),
        ("title", {"a": 1}),
    ],
)
def test_a_value_that_learnlog_does_not_write(field: str, value: Any) -> None:
    raw = document()
    raw["items"][0]["value"][field] = value
    refused(rehashed(raw))


def test_the_same_thing_twice() -> None:
    raw = document()
    raw["items"].append(raw["items"][0])
    refused(raw)


def test_somebody_elses_summary() -> None:
    raw = document()
    made: SharedItem = a_share(Summary("5" * 32, dt.date(2026, 11, 20), Language.SV, "CV", "text")).items[0]
    raw["items"].append({"kind": "summary", "id": "6" * 32, "rev": 0, "hash": made.hash, "value": {}})
    raw["items"][-1]["value"] = {"made_on": "2026-11-20", "language": "sv", "title": "CV", "text": "text"}
    refused(rehashed(raw))


def test_a_key_that_stands_twice() -> None:
    data = share_file.encoded(a_share(visible()))
    refused(data.replace(b'"purpose":""', b'"purpose":"","purpose":""'))
    refused(data.replace(b'"insight":""', b'"insight":"","insight":""'))


@given(st.data())
def test_a_byte_that_is_another_is_refused_or_reads_as_a_whole_copy(data: st.DataObject) -> None:
    """Whatever is done to a file: it is refused with a sentence, or it is a copy by all the rules."""
    original = bytearray(share_file.encoded(a_share(visible(insight="Vänta in svaret"), a_training())))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(original) - 1))
        change = data.draw(st.sampled_from(["flip", "cut", "twice", "other"]))
        if change == "flip":
            original[place] ^= 1 << data.draw(st.integers(0, 7))
        elif change == "cut":
            del original[place : place + data.draw(st.integers(1, 200))]
        elif change == "twice":
            original[place:place] = original[place : place + data.draw(st.integers(1, 60))]
        else:
            original[place : place + 1] = data.draw(st.binary(max_size=6))
        if not original:
            break
    try:
        share = share_file.decoded(bytes(original))
    except (ForeignFileError, NewerFormatError):
        return
    assert share_file.decoded(share_file.encoded(share)) == share
    assert all(item.value.visibility == share.to_role.value for item in share.of(SharedKind.ENTRY))
