"""A long text in the owner's own text editor."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from typing import Any

from textual.app import App, SuspendNotSupported

from learnlog.i18n.ambient import gettext as _

_USUAL = ("notepad",) if sys.platform == "win32" else ("nano", "vim", "vi")


def edit_outside(app: App[Any], text: str) -> str | None:
    """Let the owner's editor have the text, while the app stands aside.

    The text lies in a folder that only the owner can read, and is removed from it afterwards.

    Args:
        app: The app.
        text: What stands in the field.

    Returns:
        The text as it was saved in the editor; None if nothing came of it, and the user has been told why.
    """
    command = _editor()
    if not command:
        app.notify(_("No text editor was found. Name yours in the variable EDITOR."), severity="warning", markup=False)
        return None
    folder = tempfile.mkdtemp(prefix="learnlog-")
    path = os.path.join(folder, "learnlog.md")
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        with app.suspend():
            # The owner named this program in their own environment; it is started without a shell.
            code = subprocess.run([*command, path], check=False).returncode  # noqa: S603
        if code:
            app.notify(_("The editor ended with an error. Your text is as it was."), severity="warning", markup=False)
            return None
        return _saved(app, path)
    except SuspendNotSupported:
        app.notify(_("An editor cannot be opened in this window."), severity="warning", markup=False)
    except OSError:
        app.notify(_("The editor could not be started. Your text is as it was."), severity="warning", markup=False)
    finally:
        with contextlib.suppress(OSError):
            shutil.rmtree(folder)
    return None


def _saved(app: App[Any], path: str) -> str | None:
    """What the editor left; read as the usual older code if it is no UTF-8, so that å, ä and ö are not lost."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        app.notify(_("The editor left no text behind. Your text is as it was."), severity="warning", markup=False)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        told = _("The editor did not save the text as UTF-8. Look it through before you save it.")
        app.notify(told, severity="warning", markup=False)
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")


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
