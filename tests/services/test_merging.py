"""A review is taken in: comments and decisions come where they belong, and nothing else is ever changed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learnlog.domain.comment import Comment, CommentStatus, Standing
from learnlog.domain.entry import Entry
from learnlog.domain.merging import MergePlan, Outcome
from learnlog.domain.review import CommentKind, Decision, Review, ReviewItem
from learnlog.domain.share import Share
from learnlog.domain.values import Visibility
from learnlog.errors import ForeignFileError, LearnlogError, RuleError, StorageError
from learnlog.services.comments import Comments
from learnlog.services.deeds import Deeds
from learnlog.services.merging import Merging
from learnlog.storage import review_file
from learnlog.storage.disk import Disk
from learnlog.storage.locations import locate
from learnlog.storage.plan import GOALS
from learnlog.storage.purge import Purge
from learnlog.storage.repository import Repository
from learnlog.storage.store import Store
from learnlog.storage.targets import Records
from learnlog.storage.trainings import TRAININGS
from tests.builders import NOW, a_clock, a_goal, a_training, an_entry
from tests.reviews import ANSWERED, KEY, a_review, about, items, share_of
from tests.storage.faulty import Failing, Killed, Killing
from tests.storage.strategies import json_values, texts

ENTRY, TRAINING, GOAL, PRIVATE = "1" * 32, "2" * 32, "an_imported-one", "9" * 32
SAID = ("comments", "reviews")


class Owner(NamedTuple):
    """Somebody with a log, a copy of which lies with a supervisor."""

    store: Store
    share: Share
    deeds: Deeds
    comments: Comments
    merging: Merging
    folder: Path

    def review(self, *said: ReviewItem, **fields: object) -> Review:
        header = self.store.header
        assert header
        return a_review(*said, **{"share_id": self.share.share_id, "log_id": header.log_id, **fields})

    def file(self, review: Review | bytes, name: str = "answer") -> str:
        path = self.folder / name
        path.write_bytes(review if isinstance(review, bytes) else review_file.encoded(review, KEY))
        return str(path)

    def take_in(self, *said: ReviewItem, **fields: object) -> MergePlan:
        return self.merging.apply(self.merging.preview(self.file(self.review(*said, **fields))))

    def everything_else(self) -> dict[str, Any]:
        """Every document of a fresh process, but for comments and reviews."""
        image = open_log(self.folder).ledger.image
        return {table: documents for table, documents in image.tables.items() if table not in SAID}

    def entry(self) -> Entry:
        return self.store.entries.get(ENTRY)


def open_log(folder: Path, disk: Disk | None = None) -> Store:
    return Store.open(str(folder / "log.jsonl"), a_clock(), "test", disk=disk or Disk(), patience=0)


def services(store: Store) -> tuple[Deeds, Comments, Merging]:
    deeds = Deeds(store)
    comments = Comments(store, a_clock(), deeds)
    return deeds, comments, Merging(store, deeds, comments)


def begin(folder: Path) -> Owner:
    folder.mkdir(exist_ok=True)
    store = open_log(folder)
    entry = store.entries.put(an_entry(id=ENTRY, visibility=Visibility.SUPERVISOR, insight="Wait ten seconds first."))
    store.entries.put(an_entry(id=PRIVATE, title="Private"))
    training = Repository(store, TRAININGS).put(a_training(id=TRAINING))
    goal = Repository(store, GOALS).put(a_goal(id=GOAL))
    share = share_of(store, entry, training, goal)
    return Owner(store, share, *services(store), folder)


@pytest.fixture
def owner(tmp_path: Path) -> Owner:
    return begin(tmp_path / "owner")


def test_comments_come_where_they_belong(owner: Owner) -> None:
    before = owner.everything_else()
    question = about(owner.share, 0, "a")
    praise = about(owner.share, 1, "b", kind=CommentKind.APPRECIATE, text="Well prepared.")
    plan = owner.take_in(question, praise)
    assert [each.outcome for each in plan.items] == [Outcome.NEW, Outcome.NEW]
    comment = owner.comments.of(ENTRY)[0]
    assert (comment.text, comment.author_name, comment.kind) == (
        "What did you do then?", "Eva Exempel", CommentKind.QUESTION,
    )  # fmt: skip
    assert comment.title == "T 1111"
    assert comment.version_on == NOW.date()
    assert [each.text for each in owner.comments.of(TRAINING)] == ["Well prepared."]
    assert owner.comments.reviews.all()[0].answers["v1"] == ANSWERED["v1"]
    assert owner.everything_else() == before


def test_it_is_one_line_one_copy_before_and_one_undo(owner: Owner) -> None:
    lines = len((owner.folder / "log.jsonl").read_bytes().splitlines())
    owner.take_in(about(owner.share, 0, "a"), about(owner.share, 1, "b"), about(owner.share, 2, "c"))
    assert len((owner.folder / "log.jsonl").read_bytes().splitlines()) == lines + 1
    copies = list((owner.folder / "backups").iterdir())
    assert [len(each.read_bytes().splitlines()) for each in copies] == [lines]
    done = owner.deeds.undo()
    assert done
    assert done.values == {"name": "Eva Exempel"}
    assert owner.comments.all() == ()
    assert owner.comments.reviews.all() == ()
    owner.take_in(about(owner.share, 0, "a"))
    assert len(owner.comments.all()) == 1


def test_taking_it_in_twice_changes_nothing(owner: Owner) -> None:
    said = (about(owner.share, 0, "a"), about(owner.share, 1, "b", kind=None, text="", decision=Decision.APPROVED))
    owner.take_in(*said)
    whole = (owner.folder / "log.jsonl").read_bytes()
    again = owner.take_in(*said)
    assert {each.outcome for each in again.items} == {Outcome.DUPLICATE}
    assert not again.does_something
    assert (owner.folder / "log.jsonl").read_bytes() == whole


def test_what_was_answered_closed_or_thrown_away_does_not_come_back(owner: Owner) -> None:
    said = (about(owner.share, 0, "a"), about(owner.share, 1, "b"), about(owner.share, 2, "c"))
    owner.take_in(*said)
    owner.comments.answer(owner.comments.get("a" * 32), "I sang.")
    owner.comments.close(owner.comments.get("b" * 32))
    owner.comments.delete(owner.comments.get("c" * 32))
    owner.take_in(*said, review_id="7" * 32)
    assert owner.comments.get("a" * 32).answer == "I sang."
    assert owner.comments.get("b" * 32).status is CommentStatus.CLOSED
    assert owner.comments.get("c" * 32).deleted_at


def test_a_review_that_was_written_again_with_more_in_it_adds_only_that(owner: Owner) -> None:
    owner.take_in(about(owner.share, 0, "a"))
    plan = owner.take_in(about(owner.share, 0, "a"), about(owner.share, 1, "b"), review_id="7" * 32)
    assert [each.outcome for each in plan.items] == [Outcome.DUPLICATE, Outcome.NEW]
    assert len(owner.comments.all()) == 2


def test_the_same_comment_in_other_words_is_shown_and_not_taken_in(owner: Owner) -> None:
    owner.take_in(about(owner.share, 0, "a"))
    plan = owner.take_in(about(owner.share, 0, "a", text="Something else."), review_id="7" * 32)
    assert plan.items[0].outcome is Outcome.OTHER_WORDS
    assert plan.items[0].known
    assert plan.items[0].known.text == "What did you do then?"
    assert owner.comments.get("a" * 32).text == "What did you do then?"


def test_the_same_review_in_other_words_is_refused(owner: Owner) -> None:
    owner.take_in(about(owner.share, 0, "a"))
    with pytest.raises(RuleError, match="other words"):
        owner.take_in(about(owner.share, 0, "a"), answers={**ANSWERED, "v1": "Nothing."})


def test_a_comment_on_an_earlier_version_is_kept_and_says_so(owner: Owner) -> None:
    owner.store.entries.put(owner.entry()._replace(insight="Wait twenty seconds first."))
    plan = owner.take_in(about(owner.share, 0, "a"), about(owner.share, 1, "b"))
    assert [each.outcome for each in plan.items] == [Outcome.STALE, Outcome.NEW]
    assert [each.is_stale for each in owner.comments.all()] == [True, False]


def test_what_was_linked_or_shown_to_others_since_is_no_other_version(owner: Owner) -> None:
    owner.store.entries.put(owner.entry()._replace(visibility=Visibility.MANAGER, training_id=TRAINING))
    assert owner.take_in(about(owner.share, 0, "a")).items[0].outcome is Outcome.NEW


def test_a_comment_on_what_is_in_the_bin_is_kept_by_itself(owner: Owner) -> None:
    owner.store.entries.put(owner.entry()._replace(deleted_at=NOW))
    owner.take_in(about(owner.share, 0, "a"))
    assert owner.comments.get("a" * 32).is_unplaced


@pytest.mark.parametrize("change", [{"hash": "0" * 64}, {"target": PRIVATE}, {"target": "8" * 32}])
def test_what_was_never_shared_is_listed_and_not_taken_in(owner: Owner, change: dict[str, Any]) -> None:
    never = about(owner.share, 0, "a", decision=Decision.APPROVED)._replace(**change)
    plan = owner.take_in(never, about(owner.share, 1, "b"))
    assert [each.outcome for each in plan.items] == [Outcome.NEVER_SHARED, Outcome.NEW]
    assert [each.target for each in owner.comments.all()] == [TRAINING]
    assert owner.comments.reviews.all()[0].verdicts == ()


def test_an_approval_counts_as_long_as_nothing_is_changed(owner: Owner) -> None:
    assert owner.comments.sign_off(owner.entry()) is None
    owner.take_in(about(owner.share, 0, "a", kind=None, text="", decision=Decision.APPROVED))
    signed = owner.comments.sign_off(owner.entry())
    assert signed
    assert (signed.standing, signed.by) == (Standing.APPROVED, "Eva Exempel")
    changed = owner.store.entries.put(owner.entry()._replace(insight="Wait twenty seconds first."))
    outdated = owner.comments.sign_off(changed)
    assert outdated
    assert outdated.standing is Standing.OUTDATED
    back = owner.comments.sign_off(changed._replace(insight="Wait ten seconds first."))
    assert back
    assert back.standing is Standing.APPROVED


def test_an_approval_of_an_earlier_version_does_not_count(owner: Owner) -> None:
    changed = owner.store.entries.put(owner.entry()._replace(insight="Wait twenty seconds first."))
    owner.take_in(about(owner.share, 0, "a", kind=None, text="", decision=Decision.APPROVED))
    signed = owner.comments.sign_off(changed)
    assert signed
    assert signed.standing is Standing.OUTDATED


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"log_id": "another"}, RuleError),
        ({"share_id": "6" * 32}, RuleError),
    ],
)
def test_an_answer_to_another_log_or_copy_is_refused(
    owner: Owner, fields: dict[str, str], error: type[LearnlogError]
) -> None:
    before = (owner.folder / "log.jsonl").read_bytes()
    with pytest.raises(error):
        owner.take_in(about(owner.share, 0, "a"), **fields)
    assert (owner.folder / "log.jsonl").read_bytes() == before


def test_a_review_where_there_is_no_log_makes_none(owner: Owner, tmp_path: Path) -> None:
    nobody = services(open_log(tmp_path / "nobody"))[2]
    with pytest.raises(RuleError, match="another log"):
        nobody.preview(owner.file(owner.review()))
    assert not (tmp_path / "nobody").exists()


def test_what_was_said_cannot_be_changed_only_answered_and_closed(owner: Owner) -> None:
    owner.take_in(about(owner.share, 0, "a"))
    comment = owner.comments.get("a" * 32)
    with pytest.raises(RuleError):
        owner.comments.save(comment._replace(text="Excellent!"))
    with pytest.raises(RuleError):
        owner.comments.save(comment._replace(author_name="The King"))
    answered = owner.comments.answer(comment, " I sang. ")
    assert (answered.status, answered.answer) == (CommentStatus.ANSWERED, "I sang.")
    assert owner.comments.waiting() == ()
    assert owner.comments.reopen(owner.comments.close(answered)).status is CommentStatus.ANSWERED
    assert owner.comments.answer(answered, "").status is CommentStatus.OPEN
    assert owner.comments.quote(comment, in_cv=True).show_in_cv


# -- whatever a file holds -------------------------------------------------------------------------------------------


def _spoiled(document: dict[str, Any], data: st.DataObject) -> object:
    """A review with one thing in it exchanged, taken away, or put in."""
    places: list[dict[str, Any]] = [document, document["reviewer"], document["answers"], *document["items"]]
    place = data.draw(st.sampled_from(places))
    name = data.draw(st.sampled_from([*place, "entries", "put", "value", "deleted_at"]))
    change = data.draw(st.sampled_from(["exchange", "take away", "put in twice"]))
    if change == "take away":
        place.pop(name, None)
    elif change == "put in twice" and document["items"]:
        document["items"].append(dict(data.draw(st.sampled_from(document["items"]))))
    else:
        place[name] = data.draw(json_values | st.sampled_from([ENTRY, PRIVATE, TRAINING, 1, None, [], {}]))
    return document


@st.composite
def any_files(draw: st.DrawFn) -> Callable[[Owner], bytes]:
    """Any file: bytes, JSON, a review that was tampered with, and one that somebody with the key made of anything."""
    kind = draw(st.sampled_from(["bytes", "json", "spoiled", "signed"]))
    if kind == "bytes":
        raw = draw(st.binary(max_size=200))
        return lambda _owner: raw
    if kind == "json":
        value = draw(json_values)
        return lambda _owner: json.dumps(value).encode()
    said = draw(st.lists(items | st.builds(ReviewItem, *[texts] * 3, st.none(), texts), max_size=4))
    data = draw(st.data())

    def made(owner: Owner) -> bytes:
        real = [
            each._replace(hash=next((item.hash for item in owner.share.items if item.uid == each.target), each.hash))
            for each in said
        ]
        try:
            whole = review_file.encoded(owner.review(*real), KEY)
        except LearnlogError:
            return b""
        if kind == "signed":
            return whole
        return json.dumps(_spoiled(json.loads(whole), data)).encode()

    return made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(files=st.lists(any_files(), min_size=1, max_size=3))
def test_no_file_whatever_changes_anything_but_comments_and_decisions(
    tmp_path_factory: pytest.TempPathFactory, files: list[Callable[[Owner], bytes]]
) -> None:
    owner = begin(tmp_path_factory.mktemp("any") / "owner")
    before = owner.everything_else()
    names = set(os.listdir(owner.folder))
    for make in files:
        raw = make(owner)
        path = owner.file(raw)
        try:
            plan = owner.merging.preview(path)
            owner.merging.apply(plan)
            whole = (owner.folder / "log.jsonl").read_bytes()
            owner.merging.apply(owner.merging.preview(path))
            assert (owner.folder / "log.jsonl").read_bytes() == whole  # twice is harmless
        except (ForeignFileError, RuleError):
            pass
        assert (owner.folder / "answer").read_bytes() == raw
        assert owner.everything_else() == before
    assert set(os.listdir(owner.folder)) - names <= {"answer", "backups"}
    for comment in owner.comments.all():
        assert comment.status is CommentStatus.OPEN
        assert not comment.answer


# -- whatever the disk does ------------------------------------------------------------------------------------------


def _merge(owner: Owner, disk: Disk) -> None:
    merging = services(open_log(owner.folder, disk))[2]
    merging.apply(merging.preview(owner.file(owner.review(about(owner.share, 0, "a"), about(owner.share, 1, "b")))))


def _whole_or_absent(owner: Owner) -> tuple[Comment, ...]:
    comments = services(open_log(owner.folder))[1]
    found = comments.all()
    assert len(found) in (0, 2)
    assert len(comments.reviews.all()) == (1 if found else 0)
    return found


@pytest.mark.parametrize("stubborn", [False, True])
def test_a_disk_that_fails_anywhere_leaves_it_whole_or_absent(tmp_path: Path, *, stubborn: bool) -> None:
    for at in range(1, 100):
        owner = begin(tmp_path / f"{at}")
        before = owner.everything_else()
        disk = Failing(at, stubborn=stubborn)
        told = True
        try:
            _merge(owner, disk)
        except StorageError:
            told = False
        assert bool(_whole_or_absent(owner)) is told or disk.failed
        assert not (told and not _whole_or_absent(owner))
        assert owner.everything_else() == before
        if not disk.failed:
            assert at > 5
            return
    raise AssertionError


@pytest.mark.parametrize("how", ["before", "half", "after"])
def test_a_process_that_dies_anywhere_leaves_it_whole_or_absent(tmp_path: Path, how: str) -> None:
    for at in range(1, 200):
        owner = begin(tmp_path / f"{at}")
        before = owner.everything_else()
        try:
            _merge(owner, Killing(at, how))
        except Killed:
            _whole_or_absent(owner)
            assert owner.everything_else() == before
            owner.take_in(about(owner.share, 0, "a"), about(owner.share, 1, "b"))
            assert len(owner.comments.all()) == 2
            continue
        assert at > 5
        return
    raise AssertionError


def test_a_copy_that_cannot_be_made_stops_it(owner: Owner) -> None:
    (owner.folder / "backups").write_text("in the way")
    with pytest.raises(StorageError):
        owner.take_in(about(owner.share, 0, "a"))
    assert owner.comments.all() == ()


def test_another_window_that_took_it_in_meanwhile_is_noticed(owner: Owner) -> None:
    plan = owner.merging.preview(owner.file(owner.review(about(owner.share, 0, "a"))))
    other = services(open_log(owner.folder))[2]
    other.apply(plan)
    owner.merging.apply(plan)
    assert len(owner.comments.all()) == 1


def test_of_what_was_erased_for_good_nothing_that_was_said_stays_or_comes_in_again(owner: Owner) -> None:
    owner.take_in(about(owner.share, 0, "a", text="You wrote her name!"), about(owner.share, 1, "b"))
    places = locate({"LEARNLOG_HOME": str(owner.folder)})
    keys = [("entries", ENTRY)]
    outcome = Purge(owner.store, places, "").erase(Records(keys))
    assert outcome.left == ()
    fresh = open_log(owner.folder)
    comments = services(fresh)[1]
    assert [each.target for each in comments.all()] == [TRAINING]
    data = (owner.folder / "log.jsonl").read_bytes()
    assert b"You wrote her name!" not in data
    assert b"T 1111" not in data
    assert owner.share.items[0].hash.encode() not in data
    assert owner.share.items[1].hash.encode() in data
    plan = owner.take_in(
        about(owner.share, 0, "c", text="Her name again"), about(owner.share, 2, "d"), review_id="f" * 32
    )
    assert [each.outcome for each in plan.items] == [Outcome.NEVER_SHARED, Outcome.NEW]
    assert b"Her name again" not in (owner.folder / "log.jsonl").read_bytes()
