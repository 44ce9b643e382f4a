"""The plan in three lists: competence areas with their levels, goals with how far they have come, what is next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from textual.content import Content
from textual.events import Resize

from learnlog.domain.competence import Area
from learnlog.domain.due import Due, DueKind
from learnlog.domain.goal import Action, ActionStatus, Goal, GoalStatus, lacks_daily_work, progress
from learnlog.domain.plan_next import PlanStep, after_action
from learnlog.domain.workshop import Workshop
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import due_words, short_date
from learnlog.i18n.labels import area_name, capital, label
from learnlog.widgets.browse_list import BrowseList
from learnlog.widgets.glyphs import TASK, URGENT, Look, mark
from learnlog.widgets.level_line import gap_words, level_line, use_words
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import line

NEAR = 30
"""Days within which one counts them."""
BAR = 8
"""Cells of a goal's progress."""
LEVELS, LEAST_LEVELS = 18, 10
"""Cells that the levels take where there is room, and at least."""
WORDS = 15
"""Cells for what stands behind the levels."""


def deadline_words(day: dt.date | None, today: dt.date) -> Content:
    """When something is to be ready: quietly when far ahead, as a task when near, as urgent when late."""
    if day is None:
        return Content("")
    days = (day - today).days
    if days > NEAR:
        return Content.styled(short_date(day, translator(), today), "$muted")
    look = URGENT if days < 0 else TASK
    return Content.styled(due_words(day, today, translator()), look.style)


def two_versions(words: Content, clashes: Sequence[object]) -> Content:
    """These words, or that one has to choose first."""
    return Content.styled(_("two versions"), URGENT.style) if clashes else words


class AreaList(BrowseList):
    """The competence areas: levels on a line, whether it is used, and what is missing, in words."""

    def __init__(self) -> None:
        """An empty list."""
        super().__init__("areas")
        self._areas: Sequence[Area] = ()
        self._said = ""

    def put(self, areas: Sequence[Area], said: str) -> None:
        """List these, in this order.

        Args:
            areas: The areas.
            said: How many there are, in words.
        """
        self._areas = areas
        self._said = said
        self.draw()
        self.say_place()

    def rows(self) -> Sequence[Row]:
        """Two lines each where there is room for that, else one; the levels only where no name is cut for them."""
        width, height = self.content_size
        if height >= 2 * len(self._areas):
            return [_area_rows(each, width) for each in self._areas]
        names = max((_name(each).cell_length for each in self._areas), default=0)
        words = max((_words(each).cell_length for each in self._areas), default=0)
        return [_area_row(each, names if names + LEAST_LEVELS + words + 2 <= width else 0) for each in self._areas]

    def say_place(self) -> None:
        """Say on the border how many there are, and where more of them are."""
        said = Content(self._said)
        self.border_subtitle = Content.assemble((self.hidden, "$accent"), " ", said) if self.hidden else said

    def watch_cursor(self) -> None:
        """Say where more are, too."""
        super().watch_cursor()
        self.say_place()

    def on_resize(self, event: Resize) -> None:
        """Another size shows more of them, or fewer."""
        super().on_resize(event)
        self.say_place()


def _name(area: Area) -> Content:
    style = "" if area.is_active and area.requirement is not None else "$muted"
    return line(capital(area_name(area.name, translator())), style)


def _area_rows(area: Area, width: int) -> Row:
    """Name and what is missing; below it the levels and whether it is used."""
    if not area.is_active:
        below = Content.styled(_("resting"), "$muted")
    elif area.requirement is None:
        below = Content.styled(_("nothing is required"), "$muted")
    else:
        below = level_line(area, max(min(LEVELS, width - 1 - WORDS), LEAST_LEVELS))
    used = Content.styled(use_words(area) if area.is_active else "", "$muted")
    return Row(area.id, (_name(area), below), two_versions(gap_words(area), area.clashes), used)


def _words(area: Area) -> Content:
    """What is to be said of an area on one line."""
    if area.is_active and area.requirement is not None:
        return two_versions(gap_words(area), area.clashes)
    return Content.styled(_("nothing is required") if area.is_active else _("resting"), "$muted")


def _area_row(area: Area, column: int) -> Row:
    """Name and what is missing on one line, and the levels behind a column of names, if there is one."""
    name = _name(area)
    if column and area.is_active and area.requirement is not None:
        name = Content.assemble(name, " " * (column - name.cell_length + 1), level_line(area, LEAST_LEVELS))
    return Row(area.id, (name,), _words(area))


class GoalList(BrowseList):
    """The goals, and after them the actions that lead to none."""

    def __init__(self) -> None:
        """An empty list."""
        super().__init__("goals")
        self._goals: Sequence[Goal] = ()
        self._actions: Sequence[Action] = ()
        self._loose: Sequence[Action] = ()
        self._today = dt.date.min

    def put(self, goals: Sequence[Goal], actions: Sequence[Action], loose: Sequence[Action], today: dt.date) -> None:
        """List these.

        Args:
            goals: The goals, in this order.
            actions: All actions, to tell how far the goals have come.
            loose: The actions to list after the goals.
            today: The owner's own day.
        """
        self._goals, self._actions, self._loose, self._today = goals, actions, loose, today
        self.draw()

    def rows(self) -> Sequence[Row]:
        """Two lines each."""
        width = self.content_size.width
        return [
            *(_goal_row(each, self._actions, self._today, width) for each in self._goals),
            *(action_row(each, self._today) for each in self._loose),
        ]


