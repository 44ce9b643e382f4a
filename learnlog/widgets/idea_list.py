"""What was written down in a phase of a workshop: line by line, with what is picked of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from learnlog.domain.goal import Action
from learnlog.i18n.ambient import translator
from learnlog.i18n.labels import label
from learnlog.text import N_
from learnlog.widgets.browse_list import BrowseList
from learnlog.widgets.plan_lists import deadline_words
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import line

PICKED = "✓"


class IdeaList(BrowseList):
    """Lines to go through; Enter and Space do with the one under the cursor what the phase is for."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "choose", N_("Pick or change"))]

    @property
    def is_cut(self) -> bool:
        """Whether the row under the cursor has no room to stand whole."""
        if not self.count:
            return False
        row = self._rows[self.cursor]
        return any(each.cell_length > self.content_size.width for each in row.lines)


def idea_rows(ideas: Sequence[str], picked: Collection[str], *, picking: bool) -> list[Row]:
    """Ideas, each with its number; where some are picked, those have a sign.

    Args:
        ideas: What was written, in its order.
        picked: Those that are picked.
        picking: Whether this is where they are picked.
    """
    width = len(str(len(ideas)))
    return [
        Row(each, (Content.assemble((f"{number:>{width}} ", "$muted"), *_sign(each in picked, picking), line(each)),))
        for number, each in enumerate(ideas, 1)
    ]


def _sign(is_picked: bool, picking: bool) -> list[tuple[str, str]]:  # noqa: FBT001 - read at a glance
    if is_picked:
        return [(f"{PICKED} ", "$success")]
    return [("  ", "")] if picking else []


def planned_rows(actions: Sequence[Action], today: dt.date) -> list[Row]:
    """What is to be done, each with how, who and the first step."""
    tr = translator()
    rows = []
    for each in actions:
        who = ", ".join(label(role, tr) for role in each.who)
        told = line(" · ".join(filter(None, [who, each.how, each.first_step])), "$muted")
        rows.append(Row(each.id, (line(each.what), Content.assemble("  ", told)), deadline_words(each.due_on, today)))
    return rows
