"""The settings file: TOML that people may edit. Unknown keys and comments are kept; a broken file stops nothing."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from learnlog.domain.settings import Settings
from learnlog.domain.values import Language
from learnlog.errors import CannotSaveError, reason
from learnlog.storage import atomic
from learnlog.storage.disk import Disk, read_whole
from learnlog.storage.fields import FLAG, NOT_READABLE, TEXT, Kind, one_of
from learnlog.text import N_

_DISK = Disk()
_FLAGS = {"true": True, "false": False}


_AS_SAID = {"esc": "escape", "del": "delete", "pgup": "pageup", "pgdn": "pagedown", "return": "enter"}
"""Names of keys as they stand on the keyboard and on the screen."""


def _keys(raw: Any) -> dict[str, str]:  # noqa: ANN401 - any TOML
    """Command → keys. A name may stand without quotes, which is a table in a table: ``edit.undo = "Ctrl+Z"``."""
    found: dict[str, str] = {}
    for command, keys in dict(raw).items():
        if isinstance(keys, dict):
            found |= {f"{command}.{part}": said for part, said in _keys(keys).items()}
        elif isinstance(keys, str | int) and not isinstance(keys, bool):
            found[command] = ",".join(_key(key.strip()) for key in str(keys).split(","))
    return found


def _key(said: str) -> str:
    """A key by its plain name: one letter is that letter, everything else has no capitals."""
    *modifiers, last = [said] if len(said) == 1 else said.lower().split("+")
    return "+".join([*modifiers, _AS_SAID.get(last, last)])


FIELDS: dict[str, Kind] = {
    "language": one_of(Language),
    "theme": TEXT,
    "reduce_motion": FLAG,
    "log": TEXT,
    "keys": Kind(dict, _keys),
}
"""Setting → how it is written. A setting that is None or at its default is left out."""


def read(path: str, disk: Disk = _DISK) -> Settings:
    """The settings. Where the file, or one setting in it, cannot be understood, the default is in force."""
    stored, _ = _read(path, disk)
    values = {}
    for name, kind in FIELDS.items():
        try:
            values[name] = kind.of(stored[name])
        except NOT_READABLE:
            continue
    return Settings(**values)


def is_readable(path: str, disk: Disk = _DISK) -> bool:
    """Whether the file can be understood, or there is none."""
    return _read(path, disk)[1]


def write(path: str, settings: Settings, disk: Disk = _DISK) -> None:
    """Write the settings into the file, leaving everything else in it as it is.

    A file that cannot be understood is kept beside the new one, its name ending in ``.broken``.

    Raises:
        CannotSaveError: If it could not be written.
    """
    import tomlkit  # noqa: PLC0415 - 30 ms, and settings are seldom changed

    try:
        old = read_whole(disk, path).decode() if disk.exists(path) else ""
        document = tomlkit.parse(old)
    except (OSError, UnicodeDecodeError, tomlkit.exceptions.ParseError):
        old, document = "", tomlkit.document()
    defaults = Settings()
    for name, kind in FIELDS.items():
        value = getattr(settings, name)
        if value is None or (value == getattr(defaults, name) and name not in document):
            document.pop(name, None)
        elif not _says(document, name, value):
            document[name] = kind.to(value)
    try:
        disk.make_folder(os.path.dirname(os.path.realpath(path)))
        keep = "" if is_readable(path, disk) else path + ".broken"
        atomic.replace(path, tomlkit.dumps(document).encode(), disk=disk, keep=keep)
    except OSError as error:
        sentence = N_("The settings could not be saved in {folder}: {reason}.")
        raise CannotSaveError(sentence, folder=os.path.dirname(path), reason=reason(error)) from error


def _says(document: Mapping[str, Any], name: str, value: object) -> bool:
    """Whether a setting stands there already, in whatever way somebody has written it."""
    try:
        return name in document and bool(FIELDS[name].of(document[name]) == value)
    except NOT_READABLE:
        return False


def _read(path: str, disk: Disk) -> tuple[dict[str, Any], bool]:
    if not disk.exists(path):
        return {}, True
    try:
        text = read_whole(disk, path).decode()
    except (OSError, UnicodeDecodeError):
        return {}, False
    plain = _plain(text)
    if plain is not None:
        return plain, True
    import tomllib  # noqa: PLC0415 - every command would wait for it, and most files are as we write them

    try:
        return tomllib.loads(text), True
    except tomllib.TOMLDecodeError:
        return {}, False


def _plain(text: str) -> dict[str, Any] | None:
    """The settings in a file as we write it: one line each, texts without anything that needs a backslash.

    None for any other: that is for the real reader of TOML, to read or to refuse.
    """
    found: dict[str, Any] = {}
    for line in text.split("\n"):
        name, _, value = line.partition(" = ")
        quoted = value[:1] == value[-1:] == '"' and value.count('"') == 2 and "\\" not in value  # noqa: PLR2004 - a pair
        if not line:
            continue
        if name in found or not (name.isascii() and name.isidentifier() and line.isprintable()):
            return None
        if quoted:
            found[name] = value[1:-1]
        elif value in _FLAGS:
            found[name] = _FLAGS[value]
        else:
            return None
    return found
