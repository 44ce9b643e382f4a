"""A future workshop from a JSON file: lists are arrays of texts, what comes of it objects with what an action takes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from learnlog.cli import typed
from learnlog.cli.answers_json import in_file, object_in, problem_of, tell_problems
from learnlog.cli.call import Call
from learnlog.domain.goal import ActionRole
from learnlog.domain.plan_questions import ACTION, WORKSHOP
from learnlog.domain.questions import Question, QuestionSet
from learnlog.domain.values import Arena
from learnlog.domain.workshop import Phase, Workshop
from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg

_LISTS = ("hopes", "critique", "bottom", "vision", "top", "islands")
_WITHIN = {"bottom": "critique", "top": "vision"}
"""What is picked from a list → that list."""
_DAYS = ("first_step_on", "due")
_TEXTS = ("what", "how", "first_step", "obstacle", "vision")

WORK = QuestionSet(
    "work",
    N_("Answers: the workshop"),
    (
        Question("question", WORKSHOP["question"], required=True),
        Question("in_team", N_("true when it is held in a team.")),
        *(Question(key, WORKSHOP[key]) for key in ("hopes", "critique", "bottom", "vision", "top")),
        Question("islands", N_("Areas that could be developed.")),
        Question("island", WORKSHOP["island"]),
    ),
)
"""What of a workshop a file can tell; for help."""
END = QuestionSet(
    "end",
    N_("Answers: what comes of it"),
    (
        Question("goal", N_("Title of the goal it leads to. The island, unless you say otherwise.")),
        Question("actions", N_("An array of objects, each with the keys below."), required=True),
        *(Question(key, ACTION[key], required=key == "what") for key in ("what", "how", "who")),
        Question("responsible", N_("Who answers for it, as a role.")),
        Question("first_step", ACTION["first_step"]),
        Question("first_step_on", N_("When the first step is taken.")),
        Question("due", N_("When all of it is to be done.")),
        Question("arena", N_("Where: in daily work, at the workplace, outside the workplace.")),
    ),
)
"""What the end of a workshop needs; for help."""


class Told:
    """What a file tells of a workshop.

    Attributes:
        fields: Field of a workshop → its new value.
        goal: Title of the goal; empty when it is not told.
        actions: The fields of each action.
    """

    def __init__(self, text: str, today: dt.date, *, ending: bool) -> None:
        """Read it.

        Args:
            text: A JSON object.
            today: The owner's own day.
            ending: Whether the workshop ends, and so what comes of it may be told.

        Raises:
            InvalidInputError: With everything that is wrong, by key.
        """
        self.fields: dict[str, Any] = {}
        self.goal = ""
        self.actions: list[dict[str, Any]] = []
        self._problems: list[tuple[str, Msg]] = []
        self._today = today
        for key, value in object_in(text).items():
            self._take(key, value, ending=ending)
        if self._problems:
            raise InvalidInputError(*(problem_of(*each) for each in self._problems))

    def _take(self, key: str, value: object, *, ending: bool) -> None:
        if key in _LISTS:
            self.fields[key] = tuple(self._list(key, value))
        elif key in ("question", "island"):
            self.fields[key] = self._text(key, value)
        elif key == "in_team":
            self.fields[key] = value is True
            if not isinstance(value, bool):
                self._refuse(key, Msg(N_("Write true or false.")))
        elif key in ("goal", "actions") and not ending:
            line = "learnlog workshop finish"
            self._refuse(key, Msg(N_("Tell this when the workshop ends: {line}"), {"line": line}))
        elif key == "goal":
            self.goal = self._text(key, value)
        elif key == "actions":
            self._actions(value)
        else:
            self._refuse(key, Msg(N_("There is no such question here.")))

    def _actions(self, value: object) -> None:
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self._refuse("actions", Msg(N_("Write an array of objects, such as {line}."), {"line": '[{"what": "…"}]'}))
            return
        for each in value:
            self.actions.append({field: told for key, raw in each.items() for field, told in self._part(key, raw)})
            if not self.actions[-1].get("what", "").strip():
                self._refuse("what", Msg(N_("Write what will be done.")))

    def _part(self, key: str, value: object) -> list[tuple[str, Any]]:
        """One key of an action, as (field, value); nothing when it is refused."""
        if key in _TEXTS:
            return [(key, self._text(key, value))]
        if key in _DAYS:
            return self._day(key, self._text(key, value))
        kinds = {"who": ActionRole, "responsible": ActionRole, "arena": Arena}
        if key not in kinds:
            self._refuse(key, Msg(N_("There is no such question here.")))
            return []
        wanted = self._list(key, value) if key == "who" else [self._text(key, value)]
        wanted = [each for each in wanted if each]
        if any(each not in [*kinds[key]] for each in wanted):
            self._refuse(key, Msg(N_("Choose among: {keys}."), {"keys": ", ".join(kinds[key])}))
            return []
        chosen = [kinds[key](each) for each in wanted]
        return [(key, tuple(chosen) if key == "who" else chosen[0])] if chosen else []

    def _day(self, key: str, text: str) -> list[tuple[str, Any]]:
        field = "due_on" if key == "due" else key
        try:
            return [(field, typed.day(text, self._today, ahead=True, field=key) if text else None)]
        except InvalidInputError as error:
            self._problems += [(key, sentence) for _field, sentence in error.problems]
            return []

    def _text(self, key: str, value: object) -> str:
        if value is not None and not isinstance(value, str):
            self._refuse(key, Msg(N_("Write the answer as a text.")))
        return value.strip() if isinstance(value, str) else ""

    def _list(self, key: str, value: object) -> list[str]:
        parts = [value] if isinstance(value, str) else [] if value is None else value
        if not isinstance(parts, list) or not all(isinstance(each, str) for each in parts):
            self._refuse(key, Msg(N_("Write the answer as a list of texts.")))
            return []
        return [" ".join(each.split()) for each in parts]

    def _refuse(self, key: str, sentence: Msg) -> None:
        self._problems.append((key, sentence))


def told(call: Call, today: dt.date, *, ending: bool = False) -> Told:
    """What the file that ``--answers`` names tells, see `in_file`."""
    return in_file(call, lambda text: Told(text, today, ending=ending))


def worked_on(call: Call, workshop: Workshop, fields: dict[str, Any]) -> Workshop:
    """A workshop with what is told, as far as it has come by that.

    Raises:
        InvalidInputError: If something is picked that is not in the list it is picked from; it would be lost.
    """
    after = workshop._replace(**fields)
    problems = [
        problem_of(picked, Msg(N_("Pick among what stands in {name}."), {"name": among}))
        for picked, among in _WITHIN.items()
        if picked in fields and not {*getattr(after, picked)} <= {*getattr(after, among)}
    ]
    if problems:
        error = InvalidInputError(*problems)
        tell_problems(call, error)
        raise error
    phases = [*Phase]
    come = max((phases.index(each) for each in phases if getattr(after, each, None)), default=0)
    return after._replace(phase=phases[max(come, phases.index(after.phase))])
