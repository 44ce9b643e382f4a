"""Competence areas: list, show, add, edit, rate, rest; and what is missing in them."""

from __future__ import annotations

from typing import Any

from learnlog.cli import changes, typed
from learnlog.cli import plan_opening as opening
from learnlog.cli.answers_json import asked
from learnlog.cli.call import Call
from learnlog.cli.changes import Readers
from learnlog.cli.everything import services
from learnlog.cli.opening import tell_notices
from learnlog.cli.options import Arguments, UsageError
from learnlog.domain.competence import Area, NeedType
from learnlog.domain.plan_questions import ANALYSIS
from learnlog.domain.values import Applied
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.labels import area_key
from learnlog.services.suite import Services
from learnlog.text import N_, Msg


def list_areas(call: Call) -> int:
    """List areas; those that rest only when they are asked for."""
    given, opened = call.arguments, opening.to_read(call)
    everything = given.switch("resting") or given.switch("deleted")
    areas = [each for each in opening.kept(call, opened) if everything or each.is_active]

    def tell() -> None:
        from learnlog.cli.plan_text import print_areas

        print_areas(areas, call.out)

    none = _("No competence areas found. Take one up: {line}", line="learnlog area add th.encounter")
    return opening.listed(call, opened, areas, tell, none)


def show_area(call: Call) -> int:
    """Show one area."""
    return opening.shown(call, _tell)


def _tell(call: Call, opened: Services, area: Area) -> None:
    from learnlog.cli.plan_text import print_area

    goals = [each for each in opened.plan.goals.all() if each.area_id == area.id]
    print_area(area, goals, opened.plan.evidence().get(area.id), call.out)


def add(call: Call) -> int:
    """Take up an area; its id alone goes to standard output."""
    opened = services(call)
    name = area_key(typed.text(" ".join(call.arguments.words), "name"))
    area = opened.plan.areas.blank(name)
    return opening.added(call, opened, opened.plan.areas.save(_changed(call, opened, area)))


def edit(call: Call) -> int:
    """Change the fields that are named."""
    opened, area = opening.found(call)
    if not call.arguments.given.keys() - {"json"}:
        raise changes.nothing_told(call, "--requirement 3")
    return opening.done(call, opened, opened.plan.areas.save(_changed(call, opened, area)), _("Saved."))


def rate(call: Call) -> int:
    """Keep today's estimate; what is not named stays as it was."""
    if not call.arguments.given.keys() & {"level", "used"}:
        raise changes.nothing_told(call, "--level 3")
    opened, area = opening.found(call)
    return opening.done(call, opened, opened.plan.areas.save(_rated(call, opened, area)), _("Saved."))


def rest(call: Call) -> int:
    """Let an area rest."""
    opened, area = opening.found(call)
    line = f"learnlog area edit {area.id[:8]} --active"
    saved = opened.plan.areas.save(area._replace(is_active=False))
    return opening.done(call, opened, saved, _("It rests now. To work with it again: {line}", line=line))


def gaps(call: Call) -> int:
    """Tell what is missing or not used, by what helps."""
    opened = services(call)
    found, every = opened.plan.gaps(), opened.plan.areas.all()
    tell_notices(opened.log)
    if call.arguments.switch("json"):
        from learnlog.cli.plan_json import gaps_object

        call.out.json(gaps_object(found), indent=2)
        return 0
    from learnlog.cli import plan_text

    plan_text.print_gaps(found, [each for each in every if each.is_asked], call.out)
    return 0


def _changed(call: Call, opened: Services, area: Area) -> Area:
    """An area with the changes that options tell.

    Raises:
        InvalidInputError: With everything that cannot be read.
        UsageError: If two options say the opposite.
    """
    given, today = call.arguments, opened.clock.today()
    if given.switch("active") and given.switch("rest"):
        raise UsageError(Msg(N_("Choose one of: {choices}."), {"choices": "--active, --rest"}), call.command)
    told: dict[str, Any] = changes.changes(call, _READERS, today)
    if given.switch("active") or given.switch("rest"):
        told["is_active"] = given.switch("active")
    if "evidence" in given.given:
        names = [each for each in given.texts("evidence") or () if each.strip()]
        told["evidence"] = tuple(dict.fromkeys(opened.log.find(typed.text(each)).id for each in names))
    if "answers" in given.given:
        told["answers"] = {**area.answers, **asked(call, ANALYSIS, area.answers, today)}
    return _rated(call, opened, area._replace(**told))


def _rated(call: Call, opened: Services, area: Area) -> Area:
    """An area with today's estimate, if one is told."""
    given, today = call.arguments, opened.clock.today()
    level, used = area.level, area.used
    if "level" in given.given:
        level = changes.level(given, "level", today)
    if "used" in given.given:
        used = Applied(given.text("used") or "") if given.text("used") else None
    return area.rated(level, used, today) if given.given.keys() & {"level", "used"} else area


def _name(given: Arguments, option: str, today: Any) -> str:  # noqa: ANN401 - a reader's third argument, not used
    return area_key(changes.line(given, option, today))


_READERS: Readers = {
    "name": ("name", _name),
    "requirement": ("requirement", changes.level),
    "why": ("why", changes.text),
    "description": ("description", changes.text),
    "need": ("need", changes.choice(NeedType)),
}
"""Option → field, and what reads it."""
