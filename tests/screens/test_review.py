"""Review a copy, take the answer in, answer and close: by keys, and by what is seen."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from learnlog.app import ReviewApp
from learnlog.domain.comment import CommentStatus
from learnlog.domain.review import CommentKind, Decision
from learnlog.domain.share import Share
from learnlog.domain.training import FollowUp, TrainingStatus
from learnlog.domain.values import Visibility
from learnlog.services.suite import Services
from learnlog.storage import review_file, share_file
from learnlog.storage.repository import Repository
from learnlog.storage.trainings import TRAININGS
from tests.builders import AFTER_3_MONTHS, FORM, TODAY, a_training, an_entry
from tests.player import Player, at, playing, some_services
from tests.reviews import ANSWERED, KEY, SOMEBODY, a_review, about, share_of

CALM = an_entry(id="1" * 32, title="Calm transfers", insight="Wait ten seconds.", visibility=Visibility.SUPERVISOR)
SONG = an_entry(id="2" * 32, title="Singing [b]in[/b] the kitchen", visibility=Visibility.SUPERVISOR)


@pytest.fixture
def owner(tmp_path: Path) -> Services:
    return some_services(tmp_path / "owner", (CALM, SONG))


@pytest.fixture
def copy(owner: Services, tmp_path: Path) -> Path:
    """A copy of both entries, as a file."""
    path = tmp_path / "copy.learnlog-share"
    path.write_bytes(share_file.encoded(share(owner)))
    return path


def share(owner: Services) -> Share:
    store = owner.log._store
    return share_of(store, *(store.entries.get(each.id) for each in (CALM, SONG)))


@pytest.fixture
def supervisor(tmp_path: Path) -> Services:
    return some_services(tmp_path / "supervisor", name="")


@asynccontextmanager
async def reading(supervisor: Services, copy: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Player]:
    """The app on a copy, with somebody at it."""
    app = ReviewApp(supervisor, supervisor.reviewing.received(str(copy)).opened(), str(copy))
    async with at(app, size) as player:
        yield player


async def test_a_long_title_is_read_whole(owner: Services, supervisor: Services, tmp_path: Path) -> None:
    title = "Calm transfers when nobody has told the next shift what the physiotherapist showed us yesterday"
    entry = owner.log.save(an_entry(title=title, visibility=Visibility.SUPERVISOR))
    path = tmp_path / "long.learnlog-share"
    path.write_bytes(share_file.encoded(share_of(owner.log._store, entry)))
    async with reading(supervisor, path) as player:
        player.sees("physiotherapist", "showed us yesterday")
    async with playing(owner, size=(80, 40)) as player:
        await player.press("f10", "f5")
        player.sees("As it reads", "physiotherapist", "showed us yesterday")


async def test_a_copy_is_read_answered_and_signed_step_by_step(
    owner: Services, supervisor: Services, copy: Path, tmp_path: Path
) -> None:
    async with reading(supervisor, copy) as player:
        player.sees("Calm transfers", "Wait ten seconds.", "Singing [b]in[/b] the")
        await player.press("c")
        await player.write("You waited.")
        await player.press("ctrl+s", "a", "down")
        player.sees("1 comment")
        await player.press("c")
        await player.press("shift+tab", "right")
        await player.press("tab")
        await player.write("Which song?")
        await player.press("ctrl+s", "f9")
        player.sees("Can anybody be recognised?")
        await player.press("1", "tab")
        await player.write("The calm.")
        await player.press("tab", "tab", "tab", "tab", "1", "ctrl+s")
        await player.press("f9")
        player.sees("Sign, and write the answer")
        await player.press("ctrl+s")
        player.sees("Write your name")
        await player.write("Eva Exempel")
        await player.press("ctrl+s")
        player.sees("The answer is written.")
        await player.press("enter")
    answers = [each for each in os.listdir(tmp_path) if each.endswith(review_file.SUFFIX)]
    assert len(answers) == 1
    assert not any(each.endswith(".json") for each in os.listdir(supervisor.locations.drafts))
    assert os.path.basename(supervisor.locations.log) not in os.listdir(supervisor.locations.home)
    plan = owner.merging.apply(owner.merging.preview(str(tmp_path / answers[0])))
    assert plan.review.signature.name == "Eva Exempel"
    said = [(each.kind, each.text, each.decision) for each in plan.review.items]
    assert said == [
        (CommentKind.APPRECIATE, "You waited.", None),
        (None, "", Decision.APPROVED),
        (CommentKind.QUESTION, "Which song?", None),
    ]
    assert plan.review.answers == {"v5": "no", "v1": "The calm.", "v6": "read"}


async def test_a_training_is_read_with_its_promise_beside_what_it_became(
    owner: Services, supervisor: Services, tmp_path: Path
) -> None:
    followup = FollowUp(2, TODAY, done_on=TODAY, answers=AFTER_3_MONTHS)
    course = a_training(status=TrainingStatus.COMPLETED, before=FORM, followups=(followup,), start_on=TODAY)
    store = owner.log._store
    path = tmp_path / "training.learnlog-share"
    path.write_bytes(share_file.encoded(share_of(store, Repository(store, TRAININGS).put(course))))
    async with reading(supervisor, path, (120, 36)) as player:
        player.sees("Promise and outcome", "What we expected", "De sover bättre", "De svarar själva")


async def test_what_was_said_is_there_again_after_leaving(supervisor: Services, copy: Path) -> None:
    async with reading(supervisor, copy) as player:
        await player.press("c")
        await player.write("You waited.")
        await player.press("ctrl+s", "a", "escape")
    async with reading(supervisor, copy) as player:
        player.sees("You waited.", "Approved", "1 comment")


async def test_what_was_said_outlives_a_closed_terminal(tmp_path: Path, copy: Path) -> None:
    supervisor = some_services(tmp_path / "supervisor", name="")
    async with reading(supervisor, copy) as player:
        await player.press("a")
        player.app.keep_drafts()
    (draft,) = (each for each in os.listdir(supervisor.locations.drafts) if each.endswith(".json"))
    with open(os.path.join(supervisor.locations.drafts, draft), encoding="utf-8") as file:  # noqa: ASYNC230 - a test
        assert '"decision":"approved"' in file.read()


async def test_a_half_typed_comment_is_there_again(supervisor: Services, copy: Path) -> None:
    async with reading(supervisor, copy) as player:
        await player.press("down", "c")
        await player.write("Which so")
        player.app.keep_drafts()
        (draft,) = (each for each in os.listdir(supervisor.locations.drafts) if "comment" in each)
        assert draft
        await player.press("escape", "escape")
    async with reading(supervisor, copy) as player:
        assert "You have begun a comment on Singing" in player.told[-1]
        await player.press("c")
        player.sees("Which so")
        await player.write("ng?")
        await player.press("ctrl+s")
        player.sees("Which song?")
    assert not any("comment" in each for each in os.listdir(supervisor.locations.drafts))


async def test_only_the_copy_is_open(supervisor: Services, copy: Path) -> None:
    async with reading(supervisor, copy) as player:
        await player.press("2", "f3")
        player.sees("Can anybody be recognised?")
        player.misses("2 Log")


async def test_somebody_who_can_be_recognised_is_sent_back_without_a_word(supervisor: Services, copy: Path) -> None:
    async with reading(supervisor, copy) as player:
        await player.press("c")
        await player.write("Is this Sven?")
        await player.press("ctrl+s", "a", "p")
        player.sees("Can somebody be recognised here?")
        await player.press("y")
        player.sees("goes back")
        player.misses("Is this Sven?")
        await player.press("a")
        assert "nothing else is said about it" in player.told[-1]
        await player.press("f3")
        player.sees("Can anybody be recognised?", "What comes next?")
        player.misses("What do you see that is good?")
        await player.press("escape", "p")
        player.misses("goes back")


async def test_a_review_is_taken_in_looked_at_answered_closed_and_taken_back(owner: Services, tmp_path: Path) -> None:
    given = share(owner)
    review = a_review(
        about(given, 0, "a"),
        about(given, 1, "b", kind=CommentKind.APPRECIATE, text="[/b] Good!"),
        share_id=given.share_id,
        log_id=given.log_id,
    )
    path = tmp_path / "answer"
    path.write_bytes(review_file.encoded(review, KEY))
    async with playing(owner) as player:
        await player.press("escape", "C")
        player.sees("Nobody has said anything yet.")
        await player.press("t")
        await player.write(str(tmp_path / "none"))
        await player.press("enter")
        player.sees("There is no such file.")
        await player.press("ctrl+u")
        await player.write(str(path))
        await player.press("enter")
        player.sees("Take this in?", SOMEBODY.name, "What did you do then?", "[/b] Good!", ANSWERED["v1"])
        assert owner.comments.all() == ()
        await player.press("ctrl+s")
        assert "Taken in: 2 comments." in player.told[-1]
        player.sees("Calm transfers" if owner.comments.all()[0].title == "Calm transfers" else "T 1111", "open")
        await player.press("end", "up", "enter")
        player.sees("Your answer")
        await player.write("I sa")
        await player.press("escape", "enter")
        player.sees("I sa")
        await player.write("ng.")
        await player.press("ctrl+s")
        answered = [each for each in owner.comments.all() if each.answer == "I sang."]
        assert [each.status for each in answered] == [CommentStatus.ANSWERED]
        await player.press("home", "x")
        assert [each.status for each in owner.comments.all()].count(CommentStatus.CLOSED) == 1
        await player.press("u", "u", "u")
        assert owner.comments.all() == ()


async def test_an_open_comment_waits_on_the_start_screen_and_opens(owner: Services, tmp_path: Path) -> None:
    given = share(owner)
    path = tmp_path / "answer"
    review = a_review(about(given, 0, "a"), share_id=given.share_id, log_id=given.log_id)
    path.write_bytes(review_file.encoded(review, KEY))
    owner.merging.apply(owner.merging.preview(str(path)))
    async with playing(owner) as player:
        player.sees("T 1111", "today · comment")
        await player.press("escape", "enter")
        player.sees("What did you do then?", "stated by Eva Exempel")


async def test_a_copy_is_opened_from_the_app_and_offered_again(owner: Services, copy: Path, tmp_path: Path) -> None:
    async with playing(some_services(tmp_path / "other", name="Eva")) as player:
        await player.press("escape", "C", "y")
        await player.write(str(copy))
        await player.press("enter")
        player.sees("Wait ten seconds.")
        await player.press("a", "escape", "escape")
        player.sees("A review you have begun")
    del owner


async def test_a_file_that_is_something_else_is_told_in_a_sentence(owner: Services, tmp_path: Path) -> None:
    (tmp_path / "odd").write_bytes(b"[/b]")
    async with playing(owner) as player:
        await player.press("escape")
        for key in ("t", "y"):
            await player.press("C", key)
            await player.write(str(tmp_path / "odd"))
            await player.press("enter")
            assert "no file that learnlog has written" in player.told[-1]
            await player.press("escape")


async def test_nothing_about_a_log_of_ones_own_is_offered_on_a_copy(supervisor: Services, copy: Path) -> None:
    async with reading(supervisor, copy) as player:
        await player.press("f10", "f6", "2")
        player.sees("Calm transfers")
        player.misses("Give somebody a copy")
        await player.press("ctrl+p")
        player.sees("Settings")
        player.misses("Give a copy", "What is due", "Go to your learning log")
