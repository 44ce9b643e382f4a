"""Help: what this place is for, what has the focus, and which keys work here."""

from __future__ import annotations

from textwrap import wrap
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from learnlog.i18n.ambient import gettext as _
from learnlog.screens.base import LearnlogDialog
from learnlog.screens.textual_words import TEXTUAL_WORDS
from learnlog.text import N_
from learnlog.widgets.keybar import is_typed

WIDTH, KEY_WIDTH = 84, 16
BETWEEN = " · "


class HelpScreen(LearnlogDialog[None]):
    """A page about the place it was opened from."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1,question_mark", "back", N_("Back"), show=False)]

    def __init__(self, about: Screen[Any]) -> None:
        """Explain a screen.

        Args:
            about: The screen, and in it whatever has the focus.
        """
        super().__init__()
        self._about = about

    def body(self) -> ComposeResult:
        """Words first, then keys."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(_("Help"))
            box.border_subtitle = Content(_("{key:nav.back} closes"))
            with VerticalScroll():
                yield Static(Content("\n\n").join([*self._words(), *self._keys()]))

    def on_mount(self) -> None:
        """Arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def _words(self) -> list[Content]:
        """What the focused thing and the screen say about themselves."""
        found: list[str] = []
        node = self._about.focused or self._about
        for each in node.ancestors_with_self:
            text = getattr(each, "HELP", None)
            if text and _(text) not in found:
                found.append(_(text))
        return [Content(text) for text in found]

    def _keys(self) -> list[Content]:
        """Our own keys here, then the keys of the field or list that has the focus, then those that work everywhere."""
        here: list[Content] = []
        within: list[Content] = []
        everywhere: list[Content] = []
        common = {_(words) for words in TEXTUAL_WORDS}
        seen: set[tuple[str, str]] = set()
        for active in self._about.active_bindings.values():
            binding = active.binding
            mark = (binding.action, binding.description)
            if binding.system or not binding.description or mark in seen or is_typed(self._about.focused, binding):
                continue
            seen.add(mark)
            rows = (
                everywhere
                if active.node is self.app
                else within
                if not binding.id and binding.description in common
                else here
            )
            rows.append(self._row(active, self._all_keys(active)))
        groups = ((_("Keys here"), here), (_("Keys everywhere"), everywhere), (_("Keys in the field or list"), within))
        return [Content("\n").join([Content.styled(title, "bold $primary"), *rows]) for title, rows in groups if rows]

    def _all_keys(self, active: ActiveBinding) -> list[str]:
        """Every key of the same command."""
        return [
            self.app.get_key_display(each.binding)
            for each in self._about.active_bindings.values()
            if each.binding.action == active.binding.action and each.node is active.node
        ]

    def _row(self, active: ActiveBinding, keys: list[str]) -> Content:
        """Keys, and beside them the words, in a column of their own however many lines they take."""
        names = ""
        for key in dict.fromkeys(keys):
            both = BETWEEN.join(filter(None, (names, key)))  # a blank alone would read as one key after the other
            if not names or len(both) <= KEY_WIDTH:
                names = both
        words = wrap(
            _(active.tooltip or active.binding.description), min(self.app.size.width * 96 // 100, WIDTH) - 9 - KEY_WIDTH
        )
        indent = "\n" + " " * (KEY_WIDTH + 1)
        return Content.assemble((f"{names:<{KEY_WIDTH}}", "$accent"), " ", indent.join(words))
