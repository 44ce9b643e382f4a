"""The owner's profile: what the CV says about its owner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from learnlog.domain.profile import AssignmentKind, CredentialKind, LanguageLevel, Profile, Role
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.screens.base import sentence
from learnlog.screens.commands import bindings
from learnlog.screens.doings import UndoingScreen
from learnlog.screens.form import Values
from learnlog.screens.part_form import PartForm
from learnlog.screens.profile_parts import ABOUT, LISTS, NEEDED, PARTS, Part, check_days
from learnlog.screens.profile_rows import about_rows, rows
from learnlog.text import N_
from learnlog.widgets.row_list import Row, RowList
from learnlog.widgets.safe import line

if TYPE_CHECKING:
    from learnlog.services.found import Found  # imported when something is seen

DRAFT = "profile"
"""Beginning of the names of this screen's drafts: ``profile.languages.2``."""
NEW = "new"
"""Stands for an item's place when it is a new one."""
_KINDS: dict[tuple[str, str], Any] = {
    ("assignments", "kind"): AssignmentKind,
    ("languages", "level"): LanguageLevel,
    ("credentials", "kind"): CredentialKind,
}
_USUAL: dict[str, Mapping[str, Any]] = {
    "assignments": {"kind": AssignmentKind.SUPERVISOR_1},
    "languages": {"level": LanguageLevel.B1},
    "credentials": {"kind": CredentialKind.EDUCATION},
}


class _Card(RowList):
    """One part of the profile. Where there is nothing yet, choosing adds."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", N_("Change"))]

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows, and which of how many the cursor is on."""
        super().show(rows)
        self.say_place()

    def watch_cursor(self) -> None:
        """The cursor has come to another row."""
        self.say_place()

    def on_resize(self) -> None:
        """There may be room for more, or for fewer."""
        self.say_place()

    def action_choose(self) -> None:
        """Change the chosen line, or add the first."""
        if self.count:
            super().action_choose()
        else:
            self.post_message(self.Chosen(self, NEW))

    def on_click(self, event: Click) -> None:
        """A click on nothing adds, too."""
        if not self.count:
            event.prevent_default()
            self.action_choose()


