"""Actions: list, show, add, edit, first step, review, done."""

from __future__ import annotations

from typing import Any

from learnlog.cli import changes, typed
from learnlog.cli import plan_opening as opening
from learnlog.cli.call import Call
from learnlog.cli.changes import Readers
from learnlog.cli.everything import services
from learnlog.domain.goal import Action, ActionRole, ActionStatus, Review
from learnlog.domain.values import Arena
from learnlog.i18n.ambient import gettext as _
from learnlog.services.suite import Services


def list_actions(call: Call) -> int:
    """List actions: the open ones by what comes next, then the closed."""
    opened = opening.to_read(call)
    goal_id = opening.linked(opened, "goal", call.arguments.text("goal"))
    actions = [each for each in opening.kept(call, opened) if not goal_id or each.goal_id == goal_id]

    def tell() -> None:
        from learnlog.cli.plan_text import print_actions

        print_actions(actions, call.out)

    return opening.listed(call, opened, actions, tell, _("No actions found."))


def show_action(call: Call) -> int:
    """Show one action."""
    return opening.shown(call, _tell)


def _tell(call: Call, opened: Services, action: Action) -> None:
    from learnlog.cli.plan_text import print_action

    goal = next((each for each in opened.plan.goals.all() if each.id == action.goal_id), None)
    print_action(action, goal, opened.plan.evidence().get(action.id), call.out)


def add(call: Call) -> int:
    """Write down an action; its id alone goes to standard output."""
    opened = services(call)
    what = typed.text(" ".join(call.arguments.words), "what")
    action = opened.plan.actions.blank()._replace(what=what, **_changes(call, opened))
    return opening.added(call, opened, opened.plan.actions.save(action))


def edit(call: Call) -> int:
    """Change the fields that are named."""
    opened, action = opening.found(call)
    told = _changes(call, opened)
    if not told:
        raise changes.nothing_told(call, '--what "…"')
    return opening.done(call, opened, opened.plan.actions.save(action._replace(**told)), _("Saved."))


def step(call: Call) -> int:
    """Say that the first step is taken."""
    opened, action = opening.found(call)
    on = changes.day(call.arguments, "date", opened.clock.today())
    return opening.done(call, opened, opened.plan.actions.take_first_step(action, on), _("The first step is taken."))


def review(call: Call) -> int:
    """Say what became of an action, by the three questions."""
    given = call.arguments
    if not given.given.keys() & {"happened", "not_happened", "onward"}:
        raise changes.missing(call, "--happened")
    opened, action = opening.found(call)
    today = opened.clock.today()
    texts = {key: changes.text(given, key, today) for key in ("happened", "not_happened", "onward")}
    said = Review(changes.day(given, "date", today) or today, **texts)
    return opening.done(call, opened, opened.plan.actions.review(action, said), _("Saved."))


def done(call: Call) -> int:
    """Say that an action is done."""
    opened, action = opening.found(call)
    saved = opened.plan.actions.save(action._replace(status=ActionStatus.DONE))
    line = f'learnlog action review {saved.id[:8]} --happened "…"'
    return opening.done(call, opened, saved, _("Done."), _("What has it led to? {line}", line=line))


def _changes(call: Call, opened: Services) -> dict[str, Any]:
    told = changes.changes(call, _READERS, opened.clock.today())
    if "goal" in call.arguments.given:
        told["goal_id"] = opening.linked(opened, "goal", call.arguments.text("goal"))
    return told


_READERS: Readers = {
    "what": ("what", changes.line),
    "how": ("how", changes.text),
    "who": ("who", changes.choices(ActionRole)),
    "responsible": ("responsible", changes.choice(ActionRole, needed=True)),
    "first_step": ("first_step", changes.line),
    "first_step_on": ("first_step_on", changes.coming_day),
    "due": ("due_on", changes.coming_day),
    "status": ("status", changes.choice(ActionStatus, needed=True)),
    "arena": ("arena", changes.choice(Arena)),
    "obstacle": ("obstacle", changes.text),
    "vision": ("vision", changes.text),
}
"""Option → field, and what reads it."""
