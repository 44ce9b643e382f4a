"""A word of warning after a save: something in it may tell who somebody is. It is saved all the same."""

from __future__ import annotations

from learnlog.cli.call import Call
from learnlog.domain.identity_places import texts_in
from learnlog.domain.identity_words import worth_a_look


def warn(call: Call, value: object) -> None:
    """Say where in a value something may tell who somebody is, and what to write instead; nothing if nothing does.

    One sentence, about what is surest. Most texts are told apart before anything of the guard is imported.

    Args:
        call: What was asked for.
        value: What was saved.
    """
    if not any(worth_a_look(text) for _, text in texts_in(value)):
        return
    from learnlog.cli.opening import ground
    from learnlog.services.identity import IdentityGuard

    base = ground(call)
    found = IdentityGuard(base.store, base.clock).seen_in(value)
    if found:
        from learnlog.i18n.ambient import translator
        from learnlog.i18n.places import field_name
        from learnlog.i18n.sightings import taught

        say, first = translator().say, min(found, key=lambda each: each.sighting.rank)
        field = say(field_name(first.table, first.path))
        field = field if field.endswith("?") else field.rstrip(":.") + ":"
        call.out.note(f"{field} {say(taught(first.sighting))}")
