"""Settings of this machine's learnlog."""

from __future__ import annotations

from typing import Any

from learnlog.domain.settings import Settings
from learnlog.errors import RuleError
from learnlog.storage import settings as file
from learnlog.text import N_


class Preferences:
    """Read and change the settings file.

    Attributes:
        settings: The settings now in force.
    """

    def __init__(self, path: str) -> None:
        """Read the settings; a file that cannot be understood leaves the defaults in force."""
        self._path = path
        self.settings: Settings = file.read(path)

    def change(self, **changes: Any) -> Settings:  # noqa: ANN401 - any setting's value
        """Change some settings, in force and on disk.

        Raises:
            CannotSaveError: If the file could not be written; the change is in force for this run all the same.
        """
        self.settings = self.settings._replace(**changes)
        file.write(self._path, self.settings)
        return self.settings

    def keep_log(self, path: str) -> Settings:
        """Open the log at another path from the next start on; an empty path is the usual one.

        Raises:
            RuleError: If there is a file at the path that is no log: learnlog would not start any more.
            CannotSaveError: As in `change`.
        """
        from learnlog.storage.examine import begins_a_log  # noqa: PLC0415 - settings are seldom changed

        if path and not begins_a_log(path):
            raise RuleError(N_("There is a file at this place, and it is not a learning log. Choose another one."))
        return self.change(log=path)
