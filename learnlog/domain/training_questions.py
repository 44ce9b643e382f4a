"""The questions around a training: before it, with the manager, and after two weeks and three months (forms a to d)."""

from __future__ import annotations

from learnlog.domain.questions import Question, QuestionSet
from learnlog.text import N_

CHANNELS: tuple[tuple[str, str], ...] = (
    ("apt", N_("at a workplace meeting")),
    ("reflection_meeting", N_("reflection meeting")),
    ("show_in_practice", N_("show in practice")),
    ("written", N_("short written tip")),
    ("newsletter", N_("weekly newsletter")),
    ("other", N_("other")),
)
"""How something is shared with colleagues: stored key and name."""

DECISIONS: tuple[tuple[str, str], ...] = (
    ("yes", N_("yes")),
    ("conditions", N_("yes, with conditions")),
    ("later", N_("later")),
    ("no", N_("no")),
)

BEFORE = QuestionSet(
    "before",
    N_("Expected benefit"),
    (
        Question("a1", N_("What do you want to learn?"), required=True),
        Question("a2", N_("Why do we need this at work? What will be better?"), required=True),
        Question("a3", N_("How will our clients notice it?"), required=True),
        Question("a4", N_("What will you do in a new way? Where and when do you try it first?"), required=True),
        Question(
            "a5",
            N_("How will you share it?"),
            kind="multi",
            required=True,
            options=tuple(each for each in CHANNELS if each[0] != "newsletter"),
        ),
        Question("a6", N_("What can make it hard?")),
        Question("a7", N_("What help do you need from your manager and colleagues?")),
    ),
    pages=((N_("The benefit"), 4), (N_("Afterwards"), 3)),
)
"""Filled in by the employee before the training (form a)."""

DIALOGUE = QuestionSet(
    "dialogue",
    N_("Dialogue with the manager"),
    (
        Question("b1", N_("When did we talk?"), kind="date", required=True, note=N_("Who was there? (roles)")),
        Question("b2", N_("The benefit we agree on, in one sentence:"), required=True),
        Question("b3", N_("Decision"), kind="choice", required=True, options=DECISIONS, note=N_("Why?")),
        Question("b4", N_("What do you (employee) take responsibility for afterwards?"), required=True),
        Question("b5", N_("What does the manager promise? (time, cover, equipment)"), required=True),
        Question(
            "b6", N_("When is it shared?"), kind="date", required=True, note=N_("Where is it shared?"), ahead=True
        ),
        Question("b7", N_("How will we see that it works?")),
        Question(
            "b8",
            N_("When do we follow it up?"),
            kind="dates",
            required=True,
            options=(("first", N_("after about 2 weeks")), ("second", N_("after 3–6 months"))),
            ahead=True,
        ),
    ),
    pages=((N_("The agreement"), 3), (N_("Promises"), 3), (N_("How we go on"), 2)),
)
"""Agreed by the employee and the manager before the training (form b)."""

AFTER_TWO_WEEKS = QuestionSet(
    "followup1",
    N_("Follow-up after 2 weeks"),
    (
        Question(
            "c1",
            N_("Have you tried something new from the training?"),
            kind="choice",
            required=True,
            options=(("no", N_("no")), ("once", N_("once")), ("several", N_("several times"))),
        ),
        Question("c2", N_("What did you do? Write no names.")),
        Question(
            "c3",
            N_("Have you shared it?"),
            kind="choice",
            required=True,
            options=(("yes", N_("yes")), ("planned", N_("date planned")), ("no", N_("no"))),
        ),
        Question("c4", N_("What helped you? What made it hard?")),
        Question("c5", N_("Next small step? When?"), required=True),
    ),
    pages=((N_("Tried and shared"), 3), (N_("Next step"), 2)),
)
"""Two minutes, about two weeks after the training (form c)."""

AFTER_THREE_MONTHS = QuestionSet(
    "followup2",
    N_("Follow-up after 3 months"),
    (
        Question(
            "d1",
            N_("How much do you use it now?"),
            kind="choice",
            required=True,
            options=(
                ("us.0", N_("not yet")),
                ("us.1", N_("tried it once")),
                ("us.2", N_("sometimes")),
                ("us.3", N_("often")),
                ("us.4", N_("always, it is how I work")),
            ),
        ),
        Question("d2", N_("What do you do differently? Give one example, no names."), required=True),
        Question("d3", N_("What value has it given our clients?"), required=True),
        Question("d4", N_("What benefit has it given the workplace?")),
        Question(
            "d5",
            N_("Compared with what we expected:"),
            kind="choice",
            required=True,
            options=(
                ("ex.less", N_("less than expected")),
                ("ex.as", N_("as expected")),
                ("ex.more", N_("more than expected")),
                ("ex.other", N_("something else")),
            ),
        ),
        Question("d6", N_("What has happened? What has not happened?")),
        Question(
            "d7",
            N_("How do we go on?"),
            kind="multi",
            required=True,
            options=(
                ("keep", N_("keep")),
                ("train", N_("train more")),
                ("routine", N_("change a routine")),
                ("tell", N_("tell more people")),
                ("stop", N_("stop")),
            ),
        ),
    ),
    pages=((N_("Used at work"), 2), (N_("What it gave"), 3), (N_("How we go on"), 2)),
)
"""Ten minutes, three to six months after the training, with the answers a2 to a5 beside it (form d)."""


def followup_questions(number: int) -> QuestionSet:
    """The questions of a follow-up round: the short ones first, the long ones in round 2 and, if there is one, 3."""
    return AFTER_TWO_WEEKS if number == 1 else AFTER_THREE_MONTHS


BESIDE: dict[str, tuple[str, ...]] = {
    "c1": ("a4",),
    "c2": ("a4",),
    "c3": ("a5", "b6"),
    "c4": ("a6", "a7", "b5"),
    "c5": ("b4",),
    "d1": ("a4",),
    "d2": ("a4",),
    "d3": ("a3",),
    "d4": ("a2", "b2"),
    "d5": ("b2", "a2"),
    "d6": ("b4", "b5"),
    "d7": ("a5", "b7"),
}
"""Question after the training → what was written before it about the same thing (DOMAIN, rule 3)."""
