"""The plan side by side: areas, goals, what is next, and the thing that is meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from learnlog.domain.competence import ACTIVE_MAX, Area
from learnlog.domain.due import Due
from learnlog.domain.goal import Action, Goal
from learnlog.domain.workshop import Workshop
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext
from learnlog.widgets.browse_list import BrowseList
from learnlog.widgets.plan_detail import PlanDetail
from learnlog.widgets.plan_lists import AreaList, GoalList, NextList


class InPlan(NamedTuple):
    """All there is in the plan.

    Attributes:
        areas: The competence areas.
        goals: The goals.
        actions: The actions.
        due: What is due of it.
        workshops: The future workshops under way.
    """

    areas: tuple[Area, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    due: tuple[Due, ...] = ()
    workshops: tuple[Workshop, ...] = ()


class PlanPanes(Horizontal):
    """Three lists, of which one is meant; and beside them what is under its cursor.

    Attributes:
        areas: The competence areas.
        goals: The goals, and the actions without one.
        next: What is due.
        detail: The thing that is meant.
        meant: The list last used.
    """

    def __init__(self) -> None:
        """Nothing in them yet; the areas are meant."""
        super().__init__(id="panes")
        self.areas = AreaList()
        self.goals = GoalList()
        self.next = NextList()
        self.detail = PlanDetail()
        self.meant: BrowseList = self.areas
        self._due: tuple[Due, ...] = ()
        self._workshops: tuple[Workshop, ...] = ()

    def compose(self) -> ComposeResult:
        """Areas, goals above what is next, the thing."""
        yield self.areas
        with Vertical(id="middle"):
            yield self.goals
            yield self.next
        yield self.detail

    def on_mount(self) -> None:
        """The areas stand out."""
        self.mean(self.areas)

    def put(self, found: InPlan, today: dt.date, *, everything: bool) -> None:
        """Show the plan.

        Args:
            found: What is in it.
            today: The owner's own day.
            everything: Whether to show what rests and what is closed, too.
        """
        self._due, self._workshops = found.due, found.workshops
        ids = {each.id for each in found.goals}
        loose = [each for each in found.actions if each.goal_id not in ids and (everything or each.status.is_open)]
        goals = [each for each in found.goals if everything or each.status.is_open]
        self._say(found)
        self.areas.put([each for each in found.areas if everything or each.is_active], _counted(found.areas))
        self.goals.put(goals, found.actions, loose, today)
        self.next.put(found.due, found.workshops, today)

    def _say(self, found: InPlan) -> None:
        """Titles, and how much there is that is not shown."""
        closed = sum(1 for each in found.goals if not each.status.is_open)
        self.areas.border_title = Content(_("What my work requires"))
        self.areas.empty = _("Nothing yet. {key:plan.new} adds an area.")
        self.goals.border_title = Content(_("Goals"))
        words = ngettext("{count} closed: {key:plan.all}", "{count} closed: {key:plan.all}", closed)
        self.goals.border_subtitle = Content(words * bool(closed))
        self.goals.empty = _("No goal yet. {key:plan.goal} sets one.")
        self.next.border_title = Content(_("What is next"))
        self.next.empty = _("Nothing waits.")

    def mean(self, rows: BrowseList) -> None:
        """From now on the row under the cursor of this list is meant; only there it stands out."""
        self.meant = rows
        for each in (self.areas, self.goals, self.next):
            each.light(always=each is rows)

    @property
    def item(self) -> Due | None:
        """What is chosen among what is due; None where another list is meant."""
        if self.meant is not self.next:
            return None
        return next((each for each in self._due if each.key == self.next.chosen), None)

    @property
    def workshop(self) -> Workshop | None:
        """The workshop that is chosen to go on with; None where another list is meant, or what is due."""
        if self.meant is not self.next:
            return None
        return next((each for each in self._workshops if each.id == self.next.chosen), None)

    @property
    def key(self) -> str:
        """Id of what is meant; empty for nothing."""
        if self.meant is not self.next:
            return self.meant.chosen
        return (self.item.action_id or self.item.goal_id) if self.item else ""

    def go_to(self, uid: str, goal_id: str = "") -> None:
        """Move a cursor to something; an action that is not listed, to its goal."""
        for rows in (self.areas, self.goals):
            if rows.select(uid) or (goal_id and rows.select(goal_id)):
                self.mean(rows)
                return


def _counted(areas: Sequence[Area]) -> str:
    """How many areas are in use, and how many rest, in words."""
    active = sum(1 for each in areas if each.is_active)
    hidden = len(areas) - active
    said = [_("{count} of at most {most}", count=active, most=ACTIVE_MAX)]
    if hidden:
        said.append(ngettext("{count} rests: {key:plan.all}", "{count} rest: {key:plan.all}", hidden))
    return " · ".join(said)
