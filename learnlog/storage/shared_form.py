"""How things lie in a shared copy: which of their fields a reader needs, and their fingerprints.

The fields are stored as in the log. What is not named here never leaves: stamps, the bin, clashes, what a training
costs and who pays for it, whether an entry stands in the CV summary.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from learnlog.domain.comment import CommentStatus
from learnlog.domain.review import CommentKind, ReviewerRole
from learnlog.domain.share import KINDS, Shared, SharedComment, SharedItem, SharedKind, Summary
from learnlog.domain.values import Language
from learnlog.storage.codec import ENTRIES, Codec, defaults_of
from learnlog.storage.fields import DAY, NOT_READABLE, TEXT, Kind, one_of, optional
from learnlog.storage.json_text import Doc
from learnlog.storage.plan import ACTIONS, AREAS, GOALS
from learnlog.storage.strict import Unfit, canonical
from learnlog.storage.trainings import TRAININGS
from learnlog.text import N_


class Form(NamedTuple):
    """What of a kind of value stands in a copy.

    Attributes:
        codec: How its fields are stored.
        content: The fields that tell something: a change in one of them makes it another version.
        links: The fields that name other things in the same copy, or say who may see it.
    """

    codec: Codec[Any]
    content: tuple[str, ...]
    links: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields that stand in a copy."""
        return self.content + self.links


SUMMARIES: Codec[Summary] = Codec(
    "summary",
    Summary,
    defaults_of(Summary, made_on=None, language=Language.EN),
    {"made_on": DAY, "language": one_of(Language), "title": TEXT, "text": TEXT},
)
COMMENTS: Codec[SharedComment] = Codec(
    "comment",
    SharedComment,
    defaults_of(
        SharedComment,
        target="",
        author_role=ReviewerRole.COLLEAGUE,
        kind=CommentKind.SUGGEST,
        status=CommentStatus.OPEN,
    ),
    {
        "target": TEXT,
        "author_name": TEXT,
        "author_role": one_of(ReviewerRole),
        "kind": one_of(CommentKind),
        "text": TEXT,
        "status": one_of(CommentStatus),
        "answer": TEXT,
        "written_on": optional(DAY),
    },
)


def _form(codec: Codec[Any], *, links: tuple[str, ...] = (), out: tuple[str, ...] = ()) -> Form:
    """All fields of a kind but for some."""
    stamps = ("created_at", "updated_at", "deleted_at", "clashes")
    return Form(codec, tuple(name for name in codec.fields if name not in (*links, *out, *stamps)), links)


FORMS: dict[SharedKind, Form] = {
    SharedKind.ENTRY: _form(ENTRIES, links=("visibility", "training_id", "goal_ids", "action_id"), out=("show_in_cv",)),
    SharedKind.TRAINING: _form(TRAININGS, links=("goal_ids",), out=("cost", "initiative", "project_code")),
    SharedKind.GOAL: _form(GOALS, links=("area_id",), out=("talk_id",)),
    SharedKind.ACTION: _form(ACTIONS, links=("goal_id",), out=("workshop_id", "talk_id")),
    SharedKind.AREA: _form(AREAS, links=("evidence",), out=("is_active",)),
    SharedKind.SUMMARY: _form(SUMMARIES),
    SharedKind.COMMENT: _form(COMMENTS, links=("target",)),
}
"""Kind → what of it stands in a copy."""


def reduced(value: Shared, present: frozenset[str]) -> Shared:
    """A value with what a reader needs: the other fields are as if they had never been written.

    Args:
        value: As it is in the log.
        present: Ids of everything in the copy: what it names besides is left out.
    """
    form = FORMS[KINDS[type(value)]]
    document = _document(value, form.fields)
    for name in form.links:
        stored = document[name]
        if isinstance(stored, list):
            document[name] = [uid for uid in stored if uid in present]
        elif name != "visibility" and stored not in present:
            document[name] = ""
    made: Shared = form.codec.decode(document, 0, id=value.id)
    return made


def item_of(value: Shared, rev: int) -> SharedItem:
    """A `reduced` value as an item of a copy, with its fingerprint."""
    kind = KINDS[type(value)]
    return SharedItem(kind, value.id, rev, hash_of(kind, value), value)


def document_of(value: Shared) -> Doc:
    """How a value stands in a copy."""
    return _document(value, FORMS[KINDS[type(value)]].fields)


def value_of(kind: SharedKind, uid: str, document: object) -> tuple[Shared, str]:
    """A value from how it stands in a copy, and its fingerprint.

    Raises:
        Unfit: If it is not exactly what learnlog writes for such a value: a field is missing, unknown, not of its
            kind, or written otherwise.
    """
    form = FORMS[kind]
    if not isinstance(document, dict) or document.keys() != _names(kind):
        raise Unfit(N_("There are fields missing, or some that do not belong there."))
    made: Shared = form.codec.decode(document, 0, id=uid)
    content = {"id": uid} | document
    try:
        is_same = canonical({"id": uid} | _plain_document(made, kind)) == canonical(content)
    except NOT_READABLE:
        is_same = False
    if not is_same:
        raise Unfit(N_("Something stands in a field that does not belong there."))
    return made, fingerprint(kind, content)


def hash_of(kind: SharedKind, value: Shared) -> str:
    """The fingerprint of a value as it stands in a copy: a comment on it names this."""
    return fingerprint(kind, {"id": value.id} | document_of(value))


def source_hash(kind: SharedKind, value: Shared) -> str:
    """The fingerprint of what is written in a value in the log: the same as long as nobody has changed that.

    What it belongs to, who may see it and when it was saved are not part of it.
    """
    return fingerprint(kind, {"id": value.id} | _document(value, FORMS[kind].content))


def fingerprint(kind: str, value: object) -> str:
    """SHA-256 of JSON in its one form, as 64 hexadecimal digits; the same content of another kind has another one."""
    import hashlib  # noqa: PLC0415 - only what is shared needs it

    return hashlib.sha256(f"learnlog/{kind}/1\0".encode() + canonical(value)).hexdigest()


@cache
def _names(kind: SharedKind) -> frozenset[str]:
    return frozenset(FORMS[kind].fields)


@cache
def _way(kind: SharedKind) -> tuple[tuple[str, ...], Callable[[Shared], tuple[Any, ...]], tuple[tuple[str, Kind], ...]]:
    """The fields of a kind, how to get all of them, and those that JSON does not write by itself."""
    form = FORMS[kind]
    fields = form.codec.fields
    rest = tuple((name, fields[name]) for name in form.fields if not fields[name].json)
    return form.fields, attrgetter(*form.fields), rest


def _plain_document(value: Shared, kind: SharedKind) -> Doc:
    """As `document_of`, in as few steps as can be: what JSON writes by itself is left as it is."""
    names, parts, rest = _way(kind)
    document: Doc = dict(zip(names, parts(value), strict=True))
    for name, kind_of_field in rest:
        document[name] = kind_of_field.to(document[name])
    return document


def _document(value: Shared, names: tuple[str, ...]) -> Doc:
    fields = FORMS[KINDS[type(value)]].codec.fields
    return {name: fields[name].to(getattr(value, name)) for name in names}
