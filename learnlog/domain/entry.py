"""One thing somebody learned: the entry of the learning log.

Its annotations are evaluated, other than elsewhere: a named tuple of thirty fields is made in half the time then, and
every command waits for it.
"""

import datetime as dt
from typing import Any, NamedTuple

from learnlog.domain.printable import taken_in
from learnlog.domain.revising import TITLE_MAX, Problems, one_line, title_problems
from learnlog.domain.values import (
    ActivityType,
    Applied,
    Arena,
    Clash,
    Component,
    KnowledgeForm,
    Purpose,
    RoleInvolved,
    Status,
    Visibility,
)
from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg

MINUTES_MIN, MINUTES_MAX = 5, 2400
"""Least and most time one entry may stand for, in minutes (a project report can be forty hours)."""
INSIGHT_WORDS = 3
"""Fewest words of an insight: fewer is a heading, not something learned (NMC reflective account, question 2)."""


class Entry(NamedTuple):
    """A learning entry (DOMAIN: LearningEntry). Immutable; a form turns one into the next.

    Attributes:
        id: 128 random bits as 32 lower-case hexadecimal digits; made once, never reused.
        date: The day it happened, in the owner's own calendar; never in the future.
        title: One line, at most `TITLE_MAX` characters.
        created_at: When it was first written; aware, UTC.
        updated_at: When it was last saved; aware, UTC.
        what_happened: Free text, without names.
        activity_type: What one was doing.
        arena: Where learning happened; pre-filled from the type, then a value of its own.
        purpose: A, B or C; pre-filled from the type, then a value of its own.
        minutes: Time spent, 5 to 2400 minutes; None when not told.
        areas: Competence areas: keys of the catalogue (``th.dementia``) or the owner's own names.
        themes: Free tags, without ``#``.
        components: Which parts of competence it touched.
        knowledge_form: Whether it can be put into words.
        roles_involved: Who was part of it, as roles.
        prompt_set: Id of the reflection set chosen, see `learnlog.domain.questions`; empty for none.
        answers: Question id → answer, for any set ever chosen: changing the set loses no answer.
        insight: What was learned, in one sentence.
        applied: How much it is used at work.
        visibility: Who may be shown it.
        status: Draft until the insight is there and the owner says done.
        show_in_cv: Offered first when the CV summary is made.
        evidence: References: a web address, a certificate, a file's name. Text only; nothing is opened by itself.
        training_id: The training it belongs to, if any.
        goal_ids: Goals it is evidence for.
        action_id: The action it came from, if any.
        deleted_at: When it was put in the bin; None while it is in the log.
        clashes: What another window wrote in the same fields; empty nearly always.
        revision: Running number of the log line it was read from; 0 before the first save. Not stored.
    """

    id: str
    date: dt.date
    title: str = ""
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    what_happened: str = ""
    activity_type: ActivityType = ActivityType.DAILY
    arena: Arena = Arena.IN
    purpose: Purpose | None = Purpose.C
    minutes: int | None = None
    areas: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    components: tuple[Component, ...] = ()
    knowledge_form: KnowledgeForm | None = None
    roles_involved: tuple[RoleInvolved, ...] = ()
    prompt_set: str = ""
    answers: dict[str, str] = {}  # noqa: RUF012 - never changed in place; a NamedTuple has no default factory
    insight: str = ""
    applied: Applied | None = None
    visibility: Visibility = Visibility.PRIVATE
    status: Status = Status.DRAFT
    show_in_cv: bool = False
    evidence: tuple[str, ...] = ()
    training_id: str = ""
    goal_ids: tuple[str, ...] = ()
    action_id: str = ""
    deleted_at: dt.datetime | None = None
    clashes: tuple[Clash, ...] = ()
    revision: int = 0

    def revised(self, *, today: dt.date, **changes: Any) -> "Entry":  # noqa: ANN401 - any field's value
        """This entry with some fields changed: texts cleaned for keeping, then checked.

        Args:
            today: The owner's own day; an entry is not about the future.
            **changes: New values by field name.

        Returns:
            A valid entry.

        Raises:
            InvalidInputError: With every problem of the result, by field.
        """
        entry: Entry = taken_in(self._replace(**changes) if changes else self)
        title, insight = one_line(entry.title), entry.insight.strip()
        if (title, insight) != (entry.title, entry.insight):
            entry = entry._replace(title=title, insight=insight)
        problems = entry.problems(today)
        if problems:
            raise InvalidInputError(*problems)
        return entry

    def problems(self, today: dt.date) -> Problems:
        """Every reason this entry cannot be saved as it is, as (field, sentence), in the order of the form."""
        found = title_problems("title", self.title, N_("Write a short title: what did you learn?"))
        if self.date > today:
            found.append(("date", Msg(N_("The date is in the future. An entry is about something that has happened."))))
        if self.minutes is not None and not MINUTES_MIN <= self.minutes <= MINUTES_MAX:
            found.append(("minutes", Msg(N_("Time spent is between 5 minutes and 40 hours."))))
        if self.status is Status.DONE and len(self.insight.split()) < INSIGHT_WORDS:
            found.append(("insight", Msg(N_("Write your insight in a few words, or keep the entry as a draft."))))
        return tuple(found)

    def of_type(self, kind: ActivityType) -> "Entry":
        """This entry with another activity type, arena and purpose pre-filled from it."""
        return self._replace(activity_type=kind, arena=kind.usual_arena, purpose=kind.usual_purpose)

    @property
    def is_deleted(self) -> bool:
        """Whether it lies in the bin."""
        return self.deleted_at is not None

    @property
    def ready(self) -> bool:
        """Whether it has what a finished entry needs: an insight of a few words."""
        return len(self.insight.split()) >= INSIGHT_WORDS

    def texts(self) -> tuple[str, ...]:
        """Everything written in it, for searching: title, texts, answers, areas, themes, evidence."""
        return (
            self.title,
            self.what_happened,
            self.insight,
            *self.answers.values(),
            *self.areas,
            *self.themes,
            *self.evidence,
        )


def captured(blank: Entry, sentence: str) -> Entry:
    """An entry from one typed line: the whole line is kept, however long.

    Args:
        blank: A new entry, with its id and date.
        sentence: What was typed after "Today I learned …".

    Returns:
        A draft. What does not fit in a title is cut at a word there and stands whole in `what_happened`.
    """
    words = one_line(sentence)
    if len(words) <= TITLE_MAX:
        return blank._replace(title=words)
    head = words[: TITLE_MAX - 1]
    head = head[: head.rfind(" ")] if " " in head else head
    return blank._replace(title=head + "…", what_happened=words)


class EntryHead(NamedTuple):
    """What a list, a chart or a filter needs of an entry; read without decoding the long texts.

    Attributes are those of `Entry` with the same names; `is_deleted` says whether it lies in the bin.
    """

    id: str
    date: dt.date
    title: str
    arena: Arena
    purpose: Purpose | None
    activity_type: ActivityType
    status: Status
    minutes: int | None = None
    areas: tuple[str, ...] = ()
    visibility: Visibility = Visibility.PRIVATE
    show_in_cv: bool = False
    is_deleted: bool = False
    has_clash: bool = False


class EntryTexts(NamedTuple):
    """What an entry can be found by.

    Attributes:
        id: The entry's.
        words: Everything written in it, as `Entry.texts` gives it.
        areas: Its competence areas, which may be keys.
    """

    id: str
    words: tuple[str, ...]
    areas: tuple[str, ...]
