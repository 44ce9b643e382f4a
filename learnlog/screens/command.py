"""What a command is; all of them stand in `learnlog.screens.commands`."""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """Something the user can ask for.

    Attributes:
        id: Stable name, as in the settings file: ``log.new``.
        keys: Textual's names for its keys, comma between; the first is the one shown.
        action: Textual action, in the namespace of the screen that binds it.
        title: Short name, as in the footer.
        explanation: One sentence for the palette and the help.
        shown: Whether the footer shows it.
        everywhere: Whether it works even while a field has the focus and would take the key.
    """

    id: str
    keys: str
    action: str
    title: str
    explanation: str
    shown: bool = False
    everywhere: bool = False
