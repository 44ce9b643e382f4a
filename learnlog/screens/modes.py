"""The main screens. Each is imported when it is first shown."""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any

from textual.screen import Screen

from learnlog.errors import StorageError
from learnlog.text import N_
from learnlog.widgets.nav import Tab

TABS: tuple[Tab, ...] = (
    Tab("start", "go.start", N_("Start")),
    Tab("log", "go.log", N_("Log")),
    Tab("training", "go.trainings", N_("Trainings")),
    Tab("plan", "go.plan", N_("Plan")),
    Tab("talk", "go.talk", N_("Talk and CV")),
    Tab("profile", "go.profile", N_("Profile")),
)
"""In the order of the bar."""


def start() -> Screen[Any]:
    """The start screen."""
    from learnlog.screens.start import StartScreen  # noqa: PLC0415 - built when first shown

    return StartScreen()


def log() -> Screen[Any]:
    """The learning log."""
    from learnlog.screens.log import LogScreen  # noqa: PLC0415 - built when first shown

    return LogScreen()


def training() -> Screen[Any]:
    """The trainings."""
    from learnlog.screens.trainings import TrainingsScreen  # noqa: PLC0415 - built when first shown

    return TrainingsScreen()


def plan() -> Screen[Any]:
    """The development plan."""
    from learnlog.screens.plan import PlanScreen  # noqa: PLC0415 - built when first shown

    return PlanScreen()


def trouble(error: StorageError) -> Screen[Any]:
    """What is shown instead of everything else when the log cannot be read."""
    from learnlog.screens.recovery import RecoveryScreen  # noqa: PLC0415 - rare

    return RecoveryScreen(error)


def talk() -> Screen[Any]:
    """The CV summary for the development talk."""
    from learnlog.screens.curriculum import CurriculumScreen  # noqa: PLC0415 - built when first shown

    return CurriculumScreen()


def profile() -> Screen[Any]:
    """The owner's profile."""
    from learnlog.screens.profile import ProfileScreen  # noqa: PLC0415 - built when first shown

    return ProfileScreen()


MODES: dict[str, Callable[[], Screen[Any]]] = {
    "start": start,
    "log": log,
    "training": training,
    "plan": plan,
    "talk": talk,
    "profile": profile,
}
"""How to build each."""


def settings(_below: Screen[Any]) -> Screen[Any]:
    """The settings."""
    from learnlog.screens.settings import SettingsScreen  # noqa: PLC0415 - built when asked for

    return SettingsScreen()


def explanation(below: Screen[Any]) -> Screen[Any]:
    """The help about a screen."""
    from learnlog.screens.help import HelpScreen  # noqa: PLC0415 - built when asked for

    return HelpScreen(below)


def palette(below: Screen[Any]) -> Screen[Any]:
    """All commands that can be used on a screen."""
    from learnlog.screens.palette import Palette  # noqa: PLC0415 - built when asked for

    return Palette(below)


def due(_below: Screen[Any]) -> Screen[Any]:
    """Everything that waits."""
    from learnlog.screens.due_list import DueScreen  # noqa: PLC0415 - built when asked for

    return DueScreen()


def share(_below: Screen[Any]) -> Screen[Any]:
    """A part of the log, given to somebody."""
    from learnlog.screens.share import ShareScreen  # noqa: PLC0415 - built when asked for

    return ShareScreen()


def comments(below: Screen[Any]) -> Screen[Any]:
    """What others have said; first of what is chosen on the screen below, if it is one that others have spoken of."""
    from learnlog.screens.comments import CommentsScreen  # noqa: PLC0415 - built when asked for

    return CommentsScreen(getattr(getattr(below, "chosen", None), "id", ""))


OVERLAYS: dict[str, Callable[[Screen[Any]], Screen[Any]]] = {
    "settings": settings,
    "help": explanation,
    "palette": palette,
    "due": due,
    "comments": comments,
    "share": share,
}
"""How to build what opens over any screen."""


def warm_up() -> None:
    """Import the screens that come next, beside the user's own doings, so that the first visit is quick."""
    threading.Thread(target=_import, name="learnlog-warm-up", daemon=True).start()


_NEXT = "log", "entry_form", "palette", "help", "settings", "filter", "trainings", "plan", "curriculum", "profile"


def _import() -> None:
    for name in _NEXT:
        import_module(f"learnlog.screens.{name}")
