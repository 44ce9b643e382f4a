"""Where everything lies on this machine."""

import os
import sys
from collections.abc import Mapping
from typing import NamedTuple

from learnlog.errors import CannotReadError
from learnlog.text import N_

USUAL_LOG = "log.jsonl"
"""What a log is called unless somebody calls it otherwise."""
HOME = "LEARNLOG_HOME"
"""The environment's name for the data folder."""
INDEX = ".index"
"""What a log's name gets when its index is meant."""
EDITOR_FOLDER = "learnlog-editor-"
"""How the temporary folder begins in which the owner's editor is given a text."""


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

    @property
    def log_index(self) -> str:
        """The log's index, beside the log itself. It may be deleted at any time, and need not be there."""
        return os.path.realpath(self.log) + INDEX


def locate(environment: Mapping[str, str], log: str = "") -> Locations:
    """Find the places.

    Args:
        environment: The process's environment. ``LEARNLOG_HOME`` holds everything, settings included; without it
            the log lies where this system keeps a program's data, and the settings where it keeps settings.
        log: Path of another log file; drafts, backups and what is damaged then lie beside that one.
    """
    home = _full(environment.get(HOME, ""))
    settings = os.path.join(home or _usual(environment, "config"), "settings.toml")
    log = _full(log)
    if not log and not home:
        home = _usual(environment, "data")
    log = log or os.path.join(home, USUAL_LOG)
    home = os.path.dirname(log)
    return Locations(
        log=log,
        home=home,
        drafts=os.path.join(home, "drafts"),
        backups=backups_beside(log),
        damaged=damaged_beside(log),
        settings=settings,
    )


def backups_beside(log: str) -> str:
    """The folder of a log's full copies: its own, if it is not called as usual and may have others beside it."""
    folder, name = os.path.split(os.path.realpath(log))
    return os.path.join(folder, "backups", *([] if name == USUAL_LOG else [name]))


def damaged_beside(log: str) -> str:
    """The folder of what was set aside; never emptied by the program."""
    return os.path.join(os.path.dirname(os.path.realpath(log)), "damaged")


def _full(path: str) -> str:
    try:
        return os.path.abspath(os.path.expanduser(path)) if path else ""
    except FileNotFoundError as error:
        raise CannotReadError(N_("The folder you are in is gone. Go to another one and try again.")) from error


def _usual(environment: Mapping[str, str], kind: str) -> str:
    """The folder this system has for a program's data or settings.

    On Linux and its like that is two names in the environment; only elsewhere is it worth 15 ms to ask platformdirs.
    """
    if sys.platform.startswith(("linux", "freebsd")):
        name, beneath = ("XDG_DATA_HOME", ".local/share") if kind == "data" else ("XDG_CONFIG_HOME", ".config")
        base = environment.get(name, "")
        if not os.path.isabs(base):  # the standard: what is not absolute is passed over
            base = os.path.join(environment.get("HOME") or os.path.expanduser("~"), beneath)
        return os.path.join(base, "learnlog")
    import platformdirs  # noqa: PLC0415

    find = platformdirs.user_data_dir if kind == "data" else platformdirs.user_config_dir
    return find("learnlog", appauthor=False)
