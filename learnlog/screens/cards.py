"""The cards of the start screen: what waits, what is new, and how the year has been."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from learnlog.domain.entry import EntryHead
from learnlog.domain.statistics import days_this_year, per_month_by_arena, per_week, purpose_split
from learnlog.domain.values import Status
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import short_date
from learnlog.services.suite import Services
from learnlog.widgets.charts import ArenaChart, HeatMap, PurposeChart
from learnlog.widgets.glyphs import TASK, URGENT, Look, mark
from learnlog.widgets.greeting import Waiting
from learnlog.widgets.row_list import Row, RowList
from learnlog.widgets.safe import line

MONTHS = 6
WEEKS = 53
LATEST = 12
UNSAVED, CLASH, DRAFT = "unsaved", "clash", "draft"
"""What a row of the waiting card is about; its key begins so."""


class Cards(Widget):
    """Five cards on the log.

    Attributes:
        waiting: What the owner may want to do; each row's key is its kind, a colon, and what it is about.
        latest: The newest entries; each row's key is the entry's id.
    """

    def __init__(self) -> None:
        """Build the cards."""
        super().__init__(id="cards")
        self.waiting = RowList("waiting")
        self.latest = RowList("latest")
        self._arenas = ArenaChart()
        self._days = HeatMap()
        self._purposes = PurposeChart()

    def compose(self) -> ComposeResult:
        """In reading order."""
        yield self.waiting
        yield self.latest
        yield self._arenas
        yield self._days
        yield self._purposes

    def say(self) -> None:
        """Titles in the interface's language."""
        self.waiting.border_title = Content(_("Waiting"))
        self.waiting.empty = _("Nothing is waiting.")
        self.latest.border_title = Content(_("Latest in the log"))
        self.latest.empty = _("What you write comes here.")
        self._arenas.border_title = Content(_("Learning by arena"))
        self._days.border_title = Content(_("Calendar"))
        self._purposes.border_title = Content(_("What it was for"))
        self._purposes.border_subtitle = Content(_("only for your information"))

    def show(self, services: Services, heads: Sequence[EntryHead]) -> Waiting:
        """Show the log as it is now: charts and drafts of one year, and whatever has two versions.

        Args:
            services: What the user can do.
            heads: The whole log, newest first.

        Returns:
            How much waits.
        """
        today = services.clock.today()
        year = _since(heads, today - dt.timedelta(weeks=WEEKS))
        rows = _waiting_rows(services, year)
        kinds = [row.key.partition(":")[0] for row in rows]
        self.waiting.show(rows)
        self.latest.show([_latest_row(services, head) for head in heads[:LATEST]])
        self.latest.border_subtitle = Content(ngettext("{count} entry", "{count} entries", len(heads)))
        split = purpose_split(year)
        self._arenas.show(per_month_by_arena(year, MONTHS, today), split)
        self._arenas.border_subtitle = Content(_("six months"))
        self._days.show(per_week(year, WEEKS, today), today)
        days = days_this_year(year, today)
        self._days.border_subtitle = Content(ngettext("{count} day this year", "{count} days this year", days))
        self._purposes.show(split)
        return Waiting(kinds.count(UNSAVED), kinds.count(CLASH), kinds.count(DRAFT), len(heads))


class _Task(NamedTuple):
    """Something that waits: its key, how urgent, since when, and what to do."""

    key: str
    look: Look
    day: dt.date
    title: str
    what: str


def _since(heads: Sequence[EntryHead], first_on: dt.date) -> list[EntryHead]:
    """The newest entries, back to a day; older ones are not even read."""
    return list(takewhile(lambda head: head.date >= first_on, heads))


def _waiting_rows(services: Services, year: Sequence[EntryHead]) -> list[Row]:
    """What waits, the days in one column."""
    today, tr = services.clock.today(), translator()
    tasks = list(_tasks(services, year))
    days = [short_date(task.day, tr, today) for task in tasks]
    width = max(map(len, days), default=0)
    rows = []
    for task, day in zip(tasks, days, strict=True):
        lead = Content.styled(f"{task.look.glyph} {day:<{width}}  ", task.look.style)
        what = Content.styled(" " * lead.cell_length + task.what, "$muted")
        rows.append(Row(task.key, (Content.assemble(lead, line(task.title)), what)))
    return rows


def _tasks(services: Services, year: Sequence[EntryHead]) -> Iterator[_Task]:
    """Unsaved texts first, then entries with two versions, then drafts of the year: older ones may rest."""
    for draft in services.drafts.waiting():
        title = str(draft.values.get("title") or draft.values.get("sentence") or _("A text without a title"))
        saved_on = draft.saved_at.astimezone().date()
        yield _Task(f"{UNSAVED}:{draft.uid}", URGENT, saved_on, title, _("not saved yet"))
    for head in services.log.clashing():
        yield _Task(f"{CLASH}:{head.id}", URGENT, head.date, head.title, _("two versions: choose one"))
    for head in year:
        if head.status is Status.DRAFT and not head.has_clash:
            yield _Task(f"{DRAFT}:{head.id}", TASK, head.date, head.title, _("draft: what did you learn?"))


def _latest_row(services: Services, head: EntryHead) -> Row:
    """Sign and title, and at the right the day."""
    when = short_date(head.date, translator(), services.clock.today())
    return Row(head.id, (Content.assemble(mark(head.arena), " ", line(head.title)),), Content.styled(when, "$muted"))
