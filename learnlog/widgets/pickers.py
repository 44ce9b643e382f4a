"""Lists to choose from, opened over a form: type to search, Enter to choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from learnlog.domain.folding import fold
from learnlog.domain.printable import cleaned
from learnlog.i18n.ambient import gettext as _
from learnlog.text import N_
from learnlog.widgets.fields import LineBox
from learnlog.widgets.pick_list import PickList
from learnlog.widgets.safe import line

T = TypeVar("T")
MOST = 200
"""So many choices are listed at once; typing finds the others."""


class Choice(NamedTuple):
    """Something that can be chosen.

    Attributes:
        value: What is stored.
        label: What is read, in the interface's language (or in the owner's words).
        group: Heading it stands under, in the interface's language; may be empty.
        mark: A glyph before the label; may be empty.
        style: Theme variable for the glyph, with ``$``; may be empty.
    """

    value: str
    label: str
    group: str = ""
    mark: str = ""
    style: str = ""

    def content(self) -> Content:
        """Glyph and label."""
        mark = Content(f"{self.mark} ").stylize(self.style) if self.mark and self.style else Content("")
        return Content.assemble(mark, line(self.label))


class _Search(LineBox):
    """The line one searches in; arrow keys move in the list below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.move('cursor_up')", show=False),
        Binding("down", "screen.move('cursor_down')", show=False),
        Binding("pageup", "screen.move('page_up')", show=False),
        Binding("pagedown", "screen.move('page_down')", show=False),
        Binding("space", "screen.tick", show=False, priority=True),
    ]


class Picker(ModalScreen[T]):
    """A searchable list in a frame."""

    DEFAULT_CSS = """
    Picker {
        align: center middle;
        background: $background 60%;
        & > Vertical {
            width: 60;
            max-width: 96%;
            height: auto;
            max-height: 90%;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
            border-subtitle-color: $muted;
            background: $surface;
            padding: 0 1;
        }
        & OptionList, & OptionList:focus {
            border: none;
            background: transparent;
            height: auto;
            max-height: 1fr;
            padding: 0;
            scrollbar-size-vertical: 1;
            & > .option-list--option-highlighted { background: $selected; color: $on-selected; text-style: bold; }
            & > .option-list--option-disabled { color: $muted; text-style: none; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", N_("Back"), show=False, id="nav.back"),
        Binding("f1", "app.open('help')", N_("Help"), show=False, id="app.help"),
    ]
    HELP = N_("Type a few letters to find something. The arrow keys go to it, and Enter chooses it.")
    KEYS: ClassVar[str] = ""
    TICKS: ClassVar[bool] = False

    def __init__(self, title: str, choices: Sequence[Choice], typed: str = "", *, own_words: bool = False) -> None:
        """Make the list.

        Args:
            title: What is chosen, in the interface's language.
            choices: What can be chosen.
            typed: What has been typed already.
            own_words: Whether something that is not in the list may be written.
        """
        super().__init__()
        self._title = title
        self._own_words = own_words
        self._choices = tuple(choices)
        self.search = _Search(typed, select_on_focus=False)
        self.list = PickList()
        self._shown: dict[str, Choice] = {}
        self._folded: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """The line to search in, and the list; the keys stand on the border."""
        self.list.can_focus = False
        with Vertical() as frame:
            frame.border_title = line(self._title)
            frame.border_subtitle = Content(_(self.KEYS))
            yield self.search
            yield self.list

    def on_mount(self) -> None:
        """Show everything, or what has been typed already."""
        self.fill(self.search.value)
        self.search.border_title = Content(_("Type to search"))
        self.search.cursor_position = len(self.search.value)
        self.search.focus()

    def matching(self, text: str) -> list[Choice]:
        """The choices whose label has every typed word, those that begin so first; and own words where welcome."""
        words = fold(text).split()
        found = [choice for choice in self._choices if all(word in self._read(choice) for word in words)]
        if words and not any(choice.group for choice in found):
            found.sort(key=lambda choice: not self._read(choice).startswith(words[0]))
        written = " ".join(cleaned(text).split())
        if self._own_words and written and all(fold(written) != fold(choice.label) for choice in self._choices):
            found.append(Choice(written, written, mark="+", style="$accent"))
        return found

    def _read(self, choice: Choice) -> str:
        """A label as it is searched in."""
        return self._folded.get(choice.label) or self._folded.setdefault(choice.label, fold(choice.label))

    def fill(self, text: str) -> None:
        """List what matches; of very much, the beginning."""
        every = self.matching(text)
        found = every[:MOST]
        self._shown = {f"o{place}": choice for place, choice in enumerate(found)}
        options: list[Option] = []
        group = ""
        for place, choice in enumerate(found):
            if choice.group != group:
                group = choice.group
                options.append(Option(line(group), disabled=True))
            options.append(Option(self.line(choice), id=f"o{place}"))
        if not options:
            nothing = _("Nothing fits. Erase some letters.") if text.strip() else _("There is nothing to choose yet.")
            options.append(Option(Content(nothing), disabled=True))
        most = _("the first {shown} of {count}: type to find the others", shown=len(found), count=len(every))
        self.search.border_subtitle = Content(most if len(every) > MOST else "")
        self.list.clear_options()
        self.list.add_options(options)
        self.list.highlighted = self.first(found)

    def first(self, found: list[Choice]) -> int | None:
        """Row of the list that is highlighted when it has been filled."""
        return self.row_of(0) if found else None

    def row_of(self, place: int) -> int:
        """Row of a choice in the list, headings counted."""
        return self.list.get_option_index(f"o{place}")

    def line(self, choice: Choice) -> Content:
        """How a choice is shown."""
        return choice.content()

    def chosen(self, choice: Choice) -> None:
        """Take a choice."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The space bar ticks, as in any list of ticks; within words that are searched for it is a space."""
        if action == "tick":
            return self.TICKS and not self.search.value
        return super().check_action(action, parameters)

    def action_move(self, how: str) -> None:
        """Move in the list."""
        getattr(self.list, f"action_{how}")()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.fill(event.value)

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        self.list.action_select()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.chosen(self._shown[str(event.option_id)])

    def on_click(self, event: events.Click) -> None:
        """A click beside the frame closes it."""
        if event.widget is self:
            self.action_close()

    def action_close(self) -> None:
        """Close without choosing."""
        self.dismiss(None)


