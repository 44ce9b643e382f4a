"""Independent readers of Markdown: what a document says, and whether anything in it became more than text."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import mistune
from markdown_it import MarkdownIt

READERS: dict[str, Callable[[str], str]] = {
    "markdown-it": MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render,
    "mistune": lambda text: str(_mistune(text)),
}
"""Name → from Markdown to HTML. Raw HTML is let through on purpose: none must come about."""

_mistune = mistune.create_markdown(
    escape=False, plugins=["table", "strikethrough", "footnotes", "task_lists", "def_list"]
)


INLINE = {"strong", "em", "code", "a", "img", "del", "br", "b", "i", "input"}


class Page(HTMLParser):
    """What an HTML page holds.

    Attributes:
        tags: Every kind of element in it.
        texts: Its blocks in order, as (element, text), with single spaces.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self._open: list[str] = []
        self._pieces: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        self.texts = [(tag, " ".join(text.split())) for tag, text in self._pieces if text.strip()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in INLINE and tag != "hr":
            self._open.append(tag)
            self._pieces.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
            self._pieces.append((self._open[-1] if self._open else "", ""))

    def handle_data(self, data: str) -> None:
        tag, text = self._pieces[-1] if self._pieces else ("", "")
        self._pieces[-1:] = [(tag, text + data)]
