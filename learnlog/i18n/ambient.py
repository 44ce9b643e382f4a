"""The interface's current language. Only screens, widgets and the command line ask it; exports are handed theirs."""

from __future__ import annotations

from collections.abc import Callable

from learnlog.domain.values import Language
from learnlog.i18n.catalog import Translator

_KEY = "{key:"
"""How a sentence names the key of a command: ``{key:edit.undo} takes it back``. Others may have been chosen for it."""
_current = Translator(Language.EN)
_named: Callable[[str], str] = str


class _Keys:
    """What `_KEY` stands for in a sentence."""

    def __format__(self, command: str) -> str:
        """The key of this command."""
        return _named(command)


_keys = _Keys()


def use(language: Language) -> Translator:
    """Make this the interface's language from now on."""
    global _current  # noqa: PLW0603 - the interface has one language at a time; this is its one home
    if _current.language is not language:
        _current = Translator(language)
    return _current


def translator() -> Translator:
    """The interface's translator."""
    return _current


def name_keys(named: Callable[[str], str]) -> None:
    """Let keys be called this from now on.

    Args:
        named: From a command's id to the name of its key.
    """
    global _named  # noqa: PLW0603 - there is one keyboard at a time, as there is one language
    _named = named


def key_of(command: str) -> str:
    """The name of a command's key."""
    return _named(command)


def gettext(message: str, /, **values: object) -> str:
    """The sentence in the interface's language; usually imported as ``_``."""
    if _KEY in message:
        values["key"] = _keys
    return _current.gettext(message, **values)


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """The form for `count` in the interface's language."""
    if _KEY in many:
        values["key"] = _keys
    return _current.ngettext(one, many, count, **values)


def pgettext(context: str, message: str, /, **values: object) -> str:
    """The sentence in a context, in the interface's language."""
    return _current.pgettext(context, message, **values)
