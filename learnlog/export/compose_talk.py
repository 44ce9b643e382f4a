"""What is needed for a development talk: looking back, now, looking ahead, each begun from what is in the log already.

The order is that of the talk itself. What nobody has answered yet has room to write on, so that it works on paper too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from learnlog.domain.choosing import chosen
from learnlog.domain.competence import Area, NeedType, gaps
from learnlog.domain.due import Due, DueKind
from learnlog.domain.goal import actions_of, progress
from learnlog.domain.plan_questions import MANAGERS, PREPARATION
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.promise import open_promises
from learnlog.domain.questions import Question, is_answered
from learnlog.domain.selection import Selection
from learnlog.domain.talk import LookingBack, Talk, TalkKind, looking_back
from learnlog.domain.training import FollowUp, Training
from learnlog.export.document import Block, Bullets, Line, Paragraph, Run, Section, Sheet, Table, WritingLines
from learnlog.export.form_parts import LINES, answer_or_room, both_have_read, short_answers, whose
from learnlog.export.plan_facts import called, goal_line
from learnlog.export.wording import DOT, sentence
from learnlog.i18n.agreements import done, not_done
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import due_words, numeric_date
from learnlog.i18n.due_words import due_text
from learnlog.i18n.gaps import TITLES, gap_told
from learnlog.i18n.labels import capital, label
from learnlog.text import N_

BLANK_ROWS = 3
"""Goals and actions there is room for in the record."""
SHORT = frozenset({"t2", "t4", "t8", "t12"})
"""The questions that are asked at a half-year follow-up; the others stand there if they are answered."""


class Material(NamedTuple):
    """What the parts are made from.

    Attributes:
        talk: The talk to come.
        portfolio: Everything.
        selection: What the CV summary shows.
        back: What the talks before agreed.
        t: For the language.
    """

    talk: Talk
    portfolio: Portfolio
    selection: Selection
    back: LookingBack
    t: Translator

    @property
    def is_short(self) -> bool:
        """Whether it is for a half-year follow-up."""
        return self.talk.kind is TalkKind.HALF_YEAR


def talk_pack(talk: Talk, portfolio: Portfolio, selection: Selection, translator: Translator) -> Sheet:
    """The preparation of a talk that is still to come.

    Args:
        talk: The talk.
        portfolio: Everything the owner has.
        selection: What the CV summary shows.
        translator: For the language.
    """
    t = translator
    back = looking_back(portfolio.talks, portfolio.goals, portfolio.actions)
    it = Material(talk, portfolio, selection, back, t)
    title = N_("For the half-year follow-up") if it.is_short else N_("For the development talk")
    parts = (
        (N_("Looking back"), _back(it)),
        (N_("Now"), _now(it)),
        (N_("Looking ahead"), _ahead(it)),
        (MANAGERS.title, _asked(it, MANAGERS.questions, talk.manager)),
        (N_("What we agree on"), _record(it)),
    )
    sections = ((t.gettext(name), tuple(blocks)) for name, blocks in parts)
    return Sheet(
        language=t.language,
        title=t.gettext(title),
        head=tuple(_head(it)),
        sections=tuple(Section(None, name, blocks) for name, blocks in sections if blocks),
        confirmation=tuple(both_have_read(t)),
    )


def _head(it: Material) -> Iterator[Block]:
    t = it.t
    yield from whose(it.portfolio.profile)
    facts = [t.gettext("talk {day}", day=numeric_date(it.talk.talk_on, t))] if it.talk.talk_on else []
    if it.talk.who.strip():
        facts.append(t.gettext("with: {who}", who=it.talk.who.strip()))
    if it.back.talk and it.back.talk.talk_on:
        facts.append(t.gettext("last talk {day}", day=numeric_date(it.back.talk.talk_on, t)))
    facts.append(t.gettext("made {day}", day=numeric_date(it.portfolio.made_on, t)))
    yield Paragraph((Run(capital(DOT.join(facts))),))
    ready = t.gettext("What the log knows is filled in. Read it through, and add what is missing; short answers do.")
    yield Paragraph((Run(ready),))


def _asked(it: Material, questions: Iterable[Question], answers: dict[str, str]) -> Iterator[Block]:
    """Questions with their answers, or room for them; at a half-year follow-up only some are asked."""
    for each in questions:
        if is_answered(answers, each.id) or not it.is_short or each.id in SHORT:
            yield Paragraph((Run(it.t.gettext(each.text), strong=True),))
            yield from answer_or_room(answers.get(each.id, ""), LINES)


def _own(it: Material, *ids: str) -> Iterator[Block]:
    """The owner's own questions, in this order."""
    by_id = {each.id: each for each in PREPARATION.questions}
    return _asked(it, (by_id[key] for key in ids), it.talk.employee)


def _listed(title: str, lines: Iterable[Line]) -> Iterator[Block]:
    """A list under its title; nothing if it is empty."""
    items = tuple(lines)
    if items:
        yield Paragraph((Run(title, strong=True),))
        yield Bullets(items)


# -- looking back ------------------------------------------------------------------------------------------------------


