"""The owner's profile."""

from __future__ import annotations

from learnlog.domain.clock import Clock
from learnlog.domain.profile import Profile
from learnlog.storage.owner import profile_of
from learnlog.storage.store import Store


class Profiles:
    """Read and save the profile. It lives in the log: what stands on a CV belongs with what the CV is made from."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Work on an opened log."""
        self._store = store
        self._clock = clock

    def get(self) -> Profile:
        """The profile; an empty one before anything has been told."""
        return profile_of(self._store).get()

    def save(self, profile: Profile) -> Profile:
        """Save the profile.

        Raises:
            InvalidInputError: With every problem, by field.
            StorageError: If it could not be saved; nothing is changed then.
        """
        return profile_of(self._store).put(profile.revised())

    def notice_read(self) -> Profile:
        """Note that the owner has read what never to write."""
        return self.save(self.get()._replace(notice_read_at=self._clock.now()))
