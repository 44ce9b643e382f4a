"""The questions of the plan and the talk: analysis in small, follow-up of an action, workshop, evaluation, talk."""

from __future__ import annotations

from learnlog.domain.questions import Question, QuestionSet
from learnlog.text import N_

GOAL: dict[str, str] = {
    "title": N_("What do you want to be able to do?"),
    "need": N_(
        "I can do it but do not use it (mobilise) / I want to learn it (develop) / we need it from outside (acquire)"
    ),
    "why": N_("Why is it important for the work?"),
    "measure": N_("How do we see that you got there? By when?"),
}
"""Field of a goal → the question it answers (form p)."""

ACTION: dict[str, str] = {
    "what": N_("WHAT will be done?"),
    "how": N_("HOW?"),
    "who": N_("WHO? (roles; one is responsible)"),
    "first_step": N_("First step? When?"),
}
"""Field of an action → the question it answers (form k)."""

WORKSHOP: dict[str, str] = {
    "question": N_("What is it about? Which question do you want an answer to?"),
    "hopes": N_("What do you hope for?"),
    "critique": N_("What are the obstacles? What feels slow, impossible, hard?"),
    "bottom": N_("Which of them are the worst? Pick a few."),
    "vision": N_("In the best of worlds, how do we work? What gives development, courage and commitment?"),
    "top": N_("Which of it do you want most? Pick a few."),
    "island": N_("Choose one island: an area to begin with."),
    "actions": N_("What will be done, how, by whom, and what is the first step?"),
}
"""Phase of a future workshop, which is also its field → what is asked in it (form f)."""

ANALYSIS = QuestionSet(
    "analysis",
    N_("What is missing?"),
    (
        Question(
            "n1",
            N_("Which competence does your work need, to reach the goals of the service?"),
            required=True,
        ),
        Question("n2", N_("Do you have it? Is it used well?"), required=True),
        Question("n3", N_("What is missing, or not used?"), required=True),
    ),
)
"""Competence analysis in small (form n)."""

REVIEW = QuestionSet(
    "review",
    N_("How is it going?"),
    (
        Question("happened", N_("What has happened?")),
        Question("not_happened", N_("What has not happened?")),
        Question("onward", N_("How do we go on?")),
    ),
)
"""Follow-up of an action (k5); the ids are those of `learnlog.domain.goal.Review`."""

EVALUATION = QuestionSet(
    "evaluation",
    N_("Yearly evaluation of the plan"),
    (
        Question(
            "y1",
            N_(
                "Which actions in the plan were carried out?"
                " How far did they help to reach the goals for quality and capacity?"
            ),
            required=True,
        ),
        Question("y2", N_("What do we update: analysis, goals, requirements?"), required=True),
    ),
)
"""Once a year (form y, rule 8)."""

PREPARATION = QuestionSet(
    "preparation",
    N_("My preparation"),
    (
        Question("t1", N_("What are you proud of since last time?")),
        Question("t2", N_("Our agreements: what was done, what was not?"), required=True),
        Question("t3", N_("Which training has helped you at work? How?")),
        Question("t4", N_("What works well now? What is hard? (not about health or named people)")),
        Question("t5", N_("What can you do that we do not use?"), required=True),
        Question("t6", N_("Is your work meaningful? Do you get time to reflect, to create and to be appreciated?")),
        Question("t7", N_("What do you want to learn next year, and what does the workplace need?"), required=True),
        Question("t8", N_("What do you need from your manager? What do you want to tell your manager?")),
        Question(
            "t9",
            N_("Which parts of your log do you want to show?"),
            "pick",
            required=True,
            hint=N_("none: those in the CV summary"),
        ),
    ),
    pages=((N_("Looking back"), 3), (N_("Now"), 3), (N_("Looking ahead"), 3)),
)
"""The employee's preparation of the talk (t1 to t9)."""

MANAGERS = QuestionSet(
    "managers",
    N_("The manager's preparation"),
    (
        Question("t10", N_("Manager: one thing I have seen you do well (example)."), required=True),
        Question("t11", N_("Manager: what the service needs the coming year."), required=True),
        Question("t12", N_("Manager: learning I can offer in daily work, not only courses.")),
    ),
)
"""The manager's preparation of the talk (t10 to t12), typed in by the owner."""
