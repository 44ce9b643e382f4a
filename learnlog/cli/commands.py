"""Every command, listed once: parsing, help, completion and the README's test read it from here.

Only its name and its sentence stand here. What it takes is declared in a module of its own, so that no command waits
for the options of another.
"""

from importlib import import_module
from typing import NamedTuple

from learnlog.cli.choices import LANGUAGES
from learnlog.cli.options import Command, Option
from learnlog.text import N_

HELP = Option("--help", N_("Show this help."), short="-h")
GLOBAL = (
    Option("--log", N_("Use this log file instead of the usual one."), N_("FILE")),
    Option("--language", N_("Language of what you read."), "sv|nb|en", choices=LANGUAGES),
    Option(
        "--color",
        N_("Colours: when the output is a terminal, always, or never."),
        "auto|always|never",
        choices=("auto", "always", "never"),
    ),
    Option("--no-input", N_("Never ask anything.")),
    HELP,
    Option("--version", N_("Show the version.")),
)
"""Options that every command takes, before or after its name."""


class Listed(NamedTuple):
    """A command in the list of them all.

    Attributes:
        name: As typed.
        summary: English sentence, marked for translation.
        module: Module of `learnlog.cli` that declares it in its ``COMMANDS``.
        divided: Whether these are what it is divided into. Then ``EXAMPLES`` stand there too.
    """

    name: str
    summary: str
    module: str
    divided: bool = False


COMMANDS: dict[str, Listed] = {
    each.name: each
    for each in (
        Listed("add", N_("Write down what you learned."), "entry_commands"),
        Listed("list", N_("List entries, the newest first."), "entry_commands"),
        Listed("show", N_("Show one entry."), "entry_commands"),
        Listed("edit", N_("Change an entry. An empty text clears a field."), "entry_commands"),
        Listed("delete", N_("Move an entry to the bin."), "entry_commands"),
        Listed("restore", N_("Take an entry back from the bin."), "entry_commands"),
        Listed("due", N_("Show what is waiting: what is late, and what comes soon."), "waiting_commands"),
        Listed(
            "training",
            N_("Trainings: what you expect, what is agreed, what happened after."),
            "training_commands",
            divided=True,
        ),
        Listed("gaps", N_("Tell what is missing, or not used, in words."), "waiting_commands"),
        Listed(
            "area", N_("Competence areas: what the work requires, and what you can."), "area_commands", divided=True
        ),
        Listed(
            "goal", N_("Goals: what you want to be able to do, and what leads there."), "goal_commands", divided=True
        ),
        Listed(
            "action",
            N_("Actions: what will be done, how, by whom, and the first step."),
            "action_commands",
            divided=True,
        ),
        Listed(
            "workshop",
            N_("Future workshops: from what is hard to what will be done."),
            "workshop_commands",
            divided=True,
        ),
        Listed(
            "talk",
            N_("Development talks: prepared, held, and begun again from what was agreed."),
            "talk_commands",
            divided=True,
        ),
        Listed(
            "export",
            N_("Write the CV summary, the log, the plan, papers for a training, a talk or a workshop, or the data."),
            "file_commands",
        ),
        Listed(
            "share", N_("Give a part of the log to somebody as a file, and see what you have given."), "share_commands"
        ),
        Listed("review", N_("Read a copy somebody has given you, and say what you think."), "review_commands"),
        Listed("merge", N_("Take in what somebody has said about a copy you gave."), "review_commands"),
        Listed("comment", N_("Comments: read, answered, closed."), "comment_commands", divided=True),
        Listed("team", N_("Put the copies you were given together: who waits, what is needed."), "team_commands"),
        Listed("check", N_("Look for what may tell who somebody is: in the log, or in a file."), "file_commands"),
        Listed("import", N_("Take in the entries of a TinyDB JSON file."), "file_commands"),
        Listed("profile", N_("Show or change what the CV summary says about you."), "profile_commands"),
        Listed("paths", N_("Show where everything lies."), "upkeep_commands"),
        Listed("doctor", N_("Check that the log is whole and safe."), "upkeep_commands"),
        Listed("purge", N_("Erase something for good, from the log and from every copy of it."), "upkeep_commands"),
        Listed("demo", N_("Try learnlog on a sample log that disappears afterwards."), "upkeep_commands"),
        Listed("completion", N_("Write the completion script for a shell."), "upkeep_commands"),
    )
}
"""Name → where it is declared, in the order of the help."""

START = Command("", "start:start", N_("Open learnlog."), (), (), ("learnlog",))
"""What happens when no command is named."""


def declared(listed: Listed) -> Command:
    """A command with all it takes."""
    module = import_module(f"learnlog.cli.{listed.module}")
    if listed.divided:
        return Command(listed.name, "", listed.summary, examples=module.EXAMPLES, parts=module.COMMANDS)
    command: Command = module.COMMANDS[listed.name]
    return command._replace(summary=listed.summary)


def every() -> dict[str, Command]:
    """Every command by what is typed, ``training add`` after the ``training`` that it is part of."""
    whole = [declared(each) for each in COMMANDS.values()]
    return {each.name: each for command in whole for each in (command, *command.parts.values())}
