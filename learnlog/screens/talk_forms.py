"""Writing a development talk: when it is, and once it was held, what was agreed in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar, NamedTuple

from learnlog.domain.agreed import Agreed
from learnlog.domain.competence import LEVEL_MAX, Area
from learnlog.domain.goal import Action, Goal
from learnlog.domain.talk import Talk, TalkKind
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import translator
from learnlog.i18n.labels import area_name, capital
from learnlog.i18n.plan_labels import level_words
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.choices import of
from learnlog.screens.cv_overview import spoken
from learnlog.screens.drafts_offer import left_behind
from learnlog.screens.plan_fields import AHEAD
from learnlog.screens.record_form import Layout, RecordForm
from learnlog.services.suite import Services
from learnlog.text import N_
from learnlog.widgets.choice_field import MultiField
from learnlog.widgets.date_field import DateField
from learnlog.widgets.field import Field
from learnlog.widgets.fields import LineField, TextField
from learnlog.widgets.pickers import Choice
from learnlog.widgets.segment_field import OptionField
from learnlog.widgets.toggle_field import ToggleField

FACTS_FORM, MINUTES_FORM = "talk.facts", "talk.minutes"
"""Names of these forms' drafts."""

FACTS = Layout(
    FACTS_FORM,
    N_("New talk"),
    N_("The talk"),
    "who",
    (("talk", N_("The talk")),),
    {"talk": (("talk_on",), ("kind",), ("who",))},
    {"kind": TalkKind},
)
MINUTES = Layout(
    MINUTES_FORM,
    N_("What we agreed"),
    N_("What we agreed"),
    "agreements",
    (("agreed", N_("The talk")), ("plan", N_("Goals and actions"))),
    {
        "agreed": (("talk_on", "next_on"), ("who",), ("agreements",)),
        "plan": (("goal_ids",), ("new_goals",), ("action_ids",), ("new_actions",), ("requirements",)),
    },
    {},
)
AGAIN = MINUTES._replace(rows={**MINUTES.rows, "plan": (*MINUTES.rows["plan"], ("as_now",))})
"""To write it down again."""
AS_NOW = N_("Take goals and actions anew, as they read in the plan now")


class Minutes(NamedTuple):
    """What is written down of a talk that was held, as it stands in the form.

    Attributes:
        id: The talk's id.
        talk: The talk.
        today: The owner's own day.
        talk_on: The day it was held.
        next_on: The day of the next talk.
        who: Who took part.
        agreements: What was agreed, one agreement a line.
        goal_ids: Goals of the plan that were agreed.
        new_goals: New ones, one a line.
        action_ids: Actions of the plan that were agreed.
        new_actions: New ones, one a line.
        requirements: What the work requires from now on: an area's id and a level, with a blank between.
        as_now: Whether what was agreed is to be kept as it reads now; otherwise as it was agreed.
        revision: The talk's.
    """

    id: str
    talk: Talk
    today: dt.date
    talk_on: dt.date | None = None
    next_on: dt.date | None = None
    who: str = ""
    agreements: str = ""
    goal_ids: tuple[str, ...] = ()
    new_goals: str = ""
    action_ids: tuple[str, ...] = ()
    new_actions: str = ""
    requirements: tuple[str, ...] = ()
    as_now: bool = False
    revision: int = 0

    def revised(self, **changes: Any) -> Minutes:  # noqa: ANN401 - any field's value
        """What is written down, with some of it changed, and the talk as it becomes by that.

        Raises:
            InvalidInputError: With every problem, by field.
        """
        told = self._replace(**changes)
        problems = [
            *_too_long("new_goals", lines(told.new_goals), lambda text: Goal("", text).revised()),
            *_too_long("new_actions", lines(told.new_actions), lambda text: Action("", text).revised()),
        ]
        held = self.talk._replace(held_on=self.talk.held_on or self.today)
        try:
            held = held.revised(
                talk_on=told.talk_on, next_on=told.next_on, who=told.who, agreements=lines(told.agreements)
            )
        except InvalidInputError as error:
            problems = [*error.problems, *problems]
        if problems:
            raise InvalidInputError(*problems)
        return told._replace(talk=held._replace(held_on=self.talk.held_on))


class TalkForm(RecordForm):
    """A form about a talk."""

    MODE: ClassVar[str] = "talk"


async def write_facts(screen: LearnlogScreen[Any], talk: Talk) -> Talk | None:
    """When a talk is, which it is, and who takes part; a new one that was left half written is gone on with."""
    return await TalkForm.written(screen, FACTS, screen.services.talks, talk, _facts)


