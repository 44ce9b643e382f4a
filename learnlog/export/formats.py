"""The formats a document can be had in. A format turns a document into text or bytes, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from learnlog.export.document import Document
from learnlog.export.markdown import document_markdown


class Format(NamedTuple):
    """A format.

    Attributes:
        key: What it is called on the command line; also the file's suffix.
        name: What people call it.
        render: From document to text.
    """

    key: str
    name: str
    render: Callable[[Document], str]


FORMATS: dict[str, Format] = {
    "md": Format("md", "Markdown", document_markdown),
}
"""Key → format."""
