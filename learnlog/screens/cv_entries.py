"""Choosing what a CV summary shows: which entries, and whose insights are quoted."""

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
    """

    entry_ids: tuple[str, ...] | None
    insight_ids: tuple[str, ...] | None


class CvEntriesScreen(LearnlogScreen[Picked]):
    """Tick the entries to show, and the insights to quote. Leaving keeps what was ticked."""

    MODE: ClassVar[str] = "talk"
    CSS_PATH = "cv_entries.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "entry", N_("Show or hide"), tooltip=N_("Show this entry in the summary, or leave it out.")),
        Binding("i", "insight", N_("Insight"), tooltip=N_("Quote what you learned, or leave it out.")),
        Binding("a", "all", N_("All"), tooltip=N_("Show every entry of the period.")),
        Binding("n", "none", N_("None"), tooltip=N_("Show no entry.")),
        Binding("r", "reset", N_("Those marked"), tooltip=N_("Show the entries you have marked for your CV.")),
        *bindings("+nav.back", nav_back=N_("Done")),
    ]
    HELP = N_(
        "Only what is ticked here is shown in the summary. The numbers in it count all entries of the period. An entry"
        " that is private is shown only if you tick it yourself."
    )

    def __init__(self, entries: Iterable[Entry], shown: Iterable[str], quoted: Iterable[str]) -> None:
        """Offer the entries of the period.

        Args:
            entries: The entries, oldest first.
            shown: Ids of those shown now.
            quoted: Ids of those whose insight is quoted now.
        """
        super().__init__()
        self._entries = {entry.id: entry for entry in reversed(tuple(entries))}
        self._shown, self._quoted = set(shown), set(quoted)
        self._touched = False
        self._list = OptionList()

    def body(self) -> ComposeResult:
        """How many, and the list."""
        yield Static(id="count")
        yield self._list

    def on_mount(self) -> None:
        """Show them all."""
        options = [Option(self._prompt(entry), id=entry.id) for entry in self._entries.values()]
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
        self.query_one("#count", Static).update(Content(text))

    def _prompt(self, entry: Entry) -> Content:
        """Two lines: the entry with its tick, and its insight with its own."""
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
        return Content("\n").join([first, second])

    def _draw(self, entry_id: str) -> None:
        self._touched = True
        self._list.replace_option_prompt(entry_id, self._prompt(self._entries[entry_id]))
        self._count()

    @property
    def _chosen(self) -> Entry | None:
        place = self._list.highlighted
        if place is None or not self._entries:
            return None
        return self._entries[str(self._list.get_option_at_index(place).id)]

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_entry()

    def action_entry(self) -> None:
        """Show the entry, or leave it out; with it comes its insight."""
        entry = self._chosen
        if entry is None:
            return
        if entry.id in self._shown:
            self._shown.discard(entry.id)
        else:
            self._shown.add(entry.id)
            self._quoted.add(entry.id)
        self._draw(entry.id)

    def action_insight(self) -> None:
        """Quote its insight, or leave it out; an insight brings its entry with it."""
        entry = self._chosen
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
        self._show(self._entries)

    def action_none(self) -> None:
        """Show none."""
        self._show(())

    def action_reset(self) -> None:
        """Show those marked in the log."""
        self._show(entry.id for entry in self._entries.values() if entry.show_in_cv)

    def _show(self, ids: Iterable[str]) -> None:
        self._shown = set(ids)
        self._quoted = set(self._shown)
        for entry_id in self._entries:
            self._draw(entry_id)

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
            )
        )


def _tick(on: bool) -> Content:  # noqa: FBT001 - a tick is on or off
    return Content.styled("[✓] ", "$success") if on else Content.styled("[ ] ", "$muted")
