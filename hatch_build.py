"""Compiles the translation catalogues when the package is built or installed in place."""

from __future__ import annotations

import pathlib

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes a ``.mo`` beside every ``.po``."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile every catalogue; the wheel takes them in as artifacts."""
        from babel.messages.mofile import write_mo  # noqa: PLC0415 - a build requirement, not there at run time
        from babel.messages.pofile import read_po  # noqa: PLC0415

        for source in pathlib.Path(self.root, "learnlog", "i18n", "locales").glob("*/LC_MESSAGES/*.po"):
            with source.open("rb") as file:
                catalog = read_po(file)
            with source.with_suffix(".mo").open("wb") as file:
                write_mo(file, catalog)
