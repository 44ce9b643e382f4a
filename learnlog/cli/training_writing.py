"""Write trainings: add, edit, complete, decline, cancel, delete, restore."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from learnlog.cli import training_opening as opening
from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.options import Arguments, UsageError
from learnlog.domain.training import Initiative, TrainingMode, TrainingStatus
from learnlog.domain.values import ActivityType
from learnlog.errors import InvalidInputError, RuleError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import long_date
from learnlog.text import N_, Msg


def add(call: Call) -> int:
    """Write down a training; its id alone goes to standard output."""
    opened = opening.trainings(call)
    title = typed.text(" ".join(call.arguments.words), "title")
    training = opened.blank()._replace(title=title, **_changes(call, opened.clock.today()))
    saved = opened.save(training)
    if call.arguments.switch("json"):
        opening.print_json(call, opened, saved)
    else:
        call.out.raw(saved.id + "\n")
    return 0


def edit(call: Call) -> int:
    """Change the fields that are named."""
    opened, training = opening.found(call)
    changes = _changes(call, opened.clock.today())
    if not changes:
        raise UsageError(Msg(N_("Say what to change, such as {line}."), {"line": '--title "…"'}), call.command)
    if "status" in changes and not training.status.is_planned:
        line = f"learnlog training reopen {training.id[:8]}"
        raise RuleError(N_("This training is not planned any more. To plan it again: {line}"), line=line)
    return opening.done(call, opened, opened.save(training._replace(**changes)), _("Saved."))


def complete(call: Call) -> int:
    """Say that a training has taken place."""
    opened, training = opening.found(call)
    given = call.arguments.text("date")
    saved = opened.complete(training, typed.day(given, opened.clock.today()) if given else None)
    days = {f"day{each.round}": each.due_on.isoformat() for each in saved.followups}
    told = _("Completed. It is followed up on {day1} and on {day2}.", **{"day1": "–", "day2": "–", **days})
    hint = _("Write down what you learned: {line}", line=f'learnlog add "…" --training {saved.id[:8]}')
    return opening.done(call, opened, saved, f"{told} {hint}")


def decline(call: Call) -> int:
    """Say that a training was not approved."""
    return _close(call, TrainingStatus.DECLINED)


def cancel(call: Call) -> int:
    """Say that a training is cancelled."""
    return _close(call, TrainingStatus.CANCELLED)


def reopen(call: Call) -> int:
    """Plan a training again."""
    opened, training = opening.found(call)
    return opening.done(call, opened, opened.reopen(training), _("The training is planned again."))


def delete(call: Call) -> int:
    """Move a training to the bin."""
    opened = opening.trainings(call)
    training = opened.find(call.arguments.words[0])
    if training.is_deleted:
        raise RuleError(N_("The training is in the bin already."))
    saved = opened.delete(training.id)
    line = f"learnlog training restore {saved.id[:8]}"
    return opening.done(call, opened, saved, _("Moved to the bin. To get it back: {line}", line=line))


def restore(call: Call) -> int:
    """Take a training back from the bin."""
    opened = opening.trainings(call)
    training = opened.find(call.arguments.words[0])
    if not training.is_deleted:
        raise RuleError(N_("The training is not in the bin."))
    return opening.done(call, opened, opened.restore(training.id), _("The training is back in the list."))


def _close(call: Call, status: TrainingStatus) -> int:
    opened, training = opening.found(call)
    why = typed.text(call.arguments.text("why") or "", "why").strip()
    return opening.done(call, opened, opened.close(training, status, why), _("Saved."))


_Reader = Callable[[Arguments, str, dt.date], object]


def _changes(call: Call, today: dt.date) -> dict[str, Any]:
    """The fields that options change, with their new values. An empty text clears a field.

    Raises:
        InvalidInputError: With every value that cannot be read.
    """
    found: dict[str, Any] = {}
    problems: list[tuple[str, Msg]] = []
    for option in call.arguments.given:
        if option not in _READERS:
            continue
        field, reader = _READERS[option]
        try:
            found[field] = reader(call.arguments, option, today)
        except InvalidInputError as error:
            problems += error.problems
    if problems:
        raise InvalidInputError(*problems)
    for field in ("start_on", "end_on"):
        _echo(call, field, found.get(field))
    return found


def _echo(call: Call, option: str, day: dt.date | None) -> None:
    """Say how a day was understood, unless it was told as it is kept."""
    given = call.arguments.text(option.removesuffix("_on"))
    if day and given and given.strip() != day.isoformat():
        call.out.note(long_date(day, translator()))


def _text(given: Arguments, option: str, _today: dt.date) -> str:
    return " ".join(typed.text(given.text(option) or "", option).split())


def _day(given: Arguments, option: str, today: dt.date) -> dt.date | None:
    """A day of the training: one to come, unless it is said otherwise."""
    value = given.text(option) or ""
    return typed.day(value, today, ahead=True, field=option) if value.strip() else None


def _minutes(given: Arguments, _option: str, _today: dt.date) -> int | None:
    from learnlog.domain.durations import parse_minutes

    return parse_minutes(typed.text(given.text("minutes") or "", "minutes"))


def _areas(given: Arguments, _option: str, _today: dt.date) -> tuple[str, ...]:
    from learnlog.i18n.labels import area_key

    names = [" ".join(typed.text(each, "areas").split()) for each in given.texts("area") or ()]
    return tuple(dict.fromkeys(area_key(name) for name in names if name))


def _switch(given: Arguments, option: str, _today: dt.date) -> bool:
    return given.switch(option)


def _choice(kind: type[StrEnum], *, empty: bool = True) -> _Reader:
    def read(given: Arguments, option: str, _today: dt.date) -> StrEnum | None:
        value = given.text(option)
        if not value and not empty:
            raise InvalidInputError((option, Msg(N_("{name} cannot be empty."), {"name": f"--{option}"})))
        return kind(value) if value else None

    return read


_READERS: dict[str, tuple[str, _Reader]] = {
    "title": ("title", _text),
    "type": ("type", _choice(ActivityType, empty=False)),
    "start": ("start_on", _day),
    "end": ("end_on", _day),
    "provider": ("provider", _text),
    "minutes": ("minutes", _minutes),
    "mode": ("mode", _choice(TrainingMode)),
    "cost": ("cost", _text),
    "mandatory": ("mandatory", _switch),
    "initiative": ("initiative", _choice(Initiative)),
    "project": ("project_code", _text),
    "area": ("areas", _areas),
    "status": ("status", _choice(TrainingStatus, empty=False)),
}
"""Option → field, and what reads it."""
