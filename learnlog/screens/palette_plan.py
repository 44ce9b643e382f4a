"""What stands in the plan, found by its name from anywhere: areas, goals, actions, workshops and talks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from textual.app import App
from textual.content import Content

from learnlog.domain.folding import fold, words_in
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.labels import area_name, capital
from learnlog.screens.talk_rows import talk_name
from learnlog.services.suite import Services
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import line


class _Found(NamedTuple):
    """Something in the plan.

    Attributes:
        kind: How it is opened; a key of `OPENED`.
        id: What it is.
        name: What it is called.
        words: What kind of thing it is, in the interface's language.
        is_over: Whether it rests, is closed, or was held.
    """

    kind: str
    id: str
    name: str
    words: str
    is_over: bool


def plan_rows(services: Services, words: list[str]) -> list[Row]:
    """What of the plan has all these words in its name: what is open first."""
    found = [each for each in _all(services) if words_in(words, fold(each.name))]
    found.sort(key=lambda each: each.is_over)
    return [
        Row(
            f"{each.kind}:{each.id}",
            (line(each.name, "$muted" if each.is_over else ""),),
            Content.styled(each.words, "$muted"),
        )
        for each in found
    ]


def _all(services: Services) -> Iterator[_Found]:
    plan, tr = services.plan, translator()
    for goal in plan.goals.all():
        yield _Found("plan", goal.id, goal.title, _("goal"), not goal.status.is_open)
    for action in plan.actions.all():
        yield _Found("plan", action.id, action.what, _("action"), not action.status.is_open)
    for area in plan.areas.all():
        yield _Found("plan", area.id, capital(area_name(area.name, tr)), _("area"), not area.is_active)
    for workshop in plan.workshops.all():
        words = _("future workshop")
        yield _Found("workshop", workshop.id, workshop.question, words, workshop.ended_on is not None)
    for talk in services.talks.all():
        yield _Found("talk", talk.id, talk_name(talk), _("talk"), talk.is_held)


def open_in_plan(app: App[Any], uid: str) -> None:
    """Show an area, a goal or an action, wherever it is."""
    from learnlog.screens.plan import plan_screen  # noqa: PLC0415 - built when asked for
    from learnlog.screens.workshops import WorkshopsScreen  # noqa: PLC0415

    screen = plan_screen(app)
    if isinstance(app.screen, WorkshopsScreen):  # it lies on top of the plan
        app.screen.dismiss(None)
    screen.select(uid, wherever=True)


def open_workshop(app: App[Any], uid: str) -> None:
    """Show a workshop among the workshops."""
    from learnlog.screens.plan import plan_screen  # noqa: PLC0415 - built when asked for
    from learnlog.screens.workshops import WorkshopsScreen  # noqa: PLC0415

    screen = plan_screen(app)
    if isinstance(app.screen, WorkshopsScreen):
        app.screen.select(uid)
    else:
        screen.call_after_refresh(screen.show_workshops, uid)


async def open_talk(app: App[Any], uid: str) -> None:
    """Show a talk among the talks."""
    from learnlog.screens.talks import talks_screen  # noqa: PLC0415 - built when asked for

    (await talks_screen(app)).select(uid)


OPENED = {"plan": open_in_plan, "workshop": open_workshop, "talk": open_talk}
"""How what was found is shown, by its kind."""
