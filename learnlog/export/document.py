"""Documents as plain values: what the CV summary and the sheets around a training say, once for all formats."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from learnlog.domain.values import Language


class Run(NamedTuple):
    """Some words of a line.

    Attributes:
        text: The words.
        strong: Whether they stand out.
        tag: Whether they tell how far something has come, in square brackets: "[achieved]". Never somebody's own words.
    """

    text: str
    strong: bool = False
    tag: bool = False


Line: TypeAlias = tuple[Run, ...]
"""Words of a paragraph or a list item, with a space between the runs."""


class Below(NamedTuple):
    """An item of a list that belongs to the item before it, and stands below that."""

    line: Line


Item: TypeAlias = Line | Below


class Paragraph(NamedTuple):
    """A paragraph."""

    line: Line


class Bullets(NamedTuple):
    """A list."""

    items: tuple[Item, ...]


class Table(NamedTuple):
    """A table. Every row has as many cells as there are columns; a cell may be empty."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Quote(NamedTuple):
    """The owner's own words, a paragraph each."""

    paragraphs: tuple[str, ...]


class Heading(NamedTuple):
    """A heading within a section."""

    text: str


class Boxes(NamedTuple):
    """Things to tick, and which of them are ticked."""

    options: tuple[tuple[str, bool], ...]


class WritingLines(NamedTuple):
    """So many lines to write on by hand."""

    number: int


Block: TypeAlias = Paragraph | Bullets | Table | Quote | Heading | Boxes | WritingLines


class Part(StrEnum):
    """The parts of a CV summary, in their order (DOMAIN, section 3). Those with nothing to say are left out."""

    YEAR = "year"
    """The owner's own "my year in short"."""
    ASSIGNMENTS = "assignments"
    """Assignments and languages."""
    FORMAL = "formal"
    """Formal competence, with how long it is valid."""
    HISTORY = "history"
    """Earlier workplaces, and what was learned there."""
    ACTUAL = "actual"
    """Actual competence, with examples from the log."""
    LEARNING = "learning"
    """How I have learned: numbers."""
    TRAININGS = "trainings"
    """Trainings: expected benefit beside what happened."""
    SHARED = "shared"
    """What was shared with others."""
    GOALS = "goals"
    """Goals and actions: what has happened, what has not."""
    COMMENTS = "comments"
    """Comments by others, chosen by the owner."""
    WISHES = "wishes"
    """What the owner wants to talk about."""


class Section(NamedTuple):
    """A part of the document that has something to say.

    Attributes:
        part: Which part of a CV summary it is; None in other documents.
        title: Its heading.
        blocks: What it says.
    """

    part: Part | None
    title: str
    blocks: tuple[Block, ...]


class CvDocument(NamedTuple):
    """A CV summary, in one language.

    Attributes:
        language: Language of its fixed words; the owner's own stand as they are.
        title: Its heading.
        made_on: The day it was made.
        from_on: First day it is about.
        to_on: Last day it is about.
        head: Who it is about, what it covers.
        sections: In the order of `Part`.
        confirmation: "We have both read this", and who signs.
    """

    language: Language
    title: str
    made_on: dt.date
    from_on: dt.date
    to_on: dt.date
    head: tuple[Block, ...]
    sections: tuple[Section, ...]
    confirmation: tuple[Block, ...]

    def section(self, part: Part) -> Section | None:
        """One part, or None if it is left out."""
        return next((section for section in self.sections if section.part is part), None)


class Sheet(NamedTuple):
    """A document of a page or some: a form, a handout, a plan. In one language, as `CvDocument`.

    Attributes:
        language: Language of its fixed words.
        title: Its heading.
        head: What it is about.
        sections: What it says.
        confirmation: Who agrees to it; empty if nobody has to.
    """

    language: Language
    title: str
    head: tuple[Block, ...]
    sections: tuple[Section, ...]
    confirmation: tuple[Block, ...] = ()


Document: TypeAlias = CvDocument | Sheet
