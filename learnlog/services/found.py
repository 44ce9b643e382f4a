"""Looking for what may tell who somebody is: in a value, a document, the whole log; and saying where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from learnlog.domain.identity import DOT, Certainty, Sighting, hide, look, look_for_numbers
from learnlog.domain.identity_places import Path, texts_in
from learnlog.storage.ledger import Ledger
from learnlog.storage.repository import ONLY
from learnlog.text import N_, Msg

TABLES: Mapping[str, str] = {
    "Entry": "entries",
    "Training": "trainings",
    "Area": "areas",
    "Goal": "goals",
    "Action": "actions",
    "Workshop": "workshops",
    "Talk": "talks",
    "Profile": "profile",
    "Selection": "selection",
    "Comment": "comments",
    "SharedComment": "comments",
    "ReceivedReview": "reviews",
    "ShareRecord": "shares",
    "Summary": "selection",
}
"""Type of a value → the table its words are told by."""
_NAMED_BY = ("title", "name", "what", "question", "who")
"""Fields that say which one a thing is; the first that it has."""
NAME_MOST = 40
"""So much of a thing's name is told."""
PROPER_NAMES = frozenset({
    "provider", "issuer", "unit", "workplace", "municipality", "place", "display_name", "author_name", "summary",
    "areas", "name", "shares", "project_code",
})  # fmt: skip
"""Fields in which names are meant to stand; there only numbers are looked for."""


class Found(NamedTuple):
    """Something that may tell who somebody is, and where it stands.

    Attributes:
        table: The kind of thing it stands in, as its table in the log.
        uid: Which thing; empty for what there is only one of.
        name: What the thing is called, with everything masked that was seen in it; may be empty.
        path: The way to the text in the thing.
        sighting: What was seen.
        digest: By which it is recognised when the owner has said that it is not about a client.
        line: The line of a file it stands in; 0 for what stands in the log.
    """

    table: str
    uid: str
    name: str
    path: Path
    sighting: Sighting
    digest: str
    line: int = 0

    @property
    def field(self) -> str:
        """The way to the text, in one word: ``answers.www_good``."""
        return ".".join(self.path)

    @property
    def stops(self) -> bool:
        """Whether nothing may leave the log while it stands there."""
        return self.sighting.certainty is Certainty.CERTAIN

    @property
    def where(self) -> Msg:
        """Where it stands, in the owner's words."""
        if self.line:
            numbered = N_("Line {number}, {field}") if self.path else N_("Line {number}")
            return Msg(numbered, {"number": self.line, "field": self.field})
        if not self.table and not self.path:
            return Msg(N_("the document"))
        from learnlog.i18n.places import field_name, thing_name  # noqa: PLC0415 - only when there is something to tell

        values: dict[str, object] = {
            "thing": thing_name(self.table),
            "name": self.name,
            "field": field_name(self.table, self.path),
        }
        return Msg(N_("{thing} “{name}”, {field}") if self.name else N_("{thing}, {field}"), values)


def in_documents(ledger: Ledger, least: Certainty) -> Iterator[tuple[Found, str]]:
    """What was seen in the documents of a log, and the text that was seen."""
    for table in ledger.table_names():
        for uid, _, document in ledger.documents(table):
            yield from look_through(table, "" if uid == ONLY else uid, document, least)


def look_through(
    table: str,
    uid: str,
    value: Any,  # noqa: ANN401 - of any kind
    least: Certainty,
) -> Iterator[tuple[Found, str]]:
    """What was seen in a value, and the text that was seen."""
    name = ""
    seen = look if least is Certainty.HINT else look_for_numbers
    for path, text in texts_in(value):
        names_meant = not PROPER_NAMES.isdisjoint((table, *path))
        for sighting in seen(text):
            if names_meant and sighting.certainty is Certainty.HINT:
                continue
            name = name or name_of(value)
            yield Found(table, uid, name, path, sighting, ""), text[sighting.start : sighting.end]


def name_of(value: Any) -> str:  # noqa: ANN401 - of any kind
    """What a thing is called, on one line, masked."""
    get = value.get if isinstance(value, Mapping) else lambda field: getattr(value, field, "")
    name = next((text for field in _NAMED_BY if isinstance(text := get(field), str) and text), "")
    name = " ".join(hide(name, look(name), DOT * 3).split())
    return name if len(name) <= NAME_MOST else name[: NAME_MOST - 1] + "…"


def digest_of(salt: str, found: Found, text: str) -> str:
    """By which something is recognised, however it is spelled."""
    import hashlib  # noqa: PLC0415 - nothing is ever seen in most texts

    is_number = found.sighting.certainty is not Certainty.HINT
    same = (
        "".join(str(int(each)) for each in text if each.isdecimal()) if is_number else " ".join(text.casefold().split())
    )
    return hashlib.sha256(f"{salt}\0{same}".encode(errors="replace")).hexdigest()
