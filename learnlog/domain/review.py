"""A review: what somebody says about a copy they were given. It has no place for anything else.

It holds ids, fingerprints, comments, decisions and answers: no text of the log, and nothing that could change it.
Somebody who can be recognised is told of without a word about who, or where it stands: such an item goes back with
the flag alone, and the questions about the log as a whole are not answered then.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from learnlog.domain.answers import checked
from learnlog.domain.printable import taken_in
from learnlog.domain.questions import Question, QuestionSet
from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg

TEXT_MAX = 5000
"""Longest comment, in characters."""
NAME_MAX = 120
"""Longest name of a reviewer, in characters."""
ITEMS_MAX = 2000
"""Most comments in a review."""


class CommentKind(StrEnum):
    """What kind of comment it is. There are no marks."""

    APPRECIATE = "rv.appreciate"
    QUESTION = "rv.question"
    SUGGEST = "rv.suggest"
    PRIVACY = "rv.privacy"
    """Somebody can be recognised. Without a text: it would tell who."""


class Decision(StrEnum):
    """What a reviewer says of an item as a whole."""

    APPROVED = "approved"
    CHANGES = "changes"
    """Please change something, and show it again."""


class ReviewerRole(StrEnum):
    """What a reviewer is."""

    SUPERVISOR = "supervisor"
    MANAGER = "manager"
    COLLEAGUE = "colleague"


class Signature(NamedTuple):
    """Who stands for a review. It is what they state: nobody has checked it.

    Attributes:
        name: Their name.
        role: What they are.
        signed_on: The day.
    """

    name: str
    role: ReviewerRole
    signed_on: dt.date


class ReviewItem(NamedTuple):
    """What is said about one thing in a copy.

    Attributes:
        comment_id: 128 random bits as 32 hexadecimal digits.
        target: Id of the thing.
        hash: Its fingerprint as it stands in the copy: which version this is about.
        kind: Of the comment; None for a decision without one.
        text: The comment; empty for a decision without one, and where somebody can be recognised.
        decision: Approved, or please change; None for neither.
    """

    comment_id: str
    target: str
    hash: str
    kind: CommentKind | None = None
    text: str = ""
    decision: Decision | None = None


class Review(NamedTuple):
    """An answer to a copy.

    Attributes:
        review_id: 128 random bits as 32 hexadecimal digits.
        share_id: The copy's.
        log_id: Id of the log the copy was made from.
        signature: Who stands for it.
        answers: Question id → answer (v1 to v6).
        items: What is said about single things.
    """

    review_id: str
    share_id: str
    log_id: str
    signature: Signature
    answers: dict[str, str] = {}  # noqa: RUF012 - never changed in place
    items: tuple[ReviewItem, ...] = ()

    def revised(self) -> Review:
        """This review, its texts cleaned for keeping, then checked.

        Raises:
            InvalidInputError: With every problem, by field; those of an item carry its number.
        """
        review: Review = taken_in(self)
        name = " ".join(review.signature.name.split())
        items = tuple(each._replace(text=each.text.strip()) for each in review.items)
        review = review._replace(signature=review.signature._replace(name=name), items=items)
        problems = [*signature_problems(review.signature), *items_problems(review.items)]
        try:
            review = review._replace(answers=checked(questions_for(review.items), review.answers))
        except InvalidInputError as error:
            problems += error.problems
        too_long = Msg(N_("The answer is too long: at most {most} characters."), {"most": TEXT_MAX})
        problems += [(key, too_long) for key, answer in review.answers.items() if len(answer) > TEXT_MAX]
        if (review.answers.get("v5") == "yes") != sends_back(review.items):
            problems.append(("v5", Msg(_SAY_WHERE if not sends_back(review.items) else _SAY_YES)))
        if problems:
            raise InvalidInputError(*problems)
        return review


REVIEW_QUESTIONS = QuestionSet(
    "review",
    N_("The log as a whole"),
    (
        Question(
            "v5",
            N_("Can anybody be recognised? If yes: send back, do not comment on it."),
            kind="choice",
            required=True,
            options=(("no", N_("no")), ("yes", N_("yes"))),
        ),
        Question("v1", N_("What do you see that is good? Give one example."), required=True),
        Question("v2", N_("One open question to think about:")),
        Question("v3", N_("Which competence has become stronger?"), kind="line"),
        Question(
            "v4",
            N_("Should more people hear this?"),
            kind="choice",
            options=(
                ("no", N_("no")),
                ("apt", N_("at a workplace meeting")),
                ("reflection_meeting", N_("reflection meeting")),
                ("routine", N_("routine")),
            ),
        ),
        Question(
            "v6",
            N_("What comes next?"),
            kind="choice",
            required=True,
            options=(("read", N_("read")), ("talked", N_("talked about")), ("needtalk", N_("we need to talk"))),
        ),
    ),
    notice=N_("Comments only: no marks and no score."),
)
"""Asked about the log as a whole (form v). Whether anybody can be recognised comes first: it decides about the rest."""
_SENT_BACK = ("v5", "v6")
"""What is still asked when somebody can be recognised: free words about the log would tell who."""


_SAY_WHERE = N_("Say where somebody can be recognised: mark it there, without a word about who.")
_SAY_YES = N_("You have marked where somebody can be recognised, so the answer is yes.")


def questions_for(items: Iterable[ReviewItem]) -> QuestionSet:
    """What is asked about the log as a whole, with these comments on single things."""
    if not sends_back(items):
        return REVIEW_QUESTIONS
    return REVIEW_QUESTIONS._replace(
        questions=tuple(each for each in REVIEW_QUESTIONS.questions if each.id in _SENT_BACK)
    )


def sends_back(items: Iterable[ReviewItem]) -> bool:
    """Whether somebody can be recognised in one of the things."""
    return any(each.kind is CommentKind.PRIVACY for each in items)


def signature_problems(signature: Signature) -> Iterator[tuple[str, Msg]]:
    """Why somebody cannot sign so."""
    if not signature.name:
        yield "name", Msg(N_("Write your name: a review is signed."))
    elif len(signature.name) > NAME_MAX:
        yield "name", Msg(N_("The name is too long: at most {most} characters."), {"most": NAME_MAX})


def items_problems(items: tuple[ReviewItem, ...]) -> Iterator[tuple[str, Msg]]:
    """Why these cannot stand together in a review, by the number of the item."""
    if len(items) > ITEMS_MAX:
        yield "items", Msg(N_("There are too many comments: at most {most}."), {"most": ITEMS_MAX})
    ids = Counter(each.comment_id for each in items)
    decided = Counter(each.target for each in items if each.decision)
    about = Counter(each.target for each in items)
    flagged = {each.target for each in items if each.kind is CommentKind.PRIVACY}
    for number, each in enumerate(items, 1):
        problem = _item_problem(each)
        if problem is None and each.target in flagged and about[each.target] > 1:
            problem = Msg(N_("Somebody can be recognised there, so nothing else is said about it."))
        if problem is None and (ids[each.comment_id] > 1 or decided[each.target] > 1):
            problem = Msg(N_("It stands there twice."))
        if problem is not None:
            yield "items", Msg(N_("Item {number}: {sentence}"), {"number": number, "sentence": problem})


def _item_problem(item: ReviewItem) -> Msg | None:
    if len(item.text) > TEXT_MAX:
        return Msg(N_("The comment is too long: at most {most} characters."), {"most": TEXT_MAX})
    if item.kind is CommentKind.PRIVACY:
        if item.text or item.decision is Decision.APPROVED:
            return Msg(N_("Somebody can be recognised there, so nothing else is said about it."))
    elif item.kind is not None and not item.text:
        return Msg(N_("Write the comment, or leave it out."))
    elif item.kind is None and (item.text or item.decision is None):
        return Msg(N_("Choose what kind of comment it is."))
    return None
