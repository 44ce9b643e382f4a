"""A training: what was expected of it, what was agreed, and what happened after."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from learnlog.domain.revising import Problems, title_problems, valid
from learnlog.domain.values import ActivityType, Applied, Clash
from learnlog.errors import NotFoundError
from learnlog.text import N_, Msg

M = TypeVar("M", bound=StrEnum)

FORMLESS = frozenset({ActivityType.ELEARN, ActivityType.SELFSTUDY, ActivityType.INFO})
"""Kinds of training that are usually begun without a form (rule 2): nobody is asked for one."""


class TrainingStatus(StrEnum):
    """How far a training has come."""

    IDEA = "st.idea"
    PROPOSED = "st.proposed"
    APPROVED = "st.approved"
    CONDITIONS = "st.cond"
    LATER = "st.later"
    DECLINED = "st.declined"
    BOOKED = "st.booked"
    ONGOING = "st.ongoing"
    COMPLETED = "st.completed"
    FOLLOWED_UP = "st.followed"
    CANCELLED = "st.cancelled"

    @property
    def is_planned(self) -> bool:
        """Whether it may still take place."""
        return self in _PLANNED

    @property
    def is_over(self) -> bool:
        """Whether it has taken place."""
        return self in (TrainingStatus.COMPLETED, TrainingStatus.FOLLOWED_UP)


_PLANNED = frozenset(
    {
        TrainingStatus.IDEA,
        TrainingStatus.PROPOSED,
        TrainingStatus.APPROVED,
        TrainingStatus.CONDITIONS,
        TrainingStatus.LATER,
        TrainingStatus.BOOKED,
        TrainingStatus.ONGOING,
    }
)


class TrainingMode(StrEnum):
    """How it is given."""

    ON_SITE = "on_site"
    ONLINE = "online"
    MIXED = "mixed"


class Initiative(StrEnum):
    """Whose idea it was."""

    ME = "me"
    MANAGER = "manager"
    EMPLOYER = "employer"
    PROJECT = "project"


class Decision(StrEnum):
    """What the manager and the employee decided (question b3)."""

    YES = "yes"
    CONDITIONS = "conditions"
    LATER = "later"
    NO = "no"


class Expectation(StrEnum):
    """What became of it, compared with what was expected (question d5)."""

    LESS = "ex.less"
    AS_EXPECTED = "ex.as"
    MORE = "ex.more"
    OTHER = "ex.other"


class Channel(StrEnum):
    """How something is shared with colleagues."""

    MEETING = "apt"
    REFLECTION = "reflection_meeting"
    SHOW = "show_in_practice"
    WRITTEN = "written"
    NEWSLETTER = "newsletter"
    OTHER = "other"


class SharingStatus(StrEnum):
    """Whether colleagues have had it."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


class FollowUp(NamedTuple):
    """What is asked some time after a training (DOMAIN: FollowUp).

    Attributes:
        round: 1 after about two weeks, 2 after about three months, 3 (optional) after about six.
        due_on: The day it is asked.
        done_on: The day it was answered; None while it is not.
        answers: Question id → answer, see `learnlog.domain.training_questions`.
        skipped_because: Why it was not answered; empty unless it was skipped.
    """

    round: int
    due_on: dt.date
    done_on: dt.date | None = None
    answers: dict[str, str] = {}  # noqa: RUF012 - never changed in place
    skipped_because: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return self.done_on is None and not self.skipped_because

    @property
    def used(self) -> Applied | None:
        """How much it is used at work (d1); None when not told."""
        return _member(Applied, self.answers.get("d1"))

    @property
    def expectation(self) -> Expectation | None:
        """What became of it, compared with what was expected (d5); None when not told."""
        return _member(Expectation, self.answers.get("d5"))


class Sharing(NamedTuple):
    """Something learned, passed on to colleagues (DOMAIN: Sharing).

    Attributes:
        id: 128 random bits as 32 hexadecimal digits.
        channel: How.
        shared_on: The day it is planned for or was done; None when not decided.
        audience: For whom, as a group or roles; may be empty.
        what: What is shared; may be empty while it is planned.
        status: Planned, done or cancelled.
        taken: What colleagues took from it; may be empty.
    """

    id: str
    channel: Channel = Channel.MEETING
    shared_on: dt.date | None = None
    audience: str = ""
    what: str = ""
    status: SharingStatus = SharingStatus.PLANNED
    taken: str = ""


