"""What the log shows: a period, arenas, types, areas, status."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button

from learnlog.domain.filters import Filter
from learnlog.domain.periods import parse_from, parse_to
from learnlog.domain.statistics import areas_used
from learnlog.domain.values import ActivityType, Arena, Status
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.screens.base import LearnlogDialog
from learnlog.screens.choices import activity_types, areas, arenas, of
from learnlog.screens.commands import bindings
from learnlog.text import N_, Msg
from learnlog.widgets.choice_field import Choices, MultiField
from learnlog.widgets.date_field import BoundField
from learnlog.widgets.field import Field
from learnlog.widgets.toggle_field import ToggleField


def _among(name: str, label: str, choices: Choices) -> MultiField:
    """A field whose choices narrow what is shown; while none is chosen, all of it is."""
    return MultiField(name, label, choices, optional=False, empty=N_("all of them"))


class FilterDialog(LearnlogDialog[Filter | None]):
    """Choose what the log shows. The answer is the new filter; Esc leaves it as it was."""

    CSS_PATH = "filter.tcss"
    AUTO_FOCUS = "LineBox"
    HELP = N_(
        "Show only some entries: from a day, to a day, from some arenas, of some types."
        " Write days as you say them: last Monday, week 40, October, 2025."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("form.save", form_save=N_("Show"))

    def __init__(self, present: Filter) -> None:
        """Start from the filter now in use."""
        super().__init__()
        self._present = present

    def body(self) -> ComposeResult:
        """The fields, and three buttons."""
        today = self.services.clock.today()
        first = N_("last Monday, week 40, October")
        self._from = BoundField("from_on", N_("From"), today=today, reads=parse_from, example=first)
        self._to = BoundField("to_on", N_("To"), today=today, reads=parse_to, example=N_("today"))
        used = areas(areas_used(self.services.log.heads()))
        self._arenas = _among("arenas", N_("Where"), arenas)
        self._types = _among("types", N_("How did you learn?"), activity_types)
        self._areas = _among("areas", N_("Competence areas"), used)
        self._statuses = _among("statuses", N_("Status"), of(Status))
        self._for_cv = ToggleField("only_for_cv", N_("Only what is shown in my CV summary"))
        self._from.sends = self._to.sends = True
        with Vertical(classes="dialog") as box:
            box.border_title = Content(_("Show only"))
            box.border_subtitle = Content(_("{key:form.save} shows · {key:nav.back} back"))
            with VerticalScroll():
                with Horizontal(classes="row"):
                    yield self._from
                    yield self._to
                with Horizontal(classes="row"):
                    yield self._arenas
                    yield self._statuses
                yield self._types
                yield self._areas
                yield self._for_cv
            with Horizontal(classes="answers"):
                yield Button(Content(_("Show all")), id="all")
                yield Button(Content(_("Show")), id="show")

    def on_mount(self) -> None:
        """Fill in the filter now in use."""
        now = self._present
        self._from.put_day(now.from_on)
        self._to.put_day(now.to_on)
        self._arenas.put(list(now.arenas))
        self._types.put(list(now.types))
        self._areas.put(list(now.areas))
        self._statuses.put(list(now.statuses))
        self._for_cv.put(now.only_for_cv)

    def _bound(self, field: BoundField) -> dt.date | None:
        """A bound as it was typed; None for an open one.

        Raises:
            InvalidInputError: If it cannot be read; said at the field, and the cursor stands there.
        """
        try:
            return field.value
        except InvalidInputError as error:
            self._refuse(field, error.message)
            raise

    def _refuse(self, field: BoundField, why: Msg) -> None:
        field.complain(translator().say(why))
        field.enter()

    @on(Button.Pressed, "#show")
    @on(Field.Entered)
    def action_save(self) -> None:
        """Use it, if the days can be read."""
        try:
            from_on, to_on = self._bound(self._from), self._bound(self._to)
        except InvalidInputError:
            return
        if from_on and to_on and to_on < from_on:
            self._refuse(self._to, Msg(N_("The last day is before the first.")))
            return
        self.dismiss(
            Filter(
                text=self._present.text,
                from_on=from_on,
                to_on=to_on,
                arenas=frozenset(map(Arena, self._arenas.value)),
                types=frozenset(map(ActivityType, self._types.value)),
                areas=frozenset(self._areas.value),
                statuses=frozenset(map(Status, self._statuses.value)),
                only_for_cv=self._for_cv.value,
            )
        )

    @on(Button.Pressed, "#all")
    def _show_all(self) -> None:
        self.dismiss(self._present.cleared())
