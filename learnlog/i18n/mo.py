"""Compiled catalogues, a sentence at a time.

gettext's own reader takes the whole catalogue apart first: 3 ms at every command, to say perhaps one sentence.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property

_MAGIC = 0x950412DE
_CONTEXT = "%s\x04%s"
_USUAL = "n != 1"


class Catalog:
    """One ``.mo`` file. Its methods do what gettext's do; what is not in it comes back as it is."""

    def __init__(self, data: bytes) -> None:
        """Note where every sentence is.

        Args:
            data: The file; nothing for a language that needs no catalogue.

        Raises:
            ValueError: If it is no catalogue.
        """
        self._data = data
        self._found: dict[bytes, tuple[int, int]] = {}
        if data:
            self._note()

    def gettext(self, message: str) -> str:
        """The sentence."""
        return self._text(message) or message

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form of the sentence for a number."""
        forms = self._text(f"{one}\0{many}").split("\0")
        form = self._form(count)
        return forms[form] if form < len(forms) and forms[form] else (one if count == 1 else many)

    def pgettext(self, context: str, message: str) -> str:
        """The sentence in a context."""
        return self._text(_CONTEXT % (context, message)) or message

    def _note(self) -> None:
        byte_order = "little" if int.from_bytes(self._data[:4], "little") == _MAGIC else "big"
        if byte_order != sys.byteorder or int.from_bytes(self._data[:4], sys.byteorder) != _MAGIC:
            message = "not a catalogue of this machine"
            raise ValueError(message)
        numbers = memoryview(self._data[: len(self._data) & ~3]).cast("I")
        count, ids, texts = numbers[2], numbers[3] >> 2, numbers[4] >> 2
        data, found = self._data, self._found
        places = numbers[ids : ids + 2 * count].tolist()
        of_texts = numbers[texts : texts + 2 * count].tolist()
        for at in range(0, 2 * count, 2):
            start = places[at + 1]
            found[data[start : start + places[at]]] = of_texts[at + 1], of_texts[at]

    def _text(self, message: str) -> str:
        """What a message id leads to; empty if nothing."""
        start, length = self._found.get(message.encode(errors="replace"), (0, 0))
        return self._data[start : start + length].decode()

    @cached_property
    def _form(self) -> Callable[[int], int]:
        """Which form a number takes: for our languages two, as in English."""
        rule = self._text("").partition("plural=")[2].partition(";")[0].strip()
        if rule.strip("()") in ("", _USUAL):
            return lambda count: int(count != 1)
        from gettext import c2py  # noqa: PLC0415 - other languages only

        made: Callable[[int], int] = c2py(rule)
        return made