def _back(it: Material) -> Iterator[Block]:
    t = it.t
    if it.back.talk:
        yield from _listed(t.gettext("What we agreed on, and did"), ((Run(each),) for each in done(it.back)))
        rest = ((Run(status, tag=True), Run(what)) for status, what in not_done(it.back, t))
        yield from _listed(t.gettext("What we agreed on, and have not finished"), rest)
        also = ((Run(f"☐ {each}"),) for each in it.back.agreements)
        yield from _listed(t.gettext("What else we agreed on (tick what was done)"), also)
    if is_answered(it.talk.employee, "t2"):
        yield from _own(it, "t2")
    promises = open_promises(it.portfolio.trainings)
    mine = ((Run(sentence(each.mine)), Run(f"({each.training.title})")) for each in promises if each.mine)
    yield from _listed(t.gettext("What I promised, not followed up yet"), mine)
    theirs = ((Run(sentence(each.managers)), Run(f"({each.training.title})")) for each in promises if each.managers)
    yield from _listed(t.gettext("What my manager promised, not followed up yet"), theirs)
    yield from _listed(t.gettext("Follow-ups that are late"), _late(it))
    yield from _own(it, "t1", "t3")


def _late(it: Material) -> Iterator[Line]:
    late: list[tuple[FollowUp, Training]] = [
        (followup, training)
        for training in it.portfolio.trainings
        if training.status.is_over
        for followup in training.followups
        if training.waits_for(followup) and followup.due_on < it.portfolio.made_on
    ]
    for followup, training in sorted(late, key=lambda each: each[0].due_on):
        late_by = due_words(followup.due_on, it.portfolio.made_on, it.t)
        item = Due("", DueKind.FOLLOWUP, followup.due_on, training.title, round=followup.round)
        yield (Run(due_text(item, it.t)), Run(f"– {late_by}"))


# -- now and ahead -----------------------------------------------------------------------------------------------------


def _now(it: Material) -> Iterator[Block]:
    unused = gaps(it.portfolio.areas)[NeedType.MOBILISE]
    lines = ((Run(called(each, it.t) + ":", strong=True), Run(gap_told(each, it.t))) for each in unused)
    yield from _listed(it.t.gettext(TITLES[NeedType.MOBILISE]), lines)
    yield from _own(it, "t5", "t4", "t6")


def _ahead(it: Material) -> Iterator[Block]:
    t, found = it.t, gaps(it.portfolio.areas)
    yield from _listed(t.gettext(TITLES[NeedType.DEVELOP]), _needs(found[NeedType.DEVELOP], t))
    yield from _listed(t.gettext(TITLES[NeedType.ACQUIRE]), _needs(found[NeedType.ACQUIRE], t))
    yield from _listed(t.gettext("Goals and how far they have come"), _goals(it))
    yield from _own(it, "t7", "t8")
    if is_answered(it.talk.employee, "t9"):
        yield from _own(it, "t9")
    elif not it.is_short and (count := len(chosen(it.selection, it.portfolio))):
        shown = t.ngettext(
            "I show the one entry I have chosen; it is in the CV summary.",
            "I show the {count} entries I have chosen; they are in the CV summary.",
            count,
        )
        yield Paragraph((Run(shown),))


def _needs(areas: Iterable[Area], t: Translator) -> Iterator[Line]:
    for area in areas:
        why = (Run(sentence(area.why)),) if area.why.strip() else ()
        yield (Run(called(area, t) + ":", strong=True), Run(sentence(gap_told(area, t))), *why)


def _goals(it: Material) -> Iterator[Line]:
    """The goals worked towards, each with how many of its actions are done, and by when it is to be reached."""
    t = it.t
    for goal in it.portfolio.goals:
        if not goal.status.is_open:
            continue
        facts = []
        if actions_of(goal, it.portfolio.actions):
            ready, every = progress(goal, it.portfolio.actions)
            facts.append(
                t.ngettext("{ready} of {count} action done", "{ready} of {count} actions done", every, ready=ready)
            )
        if goal.deadline_on:
            facts.append(t.gettext("by {day}", day=numeric_date(goal.deadline_on, t)))
        yield (*goal_line(goal, t), Run("".join(f"· {fact} " for fact in facts).strip()))


# -- the record --------------------------------------------------------------------------------------------------------


def _record(it: Material) -> Iterator[Block]:
    """A form for what the talk comes to."""
    t, talk = it.t, it.talk
    day = numeric_date(talk.talk_on, t) if talk.talk_on else ""
    yield from short_answers([(capital(t.gettext("date")), day), (t.gettext("Who takes part"), talk.who)])
    goals = (capital(t.gettext("goal")), capital(t.gettext("how we see it")), t.gettext("By when"))
    yield _room(goals)
    yield _room((t.gettext("WHAT"), t.gettext("HOW"), t.gettext("WHO"), t.gettext("FIRST STEP, WHEN")))
    yield Paragraph((Run(t.gettext("What else we agree on"), strong=True),))
    yield WritingLines(LINES)
    next_on = numeric_date(talk.next_on, t) if talk.next_on else ""
    yield from short_answers(
        [(capital(label(TalkKind.HALF_YEAR, t)), ""), (capital(t.gettext("next talk")), next_on)][it.is_short :]
    )


def _room(columns: tuple[str, ...]) -> Table:
    return Table(columns, (("",) * len(columns),) * BLANK_ROWS)
