"""The parts of the CV summary that tell about trainings: expected benefit beside what happened, and what was shared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from learnlog.domain.loop import outcome
from learnlog.domain.training import Channel, Expectation, FollowUp, Sharing, Training, TrainingStatus
from learnlog.domain.values import Applied
from learnlog.export.document import Block, Bullets, Line, Paragraph, Run
from learnlog.export.training_facts import SHARED, done_sharings, length, months
from learnlog.export.wording import DOT, joined, labelled, said, sentence, unless_told
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import label
from learnlog.text import N_

_ROUNDS = {1: N_("After 2 weeks:"), 2: N_("After 3 months:"), 3: N_("After 6 months:")}
_TRIED = {"no": N_("Not tried yet."), "once": N_("Tried once."), "several": N_("Tried several times.")}
_NOT_SHARED = {"planned": N_("A date is set for sharing it."), "no": N_("Not shared yet.")}
_USED = {
    Applied.NOT_YET: N_("Not used yet."),
    Applied.TRIED_ONCE: N_("Tried once."),
    Applied.SOMETIMES: N_("Used sometimes."),
    Applied.OFTEN: N_("Used often."),
    Applied.ALWAYS: N_("Always used: it is how I work now."),
}
_COMPARED = {
    Expectation.LESS: N_("Less than expected."),
    Expectation.AS_EXPECTED: N_("As expected."),
    Expectation.MORE: N_("More than expected."),
    Expectation.OTHER: N_("Something else than expected."),
}
_ONWARD = {
    "keep": N_("We keep doing it."),
    "train": N_("We train more."),
    "routine": N_("We change a routine."),
    "tell": N_("We tell more people."),
    "stop": N_("We stop doing it."),
}


def trainings(chosen: tuple[Training, ...], t: Translator) -> Iterator[Block]:
    """Each training with what was expected of it and what it became; one without a loop in one line."""
    for training in chosen:
        lines = tuple(_loop(training, t))
        yield Paragraph(_about(training, t, alone=not lines))
        if lines:
            yield Bullets(lines)


def shared(sharings: tuple[tuple[Training, Sharing], ...], t: Translator) -> Iterator[Block]:
    """What was shared with others: when, how, what."""
    if sharings:
        yield Bullets(tuple((Run(_sharing(training, sharing, t)),) for training, sharing in sharings))


def _sharing(training: Training, sharing: Sharing, t: Translator) -> str:
    day = numeric_date(sharing.shared_on, t) if sharing.shared_on else ""
    what = " ".join(sharing.what.split()) or training.title
    return t.gettext("{day}, {channel}: {what}", day=day, channel=_channel(sharing, t), what=what)


def _channel(sharing: Sharing, t: Translator) -> str:
    """How it was shared; what is called "show in practice" as a plan has now been shown."""
    return t.pgettext("shared", "shown in practice") if sharing.channel is Channel.SHOW else label(sharing.channel, t)


def _about(training: Training, t: Translator, *, alone: bool) -> Line:
    """A training's title, length and months; one that stands alone also says what kind of training it was."""
    facts = [length(training, t), months(training, t)]
    if alone and training.status.is_over:
        facts.insert(0, unless_told(label(training.type, t), training.title))
    if training.mandatory:
        facts.append(t.gettext("mandatory"))
    if training.status is TrainingStatus.ONGOING:
        facts.append(label(training.status, t))
    elif training.status.is_planned:
        facts.append(t.pgettext("training", "planned"))
    return (Run(training.title, strong=True), Run("".join(f"{DOT}{fact}" for fact in facts if fact).lstrip()))


def _loop(training: Training, t: Translator) -> Iterator[Line]:
    """What was expected and what happened, a line for each; nothing if it never had a form or a follow-up."""
    expected = said(training.dialogue, "b2") or said(training.before, "a2")
    told = [each for each in training.followups if not each.is_open]
    answered = any(each.done_on for each in told)
    if not expected and not answered and (training.may_lack_form or training.status.is_planned):
        return
    yield labelled(t.gettext("Expected benefit:"), sentence(expected) or t.gettext("No form was filled in."))
    if not training.status.is_over:
        return
    became = outcome(training)
    for followup in training.followups:
        name = t.gettext(_ROUNDS.get(followup.round, _ROUNDS[3]))
        if not followup.is_open:
            yield labelled(name, _followup(training, followup, t))
        elif told and not became:  # a later round has told what an earlier one would have
            yield labelled(name, t.gettext("Not followed up yet."))
    if not told:
        yield labelled(t.gettext("Follow-up:"), t.gettext("Not followed up yet."))
    if became:
        answers = became.answers
        yield from _if_said(t.gettext("Value for clients:"), sentence(said(answers, "d3")))
        yield from _if_said(t.gettext("Value for the workplace:"), sentence(said(answers, "d4")))
        yield from _if_said(t.gettext("What has happened? What has not happened?"), sentence(said(answers, "d6")))
        onward = [t.gettext(_ONWARD[key]) for key in answers.get("d7", "").split(",") if key in _ONWARD]
        yield from _if_said(t.gettext("How we go on:"), joined(*onward))


def _followup(training: Training, followup: FollowUp, t: Translator) -> str:
    """What a follow-up told, in sentences."""
    if followup.done_on is None:
        return t.gettext("The follow-up was skipped.")  # why is not told: it may be about health
    answers, used, compared = followup.answers, followup.used, followup.expectation
    if followup.round == 1:
        tried = _TRIED.get(answers.get("c1", ""), "")
        words = joined(t.gettext(tried) if tried else "", said(answers, "c2"), *_passed_on(training, followup, t))
    else:
        words = joined(t.gettext(_USED[used]) if used else "", t.gettext(_COMPARED[compared]) if compared else "")
    return words or sentence(said(answers, "d2")) or t.gettext("Followed up.")


def _passed_on(training: Training, followup: FollowUp, t: Translator) -> Iterator[str]:
    """Whether it had been shared by then, and how."""
    answer = followup.answers.get("c3", "")
    if answer in _NOT_SHARED:
        yield t.gettext(_NOT_SHARED[answer])
    elif answer == "yes":
        done_on = followup.done_on or dt.date.max
        by_then = [each for each in done_sharings(training) if each.shared_on and each.shared_on <= done_on]
        yield from dict.fromkeys(t.gettext(SHARED[each.channel]) for each in by_then)
        if not by_then:
            yield t.gettext("Shared.")


def _if_said(name: str, text: str) -> Iterator[Line]:
    if text:
        yield labelled(name, text)
