"""Counts of many copies as CSV (RFC 4180), for a report: no names of persons, no texts, no group of fewer than five."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator

from learnlog.domain.printable import show_line
from learnlog.domain.team import GROUP_MIN, Team, Waiting, coarse

HEAD = ("group", "measure", "area", "persons")
"""Names of the columns, the same in every language: a promise to other programs."""
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # what a spreadsheet takes for one


def team_csv(groups: Iterable[tuple[str, Team]], today: dt.date) -> str:
    """Groups as CSV; every number counts persons, to the nearest five, or is ``<5``.

    Args:
        groups: Name of the unit, empty for everybody; and what its copies tell.
        today: The reader's own day.
    """
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(HEAD)
    for name, team in groups:
        for measure, area, persons in _measures(team, today):
            count = coarse(persons)
            rows.writerow((_cell(name), measure, _cell(area), f"<{GROUP_MIN}" if count is None else count))
    return text.getvalue()


def _measures(team: Team, today: dt.date) -> Iterator[tuple[str, str, int]]:
    """Measure, area (empty for none), number of persons."""
    yield "all", "", len(team.persons)
    for kind in Waiting:
        matters = team.of(kind)
        yield f"{kind.value}_open", "", len({each.person for each in matters})
        if kind is not Waiting.COPY:  # its day is when it came: nothing of it is late
            yield f"{kind.value}_late", "", len({each.person for each in matters if each.is_late(today)})
    for needs in team.needs:
        for need, persons in needs.persons.items():
            yield f"need_{need.value}", needs.area, persons


def _cell(text: str) -> str:
    """A text no spreadsheet takes for a formula."""
    shown = show_line(text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown
