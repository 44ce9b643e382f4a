"""Choosing what a CV summary shows: which entries, whose insights are quoted, and which trainings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from learnlog.domain.entry import Entry
from learnlog.domain.training import Training
from learnlog.domain.values import Visibility
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import label
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.commands import bindings
from learnlog.text import N_
from learnlog.widgets.glyphs import mark
from learnlog.widgets.safe import line


class Picked(NamedTuple):
    """What is shown.

    Attributes:
        entry_ids: Entries whose texts are shown; None for those marked for the CV in the log.
        insight_ids: Entries whose insight is quoted; None for all shown.
        training_ids: Trainings that are told about; None for all.
    """

    entry_ids: tuple[str, ...] | None
    insight_ids: tuple[str, ...] | None
    training_ids: tuple[str, ...] | None


class CvEntriesScreen(LearnlogScreen[Picked]):
    """Tick the entries to show, and the insights to quote. Leaving keeps what was ticked."""

    MODE: ClassVar[str] = "talk"
    CSS_PATH = "cv_entries.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "entry", N_("Show or hide"), tooltip=N_("Show this in the summary, or leave it out.")),
        Binding("i", "insight", N_("Insight"), tooltip=N_("Quote what you learned, or leave it out.")),
        Binding("a", "all", N_("All"), tooltip=N_("Show everything of the period.")),
        Binding("n", "none", N_("None"), tooltip=N_("Show none of it.")),
        Binding(
            "r",
            "reset",
            N_("Those marked"),
            tooltip=N_("Show what is marked for your CV, and all trainings."),
        ),
        *bindings("+nav.back", nav_back=N_("Done")),
    ]
    HELP = N_(
        "Only what is ticked here is shown in the summary. The numbers in it count all entries of the period. An entry"
        " that is private is shown only if you tick it yourself. A training that you leave out is left out with what"
        " was shared of it."
    )

    def __init__(
        self, entries: Iterable[Entry], trainings: Iterable[Training], shown: Iterable[str], quoted: Iterable[str]
    ) -> None:
        """Offer what there is of the period.

        Args:
            entries: The entries, oldest first.
            trainings: The trainings, oldest first.
            shown: Ids of the entries and trainings shown now.
            quoted: Ids of the entries whose insight is quoted now.
        """
        super().__init__()
        self._entries = {entry.id: entry for entry in reversed(tuple(entries))}
        self._trainings = {training.id: training for training in reversed(tuple(trainings))}
        self._shown, self._quoted = set(shown), set(quoted)
        self._touched = False
        self._list = OptionList()

    def body(self) -> ComposeResult:
        """How many, and the list."""
        yield Static(id="count")
        yield self._list

    def on_mount(self) -> None:
        """Show them all."""
        options = [Option(self._prompt(uid), id=uid) for uid in (*self._trainings, *self._entries)]
        if not options:
            options.append(Option(Content(_("There is no entry in this period.")), disabled=True))
        self._list.add_options(options)
        self._list.focus()
        self._list.highlighted = 0
        self._count()

    def _count(self) -> None:
        shown = len(self._shown & self._entries.keys())
        text = ngettext(
            "{shown} of {count} entry shown", "{shown} of {count} entries shown", len(self._entries), shown=shown
        )
        if self._trainings:
            told, all_ = len(self._shown & self._trainings.keys()), len(self._trainings)
            text += " · " + ngettext(
                "{shown} of {count} training shown", "{shown} of {count} trainings shown", all_, shown=told
            )
        self.query_one("#count", Static).update(Content(text))

    def _prompt(self, uid: str) -> Content:
        """A training with its tick; or two lines: an entry with its tick, and its insight with its own."""
        tr = translator()
        if uid in self._trainings:
            training = self._trainings[uid]
            day = f"{numeric_date(training.last_on, tr)}  " if training.last_on else ""
            kind = f" · {tr.gettext('training')}"
            return Content.assemble(_tick(uid in self._shown), (day, "$muted"), line(training.title), (kind, "$muted"))
        entry = self._entries[uid]
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
        return Content("\n").join([first, second])

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
        self.action_entry()

    def action_entry(self) -> None:
        """Show the entry or training, or leave it out; with an entry comes its insight."""
        uid = self._chosen
        if uid is None:
            return
        if uid in self._shown:
            self._shown.discard(uid)
        else:
            self._shown.add(uid)
            self._quoted.add(uid)
        self._draw(uid)

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

    def action_all(self) -> None:
        """Show them all."""
        self._show((*self._entries, *self._trainings))

    def action_none(self) -> None:
        """Show none."""
        self._show(())

    def action_reset(self) -> None:
        """Show those marked in the log, and every training."""
        self._show((*(entry.id for entry in self._entries.values() if entry.show_in_cv), *self._trainings))

    def _show(self, ids: Iterable[str]) -> None:
        self._shown = set(ids)
        self._quoted = set(self._shown)
        for uid in (*self._trainings, *self._entries):
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
        trainings = tuple(each for each in self._trainings if each in self._shown)
        self.dismiss(
            Picked(
                None if shown == marked else tuple(each for each in self._entries if each in shown),
                None if quoted == told else tuple(each for each in self._entries if each in quoted),
                None if len(trainings) == len(self._trainings) else trainings,
            )
        )


def _tick(on: bool) -> Content:  # noqa: FBT001 - a tick is on or off
    return Content.styled("[✓] ", "$success") if on else Content.styled("[ ] ", "$muted")
