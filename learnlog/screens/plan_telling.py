"""What is shown of a thing of the plan, looked up in the log."""

from __future__ import annotations

from textual.content import Content

from learnlog.domain.competence import Area
from learnlog.domain.evidence import Evidence
from learnlog.domain.goal import Action, Goal
from learnlog.domain.plan_next import after_action, after_area, after_goal, in_order
from learnlog.domain.workshop import Workshop
from learnlog.i18n.ambient import gettext as _
from learnlog.screens.plan_forms import Value, find
from learnlog.services.suite import Services
from learnlog.widgets.plan_detail import Told
from learnlog.widgets.plan_text import action_text, area_text, goal_text, next_line
from learnlog.widgets.workshop_text import next_of_workshop, workshop_body, workshop_head


class Teller:
    """Tells of one thing after the other; the log is looked through only when it has changed."""

    def __init__(self, services: Services) -> None:
        """Nothing is looked up yet."""
        self._services = services
        self._seen: object = None
        self._evidence: dict[str, Evidence] = {}

    def thing(self, uid: str) -> Value | None:
        """What has this id in the plan; None for nothing."""
        plan = self._services.plan
        found = (find(shelf, uid) for shelf in (plan.areas, plan.goals, plan.actions)) if uid else ()
        return next((each for each in found if each is not None), None)

    def tell(self, value: Value | None) -> tuple[Told, Content, tuple[Action, ...]]:
        """What it is, what is next, and the actions of a goal."""
        plan, today = self._services.plan, self._services.clock.today()
        goals, actions = plan.goals.all(), plan.actions.all()
        if value is None:
            return Told(), Content(""), ()
        shown = self._shown(value)
        if isinstance(value, Area):
            texts = area_text(value, [each for each in goals if each.area_id == value.id], shown, today)
            return Told(value.id, _("Competence area"), *texts), next_line(after_area(value, goals), today), ()
        if isinstance(value, Goal):
            area = find(plan.areas, value.area_id) if value.area_id else None
            told = Told(value.id, _("Goal"), *goal_text(value, area, actions, shown, today))
            mine = in_order(each for each in actions if each.goal_id == value.id)
            return told, next_line(after_goal(value, actions, today), today), mine
        goal = find(plan.goals, value.goal_id) if value.goal_id else None
        workshop = find(plan.workshops, value.workshop_id) if value.workshop_id else None
        told = Told(value.id, _("Action"), *action_text(value, goal, workshop, shown, today))
        return told, next_line(after_action(value), today), ()

    def tell_of_workshop(self, workshop: Workshop) -> tuple[Told, Content, tuple[Action, ...]]:
        """What a workshop under way has come to."""
        head = workshop_head(workshop, self._services.clock.today())
        told = Told(workshop.id, _("Future workshop"), head, workshop_body(workshop, ()))
        return told, next_of_workshop(workshop), ()

    def _shown(self, value: Value) -> Evidence:
        """What shows a thing."""
        plan = self._services.plan
        seen = (
            self._services.log.heads(),
            self._services.trainings.all(),
            plan.areas.all(),
            plan.goals.all(),
            plan.actions.all(),
        )
        if self._seen != seen:
            self._seen, self._evidence = seen, plan.evidence()
        return self._evidence.get(value.id, Evidence())
