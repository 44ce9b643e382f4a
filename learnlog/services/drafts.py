"""Half-typed forms: kept on disk while one types, offered back after a kill, a closed window or a crash."""

from __future__ import annotations

from learnlog.domain.clock import Clock
from learnlog.storage.drafts import Draft, DraftFolder, Json

__all__ = ["Draft", "Drafts"]


class Drafts:
    """Keep what is being typed, until it has been saved in the log."""

    def __init__(self, folder: DraftFolder, clock: Clock) -> None:
        """Keep drafts in this folder."""
        self._folder = folder
        self._clock = clock

    def keep(self, form: str, uid: str, values: dict[str, Json]) -> Draft:
        """Write what has been typed so far.

        Args:
            form: Which form, such as ``entry``.
            uid: What it is about: the id of the entry, or the form's name where there is only one.
            values: Field name → what stands in it.

        Raises:
            CannotSaveError: If it could not be written.
        """
        draft = Draft(form, uid, values, self._clock.now())
        self._folder.keep(draft)
        return draft

    def let_go(self, form: str, uid: str) -> None:
        """Leave a form without saving: its draft stays, and is offered from now on, in this window too."""
        self._folder.let_go(form, uid)

    def waiting(self) -> tuple[Draft, ...]:
        """Drafts whose form is no longer open anywhere, the newest first."""
        return self._folder.waiting()

    def close(self) -> None:
        """This window ends: from now on its drafts are offered in others."""
        self._folder.close()

    def drop(self, form: str, uid: str) -> None:
        """Throw a draft away: it has been saved in the log, or its owner does not want it."""
        self._folder.drop(form, uid)
