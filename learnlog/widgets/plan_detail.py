"""One thing of the plan to read; of a goal also its actions, to go on with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.goal import Action
from learnlog.i18n.ambient import gettext as _
from learnlog.widgets.browse_list import BrowseList
from learnlog.widgets.detail import Detail, NextLine
from learnlog.widgets.plan_lists import action_row
from learnlog.widgets.row_list import Row


class Told(NamedTuple):
    """What is shown of a thing of the plan.

    Attributes:
        uid: Its id; empty for nothing.
        title: What kind of thing it is, in the interface's language.
        head: What comes before what is next.
        rest: What comes after that, and after the actions.
    """

    uid: str = ""
    title: str = ""
    head: Content = Content("")
    rest: Content = Content("")


class ActionList(BrowseList):
    """The actions of a goal."""

    def __init__(self) -> None:
        """An empty list."""
        super().__init__("actions")
        self._actions: Sequence[Action] = ()
        self._today = dt.date.min

    def put(self, actions: Sequence[Action], today: dt.date) -> None:
        """List these, in this order."""
        self._actions, self._today = actions, today
        self.styles.height = 2 * len(actions)
        self.draw()

    def rows(self) -> Sequence[Row]:
        """Two lines each."""
        return [action_row(each, self._today) for each in self._actions]


class PlanDetail(Detail):
    """An area, a goal or an action.

    Attributes:
        actions: The actions of a goal.
    """

    DEFAULT_CSS = """
    PlanDetail {
        & > Static { max-width: 74; }
        & > .next { margin: 1 0 0 0; }
        & > .heading { margin: 1 0 0 0; color: $primary; text-style: bold; }
        & > .rest { margin: 1 0 0 0; }
        & > ActionList { max-width: 74; }
    }
    """

    def __init__(self) -> None:
        """Nothing to read yet."""
        super().__init__()
        self._head = Static()
        self._next = NextLine(classes="next")
        self._heading = Static(classes="heading")
        self.actions = ActionList()
        self._rest = Static(classes="rest")

    def compose(self) -> ComposeResult:
        """In the order one asks: what, what now, what is done for it, the rest."""
        yield self._head
        yield self._next
        yield self._heading
        yield self.actions
        yield self._rest

    def show(self, told: Told, following: Content, actions: Sequence[Action], today: dt.date) -> None:
        """Show this, with what is next; another thing is read from its beginning.

        Args:
            told: What it is.
            following: What is next.
            actions: The actions of a goal.
            today: The owner's own day.
        """
        self.border_title = Content(told.title)
        self._head.update(told.head)
        self._next.update(following)
        self._next.display = bool(following.plain)
        self._heading.update(Content(_("Actions")))
        self._heading.display = self.actions.display = bool(actions)
        self.actions.put(actions, today)
        self._rest.update(told.rest)
        if self.shows(told.uid):
            self.actions.cursor = 0

    def enter(self) -> None:
        """Take the focus: to the actions, if there are any."""
        (self.actions if self.actions.display else self).focus()
