"""What is typed is understood, or refused with a sentence that says what to do."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from learnlog.cli import area_commands, choices, plan_choices, talk_commands, training_commands, workshop_commands
from learnlog.cli.commands import GLOBAL, every
from learnlog.cli.options import Arguments, Command, Operand, Option, UsageError, check_operands, read
from learnlog.domain import goal, questions, training, values
from learnlog.domain.competence import LEVEL_MAX, NeedType
from learnlog.domain.profile import Role
from learnlog.domain.talk import TalkKind
from learnlog.domain.training_life import ROUND_DAYS
from learnlog.domain.training_list import Shown

OPTIONS = (
    Option("--date", "", "DAY"),
    Option("--area", "", "NAME", many=True),
    Option("--arena", "", "in|at|out", choices=("in", "at", "out")),
    Option("--output", "", "FILE", short="-o"),
    Option("--json", ""),
    Option("--show-in-cv", "", negative=True),
)


def typed(*words: str) -> Arguments:
    return read(words, OPTIONS, "add")


def refused(*words: str) -> str:
    with pytest.raises(UsageError) as caught:
        typed(*words)
    assert caught.value.exit_code == 2
    return caught.value.message.id.format_map(caught.value.message.values)


def test_options_and_words_in_any_order() -> None:
    for words in (("a", "--date", "igår", "b"), ("--date=igår", "a", "b"), ("a", "b", "--date", "igår")):
        found = typed(*words)
        assert found.words == ("a", "b")
        assert found.text("date") == "igår"


def test_the_last_of_two_counts_and_all_of_many() -> None:
    found = typed("--date", "x", "--date", "y", "--area", "a", "--area", "b")
    assert found.text("date") == "y"
    assert found.texts("area") == ["a", "b"]


def test_short_options() -> None:
    for words in (("-o", "f.md"), ("-of.md",), ("-o=f.md",), ("--output", "f.md")):
        assert typed(*words).text("output") == "f.md"


def test_switches() -> None:
    assert typed("--json").switch("json")
    assert not typed().switch("json")
    assert typed("--show-in-cv").switch("show_in_cv")
    assert typed("--no-show-in-cv").texts("show_in_cv") == ["no"]
    assert refused("--json=1") == "--json takes no value."


def test_a_text_may_begin_with_a_dash() -> None:
    assert typed("--date", "- en dag").text("date") == "- en dag"
    assert typed("--", "--json", "-").words == ("--json", "-")
    assert typed("-").words == ("-",)


def test_a_forgotten_value_is_noticed() -> None:
    assert refused("--date") == "--date needs a value after it."
    assert refused("--date", "--json") == "--date needs a value after it."
    assert refused("--date", "--area=x") == "--date needs a value after it."


def test_choices() -> None:
    assert typed("--arena", "AT").text("arena") == "at"
    assert typed("--arena", "").text("arena") == ""
    assert refused("--arena", "utanför") == "--arena takes one of: in, at, out."
    assert refused("--arena", "outt") == "--arena takes one of: in, at, out. Did you mean out?"


def test_near_misses_are_named() -> None:
    assert refused("--dat", "x") == "There is no option --dat. Did you mean --date?"
    assert refused("--zzz") == "There is no option --zzz."


def is_no_name(text: str) -> bool:
    """Whether what stands before a value cannot be a mistyped option."""
    name = text.partition("=")[0]
    return not name.isascii() or " " in name


@given(st.text(min_size=1, max_size=60).filter(is_no_name))
@example("å=kom hem")
def test_what_may_be_somebodys_text_is_never_repeated(text: str) -> None:
    said = refused("--" + text)
    assert said.startswith("There is no such option.")
    if len(text) > 2:
        assert text not in said


@given(st.lists(st.text(max_size=10), max_size=8))
def test_anything_typed_is_understood_or_refused(words: list[str]) -> None:
    try:
        found = typed(*words)
    except UsageError:
        return
    assert all(word in words for word in found.words)


def test_words_are_counted() -> None:
    command = Command("show", "", "", (Operand("ID"),))
    with pytest.raises(UsageError) as missing:
        check_operands(Arguments(()), command)
    assert missing.value.message.id == "{name} is missing."
    with pytest.raises(UsageError) as more:
        check_operands(Arguments(("a", "b")), command)
    assert more.value.message.id.startswith("There is a word too many.")
    check_operands(Arguments(("a", "b")), Command("add", "", "", (Operand("T", needed=False, many=True),)))


def test_the_written_out_choices_are_those_of_the_domain() -> None:
    assert list(choices.ARENAS) == list(values.Arena)
    assert list(choices.PURPOSES) == list(values.Purpose)
    assert list(choices.VISIBILITIES) == list(values.Visibility)
    assert list(choices.STATUSES) == list(values.Status)
    assert list(choices.LANGUAGES) == list(values.Language)
    assert list(choices.COMPONENTS) == list(values.Component)
    assert list(choices.KNOWLEDGE_FORMS) == list(values.KnowledgeForm)
    assert list(choices.APPLIED) == list(values.Applied)
    assert list(choices.ROLES) == list(values.RoleInvolved)
    assert list(choices.TYPES) == list(values.ActivityType)
    assert list(choices.REFLECTIONS) == [each.id for each in questions.REFLECTION_SETS]
    roles = next(option for option in every()["profile"].options if option.key == "role")
    assert list(roles.choices) == list(Role)


def test_the_written_out_choices_of_trainings_are_those_of_the_domain() -> None:
    assert list(training_commands.PLANNED) == [each for each in training.TrainingStatus if each.is_planned]
    assert {*training_commands.STATUSES} == {*training.TrainingStatus}
    assert {*training_commands.GROUPS} >= {*Shown} - {Shown.ALL}
    assert list(training_commands.MODES) == list(training.TrainingMode)
    assert list(training_commands.INITIATIVES) == list(training.Initiative)
    assert list(training_commands.CHANNELS) == list(training.Channel)
    assert [int(each) for each in training_commands.ROUNDS] == list(ROUND_DAYS)
    asking = [
        name for name, each in training_commands.COMMANDS.items() if "--answers" in {o.name for o in each.options}
    ]
    assert [f"training {name}" for name in asking] == list(training_commands.QUESTIONS)


def test_the_written_out_choices_of_the_plan_are_those_of_the_domain() -> None:
    assert list(plan_choices.NEEDS) == list(NeedType)
    assert [int(each) for each in plan_choices.LEVELS] == list(range(LEVEL_MAX + 1))
    assert list(plan_choices.HORIZONS) == list(goal.Horizon)
    assert list(plan_choices.GOAL_STATUSES) == list(goal.GoalStatus)
    assert list(plan_choices.ACTION_STATUSES) == list(goal.ActionStatus)
    assert list(plan_choices.ACTION_ROLES) == list(goal.ActionRole)
    assert list(plan_choices.KINDS) == list(TalkKind)
    for parts in (area_commands, talk_commands, workshop_commands):
        asking = [each.name for each in parts.COMMANDS.values() if "answers" in {o.key for o in each.options}]
        assert asking == list(parts.QUESTIONS)


@pytest.mark.parametrize("command", every().values(), ids=lambda command: command.name)
def test_commands_are_whole(command: Command) -> None:
    if not command.parts:
        module, _, function = command.place.partition(":")
        assert callable(getattr(import_module(f"learnlog.cli.{module}"), function))
    assert command.summary
    assert command.examples
    names = [option.name for option in command.options]
    assert len(names) == len(set(names))
    shadowed = {option.name for option in GLOBAL} & set(names)
    assert shadowed <= {"--language"}, "only a document's language may mean something else than before the command"
