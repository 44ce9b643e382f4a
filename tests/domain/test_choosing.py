"""What a CV summary is about. Today is 20 November 2026."""

from __future__ import annotations

import datetime as dt

import pytest

from learnlog.domain.choosing import (
    Period,
    chosen,
    chosen_sharings,
    chosen_trainings,
    inside,
    is_quoted,
    offered_trainings,
    period_of,
)
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.profile import Profile
from learnlog.domain.selection import Selection
from learnlog.domain.training import Sharing, SharingStatus, TrainingStatus
from learnlog.domain.values import Visibility
from tests.builders import TODAY, a_training, an_entry


def a_portfolio(*dates: str, talk: str = "") -> Portfolio:
    entries = tuple(an_entry(id=date, date=dt.date.fromisoformat(date)) for date in dates)
    return Portfolio(Profile(), entries, TODAY, dt.date.fromisoformat(talk) if talk else None)


@pytest.mark.parametrize(
    ("selection", "talk", "first", "last"),
    [
        (Selection(), "", "2025-11-21", "2026-11-20"),
        (Selection(), "2026-03-01", "2026-03-02", "2026-11-20"),
        (Selection(), "2023-03-01", "2023-03-02", "2026-11-20"),
        (Selection(), "2026-11-20", "2025-11-21", "2026-11-20"),
        (Selection(to_on=dt.date(2026, 2, 28)), "2026-03-01", "2025-03-01", "2026-02-28"),
        (Selection(to_on=dt.date(2024, 2, 29)), "", "2023-03-01", "2024-02-29"),
        (Selection(from_on=dt.date(2026, 1, 1)), "2026-03-01", "2026-01-01", "2026-11-20"),
        (Selection(from_on=dt.date(2026, 2, 1), to_on=dt.date(2026, 1, 1)), "", "2026-01-01", "2026-02-01"),
    ],
)
def test_the_period_is_the_chosen_one_or_since_the_last_talk_or_a_year(
    selection: Selection, talk: str, first: str, last: str
) -> None:
    period = period_of(selection, a_portfolio(talk=talk))
    assert [day.isoformat() for day in period] == [first, last]


def test_both_ends_of_a_period_belong_to_it() -> None:
    portfolio = a_portfolio("2026-01-01", "2026-01-02", "2026-01-31", "2026-02-01")
    period = Period(dt.date(2026, 1, 2), dt.date(2026, 1, 31))
    assert [entry.id for entry in inside(portfolio, period)] == ["2026-01-02", "2026-01-31"]
    assert dt.date(2026, 1, 31) in period
    assert dt.date(2026, 2, 1) not in period


def test_entries_marked_for_the_cv_are_chosen_until_the_owner_picks() -> None:
    portfolio = a_portfolio("2024-01-01", "2026-01-02", "2026-01-31")
    marked = portfolio._replace(entries=tuple(entry._replace(show_in_cv=True) for entry in portfolio.entries[:2]))
    assert [entry.id for entry in chosen(Selection(), marked)] == ["2026-01-02"]
    picked = Selection(entry_ids=("2026-01-31", "gone", "2024-01-01"))
    assert [entry.id for entry in chosen(picked, portfolio)] == ["2026-01-31"]
    assert chosen(Selection(entry_ids=()), marked) == ()


def test_picking_a_private_entry_is_consent() -> None:
    portfolio = a_portfolio("2026-01-31")
    assert portfolio.entries[0].visibility is Visibility.PRIVATE
    assert chosen(Selection(entry_ids=("2026-01-31",)), portfolio) == portfolio.entries


def test_an_insight_is_quoted_if_there_is_one_and_no_other_choice() -> None:
    entry = an_entry(insight="Vänta in svaret")
    assert is_quoted(entry, Selection())
    assert is_quoted(entry, Selection(insight_ids=(entry.id,)))
    assert not is_quoted(entry, Selection(insight_ids=()))
    assert not is_quoted(entry._replace(insight="  "), Selection())


def test_the_trainings_to_choose_from_are_those_of_the_period_and_those_shared_in_it() -> None:
    done = Sharing("s", shared_on=TODAY, status=SharingStatus.DONE)
    held = {"status": TrainingStatus.COMPLETED, "end_on": None}
    inside_ = a_training(title="inside", start_on=dt.date(2026, 3, 1), sharings=(done,), **held)
    before = a_training(title="before", start_on=dt.date(2024, 3, 1), sharings=(done,), **held)
    untold = a_training(title="untold", start_on=dt.date(2024, 3, 1), **held)
    portfolio = a_portfolio()._replace(trainings=(before, untold, inside_))
    none = Selection(training_ids=())
    assert [each.title for each in offered_trainings(none, portfolio)] == ["inside", "before"]
    assert not chosen_trainings(none, portfolio)
    assert not chosen_sharings(none, portfolio)
    assert [each.title for each in chosen_trainings(Selection(), portfolio)] == ["inside"]
    assert chosen_sharings(Selection(training_ids=(before.id, "gone")), portfolio) == ((before, done),)
