"""Any value that can be stored, for property tests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from learnlog.domain.competence import Area, NeedType, Rating
from learnlog.domain.entry import Entry
from learnlog.domain.goal import Action, ActionRole, ActionStatus, Goal, GoalStatus, Horizon, Review
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
from learnlog.domain.talk import Talk, TalkKind
from learnlog.domain.training import (
    Channel,
    FollowUp,
    Initiative,
    Sharing,
    SharingStatus,
    Training,
    TrainingMode,
    TrainingStatus,
)
from learnlog.domain.values import (
    ActivityType,
    Applied,
    Arena,
    Clash,
    Component,
    KnowledgeForm,
    Language,
    Purpose,
    RoleInvolved,
    Status,
    Visibility,
)
from learnlog.domain.workshop import Phase, Workshop
from learnlog.storage.json_text import Doc, check_storable, strict, to_json

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ['"', "\\", "]", '],"visibility":"', '"}},"sum":"00000000"}', "\n", "\u2028", "[/b]", "å\u0308", "\x00", "{}", ","]
)
days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
moments = st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC))
ids = st.uuids().map(lambda each: each.hex)
many_texts = st.lists(texts, max_size=3).map(tuple)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
clashes = st.builds(Clash, field=texts, value=json_values, by=texts, at=texts)
stamps = {
    "created_at": st.none() | moments,
    "updated_at": st.none() | moments,
    "deleted_at": st.none() | moments,
    "clashes": st.lists(clashes, max_size=2).map(tuple),
    "revision": st.just(0),
}
"""What every value has that is kept."""


def to_disk_and_back(document: Doc) -> Doc:
    """A document as it is read from a log it was written to."""
    check_storable(document)
    return strict(to_json(document))


def several(members: type) -> st.SearchStrategy:
    return st.lists(st.sampled_from(members), max_size=3).map(tuple)


entries = st.builds(
    Entry,
    id=ids,
    date=days,
    title=texts,
    what_happened=texts,
    activity_type=st.sampled_from(ActivityType),
    arena=st.sampled_from(Arena),
    purpose=st.none() | st.sampled_from(Purpose),
    minutes=st.none() | st.integers(5, 2400),
    areas=many_texts,
    themes=many_texts,
    components=several(Component),
    knowledge_form=st.none() | st.sampled_from(KnowledgeForm),
    roles_involved=several(RoleInvolved),
    prompt_set=texts,
    answers=st.dictionaries(texts, texts, max_size=3),
    insight=texts,
    applied=st.none() | st.sampled_from(Applied),
    visibility=st.sampled_from(Visibility),
    status=st.sampled_from(Status),
    show_in_cv=st.booleans(),
    evidence=many_texts,
    training_id=texts,
    goal_ids=many_texts,
    action_id=texts,
    **stamps,
)

profiles = st.builds(
    Profile,
    display_name=texts,
    job_title=texts,
    unit=texts,
    workplace=texts,
    municipality=texts,
    percent=st.none() | st.integers(1, 100),
    employed_since=st.none() | days,
    roles=several(Role),
    assignments=st.lists(
        st.builds(Assignment, kind=st.sampled_from(AssignmentKind), title=texts, since=texts, until=texts), max_size=2
    ).map(tuple),
    languages=st.lists(st.builds(SpokenLanguage, name=texts, level=st.sampled_from(LanguageLevel)), max_size=2).map(
        tuple
    ),
    credentials=st.lists(
        st.builds(
            Credential,
            kind=st.sampled_from(CredentialKind),
            title=texts,
            issuer=texts,
            issued=texts,
            valid_until=st.none() | days,
        ),
        max_size=2,
    ).map(tuple),
    work_history=st.lists(
        st.builds(Employment, place=texts, title=texts, since=texts, until=texts, learned=texts), max_size=2
    ).map(tuple),
    notice_read_at=st.none() | moments,
    revision=st.just(0),
)

selections = st.builds(
    Selection,
    from_on=st.none() | days,
    to_on=st.none() | days,
    language=st.none() | st.sampled_from(Language),
    entry_ids=st.none() | many_texts,
    insight_ids=st.none() | many_texts,
    year_in_short=texts,
    wishes=texts,
    shared_with=texts,
    revision=st.just(0),
)

answers = st.dictionaries(st.sampled_from(["a1", "a5", "b6", "c1", "d7", "x"]), texts, max_size=3)
followups = st.builds(
    FollowUp,
    round=st.integers(1, 3),
    due_on=days,
    done_on=st.none() | days,
    answers=answers,
    skipped_because=texts,
)
sharings = st.builds(
    Sharing,
    id=ids,
    channel=st.sampled_from(Channel),
    shared_on=st.none() | days,
    audience=texts,
    what=texts,
    status=st.sampled_from(SharingStatus),
    taken=texts,
)
trainings = st.builds(
    Training,
    id=ids,
    title=texts,
    type=st.sampled_from(ActivityType),
    status=st.sampled_from(TrainingStatus),
    start_on=st.none() | days,
    end_on=st.none() | days,
    provider=texts,
    minutes=st.none() | st.integers(1, 99999),
    mode=st.none() | st.sampled_from(TrainingMode),
    cost=texts,
    mandatory=st.booleans(),
    initiative=st.none() | st.sampled_from(Initiative),
    project_code=texts,
    areas=many_texts,
    goal_ids=many_texts,
    before=answers,
    dialogue=answers,
    confirmed_employee_on=st.none() | days,
    confirmed_manager_on=st.none() | days,
    closed_because=texts,
    followups=st.lists(followups, max_size=3, unique_by=lambda each: each.round).map(tuple),
    sharings=st.lists(sharings, max_size=3, unique_by=lambda each: each.id).map(tuple),
    **stamps,
)

levels = st.none() | st.integers(0, 4)


def only(kind: Any, **fields: st.SearchStrategy) -> st.SearchStrategy:
    """Values with these fields; `builds` would make up what is left out."""
    return st.fixed_dictionaries(fields).map(lambda told: kind(**told))


def by_id(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(values, max_size=2, unique_by=lambda each: each.id).map(tuple)


def on_days(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(values, max_size=3, unique_by=lambda each: each.on).map(tuple)


areas = st.builds(
    Area,
    id=ids,
    name=texts,
    description=texts,
    is_active=st.booleans(),
    requirement=levels,
    why=texts,
    need=st.none() | st.sampled_from(NeedType),
    answers=answers,
    evidence=many_texts,
    ratings=on_days(
        st.builds(Rating, on=days, level=levels, used=st.none() | st.sampled_from(Applied), requirement=levels)
    ),
    **stamps,
)
goals = st.builds(
    Goal,
    id=ids,
    title=texts,
    need=st.sampled_from(NeedType),
    area_id=texts,
    why=texts,
    measure=texts,
    deadline_on=st.none() | days,
    horizon=st.none() | st.sampled_from(Horizon),
    status=st.sampled_from(GoalStatus),
    from_level=levels,
    to_level=levels,
    talk_id=texts,
    closed_on=st.none() | days,
    **stamps,
)
_planned: dict[str, Any] = {
    "id": ids,
    "what": texts,
    "how": texts,
    "who": several(ActionRole),
    "responsible": st.sampled_from(ActionRole),
    "first_step": texts,
    "first_step_on": st.none() | days,
    "due_on": st.none() | days,
    "arena": st.none() | st.sampled_from(Arena),
}
actions = st.builds(
    Action,
    **_planned,
    first_step_done_on=st.none() | days,
    status=st.sampled_from(ActionStatus),
    obstacle=texts,
    vision=texts,
    goal_id=texts,
    workshop_id=texts,
    talk_id=texts,
    reviews=on_days(st.builds(Review, on=days, happened=texts, not_happened=texts, onward=texts)),
    closed_on=st.none() | days,
    **stamps,
)
planned = only(Action, **_planned)
workshops = st.builds(
    Workshop,
    id=ids,
    held_on=days,
    question=texts,
    in_team=st.booleans(),
    hopes=many_texts,
    critique=many_texts,
    bottom=many_texts,
    vision=many_texts,
    top=many_texts,
    islands=many_texts,
    island=texts,
    plans=st.lists(planned, max_size=2).map(tuple),
    phase=st.sampled_from(Phase),
    ended_on=st.none() | days,
    **stamps,
)
agreed_goals = only(
    Goal, id=ids, title=texts, need=st.sampled_from(NeedType), area_id=texts, why=texts, measure=texts,
    deadline_on=st.none() | days, from_level=levels, to_level=levels,
)  # fmt: skip
agreed_actions = only(Action, **_planned, goal_id=texts)
agreed_areas = only(Area, id=ids, name=texts, requirement=levels, why=texts)
talks = st.builds(
    Talk,
    id=ids,
    talk_on=st.none() | days,
    kind=st.sampled_from(TalkKind),
    who=texts,
    employee=answers,
    manager=answers,
    goal_ids=many_texts,
    action_ids=many_texts,
    area_ids=many_texts,
    agreements=many_texts,
    next_on=st.none() | days,
    held_on=st.none() | days,
    summary=texts,
    evaluation=answers,
    agreed_goals=by_id(agreed_goals),
    agreed_actions=by_id(agreed_actions),
    agreed_areas=by_id(agreed_areas),
    **stamps,
)
