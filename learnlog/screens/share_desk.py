"""What a shared copy is made of: whom it is for, from when to when, what, and what for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from learnlog.domain.share import PURPOSE_MAX, Reader, SharedKind
from learnlog.domain.share_choice import CHOICES, Wish
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.labels import capital, label
from learnlog.i18n.share_labels import CHOICES as CHOICE_NAMES
from learnlog.screens.desk import Desk, Picks
from learnlog.screens.share_overview import Overview, told_found
from learnlog.text import N_
from learnlog.widgets.date_field import DateField
from learnlog.widgets.field import Field, Raw
from learnlog.widgets.fields import LineField
from learnlog.widgets.pickers import Choice
from learnlog.widgets.segment_field import OptionsField, SegmentField

START: Mapping[str, Raw] = {
    "to_role": Reader.SUPERVISOR.value,
    "kinds": [SharedKind.ENTRY.value],
    "from_on": "",
    "to_on": "",
    "what_for": "",
}
"""What stands in the fields before anything is said."""

_FIELD_OF = {"purpose": "what_for"}
"""What a wish calls otherwise than a draft, where "purpose" is that of an entry."""


class ShareDesk(Desk):
    """The fields, and two boxes that open lists."""

    def __init__(self, today: dt.date) -> None:
        """Make the fields; `today` is the day that "yesterday" is the day before of."""
        super().__init__(_fields(today))
        self.items = Picks("items", N_("Opens the list of what is in the copy. There you can leave something out."))
        self.found = Picks(
            "found", N_("Opens the list of places where somebody may be recognised, each with what to write instead.")
        )

    def compose(self) -> ComposeResult:
        """Whom it is for, the days, what, what for; then what came of it."""
        to_role, kinds, from_on, to_on, purpose = self._fields.values()
        yield to_role
        yield kinds
        with Horizontal(classes="row"):
            yield from_on
            yield to_on
        yield purpose
        with Horizontal(classes="row"):
            yield self.items
            yield self.found

    def on_mount(self) -> None:
        """What stands there before anything is said."""
        self.start = START
        self.put(START)
        self.name_boxes()

    def name_boxes(self) -> None:
        """Say what the boxes are."""
        self.items.border_title = Content(_("What is in it"))
        self.found.border_title = Content(_("Can somebody be recognised?"))

    def read(self, without: tuple[str, ...]) -> Wish:
        """What stands here.

        Args:
            without: Ids of what is left out.

        Raises:
            InvalidInputError: If a date cannot be read.
        """
        values: dict[str, Any] = {name: field.value for name, field in self._fields.items()}
        chosen = self._fields["kinds"].raw
        return Wish(
            to_role=Reader(values["to_role"]),
            kinds=tuple(kind for kind in CHOICES if isinstance(chosen, list) and kind.value in chosen),
            from_on=values["from_on"],
            to_on=values["to_on"],
            without=without,
            purpose=values["what_for"],
        )

    def complain(self, error: InvalidInputError) -> None:
        """Say what cannot be taken, at its field."""
        for field in self.query(DateField):
            field.check()
        for name, problem in error.problems:
            named = self._fields.get(_FIELD_OF.get(name, name))
            if named is not None:
                named.complain(translator().say(problem))

    def show(self, seen: Overview) -> None:
        """Say how much is in it, and whether somebody may be recognised."""
        chosen, every = len(seen.offer.chosen), len(seen.offer.values)
        said = ngettext("{shown} of {count} thing", "{shown} of {count} things", every, shown=chosen)
        self.items.update(Content.assemble(said, (" ▾", "$muted")))
        self.found.update(Content.assemble(told_found(seen.draft), (" ▾", "$muted")))


def _fields(today: dt.date) -> tuple[Field, ...]:
    return (
        SegmentField(
            "to_role",
            N_("For whom"),
            _readers,
            help_text=N_("Who is to read the copy. An entry is in it only if “Who may see it” names that person."),
        ),
        OptionsField(
            "kinds",
            N_("What you share"),
            _kinds,
            help_text=N_("What is in the copy beside your entries. Only what you tick."),
        ),
        DateField(
            "from_on",
            N_("From"),
            today=today,
            optional=True,
            hint=N_("empty: from the start"),
            help_text=N_("The first day of what is in the copy."),
        ),
        DateField(
            "to_on",
            N_("Until"),
            today=today,
            optional=True,
            hint=N_("empty: today"),
            help_text=N_("The last day of what is in the copy."),
        ),
        LineField(
            "what_for",
            N_("What for"),
            optional=True,
            most=PURPOSE_MAX,
            example=N_("Before our talk on Friday: what do you see that I do not?"),
            help_text=N_("What the reader is to do with it. It stands in the copy."),
        ),
    )


def _readers() -> tuple[Choice, ...]:
    return tuple(Choice(reader.value, label(reader, translator())) for reader in Reader)


def _kinds() -> tuple[Choice, ...]:
    return tuple(Choice(kind.value, capital(_(CHOICE_NAMES[kind]))) for kind in CHOICES)
