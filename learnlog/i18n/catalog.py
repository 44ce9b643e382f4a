"""A translator for one language, over gettext catalogues."""

from __future__ import annotations

import os
from functools import cached_property

from learnlog.domain.values import Language
from learnlog.i18n.mo import Catalog
from learnlog.text import Msg

LOCALES = os.path.join(os.path.dirname(__file__), "locales")
"""Folder of the compiled catalogues, ``<lang>/LC_MESSAGES/learnlog.mo``."""
DOMAIN = "learnlog"


class Translator:
    """Turns message ids into sentences of one language. The catalogue is read at the first sentence asked for.

    The methods bear gettext's names, so that the extraction tools find what they are given. Values are put in after
    translating, by name: ``t.gettext("Saved {title}.", title=…)``.

    Attributes:
        language: The language.
    """

    def __init__(self, language: Language) -> None:
        """Choose the language; nothing is read yet."""
        self.language = language

    @cached_property
    def _catalog(self) -> Catalog:
        try:
            with open(os.path.join(LOCALES, self.language, "LC_MESSAGES", f"{DOMAIN}.mo"), "rb") as file:
                return Catalog(file.read())
        except FileNotFoundError:
            return Catalog(b"")

    def gettext(self, message: str, /, **values: object) -> str:
        """The sentence, with its values."""
        text = self._catalog.gettext(message) if message else ""
        return text.format_map(values) if values else text

    def ngettext(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form for `count`, with its values; ``{count}`` is given."""
        text = self._catalog.ngettext(one, many, count)
        return text.format_map({"count": count, **values})

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """The sentence in a context, where one English word has several meanings."""
        text = self._catalog.pgettext(context, message)
        return text.format_map(values) if values else text

    def say(self, message: Msg) -> str:
        """A marked sentence; values that are themselves `Msg` are translated first."""
        values = {key: self.say(value) if isinstance(value, Msg) else value for key, value in message.values.items()}
        if message.plural:
            return self.ngettext(message.id, message.plural, message.number, **values)
        return self.gettext(message.id, **values)


def language_of(environment: dict[str, str]) -> Language:
    """The interface's language from the usual environment variables; English when they name none we have.

    ``LEARNLOG_LANGUAGE`` first, then LC_ALL, LC_MESSAGES, LANG. Norwegian in any spelling is bokmål.
    """
    for name in ("LEARNLOG_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "").lower()
        if value.startswith("sv"):
            return Language.SV
        if value.startswith(("nb", "no", "nn")):
            return Language.NB
        if value.startswith("en"):
            return Language.EN
    return Language.EN