async def write_minutes(screen: LearnlogScreen[Any], talk: Talk) -> Talk | None:
    """What was agreed in a talk that was held; written down again, it is put right."""
    services = screen.services
    minutes = begun(talk, services.talks.usual_next, services.clock.today())
    goals = [each for each in services.plan.goals.all() if each.status.is_open or each.id in talk.goal_ids]
    actions = [each for each in services.plan.actions.all() if each.status.is_open or each.id in talk.action_ids]

    def fields(today: dt.date) -> Sequence[Field]:
        again = [ToggleField("as_now", AS_NOW)] if talk.is_held else []
        return [*_minutes(today, goals, actions), _requirements(areas), *again]

    areas = [each for each in services.plan.areas.all() if each.is_active or each.id in talk.area_ids]
    minutes = minutes._replace(requirements=_required(talk, areas))
    draft = left_behind(screen, MINUTES_FORM, talk.id)
    form = TalkForm(AGAIN if talk.is_held else MINUTES, minutes, fields, lambda told: hold(services, told), draft)
    saved: Talk | None = await screen.app.push_screen_wait(form)
    return saved


def begun(talk: Talk, usual_next: Callable[[Talk], dt.date], today: dt.date) -> Minutes:
    """What is known of a talk before it is written down: one still to come was held today, as far as one knows."""
    on = talk.talk_on if talk.talk_on and talk.talk_on <= today else today
    following = talk.next_on if talk.is_held else talk.next_on or usual_next(talk._replace(talk_on=on))
    return Minutes(
        talk.id,
        talk,
        today,
        on,
        following,
        talk.who,
        "\n".join(talk.agreements),
        goal_ids=talk.goal_ids,
        action_ids=talk.action_ids,
        revision=talk.revision,
    )


def hold(services: Services, told: Minutes) -> Talk:
    """Write it down: everything agreed is in the plan, and the CV summary is kept as it was shown. One save."""
    plan, selection = services.plan, services.curriculum.selection()
    goals = [each for each in plan.goals.all() if each.id in told.goal_ids]
    goals += [plan.goals.blank()._replace(title=text) for text in lines(told.new_goals)]
    actions = [each for each in plan.actions.all() if each.id in told.action_ids]
    actions += [plan.actions.blank()._replace(what=text) for text in lines(told.new_actions)]
    levels = {uid: int(level) for uid, level in (each.split(" ") for each in told.requirements)}
    areas = [each._replace(requirement=levels[each.id]) for each in plan.areas.all() if each.id in levels]
    summary = told.talk.summary or services.curriculum.text(selection, spoken(selection))
    agreed = Agreed(tuple(goals), tuple(actions), tuple(areas))
    return services.talks.hold(told.talk, agreed, summary, anew=told.as_now)


def _required(talk: Talk, areas: Iterable[Area]) -> tuple[str, ...]:
    """What was agreed about what the work requires when it was written down before."""
    agreed = (each for each in areas if each.id in talk.area_ids and each.requirement is not None)
    return tuple(f"{each.id} {each.requirement}" for each in agreed)


def lines(text: str) -> tuple[str, ...]:
    """What was written, one thing a line."""
    return tuple(dict.fromkeys(each for each in (" ".join(row.split()) for row in text.splitlines()) if each))


def _too_long(field: str, texts: Sequence[str], check: Callable[[str], object]) -> list[tuple[str, Any]]:
    """Why one of these cannot be taken, said at the field they were written in."""
    for text in texts:
        try:
            check(text)
        except InvalidInputError as error:
            return [(field, error.problems[0][1])]
    return []


def _listed(things: Iterable[tuple[str, str]]) -> Callable[[], tuple[Choice, ...]]:
    """Gives things of the plan to choose from, by id and title."""
    known = tuple(Choice(uid, title) for uid, title in things)
    return lambda: known


def _requirements(areas: Sequence[Area]) -> MultiField:
    """What the work requires in an area from now on; of two levels the one chosen last."""

    def choices() -> tuple[Choice, ...]:
        tr = translator()
        return tuple(
            Choice(f"{each.id} {level}", f"{capital(area_name(each.name, tr))}: {level}, {level_words(level, tr)}")
            for each in areas
            for level in range(LEVEL_MAX + 1)
        )

    return MultiField("requirements", N_("What does the work require from now on?"), choices)


def _facts(today: dt.date) -> Sequence[Field]:
    return [
        DateField("talk_on", N_("When is the talk?"), today=today, optional=True, hint=AHEAD, ahead=True),
        OptionField("kind", N_("Which talk is it?"), of(TalkKind)),
        LineField("who", N_("Who takes part?"), optional=True, help_text=N_("Only roles, never names.")),
    ]


def _minutes(today: dt.date, goals: Sequence[Goal], actions: Sequence[Action]) -> Sequence[Field]:
    return [
        DateField("talk_on", N_("When was the talk?"), today=today),
        DateField("next_on", N_("When is the next one?"), today=today, optional=True, hint=AHEAD, ahead=True),
        LineField("who", N_("Who took part?"), optional=True, help_text=N_("Only roles, never names.")),
        TextField("agreements", N_("What did we agree? One agreement a line."), optional=True, grows=True),
        MultiField(
            "goal_ids", N_("Which goals of the plan did we agree on?"), _listed((each.id, each.title) for each in goals)
        ),
        TextField("new_goals", N_("New goals, one a line"), optional=True, grows=True),
        MultiField(
            "action_ids",
            N_("Which actions of the plan did we agree on?"),
            _listed((each.id, each.what) for each in actions),
        ),
        TextField("new_actions", N_("New actions, one a line"), optional=True, grows=True),
    ]
