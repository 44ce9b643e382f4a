"""The development plan: competence areas, goals, actions and future workshops, and what shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from learnlog.domain import competence
from learnlog.domain.clock import Clock
from learnlog.domain.competence import Area, NeedType
from learnlog.domain.entry import Entry
from learnlog.domain.evidence import Evidence, about, come_of, shown_by
from learnlog.domain.goal import Action, Goal
from learnlog.domain.training import Training
from learnlog.services.deeds import Deed, Deeds
from learnlog.services.plan_shelves import Areas, Goals, Workshops
from learnlog.storage.plan import entries_in_plan
from learnlog.storage.store import Store
from learnlog.storage.trainings import trainings_of
from learnlog.text import N_, Msg

L = TypeVar("L", Entry, Training)
"""What can belong to goals."""


class Plan:
    """What the owner can do with the plan. Every method that changes something is one line in the log.

    Attributes:
        areas: The competence areas.
        goals: The goals.
        actions: The actions; those of `goals`.
        workshops: The future workshops.
    """

    def __init__(self, store: Store, clock: Clock, deeds: Deeds) -> None:
        """Work on an opened log.

        Args:
            store: The log.
            clock: Where the time comes from.
            deeds: What was done in this window; shared with the other services, since undo takes back the last.
        """
        self.clock = clock
        self._store = store
        self._deeds = deeds
        self.areas = Areas(store, clock, deeds)
        self.goals = Goals(store, clock, deeds)
        self.actions = self.goals.actions
        self.workshops = Workshops(store, clock, deeds, self.goals)

    # -- what is missing ----------------------------------------------------------------------------------------------

    def gaps(self) -> dict[NeedType, tuple[Area, ...]]:
        """The active areas in which something is missing or not used, by what helps."""
        return competence.gaps(self.areas.all())

    # -- what shows it ------------------------------------------------------------------------------------------------

    def evidence(self) -> dict[str, Evidence]:
        """Id of an area, goal or action → what shows it, the newest first; what nothing shows is left out.

        All at once, since each look at it goes through the whole log.
        """
        heads, linked, trainings = self._store.entries.heads(), entries_in_plan(self._store), self._trainings()
        actions = self.actions.all()
        found = {area.id: about(area, heads, trainings) for area in self.areas.all()}
        found |= {goal.id: shown_by(goal, actions, linked, trainings) for goal in self.goals.all()}
        found |= {action.id: come_of(action, linked) for action in actions}
        return {uid: each for uid, each in found.items() if each.entries or each.trainings}

    def link(self, goal: Goal, entry_ids: Iterable[str], training_ids: Iterable[str]) -> None:
        """Say which entries and trainings belong to a goal: these, and no others. One save with one undo.

        Raises:
            NotFoundError: If there is no such entry or training; nothing is changed then.
            StorageError: If it could not be saved; nothing is changed then.
        """
        entries = _relinked(goal, entry_ids, entries_in_plan(self._store), self._store.entries.get)
        trainings = _relinked(goal, training_ids, self._trainings(), trainings_of(self._store).get)
        self._save_all(goal.title, entries, trainings)

    def link_action(self, action: Action, entry_ids: Iterable[str]) -> None:
        """Say which entries came of an action: these, and no others. An entry comes of one action at most.

        Raises:
            NotFoundError: If there is no such entry; nothing is changed then.
            StorageError: If it could not be saved; nothing is changed then.
        """
        ids = set(entry_ids)
        now = {each.id: each for each in entries_in_plan(self._store) if each.action_id == action.id}
        changed = [each._replace(action_id="") for uid, each in now.items() if uid not in ids]
        changed += [self._store.entries.get(uid)._replace(action_id=action.id) for uid in sorted(ids - now.keys())]
        self._save_all(action.what, changed, ())

    def blank_entry(self, goal: Goal | None, action: Action | None = None) -> Entry:
        """A new entry of today that shows a goal, or what came of an action; nothing is saved."""
        entry = Entry(id=self.goals.new_id(), date=self.clock.today(), goal_ids=(goal.id,) if goal else ())
        area = next((each for each in self.areas.all() if goal and each.id == goal.area_id), None)
        entry = entry._replace(areas=(area.name,) if area else ())
        if action is None:
            return entry
        return entry._replace(action_id=action.id, title=action.what, arena=action.arena or entry.arena)

    # -- within -------------------------------------------------------------------------------------------------------

    def _trainings(self) -> tuple[Training, ...]:
        return tuple(each for each in trainings_of(self._store).all() if not each.is_deleted)

    def _save_all(self, title: str, entries: Iterable[Entry], trainings: Iterable[Training]) -> None:
        now, revision = self.clock.now(), 0
        with self._deeds.together():
            for entry in entries:
                revision = self._store.entries.put(entry._replace(updated_at=now)).revision
            for training in trainings:
                revision = trainings_of(self._store).put(training._replace(updated_at=now)).revision
            if revision:
                self._deeds.remember(Deed(revision, Msg(N_("Saved: {title}"), {"title": title})))


def _relinked(goal: Goal, wanted: Iterable[str], linked: Iterable[L], get: Callable[[str], L]) -> list[L]:
    """Those whose links to a goal change, changed: what is wanted belongs to it, what is not does not any more."""
    ids = set(wanted)
    changed: list[L] = []
    now: set[str] = set()
    for each in linked:
        if goal.id in each.goal_ids:
            now.add(each.id)
            if each.id not in ids:
                changed.append(each._replace(goal_ids=tuple(uid for uid in each.goal_ids if uid != goal.id)))
    for uid in sorted(ids - now):
        found: L = get(uid)
        changed.append(found._replace(goal_ids=(*found.goal_ids, goal.id)))
    return changed
