"""Compiles the translation catalogues when the package is built or installed in place."""

from __future__ import annotations

import datetime as dt
import pathlib

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

UNDATED = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""Stands in the catalogues for the day they were compiled, so that one source always makes one wheel."""


class CatalogHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes a ``.mo`` beside every ``.po``."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile every catalogue; the wheel takes them in as artifacts."""
        from babel.messages.mofile import write_mo  # noqa: PLC0415 - a build requirement, not there at run time
        from babel.messages.pofile import read_po  # noqa: PLC0415

        for source in pathlib.Path(self.root, "learnlog", "i18n", "locales").glob("*/LC_MESSAGES/*.po"):
            with source.open("rb") as file:
                catalog = read_po(file)
            catalog.creation_date = catalog.revision_date = UNDATED
            with source.with_suffix(".mo").open("wb") as file:
                write_mo(file, catalog)
