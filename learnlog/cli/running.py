"""The running of one command: what was typed, the command asked for, and what comes of it.

What was typed is looked at first, then only the module of the command asked for is imported: most of what a command
costs is what it imports.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from importlib import import_module

from learnlog.cli import INTERRUPTED, output
from learnlog.cli.call import Call
from learnlog.cli.choices import LANGUAGES
from learnlog.cli.commands import COMMANDS, GLOBAL, START, declared
from learnlog.cli.options import Arguments, Command, UsageError, check_operands, read, unknown_command
from learnlog.domain.clock import Clock
from learnlog.errors import DamagedError, InvalidInputError, LearnlogError, NewerFormatError
from learnlog.text import N_, Msg


def run(words: Sequence[str], environment: Mapping[str, str], clock: Clock | None = None) -> int:
    """Run the command line.

    Args:
        words: What was typed after ``learnlog``.
        environment: The process's own, usually.
        clock: The machine's own by default.

    Returns:
        The exit code: 0 done and durable, 1 refused, 2 usage, 3 damage found, 4 busy, 5 could not save, 6 newer format.
    """
    output.prepare()
    try:
        code = _run(words, environment, clock)
        output.finish()
    except LearnlogError as error:
        _complain(error)
        return error.exit_code
    except BrokenPipeError:  # whoever read our output has seen enough
        output.abandon()
        return 0
    except KeyboardInterrupt:
        output.abandon()
        return INTERRUPTED
    except Exception:  # noqa: BLE001 - the last boundary: a mistake of ours must not print anybody's text
        _confess(words, environment)
        return 1
    return code


def _run(words: Sequence[str], environment: Mapping[str, str], clock: Clock | None) -> int:
    """Find out which command is meant, and run it."""
    _speak(environment, _asked_language(words))
    leading = read(words, GLOBAL, "", only_leading=True)
    if leading.switch("version"):
        return _version()
    command, rest = _command(leading)
    typed = read(rest, (*command.options, *GLOBAL), command.name)
    both = {**leading.given, **{key: value for key, value in typed.given.items() if _is_global(key, command)}}
    everywhere = Arguments((), both)
    out = output.Output(environment, everywhere.text("color") or "auto")
    if everywhere.switch("version"):
        return _version()
    if everywhere.switch("help"):
        _help(command, out)
        return 0
    check_operands(typed, command)
    if everywhere.text("log") == "":  # a script's variable that is not set must not mean another log
        raise InvalidInputError(("log", Msg(N_("{name} cannot be empty."), {"name": "--log"})))
    call = Call(
        command=command.name,
        arguments=typed,
        out=out,
        environment=environment,
        log=everywhere.text("log") or "",
        clock=clock,
        may_ask=not everywhere.switch("no_input"),
    )
    module, _, function = command.place.partition(":")
    code: int = getattr(import_module(f"learnlog.cli.{module}"), function)(call)
    return code


def _version() -> int:
    from learnlog.cli import print_version

    return print_version()


def _command(leading: Arguments) -> tuple[Command, Sequence[str]]:
    """The command meant, and what was typed after it."""
    if not leading.words:
        return START, ["--help"] if leading.switch("help") else []
    name, rest = leading.words[0], leading.words[1:]
    if name == "help":
        if not rest:
            return START, ["--help"]
        name, rest = rest[0], (*rest[1:], "--help")
    if name not in COMMANDS:
        raise unknown_command(name, (*COMMANDS, "help"))
    command = declared(COMMANDS[name])
    return _part(command, rest) if command.parts else (command, rest)


def _part(command: Command, rest: Sequence[str]) -> tuple[Command, Sequence[str]]:
    """The part meant of a command that is divided, ``training add``, and what was typed after it."""
    leading = read(rest, GLOBAL, command.name, only_leading=True)
    before = rest[: len(rest) - len(leading.words)]
    if not leading.words:
        if not leading.switch("help"):
            raise UsageError(Msg(N_("{name} is missing."), {"name": Msg(N_("COMMAND"))}), command.name)
        return command, before
    name = leading.words[0]
    if name not in command.parts:
        raise unknown_command(name, command.parts, command.name)
    return command.parts[name], (*before, *leading.words[1:])


def _is_global(key: str, command: Command) -> bool:
    """Whether an option means the same after this command as before it."""
    return key in {option.key for option in GLOBAL} - {option.key for option in command.options}


def _asked_language(words: Sequence[str]) -> str:
    """The language asked for on the command line, looked up first of all so that even a refusal is in it.

    After a command that makes something in a language of its own choice, ``--language`` means that one.
    """
    for place, word in enumerate(words):
        if word in _WITH_OWN_LANGUAGE:
            return ""
        name, sign, value = word.partition("=")
        if name == "--language":
            value = (value if sign else "".join(words[place + 1 : place + 2])).lower()
            return value if value in LANGUAGES else ""
    return ""


def _asked_log(words: Sequence[str]) -> str:
    """The log asked for on the command line, however much of the rest could be read."""
    for place, word in enumerate(words):
        name, sign, value = word.partition("=")
        if name == "--log":
            return value if sign else "".join(words[place + 1 : place + 2])
    return ""


_WITH_OWN_LANGUAGE = ("export", "demo")
_LISTS = {
    "There is no entry with that id.": "list",
    "There is no training with that id.": "training list",
    "There is no competence area with that id.": "area list",
    "There is no goal with that id.": "goal list",
    "There is no action with that id.": "action list",
    "There is no future workshop with that id.": "workshop list",
    "There is no talk with that id.": "talk list",
    "There is no comment with that id.": "comment list",
}
"""What is not there → the command that shows what is."""


def _speak(environment: Mapping[str, str], asked: str) -> None:
    """Choose the language of what is read: asked for, from the environment, from the settings, from the system."""
    from learnlog.domain.values import Language
    from learnlog.i18n.ambient import use
    from learnlog.i18n.catalog import language_of

    language = Language(asked) if asked else None
    if not asked and not environment.get("LEARNLOG_LANGUAGE"):
        from learnlog.storage.locations import locate

        path = locate(environment).settings
        if os.path.exists(path):
            from learnlog.storage.settings import read as settings_in

            language = settings_in(path).language
    use(language or language_of(dict(environment)))


def _help(command: Command, out: output.Output) -> None:
    from learnlog.cli import usage

    if command is START:
        usage.general(out)
    elif command.parts:
        usage.of_group(command, out)
    else:
        usage.of_command(command, out)


def _complain(error: LearnlogError) -> None:
    """Say what is wrong and what to do, on one line."""
    from learnlog.i18n.ambient import gettext as _
    from learnlog.i18n.ambient import translator
    from learnlog.i18n.explain import explain

    sentences = [" ".join(explain(error, translator()).split())]
    if isinstance(error, UsageError):
        sentences.append(_("More: {line}", line=f"learnlog {error.command} --help".replace("  ", " ")))
    elif isinstance(error, DamagedError):
        sentences.append(_("What can be done: {line}", line="learnlog doctor"))
    elif isinstance(error, NewerFormatError):
        sentences.append(_("Use the newest learnlog there is."))
    elif error.message.id in _LISTS:
        sentences.append(_("To see the ids: {line}", line=f"learnlog {_LISTS[error.message.id]}"))
    output.note(" ".join(sentences))


def _confess(words: Sequence[str], environment: Mapping[str, str]) -> None:
    """Say that learnlog has a mistake, and where it is described; without values: any of them may be from the log."""
    from learnlog.i18n.ambient import gettext as _
    from learnlog.services.crash import write_report
    from learnlog.storage.locations import locate

    output.abandon()
    try:
        path = write_report(locate(environment, _asked_log(words)).home)
    except LearnlogError:
        path = ""
    output.note(_("learnlog had to stop because of a mistake in the program. What you have saved is safe."))
    if path:
        output.note(_("What happened is described in {path}, without anything you have written.", path=path))
