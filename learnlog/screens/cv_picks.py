"""Choosing what a CV summary shows: trainings, goals, needs, entries, and whose insights are quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from learnlog.domain.competence import Area
from learnlog.domain.entry import Entry
from learnlog.domain.goal import Goal
from learnlog.domain.training import Training
from learnlog.domain.values import Visibility
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.gaps import gap_told
from learnlog.i18n.labels import area_name, capital, label
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.commands import bindings
from learnlog.screens.cv_overview import Offered
from learnlog.text import N_
from learnlog.widgets.glyphs import mark
from learnlog.widgets.pick_list import PickList
from learnlog.widgets.safe import line

Part = Entry | Training | Goal | Area
PARTS = (
    (N_("Trainings"), 1),
    (N_("Goals"), 2),
    (N_("What is missing, or not used"), 3),
    (N_("Entries and insights"), 0),
)
"""Heading of a part of the list, and its place in what is offered: entries last, since there are most of them."""


class Picked(NamedTuple):
    """What is shown.

    Attributes:
        entry_ids: Entries whose texts are shown; None for those marked for the CV in the log.
        insight_ids: Entries whose insight is quoted; None for all shown.
        training_ids: Trainings that are told about; None for all.
        goal_ids: Goals that are told about; None for all.
        need_ids: Areas of which it is told what is missing or not used; None for all.
    """

    entry_ids: tuple[str, ...] | None
    insight_ids: tuple[str, ...] | None
    training_ids: tuple[str, ...] | None
    goal_ids: tuple[str, ...] | None
    need_ids: tuple[str, ...] | None


class CvPicksScreen(LearnlogScreen[Picked]):
    """Tick what to show, and the insights to quote. Leaving keeps what was ticked."""

    MODE: ClassVar[str] = "talk"
    CSS_PATH = "cv_picks.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "pick.one", "pick.insight", "pick.all", "pick.none", "pick.marked", "pick.part", "+nav.back",
        nav_back=N_("Done"),
    )  # fmt: skip
    HELP = N_(
        "Only what is ticked here is shown in the summary. The numbers in it count all entries of the period. An entry"
        " that is private is shown only if you tick it yourself. A training that you leave out is left out with what"
        " was shared of it, a goal with its actions."
    )

    def __init__(self, offered: Offered, shown: Iterable[str], quoted: Iterable[str]) -> None:
        """Offer what there is.

        Args:
            offered: What could be shown.
            shown: Ids of what is shown now.
            quoted: Ids of the entries whose insight is quoted now.
        """
        super().__init__()
        parts: tuple[Sequence[Part], ...] = (offered.entries[::-1], offered.trainings[::-1], *offered[2:])
        self._parts = tuple({each.id: each for each in found} for found in parts)
        self._all = {uid: each for found in self._parts for uid, each in found.items()}
        self._entries = {uid: each for uid, each in self._parts[0].items() if isinstance(each, Entry)}
        self._shown, self._quoted = set(shown), set(quoted)
        self._touched = False
        self._list = PickList()

    def body(self) -> ComposeResult:
        """How many, and the list."""
        yield Static(id="count")
        yield self._list

    def on_mount(self) -> None:
        """Ready to choose."""
        self._list.focus()

    def refresh_data(self) -> None:
        """Show them all, each part below its heading; the mark stays where it is."""
        if not self._list.is_mounted:
            return
        before, options = self._list.highlighted, []
        for heading, place in PARTS:
            if self._parts[place]:
                options.append(Option(Content.styled(_(heading), "bold $primary"), disabled=True))
                options += [Option(self._prompt(uid), id=uid) for uid in self._parts[place]]
        if not options:
            options.append(Option(Content(_("There is no entry in this period.")), disabled=True))
        self._list.clear_options()
        self._list.add_options(options)
        self._list.highlighted = before
        if before is None:
            self._list.action_first()
        self._count()

    def _count(self) -> None:
        shown = [sum(uid in self._shown for uid in found) for found in self._parts]
        every = [len(found) for found in self._parts]
        told = [
            ngettext("{shown} of {count} entry shown", "{shown} of {count} entries shown", every[0], shown=shown[0]),
            ngettext("{shown} of {count} training", "{shown} of {count} trainings", every[1], shown=shown[1]),
            ngettext("{shown} of {count} goal", "{shown} of {count} goals", every[2], shown=shown[2]),
            ngettext("{shown} of {count} need", "{shown} of {count} needs", every[3], shown=shown[3]),
        ]
        said = [text for text, count in zip(told, every, strict=True) if count] or told[:1]
        self.query_one("#count", Static).update(Content(" · ".join(said)))

    def _prompt(self, uid: str) -> Content:
        """What can be shown, with its tick; below an entry its insight, with its own."""
        value, tr = self._all[uid], translator()
        tick = _tick(uid in self._shown)
        if isinstance(value, Entry):
            return self._entry(value)
        if isinstance(value, Training):
            day = f"{numeric_date(value.last_on, tr)}  " if value.last_on else ""
            return Content.assemble(tick, (day, "$muted"), line(value.title))
        if isinstance(value, Goal):
            return Content.assemble(tick, line(value.title), (f"  {label(value.status, tr)}", "$muted"))
        told = gap_told(value, tr)
        return Content.assemble(tick, line(capital(area_name(value.name, tr))), line(f"  {told}", "$muted"))

    def _entry(self, entry: Entry) -> Content:
        """Two lines: an entry with its tick, and its insight with its own."""
        tr = translator()
        private = f" · {label(entry.visibility, tr)}" if entry.visibility is Visibility.PRIVATE else ""
        first = Content.assemble(
            _tick(entry.id in self._shown),
            (f"{numeric_date(entry.date, tr)}  ", "$muted"),
            mark(entry.arena),
            " ",
            line(entry.title),
            (private, "$muted"),
        )
        if not entry.insight.strip():
            return Content("\n").join([first, Content.styled("        " + _("no insight yet"), "$muted")])
        told = entry.id in self._shown and entry.id in self._quoted
        second = Content.assemble("    ", _tick(told), line(entry.insight, "" if told else "$muted"))
        return Content("\n").join([first, PickList.below(second)])

    def _draw(self, uid: str) -> None:
        self._touched = True
        self._list.replace_option_prompt(uid, self._prompt(uid))
        self._count()

    @property
    def _chosen(self) -> str | None:
        """Id of what the mark is at."""
        place = self._list.highlighted
        return None if place is None else self._list.get_option_at_index(place).id

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_pick()

    def action_pick(self) -> None:
        """Show it, or leave it out; with an entry comes its insight."""
        uid = self._chosen
        if uid is None:
            return
        if uid in self._shown:
            self._shown.discard(uid)
        else:
            self._shown.add(uid)
            self._quoted.add(uid)
        self._draw(uid)

    @on(PickList.BelowSelected)
    def _below(self) -> None:
        self.action_insight()

    def action_insight(self) -> None:
        """Quote its insight, or leave it out; an insight brings its entry with it."""
        entry = self._entries.get(self._chosen or "")
        if entry is None or not entry.insight.strip():
            return
        if entry.id in self._shown and entry.id in self._quoted:
            self._quoted.discard(entry.id)
        else:
            self._shown.add(entry.id)
            self._quoted.add(entry.id)
        self._draw(entry.id)

    def action_part(self) -> None:
        """Go to the next part of the list; from the last to the first."""
        firsts = [next(iter(self._parts[place])) for _heading, place in PARTS if self._parts[place]]
        places = [self._list.get_option_index(uid) for uid in firsts]
        here = -1 if self._list.highlighted is None else self._list.highlighted
        if places:
            self._list.highlighted = next((place for place in places if place > here), places[0])
            self._list.scroll_to_highlight(top=True)
            self._list.scroll_relative(y=-1, animate=False, immediate=True)  # its heading, too

    def action_all(self) -> None:
        """Show them all."""
        self._show(self._all)

    def action_none(self) -> None:
        """Show none."""
        self._show(())

    def action_reset(self) -> None:
        """Show the entries marked in the log, and everything else."""
        self._show(uid for uid, each in self._all.items() if not isinstance(each, Entry) or each.show_in_cv)

    def _show(self, ids: Iterable[str]) -> None:
        self._shown = set(ids)
        self._quoted = set(self._shown)
        for uid in self._all:
            self._draw(uid)

    def action_back(self) -> None:
        """Done: what is ticked is kept."""
        if not self._touched:
            self.dismiss(None)
            return
        marked = {entry.id for entry in self._entries.values() if entry.show_in_cv}
        shown = self._shown & self._entries.keys()
        told = {entry_id for entry_id in shown if self._entries[entry_id].insight.strip()}
        quoted = told & self._quoted
        self.dismiss(
            Picked(
                None if shown == marked else tuple(each for each in self._entries if each in shown),
                None if quoted == told else tuple(each for each in self._entries if each in quoted),
                *(self._ids(place) for place in (1, 2, 3)),
            )
        )

    def _ids(self, place: int) -> tuple[str, ...] | None:
        """Ids of what is ticked in a part; None for all of it, and what comes later with it."""
        found = self._parts[place]
        return None if self._shown >= found.keys() else tuple(uid for uid in found if uid in self._shown)


def _tick(on: bool) -> Content:  # noqa: FBT001 - a tick is on or off
    return Content.styled("[✓] ", "$success") if on else Content.styled("[ ] ", "$muted")
