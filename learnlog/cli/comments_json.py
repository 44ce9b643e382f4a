"""A reviewer's comments from a JSON file.

    {"reviewer": {"name": "Eva Exempel", "role": "supervisor"}, "date": "2026-11-20",
     "answers": {"v1": "…", "v5": "no", "v6": "read"},
     "items": [{"item": "3f9a", "kind": "question", "text": "…"}, {"item": "81c2", "decision": "approved"}]}

The date is today's unless it is told. A beginning of an item's id is enough.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from learnlog.cli.answers_json import object_in
from learnlog.domain import reviewing
from learnlog.domain.review import TEXT_MAX, CommentKind, Decision, Review, ReviewerRole, Signature
from learnlog.domain.share import Share, SharedItem
from learnlog.errors import InvalidInputError
from learnlog.storage import shapes
from learnlog.storage.strict import Unfit
from learnlog.text import N_

ITEMS_MAX = 2000
_PREFIX = "rv."


def told(text: str, share: Share, new: Review, new_id: Callable[[], str]) -> Review:
    """The review that a file tells.

    Args:
        text: The file.
        share: The copy it is about.
        new: The review with nothing said yet.
        new_id: Where ids for comments come from.

    Raises:
        InvalidInputError: If something in it is not as it should be; an item is named by its number.
    """
    try:
        fields = shapes.shaped(object_in(text), _FIELDS, {"date": new.signature.signed_on, "answers": {}, "items": ()})
        review = new._replace(
            signature=Signature(**fields["reviewer"], signed_on=fields["date"]), answers=fields["answers"]
        )
        for number, each in enumerate(fields["items"], 1):
            review = _with(review, each, number, share, new_id)
    except Unfit as error:
        raise InvalidInputError(("comments", error.message)) from error
    return review


def _with(review: Review, fields: dict[str, Any], number: int, share: Share, new_id: Callable[[], str]) -> Review:
    item = _named(fields["item"], number, share)
    kind, text, decision = fields["kind"], fields["text"].strip(), fields["decision"]
    if kind is None and (text or decision is None):
        raise Unfit(N_("Item {number}: say what kind of comment it is, or decide."), number=number)
    if kind is CommentKind.PRIVACY and text:
        raise Unfit(N_("Item {number}: leave the text out. It would tell who can be recognised."), number=number)
    if kind is not None and kind is not CommentKind.PRIVACY and not text:
        raise Unfit(N_("Item {number}: the text is missing."), number=number)
    if reviewing.is_flagged(review, item.uid) or (kind is CommentKind.PRIVACY and reviewing.said_of(review, item.uid)):
        raise Unfit(
            N_("Item {number}: somebody can be recognised there, so nothing else is said about it."), number=number
        )
    if kind is not None:
        review = reviewing.with_comment(review, item, new_id(), kind, text)
    return reviewing.with_decision(review, item, new_id(), decision) if decision else review


def _named(beginning: str, number: int, share: Share) -> SharedItem:
    beginning = beginning.strip().lower()
    fitting = [each for each in reviewing.to_comment(share) if beginning and each.uid.startswith(beginning)]
    exact = [each for each in fitting if each.uid == beginning]
    if len(exact or fitting) != 1:
        raise Unfit(N_("Item {number}: nothing in this copy, or more than one thing, has that id."), number=number)
    return (exact or fitting)[0]


def _kind(raw: object) -> CommentKind | None:
    if raw is None:
        return None
    words = [each.value.removeprefix(_PREFIX) for each in CommentKind]
    word = raw.removeprefix(_PREFIX) if isinstance(raw, str) else raw
    return CommentKind(_PREFIX + shapes.key_of(*words)(word))


def _item(raw: object) -> dict[str, Any]:
    return shapes.shaped(raw, _ITEM, {"kind": None, "text": "", "decision": None})


def _reviewer(raw: object) -> dict[str, Any]:
    return shapes.shaped(raw, {"name": shapes.text(1000), "role": shapes.member(ReviewerRole)})


def _answers(raw: object) -> dict[str, str]:
    if not isinstance(raw, dict) or not all(isinstance(each, str | None) for each in raw.values()):
        raise Unfit(N_("Something else stands where there should be a text."))
    return {str(key): answer for key, answer in raw.items() if answer}


_ITEM: dict[str, shapes.Kind] = {
    "item": shapes.text(80, 1),
    "kind": _kind,
    "text": shapes.text(TEXT_MAX),
    "decision": shapes.unless_null(shapes.member(Decision)),
}
_FIELDS: dict[str, shapes.Kind] = {
    "reviewer": _reviewer,
    "date": shapes.day,
    "answers": _answers,
    "items": shapes.listed(_item, ITEMS_MAX),
}
