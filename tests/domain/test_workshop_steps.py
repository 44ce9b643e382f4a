"""Holding a workshop line by line: nothing that was written is lost by what is done to other lines."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.goal import Action
from learnlog.domain.workshop import Phase, Workshop
from learnlog.domain.workshop_steps import added, lines_in, picked_in, removed, reworded, toggled

HELD = Workshop("w", dt.date(2026, 11, 20), "Hur?")


def with_lines(phase: Phase, *texts: str) -> Workshop:
    workshop = HELD
    for text in texts:
        workshop = added(workshop, phase, text)
    return workshop


@pytest.mark.parametrize(
    ("written", "picking"), [(Phase.CRITIQUE, Phase.BOTTOM), (Phase.VISION, Phase.TOP), (Phase.ISLAND, Phase.ISLAND)]
)
def test_what_is_picked_follows_its_line(written: Phase, picking: Phase) -> None:
    workshop = toggled(with_lines(written, "a", " b  b ", "", "a", "c"), picking, "b b")
    assert (lines_in(workshop, picking), picked_in(workshop, picking)) == (("a", "b b", "c"), ("b b",))
    renamed = reworded(workshop, written, "b b", "B")
    assert (lines_in(renamed, written), picked_in(renamed, picking)) == (("a", "B", "c"), ("B",))
    assert reworded(workshop, written, "b b", "a") == workshop, "it stands there already"
    assert reworded(workshop, written, "b b", " ") == workshop
    gone = removed(workshop, written, "b b")
    assert (lines_in(gone, written), picked_in(gone, picking)) == (("a", "c"), ())
    assert picked_in(toggled(workshop, picking, "b b"), picking) == ()


def test_what_is_picked_stands_in_the_order_of_its_list() -> None:
    workshop = with_lines(Phase.CRITIQUE, "a", "b", "c")
    for line in ("c", "a"):
        workshop = toggled(workshop, Phase.BOTTOM, line)
    assert workshop.bottom == ("a", "c")


def test_the_first_island_is_chosen_and_another_may_come_from_the_vision() -> None:
    workshop = with_lines(Phase.ISLAND, "Evening", "Night")._replace(vision=("Bread", "Music"), top=("Music",))
    assert workshop.island == "Evening"
    assert lines_in(workshop, Phase.ISLAND) == ("Evening", "Night", "Music")
    chosen = toggled(workshop, Phase.ISLAND, "Music")
    assert (chosen.islands, chosen.island) == (("Evening", "Night", "Music"), "Music")
    assert chosen.revised() == chosen
    own = reworded(workshop, Phase.ISLAND, "Music", "Songs")
    assert (own.islands, own.vision) == (("Evening", "Night", "Songs"), ("Bread", "Music"))


def test_what_is_to_be_done_is_told_in_its_order() -> None:
    workshop = HELD._replace(plans=(Action("1", "Ask"), Action("2", "Bake")))
    assert lines_in(workshop, Phase.ACTIONS) == ("Ask", "Bake")
    assert picked_in(workshop, Phase.ACTIONS) == ()


PHASES = st.sampled_from([Phase.HOPES, Phase.CRITIQUE, Phase.VISION, Phase.ISLAND])
STEPS = st.lists(st.tuples(st.sampled_from("artAT"), PHASES, st.sampled_from("abcd"), st.sampled_from("abcd ")))


@given(STEPS)
def test_whatever_is_done_the_log_keeps_it_as_it_stands(steps: list[tuple[str, Phase, str, str]]) -> None:
    workshop = HELD
    for step, phase, line, text in steps:
        if step == "a":
            workshop = added(workshop, phase, text)
        elif line in lines_in(workshop, phase):
            if step == "r":
                workshop = removed(workshop, phase, line)
            elif step == "t":
                workshop = reworded(workshop, phase, line, text)
            elif phase is Phase.ISLAND:
                workshop = toggled(workshop, phase, line)
        picking = Phase.BOTTOM if step == "A" else Phase.TOP
        if step in "AT" and line in lines_in(workshop, picking):
            workshop = toggled(workshop, picking, line)
    assert workshop.revised() == workshop
