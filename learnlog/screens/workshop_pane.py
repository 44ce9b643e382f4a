"""One phase of a workshop: what it is for, the line to write on, what is there, and what helps from before."""

from __future__ import annotations

import datetime as dt

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from learnlog.domain import workshop_steps as steps
from learnlog.domain.workshop import Phase, Workshop
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext
from learnlog.screens.workshop_phases import PHASES, asked, beside, card_title
from learnlog.screens.workshop_sitting import Sitting
from learnlog.text import N_
from learnlog.widgets.fields import LineField
from learnlog.widgets.idea_list import IdeaList, idea_rows, planned_rows
from learnlog.widgets.pickers import Choice
from learnlog.widgets.safe import content
from learnlog.widgets.segment_field import SegmentField

ALONE, TEAM = "alone", "team"


def _ways() -> tuple[Choice, ...]:
    return Choice(ALONE, _("Alone")), Choice(TEAM, _("In a team"))


class PhasePane(Vertical):
    """The phase that is open.

    Attributes:
        line: Where one writes; in the first phase, the question.
        held: Whether it is held alone or in a team.
        ideas: What was written down.
    """

    def __init__(self) -> None:
        """Nothing is shown yet."""
        super().__init__(id="phase")
        self.line = LineField("line", "")
        self.line.sends = True
        self.held = SegmentField("in_team", N_("How do you hold it?"), _ways)
        self.ideas = IdeaList("ideas")
        self._whole = Static(id="whole")
        self._told = Static(id="told")
        self._come = Static(id="come")
        self._beside = VerticalScroll(self._come, id="beside", classes="card", can_focus=False)
        self._texts: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """What it is for; then the line above the list, and beside them what helps."""
        yield self._told
        with Horizontal(id="panes"):
            with Vertical(id="work"):
                yield self.line
                yield self.held
                yield self.ideas
                yield self._whole
            yield self._beside

    def open(self, sitting: Sitting, today: dt.date) -> None:
        """Show another phase, ready to write or to pick."""
        phase, is_question = sitting.phase, sitting.phase is Phase.QUESTION
        self.line.complain("")
        self.line.put(sitting.now.question if is_question else "")
        self.held.put(TEAM if sitting.now.in_team else ALONE)
        self.line.display = bool(PHASES[phase].write)
        self.held.display = is_question
        self.ideas.display = not is_question
        self.draw(sitting, today)
        to_pick = bool(steps.LINES[phase].picked)
        self.ideas.cursor = 0 if to_pick else max(self.ideas.count - 1, 0)
        if self.line.display and not (to_pick and self.ideas.count):
            self.line.enter()
        else:
            self.ideas.focus()

    def draw(self, sitting: Sitting, today: dt.date) -> None:
        """Show what stands in the phase now."""
        now, phase, told = sitting.now, sitting.phase, PHASES[sitting.phase]
        self.line.label = N_("Another wording; Enter keeps it") if sitting.old else told.write
        self.line.relabel()
        self._told.update(Content.assemble((asked(phase), "bold"), "\n", (_(told.sentence), "$muted")))
        come = beside(now, phase)
        self._beside.display = bool(come.plain)
        self._beside.border_title = Content(_("So far"))
        self._come.update(come)
        if phase is not Phase.QUESTION:
            self._list(now, phase, today)

    def _list(self, now: Workshop, phase: Phase, today: dt.date) -> None:
        picked = steps.picked_in(now, phase)
        if phase is Phase.ACTIONS:
            self._texts = {each.id: "\n".join(filter(None, [each.what, each.how])) for each in now.plans}
            self.ideas.show(planned_rows(now.plans, today))
        else:
            lines = steps.lines_in(now, phase)
            self._texts = {each: each for each in lines}
            self.ideas.show(idea_rows(lines, picked, picking=bool(steps.LINES[phase].picked)))
        self.ideas.empty = _(PHASES[phase].nothing)
        self.ideas.border_title = Content(card_title(phase))
        said = [str(self.ideas.count)] * bool(self.ideas.count)
        if phase in steps.PICKING:
            said.append(ngettext("{count} picked", "{count} picked", len(picked)))
        self.ideas.border_subtitle = Content(" · ".join(said))
        self.show_whole()

    def show_whole(self) -> None:
        """A line that has no room in the list is read below it."""
        self._whole.display = self.ideas.has_focus and self.ideas.is_cut
        if self._whole.display:
            self._whole.update(content(self._texts.get(self.ideas.chosen, "")))