class OnePicker(Picker[str | None]):
    """Choose one. The answer is its value; None when closed without choosing."""

    KEYS = N_("Enter choose · {key:nav.back} back")

    def __init__(
        self, title: str, choices: Sequence[Choice], present: str = "", typed: str = "", *, own_words: bool = False
    ) -> None:
        """Make the list; `present` is the value chosen now, `own_words` whether another may be written."""
        super().__init__(title, choices, typed, own_words=own_words)
        self._present = present

    def first(self, found: list[Choice]) -> int | None:
        """The present choice while nothing has been typed."""
        if not self.search.value:
            for place, choice in enumerate(found):
                if choice.value == self._present:
                    return self.row_of(place)
        return super().first(found)

    def chosen(self, choice: Choice) -> None:
        """Answer with it."""
        self.dismiss(choice.value)


class ManyPicker(Picker[tuple[str, ...]]):
    """Choose any number. The answer is their values, in the order chosen; Esc keeps what was ticked."""

    HELP = N_(
        "Type a few letters to find something. The arrow keys go to it; Enter ticks it, or takes the tick away. As many"
        " as you like. What is ticked is kept when you leave the list."
    )
    KEYS = N_("Enter tick or untick · {key:nav.back} done")
    TICKS = True

    def __init__(
        self, title: str, choices: Sequence[Choice], ticked: Sequence[str], typed: str = "", *, own_words: bool = False
    ) -> None:
        """Make the list; `own_words` says whether something that is not in it may be written."""
        extra = [Choice(value, value) for value in ticked if value not in {choice.value for choice in choices}]
        super().__init__(title, [*choices, *extra], typed, own_words=own_words)
        self._ticked = list(ticked)

    def line(self, choice: Choice) -> Content:
        """With its tick."""
        tick = Content("✓ ").stylize("$success") if choice.value in self._ticked else Content("  ")
        return Content.assemble(tick, choice.content())

    def chosen(self, choice: Choice) -> None:
        """Tick it, or take the tick away; own words join the list."""
        if choice.value in self._ticked:
            self._ticked.remove(choice.value)
        else:
            self._ticked.append(choice.value)
            if choice.mark == "+":
                self._choices = (*self._choices, choice._replace(mark="", style=""))
        place = next((key for key, each in self._shown.items() if each.value == choice.value), "")
        if self.search.value:
            self.search.value = ""
        elif place:
            self.list.replace_option_prompt(place, self.line(choice))

    def action_tick(self) -> None:
        """Tick what is under the cursor, or take the tick away."""
        self.list.action_select()

    def action_close(self) -> None:
        """Done."""
        self.dismiss(tuple(self._ticked))
