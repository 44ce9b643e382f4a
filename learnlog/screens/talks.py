"""The development talks: the one to come, step by step, and those that were held."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, ClassVar

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.talk import Talk
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import due_words, short_date
from learnlog.i18n.labels import capital, label
from learnlog.screens import talk_asks as asks
from learnlog.screens import talk_forms as forms
from learnlog.screens import talk_moves as moves
from learnlog.screens.commands import bindings
from learnlog.screens.doings import Doing, DoingScreen, anything
from learnlog.screens.talk_rows import NEW, held_rows, looked_back, new_row, next_step, step_rows
from learnlog.text import N_
from learnlog.widgets.browse_list import BrowseList
from learnlog.widgets.hanging import HangingRows
from learnlog.widgets.row_list import RowList
from learnlog.widgets.safe import content

Call = Callable[[Any, Talk], Awaitable[object]]


async def _begin(screen: TalksScreen, _chosen: Talk | None = None) -> None:
    """A new talk: the facts are asked first."""
    await forms.write_facts(screen, screen.services.talks.blank())


async def _facts(screen: TalksScreen, talk: Talk) -> None:
    """Its facts; of one that was held, those that were written down."""
    await (forms.write_minutes if talk.is_held else forms.write_facts)(screen, talk)


def _is_to_come(talk: Talk) -> bool:
    return not talk.is_held


class TalksScreen(DoingScreen[None]):
    """The talk to come and what it still needs, what it looks back on, and the talks before."""

    MODE: ClassVar[str] = "talk"
    CSS_PATH = "talks.tcss"
    HELP = N_(
        "The talk with your manager, step by step: prepare it in ten minutes, read what you take with you, and write"
        " down what you agreed. Enter does what the row says. Everything from the last talk is kept, also the CV"
        " summary as it was shown: choose a talk below to read it. Nothing here is a score."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "talk.new", "talk.prepare", "talk.manager", "talk.read", "talk.hold", "talk.edit", "talk.year", "talk.delete",
        "talk.clash", "talk.bin", "+nav.back", "edit.undo", "edit.redo",
    )  # fmt: skip

    DOINGS: ClassVar[Mapping[str, Doing]] = {
        NEW: Doing(_begin),
        "facts": Doing(_facts, anything),
        "prepare": Doing(asks.prepare, _is_to_come),
        "manager": Doing(asks.prepare_managers, _is_to_come),
        "pack": Doing(moves.preview, anything),
        "hold": Doing(forms.write_minutes, _is_to_come),
        "evaluate": Doing(asks.evaluate, anything),
        "delete": Doing(moves.delete, anything),
        "restore": Doing(lambda screen, _chosen: moves.restore(screen)),
        "clash": Doing(moves.settle, lambda talk: bool(talk.clashes)),
    }

    def __init__(self) -> None:
        """Build the lists that are kept up to date."""
        super().__init__()
        self._steps = BrowseList("steps", help_text=N_("The steps of the talk to come: ✓ is done, › can be done now."))
        self._held = BrowseList("held", help_text=N_("The talks before, each with the CV summary as it was shown."))
        self._agreed = HangingRows("agreed")

    def body(self) -> ComposeResult:
        """The talk to come, what it looks back on, and the talks before."""
        yield Static(id="what")
        with Horizontal(id="panes"):
            with Vertical(id="talks"):
                yield self._steps
                yield self._held
            with VerticalScroll(id="back", classes="card") as agreed:
                agreed.HELP = N_("What you agreed in the talks before, and what became of it.")  # type: ignore[misc]  # as in Field
                yield self._agreed

    def on_mount(self) -> None:
        """What comes next has the focus."""
        self.refresh_data()
        coming = self.services.talks.coming()
        if coming is not None:
            self._steps.select(next_step(coming))
        self._steps.focus()

    # -- what is chosen -----------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> Talk | None:
        """The talk under the cursor of those that were held, while one is there; else the one to come."""
        if self._held.has_focus:
            return next((each for each in self.services.talks.all() if each.id == self._held.chosen), None)
        return self.services.talks.coming()

    def select(self, uid: str) -> None:
        """Go to this talk: among those that were held, or the one to come."""
        self.refresh_data()
        if any(each.id == uid and each.is_held for each in self.services.talks.all()):
            self._held.select(uid)
            self._held.focus()
        else:
            self._steps.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only one talk is prepared at a time."""
        if (action, parameters) == ("do", (NEW,)):
            return self.services.talks.coming() is None
        return super().check_action(action, parameters)

    # -- showing ------------------------------------------------------------------------------------------------------

    def refresh_data(self) -> None:
        """Show the talks as they are now."""
        if not self._steps.is_mounted:
            return
        talks, tr, today = self.services.talks, translator(), self.services.clock.today()
        coming, last = talks.coming(), talks.last()
        agreed_on = last.next_on if last else None
        self._steps.show(step_rows(coming, today) if coming else [new_row(agreed_on, today)])
        self._steps.border_title = Content(capital(label(coming.kind, tr)) if coming else _("The next talk"))
        self._steps.styles.height = self._steps.count + 2
        held = [each for each in talks.all() if each.is_held]
        self._held.show(held_rows(held, self.services.clock.today()))
        self._held.border_title = Content(_("Talks before"))
        self._held.empty = _("None yet. What you agree is kept here, and the CV summary as it was shown.")
        self._say(coming)
        self.refresh_bindings()

    def _say(self, coming: Talk | None) -> None:
        """When the talk is, and what it looks back on."""
        tr, today = translator(), self.services.clock.today()
        parts: list[str | tuple[str, str] | Content] = [(_("Development talk"), "bold")]
        if coming and coming.talk_on:
            said = short_date(coming.talk_on, tr, today), due_words(coming.talk_on, today, tr)
            parts += ["   ", " · ".join(dict.fromkeys(said))]  # today is both
        if coming and coming.who:
            parts += ["   ", content(coming.who, "$muted")]
        self.query_one("#what", Static).update(Content.assemble(*parts))
        back = self.services.talks.looking_back()
        days = ", ".join(short_date(each.talk_on, tr, today) for each in back.talks if each.talk_on)
        card = self.query_one("#back")
        card.border_title = Content(_("Agreed on {days}", days=days) if days else _("Looking back"))
        nothing = _("Nothing has been agreed in a talk yet. The first one looks back on the plan as it is.")
        self._agreed.show(looked_back(back) if back.talk else [(Content(""), Content.styled(nothing, "$muted"))])

    @on(BrowseList.Highlighted)
    def _moved(self) -> None:
        self.refresh_bindings()

    # -- doing --------------------------------------------------------------------------------------------------------

    @on(RowList.Chosen, "#steps")
    def _step(self, message: RowList.Chosen) -> None:
        self.action_do(message.key)

    @on(RowList.Chosen, "#held")
    def _read(self) -> None:
        self.action_do("pack")

    @on(BrowseList.Read)
    def _into(self) -> None:
        """The right arrow goes in as Enter does."""
        self.action_do("pack" if self._held.has_focus else self._steps.chosen)

    @work(group="doing")
    async def take_draft(self, values: Mapping[str, Any]) -> None:
        """Go on with a form that was left half filled in."""
        form, uid = str(values.get("form", "")), str(values.get("uid", ""))
        talk = next((each for each in self.services.talks.all() if each.id == uid), None)
        opening: dict[str, Call] = {
            forms.FACTS_FORM: forms.write_facts,
            forms.MINUTES_FORM: forms.write_minutes,
            asks.PREPARATION_FORM: asks.prepare,
            asks.MANAGERS_FORM: asks.prepare_managers,
            asks.EVALUATION_FORM: asks.evaluate,
        }
        if talk is not None and form in opening:
            await opening[form](self, talk)
        elif form == forms.FACTS_FORM:
            await _begin(self)
        else:
            await self.offload(self.services.drafts.drop, form, uid)
        self.refresh_data()

    def retranslate(self) -> None:
        """Say everything in the new language."""
        self.refresh_data()


async def talks_screen(app: App[Any]) -> TalksScreen:
    """Go to the talks; returns their screen."""
    await app.switch_mode(TalksScreen.MODE)
    found = next((each for each in app.screen_stack if isinstance(each, TalksScreen)), None)
    if found is None:
        found = TalksScreen()
        await app.push_screen(found)
    return found