class Training(NamedTuple):
    """A training with its loop (DOMAIN: Training, BeforeForm, ManagerDialogue, FollowUp, Sharing).

    Attributes:
        id: 128 random bits as 32 lower-case hexadecimal digits; made once, never reused.
        title: One line, at most `TITLE_MAX` characters.
        type: What kind of activity it is.
        status: How far it has come.
        start_on: First day; None while it is not decided.
        end_on: Last day; None for one day, or when it is not decided.
        provider: Who gives it; may be empty.
        minutes: How long it is, in minutes; None when not told.
        mode: How it is given; None when not told.
        cost: What it costs, in the owner's words; may be empty.
        mandatory: Whether everybody has to take it.
        initiative: Whose idea it was; None when not told.
        project_code: Of a project that pays for it; may be empty.
        areas: Competence areas: keys of the catalogue or the owner's own names.
        goal_ids: Goals it belongs to.
        before: Question id → answer of the form before it (a).
        dialogue: Question id → answer of the dialogue with the manager (b).
        confirmed_employee_on: The day the employee confirmed what was agreed; a tick, not a signature.
        confirmed_manager_on: The day the manager did.
        closed_because: Why it was declined or cancelled; may be empty.
        followups: What is asked after it, by round.
        sharings: What is passed on, in the order it was written down.
        created_at: When it was first written; aware, UTC.
        updated_at: When it was last saved; aware, UTC.
        deleted_at: When it was put in the bin; None while it is in the list.
        clashes: What another window wrote in the same fields; empty nearly always.
        revision: Running number of the log line it was read from; 0 before the first save. Not stored.
    """

    id: str
    title: str = ""
    type: ActivityType = ActivityType.EXCOURSE
    status: TrainingStatus = TrainingStatus.IDEA
    start_on: dt.date | None = None
    end_on: dt.date | None = None
    provider: str = ""
    minutes: int | None = None
    mode: TrainingMode | None = None
    cost: str = ""
    mandatory: bool = False
    initiative: Initiative | None = None
    project_code: str = ""
    areas: tuple[str, ...] = ()
    goal_ids: tuple[str, ...] = ()
    before: dict[str, str] = {}  # noqa: RUF012 - never changed in place
    dialogue: dict[str, str] = {}  # noqa: RUF012 - never changed in place
    confirmed_employee_on: dt.date | None = None
    confirmed_manager_on: dt.date | None = None
    closed_because: str = ""
    followups: tuple[FollowUp, ...] = ()
    sharings: tuple[Sharing, ...] = ()
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    deleted_at: dt.datetime | None = None
    clashes: tuple[Clash, ...] = ()
    revision: int = 0

    def revised(self, **changes: Any) -> Training:  # noqa: ANN401 - any field's value
        """This training with some fields changed: texts cleaned for keeping, then checked.

        Raises:
            InvalidInputError: With every problem of the result, by field.
        """
        return valid(self._replace(**changes), "title")

    def problems(self) -> Problems:
        """Every reason this training cannot be saved as it is, as (field, sentence), in the order of the form."""
        found = title_problems("title", self.title, N_("Write what the training is called."))
        if self.end_on and not self.start_on:
            found.append(("start_on", Msg(N_("Write the first day too."))))
        elif self.start_on and self.end_on and self.end_on < self.start_on:
            found.append(("end_on", Msg(N_("The last day is before the first."))))
        if self.minutes is not None and self.minutes < 1:
            found.append(("minutes", Msg(N_("The length is at least one minute."))))
        return tuple(found)

    @property
    def is_deleted(self) -> bool:
        """Whether it lies in the bin."""
        return self.deleted_at is not None

    @property
    def last_on(self) -> dt.date | None:
        """Its last day; None while it is not decided."""
        return self.end_on or self.start_on

    @property
    def may_lack_form(self) -> bool:
        """Whether it may go without a form before it (rule 2): mandatory, e-learning, drop-in."""
        return self.mandatory or self.type in FORMLESS

    @property
    def decision(self) -> Decision | None:
        """What was decided in the dialogue; None when nothing has been."""
        return _member(Decision, self.dialogue.get("b3"))

    @property
    def channels(self) -> tuple[Channel, ...]:
        """How it will be shared, as the form before it says (a5)."""
        keys = self.before.get("a5", "").split(",")
        return tuple(channel for channel in Channel if channel.value in keys)

    def waits_for(self, followup: FollowUp) -> bool:
        """Whether one of its follow-ups still waits: not when a later one has been answered."""
        return followup.is_open and not any(each.done_on and each.round > followup.round for each in self.followups)

    def followup(self, number: int) -> FollowUp:
        """The follow-up of a round.

        Raises:
            NotFoundError: If the training has none of that number.
        """
        found = next((each for each in self.followups if each.round == number), None)
        if found is None:
            raise NotFoundError(N_("This training has no follow-up with that number. It is made when it is completed."))
        return found

    def sharing(self, beginning: str) -> Sharing:
        """The sharing whose id begins so.

        Raises:
            NotFoundError: If none does, or several do.
        """
        fitting = [each for each in self.sharings if beginning and each.id.startswith(beginning)]
        if len(fitting) != 1:
            raise NotFoundError(N_("This training has nothing shared with that id."))
        return fitting[0]

    def texts(self) -> tuple[str, ...]:
        """Everything written in it, for searching."""
        return (
            self.title,
            self.provider,
            self.closed_because,
            *self.areas,
            *self.before.values(),
            *self.dialogue.values(),
            *(text for each in self.followups for text in (*each.answers.values(), each.skipped_because)),
            *(text for each in self.sharings for text in (each.audience, each.what, each.taken)),
        )


def days_in(answer: str) -> tuple[dt.date | None, ...]:
    """The days of a stored answer of the kinds ``date`` and ``dates``; None for one that is empty or no day."""
    return tuple(_day(each) for each in answer.split(",")) if answer else ()


def _day(raw: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(raw.strip())
    except ValueError:
        return None


def _member(members: type[M], key: str | None) -> M | None:
    return next((each for each in members if each.value == key), None)
