"""Names of keys as they stand on the keyboard, in the interface's language."""

from __future__ import annotations

from learnlog.i18n.ambient import gettext as _
from learnlog.text import N_

_NAMES: dict[str, str] = {
    "enter": N_("Enter"),
    "escape": N_("Esc"),
    "tab": N_("Tab"),
    "space": N_("Space"),
    "delete": N_("Delete"),
    "backspace": N_("Backspace"),
    "home": N_("Home"),
    "end": N_("End"),
    "pageup": N_("PgUp"),
    "pagedown": N_("PgDn"),
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
    "ctrl": N_("Ctrl"),
    "shift": N_("Shift"),
    "alt": N_("Alt"),
}


def key_name(key: str) -> str:
    """The name of a key as Textual calls it: ``ctrl+s`` is Ctrl+S, ``question_mark`` is ?."""
    *modifiers, last = key.split("+")
    if not modifiers and len(last) == 1:
        return last
    return "+".join([*(_part(each) for each in modifiers), last.upper() if len(last) == 1 else _part(last)])


def _part(key: str) -> str:
    name = _NAMES.get(key)
    if name is not None:
        return _(name)
    return key.upper() if key[:1] == "f" and key[1:].isdigit() else key.replace("_", " ").capitalize()
