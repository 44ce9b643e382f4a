"""The things of a copy as rows, with what is said about them; and a comment as words."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from learnlog.domain import reviewing
from learnlog.domain.entry import Entry
from learnlog.domain.review import CommentKind, Decision, Review
from learnlog.domain.share import Share, SharedItem
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import area_name, capital, label
from learnlog.widgets.glyphs import TRAINING, URGENT, Look, mark
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import content, line, show_line

LOOKS: dict[CommentKind, Look] = {
    CommentKind.APPRECIATE: Look("+", "$success"),
    CommentKind.QUESTION: Look("?", "$primary"),
    CommentKind.SUGGEST: Look("›", "$accent"),
    CommentKind.PRIVACY: URGENT,
}
"""How each kind of comment is marked; its word always stands beside it."""
APPROVED = Look("✓", "$success")
CHANGES = Look("↺", "$accent")


def whose_words(share: Share) -> Content:
    """Whose copy it is, when it was made and what for."""
    name = show_line(share.from_.name.strip()) or _("somebody")
    day = numeric_date(share.created.date(), translator())
    whose = Content.assemble((_("From {name}", name=name), "bold"), (f"  {day}", "$muted"))
    return Content.assemble(whose, ("  · ", "$muted"), line(share.purpose, "$muted")) if share.purpose else whose


def steps_words(review: Review) -> Content:
    """How far a review has come."""
    comments = sum(each.kind is not None for each in review.items)
    asked = any(review.answers.get(key) for key in ("v1", "v5", "v6"))
    parts = (
        ngettext("{count} comment", "{count} comments", comments),
        _("the whole: answered") if asked else _("the whole: {key:review.whole}"),
        _("then sign: {key:review.sign}"),
    )
    return Content.styled("  ·  ".join(parts), "$muted")


def item_name(item: SharedItem) -> str:
    """What a thing is called."""
    value = item.value
    name = getattr(value, "title", "") or getattr(value, "what", "") or getattr(value, "name", "")
    return capital(area_name(name, translator())) if name else "–"


def item_rows(items: Iterable[SharedItem], review: Review) -> list[Row]:
    """The things, two lines each: what they are called, and what is said about them."""
    return [_row(each, review) for each in items]


def _row(item: SharedItem, review: Review) -> Row:
    lead = mark(item.value.arena) if isinstance(item.value, Entry) else Content.styled(TRAINING.glyph, "$muted")
    name = Content.assemble(lead, " ", line(item_name(item)))
    said = reviewing.said_of(review, item.uid)
    comments = [each for each in said if each.kind is not None]
    words = Content.styled(f"  {label(item.kind, translator())}", "$muted")
    if reviewing.is_flagged(review, item.uid):
        return Row(item.uid, (name, Content.styled(f"  {URGENT.glyph} {_('goes back')}", URGENT.style)))
    if comments:
        count = ngettext("{count} comment", "{count} comments", len(comments))
        words = Content.assemble(words, (f" · {count}", "$accent"))
    decision = reviewing.decision_of(review, item.uid)
    look = {Decision.APPROVED: APPROVED, Decision.CHANGES: CHANGES}.get(decision) if decision else None
    return Row(item.uid, (name, words), Content.styled(look.glyph, look.style) if look else Content(""))


def said_words(review: Review, target: str) -> Content:
    """What is said about one thing, a line or more each; nothing when there is nothing."""
    tr, parts = translator(), []
    for each in reviewing.said_of(review, target):
        if each.kind is CommentKind.PRIVACY:
            parts.append(_marked(LOOKS[each.kind], _("Somebody can be recognised: it goes back, without a word."), ""))
        elif each.kind is not None:
            parts.append(_marked(LOOKS[each.kind], capital(label(each.kind, tr)), each.text))
        if each.decision is not None:
            look = APPROVED if each.decision is Decision.APPROVED else CHANGES
            parts.append(_marked(look, capital(label(each.decision, tr)), ""))
    return Content("\n").join(parts)


def _marked(look: Look, name: str, text: str) -> Content:
    head = Content.styled(f"{look.glyph} {show_line(name)}", look.style)
    return Content.assemble(head, "  ", content(text)) if text else head
