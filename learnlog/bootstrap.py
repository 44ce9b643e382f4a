"""Where everything is put together: what the app and most commands are handed."""

from __future__ import annotations

from collections.abc import Mapping

from learnlog.domain.clock import Clock
from learnlog.foundation import lay, system_clock
from learnlog.services.curriculum import Curriculum
from learnlog.services.deeds import Deeds
from learnlog.services.drafts import Drafts
from learnlog.services.exports import Exports
from learnlog.services.profiles import Profiles
from learnlog.services.suite import Services
from learnlog.services.trainings import Trainings
from learnlog.services.upkeep import Upkeep
from learnlog.storage.drafts import DraftFolder

__all__ = ["Services", "open_services", "system_clock"]


def open_services(
    environment: Mapping[str, str], *, log: str = "", by: str = "app", clock: Clock | None = None
) -> Services:
    """Everything a user can do, on one log; the arguments are those of `learnlog.foundation.lay`.

    Nothing is read but the settings before a service is asked for something.
    """
    ground = lay(environment, log=log, by=by, clock=clock)
    curriculum = Curriculum(ground.store, ground.clock)
    deeds = Deeds(ground.store)
    return Services(
        log=ground.log(deeds),
        trainings=Trainings(ground.store, ground.clock, deeds),
        profiles=Profiles(ground.store, ground.clock),
        curriculum=curriculum,
        exports=Exports(ground.store, curriculum, ground.locations),
        drafts=Drafts(DraftFolder(ground.locations.drafts), ground.clock),
        preferences=ground.preferences,
        upkeep=Upkeep(ground.store, ground.locations, ground.clock),
        locations=ground.locations,
        clock=ground.clock,
    )
