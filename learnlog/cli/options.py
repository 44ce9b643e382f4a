"""What a command takes, as data, and the reading of what was typed against it.

One declaration of a command serves its parsing, its help, the shell completion and the tests. It is read here rather
than by argparse because argparse's sentences are its own: they change between Python versions, say "argument --date:
expected one argument" to people who have never met an argument, and cannot be translated by named parameters.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from learnlog.errors import LearnlogError
from learnlog.text import N_, Msg

LONGEST_ECHO = 24
"""An unknown word is only repeated when it can be a mistyped name; anything longer may be somebody's text."""


class Option(NamedTuple):
    """One option of a command.

    Attributes:
        name: With its dashes: ``--date``.
        help: English sentence, marked for translation.
        value: What stands for its value in the help, such as ``DAY``; empty for a switch.
        short: One-letter form, ``-o``; may be empty.
        many: Whether it may be given several times, all of them counting.
        choices: The values it takes; empty for any.
        counts: Whether it takes a whole number that is not negative.
        negative: Whether ``--no-…`` switches it off.
    """

    name: str
    help: str
    value: str = ""
    short: str = ""
    many: bool = False
    choices: tuple[str, ...] = ()
    counts: bool = False
    negative: bool = False

    @property
    def key(self) -> str:
        """Under which `Arguments` keeps it: ``show_in_cv`` for ``--show-in-cv``."""
        return self.name.lstrip("-").replace("-", "_")


class Operand(NamedTuple):
    """A word that stands by itself.

    Attributes:
        name: What stands for it in the help, such as ``TITLE``.
        needed: Whether the command is incomplete without it.
        many: Whether it takes all the remaining words.
        choices: The words it takes; empty for any.
    """

    name: str
    needed: bool = True
    many: bool = False
    choices: tuple[str, ...] = ()


class Command(NamedTuple):
    """One command.

    Attributes:
        name: As typed.
        place: Module of `learnlog.cli` and function that does it: ``entries:add``.
        summary: English sentence, marked for translation; not declared where the list of commands has it.
        operands: The words it takes, in order.
        options: The options it takes, in the order of its help.
        examples: Command lines that show it, the plainest first.
        parts: The commands it is divided into, by the word that is typed after its name.
    """

    name: str
    place: str
    summary: str = ""
    operands: tuple[Operand, ...] = ()
    options: tuple[Option, ...] = ()
    examples: tuple[str, ...] = ()
    parts: dict[str, "Command"] = {}  # noqa: RUF012 - never changed; a NamedTuple has no default factory


class UsageError(LearnlogError):
    """The command line cannot be understood.

    Attributes:
        command: The command whose help tells how; empty for the general one.
    """

    exit_code = 2
    default = N_("The command line was not understood.")

    def __init__(self, message: Msg | str | None = None, command: str = "") -> None:
        """Keep the sentence and where to read more."""
        super().__init__(message)
        self.command = command


class Arguments(NamedTuple):
    """What was typed.

    Attributes:
        words: The words that are no options.
        given: Option key → its values, in the order typed; a switch has ``yes`` or ``no``.
    """

    words: tuple[str, ...] = ()
    given: dict[str, list[str]] = {}  # noqa: RUF012 - never changed; a NamedTuple has no default factory

    def text(self, key: str) -> str | None:
        """The value of an option, the last one if it was given twice; None if it was not given."""
        values = self.given.get(key)
        return values[-1] if values else None

    def texts(self, key: str) -> list[str] | None:
        """All values of an option; None if it was not given."""
        return self.given.get(key)

    def switch(self, key: str) -> bool:
        """Whether a switch is on."""
        return self.text(key) == "yes"


def read(words: Sequence[str], options: Iterable[Option], command: str, *, only_leading: bool = False) -> Arguments:
    """Sort what was typed into options and words.

    Args:
        words: What was typed.
        options: Those that may occur; of two with one name the first counts.
        command: For the hint in an error.
        only_leading: Whether to stop at the first word that is no option, and return it and the rest as words.

    Raises:
        UsageError: If there is something among them that cannot be understood.
    """
    known = _names(options)
    rest = list(reversed(words))
    given: dict[str, list[str]] = {}
    plain: list[str] = []
    while rest:
        word = rest.pop()
        if word == "--":
            return Arguments((*plain, *reversed(rest)), given)
        if word.startswith("-") and word != "-":
            option, value = _option(word, rest, known, command)
            given.setdefault(option.key, []).append(value)
            continue
        plain.append(word)
        if only_leading:
            return Arguments((*plain, *reversed(rest)), given)
    return Arguments(tuple(plain), given)


def is_count(word: str) -> bool:
    """Whether a word is a whole number that is not negative, and no longer than anything here can be."""
    return word.isascii() and word.isdigit() and len(word) < 10  # noqa: PLR2004 - nobody has a milliard entries


