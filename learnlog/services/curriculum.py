"""The CV summary: the owner's choices for it, and the document."""

from __future__ import annotations

import datetime as dt

from learnlog.domain.clock import Clock
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.printable import taken_in
from learnlog.domain.selection import Selection
from learnlog.domain.talk import last_talk_on
from learnlog.i18n.catalog import Translator
from learnlog.services.comments import quotable
from learnlog.services.plan import Plan
from learnlog.services.talks import Talks
from learnlog.storage.owner import profile_of, selection_of
from learnlog.storage.store import Store
from learnlog.storage.trainings import trainings_of


class Curriculum:
    """Choose what the CV summary shows, and make it."""

    def __init__(self, store: Store, clock: Clock, plan: Plan, talks: Talks) -> None:
        """Work on an opened log.

        Args:
            store: The log.
            clock: Where the time comes from.
            plan: Areas, goals and actions.
            talks: The development talks, of which the last annual one begins the year that is told.
        """
        self._store = store
        self._clock = clock
        self._plan = plan
        self._talks = talks

    def portfolio(self) -> Portfolio:
        """Everything the owner has, as it is now."""
        entries = [entry for entry in self._store.entries.all() if not entry.is_deleted]
        entries.sort(key=lambda entry: (entry.date, entry.created_at or self._clock.now()))
        trainings = [training for training in trainings_of(self._store).all() if not training.is_deleted]
        trainings.sort(key=lambda training: (training.start_on or dt.date.max, training.title))
        talks = self._talks.all()
        return Portfolio(
            profile_of(self._store).get(),
            tuple(entries),
            self._clock.today(),
            last_talk_on(talks),
            tuple(trainings),
            self._plan.areas.all(),
            self._plan.goals.all(),
            self._plan.actions.all(),
            talks,
            tuple(each for each in quotable(self._store) if each.show_in_cv),
        )

    def selection(self) -> Selection:
        """The choices kept from last time; everything at its default before the first."""
        return selection_of(self._store).get()

    def keep(self, selection: Selection) -> Selection:
        """Keep the choices for next time.

        Raises:
            StorageError: If they could not be saved; nothing is changed then.
        """
        return selection_of(self._store).put(taken_in(selection))

    def text(self, selection: Selection, translator: Translator, form: str = "md") -> str:
        """The CV summary as it will stand in the file.

        Args:
            selection: The owner's choices.
            translator: For the language of the document.
            form: A key of `learnlog.export.formats.FORMATS`.
        """
        from learnlog.export.compose import compose  # noqa: PLC0415 - adding an entry must not wait for it
        from learnlog.export.formats import FORMATS  # noqa: PLC0415

        return FORMATS[form].render(compose(self.portfolio(), selection, translator))
