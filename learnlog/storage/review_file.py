"""A review as a file: strict JSON with ids, fingerprints, comments and decisions, and a mark that proves its way.

    {"format":"learnlog-review","version":1,"review_id":"…","share_id":"…","log_id":"…",
     "reviewer":{"name":"…","role":"supervisor"},"date":"2026-11-20","answers":{"v1":"…",…},
     "items":[{"comment_id":"…","target":"…","hash":"…","kind":"rv.question","text":"…","decision":null,"mac":"…"},…],
     "mac":"…"}

The marks are made with the key that lies in the copy: whoever made them could read it, and nothing has been changed
since. They are no proof of who that was. Each item has its own, so that a damaged one can be named.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from learnlog.domain.review import (
    ITEMS_MAX,
    NAME_MAX,
    REVIEW_QUESTIONS,
    TEXT_MAX,
    CommentKind,
    Decision,
    Review,
    ReviewerRole,
    ReviewItem,
    Signature,
)
from learnlog.errors import ExportError, ForeignFileError, InvalidInputError
from learnlog.storage import shapes, strict
from learnlog.storage.disk import Disk
from learnlog.storage.json_text import Doc
from learnlog.storage.strict import Unfit, canonical
from learnlog.text import N_

FORMAT = "learnlog-review"
VERSION = 1
SUFFIX = ".learnlog-review"
"""How the name of such a file ends."""
_ID, _MAC = 32, 64
_LOG_ID_MAX = 100
_DISK = Disk()


class Unproven(NamedTuple):
    """A review as it stands in a file: of the right shape, but anybody may have written it.

    Attributes:
        review: The review.
        document: The file's content, as JSON.
    """

    review: Review
    document: Doc


def encoded(review: Review, reply_key: str) -> bytes:
    """A review as the bytes of its file.

    Args:
        review: The review.
        reply_key: The copy's `learnlog.domain.share.Share.reply_key`.

    Raises:
        InvalidInputError: If it is not complete.
        ExportError: If it holds more than can be taken in.
    """
    review = review.revised()
    document: Doc = {
        "format": FORMAT,
        "version": VERSION,
        "review_id": review.review_id,
        "share_id": review.share_id,
        "log_id": review.log_id,
        "reviewer": {"name": review.signature.name, "role": review.signature.role},
        "date": review.signature.signed_on.isoformat(),
        "answers": {key: answer for key, answer in review.answers.items() if answer},
        "items": [each._asdict() for each in review.items],
    }
    for each in document["items"]:
        each["mac"] = _mac_of_item(each, review.review_id, reply_key)
    document["mac"] = _mac_of_all(document, reply_key)
    data = canonical(document) + b"\n"
    if len(data) > strict.REVIEW.size:
        raise ExportError(N_("The review is too long for one file. Write some of the comments shorter."))
    return data


def read(path: str, disk: Disk = _DISK) -> Unproven:
    """The review in a file.

    Raises:
        ForeignFileError: If it is anything else, or anything in it is not as it should be; an item by its number.
        NewerFormatError: If a newer learnlog has written it.
    """
    return decoded(strict.bytes_of(path, strict.REVIEW.size, disk))


def decoded(data: bytes) -> Unproven:
    """The review in the bytes of a file; raises what `read` raises."""
    document = strict.load(data, strict.REVIEW)
    shapes.version_of(document, FORMAT, VERSION)
    try:
        fields = shapes.shaped(document, _FIELDS)
    except Unfit as error:
        raise ForeignFileError(error.message) from error
    signature = Signature(**fields["reviewer"], signed_on=fields["date"])
    values = {name: fields[name] for name in ("review_id", "share_id", "log_id", "answers", "items")}
    try:
        review = Review(signature=signature, **values).revised()
    except InvalidInputError as error:
        raise ForeignFileError(error.message) from error
    return Unproven(review, document)


def proven(unproven: Unproven, reply_key: str) -> Review:
    """A review whose marks are right: whoever wrote it could read the copy, and nothing has been changed since.

    Args:
        unproven: The review as it stands in a file.
        reply_key: The copy's, from the log's own memory of it.

    Raises:
        ForeignFileError: If a mark is wrong; that of an item by its number.
    """
    import hmac  # noqa: PLC0415 - only whoever merges needs it

    document = unproven.document
    for number, each in enumerate(document["items"], 1):
        if not hmac.compare_digest(each["mac"], _mac_of_item(each, document["review_id"], reply_key)):
            raise ForeignFileError(N_("Item {number} has been changed or damaged on its way."), number=number)
    if not hmac.compare_digest(document["mac"], _mac_of_all(document, reply_key)):
        raise ForeignFileError(N_("The review has been changed or damaged on its way."))
    return unproven.review


def _mac_of_item(item: Doc, review_id: str, reply_key: str) -> str:
    return _mac("item", [review_id, {name: each for name, each in item.items() if name != "mac"}], reply_key)


def _mac_of_all(document: Doc, reply_key: str) -> str:
    return _mac("review", {name: each for name, each in document.items() if name != "mac"}, reply_key)


def _mac(what: str, value: object, reply_key: str) -> str:
    import hmac  # noqa: PLC0415 - only whoever reviews or merges needs it

    return hmac.new(bytes.fromhex(reply_key), f"learnlog/{what}/1\0".encode() + canonical(value), "sha256").hexdigest()


def _reviewer(raw: object) -> dict[str, Any]:
    return shapes.shaped(raw, {"name": shapes.text(NAME_MAX, 1), "role": shapes.member(ReviewerRole)})


def _answers(raw: object) -> dict[str, str]:
    ids = REVIEW_QUESTIONS.ids
    told = shapes.shaped(raw, dict.fromkeys(ids, shapes.text(TEXT_MAX, 1)), dict.fromkeys(ids, ""))
    return {key: answer for key, answer in told.items() if answer}


def _item(raw: object) -> ReviewItem:
    fields = shapes.shaped(raw, _ITEM)
    del fields["mac"]
    return ReviewItem(**fields)


_UID = shapes.hexadecimal(_ID)
_HASH = shapes.hexadecimal(_MAC)
_ITEM: dict[str, shapes.Kind] = {
    "comment_id": _UID,
    "target": shapes.uid,
    "hash": _HASH,
    "kind": shapes.unless_null(shapes.member(CommentKind)),
    "text": shapes.text(TEXT_MAX),
    "decision": shapes.unless_null(shapes.member(Decision)),
    "mac": _HASH,
}
_FIELDS: dict[str, shapes.Kind] = {
    "format": shapes.as_it_is,
    "version": shapes.as_it_is,
    "review_id": _UID,
    "share_id": _UID,
    "log_id": shapes.text(_LOG_ID_MAX, 1),
    "reviewer": _reviewer,
    "date": shapes.day,
    "answers": _answers,
    "items": shapes.listed(_item, ITEMS_MAX),
    "mac": _HASH,
}
