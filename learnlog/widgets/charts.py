"""Charts of the start screen, drawn with characters. Without colour they are made of signs and digits instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from learnlog.domain.values import Arena, Purpose
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import short_month_name, weekday_initials
from learnlog.widgets.glyphs import ARENAS, Look, legend

if TYPE_CHECKING:
    from learnlog.domain.statistics import Month, Week

_BAR = "▆"
_NONE = "·"
_CELL = "■"
_TODAY = "◎"
_TONES = 4


class Chart(Widget):
    """Something drawn from numbers. It does not take the focus."""

    DEFAULT_CSS = """
    Chart { height: 1fr; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    @property
    def in_signs(self) -> bool:
        """Whether colours are switched off (NO_COLOR)."""
        return self.app.no_color

    def on_mount(self) -> None:
        """Colours are looked up when drawing."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.refresh())


class ArenaChart(Chart):
    """Entries per month, stacked by arena: one row a month, the present one last."""

    def __init__(self) -> None:
        """Nothing to show yet."""
        super().__init__(id="arenas", classes="card chart")
        self._months: Sequence[Month] = ()
        self._split: Mapping[Purpose | None, int] = {}

    def show(self, months: Sequence[Month], split: Mapping[Purpose | None, int]) -> None:
        """Show these months, the oldest first.

        Args:
            months: The months.
            split: Number of entries by main purpose, for the line that stands below where there is no card for it.
        """
        self._months = months
        self._split = split
        self.refresh()

    def render(self) -> Content:
        """The rows that fit, and the legend."""
        if not self._months:
            return Content("")
        width, height = self.content_size
        most = max((month.total for month in self._months), default=0)
        below = [legend(width)]
        if self.screen.has_class("-short") or self.screen.has_class("-mid"):
            below.append(self._purposes())
        rows = [self._row(month, most, width) for month in self._months[-max(height - len(below), 1) :]]
        air = [Content("")] * min(1, max(0, height - len(rows) - len(below)))
        return Content("\n").join([*rows, *air, *below])

    def _purposes(self) -> Content:
        """A, B and C in numbers."""
        parts = [Content.assemble(purpose.value, (f" {self._split.get(purpose, 0)}", "bold")) for purpose in Purpose]
        return Content.assemble((_("Main purpose"), "$muted"), "  ", Content(" · ").join(parts))

    def _row(self, month: Month, most: int, width: int) -> Content:
        """Name, bar, number."""
        now = month is self._months[-1]
        name = short_month_name(month.first_on, translator())
        bar = self._bar(month, most, max(width - 11, 1))
        total = str(month.total or _NONE)
        gap = width - 6 - bar.cell_length - len(total)
        return Content.assemble(
            (f"{name:<6}", "bold" if now else "$muted"), bar, " " * gap, (total, "bold" if now else "$muted")
        )

    def _bar(self, month: Month, most: int, width: int) -> Content:
        from learnlog.domain.statistics import bar_lengths  # noqa: PLC0415 - the first frame shows no numbers yet

        lengths = bar_lengths([month.counts[arena] for arena in Arena], most, width)
        parts = [
            Content.styled((ARENAS[arena].glyph if self.in_signs else _BAR) * length, ARENAS[arena].style)
            for arena, length in zip(Arena, lengths, strict=True)
            if length
        ]
        return Content("").join(parts)


class HeatMap(Chart):
    """A calendar: a column a week, a row a weekday, the stronger the more was written."""

    def __init__(self) -> None:
        """Nothing to show yet."""
        super().__init__(id="days", classes="card chart")
        self._weeks: Sequence[Week] = ()
        self._today = dt.date.min
        self._most = 1

    def show(self, weeks: Sequence[Week], today: dt.date) -> None:
        """Show as many of these weeks as there is room for, the last being today's."""
        self._weeks = weeks
        self._today = today
        self._most = max((count or 0 for week in weeks for count in week.days), default=1) or 1
        self.refresh()

    def render(self) -> Content:
        """Months, seven weekdays, and what the tones mean when there is room."""
        if not self._weeks:
            return Content("")
        width, height = self.content_size
        fit = max((width - 3) // 2, 1)
        weeks = self._weeks[-fit:]
        rows = [self._months(weeks, width)]
        for day, name in enumerate(weekday_initials(translator())):
            cells = [self._cell(week, day) for week in weeks]
            rows.append(Content.assemble((f"{name if day % 2 == 0 else '':<2}", "$muted"), *_together(cells)))
        if height > len(rows) + 1:
            rows += [Content(""), self._scale()]
        return Content("\n").join(rows)

    def _months(self, weeks: Sequence[Week], width: int) -> Content:
        """Each month's name above the first week that begins in it, where it does not run into the next."""
        line = ""
        before = weeks[0].monday.month if weeks else 0
        for place, week in enumerate(weeks):
            month, before = before, week.monday.month
            at = 3 + 2 * place
            name = short_month_name(week.monday, translator())
            if week.monday.month != month and len(line) < at and at + len(name) <= width:
                line = line.ljust(at) + name
        return Content.styled(line, "$muted")

    def _cell(self, week: Week, day: int) -> Look:
        count = week.days[day]
        if not count and week.monday + dt.timedelta(days=day) == self._today:
            return Look(_TODAY, "$accent")
        if count is None:
            return Look(" ", "")
        if not count:
            return Look(_NONE, "$faint")
        if self.in_signs:
            return Look(str(min(count, 9)), "bold")
        return Look(_CELL, f"$heat-{self._tone(count)}")

    def _tone(self, count: int) -> int:
        """How strong, from 1 to 4, measured against the busiest day there is."""
        return 3 if self._most == 1 else -(-count * _TONES // self._most)

    def _scale(self) -> Content:
        if self.in_signs:
            tones = Content.styled("1 2 3 4", "bold")
        else:
            tones = Content(" ").join([Content.styled(_CELL, f"$heat-{tone}") for tone in range(1, _TONES + 1)])
        return Content.assemble(
            "   ",
            (_("fewer"), "$muted"),
            (f" {_NONE} ", "$faint"),
            tones,
            (f" {_('more')}   ", "$muted"),
            (_TODAY, "$accent"),
            (f" {_('today')}", "$muted"),
        )


def _together(cells: Sequence[Look]) -> Iterator[tuple[str, str]]:
    """Neighbours of one style as one text, for each text costs time to draw; a space before each cell."""
    for style, alike in groupby(cells, key=lambda cell: cell.style):
        yield "".join([f" {cell.glyph}" for cell in alike]), style


class PurposeChart(Chart):
    """The owner's entries by main purpose: how many, and nothing else; there is no right split."""

    def __init__(self) -> None:
        """Nothing to show yet."""
        super().__init__(id="purposes", classes="card chart")
        self._split: Mapping[Purpose | None, int] | None = None

    def show(self, split: Mapping[Purpose | None, int]) -> None:
        """Show these numbers."""
        self._split = split
        self.refresh()

    def render(self) -> Content:
        """A row for each purpose."""
        if self._split is None:
            return Content("")
        from learnlog.domain.statistics import bar_lengths  # noqa: PLC0415 - the first frame shows no numbers yet
        from learnlog.i18n.labels import label  # noqa: PLC0415 - nor words for them

        width = self.content_size.width
        most = max(self._split.values(), default=0)
        names = {purpose: label(purpose, translator()) for purpose in Purpose}
        names_width = max(len(name) for name in names.values()) + 2
        rows = []
        for purpose in Purpose:
            count = self._split.get(purpose, 0)
            (length,) = bar_lengths([count], most, max(width - names_width - 8, 1))
            sign = purpose.value if self.in_signs else "━"
            rest = max(width - names_width - 8, 1) - length
            rows.append(
                Content.assemble(
                    f"{names[purpose]:<{names_width}}",
                    (sign * length, "$primary"),
                    ("─" * rest if not self.in_signs else " " * rest, "$track"),
                    f"{count:>7}",
                )
            )
        return Content("\n").join(rows)
