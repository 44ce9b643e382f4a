"""The app's style sheets, read once for each set of colours."""

from __future__ import annotations

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

ROOM = 1000
"""More style sheets than there ever are: every widget brings its own."""


class StyleSheets(Stylesheet):
    """Textual's own, but what has been read is not read again while the colours stay the same.

    Textual reads everything anew for each screen that is shown for the first time, and twice before the first frame of
    all.
    """

    def __init__(self, variables: dict[str, str]) -> None:
        """Nothing is read yet.

        Args:
            variables: The colours.
        """
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(ROOM)  # Textual's own holds 64

    def set_variables(self, variables: dict[str, str]) -> None:
        """Use these colours from now on."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Read what is new. Textual reads everything, into another object, in case there is a mistake in it."""
        self.parse()
