"""Choosing what is in a shared copy, thing by thing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from learnlog.domain.entry import Entry
from learnlog.domain.goal import Action
from learnlog.domain.share import KINDS, Shared, SharedComment, SharedKind
from learnlog.domain.share_choice import Offer
from learnlog.domain.training import Training
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import area_name, capital
from learnlog.i18n.share_labels import CHOICES as CHOICE_NAMES
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.commands import bindings
from learnlog.text import N_
from learnlog.widgets.pick_list import PickList
from learnlog.widgets.safe import line


class ShareItemsScreen(LearnlogScreen[tuple[str, ...]]):
    """Tick what is in the copy. The answer is what was left out, by id."""

    MODE: ClassVar[str] = "talk"
    CSS_PATH = "share.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "given.pick", "given.all", "given.none", "+nav.back", nav_back=N_("Done")
    )
    HELP = N_(
        "Only what is ticked here is in the copy. What is private, or for another reader, is not on the list: it stays"
        " with you. An action that is left out with its goal stays, too."
    )

    def __init__(self, offer: Offer) -> None:
        """Offer what could be in the copy."""
        super().__init__()
        self._all = {each.id: each for each in offer.values}
        chosen = {each.id for each in offer.chosen}
        self._out = {uid for uid in self._all if uid not in chosen}
        self._list = PickList()

    def body(self) -> ComposeResult:
        """How many, and the list."""
        yield Static(id="count")
        yield self._list

    def on_mount(self) -> None:
        """Ready to choose."""
        self._list.focus()

    def refresh_data(self) -> None:
        """Show them all, each kind below its heading, the newest entries first; the mark stays where it is."""
        if not self._list.is_mounted:
            return
        before, options = self._list.highlighted, list[Option]()
        for kind in SharedKind:
            found = [each for each in self._all.values() if KINDS[type(each)] is kind]
            if found and kind in CHOICE_NAMES:
                options.append(Option(Content.styled(_(CHOICE_NAMES[kind]), "bold $primary"), disabled=True))
            if kind is SharedKind.ENTRY:
                found.reverse()
            options += [Option(self._prompt(each), id=each.id) for each in found]
        if not options:
            options.append(Option(Content(_("There is nothing to choose among.")), disabled=True))
        self._list.clear_options()
        self._list.add_options(options)
        self._list.highlighted = before
        if before is None:
            self._list.action_first()
        self._count()

    def _count(self) -> None:
        every = len(self._all)
        said = ngettext(
            "{shown} of {count} thing is in the copy",
            "{shown} of {count} things are in the copy",
            every,
            shown=every - len(self._out),
        )
        self.query_one("#count", Static).update(Content(said))

    def _prompt(self, value: Shared) -> Content:
        """A thing with its tick."""
        is_in = value.id not in self._out
        tick = Content.styled("[✓] ", "$success") if is_in else Content.styled("[ ] ", "$muted")
        day = value.date if isinstance(value, Entry) else value.last_on if isinstance(value, Training) else None
        return Content.assemble(
            tick,
            (f"{numeric_date(day, translator())}  " if day else "", "$muted"),
            "  " if isinstance(value, Action) and value.goal_id in self._all else "",
            line(_name(value)),
        )

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_pick()

    def action_pick(self) -> None:
        """Let it be in the copy, or leave it out; a goal takes its actions with it, and an action brings its goal."""
        place = self._list.highlighted
        uid = None if place is None else self._list.get_option_at_index(place).id
        if uid is None:
            return
        touched = [uid, *(each.id for each in self._all.values() if isinstance(each, Action) and each.goal_id == uid)]
        if uid in self._out:
            value = self._all[uid]
            touched += [value.goal_id] if isinstance(value, Action) and value.goal_id in self._all else []
            self._out.difference_update(touched)
        else:
            self._out.update(touched)
        self._draw(touched)

    def action_all(self) -> None:
        """Let everything be in the copy."""
        self._out.clear()
        self._draw(self._all)

    def action_none(self) -> None:
        """Leave everything out."""
        self._out.update(self._all)
        self._draw(self._all)

    def _draw(self, ids: Iterable[str]) -> None:
        for uid in ids:
            self._list.replace_option_prompt(uid, self._prompt(self._all[uid]))
        self._count()

    def action_back(self) -> None:
        """Done: what was ticked is kept."""
        self.dismiss(tuple(uid for uid in self._all if uid in self._out))


def _name(value: Shared) -> str:
    """What a thing is called."""
    if isinstance(value, Action):
        return value.what
    if isinstance(value, SharedComment):
        return value.text
    name: str = getattr(value, "title", "")
    return name or capital(area_name(getattr(value, "name", ""), translator()))
