"""The questions of the plan, each set on a screen of its own: where am I now, how is it going, what is missing."""

from __future__ import annotations

from typing import Any, ClassVar

from learnlog.domain.competence import Area
from learnlog.domain.goal import Action, Review
from learnlog.domain.plan_questions import ANALYSIS, REVIEW
from learnlog.domain.questions import Question, QuestionSet
from learnlog.domain.training_questions import followup_questions
from learnlog.domain.values import Applied
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import short_date
from learnlog.i18n.labels import area_name, capital
from learnlog.i18n.plan_labels import LEVELS, level_words
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.question_screen import Asked, QuestionScreen
from learnlog.text import N_
from learnlog.widgets.earlier import Earlier

RATE_FORM, REVIEW_FORM, ANALYSIS_FORM = "plan.rate", "plan.review", "plan.analysis"
"""Names of these forms' drafts."""

USES = next(each.options for each in followup_questions(2).questions if each.id == "d1")
"""How much something is used at work."""
RATE = QuestionSet(
    "rate",
    N_("Where am I now?"),
    (
        Question(
            "level",
            N_("What can you do now?"),
            kind="choice",
            hint=N_("your own estimate; nobody else sees it unless you show it"),
            options=tuple((str(level), words) for level, words in enumerate(LEVELS)),
        ),
        Question("used", N_("Is it used at work?"), kind="choice", options=USES),
    ),
)
"""An estimate of an area, in the words of the levels."""


class PlanQuestions(QuestionScreen):
    """Questions about the plan."""

    MODE: ClassVar[str] = "plan"


async def rate(screen: LearnlogScreen[Any], area: Area) -> Area | None:
    """Say where one is now; what is required stands beside, and the estimate before."""

    def save(answers: dict[str, str]) -> Area:
        level, used = answers.get("level"), answers.get("used")
        return screen.services.plan.areas.rate(area, int(level) if level else None, Applied(used) if used else None)

    tr, earlier = translator(), []
    if area.requirement is not None:
        required = capital(level_words(area.requirement, tr))
        said = " – ".join(filter(None, [required, area.why]))
        earlier.append(Earlier(Question("", N_("Required")), said, ("level",), N_("Required: {answer}")))
    if area.now is not None and area.now.level is not None:
        day = short_date(area.now.on, tr, screen.services.clock.today())
        last = f"{capital(level_words(area.now.level, tr))} ({day})"
        earlier.append(Earlier(Question("", N_("Last time")), last, ("level",), N_("Last time: {answer}")))
    known = {"level": "" if area.level is None else str(area.level), "used": area.used or ""}
    title = capital(area_name(area.name, tr))
    asked = Asked(RATE, RATE_FORM, area.id, title, known, earlier=earlier, earlier_title=N_("Required"))
    return await PlanQuestions.answered(screen, asked, save)


async def review(screen: LearnlogScreen[Any], action: Action) -> Action | None:
    """The three questions about an action; what was said the last time stands beside."""
    today = screen.services.clock.today()
    known = next((each for each in action.reviews if each.on == today), None)
    before = [each for each in action.reviews if each.on < today]
    last = max(before, key=lambda each: each.on)._asdict() if before else {}

    def save(answers: dict[str, str]) -> Action:
        return screen.services.plan.actions.review(action, Review(today, **answers))

    earlier = [
        Earlier(question, last[question.id], (question.id,), N_("Last time: {answer}"))
        for question in REVIEW.questions
        if last.get(question.id)
    ]
    answers = {question.id: getattr(known, question.id) for question in REVIEW.questions} if known else {}
    asked = Asked(REVIEW, REVIEW_FORM, action.id, action.what, answers, earlier=earlier, earlier_title=N_("Last time"))
    return await PlanQuestions.answered(screen, asked, save)


async def analyse(screen: LearnlogScreen[Any], area: Area) -> Area | None:
    """What is required, what is there, what is missing: in one's own words."""

    def save(answers: dict[str, str]) -> Area:
        return screen.services.plan.areas.save(area._replace(answers=answers))

    title = capital(area_name(area.name, translator()))
    return await PlanQuestions.answered(screen, Asked(ANALYSIS, ANALYSIS_FORM, area.id, title, area.answers), save)
