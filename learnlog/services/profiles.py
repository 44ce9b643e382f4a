"""The owner's profile."""

from __future__ import annotations

from learnlog.domain.profile import Profile
from learnlog.services.deeds import Deed, Deeds
from learnlog.storage.owner import profile_of
from learnlog.storage.store import Store
from learnlog.text import N_, Msg


class Profiles:
    """Read and save the profile. It lives in the log: what stands on a CV belongs with what the CV is made from."""

    def __init__(self, store: Store, deeds: Deeds) -> None:
        """Work on an opened log.

        Args:
            store: The log.
            deeds: What was done in this window.
        """
        self._store = store
        self._deeds = deeds

    def get(self) -> Profile:
        """The profile; an empty one before anything has been told."""
        return profile_of(self._store).get()

    def save(self, profile: Profile, *, is_deed: bool = True) -> Profile:
        """Save the profile.

        Args:
            profile: The profile.
            is_deed: Whether it is something to be taken back as other deeds are.

        Returns:
            The profile as it now lies in the log; if another window had changed other parts meanwhile, with those too.

        Raises:
            InvalidInputError: With every problem, by field.
            StorageError: If it could not be saved; nothing is changed then.
        """
        repository, profile = profile_of(self._store), profile.revised()
        with self._store.transaction():  # by then all is seen that others have saved: that is no deed of this window
            before = repository.get().revision
            saved = repository.put(profile)
        if is_deed and saved.revision != before:
            self._deeds.remember(Deed(saved.revision, Msg(N_("Profile changed"))))
        return saved
