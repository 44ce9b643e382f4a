"""Writing an entry, new or old: one form, one path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from learnlog.domain.entry import Entry
from learnlog.domain.statistics import areas_used
from learnlog.i18n.ambient import gettext as _
from learnlog.screens.base import ROOMY, LearnlogScreen
from learnlog.screens.choices import Known
from learnlog.screens.entry_sheet import EntrySheet
from learnlog.screens.form import Values
from learnlog.screens.paged_form import PagedForm
from learnlog.text import N_

if TYPE_CHECKING:
    from learnlog.services.found import Found  # imported when something is seen

RECENT = 1000
"""So many of the newest entries say which competence areas are offered first."""
FORM = "entry"
"""Name of this form's drafts."""


class EntryForm(PagedForm[Entry]):
    """Write or change an entry. The answer is the entry as saved in the log; None when left without saving."""

    MODE: ClassVar[str] = "log"
    HORIZONTAL_BREAKPOINTS = [*ROOMY]  # noqa: RUF012 - Textual's own declaration
    CSS_PATH = ["paged_form.tcss", "entry_form.tcss"]  # noqa: RUF012 - Textual's own declaration
    AUTO_FOCUS = "LineBox"
    HELP = N_(
        "Only the title must be filled in; two sentences are enough. Everything else can be added later."
        " What you write is kept as a draft while you write, and it is yours alone unless you share it."
        " {key:form.editor} opens a text in your own editor."
    )

    def __init__(self, entry: Entry, draft: Mapping[str, Any] | None = None) -> None:
        """Open the form.

        Args:
            entry: The entry; one that has never been saved is a new one.
            draft: What was typed in this form before, and not saved.
        """
        super().__init__(FORM, entry.id)
        self._entry = entry
        self._draft = dict(draft or {})

    def make_sheet(self) -> EntrySheet:
        """All fields of the entry."""
        plan = self.services.plan
        known = Known(self.services.trainings.all(), plan.goals.all(), plan.actions.all())
        self._sheet = EntrySheet(self._entry, self.services.clock.today(), used_areas(self), known)
        return self._sheet

    async def on_mount(self) -> None:
        """Fill in the entry, and over it what was typed before."""
        await self._sheet.fill(self._draft)
        self.begin(from_draft=bool(self._draft))

    # -- as a form ----------------------------------------------------------------------------------------------------

    def heading(self) -> str:
        """Whether it is new."""
        return _("Edit entry") if self._entry.revision else _("New entry")

    def touched(self) -> Values:
        """What stands on the pages otherwise than in the entry."""
        return self._sheet.touched()

    def collect(self) -> Entry:
        """The entry as it stands on the pages."""
        return self._sheet.collect()

    def store(self, collected: Entry) -> Entry:
        """Save the entry."""
        return self.services.log.save(collected)

    def answer(self, saved: Entry) -> Entry:
        """The entry as it now lies in the log."""
        return saved

    def again(self, saved: Entry, _found: Sequence[Found]) -> EntryForm:
        """The form on the entry as it now lies in the log."""
        return EntryForm(saved)


def used_areas(screen: LearnlogScreen[Any]) -> tuple[str, ...]:
    """The competence areas that are offered first: those used lately, the most used before the others."""
    return areas_used(screen.services.log.heads()[:RECENT])


async def write_entry(screen: LearnlogScreen[Any], entry: Entry) -> Entry | None:
    """Open the form on an entry; a draft of it that was left behind is offered first. To be called from a worker.

    Returns:
        The entry as saved, or None.
    """
    from learnlog.screens.drafts_offer import ask_about, waiting_for  # noqa: PLC0415 - it opens this form itself

    draft = waiting_for(screen, entry)
    if draft is None:
        return await screen.app.push_screen_wait(EntryForm(entry))
    return await ask_about(screen, draft, entry)
