"""Help: examples first, then what there is."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from importlib import import_module
from types import ModuleType

from learnlog.cli.commands import COMMANDS, GLOBAL, HELP
from learnlog.cli.options import Command, Operand, Option
from learnlog.cli.output import Output, wrapped
from learnlog.domain.questions import REFLECTION_SETS, QuestionSet
from learnlog.i18n.ambient import gettext as _
from learnlog.text import N_

INDENT = "  "
WIDEST_NAME = 30
"""A longer name stands on a line of its own above what it means."""
KEYS = ("KEY", "ROLE", "STEP")
"""Values of options that stand for a key each; elsewhere the help of the option shows what it takes."""
EXIT_CODES = (
    ("0", N_("done, and safe on disk")),
    ("1", N_("refused: what was typed, or a rule")),
    ("2", N_("the command line was not understood")),
    ("3", N_("the log is damaged; nothing was overwritten")),
    ("4", N_("another learnlog is saving")),
    ("5", N_("could not save or read")),
    ("6", N_("the log was made by a newer learnlog")),
)


def general(out: Output) -> None:
    """Print the help of ``learnlog --help``."""
    out.raw(_("learnlog keeps what you learn at work, and makes a CV summary of it.") + "\n")
    _heading(out, _("Examples"))
    for example, meaning in (
        ("learnlog", _("Open learnlog.")),
        (_('learnlog add "Calm transfers with the hoist"'), _("Write down what you learned.")),
        ("learnlog list --limit 20", _("See what you wrote last.")),
        ("learnlog export cv -o cv.md", _("Make a CV summary for the development talk.")),
        ("learnlog demo", _("Try it on a sample log.")),
    ):
        out.raw(f"{INDENT}{example}\n{INDENT}{INDENT}{out.quiet(meaning)}\n")
    _heading(out, _("Commands"))
    _table(out, [(name, _(command.summary)) for name, command in COMMANDS.items()])
    _heading(out, _("Options"))
    _table(out, [(_named(option), _(option.help)) for option in GLOBAL])
    _heading(out, _("Answers (exit codes)"))
    _table(out, [(code, _(meaning)) for code, meaning in EXIT_CODES])
    out.raw("\n" + _("More about a command: {line}", line="learnlog add --help") + "\n")


def of_group(command: Command, out: Output) -> None:
    """Print the help of a command that is divided into others."""
    _top(command, out)
    _heading(out, _("Commands"))
    _table(out, [(part.name, _(part.summary)) for part in command.parts.values()])
    _heading(out, _("Options of every command"))
    _table(out, [(_named(each), _(each.help)) for each in GLOBAL])


def of_command(command: Command, out: Output) -> None:
    """Print the help of one command."""
    _top(command, out)
    _heading(out, _("Usage"))
    words = ["learnlog", command.name, *map(_operand, command.operands)]
    out.raw(INDENT + " ".join([*words, _("[OPTIONS]")]) + "\n")
    _heading(out, _("Options"))
    own = {option.name for option in command.options}
    _table(out, [(_named(option), _(option.help)) for option in (*command.options, HELP)])
    _heading(out, _("Options of every command"))
    _table(out, [(_named(each), _(each.help)) for each in GLOBAL if each is not HELP and each.name not in own])
    keys = {option.key for option in command.options}
    if "type" in keys:
        _keys(out)
    if "assignment" in keys:
        _kept_in_profile(out)
    _choices(command, out)
    if "reflection" in keys:
        for each in REFLECTION_SETS:
            _questions(out, f"{_(each.title)}: --reflection {each.id}, --answer", each)
    if command.name == "area add":
        _suggested(_("Suggested areas"), out)
    for heading, rows in getattr(_declared(command), "FILES", {}).get(command.name, ()):
        _heading(out, _(heading))
        _table(out, [(name, _(text)) for name, text in rows])
    if keys & {"answers", "comments"}:
        asked: dict[str, tuple[tuple[str, str], ...]] = _declared(command).QUESTIONS
        for heading, name in asked[command.name]:
            _questions(out, _(heading), _form(name), " *")
            out.raw(INDENT + _("* must be answered") + "\n")


def _top(command: Command, out: Output) -> None:
    """Print what a command is for, and examples of it."""
    out.raw("\n".join(wrapped(_(command.summary), out.width)) + "\n")
    _heading(out, _("Examples"))
    for example in command.examples:
        out.raw(f"{INDENT}{_(example)}\n")


def _keys(out: Output) -> None:
    """Print what the keys of the activity types, and of the areas that are suggested, stand for."""
    from learnlog.domain.values import ActivityType, Arena
    from learnlog.i18n.ambient import translator
    from learnlog.i18n.labels import arena_place, capital

    for arena in Arena:
        place = capital(arena_place(arena, translator()))
        _meanings(out, f"{place}: --type", (kind for kind in ActivityType if kind.usual_arena is arena))
    _suggested(f"{_('Suggested areas')}: --area", out)


def _kept_in_profile(out: Output) -> None:
    """Print what the kinds of assignments stand for, and the levels of a language there are."""
    from learnlog.domain.profile import AssignmentKind, LanguageLevel

    _meanings(out, f"{_('Assignments')}: --assignment", AssignmentKind)
    _heading(out, f"{_('Languages')}: --speaks")
    out.raw(INDENT + "|".join(LanguageLevel) + "\n")


def _choices(command: Command, out: Output) -> None:
    """Print what the keys stand for that options take, those with the same keys together."""
    from learnlog.domain.goal import ActionRole, ActionStatus, GoalStatus
    from learnlog.domain.training import Channel, TrainingStatus
    from learnlog.domain.training_list import Shown
    from learnlog.domain.values import Applied, RoleInvolved
    from learnlog.i18n.ambient import translator
    from learnlog.i18n.labels import label

    kinds: tuple[type[StrEnum], ...] = (
        *(Applied, RoleInvolved, TrainingStatus, Channel),
        *(GoalStatus, ActionStatus, ActionRole, Shown),
    )
    taken: dict[tuple[str, ...], list[str]] = {}
    for option in command.options:
        if option.value in KEYS and option.key != "type":  # those are told by arena
            taken.setdefault(option.choices, []).append(option.name)
    for choices, names in taken.items():
        known = {"late": _("with a follow-up that is late"), "completed": _("completed")}
        for kind in sorted(
            kinds, key=lambda each: len({*choices} & {*each})
        ):  # "other" is in several: the fullest tells
            known |= {each.value: label(each, translator()) for each in kind}
        _heading(out, ", ".join(names))
        _table(out, [(choice, known[choice]) for choice in choices])


def _meanings(out: Output, heading: str, values: Iterable[StrEnum]) -> None:
    """Print what the values of an option stand for."""
    from learnlog.i18n.ambient import translator
    from learnlog.i18n.labels import label

    _heading(out, heading)
    _table(out, [(each.value, label(each, translator())) for each in values])


def _suggested(heading: str, out: Output) -> None:
    """Print the areas that are suggested, with their keys."""
    from learnlog.domain.areas import SUGGESTED_AREAS

    _heading(out, heading)
    _table(out, [(key, _(name)) for key, name in SUGGESTED_AREAS.items()])


def _declared(command: Command) -> ModuleType:
    """The module that declares a command which is part of another."""
    return import_module(f"learnlog.cli.{COMMANDS[command.name.partition(' ')[0]].module}")


def _form(name: str) -> QuestionSet:
    """A form by the module and the name it is declared under."""
    module, _colon, attribute = name.partition(":")
    room = "cli" if module == "workshop_answers" else "domain"
    form: QuestionSet = getattr(import_module(f"learnlog.{room}.{module}"), attribute)
    return form


def _questions(out: Output, heading: str, form: QuestionSet, required: str = "") -> None:
    """Print the questions of a form: the key of each answer, and what may stand there.

    Args:
        out: Where to print.
        heading: What stands above them.
        form: The form.
        required: What is added to a question that must be answered.
    """
    rows = []
    for each in form.questions:
        text = _(each.text) + (required if each.required else "")
        if each.kind in {"choice", "multi"}:
            text += f" ({' | '.join(key for key, _label in each.options)})"
        rows.append((each.id, text))
        rows += [(each.note_id, _(each.note))] if each.note else []
    _heading(out, heading)
    _table(out, rows)


def _heading(out: Output, text: str) -> None:
    out.raw(f"\n{out.strong(text)}\n")


def _table(out: Output, rows: list[tuple[str, str]]) -> None:
    """Print names with what they mean beside them, wrapped within the width."""
    longest = max((len(name) for name, _meaning in rows if len(name) <= WIDEST_NAME), default=0)
    edge = len(INDENT) + longest + 2
    for name, meaning in rows:
        lines = wrapped(meaning, max(out.width - edge, 20))
        if len(name) > longest:
            out.raw(f"{INDENT}{name}\n")
            name = ""  # noqa: PLW2901 - what it means begins a new line
        for line in lines:
            out.raw(f"{INDENT}{name:<{longest}}  {line}".rstrip() + "\n")
            name = ""  # noqa: PLW2901


def _named(option: Option) -> str:
    """An option as it is typed: ``-o, --output FILE``."""
    name = option.name.replace("--", "--[no-]", 1) if option.negative else option.name
    short = f"{option.short}, " if option.short else ""
    return f"{short}{name} {_(option.value)}".rstrip()


def _operand(operand: Operand) -> str:
    """A word as it is asked for: ``TITLE``, ``[TITLE]``, ``cv|log``."""
    name = "|".join(operand.choices) or _(operand.name)
    if operand.many:
        name += " …"
    return name if operand.needed else f"[{name}]"
