"""Plans and talks of every shape, with texts that would be Markdown if they could."""

from __future__ import annotations

from hypothesis import strategies as st

from learnlog.domain.competence import Area, NeedType, Rating
from learnlog.domain.goal import Action, ActionRole, ActionStatus, Goal, GoalStatus, Horizon, Review
from learnlog.domain.plan_questions import EVALUATION, MANAGERS, PREPARATION
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.profile import Profile
from learnlog.domain.talk import Talk, TalkKind
from learnlog.domain.values import Applied, Arena
from learnlog.domain.workshop import Workshop
from tests.builders import TODAY
from tests.export.strategies import DAYS, TRAININGS, answers_to
from tests.export.test_markdown import TEXTS

SOME = st.just("") | TEXTS
LEVELS = st.none() | st.integers(0, 4)
IDS = st.sampled_from(("", "a", "b"))
"""Few, so that things belong together now and then."""

AREAS = st.builds(
    Area,
    id=st.sampled_from(("a", "b")),
    name=TEXTS | st.sampled_from(("th.dementia", "th.digital")),
    is_active=st.booleans(),
    requirement=LEVELS,
    why=SOME,
    need=st.none() | st.sampled_from(NeedType),
    ratings=st.lists(st.builds(Rating, DAYS, LEVELS, st.none() | st.sampled_from(Applied), LEVELS), max_size=2).map(
        tuple
    ),
)
GOALS = st.builds(
    Goal,
    id=st.sampled_from(("a", "b")),
    title=TEXTS,
    need=st.sampled_from(NeedType),
    area_id=IDS,
    why=SOME,
    measure=SOME,
    deadline_on=st.none() | DAYS,
    horizon=st.none() | st.sampled_from(Horizon),
    status=st.sampled_from(GoalStatus),
    from_level=LEVELS,
    to_level=LEVELS,
    closed_on=st.none() | DAYS,
)
ACTIONS = st.builds(
    Action,
    id=st.sampled_from(("a", "b")),
    what=TEXTS,
    how=SOME,
    who=st.lists(st.sampled_from(ActionRole), max_size=3, unique=True).map(tuple),
    responsible=st.sampled_from(ActionRole),
    first_step=SOME,
    first_step_on=st.none() | DAYS,
    first_step_done_on=st.none() | DAYS,
    due_on=st.none() | DAYS,
    status=st.sampled_from(ActionStatus),
    arena=st.none() | st.sampled_from(Arena),
    obstacle=SOME,
    vision=SOME,
    goal_id=IDS,
    workshop_id=st.sampled_from(("", "w")),
    reviews=st.lists(st.builds(Review, DAYS, SOME, SOME, SOME), max_size=2).map(tuple),
)
TALKS = st.builds(
    Talk,
    id=st.sampled_from(("t", "u")),
    talk_on=st.none() | DAYS,
    kind=st.sampled_from(TalkKind),
    who=SOME,
    employee=answers_to(PREPARATION),
    manager=answers_to(MANAGERS),
    goal_ids=st.lists(st.sampled_from(("a", "b")), max_size=2).map(tuple),
    action_ids=st.lists(st.sampled_from(("a", "b")), max_size=2).map(tuple),
    agreements=st.lists(TEXTS, max_size=2).map(tuple),
    next_on=st.none() | DAYS,
    held_on=st.none() | DAYS,
    evaluation=answers_to(EVALUATION),
    area_ids=st.lists(st.sampled_from(("a", "b")), max_size=2).map(tuple),
    agreed_goals=st.lists(GOALS, max_size=2).map(tuple),
    agreed_actions=st.lists(ACTIONS, max_size=2).map(tuple),
    agreed_areas=st.lists(AREAS, max_size=2).map(tuple),
)
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
WORKSHOPS = st.builds(
    Workshop,
    id=st.just("w"),
    held_on=DAYS,
    question=SOME,
    in_team=st.booleans(),
    hopes=LISTS,
    critique=LISTS,
    bottom=LISTS,
    vision=LISTS,
    top=LISTS,
    islands=LISTS,
    island=SOME,
    plans=st.lists(ACTIONS, max_size=2).map(tuple),
)
PLANS = st.builds(
    Portfolio,
    profile=st.tuples(SOME, SOME, SOME).map(lambda told: Profile(*told)),
    entries=st.just(()),
    made_on=st.just(TODAY),
    trainings=st.lists(TRAININGS, max_size=1).map(tuple),
    areas=st.lists(AREAS, max_size=3).map(tuple),
    goals=st.lists(GOALS, max_size=3).map(tuple),
    actions=st.lists(ACTIONS, max_size=3).map(tuple),
    talks=st.lists(TALKS, max_size=2).map(tuple),
    comments=st.just(()),
)
