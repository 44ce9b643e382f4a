"""The interface's current language. Only screens, widgets and the command line ask it; exports are handed theirs."""

from __future__ import annotations

from learnlog.domain.values import Language
from learnlog.i18n.catalog import Translator

_current = Translator(Language.EN)


def use(language: Language) -> Translator:
    """Make this the interface's language from now on."""
    global _current  # noqa: PLW0603 - the interface has one language at a time; this is its one home
    if _current.language is not language:
        _current = Translator(language)
    return _current


def translator() -> Translator:
    """The interface's translator."""
    return _current


def gettext(message: str, /, **values: object) -> str:
    """The sentence in the interface's language; usually imported as ``_``."""
    return _current.gettext(message, **values)


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """The form for `count` in the interface's language."""
    return _current.ngettext(one, many, count, **values)


def pgettext(context: str, message: str, /, **values: object) -> str:
    """The sentence in a context, in the interface's language."""
    return _current.pgettext(context, message, **values)
