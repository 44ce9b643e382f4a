"""The sample log as values.

`moments.toml` says when things happened and what kind they were; `sv.toml`, `nb.toml` and `en.toml` tell them, each in
its own words; `trainings.toml` and its three do so for trainings, `plan.toml` and its three for the plan and the talks.
Nothing is random: the same language and day give the same log, with the same ids.
"""

from __future__ import annotations

import datetime as dt
import os
import tomllib
from functools import cache
from typing import Any, NamedTuple

from learnlog.demo.plan import SamplePlan, links, plan
from learnlog.demo.reviewed import received
from learnlog.demo.shares import given
from learnlog.demo.trainings import belonging, trainings
from learnlog.demo.when import afternoon, day_before, made_id
from learnlog.domain.comment import Comment, ReceivedReview
from learnlog.domain.entry import Entry
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.profile import (
    Assignment,
    AssignmentKind,
    Credential,
    CredentialKind,
    Employment,
    LanguageLevel,
    Profile,
    Role,
    SpokenLanguage,
)
from learnlog.domain.selection import Selection
from learnlog.domain.share import Reader
from learnlog.domain.share_record import ShareRecord
from learnlog.domain.talk import Talk
from learnlog.domain.training import Training
from learnlog.domain.values import (
    ActivityType,
    Applied,
    Arena,
    Component,
    KnowledgeForm,
    Language,
    RoleInvolved,
    Status,
    Visibility,
)
from learnlog.export.compose import compose
from learnlog.export.formats import FORMATS
from learnlog.i18n.catalog import Translator


class Sample(NamedTuple):
    """A whole log.

    Attributes:
        profile: The invented owner.
        entries: About seventy entries over a year and a month, oldest first.
        trainings: Trainings in every state, in the order they were taken or are planned.
        selection: What the owner wants on the CV summary.
        plan: Competence areas, goals, actions, future workshops and talks.
        shares: What was given to whom.
        reviews: What came back.
        comments: What was said in it.
    """

    profile: Profile
    entries: tuple[Entry, ...]
    trainings: tuple[Training, ...]
    selection: Selection
    plan: SamplePlan
    shares: tuple[ShareRecord, ...]
    reviews: tuple[ReceivedReview, ...]
    comments: tuple[Comment, ...]


def sample(language: Language, today: dt.date) -> Sample:
    """The sample log as it stands on a day.

    Args:
        language: The language it is written in.
        today: The day every date is counted back from; nothing but plans is dated later.

    Returns:
        Valid values, the same ones each time.
    """
    shape, told = _read("moments"), _read(language.value)
    taken, of_them = _read("trainings"), _read(f"trainings-{language.value}")
    planned, of_plan = _read("plan"), _read(f"plan-{language.value}")
    part_of, shows = belonging(taken), links(planned)
    entries = [
        _entry(key, moment, told["entries"][key], told["own_area"], today)._replace(
            training_id=part_of.get(key, ""), goal_ids=shows.goals.get(key, ()), action_id=shows.actions.get(key, "")
        )
        for key, moment in shape["moments"].items()
    ]
    courses = tuple(
        training._replace(goal_ids=shows.trainings.get(training.id, ()))
        for training in trainings(taken, of_them, told["own_area"], today)
    )
    words = told["selection"]
    selection = Selection(
        language=language,
        year_in_short=words["year_in_short"].strip(),
        wishes=words["wishes"].strip(),
        shared_with=words["shared_with"],
    )
    profile = _profile(shape["profile"], told["profile"], today)
    entries.sort(key=lambda entry: entry.date)
    made = plan(planned, of_plan, told["own_area"], today)
    first = made.talks[0]
    shown = _shown(
        first, Portfolio(profile, tuple(entries), today, areas=made.areas), of_plan["talks"]["annual"], language
    )
    made = made._replace(talks=(first._replace(summary=shown), *made.talks[1:]))
    copies = given(entries, told["shares"], today)
    to_supervisor = next(each for each in copies if each.to_role is Reader.SUPERVISOR)
    review, comments = received(shape["review"], told["review"], entries, to_supervisor, today)
    return Sample(profile, tuple(entries), courses, selection, made, copies, (review,), comments)


