"""Where everything is put together: the one place that reads the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from learnlog.domain.clock import Clock
from learnlog.services.curriculum import Curriculum
from learnlog.services.drafts import Drafts
from learnlog.services.exports import Exports
from learnlog.services.log import LearningLog
from learnlog.services.preferences import Preferences
from learnlog.services.profiles import Profiles
from learnlog.services.suite import Services
from learnlog.services.upkeep import Upkeep
from learnlog.storage.drafts import DraftFolder
from learnlog.storage.locations import locate
from learnlog.storage.store import Store


def system_clock() -> Clock:
    """The machine's own clock and calendar."""
    return Clock(
        now=lambda: dt.datetime.now(dt.UTC),  # noqa: TID251 - the composition root
        today=lambda: dt.datetime.now().astimezone().date(),  # noqa: TID251 - the owner's own day
    )


def open_services(
    environment: Mapping[str, str], *, log: str = "", by: str = "app", clock: Clock | None = None
) -> Services:
    """Everything a user can do, on one log. Nothing is read but the settings before a service is asked for something.

    Args:
        environment: The process's environment; ``LEARNLOG_HOME`` names the data folder.
        log: Path of the log file; before the one in the settings and the usual place.
        by: What opens it: ``app``, or the command's name. Noted in every line it writes.
        clock: Where the time comes from; the machine's own by default.

    Raises:
        StorageError: If the log cannot be opened.
    """
    clock = clock or system_clock()
    locations = locate(environment, log)
    preferences = Preferences(locations.settings)
    if preferences.settings.log and not log:
        locations = locate(environment, preferences.settings.log)
    store = Store.open(locations.log, clock, by)
    curriculum = Curriculum(store, clock)
    return Services(
        log=LearningLog(store, clock),
        profiles=Profiles(store, clock),
        curriculum=curriculum,
        exports=Exports(store, curriculum),
        drafts=Drafts(DraftFolder(locations.drafts), clock),
        preferences=preferences,
        upkeep=Upkeep(store, locations, clock),
        locations=locations,
        clock=clock,
    )
