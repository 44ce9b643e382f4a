"""A long text in the owner's own text editor."""

from __future__ import annotations

import codecs
import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from textual.app import App, SuspendNotSupported

from learnlog.i18n.ambient import gettext as _

_USUAL = ("notepad",) if sys.platform == "win32" else ("nano", "vim", "vi")
_RESCUED = ".save"
"""What nano puts after a file's name when it is ended by force, with what had not been saved."""


def edit_outside(app: App[Any], text: str) -> str | None:
    """Let the owner's editor have the text, while the app stands aside.

    The text lies in a folder that only the owner can read, and is removed from it afterwards. What was saved in the
    editor is kept even if the editor ends with an error.

    Args:
        app: The app.
        text: What stands in the field.

    Returns:
        The text as it was saved in the editor; None if nothing came of it, and the user has been told why.
    """
    command = _editor()
    if not command:
        _warn(app, _("No text editor was found. Name yours in the variable EDITOR."))
        return None
    from learnlog.services.surroundings import folder_for_editor  # noqa: PLC0415 - hardly anybody leaves the app

    folder = ""
    try:
        folder = folder_for_editor()
        path = os.path.join(folder, "learnlog.md")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        code = _run(app, [*command, path])
        if code is None:
            _warn(app, _("The editor could not be started. Your text is as it was."))
            return None
        return _left_behind(app, path, text, failed=code != 0)
    except SuspendNotSupported:
        _warn(app, _("An editor cannot be opened in this window."))
    except OSError:
        _warn(app, _("The editor could not be started. Your text is as it was."))
    finally:
        with contextlib.suppress(OSError):
            shutil.rmtree(folder)
    return None


def _run(app: App[Any], command: list[str]) -> int | None:
    """How the editor ended; None if it could not be started.

    An error must not leave the `with`: Textual would not come back to the terminal, and the app would hang.
    """
    with app.suspend(), _deaf():
        try:
            # The owner named this program in their own environment; it is started without a shell.
            return subprocess.run(command, check=False).returncode  # noqa: S603
        except OSError:
            return None


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl+C is the editor's while it has the terminal: the app that waits behind it does not end of it."""
    held = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, held)


def _left_behind(app: App[Any], path: str, before: str, *, failed: bool) -> str | None:
    """What the editor left, told where it is not what one would expect."""
    try:
        text, is_sure = _read(path)
        if failed and text == _plain(before) and os.path.exists(path + _RESCUED):
            text, is_sure = _read(path + _RESCUED)
    except OSError:
        _warn(app, _("The editor left no text behind. Your text is as it was."))
        return None
    if text == _plain(before):
        if failed:
            _warn(app, _("The editor ended with an error. Your text is as it was."))
        else:
            app.notify(_("Nothing was changed in the editor."), markup=False)
        return None
    if failed:
        _warn(app, _("The editor ended with an error. What was saved in it is here; Ctrl+Z takes it away."))
    elif not is_sure:
        _warn(app, _("The editor did not save the text as UTF-8. Look it through before you save it."))
    elif not text.strip():
        _warn(app, _("The editor left an empty text. Ctrl+Z brings yours back."))
    return text


def _read(path: str) -> tuple[str, bool]:
    """A text file, and whether its code is sure: what is no Unicode is read as the usual older code, for å, ä and ö."""
    with open(path, "rb") as file:
        data = file.read()
    code = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return _plain(data.decode(code)), True
    except UnicodeDecodeError:
        return _plain(data.decode("cp1252", errors="replace")), False


def _plain(text: str) -> str:
    """A text with one kind of line ends, and none after the last line."""
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")


def _warn(app: App[Any], said: str) -> None:
    app.notify(said, severity="warning", markup=False)


def _editor() -> list[str]:
    """The editor's command line: VISUAL or EDITOR, or one of the usual ones."""
    for name in ("VISUAL", "EDITOR"):
        named = os.environ.get(name, "").strip()
        if named:
            try:
                return shlex.split(named, posix=sys.platform != "win32")
            except ValueError:  # a quotation mark too many: it cannot be started, and that is said
                return [named]
    return [found for found in map(shutil.which, _USUAL) if found][:1]
