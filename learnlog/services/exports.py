"""Take the log out, as a document or as data, and take data in."""

from __future__ import annotations

import datetime as dt
import os

from learnlog.domain.identity import Certainty, look_for_numbers
from learnlog.errors import CannotSaveError, ExportError, reason
from learnlog.i18n.catalog import Translator
from learnlog.services.curriculum import Curriculum
from learnlog.services.plan import Plan
from learnlog.services.talks import Talks
from learnlog.storage import atomic
from learnlog.storage.locations import Locations, backups_beside, damaged_beside
from learnlog.storage.owner import profile_of
from learnlog.storage.store import Store
from learnlog.storage.trainings import trainings_of
from learnlog.text import N_


class Exports:
    """Write exports to files; never over an existing one unasked."""

    def __init__(self, store: Store, curriculum: Curriculum, plan: Plan, talks: Talks, places: Locations) -> None:
        """Work on an opened log.

        Args:
            store: The log.
            curriculum: The CV summary, and everything a document is made from.
            plan: Where the future workshops are.
            talks: The development talks.
            places: What an export must never replace.
        """
        self._store = store
        self._curriculum = curriculum
        self._plan = plan
        self._talks = talks
        self._places = places

    def log_text(self, from_on: dt.date | None, to_on: dt.date | None, translator: Translator) -> str:
        """The whole log in Markdown, by month, between two days (both included; None leaves that end open)."""
        from learnlog.export.log_pages import log_markdown  # noqa: PLC0415 - adding an entry must not wait for it

        portfolio = self._curriculum.portfolio()
        inside = tuple(
            entry
            for entry in portfolio.entries
            if (from_on is None or entry.date >= from_on) and (to_on is None or entry.date <= to_on)
        )
        trainings = tuple(
            training
            for training in portfolio.trainings
            if (from_on is None or (training.last_on or dt.date.max) >= from_on)
            and (to_on is None or (training.start_on or dt.date.max) <= to_on)
        )
        return log_markdown(portfolio._replace(entries=inside, trainings=trainings), translator)

    def form_text(self, training_id: str, translator: Translator, form: str = "md") -> str:
        """The form before a training and the dialogue with the manager, to print; answers stand where there are any.

        Args:
            training_id: The training; empty for a blank form.
            translator: For the language of the form.
            form: A key of `learnlog.export.formats.FORMATS`.

        Raises:
            NotFoundError: If there is no such training.
        """
        from learnlog.export.compose_form import training_form  # noqa: PLC0415 - as above
        from learnlog.export.formats import FORMATS  # noqa: PLC0415

        training = trainings_of(self._store).get(training_id) if training_id else None
        return FORMATS[form].render(training_form(training, profile_of(self._store).get(), translator))

    def handout_text(self, training_id: str, translator: Translator, form: str = "md") -> str:
        """One page for colleagues about a training: from its answers, and what was learned from it and is not private.

        Args:
            training_id: The training.
            translator: For the language of the handout.
            form: A key of `learnlog.export.formats.FORMATS`.

        Raises:
            NotFoundError: If there is no such training.
            ExportError: If there is nothing to tell yet.
        """
        from learnlog.export.compose_handout import handout  # noqa: PLC0415 - as above
        from learnlog.export.formats import FORMATS  # noqa: PLC0415

        training = trainings_of(self._store).get(training_id)
        portfolio = self._curriculum.portfolio()
        linked = [entry for entry in portfolio.entries if entry.training_id == training.id]
        sheet = handout(training, linked, portfolio.profile, translator)
        if sheet is None:
            raise ExportError(
                N_("There is nothing to hand out yet. Fill in the form before the training, or a follow-up.")
            )
        return FORMATS[form].render(sheet)

    def talk_text(self, talk_id: str, translator: Translator, form: str = "md") -> str:
        """What a development talk needs, with the CV summary; for one that was held, its record and the one shown.

        Args:
            talk_id: The talk; empty for the one being prepared, or if there is none, for one to come.
            translator: For the language.
            form: A key of `learnlog.export.formats.FORMATS`.

        Raises:
            NotFoundError: If there is no such talk.
        """
        from learnlog.domain.talk import TalkKind  # noqa: PLC0415 - as above
        from learnlog.export.compose import compose  # noqa: PLC0415
        from learnlog.export.compose_record import talk_record  # noqa: PLC0415
        from learnlog.export.compose_talk import talk_pack  # noqa: PLC0415
        from learnlog.export.formats import FORMATS  # noqa: PLC0415

        render, portfolio = FORMATS[form].render, self._curriculum.portfolio()
        talk = self._talks.get(talk_id) if talk_id else self._talks.coming() or self._talks.blank()
        if talk.is_held:
            return "\n".join(each for each in (render(talk_record(talk, portfolio, translator)), talk.summary) if each)
        selection = self._curriculum.selection()
        pack = render(talk_pack(talk, portfolio, selection, translator))
        if talk.kind is TalkKind.HALF_YEAR:
            return pack
        return "\n".join((pack, render(compose(portfolio, selection, translator))))

    def plan_text(self, translator: Translator, form: str = "md") -> str:
        """The individual development plan as it stands.

        Args:
            translator: For the language.
            form: A key of `learnlog.export.formats.FORMATS`.
        """
        from learnlog.export.compose_plan import plan_sheet  # noqa: PLC0415 - as above
        from learnlog.export.formats import FORMATS  # noqa: PLC0415

        return FORMATS[form].render(plan_sheet(self._curriculum.portfolio(), translator))

    def workshop_text(self, workshop_id: str, translator: Translator, form: str = "md") -> str:
        """A future workshop, from its question to what it came to.

        Args:
            workshop_id: The workshop.
            translator: For the language.
            form: A key of `learnlog.export.formats.FORMATS`.

        Raises:
            NotFoundError: If there is no such workshop.
        """
        from learnlog.export.compose_workshop import workshop_sheet  # noqa: PLC0415 - as above
        from learnlog.export.formats import FORMATS  # noqa: PLC0415

        workshop = self._plan.workshops.get(workshop_id)
        portfolio = self._curriculum.portfolio()
        sheet = workshop_sheet(workshop, portfolio.goals, portfolio.actions, portfolio.made_on, translator)
        return FORMATS[form].render(sheet)

    def tinydb_json(self) -> bytes:
        """The whole log as an ordinary TinyDB JSON file, the bin and unknown fields included."""
        from learnlog.storage import tinydb_file  # noqa: PLC0415

        return tinydb_file.dump(self._store)

    def import_tinydb(self, path: str) -> int:
        """Add what an ordinary TinyDB JSON file holds, as one action; what is there already is left alone.

        Returns:
            How many entries were added.

        Raises:
            CannotReadError: If the file is not such a file; nothing is changed then.
            StorageError: If it could not be saved; nothing is changed then.
        """
        from learnlog.storage import tinydb_file  # noqa: PLC0415

        return tinydb_file.load(self._store, path)

    def write(self, path: str, data: bytes, *, force: bool = False) -> str:
        """Write an export, readable by its owner only.

        Args:
            path: Where to.
            data: What.
            force: Whether a file that is there already may be replaced.

        Returns:
            The full path.

        Raises:
            ExportError: If there is a file already, or something that is not a file of the user's own, or a personal
                identity number stands in its name.
            CannotSaveError: If it could not be written.
        """
        path = os.path.abspath(os.path.expanduser(path))
        if not force and os.path.lexists(path):
            raise ExportError(
                N_("There is a file with that name already. Choose another name, or say that it may be replaced.")
            )
        self.look_at_place(path)
        try:
            atomic.replace(path, data)
        except OSError as error:
            raise CannotSaveError(N_("The file could not be written: {reason}."), reason=reason(error)) from error
        return path

    def look_at_place(self, path: str) -> None:
        """Refuse a place where no export is ever written, whatever is there already.

        Raises:
            ExportError: If it is one.
        """
        if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):  # say, /dev/null
            raise ExportError(N_("That is not an ordinary file. Choose another name."))
        if any(each.certainty is Certainty.CERTAIN for each in look_for_numbers(os.path.basename(path))):
            raise ExportError(N_("There is a personal identity number in the file's name. Choose another name."))
        if self._is_our_own(os.path.realpath(path)):
            raise ExportError(N_("This is one of learnlog's own files. Choose another name."))

    def _is_our_own(self, path: str) -> bool:
        """Whether a path is the log, what lies beside it under its name, the settings, a copy or a draft."""
        log, places = self._store.path, self._places
        folders = (places.drafts, backups_beside(log), damaged_beside(log))
        files = (log, os.path.realpath(places.settings))
        inside = tuple(os.path.join(os.path.realpath(folder), "") for folder in folders)
        return path in files or path.startswith((*(file + "." for file in files), *inside))
