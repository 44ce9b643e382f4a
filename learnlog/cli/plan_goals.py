"""Goals: list, show, add, edit."""

from __future__ import annotations

from typing import Any

from learnlog.cli import changes, typed
from learnlog.cli import plan_opening as opening
from learnlog.cli.call import Call
from learnlog.cli.changes import Readers
from learnlog.cli.everything import services
from learnlog.domain.competence import NeedType
from learnlog.domain.goal import Goal, GoalStatus, Horizon, actions_of, lacks_daily_work
from learnlog.i18n.ambient import gettext as _
from learnlog.services.suite import Services


def list_goals(call: Call) -> int:
    """List goals: the open ones by their deadline, then the closed."""
    opened = opening.to_read(call)
    area_id = opening.linked(opened, "area", call.arguments.text("area"))
    goals = [each for each in opening.kept(call, opened) if not area_id or each.area_id == area_id]

    def tell() -> None:
        from learnlog.cli.plan_text import print_goals

        print_goals(goals, opened.plan.actions.all(), call.out)

    return opening.listed(call, opened, goals, tell, _("No goals found."))


def show_goal(call: Call) -> int:
    """Show one goal."""
    return opening.shown(call, _tell)


def _tell(call: Call, opened: Services, goal: Goal) -> None:
    from learnlog.cli.plan_text import print_goal

    plan = opened.plan
    area = next((each for each in plan.areas.all() if each.id == goal.area_id), None)
    actions = plan.actions.all()
    print_goal(goal, area, actions_of(goal, actions), plan.evidence().get(goal.id), call.out)
    if lacks_daily_work(goal, actions):
        call.out.note(_hint(goal.id))


def add(call: Call) -> int:
    """Write down a goal; its id alone goes to standard output."""
    opened = services(call)
    area_id = opening.linked(opened, "area", call.arguments.text("area"))
    area = opened.plan.areas.get(area_id) if area_id else None
    title = typed.text(" ".join(call.arguments.words), "title")
    goal = opened.plan.goals.blank(area)._replace(title=title, **_changes(call, opened))
    return opening.added(call, opened, opened.plan.goals.save(goal))


def edit(call: Call) -> int:
    """Change the fields that are named."""
    opened, goal = opening.found(call)
    told = _changes(call, opened)
    if not told:
        raise changes.nothing_told(call, '--title "…"')
    saved = opened.plan.goals.save(goal._replace(**told))
    hint = _hint(saved.id) if lacks_daily_work(saved, opened.plan.actions.all()) else ""
    return opening.done(call, opened, saved, _("Saved."), hint)


def _hint(uid: str) -> str:
    """What is said of a goal without an action in daily work: gently, and never as a refusal."""
    line = f'learnlog action add "…" --goal {uid[:8]} --arena in'
    return _("What could you do for it in daily work, besides courses? {line}", line=line)


def _changes(call: Call, opened: Services) -> dict[str, Any]:
    told = changes.changes(call, _READERS, opened.clock.today())
    if "area" in call.arguments.given:
        told["area_id"] = opening.linked(opened, "area", call.arguments.text("area"))
    return told


_READERS: Readers = {
    "title": ("title", changes.line),
    "need": ("need", changes.choice(NeedType, needed=True)),
    "why": ("why", changes.text),
    "measure": ("measure", changes.text),
    "deadline": ("deadline_on", changes.coming_day),
    "horizon": ("horizon", changes.choice(Horizon)),
    "status": ("status", changes.choice(GoalStatus, needed=True)),
    "from_level": ("from_level", changes.level),
    "to_level": ("to_level", changes.level),
}
"""Option → field, and what reads it."""
