"""Erase for good, after a look at what goes and where it stands: purge."""

from __future__ import annotations

from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.everything import services
from learnlog.cli.options import UsageError
from learnlog.domain.identity import HIDDEN
from learnlog.errors import InUseError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.services.purging import BEYOND, FORM_IS_OPEN, Outcome, Plan, Purging, Thing, places_of, told_of
from learnlog.text import N_, Msg

LEFT = 5
"""Something still stands in a file of learnlog's."""
OWN = 1
"""Something still stands in a file of the owner's, or it was not done."""
INDENT = "  "


def purge(call: Call) -> int:
    """Erase: 0 it is nowhere any more, 1 not done or it stands in a file of the owner's, 5 it could not be erased."""
    given = call.arguments
    purging = services(call).purging
    plan = _plan(call, purging)
    if not given.switch("json"):
        _tell(call, plan)
    if plan.survey.is_empty or given.switch("dry_run"):
        return _not_done(call, plan)
    if plan.survey.open:
        raise InUseError(FORM_IS_OPEN)
    if not given.switch("yes"):
        if not call.can_ask:
            raise UsageError(Msg(N_("Nothing was erased: say {option} too."), {"option": "--yes"}), "purge")
        if not typed.agreed(_("Erase it for good? This cannot be taken back.")):
            call.out.note(_("Nothing was erased."))
            return OWN
    outcome = purging.erase(plan)
    if given.switch("json"):
        call.out.json(_object(plan, outcome), indent=2)
    else:
        for told in (*told_of(outcome), Msg(BEYOND)):  # what cannot be reached from here, too
            call.out.note(translator().say(told))
    return LEFT if outcome.left else OWN if outcome.own else 0


def _plan(call: Call, purging: Purging) -> Plan:
    """What is asked for: records, numbers or words; one of the three."""
    given = call.arguments
    words = given.text("words")
    ways = (bool(given.words), given.switch("matches_identity"), words is not None)
    if sum(ways) != 1:
        raise UsageError(
            Msg(
                N_("Say what to erase: an id, {numbers} or {words}."),
                {"numbers": "--matches-identity", "words": "--words"},
            ),
            "purge",
        )
    hidden = translator().gettext(HIDDEN)
    if words is not None:
        return purging.words(typed.file(words).splitlines(), hidden)
    return purging.records(given.words) if given.words else purging.numbers(hidden)


def _tell(call: Call, plan: Plan) -> None:
    """What would go or be masked, where it stands, and what is not touched."""
    if plan.things:
        call.out.line(_("To be erased:") if plan.whole else _("Something is to be masked in:"))
        _list(call, plan.things)
    if not plan.survey.is_empty:
        call.out.line(_("It stands in:"))
        for place in places_of(plan.survey):
            call.out.line(INDENT + translator().say(place))
    if plan.elsewhere:
        call.out.line(_("The same words stand here, too. This is not changed:"))
        _list(call, plan.elsewhere)
    if plan.survey.own:
        call.out.line(_("These are your own files, which learnlog does not change:"))
        for path in plan.survey.own:
            call.out.line(INDENT + path)


def _list(call: Call, things: tuple[Thing, ...]) -> None:
    say = translator().say
    for each in things:
        uid = f"{each.uid[:8]}  " if len(each.uid) >= len("3f9a12bc") else ""
        call.out.line(f"{INDENT}{uid}{say(each.told)}")


def _not_done(call: Call, plan: Plan) -> int:
    if call.arguments.switch("json"):
        call.out.json(_object(plan, None), indent=2)
    elif plan.survey.is_empty:
        call.out.note(_("There is nothing to erase: it stands nowhere in the log or its copies."))
    else:
        call.out.note(_("Nothing was erased."))
    return OWN if plan.survey.is_empty and plan.survey.own else 0


def _object(plan: Plan, outcome: Outcome | None) -> dict[str, object]:
    """What was found and done, for other programs; nothing of what is erased is told but masked names."""
    return {
        "erased": outcome is not None and not outcome.left,
        "records": list(map(_thing, plan.things)),
        "lines": plan.survey.versions,
        "files": {str(kind): count for kind, count in plan.survey.files.items()},
        "elsewhere": list(map(_thing, plan.elsewhere)),
        "changed": outcome.written + outcome.removed if outcome else 0,
        "left": list(outcome.left) if outcome else [],
        "own": list(outcome.own if outcome else plan.survey.own),
    }


def _thing(thing: Thing) -> dict[str, str]:
    return {"table": thing.table, "id": thing.uid, "name": thing.name}
