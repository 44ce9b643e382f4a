"""What a CV summary is made of: period, language, reader, and the owner's own words."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, TextArea

from learnlog.domain.selection import Selection
from learnlog.domain.values import Language
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import numeric_date
from learnlog.screens.choices import of
from learnlog.screens.cv_overview import Overview
from learnlog.screens.desk import Desk, Picks
from learnlog.text import N_
from learnlog.widgets.choice_field import ChoiceBox, ChoiceField
from learnlog.widgets.date_field import DateField
from learnlog.widgets.field import Field, Raw
from learnlog.widgets.fields import LineField, TextField

_TWELVE_MONTHS, _LAST_TALK = N_("empty: 12 months"), N_("empty: last talk")
"""What an empty first day means."""


class CvDesk(Desk):
    """The fields, and a box that opens the list of what is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "leave", N_("Leave the text"), tooltip=N_("Leave the text; it stays as it is."), id="nav.back"
        ),
    ]

    class PicksWanted(Message):
        """Entries and insights are to be chosen."""

    def __init__(self, today: dt.date) -> None:
        """Make the fields; `today` is the day that "yesterday" is the day before of."""
        super().__init__((*_facts(today), *_texts()))
        self._picks = Picks(
            "picks",
            N_(
                "Opens the list of what the summary can show. The numbers in it count everything in the period; texts"
                " stand in it only if you choose them."
            ),
        )

    def compose(self) -> ComposeResult:
        """Two rows of short fields, the texts, and what is shown."""
        since, until, language, reader, year, wishes = self._fields.values()
        with Horizontal(classes="row"):
            yield since
            yield until
        with Horizontal(classes="row"):
            yield language
            yield reader
        yield year
        yield wishes
        yield self._picks

    def on_mount(self) -> None:
        """Say what the last box is."""
        self.name_boxes()

    def name_boxes(self) -> None:
        """Say what the last box is."""
        self._picks.border_title = Content(_("What the summary shows"))

    def fill(self, selection: Selection) -> None:
        """Show what was chosen last time."""
        self.stored(selection)
        self.put(self.start)

    def stored(self, selection: Selection) -> None:
        """Know what is in the log, and show it where nothing else has been typed."""
        before, self.start = self.start, _raws(selection)
        for name, field in self._fields.items():
            if field.raw == before.get(name) != self.start[name]:
                field.put(self.start[name])

    def read(self, base: Selection) -> Selection:
        """What stands here, with the rest of `base`.

        Raises:
            InvalidInputError: If a date cannot be read.
        """
        values: dict[str, Any] = {name: field.value for name, field in self._fields.items()}
        language = values.pop("language")
        return base._replace(**values, language=Language(language) if language else None)

    def complain(self) -> None:
        """Say which date cannot be read."""
        for field in self.query(DateField):
            field.check()

    def show_picks(self, seen: Overview) -> None:
        """Say how much is shown."""
        entries, trainings, goals, needs = (seen.count(part) for part in range(len(seen.offered)))
        since = self._fields["from_on"]
        since.hint = _LAST_TALK if seen.since_talk else _TWELVE_MONTHS
        if not since.raw:
            since.show_hint()
        said = [_("{shown} of {all} shown", shown=entries, all=len(seen.offered.entries))]
        said += [ngettext("{count} training", "{count} trainings", trainings)] * bool(seen.offered.trainings)
        said += [ngettext("{count} goal", "{count} goals", goals)] * bool(seen.offered.goals)
        said += [ngettext("{count} need", "{count} needs", needs)] * bool(seen.offered.areas)
        said.append(ngettext("{count} insight quoted", "{count} insights quoted", len(seen.quoted)))
        self._picks.update(Content.assemble(" · ".join(said), (" ▾", "$muted")))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a text can be left; elsewhere Esc is the screen's."""
        if action == "leave":
            return isinstance(self.screen.focused, Input | TextArea)
        return super().check_action(action, parameters)

    def action_leave(self) -> None:
        """From a text to where single keys work."""
        self._picks.focus()

    @on(ChoiceBox.Opened, "#picks")
    def _open_picks(self, event: ChoiceBox.Opened) -> None:
        event.stop()
        self.post_message(self.PicksWanted())


def _facts(today: dt.date) -> tuple[Field, ...]:
    return (
        DateField(
            "from_on",
            N_("From"),
            today=today,
            optional=True,
            hint=_TWELVE_MONTHS,
            help_text=N_(
                "The first day of the summary. If you leave it empty, that is the day after your last talk, or the day"
                " twelve months back if there has been none."
            ),
        ),
        DateField(
            "to_on",
            N_("Until"),
            today=today,
            optional=True,
            hint=N_("empty: today"),
            help_text=N_("The last day of the summary. If you leave it empty, that is today."),
        ),
        ChoiceField(
            "language",
            N_("Language"),
            of(Language),
            optional=True,
            empty=N_("as here"),
            help_text=N_(
                "The language of the summary: of headings, days and numbers. What you have written yourself stays as it"
                " is. What you see on the screen has a language of its own, in the settings."
            ),
        ),
        LineField(
            "shared_with",
            N_("For whom"),
            optional=True,
            example=N_("unit manager"),
            help_text=N_("Who gets the summary. It stands at the top of the file. A role is enough."),
        ),
    )


def _texts() -> tuple[Field, ...]:
    return (
        TextField(
            "year_in_short",
            N_("My year in short"),
            hint=N_("three sentences are enough"),
            example=N_("I am more confident in … I have finished … I want to …"),
            help_text=N_(
                "In your own words; it comes first in the summary. {key:nav.back} leaves the text, and nothing is lost."
            ),
        ),
        TextField(
            "wishes",
            N_("What I want to talk about"),
            hint=N_("one wish on each line"),
            example=N_("A skill that is not used, what you want to learn, what you need"),
            help_text=N_("Each line becomes a point at the end of the summary, before what your plan says is missing."),
        ),
    )


def _raws(selection: Selection) -> dict[str, Raw]:
    """What stands in the fields for these choices."""
    words = translator()
    return {
        "from_on": numeric_date(selection.from_on, words) if selection.from_on else "",
        "to_on": numeric_date(selection.to_on, words) if selection.to_on else "",
        "language": selection.language or "",
        "shared_with": selection.shared_with,
        "year_in_short": selection.year_in_short,
        "wishes": selection.wishes,
    }
