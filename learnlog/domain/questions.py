"""Every form's questions, as data. One widget draws them, one codec stores the answers, one composer prints them."""

from collections.abc import Mapping
from typing import NamedTuple

from learnlog.text import N_


class Question(NamedTuple):
    """One question.

    Attributes:
        id: Stable key under which the answer is stored.
        text: English question, marked for translation.
        kind: ``text`` (several lines), ``line`` (one line), ``choice`` (one of `options`), ``multi`` (any number of
            them), ``date``, ``dates`` (as many as there are `options`), or ``pick`` (any of what the log offers, or own
            words). Every answer is one text: a choice its key, several choices their keys joined by a comma in the
            order of the options, a date ISO 8601, several dates joined by a comma, what was picked one thing a line.
        required: Whether the set is incomplete without it. Never stops a draft from being saved.
        options: For ``choice`` and ``multi``: (stored key, English label) pairs; for ``dates``: what each date is for.
        hint: English example shown in the empty field; may be empty.
        note: A further question, answered in one line right after this one and stored under `note_id`; may be empty.
        ahead: For ``date`` and ``dates``: whether the day is still to come, so that 12/11 means the next one.
    """

    id: str
    text: str
    kind: str = "text"
    required: bool = False
    options: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    note: str = ""
    ahead: bool = False

    @property
    def note_id(self) -> str:
        """Key under which the answer to the further question is stored."""
        return self.id + "_note"


class QuestionSet(NamedTuple):
    """Questions that belong together, in order.

    Attributes:
        id: Stable key.
        title: English name, marked for translation.
        questions: The questions.
        notice: A sentence that always stands above them; may be empty.
        pages: English title of each page and how many questions stand on it; empty for a single page.
    """

    id: str
    title: str
    questions: tuple[Question, ...]
    notice: str = ""
    pages: tuple[tuple[str, int], ...] = ()

    def on_pages(self) -> tuple["QuestionSet", ...]:
        """The set cut into its pages; each bears its page's title, and the first the notice."""
        pages, first = [], 0
        for title, count in self.pages or ((self.title, len(self.questions)),):
            part = self.questions[first : first + count]
            pages.append(self._replace(title=title, questions=part, notice=self.notice if not first else "", pages=()))
            first += count
        return tuple(pages)

    def missing(self, answers: Mapping[str, str]) -> tuple[Question, ...]:
        """The required questions that are not answered yet, in order."""
        return tuple(each for each in self.questions if each.required and not is_answered(answers, each.id))

    @property
    def ids(self) -> tuple[str, ...]:
        """Every key an answer can be stored under, in order."""
        return tuple(key for each in self.questions for key in ((each.id, each.note_id) if each.note else (each.id,)))


def is_answered(answers: Mapping[str, str], key: str) -> bool:
    """Whether something stands under this key; days or choices of which none is there do not count."""
    return bool(answers.get(key, "").strip(", \n\t"))


REFLECTION_SETS: tuple[QuestionSet, ...] = (
    QuestionSet(
        "quick",
        N_("Two-minute log"),
        (
            Question(
                "q1",
                N_("Today I learned … I can use it when …"),
                required=True,
                hint=N_("Two sentences are enough."),
            ),
        ),
    ),
    QuestionSet(
        "www",
        N_("What? So what? Now what?"),
        (
            Question("w1", N_("What happened? What did you do? (roles, no names)"), required=True),
            Question("w2", N_("So what: why is it important? What did you learn?"), required=True),
            Question(
                "w3", N_("Now what: what will you do next time? Who can help?"), required=True, hint=N_("Next time I …")
            ),
        ),
    ),
    QuestionSet(
        "meeting",
        N_("Meeting another human being"),
        (
            Question(
                "m0",
                N_(
                    "Who am I when I meet another person?"
                    " (self-esteem, role, feelings, associations; private, professional)"
                ),
            ),
            Question(
                "m1",
                N_("What is most important in meeting another person? In what way can you influence what you do?"),
            ),
            Question("m2", N_("What is most difficult? How can you practise, so that this meeting feels better?")),
            Question(
                "m3",
                N_(
                    "What happens when you think the meeting fails?"
                    " What could you have done differently? What can you learn from it?"
                ),
            ),
        ),
    ),
    QuestionSet(
        "mistake",
        N_("Learning from mistakes"),
        (
            Question(
                "e0",
                N_("Is it reported?"),
                kind="choice",
                required=True,
                options=(("yes", N_("yes")), ("not_needed", N_("not needed")), ("today", N_("I report it today"))),
            ),
            Question(
                "e1",
                N_("What should have happened? What happened instead? No names, no place, no exact time."),
                required=True,
            ),
            Question(
                "e2",
                N_(
                    "What made it possible? (time, routine, equipment, language, information)"
                    " Look at the system, not at the person."
                ),
            ),
            Question("e3", N_("What do you learn? Which routine should we change?"), required=True),
            Question("e4", N_("Who do you want to talk to about it?")),
        ),
        notice=N_("THIS LOG IS NOT A REPORT. Report the incident in the workplace's own system."),
    ),
    QuestionSet(
        "good_practice",
        N_("Good practice"),
        (
            Question("g1", N_("What did I or a colleague do well? How did it look, step by step?")),
            Question("g2", N_("What we did and why it works – how can more people do it?")),
        ),
    ),
    QuestionSet(
        "ethics",
        N_("Ethical reflection"),
        (
            Question("s1", N_("What is the ethical question?"), required=True),
            Question("s2", N_("What do we know? What are the facts?")),
            Question("s3", N_("Who is affected, and what do they want? (roles, no names)")),
            Question("s4", N_("Which values are at stake? What do laws and routines say?")),
            Question("s5", N_("What could be done? Think of at least two ways.")),
            Question("s6", N_("All in all: what do you think is best, and why?")),
        ),
    ),
    QuestionSet(
        "gibbs",
        N_("Gibbs' cycle"),
        (
            Question("i1", N_("Description: what happened? (roles, no names)"), required=True),
            Question("i2", N_("Feelings: what did you think and feel?")),
            Question("i3", N_("Evaluation: what was good, and what was not?")),
            Question("i4", N_("Analysis: why did it turn out like that?")),
            Question("i5", N_("Conclusion: what did you learn? What else could you have done?")),
            Question("i6", N_("Plan: what will you do if it happens again?")),
        ),
    ),
    QuestionSet(
        "free", N_("Free writing"), (Question("x1", N_("Write as you like."), hint=N_("No names, only roles.")),)
    ),
)
"""The reflection sets, in the order of the pick list (two-minute log first, free writing last)."""

DEFAULT_REFLECTION = "www"
"""The set that is open when somebody asks for questions (Borton 1970)."""


def reflection_set(key: str) -> QuestionSet | None:
    """The reflection set with this id, or None for an unknown or empty id."""
    return next((each for each in REFLECTION_SETS if each.id == key), None)
