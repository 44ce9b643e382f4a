"""Fields on pages: turning, and finding the page a field is on."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import ContentSwitcher

from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import translator
from learnlog.widgets.field import Field


class PagedSheet(Horizontal):
    """All fields of a form, on pages; what stands beside them stays.

    A sheet composes a ``ContentSwitcher(initial=self.page)`` with a widget for each page, whose id is the page's.

    Attributes:
        pages: Id and English name of each page.
        page: Id of the page that is open.
    """

    class Changed(Message):
        """Something has been typed or chosen."""

    class Turned(Message):
        """Another page was opened.

        Attributes:
            page: Its id.
        """

        def __init__(self, page: str) -> None:
            self.page = page
            super().__init__()

    def __init__(self, pages: Sequence[tuple[str, str]]) -> None:
        """Make the pages: (id, English name) pairs. The first is open."""
        super().__init__()
        self.pages = tuple(pages)
        self.page = self.pages[0][0]

    def field(self, name: str) -> Field:
        """The field of a value."""
        raise NotImplementedError

    def opening(self, page: str) -> None:
        """A page is about to be opened."""

    def relabel(self) -> None:
        """Say everything in the interface's present language; what is typed stays."""
        raise NotImplementedError

    def turn(self, way: int) -> None:
        """Go to the page after or before."""
        names = [name for name, _title in self.pages]
        self.turn_to(names[(names.index(self.page) + way) % len(names)])

    def turn_to(self, page: str) -> None:
        """Open a page and go into its first field."""
        self.page = page
        self.query_one(ContentSwitcher).current = page
        self.opening(page)
        self.call_after_refresh(next(iter(self.query_one(f"#{page}").query(Field))).enter)
        self.post_message(self.Turned(page))

    def go_to(self, field: Field) -> None:
        """Go into a field, wherever it is."""
        page = next(each.id for each in field.ancestors if each.id in dict(self.pages))
        if page and page != self.page:
            self.turn_to(page)
        self.call_after_refresh(field.enter)

    def complain(self, error: InvalidInputError) -> list[Field]:
        """Say every problem at its field, and go to the first.

        Returns:
            The fields.
        """
        wrong = [self.field(name) for name, _problem in error.problems]
        for field, (_name, problem) in zip(wrong, error.problems, strict=True):
            field.complain(translator().say(problem))
        self.go_to(wrong[0])
        return wrong
