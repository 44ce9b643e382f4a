"""A review as a file: it comes back the same, or it is refused whole; and comments lie in the log as they came."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.review import CommentKind, Decision, Review, ReviewItem
from learnlog.errors import ForeignFileError, InvalidInputError, LearnlogError, NewerFormatError
from learnlog.storage import json_text, review_file, strict
from learnlog.storage.codec import Codec
from learnlog.storage.comments import COMMENTS, REVIEWS
from tests.reviews import ANSWERED, KEY, a_review, comments, received, reviews
from tests.storage.strategies import json_values

ENTRY, OTHER, HASH = "1" * 32, "2" * 32, "a" * 64
SECRET = "Anna i rum 4"
QUESTION = ReviewItem("c" * 32, ENTRY, HASH, CommentKind.QUESTION, "What did you do then?")
APPROVED = ReviewItem("d" * 32, OTHER, HASH, decision=Decision.APPROVED)
FLAG = ReviewItem("f" * 32, ENTRY, HASH, CommentKind.PRIVACY)
SENT_BACK = {"v5": "yes", "v6": "needtalk"}


def document_of(review: Review) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(review_file.encoded(review, KEY))
    return document


def read_back(document: object) -> Review:
    return review_file.proven(review_file.decoded(json.dumps(document).encode()), KEY)


@given(reviews)
def test_a_review_comes_back_as_it_was_signed(review: Review) -> None:
    read = review_file.proven(review_file.decoded(review_file.encoded(review, KEY)), KEY)
    assert read == review.revised()


def test_the_file_holds_nothing_but_ids_and_what_the_reviewer_wrote() -> None:
    document = document_of(a_review(QUESTION, APPROVED))
    assert set(document) == {
        "format", "version", "review_id", "share_id", "log_id", "reviewer", "date", "answers", "items", "mac",
    }  # fmt: skip
    assert all(
        set(each) == {"comment_id", "target", "hash", "kind", "text", "decision", "mac"} for each in document["items"]
    )
    assert KEY not in json.dumps(document)


@pytest.mark.parametrize(
    ("items", "answers"),
    [
        ((FLAG._replace(text="It is Anna."),), SENT_BACK),
        ((FLAG, QUESTION), SENT_BACK),
        ((FLAG._replace(decision=Decision.APPROVED),), SENT_BACK),
        ((FLAG,), ANSWERED),
        ((FLAG,), {**SENT_BACK, "v1": "What Anna did was good."}),
        ((QUESTION,), SENT_BACK),
        ((QUESTION, QUESTION), ANSWERED),
        ((APPROVED, APPROVED._replace(comment_id="9" * 32)), ANSWERED),
        ((QUESTION._replace(text=" "),), ANSWERED),
        ((QUESTION._replace(text="x" * 5001),), ANSWERED),
        ((APPROVED._replace(text="Good."),), ANSWERED),
        ((APPROVED._replace(decision=None),), ANSWERED),
        ((), {**ANSWERED, "v1": ""}),
        ((), {**ANSWERED, "v1": "x" * 5001}),
        ((), {**ANSWERED, "v6": "never"}),
    ],
)
def test_what_must_not_stand_in_a_review_is_neither_written_nor_read(
    items: tuple[ReviewItem, ...], answers: dict[str, str]
) -> None:
    with pytest.raises(InvalidInputError):
        review_file.encoded(a_review(*items, answers=answers), KEY)
    document = document_of(a_review(QUESTION))
    document["items"] = [{**each._asdict(), "mac": "0" * 64} for each in items]
    document["answers"] = {key: answer for key, answer in answers.items() if answer}
    with pytest.raises(ForeignFileError):
        review_file.decoded(json.dumps(document).encode())


def test_somebody_who_can_be_recognised_is_told_of_without_a_word() -> None:
    document = document_of(a_review(FLAG, QUESTION._replace(target=OTHER), answers=SENT_BACK))
    assert [each["text"] for each in document["items"] if each["target"] == ENTRY] == [""]
    assert document["answers"] == SENT_BACK
    assert read_back(document).items[0] == FLAG


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("items", 1, "text"), "Something else"),
        (("items", 1, "decision"), "changes"),
        (("items", 1, "target"), "3" * 32),
        (("items", 1, "hash"), "b" * 64),
        (("items", 1, "mac"), "0" * 64),
    ],
)
def test_an_item_that_was_changed_on_its_way_is_named(where: tuple[str, int, str], value: str) -> None:
    document = document_of(a_review(APPROVED, QUESTION))
    document[where[0]][where[1]][where[2]] = value
    with pytest.raises(ForeignFileError) as refused:
        read_back(document)
    assert refused.value.message.values == {"number": 2}


@pytest.mark.parametrize(
    "change",
    [
        {"items": []},
        {"date": "2026-11-20"},
        {"reviewer": {"name": "Somebody Else", "role": "supervisor"}},
        {"reviewer": {"name": "Eva Exempel", "role": "manager"}},
        {"answers": {**ANSWERED, "v1": "Nothing."}},
        {"share_id": "6" * 32},
        {"log_id": "other"},
        {"mac": "0" * 64},
    ],
)
def test_a_review_that_was_changed_on_its_way_is_refused_whole(change: dict[str, object]) -> None:
    with pytest.raises(ForeignFileError, match="changed or damaged"):
        read_back({**document_of(a_review(QUESTION)), **change})


def test_items_cannot_be_moved_to_another_review() -> None:
    other = document_of(a_review(QUESTION, review_id="7" * 32))
    with pytest.raises(ForeignFileError) as refused:
        read_back({**document_of(a_review(QUESTION)), "items": other["items"]})
    assert refused.value.message.values == {"number": 1}


def test_another_key_is_refused() -> None:
    data = review_file.encoded(a_review(QUESTION), KEY)
    with pytest.raises(ForeignFileError):
        review_file.proven(review_file.decoded(data), "00" * 32)


def test_a_file_of_a_newer_learnlog_is_told_apart() -> None:
    with pytest.raises(NewerFormatError):
        read_back({**document_of(a_review()), "version": 2})


def test_a_review_that_nobody_could_take_in_is_not_written() -> None:
    many = [ReviewItem(f"{number:032x}", ENTRY, HASH, CommentKind.SUGGEST, "å" * 5000) for number in range(300)]
    with pytest.raises(LearnlogError):
        review_file.encoded(a_review(*many), KEY)


@given(reviews, st.data())
def test_any_change_of_any_byte_is_refused(review: Review, data: st.DataObject) -> None:
    whole = review_file.encoded(review, KEY)
    place = data.draw(st.integers(0, len(whole) - 2))
    spoiled = bytearray(whole)
    spoiled[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(LearnlogError):
        review_file.proven(review_file.decoded(bytes(spoiled)), KEY)


@given(reviews, st.data(), json_values)
def test_any_field_put_in_or_exchanged_is_refused_without_a_quote(
    review: Review, data: st.DataObject, value: object
) -> None:
    document = document_of(review)
    places = [document, document["reviewer"], document["answers"], *document["items"]]
    place = data.draw(st.sampled_from(places))
    name = data.draw(st.sampled_from([*place, SECRET]))
    if name in place and place[name] == value:
        return
    place[name] = value
    with pytest.raises(LearnlogError) as refused:
        read_back(document)
    assert SECRET not in repr(refused.value.message)


@given(json_values)
def test_no_other_json_is_a_review(value: object) -> None:
    with pytest.raises(LearnlogError):
        review_file.decoded(json.dumps(value).encode())


@pytest.mark.parametrize(("codec", "values"), [(COMMENTS, comments), (REVIEWS, received)])
@given(data=st.data())
def test_what_was_said_comes_back_the_same_from_the_log(codec: Codec[Any], values: Any, data: st.DataObject) -> None:
    value = data.draw(values)
    document = codec.encode(value, {})
    json_text.check_storable(document)
    assert codec.decode(json_text.strict(json_text.to_json(document)), 0, id=value.id) == value


def test_the_caps_leave_room_for_the_longest_review() -> None:
    items = [ReviewItem(f"{n:032x}", ENTRY, HASH, CommentKind.SUGGEST, "x" * 300) for n in range(2000)]
    data = review_file.encoded(a_review(*items), KEY)
    assert len(data) < strict.REVIEW.size
    assert len(review_file.decoded(data).review.items) == len(items)
