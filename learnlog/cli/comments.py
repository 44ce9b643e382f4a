"""What others have said: list it, answer it, close it, quote it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from learnlog.cli import review_json, typed
from learnlog.cli.call import Call
from learnlog.cli.everything import services
from learnlog.cli.opening import tell_notices
from learnlog.cli.output import ID_SHOWN, Output
from learnlog.cli.pages import print_answers, print_facts, print_heading, print_text
from learnlog.cli.warning import warn
from learnlog.domain.comment import Comment, CommentStatus, ReceivedReview, SignOff
from learnlog.domain.printable import show_line
from learnlog.domain.review import REVIEW_QUESTIONS, CommentKind, ReviewerRole
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.labels import capital, label
from learnlog.i18n.review_labels import stated_by


def list_comments(call: Call) -> int:
    """List comments and reviews, the latest first."""
    given, out = call.arguments, call.out
    opened = services(call)
    comments = opened.comments.waiting() if given.switch("open") else opened.comments.all()
    tell_notices(opened.log)
    about = typed.text(given.text("item") or "").strip().lower()
    shown = [each for each in reversed(comments) if each.target.startswith(about)]
    reviews = () if about or given.switch("open") else tuple(reversed(opened.comments.reviews.all()))
    if given.switch("json"):
        objects = {
            "comments": [review_json.comment_object(each) for each in shown],
            "reviews": [review_json.review_object(each) for each in reviews],
        }
        out.json(objects, indent=2)
        return 0
    for each in reviews:
        print_review(each, out)
    print_comments(shown, out)
    if not shown and not reviews:
        out.note(_("There are no open comments.") if given.switch("open") else _("There are no comments."))
    return 0


def answer(call: Call) -> int:
    """Answer a comment, or open it again."""
    opened = services(call)
    name, text = call.arguments.words
    comment = opened.comments.find(typed.text(name).strip())
    saved = opened.comments.answer(comment, typed.standard_input("answer") if text == "-" else typed.text(text))
    warn(call, saved)
    return _done(
        call, saved, _("Saved.") if saved.status is CommentStatus.ANSWERED else _("The comment is open again.")
    )


def close(call: Call) -> int:
    """Close a comment."""
    opened = services(call)
    saved = opened.comments.close(opened.comments.find(typed.text(call.arguments.words[0]).strip()))
    return _done(call, saved, _("The comment is closed."))


def quote(call: Call) -> int:
    """Quote a comment in the CV summary, or no longer."""
    opened = services(call)
    comment = opened.comments.find(typed.text(call.arguments.words[0]).strip())
    saved = opened.comments.quote(comment, in_cv=not call.arguments.switch("no"))
    done = (
        _("The comment is quoted in the CV summary.") if saved.show_in_cv else _("The comment is not quoted any more.")
    )
    return _done(call, saved, done)


def print_comments(comments: Sequence[Comment], out: Output) -> None:
    """Print comments with their answers, one below the other."""
    tr = translator()
    for each in comments:
        head = f"{each.id[:ID_SHOWN]}  {capital(label(each.kind, tr))}: {each.title or '–'}"
        out.raw(f"\n{out.strong(head)}\n")
        print_facts(comment_facts(each), out)
        print_text(comment_text(each), out)
        if each.answer:
            out.raw(f"  {show_line(_('Your answer:'))}\n")
            print_text(each.answer, out)


def comment_facts(comment: Comment) -> tuple[tuple[str, str], ...]:
    """Who said it and when, and how it stands."""
    tr = translator()
    version = comment.version_on.isoformat() if comment.version_on else "–"
    notes = (
        _("written about the version of {day}", day=version) if comment.is_stale else "",
        _("what it is about was in the bin") if comment.is_unplaced else "",
    )
    return (
        (_("Signed"), _signed(comment.written_on, comment.author_name, comment.author_role)),
        (_("Status"), " · ".join(each for each in (label(comment.status, tr), *notes) if each)),
    )


def comment_text(comment: Comment) -> str:
    """What was said; where somebody can be recognised, what to do."""
    if comment.kind is CommentKind.PRIVACY:
        return _("Somebody can be recognised here. Change it, and share it again.")
    return comment.text


def print_sign_off(signed: SignOff, out: Output) -> None:
    """Print the latest decision about something, and what it is worth today."""
    print_facts(((capital(label(signed.standing, translator())), _signed(signed.on, signed.by, signed.role)),), out)


def print_review(review: ReceivedReview, out: Output) -> None:
    """Print what a review says about the log as a whole."""
    print_heading(_("Review"), out)
    print_facts(((_("Signed"), _signed(review.signed_on, review.author_name, review.author_role)),), out)
    print_answers(REVIEW_QUESTIONS, review.answers, out)


def _signed(day: dt.date | None, name: str, role: ReviewerRole) -> str:
    """When, and who states to have done it."""
    stated = stated_by(name, role, translator())
    return f"{day.isoformat()} · {stated}" if day else stated


def _done(call: Call, saved: Comment, sentence: str) -> int:
    if call.arguments.switch("json"):
        call.out.json(review_json.comment_object(saved))
    else:
        call.out.note(sentence)
    return 0
