"""Everything a user can do, in one value."""

from __future__ import annotations

from typing import NamedTuple

from learnlog.domain.clock import Clock
from learnlog.services.curriculum import Curriculum
from learnlog.services.drafts import Drafts
from learnlog.services.exports import Exports
from learnlog.services.log import LearningLog
from learnlog.services.preferences import Preferences
from learnlog.services.profiles import Profiles
from learnlog.services.trainings import Trainings
from learnlog.services.upkeep import Upkeep
from learnlog.storage.locations import Locations


class Services(NamedTuple):
    """Everything a user can do, on one log; handed to the app and to the command line.

    Attributes:
        log: The learning log.
        trainings: Trainings, and what is due.
        profiles: The owner's profile.
        curriculum: The CV summary.
        exports: Documents and data out, data in.
        drafts: What is half typed.
        preferences: This machine's settings.
        upkeep: Checks, recovery, compaction.
        locations: Where everything lies.
        clock: Where the time comes from.
    """

    log: LearningLog
    trainings: Trainings
    profiles: Profiles
    curriculum: Curriculum
    exports: Exports
    drafts: Drafts
    preferences: Preferences
    upkeep: Upkeep
    locations: Locations
    clock: Clock
