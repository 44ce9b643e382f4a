"""Markdown that reads well both as it stands and as it is rendered."""

from __future__ import annotations

from learnlog.export.document import (
    Below,
    Block,
    Boxes,
    Bullets,
    Document,
    Heading,
    Line,
    Paragraph,
    Quote,
    Table,
    WritingLines,
)
from learnlog.export.escape import WIDTH, cell, escaped_words, one_line, wrapped

TABLE_SPARE = 20
"""How far a table may go beyond the width before its columns are no longer set under each other."""


APART = "\N{NO-BREAK SPACE}"
"""Keeps things apart where Markdown would draw spaces and empty lines together."""
GAP = f" {APART} "
"""Between things to tick on one line."""


def document_markdown(document: Document) -> str:
    """A document in Markdown (CommonMark, and GitHub's tables), with a newline at its end."""
    lines = heading(1, document.title)
    for block in document.head:
        lines += block_lines(block)
    for section in document.sections:
        lines += heading(2, section.title)
        for block in section.blocks:
            lines += block_lines(block)
    if document.confirmation:
        lines += ["---", ""]
    for block in document.confirmation:
        lines += block_lines(block)
    return "\n".join(lines).rstrip("\n") + "\n"


def heading(level: int, text: str) -> list[str]:
    """A heading and the empty line after it."""
    return [f"{'#' * level} {one_line(text)}".rstrip(), ""]


def block_lines(block: Block) -> list[str]:
    """A block and the empty line after it; nothing for an empty one."""
    lines: list[str] = []
    match block:
        case Paragraph(line):
            lines = wrapped(_words(line))
        case Bullets(items):
            for item in items:
                start, line = ("  - ", item.line) if isinstance(item, Below) else ("- ", item)
                lines += wrapped(_words(line), start, " " * len(start))
        case Quote(paragraphs):
            lines = _quote(paragraphs)
        case Table():
            lines = _table(block)
        case Heading(text):
            return heading(3, text)
        case Boxes(options):
            lines = wrapped([_box(*option) for option in options], gap=GAP)
        case WritingLines(number):  # a rule for a reader, and something to write on as it stands
            lines = (["_" * WIDTH, APART] * number)[:-1]
    return [*lines, ""] if lines else []


def _words(line: Line) -> list[str]:
    """A line's words, escaped, with the signs that make some of them strong."""
    words: list[str] = []
    for run in line:
        own = escaped_words(run.text)
        if run.tag and own:  # brackets of our own need no escaping: nothing they could point at is ever defined
            own[0] = "[" + own[0]
            own[-1] += "]"
        if run.strong and own:
            own[0] = "**" + own[0]
            own[-1] += "**"
        words += own
    return words


def _box(text: str, ticked: bool) -> str:  # noqa: FBT001 - as in the block
    return " ".join(["☒" if ticked else "☐", *escaped_words(text)])


def _quote(paragraphs: tuple[str, ...]) -> list[str]:
    lines: list[str] = []
    for paragraph in paragraphs:
        own = wrapped(escaped_words(paragraph), "> ", "> ")
        lines += [">", *own] if lines and own else own
    return lines


def _table(table: Table) -> list[str]:
    """A table; its columns stand under each other as long as that fits the width, and empty ones have room to write."""
    rows = [[cell(text) for text in row] for row in (table.columns, *table.rows)]
    widths = [max(3, *(len(row[place]) for row in rows)) for place in range(len(table.columns))]
    room = WIDTH // len(widths) - 4
    widths = [width if any(row[place] for row in rows[1:]) else max(width, room) for place, width in enumerate(widths)]
    if sum(widths) + 3 * len(widths) + 1 > WIDTH + TABLE_SPARE:
        widths = [0] * len(widths)
    rule = ["-" * max(3, width) for width in widths]
    rows.insert(1, rule)
    return [
        "| " + " | ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