class ProfileScreen(UndoingScreen[None]):
    """Everything about the owner, on cards; Enter changes what is chosen."""

    MODE: ClassVar[str] = "profile"
    CSS_PATH = "profile.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "profile.edit", "profile.add", "profile.remove", "-edit.undo", "-edit.redo"
    )
    HELP = N_(
        "What stands here is the first page of your CV summary. Go between the cards with Tab, choose a line with the"
        " arrow keys, and press Enter to change it. There is no field for an identity number, on purpose."
    )

    def __init__(self) -> None:
        """Make the cards."""
        super().__init__()
        self._cards = {name: _Card(name, help_text=PARTS[name].empty) for name in PARTS}

    def body(self) -> ComposeResult:
        """Name above, cards below."""
        self._say()
        yield Static(id="who")
        with Horizontal(id="cards"):
            with Vertical():
                yield self._cards["about"]
                yield self._cards["work_history"]
            with Vertical():
                yield self._cards["credentials"]
                yield self._cards["assignments"]
                yield self._cards["languages"]

    def _say(self) -> None:
        for name, card in self._cards.items():
            card.border_title = Content(_(PARTS[name].title))
            card.empty = _(PARTS[name].empty)
            card.say_place()

    def on_mount(self) -> None:
        """Ready to choose."""
        self._cards["about"].focus()

    def refresh_data(self) -> None:
        """Show the profile as it is now."""
        if not self._cards["about"].is_mounted:
            return
        profile, today = self.services.profiles.get(), self.services.clock.today()
        name = line(profile.display_name, "bold") if profile.display_name else Content(_("Your profile"))
        about = " · ".join(each for each in (profile.job_title, profile.workplace) if each)
        self.query_one("#who", Static).update(Content.assemble(name, "   ", line(about, "$muted")))
        self._cards["about"].show(about_rows(profile))
        for part in LISTS:
            self._cards[part.name].show(rows(part, getattr(profile, part.name), today))

    def retranslate(self) -> None:
        """Say everything in the new language."""
        self._say()
        self.refresh_data()

    # -- which card, which row -----------------------------------------------------------------------------------------

    @property
    def _part(self) -> Part | None:
        """The part whose card has the focus."""
        return next((PARTS[name] for name, card in self._cards.items() if card.has_focus), None)

    @property
    def _place(self) -> int | None:
        """Place of the chosen item, if the card that has the focus has one."""
        part = self._part
        if part is None or part is ABOUT:
            return None
        key = self._cards[part.name].chosen
        return int(key) if key else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only lists have something to add or remove."""
        del parameters
        if action == "add":
            return self._part is not ABOUT
        return self._place is not None if action == "remove" else True

    # -- changing ------------------------------------------------------------------------------------------------------

    @on(RowList.Chosen)
    def _chosen(self, message: RowList.Chosen) -> None:
        """Change what was chosen."""
        part = PARTS[message.list.id or ""]
        if part is ABOUT:
            self._open(part, NEW, focus=message.key)
        else:
            self._open(part, message.key)

    def action_edit(self) -> None:
        """Change what is chosen."""
        if self._part is not None:
            self._cards[self._part.name].action_choose()

    def action_add(self) -> None:
        """Add to the list that has the focus."""
        if self._part is not None and self._part is not ABOUT:
            self._open(self._part, NEW)

    @work(group="form")
    async def _open(self, part: Part, place: str, typed: Mapping[str, Any] | None = None, focus: str = "") -> None:
        """Open the form of a part, or of one item of it."""
        form = self._form(part, place, self.services.profiles.get(), typed or {})
        self.app.push_screen(form)
        if focus:
            form.call_after_refresh(form.enter, focus)

    def _form(self, part: Part, place: str, profile: Profile, typed: Mapping[str, Any]) -> PartForm:
        """The form of a part, or of one item of it, with what was typed in it before."""
        if part is ABOUT:
            title, start = part.title, profile._asdict()
        elif place == NEW:
            title, start = part.adding, dict(_USUAL.get(part.name, {}))
        else:
            title, start = part.title, getattr(profile, part.name)[int(place)]._asdict()
        needed = {} if part is ABOUT or part.name == "assignments" else {_first(part): NEEDED[_first(part)]}
        return PartForm(
            title,
            part.fields(self.services.clock.today()),
            start,
            save=lambda values: self._saved(part, place, values, profile),
            draft=(f"{DRAFT}.{part.name}.{place}", typed),
            within=() if part is ABOUT else (part.name, place),
            again=self._form_at,
            needed=needed,
        )

    def _form_at(self, profile: Profile, found: Sequence[Found]) -> PartForm:
        """The form in which the first of these can be changed."""
        name, *place = found[0].path
        part = PARTS.get(name, ABOUT)
        return self._form(part, NEW if part is ABOUT else place[0], profile, {})

    def _saved(self, part: Part, place: str, values: Values, opened: Profile) -> Profile:
        """Save what a form says; called in the services' thread.

        Args:
            part: The part of the profile.
            place: Place of the item in its list when the form was opened; `NEW` for a new one.
            values: What the form says.
            opened: The profile when the form was opened: another window may have changed the list since.
        """
        profiles = self.services.profiles
        profile = profiles.get()
        if part is ABOUT:
            values["roles"] = tuple(Role(role) for role in values["roles"])
            changed = profile.revised(**values)
        else:
            for (owner, name), kind in _KINDS.items():
                if owner == part.name:
                    values[name] = kind(values[name])
            made = part.make(values)
            check_days(made)
            items = list(getattr(profile, part.name))
            before = None if place == NEW else getattr(opened, part.name)[int(place)]
            if before in items:
                items[items.index(before)] = made
            else:
                items.append(made)
            changed = profile.revised(**{part.name: tuple(items)})
        return profiles.save(changed)

    @work(group="form")
    async def action_remove(self) -> None:
        """Take the chosen item away; it can be taken back."""
        part, place = self._part, self._place
        if part is None or place is None:
            return
        profile = self.services.profiles.get()
        items = list(getattr(profile, part.name))
        del items[place]
        if await self._put(profile.revised(**{part.name: tuple(items)})):
            self.notify(_("Removed. {key:edit.undo} takes it back."), markup=False)

    async def _put(self, profile: Profile) -> bool:
        """Save a profile; whether it was saved."""
        try:
            saved = await self.offload(self.services.profiles.save, profile)
        except InvalidInputError as error:
            self.notify(sentence(error), severity="warning", markup=False)
            return False
        self.refresh_data()
        return saved is not None

    def take_draft(self, values: Mapping[str, Any]) -> None:
        """Go on with what was typed in a form of this screen."""
        _profile, name, place = [*str(values.get("form", "")).split("."), "", ""][:3]
        part = PARTS.get(name)
        if part is None:
            return
        known = part is ABOUT or place == NEW or (place.isdecimal() and self._has(part, int(place)))
        self._open(part, place if known else NEW, values)

    def _has(self, part: Part, place: int) -> bool:
        return place < len(getattr(self.services.profiles.get(), part.name))


def _first(part: Part) -> str:
    """The field of a part that names its items."""
    return {"languages": "name", "credentials": "title", "work_history": "place"}[part.name]
