"""What is half typed: kept per window, offered when its window is gone or its form was left."""

from __future__ import annotations

import stat
from pathlib import Path

from learnlog.storage.drafts import Draft, DraftFolder
from tests.builders import NOW


def a_draft(title: str = "Half a sent", uid: str = "u1") -> Draft:
    return Draft("entry", uid, {"title": title, "by_hand": ["arena"], "show_in_cv": True}, NOW)


def test_what_a_window_is_typing_is_offered_nowhere(tmp_path: Path) -> None:
    mine, other = DraftFolder(str(tmp_path / "drafts")), DraftFolder(str(tmp_path / "drafts"))
    mine.keep(a_draft())
    assert mine.waiting() == ()
    assert other.waiting() == ()


def test_what_was_let_go_is_offered_in_every_window(tmp_path: Path) -> None:
    mine, other = DraftFolder(str(tmp_path / "drafts")), DraftFolder(str(tmp_path / "drafts"))
    mine.keep(a_draft())
    mine.let_go("entry", "u1")
    assert mine.waiting() == other.waiting() == (a_draft(),)


def test_letting_go_of_nothing_does_nothing(tmp_path: Path) -> None:
    DraftFolder(str(tmp_path / "drafts")).let_go("entry", "u1")
    assert DraftFolder(str(tmp_path / "drafts")).waiting() == ()


def test_what_was_let_go_can_be_dropped(tmp_path: Path) -> None:
    mine = DraftFolder(str(tmp_path / "drafts"))
    mine.keep(a_draft())
    mine.let_go("entry", "u1")
    mine.keep(a_draft("Half a sentence"))
    mine.drop("entry", "u1")
    assert DraftFolder(str(tmp_path / "drafts")).waiting() == ()
    assert not list((tmp_path / "drafts").glob("*.json"))


def test_dropping_spares_what_another_window_is_typing(tmp_path: Path) -> None:
    mine, other = DraftFolder(str(tmp_path / "drafts")), DraftFolder(str(tmp_path / "drafts"))
    mine.keep(a_draft())
    other.keep(a_draft("Another"))
    mine.drop("entry", "u1")
    other.let_go("entry", "u1")
    assert mine.waiting() == (a_draft("Another"),)


def test_drafts_are_for_their_owner_only(tmp_path: Path) -> None:
    mine = DraftFolder(str(tmp_path / "drafts"))
    mine.keep(a_draft())
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "drafts").iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "drafts").stat().st_mode) == 0o700
