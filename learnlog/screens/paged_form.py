"""A form on pages: a head with the pages' names, what needs another look, the sheet, and what never to write."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ScreenResultType
from textual.widgets import Static

from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.screens.commands import bindings
from learnlog.screens.form import Form
from learnlog.text import Msg
from learnlog.widgets.paged_sheet import PagedSheet
from learnlog.widgets.problems import ProblemBar
from learnlog.widgets.safe import content
from learnlog.widgets.sections import Sections


class PagedForm(Form[ScreenResultType]):
    """A form whose fields stand on a sheet with pages.

    Attributes:
        sheet: The sheet; made by `make_sheet` when the form is drawn.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("form.next", "form.before")
    sheet: PagedSheet

    def make_sheet(self) -> PagedSheet:
        """The sheet with all fields."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """Head, pages, and the line on what never to write."""
        self.sheet = self.make_sheet()
        self._sections = Sections(self.sheet.pages)
        self._sections.display = len(self.sheet.pages) > 1
        with Horizontal(id="head"):
            yield Static(id="what")
            yield self._sections
        yield self.problems
        yield self.sheet
        yield Static(id="never")

    def show_head(self) -> None:
        """What is written here, and whether it is safe; and what never to write."""
        super().show_head()
        sentence = _("Write no names or identity numbers of clients or patients.")
        self.query_one("#never", Static).update(Content.assemble(("! ", "$warning"), content(sentence, "$muted")))

    def room_of_pages(self) -> int:
        """Columns that the pages' names take in the head."""
        return self._sections.get_content_width() if self._sections.display else 0

    def retranslate(self) -> None:
        """Say everything in the new language; what is typed stays."""
        self.sheet.relabel()
        self._sections.draw()
        self.show_head()

    def complain(self, error: InvalidInputError) -> None:
        """Show every problem at its field, on whichever page."""
        self.problems.show(self.sheet.complain(error))

    def point_out(self, problems: list[tuple[str, Msg]]) -> None:
        """Say something at fields, as far as the sheet has them."""
        known = [(name, said) for name, said in problems if self._has(name)]
        if known:
            self.complain(InvalidInputError(*known))

    def _has(self, name: str) -> bool:
        try:
            self.sheet.field(name)
        except KeyError:
            return False
        return True

    # -- pages --------------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A form of one page has none to turn."""
        if action == "turn":
            return len(self.sheet.pages) > 1
        return super().check_action(action, parameters)

    @on(PagedSheet.Changed)
    def _changed(self) -> None:
        self.typed()

    def action_turn(self, way: int) -> None:
        """Go to the page after or before."""
        self.sheet.turn(way)

    @on(Sections.Chosen)
    def _section(self, event: Sections.Chosen) -> None:
        self.sheet.turn_to(event.name)

    @on(PagedSheet.Turned)
    def _turned(self, event: PagedSheet.Turned) -> None:
        self._sections.mark(event.page)

    @on(ProblemBar.Chosen)
    def _to_problem(self, event: ProblemBar.Chosen) -> None:
        self.sheet.go_to(event.field)

    def action_back(self) -> None:
        """To the first page; from there out of the form. The draft stays."""
        first = self.sheet.pages[0][0]
        if self.sheet.page != first:
            self.sheet.turn_to(first)
        else:
            super().action_back()
