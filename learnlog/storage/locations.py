"""Where everything lies on this machine."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

HOME = "LEARNLOG_HOME"
"""The environment's name for the data folder."""


class Locations(NamedTuple):
    """Paths; nothing is made or looked for yet.

    Attributes:
        log: The log.
        home: The folder it lies in.
        drafts: Folder of half-typed forms.
        backups: Folder of full copies.
        damaged: Folder of what was set aside; never emptied by the program.
        settings: The settings file.
    """

    log: str
    home: str
    drafts: str
    backups: str
    damaged: str
    settings: str


def locate(environment: Mapping[str, str], log: str = "") -> Locations:
    """Find the places.

    Args:
        environment: The process's environment. ``LEARNLOG_HOME`` holds everything, settings included; without it
            the log lies where this system keeps a program's data, and the settings where it keeps settings.
        log: Path of another log file; drafts, backups and what is damaged then lie beside that one.
    """
    home = _full(environment.get(HOME, ""))
    settings = os.path.join(home, "settings.toml") if home else ""
    if log:
        log = _full(log)
    if not settings or not (home or log):
        import platformdirs  # noqa: PLC0415 - 15 ms, and not needed when the folder is named

        settings = settings or os.path.join(platformdirs.user_config_dir("learnlog", appauthor=False), "settings.toml")
        home = home or platformdirs.user_data_dir("learnlog", appauthor=False)
    log = log or os.path.join(home, "log.jsonl")
    home = os.path.dirname(log)
    return Locations(
        log=log,
        home=home,
        drafts=os.path.join(home, "drafts"),
        backups=os.path.join(home, "backups"),
        damaged=os.path.join(home, "damaged"),
        settings=settings,
    )


def _full(path: str) -> str:
    return os.path.abspath(os.path.expanduser(path)) if path else ""
