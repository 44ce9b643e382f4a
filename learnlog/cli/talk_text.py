"""Development talks and future workshops as text to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from learnlog.cli.output import ID_SHOWN, Output
from learnlog.cli.pages import INDENT, print_answers, print_facts, print_heading, print_text
from learnlog.cli.plan_text import next_day, print_actions, print_goals, print_title
from learnlog.domain.agreed import Agreed
from learnlog.domain.goal import Action
from learnlog.domain.plan_questions import EVALUATION, MANAGERS, PREPARATION, WORKSHOP
from learnlog.domain.talk import LookingBack, Talk, prepared
from learnlog.domain.workshop import Workshop
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.gaps import gap_told
from learnlog.i18n.labels import area_name, capital, label


def print_talks(talks: Sequence[Talk], out: Output) -> None:
    """Print talks one a line: day, kind, whether it was held."""
    tr = translator()
    for talk in talks:
        ready = prepared(talk)
        words = _("{answered} of {count} questions answered", answered=ready.answered, count=ready.questions)
        facts = _("held") if talk.is_held else words
        day = talk.talk_on.isoformat() if talk.talk_on else " " * 10
        kind = capital(label(talk.kind, tr))
        out.raw(f"{out.quiet(talk.id[:ID_SHOWN])}  {day}  {out.cut(kind, 24)}{out.quiet(f'  [{facts}]')}\n")


def print_talk(talk: Talk, back: LookingBack, agreed: Agreed, actions: Sequence[Action], out: Output) -> None:
    """Print a talk: what was agreed before and became of it, the preparation, what was agreed, as it was agreed."""
    tr = translator()
    print_title(capital(label(talk.kind, tr)), talk, out)
    print_facts(
        (
            (_("When"), numeric_date(talk.talk_on, tr) if talk.talk_on else ""),
            (_("Status"), capital(_("held")) if talk.is_held else _("Being prepared")),
            (_("Who"), talk.who),
            (_("Next talk"), numeric_date(talk.next_on, tr) if talk.next_on else ""),
            ("id", talk.id),
        ),
        out,
    )
    if back.talks or not talk.is_held:
        _print_looking_back(back, actions, out)
    print_answers(PREPARATION, talk.employee, out)
    print_answers(MANAGERS, talk.manager, out)
    print_answers(EVALUATION, talk.evaluation, out)
    if any(agreed[:3]) or talk.agreements:
        print_heading(_("What we agreed"), out)
        _print_agreed(agreed, out)
        _print_list(talk.agreements, out)


def _print_agreed(agreed: Agreed, out: Output) -> None:
    """Print goals, actions and requirements one a line, as they were agreed."""
    rows = [(each.id, each.deadline_on.isoformat() if each.deadline_on else "", each.title) for each in agreed.goals]
    rows += [(each.id, next_day(each), each.what) for each in agreed.actions]
    tr = translator()
    rows += [(each.id, "", f"{capital(area_name(each.name, tr))}: {gap_told(each, tr)}") for each in agreed.areas]
    for uid, day, title in rows:
        out.raw(f"{out.quiet(uid[:ID_SHOWN])}  {day:<10}  {out.cut(title, ID_SHOWN + 14)}\n")


def _print_looking_back(back: LookingBack, actions: Iterable[Action], out: Output) -> None:
    """Print what was agreed since the last annual talk, and what has become of it."""
    if not (back.talks or back.goals or back.actions):
        return
    tr = translator()
    days = ", ".join(numeric_date(each.talk_on, tr) for each in back.talks if each.talk_on)
    print_heading(_("Looking back: agreed on {days}", days=days) if days else _("In the plan so far"), out)
    print_goals(back.goals, actions, out)
    print_actions(back.actions, out)
    for action in back.actions:
        if action.reviews:
            latest = action.reviews[-1]
            out.line(action.what)
            for text in (latest.happened, latest.not_happened, latest.onward):
                print_text(text, out)
    _print_list(back.agreements, out)


def print_workshops(workshops: Sequence[Workshop], out: Output) -> None:
    """Print workshops one a line: day, question, how far it has come."""
    tr = translator()
    for each in workshops:
        facts = f"  [{_('ended') if each.ended_on else label(each.phase, tr)}]"
        title = out.cut(each.question, ID_SHOWN + 14 + len(facts))
        out.raw(f"{out.quiet(each.id[:ID_SHOWN])}  {each.held_on.isoformat()}  {title}{out.quiet(facts)}\n")


def print_workshop(workshop: Workshop, actions: Sequence[Action], out: Output) -> None:
    """Print a workshop, phase by phase, with what was picked marked."""
    tr = translator()
    print_title(workshop.question, workshop, out)
    print_facts(
        (
            (_("When"), numeric_date(workshop.held_on, tr)),
            (_("Status"), capital(_("ended") if workshop.ended_on else label(workshop.phase, tr))),
            (_("Held in a team"), _("Yes") if workshop.in_team else ""),
            ("id", workshop.id),
        ),
        out,
    )
    phases: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
        ("hopes", workshop.hopes, ()),
        ("critique", workshop.critique, workshop.bottom),
        ("vision", workshop.vision, workshop.top),
        ("island", workshop.islands, (workshop.island,)),
    )
    for key, texts, picked in phases:
        if texts:
            print_heading(_(WORKSHOP[key]), out)
            _print_list(texts, out, picked)
    if actions:
        print_heading(_("Actions"), out)
        print_actions(actions, out)


def _print_list(texts: Iterable[str], out: Output, picked: Sequence[str] = ()) -> None:
    """Print texts one below the other; what was picked has an arrow before it."""
    for text in texts:
        out.line(f"{INDENT}{'→' if text in picked else '-'} {text}")