def _shown(talk: Talk, now: Portfolio, told: dict[str, Any], language: Language) -> str:
    """The summary as it was shown in last year's talk: made from what there was on that day."""
    day = talk.talk_on or now.made_on
    then = now._replace(
        profile=now.profile._replace(
            assignments=tuple(each for each in now.profile.assignments if each.since <= day.isoformat()),
            credentials=tuple(each for each in now.profile.credentials if each.issued <= day.isoformat()),
        ),
        entries=tuple(each for each in now.entries if each.date <= day),
        made_on=day,
        areas=tuple(
            each._replace(ratings=tuple(one for one in each.ratings if one.on <= day), need=None) for each in now.areas
        ),
    )
    selection = Selection(language=language, year_in_short=told["year"], wishes=told["wishes"])
    return FORMATS["md"].render(compose(then, selection, Translator(language)))


@cache
def _read(name: str) -> dict[str, Any]:
    """One of the data files beside this module."""
    with open(os.path.join(os.path.dirname(__file__), f"{name}.toml"), "rb") as file:
        return tomllib.load(file)


def _entry(key: str, moment: dict[str, Any], told: dict[str, Any], own_area: str, today: dt.date) -> Entry:
    """One moment, told."""
    kind = ActivityType(moment["type"])
    day = day_before(today, moment["days"], planned=kind.usual_arena is not Arena.IN)
    written_at = afternoon(day, key)
    blank = Entry(id=made_id(key), date=day, title=told["title"], created_at=written_at, updated_at=written_at)
    return blank.of_type(kind)._replace(
        what_happened=told.get("what", ""),
        minutes=moment.get("minutes"),
        areas=tuple(own_area if area == "own" else area for area in moment.get("areas", ())),
        themes=tuple(told.get("themes", ())),
        components=tuple(Component(each) for each in moment.get("components", ())),
        knowledge_form=KnowledgeForm(moment["form"]) if "form" in moment else None,
        roles_involved=tuple(RoleInvolved(each) for each in moment.get("roles", ())),
        prompt_set=moment.get("set", ""),
        answers=dict(told.get("answers", {})),
        insight=told.get("insight", ""),
        applied=Applied(moment["applied"]) if "applied" in moment else None,
        visibility=Visibility(moment.get("visibility", "private")),
        status=Status(moment.get("status", "done")),
        show_in_cv=moment.get("cv", False),
        evidence=tuple(told.get("evidence", ())),
    )


def _profile(shape: dict[str, Any], told: dict[str, Any], today: dt.date) -> Profile:
    """The owner, with every date counted back from today."""
    return Profile(
        display_name=told["display_name"],
        job_title=told["job_title"],
        unit=told["unit"],
        workplace=told["workplace"],
        municipality=told["municipality"],
        percent=shape["percent"],
        employed_since=day_before(today, shape["employed_days"], planned=True),
        roles=tuple(Role(each) for each in shape["roles"]),
        assignments=tuple(
            Assignment(AssignmentKind(each["kind"]), title, since=_since(each, today))
            for each, title in zip(shape["assignments"], told["assignments"], strict=True)
        ),
        languages=tuple(
            SpokenLanguage(name, LanguageLevel(level))
            for level, name in zip(shape["languages"], told["languages"], strict=True)
        ),
        credentials=tuple(
            _credential(each, words, today)
            for each, words in zip(shape["credentials"], told["credentials"], strict=True)
        ),
        work_history=tuple(
            Employment(place, title, _since(each, today)[:4], _since({"days": each["until_days"]}, today)[:4], learned)
            for each, (place, title, learned) in zip(shape["work_history"], told["work_history"], strict=True)
        ),
        notice_read_at=dt.datetime.combine(today - dt.timedelta(days=shape["notice_days"]), dt.time(12), dt.UTC),
    )


def _credential(shape: dict[str, Any], words: list[Any], today: dt.date) -> Credential:
    """A paper. A language may give its own number of years, where the countries differ."""
    title, issuer, *years = words
    issued = _since({"years": years[0]} if years else shape, today)
    valid_until = None
    if "valid_days" in shape:
        valid_until = dt.date.fromisoformat(issued) + dt.timedelta(days=shape["valid_days"])
    return Credential(CredentialKind(shape["kind"]), title, issuer, issued, valid_until)


def _since(shape: dict[str, Any], today: dt.date) -> str:
    """A year, or a working day when it is told in days; ISO."""
    if "years" in shape:
        return str(today.year - shape["years"])
    return day_before(today, shape["days"], planned=True).isoformat()
