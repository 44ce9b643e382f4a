"""The questions of a development talk, each set on a screen of its own: my preparation, the manager's, the year."""

from __future__ import annotations

from typing import Any, ClassVar

from learnlog.domain.choosing import period_of
from learnlog.domain.competence import NeedType
from learnlog.domain.plan_questions import EVALUATION, MANAGERS, PREPARATION
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.questions import Question
from learnlog.domain.talk import Talk, last_talk_on
from learnlog.i18n.agreements import agreements_said
from learnlog.i18n.ambient import translator
from learnlog.i18n.labels import area_name
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.question_screen import Asked, QuestionScreen, with_erased
from learnlog.screens.talk_rows import talk_name
from learnlog.text import N_
from learnlog.widgets.earlier import Earlier

PREPARATION_FORM, MANAGERS_FORM, EVALUATION_FORM = "talk.preparation", "talk.manager", "talk.evaluation"
"""Names of these forms' drafts."""


class TalkQuestions(QuestionScreen):
    """Questions of a talk."""

    MODE: ClassVar[str] = "talk"


async def prepare(screen: LearnlogScreen[Any], talk: Talk) -> Talk | None:
    """My preparation; beside it what was agreed the last time, and what the plan says is missing."""
    entries = _entries(screen)

    def save(answers: dict[str, str]) -> Talk:
        picked = answers.get("t9", "")
        shown = None
        if picked != talk.employee.get("t9", ""):
            shown = [uid for line in picked.splitlines() for uid in entries.get(line, ())] or None
        return screen.services.talks.prepare(talk, with_erased(talk.employee, answers), shown=shown)

    asked = Asked(PREPARATION, PREPARATION_FORM, talk.id, talk_name(talk), talk.employee)
    asked = asked._replace(offered={"t9": tuple(entries)})
    beside = [*_agreed(screen), *_missing(screen)]
    return await TalkQuestions.answered(screen, asked._replace(earlier=beside, earlier_title=N_("In the plan")), save)


async def prepare_managers(screen: LearnlogScreen[Any], talk: Talk) -> Talk | None:
    """What the manager has prepared, typed in by the owner."""

    def save(answers: dict[str, str]) -> Talk:
        return screen.services.talks.prepare(talk, {}, with_erased(talk.manager, answers))

    return await TalkQuestions.answered(
        screen, Asked(MANAGERS, MANAGERS_FORM, talk.id, talk_name(talk), talk.manager), save
    )


async def evaluate(screen: LearnlogScreen[Any], talk: Talk) -> Talk | None:
    """The yearly evaluation of the plan; what was agreed stands beside."""

    def save(answers: dict[str, str]) -> Talk:
        return screen.services.talks.evaluate(talk, with_erased(talk.evaluation, answers))

    earlier = [each._replace(beside=("y1",)) for each in _agreed(screen)]
    asked = Asked(EVALUATION, EVALUATION_FORM, talk.id, talk_name(talk), talk.evaluation, earlier=earlier)
    return await TalkQuestions.answered(screen, asked._replace(earlier_title=N_("In the plan")), save)


def _agreed(screen: LearnlogScreen[Any]) -> list[Earlier]:
    """What was agreed since the last annual talk, and what became of it."""
    said = agreements_said(screen.services.talks.looking_back(), translator())
    asked = Question("", N_("What we agreed"))
    return [Earlier(asked, said, ("t2",), N_("Last talk: {answer}"))] if said else []


def _entries(screen: LearnlogScreen[Any]) -> dict[str, list[str]]:
    """What can be shown of the log, the latest first: a line → ids of the entries it stands for."""
    services = screen.services
    now = Portfolio(services.profiles.get(), (), services.clock.today(), last_talk_on(services.talks.all()))
    period = period_of(services.curriculum.selection(), now)
    found: dict[str, list[str]] = {}
    for head in services.log.heads():
        if head.date in period:
            found.setdefault(f"{head.date.isoformat()} {head.title}", []).append(head.id)
    return found


def _missing(screen: LearnlogScreen[Any]) -> list[Earlier]:
    """Competence that is not used, and competence that is missing, as the plan has it."""
    gaps, tr = screen.services.plan.gaps(), translator()
    wanted = (
        ("t5", N_("Not used"), N_("Not used: {answer}"), gaps.get(NeedType.MOBILISE, ())),
        (
            "t7",
            N_("What is missing"),
            N_("Missing: {answer}"),
            (*gaps.get(NeedType.DEVELOP, ()), *gaps.get(NeedType.ACQUIRE, ())),
        ),
    )
    return [
        Earlier(Question("", title), ", ".join(area_name(each.name, tr) for each in areas), (key,), said)
        for key, title, said, areas in wanted
        if areas
    ]
