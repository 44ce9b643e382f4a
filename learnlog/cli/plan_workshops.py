"""Future workshops: list, show, add, edit, finish."""

from __future__ import annotations

from learnlog.cli import plan_opening as opening
from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.changes import missing, nothing_told
from learnlog.cli.everything import services
from learnlog.cli.options import Arguments
from learnlog.cli.workshop_answers import Told, told, worked_on
from learnlog.domain.goal import Goal
from learnlog.domain.workshop import Workshop
from learnlog.errors import RuleError
from learnlog.i18n.ambient import gettext as _
from learnlog.services.suite import Services
from learnlog.text import N_


def list_workshops(call: Call) -> int:
    """List workshops: those under way first, the latest first."""
    opened = opening.to_read(call)
    workshops = opening.kept(call, opened)

    def tell() -> None:
        from learnlog.cli.talk_text import print_workshops

        print_workshops(workshops, call.out)

    return opening.listed(call, opened, workshops, tell, _("No future workshops found."))


def show_workshop(call: Call) -> int:
    """Show one workshop."""
    return opening.shown(call, _tell)


def _tell(call: Call, opened: Services, workshop: Workshop) -> None:
    from learnlog.cli.talk_text import print_workshop

    actions = [*(each for each in opened.plan.actions.all() if each.workshop_id == workshop.id), *workshop.plans]
    print_workshop(workshop, actions, call.out)


def add(call: Call) -> int:
    """Begin a workshop; its id alone goes to standard output."""
    given = call.arguments
    if not given.words and "answers" not in given.given:
        raise missing(call, "--answers")
    opened = services(call)
    question = typed.text(" ".join(given.words), "question")
    blank = opened.plan.workshops.blank()._replace(question=question)
    fields = told(call, opened.clock.today()).fields if "answers" in given.given else {}
    return opening.added(call, opened, opened.plan.workshops.save(worked_on(call, _teamed(blank, given), fields)))


def edit(call: Call) -> int:
    """Go on with a workshop."""
    given = call.arguments
    if not given.given.keys() & {"answers", "team"}:
        raise nothing_told(call, "--answers workshop.json")
    opened, workshop = opening.found(call)
    fields = told(call, opened.clock.today()).fields if "answers" in given.given else {}
    saved = opened.plan.workshops.save(worked_on(call, _teamed(workshop, given), fields))
    return opening.done(call, opened, saved, _("Saved."))


def finish(call: Call) -> int:
    """End a workshop: its goal and its actions are in the plan from then on."""
    opened, workshop = opening.found(call)
    if workshop.ended_on:
        raise RuleError(N_("This workshop has ended: what came of it is in the plan."))
    today = opened.clock.today()
    is_planned = workshop.plans and "answers" not in call.arguments.given  # then nothing more need be told
    new = Told("{}", today, ending=True) if is_planned else told(call, today, ending=True)
    workshop = worked_on(call, workshop, new.fields)
    goal = _goal(call, opened, workshop, new)
    actions = [*opened.plan.workshops.ready(workshop)]
    actions += [opened.plan.actions.blank_of(workshop, goal)._replace(**each) for each in new.actions]
    saved = opened.plan.workshops.finish(workshop, [goal] if goal else [], actions)
    line = "learnlog action list" + (f" --goal {goal.id[:8]}" if goal else "")
    return opening.done(call, opened, saved, _("The workshop is over; its actions are in the plan: {line}", line=line))


def _goal(call: Call, opened: Services, workshop: Workshop, new: Told) -> Goal | None:
    """The goal a workshop leads to: one there is, a new one, or none when nothing says what it would be."""
    name = call.arguments.text("goal")
    if name and name.strip():
        return opened.plan.goals.get(opening.linked(opened, "goal", name))
    title = new.goal or workshop.island
    return opened.plan.goals.blank()._replace(title=title) if title else None


def _teamed(workshop: Workshop, given: Arguments) -> Workshop:
    return workshop._replace(in_team=given.switch("team")) if "team" in given.given else workshop
