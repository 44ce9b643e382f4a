"""Sharing by file: what can never leave, what the preview shows, and what the log remembers."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learnlog.bootstrap import Services, open_services
from learnlog.domain.comment import Comment
from learnlog.domain.competence import Rating
from learnlog.domain.goal import Review
from learnlog.domain.identity import Certainty
from learnlog.domain.identity_places import with_texts
from learnlog.domain.review import CommentKind
from learnlog.domain.selection import Selection
from learnlog.domain.share import Reader, SharedKind
from learnlog.domain.share_choice import CHOICES, Wish
from learnlog.domain.training import FollowUp, Sharing, Training, TrainingStatus
from learnlog.domain.values import Applied, Language, Visibility
from learnlog.errors import CannotSaveError, ExportError, RuleError
from learnlog.i18n.catalog import Translator
from learnlog.services.received import Received
from learnlog.services.share_draft import MustBeHandledError
from learnlog.storage import share_file
from learnlog.storage.codec import ENTRIES
from learnlog.storage.comments import COMMENTS
from learnlog.storage.owner import selection_of
from learnlog.storage.plan import ACTIONS, AREAS, GOALS
from learnlog.storage.repository import Repository
from learnlog.storage.shared_form import source_hash
from learnlog.storage.store import Store
from learnlog.storage.trainings import TRAININGS
from tests.builders import TODAY, a_clock, a_goal, a_training, an_action, an_area, an_entry
from tests.storage import strategies

SV = Translator(Language.SV)
WORD = "Hemligt"


class Log(NamedTuple):
    """Anything that can stand in a log; what is private or for another reader says so in every text."""

    entries: tuple[Any, ...]
    trainings: tuple[Any, ...]
    goals: tuple[Any, ...]
    actions: tuple[Any, ...]
    areas: tuple[Any, ...]
    selection: Selection


@st.composite
def logs(draw: st.DrawFn) -> Log:
    """A whole log in which everything is linked to everything."""

    def several(strategy: Any, most: int = 3) -> Any:
        return tuple(draw(st.lists(strategy, max_size=most, unique_by=lambda each: each.id)))

    trainings, goals, areas = map(several, (strategies.trainings, strategies.goals, strategies.areas))
    actions = several(strategies.actions)
    ids = [each.id for each in (*trainings, *goals, *actions)] or ["f" * 32]
    some = st.sampled_from(ids)
    entries = tuple(
        each._replace(
            id=f"{number:032x}",
            date=draw(st.dates(dt.date(2025, 11, 1), TODAY)),
            training_id=draw(some),
            goal_ids=(draw(some),),
            action_id=draw(some),
            clashes=(),
        )
        for number, each in enumerate(several(strategies.entries, 5), 1)
    )
    entry_ids = [each.id for each in entries]
    everything = st.none() | st.just(tuple(entry_ids))
    areas = tuple(each._replace(evidence=tuple(entry_ids)) for each in areas)
    selection = draw(strategies.selections)._replace(
        entry_ids=draw(everything), insight_ids=draw(everything), from_on=None, to_on=None
    )
    return Log(entries, trainings, goals, actions, areas, selection)


def marked(entry: Any) -> Any:
    """An entry that says in every text that it must not leave."""
    full = entry._replace(
        title="x", what_happened="x", insight="x x x", themes=("x",), areas=("x",), evidence=("x",), answers={"x": "x"}
    )
    return with_texts(full, lambda _path, _text: WORD)


def filled(home: Path, log: Log) -> Services:
    """Everything that can be done, on this log."""
    store = Store.open(str(home / "log.jsonl"), a_clock(), "app")
    kinds = (ENTRIES, TRAININGS, GOALS, ACTIONS, AREAS)
    with store.transaction():
        for codec, values in zip(kinds, log[:5], strict=True):
            for value in values:
                Repository(store, codec).put(value)
        selection_of(store).put(log.selection)
    return open_services({"LEARNLOG_HOME": str(home)}, clock=a_clock())


@given(log=logs(), reader=st.sampled_from(Reader), hide=st.sampled_from([(), *Certainty]), named=st.booleans())
@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_nothing_private_is_in_any_copy(log: Log, reader: Reader, hide: Any, named: bool) -> None:
    """Not its words, not its id, not as a number: not by a link, as evidence, in the CV summary or its totals."""
    meant = [each for each in log.entries if each.visibility is reader.sees and each.deleted_at is None]
    others = [marked(each) if each not in meant else each for each in log.entries]
    with tempfile.TemporaryDirectory() as home:
        services = filled(Path(home), log._replace(entries=tuple(others)))
        wish = Wish(to_role=reader, kinds=CHOICES, only=tuple(each.id for each in meant) if named else None)
        draft = services.copies.drafted(wish, SV, hide)
        text = services.copies.text(draft, SV)
    document = json.loads(draft.data)
    assert WORD not in draft.data.decode() + text
    hidden_ids = {each.id for each in log.entries} - {each.id for each in meant}
    assert not [uid for uid in hidden_ids if uid in draft.data.decode()]
    assert {each["id"] for each in document["items"] if each["kind"] == "entry"} == {each.id for each in meant}
    without = log._replace(
        entries=tuple(meant), areas=tuple(each._replace(evidence=tuple(e.id for e in meant)) for each in log.areas)
    )
    with tempfile.TemporaryDirectory() as home:
        alone = filled(Path(home), without).copies.drafted(wish, SV, hide)
    assert _told(alone.data) == _told(draft.data)


def _told(data: bytes) -> Any:
    """All that a copy says, but for what is drawn anew each time."""
    document = json.loads(data)
    for item in document["items"]:
        item |= {"rev": 0, "hash": "", "id": "" if item["kind"] == "summary" else item["id"]}
    return document | {"share_id": "", "reply_key": "", "log_id": ""}


# -- the preview -------------------------------------------------------------------------------------------------------


def full_values() -> tuple[Any, ...]:
    """One of each kind with every text field filled, each with a word of its own."""
    entry = an_entry(
        visibility=Visibility.MANAGER,
        what_happened="x",
        insight="x",
        themes=("x", "x"),
        areas=("x",),
        evidence=("x",),
        answers={"www_good": "x", "unknown_question": "x"},
    )
    training = Training(
        **a_training(status=TrainingStatus.COMPLETED)._asdict()
        | {
            "provider": "x",
            "closed_because": "x",
            "areas": ("x",),
            "before": {"a1": "x", "a6": "x", "zz": "x"},
            "dialogue": {"b2": "x", "b7": "x"},
            "followups": (FollowUp(1, TODAY, TODAY, {"c2": "x"}), FollowUp(2, TODAY, None, {}, "x")),
            "sharings": (Sharing("1" * 32, shared_on=TODAY, audience="x", what="x", taken="x"),),
        }
    )
    goal = a_goal(why="x", measure="x")
    reviews = (Review(TODAY, "x", "x", "x"), Review(TODAY - dt.timedelta(1), "x", "x", "x"))
    action = an_action(goal_id=goal.id, how="x", first_step="x", obstacle="x", vision="x", reviews=reviews)
    loose = an_action(how="x")
    area = an_area(name="x", description="x", why="x", requirement=2, answers={"n1": "x", "n2": "x", "zz": "x"})
    area = area._replace(ratings=(Rating(TODAY, 3, Applied.OFTEN),))
    return entry, training, goal, action, loose, area


def test_the_preview_shows_every_word_that_leaves(tmp_path: Path) -> None:
    words: list[str] = []

    def word(path: tuple[str, ...], _text: str) -> str:
        if path[-1] == "prompt_set":
            return _text
        words.append(f"ord{len(words)}slut")
        return words[-1]

    values = [with_texts(each, word) for each in full_values()]
    entry, training, goal, action, loose, area = values
    comment = Comment(
        "c" * 32, entry.id, author_name="ord-namn", kind=CommentKind.QUESTION, text="ord-fråga", answer="ord-svar"
    )
    log = Log((entry,), (training,), (goal,), (action, loose), (area,), Selection(year_in_short="ord-året"))
    services = filled(tmp_path, log)
    Repository(Store.open(str(tmp_path / "log.jsonl"), a_clock(), "app"), COMMENTS).put(comment)
    services = open_services({"LEARNLOG_HOME": str(tmp_path)}, clock=a_clock())
    draft = services.copies.drafted(Wish(Reader.MANAGER, CHOICES, purpose="ord-vad"), SV)
    text = services.copies.text(draft, SV).replace("\\", "")
    leaving = [*words, "ord-namn", "ord-fråga", "ord-svar", "ord-året", "ord-vad"]
    assert [each for each in leaving if each not in draft.data.decode()] == []
    assert [each for each in leaving if each not in text.casefold()] == []
    kinds = {item.kind for item in draft.share.items}
    assert kinds == set(SharedKind)


def test_a_comment_that_somebody_can_be_recognised_stays(tmp_path: Path) -> None:
    entry = an_entry(visibility=Visibility.SUPERVISOR)
    services = filled(tmp_path, Log((entry,), (), (), (), (), Selection()))
    comments = Repository(Store.open(str(tmp_path / "log.jsonl"), a_clock(), "app"), COMMENTS)
    comments.put(Comment("c" * 32, entry.id, kind=CommentKind.PRIVACY))
    services = open_services({"LEARNLOG_HOME": str(tmp_path)}, clock=a_clock())
    draft = services.copies.drafted(Wish(kinds=(SharedKind.ENTRY, SharedKind.COMMENT)), SV)
    assert [item.kind for item in draft.share.items] == [SharedKind.ENTRY]


# -- writing -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def one(services: Services) -> Any:
    """An entry that the supervisor may see."""
    return services.log.save(an_entry(visibility=Visibility.SUPERVISOR, insight="Vänta in svaret i tio sekunder"))


def test_what_was_looked_at_is_what_is_written(services: Services, one: Any, tmp_path: Path) -> None:
    draft = services.copies.drafted(Wish(), SV)
    written = services.copies.write(draft, str(tmp_path))
    assert Path(written.path).read_bytes() == draft.data
    assert services.copies.history() == (written.record,)
    ref = written.record.item(one.id)
    assert ref is not None
    assert ref.source == source_hash(SharedKind.ENTRY, one)
    assert Received(written.path).opened() == draft.share == share_file.decoded(draft.data)


@pytest.mark.parametrize("visibility", [Visibility.PRIVATE, Visibility.MANAGER])
def test_what_was_made_private_after_the_preview_does_not_leave(
    services: Services, other_window: Services, one: Any, tmp_path: Path, visibility: Visibility
) -> None:
    draft = services.copies.drafted(Wish(), SV)
    theirs = other_window.log.get(one.id)
    other_window.log.save(theirs._replace(visibility=visibility))
    with pytest.raises(RuleError, match="changed since"):
        services.copies.write(draft, str(tmp_path / "x"))
    assert not (tmp_path / "x.learnlog-share").exists()
    assert services.copies.history() == ()


def test_nothing_is_written_while_a_number_stands_in_it(services: Services, tmp_path: Path) -> None:
    services.log.save(an_entry(visibility=Visibility.SUPERVISOR, title="Hon, 811228-9874"))
    draft = services.copies.drafted(Wish(), SV)
    with pytest.raises(MustBeHandledError) as caught:
        services.copies.write(draft, str(tmp_path / "x"))
    assert [each.field for each in caught.value.found] == ["title"]
    hidden = services.copies.drafted(Wish(), SV, {each.digest for each in draft.stops})
    written = services.copies.write(hidden, str(tmp_path / "x"))
    assert written.record.items[0].title == "Hon, [maskerat]"
    assert [each.field for each in written.record.hidden] == ["title"]
    assert "811228-9874" not in Path(written.path).read_text()


def test_what_may_be_a_number_can_be_kept_by_the_owners_word(services: Services, tmp_path: Path) -> None:
    services.log.save(an_entry(visibility=Visibility.SUPERVISOR, title="Beställning 121212-1213"))
    draft = services.copies.drafted(Wish(), SV)
    (found,) = draft.stops
    services.identity.keep(found)
    assert services.copies.drafted(Wish(), SV).stops == ()


def test_a_log_that_cannot_remember_it_gives_no_copy(
    services: Services, one: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = services.copies.drafted(Wish(), SV)
    real = services.copies._exports.write

    def then_the_disk_is_full(path: str, data: bytes, *, force: bool = False) -> str:
        written = real(path, data, force=force)

        def full(*_args: Any) -> None:
            raise OSError(28, "full")

        monkeypatch.setattr("os.write", full)
        return written

    monkeypatch.setattr(services.copies._exports, "write", then_the_disk_is_full)
    with pytest.raises(CannotSaveError):
        services.copies.write(draft, str(tmp_path / "x"))
    monkeypatch.undo()
    assert not (tmp_path / "x.learnlog-share").exists()
    again = open_services({"LEARNLOG_HOME": str(tmp_path)}, clock=a_clock())
    assert again.copies.history() == ()


def test_its_own_files_are_never_written_over(services: Services, one: Any, tmp_path: Path) -> None:
    draft = services.copies.drafted(Wish(), SV)
    (tmp_path / "backups").mkdir(exist_ok=True)
    with pytest.raises(ExportError):
        services.copies.write(draft, str(tmp_path / "backups" / "x"), force=True)


def test_giving_a_copy_is_no_deed_to_take_back(services: Services, one: Any, tmp_path: Path) -> None:
    services.copies.write(services.copies.drafted(Wish(), SV), str(tmp_path))
    services.log.undo()
    assert len(services.copies.history()) == 1
