"""Look for what may tell who somebody is, in the log or in a file: check."""

from __future__ import annotations

import os
import sys

from learnlog.cli.call import Call
from learnlog.cli.everything import services
from learnlog.domain.identity import Certainty
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.sightings import taught
from learnlog.services.foreign_texts import CAPS, bytes_of
from learnlog.services.found import Found
from learnlog.services.identity import IdentityGuard

STANDARD_INPUT = "-"
MARKS = {Certainty.CERTAIN: "✗", Certainty.POSSIBLE: "!", Certainty.HINT: "·"}


def check(call: Call) -> int:
    """Tell where something may tell who somebody is, masked: 0 if no identity number is among it, 1 if one is."""
    guard, given = services(call).identity, call.arguments
    if given.switch("ask_again"):
        _ask_again(call, guard)
    least = Certainty.POSSIBLE if given.switch("numbers") else Certainty.HINT
    if given.words:
        name = given.words[0]
        data = _standard_input() if name == STANDARD_INPUT else bytes_of(os.path.expanduser(name))
        found = guard.in_file(os.path.basename(name), data, least)
    else:
        found = guard.everywhere(least)
    stops = any(each.stops for each in found)
    if given.switch("json"):
        call.out.json({"clean": not stops, "found": list(map(_object, found))}, indent=2)
    else:
        _print(call, found)
    return int(stops)


def _ask_again(call: Call, guard: IdentityGuard) -> None:
    """Forget what was said not to be about a client, and say how much that was."""
    forgotten = guard.ask_again()
    many = ngettext("{count} answer is forgotten.", "{count} answers are forgotten.", forgotten)
    call.out.note(many if forgotten else _("You have not said of anything that it is not about a client."))


def _standard_input() -> bytes:
    return sys.stdin.buffer.read(CAPS.size) if sys.stdin else b""


def _print(call: Call, found: tuple[Found, ...]) -> None:
    """Each thing found, the surest first, with where it stands."""
    say = translator().say
    for each in sorted(found, key=lambda each: each.sighting.rank):
        uid = f"{each.uid[:8]}  " if each.uid else ""
        call.out.line(f"{MARKS[each.sighting.certainty]} {uid}{say(each.where)}")
        call.out.line(f"  {say(taught(each.sighting))}")
    stops = sum(each.stops for each in found)
    if not found:
        call.out.note(
            _("Nothing was found that tells who somebody is. Names can be overlooked: read it yourself, too.")
        )
    elif stops:
        call.out.note(
            ngettext(
                "{count} personal identity number. It must be changed or hidden before anything is shared.",
                "{count} personal identity numbers. They must be changed or hidden before anything is shared.",
                stops,
            )
        )
    else:
        call.out.note(_("No personal identity number was found. Read the hints, and decide."))


def _object(found: Found) -> dict[str, object]:
    """Something found, for other programs; what was found itself is never told."""
    seen = found.sighting
    return {
        "kind": seen.kind,
        "certainty": seen.certainty,
        "shown": seen.shown,
        "table": found.table,
        "id": found.uid,
        "field": found.field,
        "line": found.line,
        "where": translator().say(found.where),
        "advice": translator().say(taught(seen)),
    }
