"""What is done with the plan, step by step: what comes next, how far it has come, what belongs together."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from textual.content import Content

from learnlog.domain.competence import ACTIVE_MAX, Area, too_many
from learnlog.domain.due import Due, DueKind
from learnlog.domain.evidence import Evidence
from learnlog.domain.goal import Action, ActionStatus, Goal, GoalStatus
from learnlog.domain.plan_next import Following, PlanStep, after_action, after_area, after_goal
from learnlog.errors import RuleError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import short_date
from learnlog.i18n.labels import area_name, capital, label
from learnlog.screens import plan_asks as asks
from learnlog.screens import plan_forms as forms
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.confirm import Confirm, Notice
from learnlog.screens.pick import Pick
from learnlog.screens.plan_forms import Value
from learnlog.widgets.glyphs import TRAINING, mark
from learnlog.widgets.pickers import Choice, ManyPicker
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import line

Screen = LearnlogScreen[Any]
ENTRY, RECORD, WORKSHOP = "entry:", "training:", "workshop:"
"""What a row stands for, before its id."""


def name_of(value: Value) -> str:
    """What a thing of the plan is called."""
    if isinstance(value, Area):
        return capital(area_name(value.name, translator()))
    return value.title if isinstance(value, Goal) else value.what


def following(screen: Screen, value: Value) -> Following | None:
    """What a thing of the plan needs next."""
    plan = screen.services.plan
    if isinstance(value, Area):
        return after_area(value, plan.goals.all())
    if isinstance(value, Goal):
        return after_goal(value, plan.actions.all(), screen.services.clock.today())
    return after_action(value)


async def take(screen: Screen, value: Value, found: Following) -> Value | None:
    """One step; answers with what it was about, if something was saved."""
    thing: Value = found.action or value
    if isinstance(thing, Area):
        if found.step is PlanStep.RATE:
            return await asks.rate(screen, thing)
        return await forms.write_goal(screen, screen.services.plan.goals.blank(thing))
    if isinstance(thing, Goal):
        if found.step is PlanStep.PLAN_ACTION:
            return await new_action(screen, thing)
        return await set_status(screen, thing)
    if found.step is PlanStep.TAKE_STEP:
        return await take_first_step(screen, thing)
    return await review(screen, thing)


async def see_to(screen: Screen, item: Due) -> Value | None:
    """Do what is due of the plan."""
    plan = screen.services.plan
    if item.kind is DueKind.GOAL:
        goal = forms.find(plan.goals, item.goal_id)
        return await set_status(screen, goal) if goal else None
    action = forms.find(plan.actions, item.action_id)
    if action is None:
        return None
    return await (take_first_step if item.kind is DueKind.FIRST_STEP else review)(screen, action)


# -- new --------------------------------------------------------------------------------------------------------------


async def new_area(screen: Screen) -> Area | None:
    """Another area; where there are enough, why that is."""
    areas = screen.services.plan.areas
    if too_many(areas.all()):
        await screen.app.push_screen_wait(Notice(enough(), _("Enough areas")))
        return None
    return await forms.write_area(screen, areas.blank())


def enough() -> str:
    """Why there is a limit, and what to do."""
    return _(
        "You work with {most} areas already. With fewer you learn more of each, and nobody can keep up with"
        " everything. Put one to rest first: it keeps everything, and can be woken again.",
        most=ACTIVE_MAX,
    )


async def new_goal(screen: Screen, value: Value | None) -> Goal | None:
    """A new goal; from an area with what is missing there."""
    area = value if isinstance(value, Area) else None
    return await forms.write_goal(screen, screen.services.plan.goals.blank(area))


async def new_action(screen: Screen, value: Value | None) -> Action | None:
    """A new action; for a goal, or the goal of another action."""
    plan = screen.services.plan
    goal = value if isinstance(value, Goal) else None
    if isinstance(value, Action) and value.goal_id:
        goal = forms.find(plan.goals, value.goal_id)
    return await forms.write_action(screen, plan.actions.blank(goal))


# -- how far it has come ----------------------------------------------------------------------------------------------


async def take_first_step(screen: Screen, action: Action) -> Action | None:
    """Note that the first step is taken, after a question."""
    question = Content.assemble(_("Have you taken the first step?"), "\n\n", line(action.first_step, "bold"))
    if not await screen.app.push_screen_wait(Confirm(question, _("Yes, today"), _("Not yet"))):
        return None
    done = await screen.offload(screen.services.plan.actions.take_first_step, action)
    if done is not None:
        screen.notify(_("Well done. The action is started; {key:edit.undo} takes it back."), markup=False)
    return done


async def review(screen: Screen, action: Action) -> Value | None:
    """The three questions; then, whether it is done."""
    saved = await asks.review(screen, action)
    if saved is None or not saved.status.is_open:
        return saved
    return await set_status(screen, saved) or saved


async def set_status(screen: Screen, value: Goal | Action) -> Value | None:
    """Say how far a goal or an action has come: the answer under the cursor is how it stands."""
    kinds: type[StrEnum] = GoalStatus if isinstance(value, Goal) else ActionStatus
    rows = [Row(each.value, (Content(capital(label(each, translator()))),)) for each in kinds]
    rows.sort(key=lambda row: row.key != value.status)
    question = Content.assemble(_("How far has it come?"), "\n\n", line(name_of(value), "bold"))
    chosen = await screen.app.push_screen_wait(Pick(question, rows, _("Status")))
    if chosen is None or chosen == value.status:
        return None
    if isinstance(value, Goal):
        plan = screen.services.plan.goals
        return await screen.offload(plan.save, value._replace(status=GoalStatus(chosen)))
    actions = screen.services.plan.actions
    return await screen.offload(actions.save, value._replace(status=ActionStatus(chosen)))


async def rest(screen: Screen, area: Area) -> Area | None:
    """Put an area to rest, or wake it."""
    areas = screen.services.plan.areas
    try:
        areas.checked(area._replace(is_active=not area.is_active))
    except RuleError:
        await screen.app.push_screen_wait(Notice(enough(), _("Enough areas")))
        return None
    saved = await screen.offload(areas.save, area._replace(is_active=not area.is_active))
    if saved is not None:
        said = (
            _("Awake again. {key:edit.undo} takes it back.")
            if saved.is_active
            else _("At rest; {key:plan.all} shows it. {key:edit.undo} takes it back.")
        )
        screen.notify(said, markup=False)
    return saved


# -- what belongs together --------------------------------------------------------------------------------------------


async def write_entry(screen: Screen, value: Value) -> None:
    """Write in the log what came of it."""
    from learnlog.screens.entry_form import EntryForm  # noqa: PLC0415 - built when asked for

    plan = screen.services.plan
    if isinstance(value, Area):
        entry = plan.blank_entry(None)._replace(areas=(value.name,))
    elif isinstance(value, Goal):
        entry = plan.blank_entry(value)
    else:
        entry = plan.blank_entry(forms.find(plan.goals, value.goal_id) if value.goal_id else None, value)
    await screen.app.push_screen_wait(EntryForm(entry))


async def link(screen: Screen, value: Value) -> None:
    """Choose what shows it: entries, and for a goal trainings, too."""
    plan, shown = screen.services.plan, evidence_of(screen, value)
    tied = {each.id for each in shown.entries}
    entries = sorted(
        screen.services.log.heads(), key=lambda each: each.id not in tied
    )  # the others stay the newest first
    choices = [Choice(f"{ENTRY}{each.id}", each.title, group=_("In my log")) for each in entries]
    if isinstance(value, Goal):
        trainings = [
            Choice(f"{RECORD}{each.id}", each.title, _("Trainings"), TRAINING.glyph, TRAINING.style)
            for each in screen.services.trainings.all()
        ]
        choices = [*trainings, *choices]
        ticked = [f"{RECORD}{each.id}" for each in shown.trainings]
        own = {each.id for each in shown.entries if value.id in getattr(each, "goal_ids", ())}
    else:
        ticked, own = [], {each.id for each in shown.entries}
    before = [*ticked, *(f"{ENTRY}{each.id}" for each in shown.entries if each.id in own)]
    chosen = await screen.app.push_screen_wait(ManyPicker(_("What shows it?"), choices, before))
    if chosen is None or set(chosen) == set(before):
        return
    entry_ids = [each.removeprefix(ENTRY) for each in chosen if each.startswith(ENTRY)]
    if isinstance(value, Goal):
        training_ids = [each.removeprefix(RECORD) for each in chosen if each.startswith(RECORD)]
        await screen.offload(plan.link, value, entry_ids, training_ids)
    elif isinstance(value, Action):
        await screen.offload(plan.link_action, value, entry_ids)
    else:
        await screen.offload(plan.areas.save, value._replace(evidence=tuple(entry_ids)))


def evidence_of(screen: Screen, value: Value) -> Evidence:
    """What shows a thing of the plan."""
    return screen.services.plan.evidence().get(value.id, Evidence())


async def open_evidence(screen: Screen, value: Value) -> None:
    """Go to an entry or a training that shows it; from an action, also to the workshop it comes from."""
    from learnlog.screens.log import log_screen  # noqa: PLC0415 - built when asked for
    from learnlog.screens.palette_plan import open_workshop  # noqa: PLC0415 - built when asked for
    from learnlog.screens.trainings import trainings_screen  # noqa: PLC0415 - built when asked for

    shown = evidence_of(screen, value)
    tr, today = translator(), screen.services.clock.today()
    rows = [
        Row(f"{RECORD}{each.id}", (Content.assemble((f"{TRAINING.glyph} ", TRAINING.style), line(each.title)),))
        for each in shown.trainings
    ]
    rows += [
        Row(
            f"{ENTRY}{each.id}",
            (Content.assemble(mark(each.arena), " ", line(each.title)),),
            Content.styled(short_date(each.date, tr, today), "$muted"),
        )
        for each in shown.entries
    ]
    workshop = forms.find(screen.services.plan.workshops, value.workshop_id) if isinstance(value, Action) else None
    if workshop is not None:
        kind = Content.styled(_("future workshop"), "$muted")
        rows.append(Row(f"{WORKSHOP}{workshop.id}", (line(workshop.question),), kind))
    if not rows:
        screen.notify(
            _("Nothing belongs to it yet. {key:plan.entry} writes in the log, {key:plan.link} chooses what shows it."),
            markup=False,
        )
        return
    chosen: str | None = rows[0].key
    if len(rows) > 1:
        chosen = await screen.app.push_screen_wait(Pick(Content(_("Which one?")), rows, _("What shows it")))
    if chosen and chosen.startswith(ENTRY):
        log_screen(screen.app).select(chosen.removeprefix(ENTRY))
    elif chosen and chosen.startswith(WORKSHOP):
        open_workshop(screen.app, chosen.removeprefix(WORKSHOP))
    elif chosen:
        trainings_screen(screen.app).select(chosen.removeprefix(RECORD))
