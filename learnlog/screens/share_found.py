"""Where in a shared copy somebody may be recognised, and what becomes of it: hide, keep, or change."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.sightings import taught
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.commands import bindings
from learnlog.services.found import Found
from learnlog.services.share_draft import Draft, must_be_handled
from learnlog.text import N_
from learnlog.widgets.pick_list import PickList
from learnlog.widgets.safe import line


class ShareFoundScreen(LearnlogScreen[frozenset[str]]):
    """Places, each with what to write instead. The answer is what is to be hidden, by digest."""

    MODE: ClassVar[str] = "talk"
    CSS_PATH = "share.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "sighting.hide", "sighting.keep", "sighting.change", "sighting.all", "+nav.back", nav_back=N_("Done")
    )
    HELP = N_(
        "What looks like a personal identity number stops the copy until you do something about it: hide it in the"
        " copy, change it in the log, or say that it is not about a client. The other places are hints: look at them,"
        " and decide yourself. learnlog cannot know every name."
    )

    def __init__(self, draft: Draft) -> None:
        """Show what was found in a copy."""
        super().__init__()
        self._found = list(draft.found)
        self._hidden = set(draft.hidden)
        self._list = PickList()

    def body(self) -> ComposeResult:
        """What to do, and the list."""
        yield Static(id="count")
        yield self._list

    def on_mount(self) -> None:
        """Those that stop the copy first."""
        self._found.sort(key=lambda each: not must_be_handled(each))
        self._list.focus()

    def refresh_data(self) -> None:
        """Show them."""
        if not self._list.is_mounted:
            return
        place = self._list.highlighted or 0
        self._list.clear_options()
        self._list.add_options([Option(self._prompt(each)) for each in self._found])
        if self._found:
            self._list.highlighted = min(place, len(self._found) - 1)
        stops = any(must_be_handled(each) and each.digest not in self._hidden for each in self._found)
        said = (
            _("Hide it in the copy, change it in the log, or say that it is not about a client.")
            if stops
            else _("Nothing here stops the copy. Look at it once more, and decide yourself.")
        )
        self.query_one("#count", Static).update(Content.styled(said, "$warning" if stops else "$muted"))

    def _prompt(self, found: Found) -> Content:
        """Where it is and what becomes of it; below, what it is and what to write instead."""
        say = translator().say
        if found.digest in self._hidden:
            state = Content.styled(f"[✓] {_('hidden')}  ", "$success")
        elif must_be_handled(found):
            state = Content.styled(f"[!] {_('stops the copy')}  ", "bold $error")
        else:
            state = Content.styled(f"[ ] {_('stands there')}  ", "$warning")
        first = Content.assemble(state, line(say(found.where)))
        return Content("\n").join([first, Content.assemble("    ", line(say(taught(found.sighting)), "$muted"))])

    @property
    def _chosen(self) -> Found | None:
        place = self._list.highlighted
        return self._found[place] if place is not None and place < len(self._found) else None

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_hide()

    def action_hide(self) -> None:
        """Hide it in the copy wherever it stands, or let it stand."""
        if self._chosen is not None:
            self._hidden ^= {self._chosen.digest}
            self.refresh_data()

    def action_all(self) -> None:
        """Hide all of it."""
        self._hidden = {each.digest for each in self._found}
        self.refresh_data()

    @work(group="keep", exclusive=True)
    async def action_keep(self) -> None:
        """Remember that it is not about a client; a valid number is refused, with the reason."""
        found = self._chosen
        if found is None:
            return
        if found.stops:
            self.notify(
                _("This is a valid personal identity number. Change it, or hide it in the copy."),
                severity="warning",
                markup=False,
            )
            return
        if await self.offload(self.services.identity.keep, found) is None:
            return
        self._hidden.discard(found.digest)
        self._found = [each for each in self._found if each.digest != found.digest]
        self.refresh_data()
        if not self._found:
            self.action_back()

    @work(group="keep", exclusive=True)
    async def action_change(self) -> None:
        """Change it where it was written, if that is an entry."""
        found = self._chosen
        if found is None:
            return
        if found.table != "entries":
            self.notify(
                _("Change it where it was written: {where}.", where=translator().say(found.where)), markup=False
            )
            return
        from learnlog.screens.entry_form import write_entry  # noqa: PLC0415 - built when asked for

        entry = await self.offload(self.services.log.get, found.uid)
        if entry is not None and await write_entry(self, entry) is not None:
            self.action_back()

    def action_back(self) -> None:
        """Done: what is hidden stays hidden."""
        self.dismiss(frozenset(self._hidden))
