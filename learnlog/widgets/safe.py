"""Text somebody wrote, made safe to show.

Textual reads markup in nearly every `str` it is handed: ``[/b]`` crashes, ``[@click=…]`` fires, ``[VIKTIGT]`` vanishes.
A terminal obeys escapes. So whatever was typed, read or received goes through here, and nowhere else, to a widget.
"""

from __future__ import annotations

from textual.content import Content

from learnlog.domain.printable import show, show_line

__all__ = ["content", "cut", "line", "show", "show_line"]


def content(text: str, style: str = "") -> Content:
    """The text as it is, over several lines if it has them; no markup, no control characters.

    Args:
        text: What somebody wrote.
        style: A Textual style for the whole of it, such as ``$muted`` or ``bold``.
    """
    return Content.styled(show(text), style) if style else Content(show(text))


def line(text: str, style: str = "") -> Content:
    """The text on one line; line breaks and tabs become spaces."""
    return Content.styled(show_line(text), style) if style else Content(show_line(text))


def cut(text: Content, width: int) -> Content:
    """At most so many cells of it, ending in ``…`` when something was cut off."""
    if text.cell_length <= width:
        return text
    return text.truncate(max(width, 1), ellipsis=True)
