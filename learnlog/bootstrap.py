"""Where everything is put together: what the app and most commands are handed."""

from __future__ import annotations

from collections.abc import Mapping

from learnlog.domain.clock import Clock
from learnlog.foundation import lay, system_clock
from learnlog.services.suite import Services

__all__ = ["Services", "open_services", "system_clock"]


def open_services(
    environment: Mapping[str, str], *, log: str = "", by: str = "app", clock: Clock | None = None
) -> Services:
    """Everything a user can do, on one log; the arguments are those of `learnlog.foundation.lay`.

    Nothing is read but the settings before a service is asked for something.
    """
    ground = lay(environment, log=log, by=by, clock=clock)
    return Services(ground.store, ground.preferences, ground.locations, ground.clock)
