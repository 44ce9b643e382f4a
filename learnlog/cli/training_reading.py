"""Look at trainings: list, show, figures."""

from __future__ import annotations

from collections.abc import Container, Sequence

from learnlog.cli import training_opening as opening
from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.opening import ground
from learnlog.cli.output import json_lines
from learnlog.domain.due import Due
from learnlog.domain.training import Training
from learnlog.domain.training_list import Shown, belongs, listed
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.services.trainings import Trainings


def list_trainings(call: Call) -> int:
    """List trainings: those that something is late for first, then those something waits for, then the others."""
    given, out = call.arguments, call.out
    asked = given.text("limit")
    opened, reminders = opening.to_read(call)
    due = reminders.due()
    found = _chosen(call, opened, due)
    shown = found[: int(asked)] if asked else found
    if given.switch("json"):
        from learnlog.cli.training_json import as_object

        linked = opened.linked()
        objects = [as_object(each, [entry.id for entry in linked.get(each.id, ())]) for each in shown]
        out.raw(json_lines(objects) + "\n")
        return 0
    from learnlog.cli import training_text

    training_text.print_list(shown, due, opened.clock.today(), out)
    if not found:
        out.note(_("No trainings found."))
    elif len(shown) < len(found):
        many = ngettext("{shown} of {count} training.", "{shown} of {count} trainings.", len(found), shown=len(shown))
        out.note(" ".join((many, _("Show more: {line}", line=f"learnlog training list --limit {len(found)}"))))
    elif out.is_terminal:
        out.note(_("What they have come to: {line}", line="learnlog training figures"))
    return 0


def show_training(call: Call) -> int:
    """Show one training."""
    opened, _reminders = opening.to_read(call)
    training = opened.find(call.arguments.words[0])
    if call.arguments.switch("json"):
        opening.print_json(call, opened, training)
        return 0
    from learnlog.cli import training_text
    from learnlog.cli.said import print_said

    training_text.print_training(training, opened.entries(training.id), call.out, _goals(call, training))
    print_said(call, training)
    return 0


def _goals(call: Call, training: Training) -> str:
    """What the goals are called that a training belongs to."""
    if not training.goal_ids:
        return ""
    from learnlog.cli.plan_opening import titles

    return titles(training.goal_ids, "", ground(call))[0]


def figures(call: Call) -> int:
    """Count what the trainings have come to."""
    counted = opening.to_read(call)[0].figures()
    if call.arguments.switch("json"):
        from learnlog.cli.training_json import figures_object

        call.out.json(figures_object(counted), indent=2)
        return 0
    from learnlog.i18n.loop_rows import loop_rows

    rows = [(" " * 2 * row.indent + row.name, row.words) for row in loop_rows(counted, translator())]
    widest = max(len(name) for name, _words in rows)
    for name, words in rows:
        call.out.line(f"{name:<{widest}}  {words}")
    return 0


def _chosen(call: Call, opened: Trainings, due: Sequence[Due]) -> list[Training]:
    """The trainings that the options let through, in the order of the list."""
    given = call.arguments
    among = opened.bin() if given.switch("deleted") else opened.all()
    found = listed(among, due, text=typed.text(given.text("search") or ""))
    statuses = [each for each in given.texts("status") or () if each]
    if not statuses:
        return found
    late = {each.training_id for each in due if each.due_on < opened.clock.today()}
    return [each for each in found if any(_is(each, status, late) for status in statuses)]


def _is(training: Training, status: str, late: Container[str]) -> bool:
    """Whether a training has a status, or belongs to a group of them."""
    if status in Shown.__members__.values():
        return belongs(training, Shown(status))
    groups = {"completed": training.status.is_over, "late": training.id in late}
    return groups.get(status, training.status == status)
