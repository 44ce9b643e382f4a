"""The first line: what the app is called, its main screens, and whose log it is."""

from __future__ import annotations

from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import key_of
from learnlog.widgets.safe import cut, line


class Tab(NamedTuple):
    """A main screen, as the bar shows it.

    Attributes:
        mode: Its id.
        command: Id of the command that goes there.
        title: Its name, untranslated.
    """

    mode: str
    command: str
    title: str


class NavBar(Widget):
    """One line to see where one is, and to go elsewhere by a click."""

    DEFAULT_CSS = """
    NavBar { dock: top; height: 1; background: $panel; color: $foreground; }
    """

    class Chosen(Message):
        """A main screen was clicked.

        Attributes:
            mode: Its id.
        """

        def __init__(self, mode: str) -> None:
            """Keep which."""
            self.mode = mode
            super().__init__()

    def __init__(self, tabs: tuple[Tab, ...], active: str, owner: str = "", mark: str = "") -> None:
        """Show these.

        Args:
            tabs: The main screens.
            active: Id of the one that is open.
            owner: Whose log it is; shown when there is room.
            mark: A word beside the name that must not be missed, such as that this is sample data.
        """
        super().__init__()
        self._tabs = tabs
        self._active = active
        self._owner = owner
        self._mark = mark
        self._spots: list[tuple[int, int, str]] = []

    def belongs_to(self, owner: str) -> None:
        """Show this owner from now on: the name may have been told, or changed, on another screen."""
        if owner != self._owner:
            self._owner = owner
            self.refresh()

    def render(self) -> RenderResult:
        """The line, as wide as the terminal; notes where each name stands."""
        parts: list[Content] = []
        if self._mark:
            parts.append(Content.styled(f" {self._mark} ", "bold $chip on $accent"))
            parts.append(Content(" "))  # without colours the mark and the first screen's name look alike
        tabs = self._fitting(self.size.width - sum(part.cell_length for part in parts))
        name = Content.styled(" learnlog ", "bold $accent")
        if sum(part.cell_length for part in (name, *parts, *tabs)) <= self.size.width:
            parts.insert(0, name)  # what it is called is known; where one can go must be seen
        x = sum(part.cell_length for part in parts)
        self._spots.clear()
        for tab, part in zip(self._tabs, tabs, strict=True):
            self._spots.append((x, x + part.cell_length, tab.mode))
            x += part.cell_length
            parts.append(part)
        room = self.size.width - x - 2
        if self._owner and room >= len(self._owner):
            owner = cut(line(self._owner, "$muted"), room)
            parts += [Content(" " * (room + 1 - owner.cell_length)), owner, Content(" ")]
        return Content("").join(parts)

    def _fitting(self, room: int) -> list[Content]:
        """The main screens; where there is too little room, the longest names keep only their first word."""
        names = [_(tab.title) for tab in self._tabs]
        tabs = [self._tab(tab, name) for tab, name in zip(self._tabs, names, strict=True)]
        for at in sorted(range(len(names)), key=lambda at: -len(names[at])):
            if sum(tab.cell_length for tab in tabs) <= room:
                break
            tabs[at] = self._tab(self._tabs[at], names[at].split()[0])
        return tabs

    def _tab(self, tab: Tab, name: str) -> Content:
        """Key and name of a main screen."""
        if tab.mode == self._active:
            return Content.styled(f" {key_of(tab.command)} {name} ", "bold $chip on $primary")
        return Content.assemble((f" {key_of(tab.command)} ", "$muted"), name, " ")

    def on_click(self, event: Click) -> None:
        """Go to the screen whose name was clicked."""
        for start, end, mode in self._spots:
            if start <= event.x < end:
                self.post_message(self.Chosen(mode))
