"""The line above the log: search, what the signs mean, how many there are; and the filter it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from learnlog.domain.entry import EntryHead
from learnlog.domain.filters import Filter, Sorting, shown
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.services.log import LearningLog
from learnlog.text import N_
from learnlog.widgets.legend import Legend
from learnlog.widgets.line_input import LineInput
from learnlog.widgets.safe import line

BY_DATE = frozenset({Sorting.NEWEST, Sorting.OLDEST})


class SearchLine(LineInput):
    """The line one searches in; its two keys stand in the footer."""

    HELP = N_(
        "Everything is shown that has all the words you write, wherever they stand in it. Enter goes to what was found."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("To the list"), tooltip=N_("Go to the entries that were found.")),
        Binding(
            "escape", "screen.back", N_("Show all"), tooltip=N_("Take away the search and the filter."), id="nav.back"
        ),
    ]


class LogBar(Horizontal):
    """What to show of the log, and in which order.

    Attributes:
        search: The line one searches in.
        filter: What to show.
        sorting: In which order.
    """

    class Changed(Message):
        """Something else is to be shown."""

    class Left(Message):
        """Enter: to the hits."""

    def __init__(self) -> None:
        """Everything, newest first."""
        super().__init__(id="find")
        self.search = SearchLine(id="search", compact=True)
        self.filter = Filter()
        self.sorting = Sorting.NEWEST
        self._signs = Legend("signs")
        self._count = Static(id="count")

    def compose(self) -> ComposeResult:
        """Search, signs, count."""
        yield Static(Content.styled(" / ", "bold $accent"), id="slash")
        yield self.search
        yield self._signs
        yield self._count

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return bool(self.filter.text.strip() or self.filter.narrows)

    def clear(self) -> None:
        """Show everything again."""
        self.filter = Filter()
        with self.prevent(LineInput.Changed):
            self.search.value = ""

    def next_sorting(self) -> None:
        """The next order."""
        orders = list(Sorting)
        self.sorting = orders[(orders.index(self.sorting) + 1) % len(orders)]

    def shown(self, log: LearningLog, heads: Sequence[EntryHead]) -> list[EntryHead]:
        """What search and filter let through, in order."""
        hits = log.matching(self.filter.text) if self.filter.text.strip() else None
        return shown(heads, self.filter, hits=hits, sorting=self.sorting, language=translator().language)

    def say(self, found: int, total: int) -> None:
        """How many there are, and what the signs mean or which filter is on."""
        self.search.placeholder = _("Search in the log")
        if self.narrows:
            count = _("{found} of {total}", found=found, total=total)
        else:
            count = ngettext("{count} entry", "{count} entries", total)
        self._count.update(Content.styled(f" {count}", "$accent" if self.narrows else "$muted"))
        if self.filter.narrows:
            text = ngettext(
                "{count} filter · {key:log.clear} shows all",
                "{count} filters · {key:log.clear} shows all",
                self.filter.narrows,
            )
            self._signs.say(Content.styled(text, "$accent"))
        else:
            self._signs.say(None)

    def nothing(self) -> Content:
        """What to do when nothing is shown."""
        if not self.narrows:
            return Content("\n\n").join(
                [
                    Content.styled(_("Your log is empty."), "bold"),
                    Content(
                        _("Press {key:log.new} to write your first entry. A title is enough; the rest can come later.")
                    ),
                    Content.styled(_("Or press {key:go.start} and write one line on the start screen."), "$muted"),
                ]
            )
        text = self.filter.text.strip()
        said = _("Nothing found for “{text}”.", text=text) if text else _("Nothing found.")
        return Content("\n\n").join(
            [line(said, "bold"), Content.styled(_("{key:nav.back} shows all entries again."), "$muted")]
        )

    @on(LineInput.Changed, "#search")
    def _typed(self, message: LineInput.Changed) -> None:
        """Search as one types."""
        message.stop()
        self.filter = self.filter._replace(text=message.value)
        self.post_message(self.Changed())

    @on(LineInput.Submitted, "#search")
    def _entered(self, message: LineInput.Submitted) -> None:
        message.stop()
        self.post_message(self.Left())
