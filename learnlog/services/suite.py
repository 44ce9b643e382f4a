"""Everything a user can do, in one value."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from learnlog.services.deeds import Deeds
from learnlog.services.log import LearningLog
from learnlog.services.preferences import Preferences
from learnlog.services.profiles import Profiles
from learnlog.storage.locations import Locations
from learnlog.storage.store import Store

if TYPE_CHECKING:
    from learnlog.domain.clock import Clock
    from learnlog.services.comments import Comments
    from learnlog.services.curriculum import Curriculum
    from learnlog.services.drafts import Drafts
    from learnlog.services.exports import Exports
    from learnlog.services.identity import IdentityGuard
    from learnlog.services.merging import Merging
    from learnlog.services.plan import Plan
    from learnlog.services.purging import Purging
    from learnlog.services.reminders import Reminders
    from learnlog.services.reviewing import Reviewing
    from learnlog.services.sharing import Copies
    from learnlog.services.talks import Talks
    from learnlog.services.trainings import Trainings
    from learnlog.services.upkeep import Upkeep


class Services:
    """Everything a user can do, on one log; handed to the app and to the command line.

    What not everybody asks for is imported when it is first asked for: imports are most of what opening the app costs.

    Attributes:
        log: The learning log.
        profiles: The owner's profile.
        preferences: This machine's settings.
        locations: Where everything lies.
        clock: Where the time comes from.
    """

    def __init__(self, store: Store, preferences: Preferences, locations: Locations, clock: Clock) -> None:
        """On an opened log; nothing of it is read yet."""
        self._store = store
        self._deeds = Deeds(store)
        self.log = LearningLog(store, clock, self._deeds)
        self.profiles = Profiles(store, self._deeds)
        self.preferences = preferences
        self.locations = locations
        self.clock = clock

    @property
    def erased(self) -> dict[str, int]:
        """What has been erased for good or masked, by table and id, as the log notes it for other windows."""
        header = self._store.header
        if header is None or not header.extra:
            return {}
        from learnlog.storage.erasing import noted  # noqa: PLC0415 - hardly any log has lost something so

        return noted(header).keys

    @property
    def latest_deed(self) -> int:
        """The log's line of what would be taken back next; 0 when there is nothing."""
        return self._deeds.latest

    @cached_property
    def trainings(self) -> Trainings:
        """Trainings."""
        from learnlog.services.trainings import Trainings  # noqa: PLC0415 - imported when asked for

        return Trainings(self._store, self.clock, self._deeds)

    @cached_property
    def plan(self) -> Plan:
        """Competence areas, goals, actions, future workshops."""
        from learnlog.services.plan import Plan  # noqa: PLC0415 - imported when asked for

        return Plan(self._store, self.clock, self._deeds)

    @cached_property
    def talks(self) -> Talks:
        """Development talks."""
        from learnlog.services.talks import Talks  # noqa: PLC0415 - imported when asked for

        return Talks(self._store, self.clock, self._deeds, self.plan.goals, self.plan.areas)

    @property
    def has_comments(self) -> bool:
        """Whether others have said anything: in most logs nobody has, and nothing waits for what comments need."""
        return bool(self._store.documents("comments") or self._store.documents("reviews"))

    @cached_property
    def comments(self) -> Comments:
        """What others have said about the log."""
        from learnlog.services.comments import Comments  # noqa: PLC0415 - imported when asked for

        return Comments(self._store, self.clock, self._deeds)

    @cached_property
    def merging(self) -> Merging:
        """Taking in what others say."""
        from learnlog.services.merging import Merging  # noqa: PLC0415 - imported when asked for

        return Merging(self._store, self._deeds, self.comments)

    @cached_property
    def reviewing(self) -> Reviewing:
        """Reviewing a copy of somebody else's log."""
        from learnlog.services.reviewing import Reviewing  # noqa: PLC0415 - imported when asked for

        return Reviewing(self._store, self.clock, self.drafts, self.exports)

    @cached_property
    def reminders(self) -> Reminders:
        """What is due."""
        from learnlog.services.reminders import Reminders  # noqa: PLC0415 - imported when asked for

        return Reminders(self._store, self.clock, self._deeds)

    @cached_property
    def curriculum(self) -> Curriculum:
        """The CV summary."""
        from learnlog.services.curriculum import Curriculum  # noqa: PLC0415 - imported when asked for

        return Curriculum(self._store, self.clock, self.plan, self.talks)

    @cached_property
    def exports(self) -> Exports:
        """Documents and data out, data in."""
        from learnlog.services.exports import Exports  # noqa: PLC0415 - imported when asked for

        return Exports(self._store, self.curriculum, self.plan, self.talks, self.locations)

    @cached_property
    def identity(self) -> IdentityGuard:
        """The identity guard."""
        from learnlog.services.identity import IdentityGuard  # noqa: PLC0415 - imported when asked for

        return IdentityGuard(self._store, self.clock)

    @cached_property
    def copies(self) -> Copies:
        """Copies of parts of the log, given to somebody as a file."""
        from learnlog.services.sharing import Copies  # noqa: PLC0415 - imported when asked for

        return Copies(self._store, self.clock, self.curriculum, self.identity, self.exports)

    @cached_property
    def drafts(self) -> Drafts:
        """What is half typed."""
        from learnlog.services.drafts import Drafts  # noqa: PLC0415 - imported when asked for
        from learnlog.storage.drafts import DraftFolder  # noqa: PLC0415 - so is this

        return Drafts(DraftFolder(self.locations.drafts), self.clock)

    @cached_property
    def purging(self) -> Purging:
        """Erasing for good."""
        import tempfile  # noqa: PLC0415 - imported when asked for

        from learnlog.services.purging import Purging  # noqa: PLC0415 - so is this

        return Purging(self._store, self.locations, self.identity, tempfile.gettempdir(), self.log.texts.forget)

    @cached_property
    def upkeep(self) -> Upkeep:
        """Checks, recovery, compaction."""
        from learnlog.services.upkeep import Upkeep  # noqa: PLC0415 - imported when asked for

        return Upkeep(self._store, self.locations, self.clock)
