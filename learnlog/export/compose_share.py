"""A shared copy as a document to read: everything that is in it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from learnlog.domain.comment import CommentStatus
from learnlog.domain.competence import Area, Rating
from learnlog.domain.entry import Entry
from learnlog.domain.goal import Action, Goal
from learnlog.domain.plan_questions import ANALYSIS
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.profile import Profile
from learnlog.domain.review import CommentKind
from learnlog.domain.share import Share, SharedComment, SharedItem, SharedKind, Summary
from learnlog.domain.training import Training
from learnlog.export.compose_plan import goal_blocks
from learnlog.export.document import Block, Bullets, Heading, Line, Paragraph, Quote, Run, Section, Sheet
from learnlog.export.log_pages import entry_blocks
from learnlog.export.markdown import block_lines, document_markdown
from learnlog.export.plan_facts import action_blocks, called, need_word
from learnlog.export.training_pages import training_blocks
from learnlog.export.wording import DOT, labelled, lines_of
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import capital, label, often
from learnlog.i18n.plan_labels import level_words
from learnlog.i18n.share_labels import counted
from learnlog.text import N_


def share_markdown(share: Share, translator: Translator) -> str:
    """A copy in Markdown; the CV summary stands last, word for word.

    Args:
        share: The copy.
        translator: For the language of headings and labels: the reader's own.
    """
    parts = [document_markdown(share_sheet(share, translator))]
    parts += [each.value.text for each in share.of(SharedKind.SUMMARY) if isinstance(each.value, Summary)]
    return "\n".join(parts)


def share_sheet(share: Share, translator: Translator) -> Sheet:
    """A copy without its CV summary.

    Args:
        share: The copy.
        translator: For the language.
    """
    t, it = translator, contents(share)
    said = _said(share)
    goal_ids = {each.id for each in it.goals}
    loose = [each for each in it.actions if each.goal_id not in goal_ids]
    parts = (
        (N_("Entries"), (block for each in it.entries for block in _entry(each, it, said, t))),
        (N_("Trainings"), (block for each in it.trainings for block in _training(each, said, t))),
        (N_("Goals"), (block for each in it.goals for block in _goal(each, it, said, t))),
        (N_("Actions without a goal"), (block for each in loose for block in _action(each, it, said, t))),
        (N_("Competence areas"), (block for each in it.areas for block in _area(each, said, t))),
    )
    sections = [(t.gettext(title), tuple(blocks)) for title, blocks in parts]
    return Sheet(
        language=t.language,
        title=t.gettext("Shared copy"),
        head=tuple(_head(share, t)),
        sections=tuple(Section(None, title, blocks) for title, blocks in sections if blocks),
    )


def item_markdown(share: Share, item: SharedItem, translator: Translator) -> str:
    """One thing of a copy in Markdown, with what was said of it before.

    Args:
        share: The copy.
        item: The thing.
        translator: For the language of headings and labels: the reader's own.
    """
    t, value, it, said = translator, item.value, contents(share), _said(share)
    if isinstance(value, Summary):
        return value.text
    blocks: Iterable[Block] = ()
    if isinstance(value, Entry):
        blocks = _entry(value, it, said, t)
    elif isinstance(value, Training):
        blocks = _training(value, said, t)
    elif isinstance(value, Goal):
        blocks = _goal(value, it, said, t)
    elif isinstance(value, Action):
        blocks = _action(value, it, said, t)
    elif isinstance(value, Area):
        blocks = _area(value, said, t)
    return "\n".join(line for block in blocks for line in block_lines(block)) + "\n"


def _said(share: Share) -> dict[str, list[SharedComment]]:
    """Earlier comments by what they are about."""
    said: dict[str, list[SharedComment]] = {}
    for each in share.of(SharedKind.COMMENT):
        if isinstance(each.value, SharedComment):
            said.setdefault(each.value.target, []).append(each.value)
    return said


def contents(share: Share) -> Portfolio:
    """What is in a copy, as a view of the log that holds nothing else."""
    values = [each.value for each in share.items]
    return Portfolio(
        profile=Profile(display_name=share.from_.name, job_title=share.from_.title, unit=share.from_.unit),
        entries=tuple(each for each in values if isinstance(each, Entry)),
        made_on=share.created.date(),
        trainings=tuple(each for each in values if isinstance(each, Training)),
        areas=tuple(each for each in values if isinstance(each, Area)),
        goals=tuple(each for each in values if isinstance(each, Goal)),
        actions=tuple(each for each in values if isinstance(each, Action)),
        is_part=True,
    )


def _head(share: Share, t: Translator) -> Iterator[Block]:
    sender = share.from_
    chosen = share.selection
    days = [numeric_date(day, t) if day else "" for day in (chosen.from_on, chosen.to_on)]
    inside = counted((each.kind for each in share.items), t)
    hidden = sum(each.times for each in share.hidden)
    facts = (
        (t.gettext("From"), DOT.join(each for each in (sender.name, sender.title, sender.unit) if each.strip())),
        (t.pgettext("shared copy", "For"), label(share.to_role, t)),
        (t.gettext("What for"), share.purpose),
        (t.gettext("Days"), " – ".join(days) if any(days) else ""),
        (
            t.gettext("What is in it"),
            inside + (DOT + t.gettext("a part, chosen by the owner") if chosen.is_part else ""),
        ),
        (t.gettext("Made"), numeric_date(share.created.date(), t)),
        (t.gettext("Hidden"), t.ngettext("{count} place", "{count} places", hidden) if hidden else ""),
    )
    yield Bullets(tuple(labelled(name, text) for name, text in facts if text))


def _entry(entry: Entry, it: Portfolio, said: dict[str, list[SharedComment]], t: Translator) -> Iterator[Block]:
    yield Heading(entry.title)
    training = next((each.title for each in it.trainings if each.id == entry.training_id), "")
    yield from entry_blocks(entry, training, t)
    yield from _comments(said.get(entry.id, ()), t)


def _training(training: Training, said: dict[str, list[SharedComment]], t: Translator) -> Iterator[Block]:
    yield Heading(training.title)
    yield from training_blocks(training, t)
    yield from _comments(said.get(training.id, ()), t)


def _goal(goal: Goal, it: Portfolio, said: dict[str, list[SharedComment]], t: Translator) -> Iterator[Block]:
    yield from goal_blocks(goal, it._replace(actions=()), t)
    if goal.closed_on:
        yield Bullets((labelled(t.gettext("closed"), numeric_date(goal.closed_on, t)),))
    yield from _comments(said.get(goal.id, ()), t)
    for action in it.actions:
        if action.goal_id == goal.id:
            yield from _action(action, it, said, t)


def _action(action: Action, it: Portfolio, said: dict[str, list[SharedComment]], t: Translator) -> Iterator[Block]:
    yield from action_blocks(action, it.made_on, t)
    yield from _comments(said.get(action.id, ()), t)


def _area(area: Area, said: dict[str, list[SharedComment]], t: Translator) -> Iterator[Block]:
    """An area with everything that is written of it: requirement, estimates, what is missing, and why."""
    yield Heading(called(area, t))
    required = level_words(area.requirement, t) if area.requirement is not None else ""
    known = [
        (t.gettext("what is meant by it"), area.description),
        (t.gettext("required"), required),
        (t.gettext("why"), area.why),
        (t.gettext("development need"), need_word(area.gap, t) if area.gap else ""),
    ]
    known += [(t.gettext(each.text), area.answers.get(each.id, "")) for each in ANALYSIS.questions]
    known += [(key, text) for key, text in area.answers.items() if key not in ANALYSIS.ids]
    lines = [labelled(name, " ".join(text.split())) for name, text in known if text.strip()]
    yield Bullets((*lines, *(_rating(each, t) for each in area.ratings)))
    yield from _comments(said.get(area.id, ()), t)


def _rating(rating: Rating, t: Translator) -> Line:
    """An estimate: the day, and what I could and used then."""
    facts = (
        level_words(rating.level, t) if rating.level is not None else "",
        t.gettext("used at work: {often}", often=often(rating.used, t)) if rating.used else "",
    )
    return (Run(numeric_date(rating.on, t) + ":"), Run(DOT.join(each for each in facts if each) or "–"))


def _comments(comments: Iterable[SharedComment], t: Translator) -> Iterator[Block]:
    """What others have said of a thing, and what the owner answered."""
    for each in comments:
        day = numeric_date(each.written_on, t) if each.written_on else ""
        kind = capital(label(CommentKind(each.kind), t)) if each.kind else ""
        yield Paragraph((Run(DOT.join(part for part in (kind, each.author_name, day) if part), strong=True),))
        yield Quote(lines_of(each.text))
        if each.answer.strip():
            yield Paragraph((Run(t.gettext("My answer:"), strong=True), Run(" ".join(each.answer.split()))))
        if each.status == CommentStatus.CLOSED:
            yield Paragraph((Run(t.gettext("closed"), tag=True),))
