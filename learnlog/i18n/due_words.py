"""What is due, as a sentence; the same one wherever it is shown."""

from __future__ import annotations

from learnlog.domain.due import Due, DueKind
from learnlog.domain.printable import show_line
from learnlog.domain.talk import TalkKind
from learnlog.i18n.catalog import Translator
from learnlog.i18n.labels import label
from learnlog.text import N_

_FOLLOWUP = N_("Follow-up: {title}")
FOLLOWUPS = {
    1: N_("Follow-up after 2 weeks: {title}"),
    2: N_("Follow-up after 3 months: {title}"),
    3: N_("Follow-up after 6 months: {title}"),
}
"""Round → what to do."""
_SENTENCES = {
    DueKind.FORM: N_("Fill in the form before: {title}"),
    DueKind.AGREEMENT: N_("Talk with your manager before: {title}"),
    DueKind.COMPLETION: N_("Has it taken place? {title}"),
    DueKind.SHARING: N_("Share with colleagues ({channel}): {title}"),
    DueKind.FIRST_STEP: N_("Take the first step: {title}"),
    DueKind.ACTION: N_("Follow up what was to be done: {title}"),
    DueKind.GOAL: N_("Have you reached your goal? {title}"),
    DueKind.CREDENTIAL: N_("Renew: {title}"),
}
_COMMENT = N_("Read a comment: {title}")
_COMMENTS = {
    "rv.appreciate": N_("Read what somebody liked: {title}"),
    "rv.question": N_("Answer a question: {title}"),
    "rv.suggest": N_("Read a suggestion: {title}"),
    "rv.privacy": N_("Somebody can be recognised. Change it: {title}"),
}
"""Kind of a comment, as its key → what to do; by their keys, since most logs have none."""
_TALK = N_("The next talk with your manager")
_TALKS: dict[TalkKind | None, str] = {
    TalkKind.ANNUAL: N_("The annual development talk"),
    TalkKind.HALF_YEAR: N_("The half-year follow-up with your manager"),
}


def due_text(item: Due, translator: Translator) -> str:
    """One thing that waits: what to do, and with what. When is told by `learnlog.i18n.dates.due_words`."""
    title = show_line(item.title)
    if item.kind is DueKind.FOLLOWUP:
        return translator.gettext(FOLLOWUPS.get(item.round, _FOLLOWUP), title=title)
    if item.kind is DueKind.TALK:
        return translator.gettext(_TALKS.get(item.talk_kind, _TALK))
    if item.kind is DueKind.COMMENT:
        return translator.gettext(_COMMENTS.get(item.comment_kind, _COMMENT), title=title)
    channel = label(item.channel, translator) if item.channel else ""
    return translator.gettext(_SENTENCES[item.kind], title=title, channel=channel)
