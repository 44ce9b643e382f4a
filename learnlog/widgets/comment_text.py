"""Comments as words: who said what about which version, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from textual.content import Content

from learnlog.domain.comment import Comment, CommentStatus, ReceivedReview, SignOff, Standing
from learnlog.domain.merging import Judged, MergePlan, Outcome
from learnlog.domain.questions import is_answered
from learnlog.domain.review import REVIEW_QUESTIONS, CommentKind, ReviewerRole
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.answers import answer_words
from learnlog.i18n.dates import numeric_date, short_date
from learnlog.i18n.labels import capital, label
from learnlog.i18n.review_labels import stated_by
from learnlog.widgets.glyphs import URGENT
from learnlog.widgets.review_rows import APPROVED, CHANGES, LOOKS
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import content, line, show_line


def stated(name: str, role: ReviewerRole) -> str:
    """Who says it, as they state."""
    return show_line(stated_by(name, role, translator()))


def comment_rows(comments: Sequence[Comment], today: dt.date) -> list[Row]:
    """Comments, two lines each: what they are about, and what is said; at the right when, and how it stands."""
    return [_row(each, today) for each in comments]


def _row(comment: Comment, today: dt.date) -> Row:
    look, tr = LOOKS[comment.kind], translator()
    is_open = comment.status is CommentStatus.OPEN
    title = Content.assemble((f"{look.glyph} ", look.style), line(comment.title or "–", "" if is_open else "$muted"))
    when = short_date(comment.written_on, tr, today) if comment.written_on else ""
    status = Content.styled(label(comment.status, tr), "$accent" if is_open else "$muted")
    said = Content.assemble("  ", line(_words(comment), "$muted"))
    return Row(comment.id, (title, said), Content.styled(when, "$muted"), status)


def _words(comment: Comment) -> str:
    if comment.kind is CommentKind.PRIVACY:
        return _("Somebody can be recognised here. Change it, and share it again.")
    return comment.text


def comment_lines(comment: Comment) -> Content:
    """A comment in full: kind, who and when, which version, the words, the answer, how it stands."""
    look, tr = LOOKS[comment.kind], translator()
    day = numeric_date(comment.written_on, tr) if comment.written_on else ""
    parts = [
        Content.assemble(
            (f"{look.glyph} {show_line(capital(label(comment.kind, tr)))}", f"bold {look.style}"),
            (f" · {label(comment.status, tr)}", "$muted"),
        ),
        Content.styled(
            " · ".join(each for each in (day, stated(comment.author_name, comment.author_role)) if each), "$muted"
        ),
    ]
    if comment.is_stale:
        version = numeric_date(comment.version_on, tr) if comment.version_on else "–"
        parts.append(Content.styled(_("written about the version of {day}", day=version), URGENT.style))
    if comment.is_unplaced:
        parts.append(Content.styled(_("what it is about was in the bin"), URGENT.style))
    parts.append(content(_words(comment)))
    if comment.answer:
        parts.append(Content.assemble((_("Your answer:"), "bold"), " ", content(comment.answer)))
    if comment.show_in_cv:
        parts.append(Content.styled(_("quoted in the CV summary"), "$muted"))
    return Content("\n").join(parts)


def said_about(comments: Iterable[Comment], signed: SignOff | None) -> Content:
    """What others have said about one thing, below its own text; nothing when nobody has."""
    parts = [] if signed is None else [sign_off_line(signed)]
    parts += [comment_lines(each) for each in comments]
    return Content("\n\n").join(parts)


def sign_off_line(signed: SignOff) -> Content:
    """The latest decision about something, and what it is worth today."""
    look = {Standing.APPROVED: APPROVED, Standing.CHANGES: CHANGES, Standing.OUTDATED: URGENT}[signed.standing]
    tr = translator()
    day = numeric_date(signed.on, tr) if signed.on else ""
    who = " · ".join(each for each in (day, stated(signed.by, signed.role)) if each)
    word = show_line(capital(label(signed.standing, tr)))
    return Content.assemble((f"{look.glyph} {word}", look.style), (f"  {who}", "$muted"))


def review_lines(review: ReceivedReview) -> Content:
    """What a review says about the log as a whole."""
    day = numeric_date(review.signed_on, translator()) if review.signed_on else ""
    who = " · ".join(each for each in (day, stated(review.author_name, review.author_role)) if each)
    return Content("\n").join(
        [Content.styled(_("The log as a whole"), "bold"), Content.styled(who, "$muted"), *_answers(review.answers)]
    )


def _answers(answers: dict[str, str]) -> list[Content]:
    tr, parts = translator(), []
    for question in REVIEW_QUESTIONS.questions:
        if is_answered(answers, question.id):
            parts += [
                Content.styled(_(question.text), "$muted"),
                Content.assemble("  ", content(answer_words(question, answers[question.id], tr))),
            ]
    return parts


def plan_lines(plan: MergePlan) -> Content:
    """What taking a review in would do, in the order of what becomes of it."""
    tr, signature = translator(), plan.review.signature
    made = plan.record.made_at
    about = _("about the copy of {day}", day=numeric_date(made.date(), tr)) if made else ""
    who = " · ".join((numeric_date(signature.signed_on, tr), stated(signature.name, signature.role)))
    parts = [Content.styled(who, "bold"), Content.styled(about, "$muted"), *_answers(plan.review.answers)]
    for outcome in Outcome:
        found = plan.of(outcome)
        if found:
            style = "$primary" if outcome.is_kept else "$muted"
            parts += [
                Content(""),
                Content.styled(f"{show_line(capital(label(outcome, tr)))} ({len(found)})", f"bold {style}"),
            ]
            parts += [_judged(each) for each in found]
    return Content("\n").join(parts)


def _judged(each: Judged) -> Content:
    item, tr = each.item, translator()
    what = ", ".join(label(said, tr) for said in (item.kind, item.decision) if said)
    head = Content.assemble(line(each.ref.title if each.ref else _("(not in the copy)")), (f"  {what}", "$muted"))
    parts = [head, *([Content.assemble("  ", content(item.text))] if item.text else [])]
    if each.outcome is Outcome.OTHER_WORDS and each.known:
        parts.append(Content.assemble(("  " + _("Taken in before:"), "$muted"), " ", content(each.known.text)))
    return Content("\n").join(parts)
