"""Completion scripts for shells, made from the declared commands."""

from __future__ import annotations

from collections.abc import Iterable

from learnlog.cli.call import Call
from learnlog.cli.commands import COMMANDS, GLOBAL, declared, every
from learnlog.cli.options import Command, Option
from learnlog.i18n.ambient import gettext as _

PATHS = ("FILE", "FOLDER")
"""Operands that are completed by what lies on the disk."""


def completion(call: Call) -> int:
    """Print the script for a shell."""
    scripts = {"bash": _bash, "zsh": _zsh, "fish": _fish}
    call.out.raw(scripts[call.arguments.words[0]]())
    return 0


def _names(option: Option) -> list[str]:
    names = [option.name, *([option.short] if option.short else [])]
    return [*names, f"--no-{option.name[2:]}"] if option.negative else names


def _all(command: Command) -> list[Option]:
    own = {option.name for option in command.options}
    return [*command.options, *(option for option in GLOBAL if option.name not in own)]


def _words(command: Command) -> list[str]:
    """What may stand after a command: its options, and the words it chooses among."""
    if command.parts:
        return [*command.parts, "--help"]
    choices = [choice for operand in command.operands for choice in operand.choices]
    return [*choices, *(name for option in _all(command) for name in _names(option))]


def _values(options: Iterable[Option]) -> list[tuple[str, tuple[str, ...]]]:
    """Options with a closed set of values, by each of their names."""
    return [(name, option.choices) for option in options if option.choices for name in _names(option)]


def _bash() -> str:
    cases = []
    commands = every()
    for command in commands.values():
        values = [f"      {name}) words='{' '.join(choices)}' ;;" for name, choices in _values(_all(command))]
        inner = ["      case $before in", *(f"  {line}" for line in values), "      esac"] if values else []
        cases += [f"    '{command.name}')", f"      words='{' '.join(_words(command))}'", *inner, "      ;;"]
    start = " ".join([*COMMANDS, *(name for option in GLOBAL for name in _names(option))])
    return "\n".join(
        (
            "# bash completion for learnlog",
            "_learnlog() {",
            "  local now=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= word",
            '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
            f'    case "$command $word" in {_patterns(commands)}) command="${{command:+$command }}$word" ;; esac',
            "  done",
            f"  local words='{start}'",
            '  case "$command" in',
            *cases,
            "  esac",
            '  COMPREPLY=($(compgen -W "$words" -- "$now"))',
            "}",
            "complete -o default -F _learnlog learnlog",
            "",
        )
    )


def _patterns(names: Iterable[str]) -> str:
    """What the command found so far and the next word are together when that word is a command."""
    return "|".join(f"'{name}'" if " " in name else f"' {name}'" for name in names)


def _zsh() -> str:
    return "autoload -U +X bashcompinit && bashcompinit\n" + _bash()


def _fish() -> str:
    lines = ["# fish completion for learnlog", "complete -c learnlog -f"]
    for name, listed in COMMANDS.items():
        lines.append(f"complete -c learnlog -n __fish_use_subcommand -a {name} -d {_quoted(_(listed.summary))}")
        here = f"__fish_seen_subcommand_from {name}"
        command = declared(listed)
        parts = command.parts
        for part, each in parts.items():
            before = f"-n '{here}; and not __fish_seen_subcommand_from {' '.join(parts)}'"
            lines.append(f"complete -c learnlog {before} -a {part} -d {_quoted(_(each.summary))}")
            lines += _fish_options(each, f"-n '{here}; and __fish_seen_subcommand_from {part}'")
        lines += [] if parts else _fish_options(command, f"-n '{here}'")
        if any(operand.name in PATHS for operand in command.operands):
            lines.append(f"complete -c learnlog -n '{here}' -F")
    return "\n".join(lines) + "\n"


def _fish_options(command: Command, here: str) -> list[str]:
    """What may stand after a command."""
    choices = [choice for operand in command.operands for choice in operand.choices]
    return [
        *(f"complete -c learnlog {here} -a {choice}" for choice in choices),
        *(
            f"complete -c learnlog {here} -l {each[2:]}{_fish_value(option)} -d {_quoted(_(option.help))}"
            for option in _all(command)
            for each in _names(option)
            if each.startswith("--")
        ),
    ]


def _fish_value(option: Option) -> str:
    if option.choices:
        return f" -x -a '{' '.join(option.choices)}'"
    return " -r" if option.value else ""


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
