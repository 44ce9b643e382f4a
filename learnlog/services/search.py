"""Search as you type: every entry's texts, folded once, scanned at each key."""

from __future__ import annotations

from functools import cache

from learnlog.domain.entry import Entry, EntryTexts
from learnlog.storage.repository import Entries


class SearchIndex:
    """Folded texts of all entries, read at the first search and kept up to date.

    A plain scan: 10,000 entries take a few milliseconds, and a longer query only looks at the last one's hits.
    """

    def __init__(self, entries: Entries) -> None:
        """Remember where the entries are; nothing is read yet."""
        self._entries = entries
        self._texts: dict[str, str] | None = None
        self._last: tuple[str, set[str]] = ("", set())
        self._news: list[Entry] = []

    @property
    def is_ready(self) -> bool:
        """Whether the texts have been read, so that a search need not wait for them."""
        return self._texts is not None

    def matching(self, text: str) -> set[str]:
        """Ids of the entries in which every word of the text occurs."""
        texts = self._texts
        if texts is None:
            texts = self._texts = {found.id: _folded(found) for found in self._entries.texts()}
            self._last = ("", set(texts))
        news, self._news = self._news, []
        for entry in news:
            texts[entry.id] = _folded(EntryTexts(entry.id, entry.texts(), entry.areas))
            self._last = ("", set())
        from learnlog.domain.folding import fold  # noqa: PLC0415 - most commands do not search

        query = fold(text)
        before, hits = self._last
        pool = hits if before and query.startswith(before) else texts.keys()
        words = query.split()
        found = {each for each in pool if all(word in texts[each] for word in words)}
        self._last = (query, found)
        return found

    def take(self, entry: Entry) -> None:
        """Keep up with an entry that was just saved: it is folded at the next search, so that saving need not wait."""
        if self._texts is not None:
            self._news.append(entry)

    def forget(self) -> None:
        """Read anew at the next search."""
        self._texts = None
        self._news.clear()


def _folded(found: EntryTexts) -> str:
    """Everything an entry is found by: its texts, and what its suggested areas are called."""
    from learnlog.domain.folding import fold  # noqa: PLC0415 - most commands do not search

    names = _area_names()
    return fold("\n".join((*found.words, *(names.get(area, "") for area in found.areas))))


@cache
def _area_names() -> dict[str, str]:
    """Key of a suggested area → its names in all languages, so that an area is found by the word one knows."""
    from learnlog.domain.areas import SUGGESTED_AREAS  # noqa: PLC0415 - adding an entry must not wait for these
    from learnlog.domain.values import Language  # noqa: PLC0415
    from learnlog.i18n.catalog import Translator  # noqa: PLC0415

    translators = [Translator(language) for language in Language]
    return {key: " ".join(each.gettext(name) for each in translators) for key, name in SUGGESTED_AREAS.items()}
