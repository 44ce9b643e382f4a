"""The cards of the start screen: what waits, what is new, and how the year has been."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import takewhile
from typing import Any, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from learnlog.domain.entry import EntryHead
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import short_date
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.commands import bindings
from learnlog.services.suite import Services
from learnlog.text import N_
from learnlog.widgets.charts import ArenaChart, HeatMap, PurposeChart
from learnlog.widgets.glyphs import mark
from learnlog.widgets.greeting import Waiting
from learnlog.widgets.row_list import Row, RowList
from learnlog.widgets.safe import line

MONTHS = 6
WEEKS = 53
LATEST = 12


class WaitingList(RowList):
    """What waits; what is due can be put off from here."""

    HELP = N_("What waits for you. Enter opens it, {key:due.snooze} puts it off.")
    BINDINGS: ClassVar[list[BindingType]] = bindings("due.snooze")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is due can be put off."""
        if action == "snooze":
            from learnlog.screens.waiting import DUE  # noqa: PLC0415 - the first frame does without

            return self.chosen.startswith(DUE)
        return super().check_action(action, parameters)

    @work(group="doing")
    async def action_snooze(self) -> None:
        """Put off what is due, under the cursor."""
        from learnlog.screens.training_moves import put_off  # noqa: PLC0415 - built when asked for
        from learnlog.screens.waiting import due_item  # noqa: PLC0415 - so is this

        screen = cast("LearnlogScreen[Any]", self.screen)
        item = due_item(screen.services, self.chosen)
        if item is not None and screen.is_current:
            await put_off(screen, item)


class Cards(Widget):
    """Five cards on the log.

    Attributes:
        waiting: What the owner may want to do; see `learnlog.screens.waiting`.
        latest: The newest entries; each row's key is the entry's id.
    """

    def __init__(self) -> None:
        """Build the cards."""
        super().__init__(id="cards")
        self.waiting = WaitingList("waiting")
        self.latest = RowList("latest", help_text=N_("What you wrote last. Enter opens it in the log."))
        self._arenas = ArenaChart()
        self._days = HeatMap()
        self._purposes = PurposeChart()
        self._nothing = ""

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
        self._nothing = _("Nothing is waiting.")
        self.latest.border_title = Content(_("Latest in the log"))
        self.latest.empty = _("What you write comes here.")
        self._arenas.border_title = Content(_("Learning by arena"))
        self._days.border_title = Content(_("Calendar"))
        self._purposes.border_title = Content(_("What it was for"))
        self._purposes.border_subtitle = Content(_("one year · only for your information"))

    def show_latest(self, services: Services, heads: Sequence[EntryHead]) -> None:
        """Show what was written last, for which little has to be read.

        Args:
            services: What the user can do.
            heads: The whole log, newest first.
        """
        self.latest.show([_latest_row(services, head) for head in heads[:LATEST]])
        self.latest.border_subtitle = Content(ngettext("{count} entry", "{count} entries", len(heads)))

    def show(self, services: Services, heads: Sequence[EntryHead], due: Sequence[Any]) -> Waiting:
        """Show the log as it is now: charts and drafts of one year, and whatever has two versions.

        Args:
            services: What the user can do.
            heads: The whole log, newest first.
            due: What is due, the longest waiting first (its type is imported after the first frame).

        Returns:
            How much waits.
        """
        from learnlog.domain.statistics import (  # noqa: PLC0415 - the first frame is out before this is asked for
            days_this_year,
            per_month_by_arena,
            per_week,
            purpose_split,
        )
        from learnlog.screens.waiting import waiting  # noqa: PLC0415 - and this

        today = services.clock.today()
        year = _since(heads, today - dt.timedelta(weeks=WEEKS))
        rows, found = waiting(services, due, year)
        self.waiting.empty = self._nothing
        self.waiting.show(rows)
        waits = found.unsaved + found.clashes + found.due + found.drafts
        words = ngettext("{count} thing waits", "{count} things wait", waits) if waits else ""
        self.waiting.border_subtitle = Content(words)
        self.show_latest(services, heads)
        year = [head for head in year if head.date <= today]  # a clock may have been wrong once
        months = per_month_by_arena(year, MONTHS, today)
        self._arenas.show(months, purpose_split(_since(year, months[0].first_on)))
        self._arenas.border_subtitle = Content(_("six months"))
        self._days.show(per_week(year, WEEKS, today), today)
        days = days_this_year(year, today)
        self._days.border_subtitle = Content(ngettext("{count} day this year", "{count} days this year", days))
        self._purposes.show(purpose_split(year))
        return found


def _since(heads: Sequence[EntryHead], first_on: dt.date) -> list[EntryHead]:
    """The newest entries, back to a day; older ones are not even read."""
    return list(takewhile(lambda head: head.date >= first_on, heads))


def _latest_row(services: Services, head: EntryHead) -> Row:
    """Sign and title, and at the right the day."""
    when = short_date(head.date, translator(), services.clock.today())
    return Row(head.id, (Content.assemble(mark(head.arena), " ", line(head.title)),), Content.styled(when, "$muted"))
