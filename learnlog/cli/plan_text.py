"""The plan as text to read: areas, what is missing, goals, actions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from learnlog.cli.output import ID_SHOWN, Output
from learnlog.cli.pages import print_answer, print_answers, print_clash, print_facts, print_heading, print_text
from learnlog.domain.competence import Area, NeedType
from learnlog.domain.evidence import Evidence
from learnlog.domain.goal import Action, Goal, progress
from learnlog.domain.plan_questions import ANALYSIS, REVIEW
from learnlog.domain.talk import Talk
from learnlog.domain.values import Applied
from learnlog.domain.workshop import Workshop
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, pgettext, translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.gaps import TITLES, gap_told
from learnlog.i18n.labels import area_name, capital, label
from learnlog.i18n.plan_labels import level_words


def print_areas(areas: Sequence[Area], out: Output) -> None:
    """Print areas one a line: the name, and how it stands in words."""
    tr = translator()
    for area in areas:
        facts = [gap_told(area, tr), label(area.gap, tr) if area.gap else "", "" if area.is_active else _("rests")]
        told = ", ".join(each for each in facts if each)
        line = f"{capital(area_name(area.name, tr))}{f'  [{told}]' if told else ''}"
        out.raw(f"{out.quiet(area.id[:ID_SHOWN])}  {out.cut(line, ID_SHOWN + 2)}\n")


def print_area(area: Area, goals: Sequence[Goal], shows: Evidence | None, out: Output) -> None:
    """Print everything that is known of an area."""
    tr = translator()
    print_title(capital(area_name(area.name, tr)), area, out)
    print_facts(
        (
            (_("Status"), _("You work with it now.") if area.is_active else _("It rests.")),
            (_("What is meant"), area.description),
            (_("Required"), _level(area.requirement)),
            (_("Why"), area.why),
            (pgettext("area", "Now"), _level(area.level)),
            (_("Used at work"), _used(area.used)),
            (_("What helps"), capital(label(area.gap, tr)) if area.gap else ""),
            ("id", area.id),
        ),
        out,
    )
    print_answers(ANALYSIS, area.answers, out)
    if len(area.ratings) > 1:
        print_heading(_("Then and now"), out)
        for each in area.ratings:
            facts = (_level(each.level), label(each.used, tr) if each.used else "")
            out.line(f"{numeric_date(each.on, tr)}: {', '.join(fact for fact in facts if fact)}")
    if goals:
        print_heading(_("Goals"), out)
        print_goals(goals, (), out)
    print_evidence(shows, out)


def print_gaps(gaps: dict[NeedType, tuple[Area, ...]], asked: Sequence[Area], out: Output) -> None:
    """Print what is missing or not used in words, by what helps; and where an estimate is asked for."""
    tr = translator()
    first = True
    for need, areas in gaps.items():
        if not areas:
            continue
        out.raw(("" if first else "\n") + out.strong(_(TITLES[need])) + "\n")
        first = False
        for area in areas:
            out.line(capital(area_name(area.name, tr)))
            print_text(capital(gap_told(area, tr)), out)
            print_text(_("Why: {text}", text=area.why) if area.why else "", out)
    if first:
        out.line(_("Nothing is missing, as far as the plan tells."))
    if asked:
        names = ", ".join(area_name(each.name, tr) for each in asked)
        out.raw("\n")
        out.line(_("Something is required here, and not estimated yet: {names}.", names=names))
        out.note(_("Your own estimate: {line}", line=f"learnlog area rate {asked[0].id[:ID_SHOWN]} --level 2"))


def print_goals(goals: Sequence[Goal], actions: Iterable[Action], out: Output) -> None:
    """Print goals one a line: deadline, title, how far it has come."""
    tr, actions = translator(), [*actions]
    for goal in goals:
        done, every = progress(goal, actions)
        steps = ngettext("{done} of {count} action", "{done} of {count} actions", every, done=done) if every else ""
        facts = f"  [{', '.join(each for each in (label(goal.status, tr), steps) if each)}]"
        day = goal.deadline_on.isoformat() if goal.deadline_on else " " * 10
        title = out.cut(goal.title, ID_SHOWN + len(day) + len(facts) + 4)
        out.raw(f"{out.quiet(goal.id[:ID_SHOWN])}  {day}  {title}{out.quiet(facts)}\n")


def print_goal(goal: Goal, area: Area | None, actions: Sequence[Action], shows: Evidence | None, out: Output) -> None:
    """Print everything that is known of a goal."""
    tr = translator()
    print_title(goal.title, goal, out)
    levels = " → ".join(_level(each) for each in (goal.from_level, goal.to_level) if each is not None)
    print_facts(
        (
            (_("Status"), capital(label(goal.status, tr))),
            (_("What helps"), capital(label(goal.need, tr))),
            (_("Competence area"), capital(area_name(area.name, tr)) if area else ""),
            (_("Why"), goal.why),
            (_("How we see it"), goal.measure),
            (_("Deadline"), numeric_date(goal.deadline_on, tr) if goal.deadline_on else ""),
            (_("How far ahead"), capital(label(goal.horizon, tr)) if goal.horizon else ""),
            (_("Level"), levels),
            ("id", goal.id),
        ),
        out,
    )
    if actions:
        print_heading(_("Actions"), out)
        print_actions(actions, out)
    print_evidence(shows, out)


def print_actions(actions: Sequence[Action], out: Output) -> None:
    """Print actions one a line: the day that comes next, what, how far it has come."""
    tr = translator()
    for action in actions:
        facts = f"  [{label(action.status, tr)}]"
        day = next_day(action) or " " * 10
        title = out.cut(action.what, ID_SHOWN + len(day) + len(facts) + 4)
        out.raw(f"{out.quiet(action.id[:ID_SHOWN])}  {day}  {title}{out.quiet(facts)}\n")


def next_day(action: Action) -> str:
    """The day of an action that comes next: its first step while that is not taken, else its last day."""
    day = action.due_on if action.first_step_done_on else action.first_step_on or action.due_on
    return day.isoformat() if day else ""


def print_action(action: Action, goal: Goal | None, shows: Evidence | None, out: Output) -> None:
    """Print everything that is known of an action."""
    tr = translator()
    print_title(action.what, action, out)
    step = numeric_date(action.first_step_on, tr) if action.first_step_on else ""
    taken = numeric_date(action.first_step_done_on, tr) if action.first_step_done_on else ""
    print_facts(
        (
            (_("Status"), capital(label(action.status, tr))),
            (_("HOW?"), action.how),
            (_("Who"), capital(", ".join(label(each, tr) for each in action.who))),
            (_("Responsible"), capital(label(action.responsible, tr))),
            (_("First step"), ", ".join(each for each in (action.first_step, step) if each)),
            (_("First step taken"), taken),
            (_("Deadline"), numeric_date(action.due_on, tr) if action.due_on else ""),
            (_("Where"), capital(label(action.arena, tr)) if action.arena else ""),
            (_("In the way"), action.obstacle),
            (_("Leads to"), action.vision),
            (_("Goal"), goal.title if goal else ""),
            ("id", action.id),
        ),
        out,
    )
    for each in action.reviews:
        print_heading(numeric_date(each.on, tr), out)
        for question in REVIEW.questions:
            text = getattr(each, question.id)
            if text:
                print_answer(_(question.text), text, out)
    print_evidence(shows, out)


def print_evidence(shows: Evidence | None, out: Output) -> None:
    """Print the entries and trainings that show something."""
    if shows is None or not (shows.entries or shows.trainings):
        return
    print_heading(_("What shows it"), out)
    rows = [(each.id, each.date.isoformat(), each.title) for each in shows.entries]
    rows += [(each.id, each.last_on.isoformat() if each.last_on else "", each.title) for each in shows.trainings]
    for uid, day, title in rows:
        out.raw(f"{out.quiet(uid[:ID_SHOWN])}  {day:<10}  {out.cut(title, 22)}\n")


def _level(level: int | None) -> str:
    """A level in words, with its number: "2, can do with support"."""
    return "" if level is None else f"{level}, {level_words(level, translator())}"


def _used(used: Applied | None) -> str:
    return capital(label(used, translator())) if used else ""


def print_title(title: str, value: Area | Goal | Action | Talk | Workshop, out: Output) -> None:
    """Print what something is called, whether it lies in the bin, and that two windows wrote different things."""
    out.raw(f"{out.strong(title)}\n")
    if value.deleted_at:
        out.raw(_("In the bin.") + "\n")
    if value.clashes:
        print_clash(out)
    out.raw("\n")
