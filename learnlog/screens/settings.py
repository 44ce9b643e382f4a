"""Settings of this machine: language, look, motion, where the log lies, keys."""

from __future__ import annotations

import os
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from learnlog.domain.values import Language
from learnlog.errors import StorageError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.choices import of
from learnlog.screens.commands import COMMANDS, bindings
from learnlog.screens.keys import keys_said
from learnlog.text import N_
from learnlog.widgets.field import Field
from learnlog.widgets.fields import LineField
from learnlog.widgets.pickers import Choice
from learnlog.widgets.safe import line
from learnlog.widgets.segment_field import SegmentField
from learnlog.widgets.themes import THEME_NAMES, THEMES
from learnlog.widgets.toggle_field import ToggleField

KEY_WIDTH = 20


def themes() -> tuple[Choice, ...]:
    """Our themes."""
    return tuple(Choice(theme.name, _(THEME_NAMES[theme.name])) for theme in THEMES)


class SettingsScreen(LearnlogScreen[None]):
    """Everything is in force at once; there is nothing to save but the path."""

    CSS_PATH = "settings.tcss"
    HELP = N_(
        "Choose with the arrow keys; the change is made at once. These settings belong to this machine"
        " and lie in a file of their own, so the log itself is not changed."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("+nav.back", "form.save")

    def body(self) -> ComposeResult:
        """The choices, the paths, the keys."""
        self._make_fields()
        yield Static(Content.styled(_("Settings"), "bold"), id="what")
        with VerticalScroll(id="settings") as everything:
            everything.HELP = N_("The arrow keys scroll down to all keys and their names.")  # type: ignore[misc]  # as in Field
            yield self._language
            yield self._theme
            yield self._calm
            yield self._log
            yield from self._answers()
            yield Static(self._paths(), classes="block")
            yield Static(self._keys(), classes="block")
        self._language.put(translator().language.value)
        self._theme.put(self.app.theme)
        self._calm.put(self.services.preferences.settings.reduce_motion)
        self._log.put(self.services.locations.log)

    def _make_fields(self) -> None:
        """The choices, in the language of the moment."""
        self._language = SegmentField(
            "language",
            N_("Language"),
            of(Language),
            beside=(N_("Look"),),
            help_text=N_(
                "The language you see on the screen. What you have written stays as it is, and a document can have"
                " another language."
            ),
        )
        self._theme = SegmentField(
            "theme",
            N_("Look"),
            themes,
            beside=(N_("Language"),),
            help_text=N_(
                "Dark, light, or with the colours your terminal has been given. Without colours at all: start learnlog"
                " with NO_COLOR=1."
            ),
        )
        self._calm = ToggleField(
            "reduce_motion",
            N_("Less motion on the screen"),
            help_text=N_("Nothing slides or fades any more: what changes is there at once."),
        )
        self._log = LineField(
            "log",
            N_("Log file"),
            hint=N_("{key:form.save} keeps another path; it is used from the next start"),
            help_text=N_(
                "The file your log is kept in. You may choose a file in a synced or backed-up folder."
                " The file you use now is not moved: copy it there yourself first, if you want to go on with it."
            ),
        )

    def on_mount(self) -> None:
        """Begin with the language."""
        self._language.enter()

    def retranslate(self) -> None:
        """Say everything anew, and stay with the language: the next one may be the right one."""
        self.call_next(self._anew)

    async def _anew(self) -> None:
        await self.recompose()
        self._language.enter()

    def _answers(self) -> ComposeResult:
        """What has been said not to be about a client, if anything has, and the way to take it back."""
        try:
            kept = self.services.identity.kept
        except StorageError:  # a log that cannot be read is told of elsewhere
            kept = 0
        if kept:
            told = ngettext(
                "Of {count} thing you have said that it is not about a client. You are not asked about it.",
                "Of {count} things you have said that they are not about a client. You are not asked about them.",
                kept,
            )
            yield Static(Content.styled(told, "$muted"), id="kept", classes="block")
            yield Button(Content(_("Ask me again")), id="again")

    @on(Button.Pressed, "#again")
    @work(group="save")
    async def _ask_again(self) -> None:
        """Forget what was said: hints are shown again."""
        if await self.offload(self.services.identity.ask_again) is not None:
            self.notify(_("You are asked about it again."), markup=False)
            self.query("#kept, #again").remove()

    def _paths(self) -> Content:
        """Where things lie."""
        places = self.services.locations
        return Content("\n").join(
            [
                Content.styled(_("Where things lie"), "bold $primary"),
                Content.assemble((_("Data folder"), "$muted"), "  ", line(places.home)),
                Content.assemble((_("These settings"), "$muted"), "  ", line(places.settings)),
            ]
        )

    def _keys(self) -> Content:
        """Every command and its keys, by the name that the settings file uses."""
        rows = [
            Content.styled(_("Keys"), "bold $primary"),
            Content.styled(_("You may choose other keys under [keys] in the settings file, by these names."), "$muted"),
            Content.styled(_("For example: {line}", line='edit.undo = "F12, Ctrl+Z"'), "$muted"),
        ]
        own = self.services.preferences.settings.keys
        for command in COMMANDS:
            keys = " · ".join(keys_said(command.id, own))
            rows.append(
                Content.assemble(
                    line(f"{keys:<{KEY_WIDTH}}", "$accent"), f" {_(command.title)}  ", (command.id, "$muted")
                )
            )
        return Content("\n").join(rows)

    @on(Field.Changed)
    def _chosen(self, message: Field.Changed) -> None:
        """In force at once."""
        field = message.field
        if field is self._language:
            self.host.choose(language=str(field.raw))
        elif field is self._theme:
            self.host.choose(theme=str(field.raw))
        elif field is self._calm:
            self.host.choose(reduce_motion=bool(field.raw))

    def action_save(self) -> None:
        """Keep another path of the log."""
        path = os.path.abspath(os.path.expanduser(str(self._log.raw).strip()))
        if not str(self._log.raw).strip():
            self._keep_path("")
        elif os.path.isdir(path) or not os.path.isdir(os.path.dirname(path)):
            self._log.complain(_("Write the full name of a file in a folder that exists."))
        else:
            self._keep_path(path)

    @work(group="save")
    async def _keep_path(self, path: str) -> None:
        if await self.offload(self.services.preferences.keep_log, path) is not None:
            self._log.complain("")
            self.notify(_("Kept. The log at this path is opened the next time you start learnlog."), markup=False)

    def action_back(self) -> None:
        """Back to where one was."""
        self.dismiss(None)
