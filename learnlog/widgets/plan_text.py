"""An area, a goal or an action as a text to read, in the order one thinks of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from textual.content import Content

from learnlog.domain.competence import Area, Rating
from learnlog.domain.entry import Entry, EntryHead
from learnlog.domain.evidence import Evidence
from learnlog.domain.goal import Action, Goal, Review, lacks_daily_work, progress
from learnlog.domain.plan_next import Following
from learnlog.domain.plan_questions import ANALYSIS, REVIEW
from learnlog.domain.workshop import Workshop
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import key_of, ngettext, translator
from learnlog.i18n.dates import short_date
from learnlog.i18n.gaps import HINTS, USES
from learnlog.i18n.labels import area_name, arena_place, capital, label
from learnlog.i18n.plan_labels import level_words
from learnlog.text import N_
from learnlog.widgets.glyphs import ARENAS, TASK, TRAINING, URGENT, mark
from learnlog.widgets.level_line import level_line, use_words
from learnlog.widgets.plan_lists import SIGNS, deadline_words, progress_words
from learnlog.widgets.safe import content, line

BETWEEN = " · "
LEVELS = 26
"""Cells that the levels take in the text."""
SHOWN = 6
"""Most entries that are named."""


def next_line(following: Following | None, today: dt.date) -> Content:
    """What is next and by when, and that Enter does it; nothing where nothing is."""
    if following is None:
        return Content("")
    parts: list[Content | tuple[str, str]] = [
        (f"{TASK.glyph} ", TASK.style),
        (_("Next: {what}", what=label(following.step, translator())), "bold $accent"),
    ]
    if following.action is not None:
        parts += [(": ", "$muted"), line(following.action.what)]
    if following.due_on:
        parts += [(BETWEEN, "$muted"), deadline_words(following.due_on, today)]
    return Content.assemble(*parts, ("  " + key_of("plan.next"), "$muted"))


def area_text(area: Area, goals: Sequence[Goal], evidence: Evidence, today: dt.date) -> tuple[Content, Content]:
    """An area: what comes before the line of what is next, and what comes after it."""
    tr = translator()
    head = [line(capital(area_name(area.name, tr)), "bold")]
    if not area.is_active:
        head.append(Content.styled(_("resting"), "$muted"))
    if area.description:
        head.append(content(area.description, "$muted"))
    head += _clash(area)
    if area.requirement is not None or area.level is not None:
        head += [Content(""), level_line(area, LEVELS)]
    parts = [
        *_titled(N_("Required"), _level(area.requirement, N_("nothing is required, so nothing is rated")), area.why),
        *_titled(N_("Where am I?"), _now(area), use_words(area)) * (area.level is not None),
        *_gap(area),
        *_ratings(area, today),
        *_goals(goals, today),
        *_answers(area),
        *_evidence(evidence, today),
    ]
    return Content("\n").join(head), Content("\n\n").join(parts)


def _level(level: int | None, none: str) -> str:
    return level_words(level, translator()) if level is not None else _(none)


def _now(area: Area) -> str:
    return _level(area.level, N_("not rated yet"))


def _titled(title: str, *texts: str) -> list[Content]:
    """A heading with its text; nothing when there is no text."""
    said = [content(text) for text in texts if text.strip()]
    return [Content("\n").join([Content.styled(_(title), "bold $primary"), *said])] if said else []


def _gap(area: Area) -> Iterator[Content]:
    gap = area.gap
    if gap is not None:
        yield Content.assemble(
            (_("What is missing"), "bold $primary"),
            "\n",
            capital(label(gap, translator())),
            "\n",
            (_(HINTS[gap]), "$muted"),
        )


def _ratings(area: Area, today: dt.date) -> Iterator[Content]:
    """Then and now, the latest first; one estimate is no history."""
    known = sorted(area.ratings, key=lambda each: each.on, reverse=True)
    if len(known) > 1:
        days = [short_date(each.on, translator(), today) for each in known]
        width = max(map(len, days)) + 2
        rows = [_rating(each, day, width) for each, day in zip(known, days, strict=True)]
        yield Content("\n").join([Content.styled(_("Then and now"), "bold $primary"), *rows])


def _rating(rating: Rating, day: str, width: int) -> Content:
    """The day, and beside it what one could and whether one used it: side by side there may be no room for both."""
    rows = [Content.assemble((f"{day:<{width}}", "$muted"), line(_level(rating.level, N_("not rated yet"))))]
    if rating.used:
        rows.append(Content.styled(" " * width + translator().pgettext(*USES[rating.used]), "$muted"))
    return Content("\n").join(rows)


def _goals(goals: Sequence[Goal], today: dt.date) -> Iterator[Content]:
    """The goals of an area."""
    if goals:
        rows = [
            Content.assemble(
                ("✓ " if not each.status.is_open else "  ", "$success"),
                line(each.title),
                "  ",
                deadline_words(each.deadline_on, today) if each.status.is_open else Content(""),
            )
            for each in goals
        ]
        yield Content("\n").join([Content.styled(_("Goals"), "bold $primary"), *rows])


def _answers(area: Area) -> Iterator[Content]:
    """The analysis in small."""
    for question in ANALYSIS.questions:
        if area.answers.get(question.id, "").strip():
            yield Content.assemble((_(question.text), "bold $primary"), "\n", content(area.answers[question.id]))


def goal_text(
    goal: Goal, area: Area | None, actions: Sequence[Action], evidence: Evidence, today: dt.date
) -> tuple[Content, Content]:
    """A goal: what comes before its actions, and what comes after them."""
    tr = translator()
    said = [capital(label(goal.status, tr)), label(goal.need, tr)]
    if area is not None:
        said.append(area_name(area.name, tr))
    when = [label(goal.horizon, tr) if goal.horizon else ""]
    if goal.deadline_on:
        when.insert(0, short_date(goal.deadline_on, tr, today))
    head = [
        line(goal.title, "bold"),
        line(BETWEEN.join(said), "$muted"),
        *([line(capital(BETWEEN.join(filter(None, when))), "$muted")] if any(when) else []),
        *_clash(goal),
    ]
    if progress(goal, actions)[1]:
        head.append(progress_words(goal, actions, 18))
    if lacks_daily_work(goal, actions):
        head.append(Content.styled(_("Learning mostly happens in daily work: what could you do there?"), "$secondary"))
    parts = [
        *_titled(N_("Why it is important"), goal.why),
        *_titled(N_("How we see it"), goal.measure),
        *_titled(N_("From and to"), _way(goal)),
        *_evidence(evidence, today),
    ]
    return Content("\n").join(head), Content("\n\n").join(parts)


def _way(goal: Goal) -> str:
    """From one level to another."""
    levels = [goal.from_level, goal.to_level]
    return " → ".join(level_words(each, translator()) for each in levels if each is not None)


def action_text(
    action: Action, goal: Goal | None, workshop: Workshop | None, evidence: Evidence, today: dt.date
) -> tuple[Content, Content]:
    """An action: what comes before the line of what is next, and what comes after it."""
    tr = translator()
    sign = SIGNS[action.status]
    status = [Content.styled(f"{sign.glyph} {capital(label(action.status, tr))}", sign.style)]
    if action.arena:
        look = ARENAS[action.arena]
        status.append(Content.styled(f"{look.glyph} {arena_place(action.arena, tr)}", look.style))
    if action.due_on and action.status.is_open:
        status.append(deadline_words(action.due_on, today))
    head = [line(action.what, "bold"), Content.styled(BETWEEN, "$muted").join(status), *_clash(action)]
    if goal is not None:
        head.append(Content.assemble((_("Goal") + "  ", "$muted"), line(goal.title)))
    who = ", ".join(label(each, tr) for each in action.who)
    responsible = _("responsible: {role}", role=label(action.responsible, tr))
    parts = [
        *_titled(N_("HOW?"), action.how),
        *_titled(N_("WHO?"), capital(BETWEEN.join(filter(None, [who, responsible])))),
        *_first_step(action, today),
        *_titled(N_("In the way"), action.obstacle),
        *_titled(N_("Where it leads"), action.vision),
        *_titled(N_("From the future workshop"), workshop.question if workshop else ""),
        *_reviews(action.reviews, today),
        *_evidence(evidence, today),
    ]
    return Content("\n").join(head), Content("\n\n").join(parts)


def _first_step(action: Action, today: dt.date) -> Iterator[Content]:
    if not action.first_step and not action.first_step_on:
        return
    rows = [Content.styled(_("FIRST STEP?"), "bold $primary"), content(action.first_step)]
    if action.first_step_done_on:
        day = short_date(action.first_step_done_on, translator(), today)
        rows.append(Content.assemble(("✓ ", "$success"), (_("taken {day}", day=day), "$muted")))
    elif action.first_step_on:
        rows.append(deadline_words(action.first_step_on, today))
    yield Content("\n").join(each for each in rows if each.plain)


def _reviews(reviews: Sequence[Review], today: dt.date) -> Iterator[Content]:
    """What became of it, the latest first."""
    for review in sorted(reviews, key=lambda each: each.on, reverse=True):
        day = short_date(review.on, translator(), today)
        rows = [Content.assemble((_("How it went"), "bold $primary"), (f"  {day}", "$muted"))]
        for question in REVIEW.questions:
            text = getattr(review, question.id)
            if text.strip():
                rows += [Content.styled(_(question.text), "$muted"), content(text)]
        yield Content("\n").join(rows)


def _clash(value: Area | Goal | Action) -> list[Content]:
    text = _("Two windows changed this at the same time. Press {key:plan.clash} to choose.")
    return [Content.styled(f"{URGENT.glyph} {text}", URGENT.style)] if value.clashes else []


def _evidence(evidence: Evidence, today: dt.date) -> Iterator[Content]:
    """What shows it: trainings and entries."""
    rows = [
        Content.assemble((f"{TRAINING.glyph} ", TRAINING.style), line(each.title), *_day(each.last_on, today))
        for each in evidence.trainings[:SHOWN]
    ]
    rows += [_entry(each, today) for each in evidence.entries[:SHOWN]]
    more = max(len(evidence.trainings) - SHOWN, 0) + max(len(evidence.entries) - SHOWN, 0)
    if more:
        rows.append(Content.styled("  " + ngettext("and {count} more", "and {count} more", more), "$muted"))
    if rows:
        heading = Content.assemble((_("What shows it"), "bold $primary"), ("  " + _("{key:plan.open} opens"), "$muted"))
        yield Content("\n").join([heading, *rows])


def _entry(entry: Entry | EntryHead, today: dt.date) -> Content:
    return Content.assemble(mark(entry.arena), " ", line(entry.title), *_day(entry.date, today))


def _day(day: dt.date | None, today: dt.date) -> Iterator[tuple[str, str]]:
    if day is not None:
        yield f"  {short_date(day, translator(), today)}", "$muted"
