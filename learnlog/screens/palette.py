"""All commands, and what stands in the log and in the plan, by typing a few letters of them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import Any, ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen

from learnlog.domain.folding import fold, words_in
from learnlog.domain.values import Language
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import short_date
from learnlog.i18n.labels import label
from learnlog.screens.base import LearnlogDialog
from learnlog.screens.commands import COMMANDS, command
from learnlog.screens.keys import keys_said
from learnlog.screens.modes import MODES
from learnlog.screens.palette_plan import OPENED, plan_rows
from learnlog.text import N_
from learnlog.widgets.glyphs import TRAINING, mark
from learnlog.widgets.line_input import LineInput
from learnlog.widgets.row_list import Row, RowList
from learnlog.widgets.safe import line
from learnlog.widgets.themes import THEME_NAMES, THEMES

MOST_ENTRIES = 40
_ORDER = {each.id: place for place, each in enumerate(COMMANDS)}
_NAMES = {command.id for command in COMMANDS} - {"app.palette", "nav.back", "form.save"}
_ELSEWHERE = {
    "log": ("log.new", "log.search", "log.filter", "log.bin", "log.mask"),
    "training": ("training.new", "training.search", "training.figures", "training.bin"),
    "plan": ("plan.area", "plan.goal", "plan.action", "plan.workshops", "plan.bin"),
    "talk": ("cv.talk", "cv.preview", "cv.export", "cv.entries"),
}
"""Main screen → what can be begun there from anywhere: nothing need be chosen first."""


class Palette(LearnlogDialog[str]):
    """Commands that can be used where one is, themes, languages, and what stands in the log."""

    CSS_PATH = "palette.tcss"
    HELP = N_("Write a few letters of what you want to do, or of an entry's title, and press Enter.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", N_("Up"), show=False, priority=True),
        Binding("down", "move(1)", N_("Down"), show=False, priority=True),
        Binding("pageup", "move(-8)", N_("Page up"), show=False, priority=True),
        Binding("pagedown", "move(8)", N_("Page down"), show=False, priority=True),
    ]

    def __init__(self, caller: Screen[Any]) -> None:
        """List what can be done on a screen.

        Args:
            caller: The screen it was opened from.
        """
        super().__init__()
        self._caller = caller
        self._commands: dict[str, tuple[Binding, DOMNode]] = {}
        self._search = LineInput(compact=True)
        self._rows = RowList("found", always=True)

    @staticmethod
    def is_open(app: App[Any]) -> bool:
        """Whether it is on top already."""
        return isinstance(app.screen, Palette)

    def body(self) -> ComposeResult:
        """The line to type in, and what was found."""
        self._search.placeholder = _("Search for a command or an entry")
        self._rows.empty = _("Nothing found.")
        with Vertical(classes="dialog"):
            yield self._search
            yield self._rows

    def on_mount(self) -> None:
        """List everything that can be done here."""
        for node in (self._caller.focused or self._caller).ancestors_with_self:
            for binding in chain.from_iterable(node._bindings.key_to_bindings.values()):  # noqa: SLF001
                # All of them, also those whose keys the field that has the focus takes as text.
                if binding.id in _NAMES and self.app._check_action_state(binding.action, node):  # noqa: SLF001
                    self._commands.setdefault(binding.id, (binding, node))
        self._search.focus()
        self._show("")

    @on(LineInput.Changed)
    def _typed(self, message: LineInput.Changed) -> None:
        self._show(message.value)

    def _show(self, text: str) -> None:
        """List what has all the typed words."""
        words = fold(text).split()
        choices = self._choices() + (self._begun_elsewhere() if words else [])
        found = [(row, f" {fold(said)}") for row, said in choices if words_in(words, fold(said))]
        # one may begin anywhere in a word, but whoever writes "goal" means no word that only ends so
        rows = [row for row, _said in sorted(found, key=lambda each: not words_in(_beginning(words), each[1]))]
        if words:
            rows += [*self._trainings(words), *plan_rows(self.services, words), *self._entries(words)]
        self._rows.show(rows)
        self._rows.cursor = 0

    def _choices(self) -> list[tuple[Row, str]]:
        """Commands, themes and languages, with the words each is found by."""
        found = []
        keys = self.services.preferences.settings.keys
        order = sorted(self._commands.items(), key=lambda item: (item[1][1] is self.app, _ORDER[item[0]]))
        for name, (binding, _node) in order:
            title, explanation = _(binding.description), _(binding.tooltip)
            key = Content(keys_said(name, keys)[0]).stylize("$accent")
            text = Content.assemble(title, "  ", (explanation, "$muted"))
            found.append((Row(f"do:{name}", (text,), key), f"{title} {explanation} {name}"))
        for theme in THEMES:
            title = _("Theme: {name}", name=_(THEME_NAMES[theme.name]))
            found.append((Row(f"theme:{theme.name}", (Content(title),)), f"{title} {theme.name}"))
        for language in Language:
            title = _("Language: {name}", name=label(language, translator()))
            found.append((Row(f"language:{language}", (Content(title),)), f"{title} language språk"))
        return found

    def _begun_elsewhere(self) -> list[tuple[Row, str]]:
        """Commands of other main screens, with the words each is found by."""
        if self.host.alone or self.app.current_mode not in MODES:
            return []
        found = []
        for mode, names in _ELSEWHERE.items():
            for each in (command(name) for name in names if name not in self._commands):
                title, explanation = _(each.title), _(each.explanation)
                text = Content.assemble(title, "  ", (explanation, "$muted"))
                found.append((Row(f"begin:{mode}:{each.id}", (text,)), f"{title} {explanation} {each.id}"))
        return found

    def _trainings(self, words: list[str]) -> list[Row]:
        """Trainings whose title has all the words."""
        sign = Content.styled(f"{TRAINING.glyph} ", TRAINING.style)
        return [
            Row(f"training:{each.id}", (Content.assemble(sign, line(each.title)),))
            for each in self.services.trainings.all()
            if words_in(words, fold(each.title))
        ]

    def _entries(self, words: list[str]) -> list[Row]:
        """Entries whose title has all the words, the newest first."""
        today = self.services.clock.today()
        rows = []
        for head in self.services.log.heads():
            if words_in(words, fold(head.title)):
                when = Content.styled(short_date(head.date, translator(), today), "$muted")
                rows.append(Row(f"entry:{head.id}", (Content.assemble(mark(head.arena), " ", line(head.title)),), when))
                if len(rows) == MOST_ENTRIES:
                    break
        return rows

    def action_move(self, by: int) -> None:
        """Move in the list while typing goes on."""
        self._rows.cursor = min(max(self._rows.cursor + by, 0), max(self._rows.count - 1, 0))

    @on(LineInput.Submitted)
    def _enter(self) -> None:
        self._rows.action_choose()

    @on(RowList.Chosen)
    def _chosen(self, message: RowList.Chosen) -> None:
        """Close, then do it."""
        app = self.app
        kind, _colon, name = message.key.partition(":")
        self.dismiss(None)
        if kind == "do":
            binding, node = self._commands[name]
            app.call_next(app.run_action, binding.action, node)
        elif kind in _OPENED:
            app.call_next(_OPENED[kind], app, name)
        else:
            app.call_next(self.host.choose, **{kind: name})

    def on_click(self, event: Any) -> None:  # noqa: ANN401 - Textual's Click
        """A click beside the frame closes it."""
        if event.widget is self:
            self.dismiss(None)


def _beginning(words: list[str]) -> list[str]:
    """These words where they begin a word."""
    return [f" {word}" for word in words]


def _open_entry(app: App[Any], entry_id: str) -> None:
    """Show an entry in the log."""
    from learnlog.screens.log import log_screen  # noqa: PLC0415 - built when asked for

    log_screen(app).select(entry_id)


def _open_training(app: App[Any], training_id: str) -> None:
    """Show a training among the trainings."""
    from learnlog.screens.trainings import trainings_screen  # noqa: PLC0415 - built when asked for

    trainings_screen(app).select(training_id)


async def _begin(app: App[Any], where: str) -> None:
    """Go to a main screen, and do something there that one can do; a form that lies open on it stays in sight."""
    mode, _colon, name = where.partition(":")
    await app.switch_mode(mode)
    screen, action = app.screen, command(name).action
    if screen is app.screen_stack[0] and app._check_action_state(action, screen):  # noqa: SLF001 - as above
        await app.run_action(action, screen)


_OPENED: dict[str, Callable[[App[Any], str], object]] = {
    "entry": _open_entry,
    "training": _open_training,
    "begin": _begin,
    **OPENED,
}
"""How what was found is shown, by its kind."""
