"""Names of keys as they stand on the keyboard, in the interface's language."""

from __future__ import annotations

from collections.abc import Mapping

from learnlog.i18n.ambient import translator
from learnlog.screens.commands import command
from learnlog.text import pgettext

_NAMES: dict[str, str | tuple[str, str]] = {
    "enter": pgettext("key", "Enter"),
    "escape": pgettext("key", "Esc"),
    "tab": pgettext("key", "Tab"),
    "space": pgettext("key", "Space"),
    "delete": pgettext("key", "Delete"),
    "backspace": pgettext("key", "Backspace"),
    "home": pgettext("key", "Home"),
    "end": pgettext("key", "End"),
    "pageup": pgettext("key", "PgUp"),
    "pagedown": pgettext("key", "PgDn"),
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "comma": ",",
    "full_stop": ".",
    "minus": "-",
    "plus": "+",
    "ctrl": pgettext("key", "Ctrl"),
    "shift": pgettext("key", "Shift"),
    "alt": pgettext("key", "Alt"),
}


def key_name(key: str) -> str:
    """The name of a key as Textual calls it: ``ctrl+s`` is Ctrl+S, ``question_mark`` is ?."""
    *modifiers, last = key.split("+")
    if not modifiers and len(last) == 1:
        return last
    return "+".join([*(_part(each) for each in modifiers), last.upper() if len(last) == 1 else _part(last)])


def keys_said(name: str, own: Mapping[str, str]) -> list[str]:
    """The names of a command's keys, the usual one first.

    Args:
        name: Id of the command.
        own: Command id → keys, from the settings file; the others have those they are declared with.
    """
    return [key_name(key.strip()) for key in own.get(name, command(name).keys).split(",")]


def _part(key: str) -> str:
    name = _NAMES.get(key)
    if isinstance(name, tuple):
        return translator().pgettext(*name)
    if name is not None:
        return name
    return key.upper() if key[:1] == "f" and key[1:].isdigit() else key.replace("_", " ").capitalize()
