"""Look at entries: list, show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.opening import ground, tell_notices
from learnlog.cli.output import ID_SHOWN, Output, json_lines
from learnlog.domain.entry import Entry, EntryHead
from learnlog.domain.values import Arena, Status
from learnlog.foundation import Foundation
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext
from learnlog.services.log import LearningLog

if TYPE_CHECKING:
    from learnlog.storage.history import Change

ON_A_SCREEN = 20
"""So many entries are listed on a terminal, unless a number is asked for."""
GLYPHS = {Arena.IN: "●", Arena.AT: "◆", Arena.OUT: "▲"}


def list_entries(call: Call) -> int:
    """List entries, the newest first."""
    given, out = call.arguments, call.out
    asked = given.text("limit")
    limit = int(asked) if asked else (ON_A_SCREEN if out.is_terminal else 0)
    base = ground(call)
    log = base.log()
    found = _chosen(call, base, log)
    tell_notices(log)
    shown = found[:limit] if limit or asked else found
    if given.switch("json"):
        from learnlog.cli.entry_json import as_object

        out.raw(json_lines([as_object(log.get(head.id)) for head in shown]) + "\n")
        return 0
    print_heads(shown, out, log.telling(ID_SHOWN))
    if not found:
        out.note(_("No entries found."))
    elif len(shown) < len(found) and out.is_terminal:
        many = ngettext("{shown} of {count} entry.", "{shown} of {count} entries.", len(found), shown=len(shown))
        out.note(" ".join((many, _("Show more: {line}", line=f"learnlog list --limit {len(found)}"))))
    base.note_places()
    return 0


def show_entry(call: Call) -> int:
    """Show one entry."""
    base = ground(call)
    log = base.log()
    entry = log.find(call.arguments.words[0])
    tell_notices(log)
    history = log.history(entry.id) if call.arguments.switch("history") else ()
    if call.arguments.switch("json"):
        _print_json(entry, history, call.out)
        return 0
    from learnlog.cli import entry_text

    entry_text.print_entry(entry, call.out, _belongs(entry, base))
    if base.store.documents("comments") or base.store.documents("reviews"):
        from learnlog.cli.said import print_said

        print_said(call, entry)
    if history:
        from learnlog.cli.entry_history import print_history

        print_history(history, call.out)
    base.note_places()
    return 0


def _print_json(entry: Entry, history: tuple[Change, ...], out: Output) -> None:
    """Print an entry as JSON, with what was changed in it where that is asked for."""
    from learnlog.cli.entry_json import as_object

    found = as_object(entry)
    if history:
        from learnlog.cli.entry_history import as_objects

        found["history"] = as_objects(history)
    out.json(found, indent=2)


def print_heads(heads: Sequence[EntryHead], out: Output, width: int) -> None:
    """Print entries one a line, each with so many characters of its id."""
    for head in heads:
        _print_head(head, out, width)


def _chosen(call: Call, base: Foundation, log: LearningLog) -> Sequence[EntryHead]:
    """The entries that the options let through, newest first."""
    given = call.arguments
    heads = log.bin() if given.switch("deleted") else log.heads()  # each is read when it is looked at
    if given.text("training"):
        heads = _of_training(given.text("training") or "", base, heads)
    if given.text("goal") or given.text("action"):
        from learnlog.cli.plan_opening import shown_by

        heads = shown_by(given, base, heads)
    if not any(given.texts(key) for key in ("from", "to", "arena", "type", "area", "status", "search")):
        return heads
    from learnlog.domain.filters import Filter, shown
    from learnlog.domain.values import ActivityType
    from learnlog.i18n.labels import area_key

    today = log.clock.today()
    words = typed.text(given.text("search") or "").strip()
    first, last = typed.period(given.text("from"), given.text("to"), today)
    only = Filter(
        text=words,
        from_on=first,
        to_on=last,
        arenas=frozenset(Arena(each) for each in given.texts("arena") or () if each),
        types=frozenset(ActivityType(each) for each in given.texts("type") or () if each),
        areas=frozenset(area_key(typed.text(each)) for each in given.texts("area") or () if each),
        statuses=frozenset(Status(each) for each in given.texts("status") or () if each),
    )
    return shown(heads, only, hits=log.matching(words) if words else None)


def _belongs(entry: Entry, base: Foundation) -> dict[str, str]:
    """What an entry belongs to: field of the link → what it leads to is called."""
    found: dict[str, str] = {}
    if entry.training_id:
        from learnlog.cli.training_opening import trainings_on

        training = trainings_on(base).of_entry(entry)
        found["training_id"] = training.title if training else ""
    if entry.goal_ids or entry.action_id:
        from learnlog.cli.plan_opening import titles

        found["goal_ids"], found["action_id"] = titles(entry.goal_ids, entry.action_id, base)
    return found


def _of_training(beginning: str, base: Foundation, heads: Sequence[EntryHead]) -> Sequence[EntryHead]:
    """Those that belong to a training."""
    from learnlog.cli.training_opening import trainings_on

    trainings = trainings_on(base)
    ours = {each.id for each in trainings.entries(trainings.find(beginning).id)}
    return [head for head in heads if head.id in ours]


def _print_head(head: EntryHead, out: Output, width: int) -> None:
    """One line: the beginning of the id, the day, where, the title, and whether it is a draft."""
    mark = f"  [{_('draft')}]" if head.status is Status.DRAFT else ""
    uid = head.id[:width].ljust(width)
    title = out.cut(head.title, width + len("  2026-11-20  ●  ") + len(mark))
    day = dt.date.isoformat(head.date)
    out.raw(f"{out.quiet(uid)}  {day}  {GLYPHS[head.arena]}  {title}{out.quiet(mark) if mark else ''}\n")
