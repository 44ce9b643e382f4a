"""The way to the plan and the talks, and what all their commands have in common."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.everything import services
from learnlog.cli.opening import tell_notices
from learnlog.cli.options import Arguments
from learnlog.cli.output import json_lines
from learnlog.cli.warning import warn
from learnlog.domain.competence import Area
from learnlog.domain.entry import EntryHead
from learnlog.domain.evidence import Evidence
from learnlog.errors import RuleError
from learnlog.foundation import Foundation
from learnlog.i18n.ambient import gettext as _
from learnlog.services.shelf import Shelf
from learnlog.services.suite import Services
from learnlog.text import N_

Value = Any
"""An area, a goal, an action, a talk or a workshop: they have an id, and know when they were put in the bin."""


def shelf_of(opened: Services, word: str) -> Shelf[Value]:
    """Where the things are kept that a command is about: ``goal`` in ``goal add``."""
    plan = opened.plan
    shelves: dict[str, Shelf[Value]] = {
        "area": plan.areas,
        "goal": plan.goals,
        "action": plan.actions,
        "workshop": plan.workshops,
        "talk": opened.talks,
    }
    return shelves[word]


def to_read(call: Call) -> Services:
    """Everything, for a command that only reads: tells what was noticed while the log was read."""
    opened = services(call)
    shelf_of(opened, _word(call)).all()
    tell_notices(opened.log)
    return opened


def named(call: Call, opened: Services) -> Value:
    """What the first word names, be it in the bin or not."""
    return one_of(opened, _word(call), call.arguments.words[0])


def found(call: Call) -> tuple[Services, Value]:
    """What the first word names, to be changed.

    Raises:
        RuleError: If it is in the bin.
    """
    opened = services(call)
    value = named(call, opened)
    refuse_deleted(value, _word(call))
    return opened, value


def refuse_deleted(value: Value, word: str) -> None:
    """Refuse to go on with something that is in the bin.

    Raises:
        RuleError: If it is.
    """
    if value.deleted_at is not None:
        line = f"learnlog {word} restore {value.id[:8]}"
        raise RuleError(N_("It is in the bin. Restore it first: {line}"), line=line)


def one_of(opened: Services, word: str, name: str) -> Value:
    """One of a kind by its id, of which a beginning is enough; an area also by its name.

    Raises:
        NotFoundError: If there is none, or several begin so.
    """
    name = typed.text(name).strip()
    return (area_named(opened, name) if word == "area" else None) or shelf_of(opened, word).find(name)


def area_named(opened: Services, name: str) -> Area | None:
    """The area of the plan with this key or name, in any language; None when there is none."""
    from learnlog.domain.folding import fold
    from learnlog.i18n.labels import area_key

    meant = fold(area_key(name))
    areas = (*opened.plan.areas.all(), *opened.plan.areas.bin())
    return next((each for each in areas if meant and fold(each.name) == meant), None)


def linked(opened: Services, word: str, name: str | None) -> str:
    """The id of something that is named by an option; empty when the name is.

    Raises:
        NotFoundError: If there is none.
        RuleError: If it is in the bin.
    """
    if not name or not name.strip():
        return ""
    value = one_of(opened, word, name)
    refuse_deleted(value, word)
    uid: str = value.id
    return uid


def links(given: Arguments, base: Foundation) -> dict[str, Any]:
    """The goals and the action that something belongs to, as far as options name them; empty names untie it.

    Raises:
        NotFoundError: If there is none with that id.
        RuleError: If it is in the bin.
    """
    opened = Services(base.store, base.preferences, base.locations, base.clock)
    found: dict[str, Any] = {}
    if "goal" in given.given:
        ids = (linked(opened, "goal", each) for each in given.texts("goal") or ())
        found["goal_ids"] = tuple(dict.fromkeys(uid for uid in ids if uid))
    if "action" in given.given:
        found["action_id"] = linked(opened, "action", given.text("action"))
    return found


def shown_by(given: Arguments, base: Foundation, heads: Iterable[EntryHead]) -> list[EntryHead]:
    """Those of some entries that show the goal, or came of the action, which options name."""
    opened = Services(base.store, base.preferences, base.locations, base.clock)
    evidence = opened.plan.evidence()
    for word in ("goal", "action"):
        if given.text(word):
            shown = evidence.get(linked(opened, word, given.text(word)), Evidence())
            ids = {each.id for each in shown.entries}
            heads = [head for head in heads if head.id in ids]
    return [*heads]


def titles(goal_ids: Collection[str], action_id: str, base: Foundation) -> tuple[str, str]:
    """What the goals and the action are called that something belongs to."""
    plan = Services(base.store, base.preferences, base.locations, base.clock).plan
    goals = ", ".join(each.title for each in plan.goals.all() if each.id in goal_ids) if goal_ids else ""
    return goals, next((each.what for each in plan.actions.all() if action_id and each.id == action_id), "")


def kept(call: Call, opened: Services) -> list[Value]:
    """Those of the kind a command is about: of the statuses that were asked for; in the bin only when that was."""
    given, shelf = call.arguments, shelf_of(opened, _word(call))
    every = shelf.bin() if given.switch("deleted") else shelf.all()
    statuses = [each for each in given.texts("status") or () if each]
    return [each for each in every if not statuses or each.status in statuses]


def listed(call: Call, opened: Services, values: Sequence[Value], tell: Callable[[], None], none: str) -> int:
    """Print several things: as JSON, or told in words; and a word when there is none of them."""
    if call.arguments.switch("json"):
        from learnlog.cli.plan_json import as_objects

        call.out.raw(json_lines(as_objects(values, opened)) + "\n")
        return 0
    tell()
    if not values:
        call.out.note(none)
    return 0


def shown(call: Call, tell: Callable[[Call, Services, Value], None]) -> int:
    """Print what the first word names: as JSON, or told in words."""
    opened = to_read(call)
    value = named(call, opened)
    if call.arguments.switch("json"):
        print_json(call, opened, value)
    else:
        from learnlog.cli.said import print_said

        tell(call, opened, value)
        print_said(call, value)
    return 0


def added(call: Call, opened: Services, value: Value) -> int:
    """Tell of something new: its id alone, or all of it as JSON."""
    if call.arguments.switch("json"):
        print_json(call, opened, value)
    else:
        call.out.raw(value.id + "\n")
    warn(call, value)
    return 0


def done(call: Call, opened: Services, value: Value, *sentences: str) -> int:
    """Tell what was done: in sentences, or with the thing as it is now."""
    if call.arguments.switch("json"):
        print_json(call, opened, value)
    else:
        call.out.note(" ".join(each for each in sentences if each))
    if value.deleted_at is None:
        warn(call, value)
    return 0


def print_json(call: Call, opened: Services, value: Value) -> None:
    """Print one of them as JSON."""
    from learnlog.cli.plan_json import as_object

    call.out.json(as_object(value, opened), indent=2)


def delete(call: Call) -> int:
    """Move what is named to the bin."""
    opened = services(call)
    value = named(call, opened)
    if value.deleted_at is not None:
        raise RuleError(N_("It is in the bin already."))
    saved = shelf_of(opened, _word(call)).delete(value)
    line = f"learnlog {_word(call)} restore {saved.id[:8]}"
    return done(call, opened, saved, _("Moved to the bin. To get it back: {line}", line=line))


def restore(call: Call) -> int:
    """Take what is named back from the bin."""
    opened = services(call)
    value = named(call, opened)
    if value.deleted_at is None:
        raise RuleError(N_("It is not in the bin."))
    return done(call, opened, shelf_of(opened, _word(call)).restore(value), _("Taken back from the bin."))


def _word(call: Call) -> str:
    return call.command.partition(" ")[0]
