"""One page for the staff meeting: what a training was about, what is done in a new way, what colleagues can try.

It is read by colleagues: nothing the manager has promised or decided is in it, and no entry that is private.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from learnlog.domain.entry import Entry
from learnlog.domain.loop import outcome
from learnlog.domain.profile import Profile
from learnlog.domain.training import Channel, Sharing, SharingStatus, Training
from learnlog.domain.values import Applied, Visibility
from learnlog.export.document import Block, Bullets, Paragraph, Run, Section, Sheet, WritingLines
from learnlog.export.training_facts import length, months
from learnlog.export.wording import DOT, lines_of, said, sentence
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import capital, label
from learnlog.text import N_

MOST_TIPS = 5
"""Most insights to try on one page."""
TOGETHER = (
    N_("What of this do we do already?"),
    N_("What can we try this week? Who begins?"),
    N_("What can make it hard, and how do we help each other?"),
)
"""What a meeting can talk about, whatever the training was."""


def handout(training: Training, linked: Iterable[Entry], profile: Profile, translator: Translator) -> Sheet | None:
    """The handout of a training; None while there is nothing to tell, or if it was declined or cancelled.

    Args:
        training: What was learned there.
        linked: The entries that belong to it, oldest first; private ones are left out here.
        profile: The owner's.
        translator: For the language of the handout.
    """
    t = translator
    if not (training.status.is_planned or training.status.is_over):
        return None
    told = [(title, tuple(blocks)) for title, blocks in _told(training, t)]
    tips = [" ".join(each.insight.split()) for each in linked if may_be_shown(each)][-MOST_TIPS:]
    if tips:
        told.append((t.gettext("Try this"), (Bullets(tuple((Run(tip),) for tip in tips)),)))
    if not told:
        return None
    questions = Bullets(tuple((Run(t.gettext(question)),) for question in TOGETHER))
    decided = Paragraph((Run(t.gettext("What we decide:"), strong=True),))
    told.append((t.gettext("To talk about together"), (questions, decided, WritingLines(2))))
    return Sheet(
        language=t.language,
        title=training.title,
        head=tuple(_head(training, profile, t)),
        sections=tuple(Section(None, title, blocks) for title, blocks in told),
    )


def may_be_shown(entry: Entry) -> bool:
    """Whether an entry's insight may be handed to colleagues."""
    return entry.visibility is not Visibility.PRIVATE and not entry.is_deleted and bool(entry.insight.strip())


def _head(training: Training, profile: Profile, t: Translator) -> Iterator[Block]:
    facts = [_meeting(training, t), length(training, t), months(training, t), training.provider.strip()]
    if any(facts):
        yield Paragraph((Run(capital(DOT.join(fact for fact in facts if fact))),))
    teller = ", ".join(part for part in (profile.display_name.strip(), profile.job_title.strip()) if part)
    if teller:
        yield Paragraph((Run(t.gettext("Presented by:"), strong=True), Run(teller)))
    what = next((" ".join(each.what.split()) for each in _planned(training) if each.what.strip()), "")
    if what:
        yield Paragraph((Run(what, strong=True),))


def _meeting(training: Training, t: Translator) -> str:
    """The meeting it is made for: "APT 2026-12-03"; empty if none is planned."""
    meeting = next((each for each in _planned(training) if each.channel is Channel.MEETING and each.shared_on), None)
    if meeting is None or meeting.shared_on is None:
        return ""
    return f"{label(meeting.channel, t)} {numeric_date(meeting.shared_on, t)}"


def _planned(training: Training) -> list[Sharing]:
    return [each for each in training.sharings if each.status is SharingStatus.PLANNED]


def _told(training: Training, t: Translator) -> Iterator[tuple[str, Iterator[Block]]]:
    """Heading and words of what is answered; where something has happened, it stands instead of what was hoped for."""
    before, became = training.before, outcome(training)
    after = became.answers if became else {}
    first = next((each.answers for each in training.followups if each.round == 1 and each.done_on), {})
    does = "" if became and became.used is Applied.NOT_YET else said(after, "d2")
    tried = "" if first.get("c1") == "no" else said(first, "c2")
    for alternatives in (
        (
            (
                N_("What I want to learn") if training.status.is_planned else N_("What I wanted to learn"),
                said(before, "a1"),
            ),
        ),
        ((N_("Why we need it"), said(before, "a2")),),
        (
            (N_("What I do in a new way"), does or tried),
            (N_("What I want to do in a new way"), said(before, "a4")),
        ),
        (
            (N_("What it has given our clients"), said(after, "d3")),
            (N_("How our clients will notice it"), said(before, "a3")),
        ),
    ):
        heading, words = next((each for each in alternatives if each[1]), ("", ""))
        if words:
            yield t.gettext(heading), _paragraphs(words)


def _paragraphs(text: str) -> Iterator[Block]:
    *before, last = lines_of(text)
    return (Paragraph((Run(line),)) for line in (*before, sentence(last)))