def progress_words(goal: Goal, actions: Sequence[Action], cells: int = BAR) -> Content:
    """How many of its actions are done: a line of so many cells, and the same in words."""
    done, of = progress(goal, actions)
    if not of:
        return Content.styled(_("no action yet"), "$muted")
    held = round(cells * done / of)
    words = _("{done} of {all} done", done=done, all=of) if cells > BAR else _("{done} of {all}", done=done, all=of)
    return Content.assemble(("━" * held, "$success"), ("─" * (cells - held), "$track"), " ", (words, "$muted"))


def _goal_row(goal: Goal, actions: Sequence[Action], today: dt.date, width: int) -> Row:
    """Title and deadline; below it how far it has come, and its status or what it lacks."""
    is_open = goal.status.is_open
    when = deadline_words(goal.deadline_on, today) if is_open else Content("")
    below = progress_words(goal, actions)
    status = two_versions(_goal_status(goal, actions), goal.clashes)
    if below.cell_length + status.cell_length >= width:
        below = progress_words(goal, actions, BAR // 2)
    return Row(goal.id, (line(goal.title, "" if is_open else "$muted"), below), when, status)


def _goal_status(goal: Goal, actions: Sequence[Action]) -> Content:
    if goal.status is GoalStatus.ACHIEVED:
        return Content.assemble(("✓ ", "$success"), (label(goal.status, translator()), "$muted"))
    if progress(goal, actions)[1] and lacks_daily_work(goal, actions):
        return Content.styled(_("none in daily work"), "$accent")
    return Content.styled(label(goal.status, translator()), "$muted")


class NextList(BrowseList):
    """What is due of the plan, and the workshops under way."""

    def __init__(self) -> None:
        """An empty list."""
        super().__init__("next")
        self._items: Sequence[Due] = ()
        self._workshops: Sequence[Workshop] = ()
        self._today = dt.date.min

    def put(self, items: Sequence[Due], workshops: Sequence[Workshop], today: dt.date) -> None:
        """List these, in this order; the workshops after what is late."""
        self._items, self._workshops, self._today = items, workshops, today
        self.draw()

    def rows(self) -> Sequence[Row]:
        """Two lines each where there is room for that, else one: what it is about, and by when."""
        roomy = self.content_size.height >= 2 * (len(self._items) + len(self._workshops))
        late = [each for each in self._items if each.days_left(self._today) < 0]
        return [
            *(self._row(each, roomy=roomy) for each in late),
            *(_workshop_row(each, roomy=roomy) for each in self._workshops),
            *(self._row(each, roomy=roomy) for each in self._items if each not in late),
        ]

    def _row(self, item: Due, *, roomy: bool) -> Row:
        late = item.days_left(self._today) < 0
        look = URGENT if late else TASK
        lines = [Content.assemble((f"{look.glyph} ", look.style), line(item.title))]
        if roomy:
            lines.append(Content.styled(f"  {label(KINDS[item.kind], translator())}", "$muted"))
        return Row(item.key, tuple(lines), deadline_words(item.due_on, self._today))


def _workshop_row(workshop: Workshop, *, roomy: bool) -> Row:
    """That a workshop can be gone on with."""
    lines = [Content.assemble((f"{TASK.glyph} ", TASK.style), line(workshop.question))]
    if roomy:
        lines.append(Content.styled(f"  {_('go on with the workshop')}", "$muted"))
    return Row(workshop.id, tuple(lines), Content.styled(_("under way"), "$muted"))


KINDS: dict[DueKind, PlanStep] = {
    DueKind.FIRST_STEP: PlanStep.TAKE_STEP,
    DueKind.ACTION: PlanStep.FOLLOW_UP,
    DueKind.GOAL: PlanStep.DECIDE,
}
"""What can be due of the plan, and what to do then."""
SIGNS: dict[ActionStatus, Look] = {
    ActionStatus.NOT_STARTED: Look("·", "$muted"),
    ActionStatus.STARTED: Look("◎", "$accent"),
    ActionStatus.STUCK: Look("!", "$warning"),
    ActionStatus.DONE: Look("✓", "$success"),
    ActionStatus.CANCELLED: Look("×", "$muted"),
}
"""How far an action has come, in a sign and a colour."""


def action_row(action: Action, today: dt.date) -> Row:
    """Sign and what is done; below it where, and how far; at the right by when."""
    tr = translator()
    sign = SIGNS[action.status]
    title = Content.assemble(
        (f"{sign.glyph} ", sign.style), line(action.what, "" if action.status.is_open else "$muted")
    )
    arena = Content.assemble(mark(action.arena), " ") if action.arena else Content("")
    who = ", ".join(label(each, tr) for each in action.who)
    below = Content.assemble("  ", arena, line(f"{label(action.status, tr)} · {who}", "$muted"))
    following = after_action(action)
    when = deadline_words(following.due_on, today) if following else Content("")
    return Row(action.id, (title, below), two_versions(when, action.clashes))
