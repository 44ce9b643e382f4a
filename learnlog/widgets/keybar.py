"""The last line: the few keys that matter here. Textual's own footer is slower and composes many widgets."""

from __future__ import annotations

from textual.app import RenderResult
from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from learnlog.i18n.ambient import gettext as _

_PALETTE = "app.palette"
_HELP = "app.help"


class KeyBar(Widget):
    """Keys with what they do, from the bindings now in force; all of it can be clicked."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $panel; color: $foreground; }
    """

    def __init__(self) -> None:
        """Show the keys of the screen it stands on."""
        super().__init__()
        self._spots: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow the focus: other fields have other keys."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def render(self) -> RenderResult:
        """The line; what does not fit is left out from the right, but for help and the way to all commands."""
        self._spots.clear()
        entries = self._entries()
        palette = next((each for each in entries if each.binding.id == _PALETTE), None)
        others = [each for each in entries if each is not palette]
        last = self._last(palette)
        if self._width(others) > self.size.width - last.cell_length:
            last = self._last(palette, _("More"))
        parts: list[Content] = []
        x = 1
        for each in self._fitting(others, self.size.width - last.cell_length):
            part = self._entry(each)
            self._spots.append((x, x + part.cell_length, each.binding.key))
            parts += [part, Content("  ")]
            x += part.cell_length + 2
        if palette is not None:
            start = self.size.width - last.cell_length
            self._spots.append((start, self.size.width, palette.binding.key))
            parts += [Content(" " * (start - x)), last]
        return Content("").join([Content(" "), *parts])

    def _fitting(self, entries: list[ActiveBinding], room: int) -> list[ActiveBinding]:
        """Those that have room."""
        kept = list(entries)
        for each in reversed(entries):
            if self._width(kept) <= room:
                break
            if each.binding.id != _HELP:
                kept.remove(each)
        return kept

    def _entries(self) -> list[ActiveBinding]:
        """Shown bindings, one for each action, without keys that the focused field would take as text."""
        focused = self.screen.focused
        seen: dict[str, ActiveBinding] = {}
        for each in self.screen.active_bindings.values():
            binding = each.binding
            if not binding.show or not each.enabled or binding.action in seen:
                continue
            if is_typed(focused, binding):
                continue
            seen[binding.action] = each
        return list(seen.values())

    def _width(self, entries: list[ActiveBinding]) -> int:
        """How wide they are, each with a blank on either side."""
        return sum(self._entry(each).cell_length + 2 for each in entries)

    def _last(self, palette: ActiveBinding | None, short: str = "") -> Content:
        """The way to all commands, at the right; in one word where every cell counts."""
        if palette is None:
            return Content("")
        return Content.assemble(("▏", "$line"), self._entry(palette, short), " ")

    def _entry(self, each: ActiveBinding, short: str = "") -> Content:
        key = self.app.get_key_display(each.binding)
        return Content.assemble((key, "bold $accent"), " ", (short or each.binding.description, "$muted"))

    def on_click(self, event: Click) -> None:
        """Do what the key does."""
        for start, end, key in self._spots:
            if start <= event.x < end:
                self.app.simulate_key(key)


def is_typed(focused: Widget | None, binding: Binding) -> bool:
    """Whether the widget that has the focus would take the key as text."""
    if focused is None or binding.priority:
        return False
    return focused.check_consume_key(binding.key, _character(binding.key))


def _character(key: str) -> str | None:
    """The character a key types, if it is one."""
    if len(key) == 1:
        return key
    return {"question_mark": "?", "slash": "/", "colon": ":", "comma": ","}.get(key)
