"""Settings of this machine's learnlog."""

from __future__ import annotations

from typing import Any

from learnlog.domain.settings import Settings
from learnlog.storage import settings as file


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