def check_operands(arguments: Arguments, command: Command) -> None:
    """Hold the words against what the command takes.

    Raises:
        UsageError: If one is missing, too much, or not one of the choices.
    """
    words = arguments.words
    for place, operand in enumerate(command.operands):
        if place >= len(words):
            if operand.needed:
                raise UsageError(Msg(N_("{name} is missing."), {"name": Msg(operand.name)}), command.name)
            return
        if operand.choices and words[place] not in operand.choices:
            raise _not_among(words[place], operand.choices, Msg(operand.name), command.name)
    if len(words) > len(command.operands) and not (command.operands and command.operands[-1].many):
        raise UsageError(
            Msg(N_("There is a word too many. Put quotation marks around words that belong together.")), command.name
        )


def unknown_command(word: str, names: Iterable[str], within: str = "") -> UsageError:
    """The error for a command there is none of, with the one probably meant; `within` is what it would be part of."""
    near = _nearest(word, names)
    if near:
        values: dict[str, object] = {"name": word, "near": near}
        return UsageError(Msg(N_("There is no command {name}. Did you mean {near}?"), values), within)
    if _may_be_said(word):
        return UsageError(Msg(N_("There is no command {name}."), {"name": word}), within)
    return UsageError(Msg(N_("There is no such command.")), within)


_Names = dict[str, tuple[Option, str]]
"""What may be typed → the option it is, and what it means when it is a switch."""


def _names(options: Iterable[Option]) -> _Names:
    known: _Names = {}
    for option in options:
        known.setdefault(option.name, (option, "yes"))
        if option.short:
            known.setdefault(option.short, (option, "yes"))
        if option.negative:
            known.setdefault(f"--no-{option.name[2:]}", (option, "no"))
    return known


def _option(word: str, rest: list[str], known: _Names, command: str) -> tuple[Option, str]:
    """The option a word is, with its value, which is taken from the rest (last first) unless it hangs on the word."""
    name, value = _split(word, known)
    if name not in known:
        raise _unknown_option(name, known, command)
    option, meaning = known[name]
    if not option.value:
        if value is not None:
            raise UsageError(Msg(N_("{name} takes no value."), {"name": name}), command)
        return option, meaning
    if value is None:
        if not rest or rest[-1].partition("=")[0] in known:  # another option there: the value was forgotten
            raise UsageError(Msg(N_("{name} needs a value after it."), {"name": name}), command)
        value = rest.pop()
    if option.counts and value and not is_count(value):
        raise UsageError(Msg(N_("{name} needs a whole number."), {"name": name}), command)
    return option, _checked(value, option.choices, name, command)


def _split(word: str, known: _Names) -> tuple[str, str | None]:
    """The name of an option and the value attached to it: ``--date=igår``, ``-oFILE``."""
    if word.startswith("--"):
        name, sign, value = word.partition("=")
        return name, value if sign else None
    if word not in known and word[:2] in known and known[word[:2]][0].value:
        return word[:2], word[2:].removeprefix("=")
    return word, None


def _checked(value: str, choices: tuple[str, ...], name: str, command: str) -> str:
    """A value as it stands among the choices, whatever its case; an empty one stands for none of them."""
    if not choices or not value or value in choices:
        return value
    meant = next((each for each in choices if each.casefold() == value.casefold()), None)
    if meant is None:
        raise _not_among(value, choices, name, command)
    return meant


def _not_among(value: str, choices: tuple[str, ...], name: str | Msg, command: str) -> UsageError:
    values: dict[str, object] = {"name": name, "choices": ", ".join(each for each in choices if each)}
    near = _nearest(value, choices)
    if near:
        return UsageError(
            Msg(N_("{name} takes one of: {choices}. Did you mean {near}?"), values | {"near": near}), command
        )
    return UsageError(Msg(N_("{name} takes one of: {choices}."), values), command)


def _unknown_option(word: str, known: Iterable[str], command: str) -> UsageError:
    near = _nearest(word, known)
    if near:
        values: dict[str, object] = {"name": word, "near": near}
        return UsageError(Msg(N_("There is no option {name}. Did you mean {near}?"), values), command)
    if _may_be_said(word):
        return UsageError(Msg(N_("There is no option {name}."), {"name": word}), command)
    return UsageError(
        Msg(
            N_("There is no such option. Put quotation marks around a text, and -- before one that begins with a dash.")
        ),
        command,
    )


def _may_be_said(word: str) -> bool:
    """Whether an unknown word is surely a mistyped name, and not somebody's text, which no error may repeat."""
    return len(word) <= LONGEST_ECHO and word.isascii() and word.replace("-", "").isalnum()


def _nearest(word: str, names: Iterable[str]) -> str:
    """The known name that looks most like a word; empty when none does."""
    if not _may_be_said(word):
        return ""
    from difflib import get_close_matches  # only a mistyped name pays for it

    known = {each.lstrip("-"): each for each in names if each}  # dashes would make all options look alike
    found = get_close_matches(word.lstrip("-").lower(), known, n=1, cutoff=0.6)
    return known[found[0]] if found else ""
