"""What every command stands on: where things lie, the settings, the log, and the one place that reads a clock.

Apart from `learnlog.bootstrap` because adding an entry from the command line needs no more than this: not importing
the other services saves it a quarter of its time.
"""

import datetime as dt
import os
from collections.abc import Mapping
from typing import NamedTuple

from learnlog.domain.clock import Clock
from learnlog.errors import CannotReadError
from learnlog.services.deeds import Deeds
from learnlog.services.log import LearningLog
from learnlog.services.preferences import Preferences
from learnlog.storage.locations import Locations, locate
from learnlog.storage.store import Store
from learnlog.text import N_

_GONE = N_(
    "The folder that your log lies in is not there: {path}. Connect what it lies on and try again. If it lies elsewhere"
    " now, change “log” in {settings}; without it, the usual log is opened."
)


class Foundation(NamedTuple):
    """What services stand on.

    Attributes:
        store: The log file, opened; nothing of it is read yet.
        locations: Where everything lies.
        preferences: This machine's settings.
        clock: Where the time comes from.
    """

    store: Store
    locations: Locations
    preferences: Preferences
    clock: Clock

    def log(self) -> LearningLog:
        """The learning log."""
        return LearningLog(self.store, self.clock, Deeds(self.store))

    def note_places(self) -> None:
        """After a command that has read the whole log: note where things stand, so that the next need not."""
        self.store.shortcut.keep()


def system_clock() -> Clock:
    """The machine's own clock and calendar."""
    return Clock(
        now=lambda: dt.datetime.now(dt.UTC),  # noqa: TID251 - the composition root
        today=dt.date.today,  # noqa: TID251 - the owner's own day
    )


def lay(environment: Mapping[str, str], *, log: str = "", by: str = "app", clock: Clock | None = None) -> Foundation:
    """Find the log. Nothing is read but the settings.

    Args:
        environment: The process's environment; ``LEARNLOG_HOME`` names the data folder.
        log: Path of the log file; before the one in the settings and the usual place.
        by: What opens it: ``app``, or the command's name. Noted in every line it writes.
        clock: Where the time comes from; the machine's own by default.

    Raises:
        CannotReadError: If the settings name a log in a folder that is not there now, such as a memory stick that was
            pulled out: an empty log in its place would look as if everything were gone.
    """
    clock = clock or system_clock()
    locations = locate(environment, log)
    preferences = Preferences(locations.settings)
    if preferences.settings.log and not log:
        locations = locate(environment, preferences.settings.log)
        if not os.path.isdir(locations.home):
            raise CannotReadError(_GONE, path=locations.log, settings=locations.settings)
    return Foundation(Store.open(locations.log, clock, by), locations, preferences, clock)
