"""The start screen as text: for a pipe, for a plain terminal, for a screen reader."""

from __future__ import annotations

from learnlog.cli.output import ID_SHOWN, Output
from learnlog.cli.reading import GLYPHS, print_heads
from learnlog.domain.statistics import per_month_by_arena, totals
from learnlog.domain.values import Arena, Status
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import long_date, month_and_year, whole_hours
from learnlog.i18n.labels import arena_place, capital
from learnlog.services.suite import Services

MONTHS = 6
LATEST = 5


def print_overview(opened: Services, out: Output) -> None:
    """Print what the start screen shows: how much there is, the last months, the latest entries, what is a draft."""
    tr = translator()
    today = opened.clock.today()
    heads = opened.log.heads()
    out.raw(f"{out.strong('learnlog')}  {long_date(today, tr)}\n\n")
    _print_waiting(opened, out)
    if not heads:
        out.line(_("Your log is empty. Write down the first thing: {line}", line='learnlog add "…"'))
        return
    sums = totals(heads)
    facts = [ngettext("{count} entry", "{count} entries", sums.entries)]
    if sums.minutes:
        facts.append(whole_hours(sums.minutes, tr))
    drafts = sum(head.status is Status.DRAFT for head in heads)
    if drafts:
        facts.append(ngettext("{count} draft", "{count} drafts", drafts))
    out.line(", ".join(facts))
    out.raw("\n")
    for month in per_month_by_arena(heads, MONTHS, today):
        marks = "".join(GLYPHS[arena] * month.counts[arena] for arena in Arena)
        out.raw(
            f"{capital(month_and_year(month.first_on, tr)):<16}  {month.total:>3}  {out.cut(marks, 24)}".rstrip() + "\n"
        )
    out.raw("  ".join(f"{GLYPHS[arena]} {arena_place(arena, tr)}" for arena in Arena) + "\n")
    out.raw(f"\n{out.strong(_('Latest entries'))}\n")
    print_heads(heads[:LATEST], out, opened.log.telling(ID_SHOWN))


def _print_waiting(opened: Services, out: Output) -> None:
    """Print what is due, first of all."""
    items = opened.reminders.due()
    if not items:
        return
    from learnlog.cli.due import print_due

    print_due(items[:LATEST], opened.reminders, out)
    if len(items) > LATEST:
        out.line(_("All that waits: {line}", line="learnlog due"))
    out.raw("\n")
