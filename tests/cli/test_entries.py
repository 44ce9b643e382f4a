"""Write, find, change, delete and get back entries, as from a shell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from learnlog.cli.commands import every
from learnlog.cli.options import Command
from learnlog.domain.areas import SUGGESTED_AREAS
from learnlog.domain.clock import Clock
from learnlog.domain.profile import AssignmentKind
from learnlog.domain.questions import REFLECTION_SETS
from learnlog.domain.values import Language, RoleInvolved
from learnlog.i18n.catalog import Translator
from learnlog.storage.store import Store
from tests.builders import an_entry
from tests.cli.conftest import Learnlog

FIELDS = [
    "id",
    "date",
    "title",
    "what_happened",
    "activity_type",
    "arena",
    "purpose",
    "minutes",
    "areas",
    "themes",
    "components",
    "knowledge_form",
    "roles_involved",
    "prompt_set",
    "answers",
    "insight",
    "applied",
    "visibility",
    "status",
    "show_in_cv",
    "evidence",
    "training",
    "goals",
    "action",
    "created_at",
    "updated_at",
]
EVERYTHING = (
    ("--date", "igår", "date", "2026-11-19"),
    ("--type", "excourse", "activity_type", "excourse"),
    ("--arena", "at", "arena", "at"),
    ("--purpose", "b", "purpose", "B"),
    ("--minutes", "1h30", "minutes", 90),
    ("--area", "th.dementia", "areas", ["th.dementia"]),
    ("--theme", "#lyft", "themes", ["lyft"]),
    ("--component", "skill", "components", ["skill"]),
    ("--knowledge-form", "tacit", "knowledge_form", "tacit"),
    ("--role", "colleague", "roles_involved", ["colleague"]),
    ("--reflection", "gibbs", "prompt_set", "gibbs"),
    ("--what", "Vi övade i par.", "what_happened", "Vi övade i par."),
    ("--insight", "Säg vad du gör.", "insight", "Säg vad du gör."),
    ("--applied", "us.3", "applied", "us.3"),
    ("--visibility", "manager", "visibility", "manager"),
    ("--status", "done", "status", "done"),
    ("--evidence", "https://example.org/a?b=[c]", "evidence", ["https://example.org/a?b=[c]"]),
)


def added(learnlog: Learnlog, *words: str, **more: object) -> str:
    result = learnlog("add", *words, **more)
    assert result.code == 0, result.err
    assert re.fullmatch(r"[0-9a-f]{32}\n", result.out), "the id alone"
    assert result.err == "" or "--date" in words, "only a day that was told in words is read back"
    return result.out.strip()


def shown(learnlog: Learnlog, uid: str) -> dict[str, object]:
    result = learnlog("show", uid, "--json")
    assert result.code == 0, result.err
    return result.json


def test_an_entry_needs_only_a_title(learnlog: Learnlog) -> None:
    entry = shown(learnlog, added(learnlog, "Lugn", "förflyttning"))
    assert list(entry) == FIELDS
    assert entry["title"] == "Lugn förflyttning"
    assert entry["date"] == "2026-11-20"
    assert (entry["activity_type"], entry["arena"], entry["purpose"]) == ("daily", "in", "C")
    assert (entry["visibility"], entry["status"], entry["show_in_cv"]) == ("private", "draft", False)
    assert entry["created_at"] == entry["updated_at"] == "2026-11-20T12:00:00Z"
    assert entry["minutes"] is entry["applied"] is None
    assert entry["areas"] == entry["evidence"] == []
    assert entry["answers"] == {}


def test_every_field_can_be_told_at_once(learnlog: Learnlog) -> None:
    options = [word for option, value, _field, _kept in EVERYTHING for word in (option, value)]
    entry = shown(
        learnlog, added(learnlog, "Kursdag", *options, "--show-in-cv", "--answer", "i1=Vi = de", language="sv")
    )
    assert {field: entry[field] for _option, _value, field, _kept in EVERYTHING} == {
        field: kept for _option, _value, field, kept in EVERYTHING
    }
    assert entry["show_in_cv"] is True
    assert entry["answers"] == {"i1": "Vi = de"}


@pytest.mark.parametrize(("option", "value", "field", "kept"), EVERYTHING)
def test_every_field_can_be_changed_later(
    learnlog: Learnlog, option: str, value: str, field: str, kept: object
) -> None:
    uid = added(learnlog, "Kursdag", "--insight", "Ett par egna ord")
    before = shown(learnlog, uid)
    assert learnlog("edit", uid, option, value).code == 0
    after = shown(learnlog, uid)
    assert after[field] == kept
    touched = {field, "updated_at", "status"} if field == "insight" else {field}
    assert {name for name in FIELDS if before[name] != after[name]} <= touched


@pytest.mark.parametrize(
    ("option", "field", "empty"),
    [
        ("--minutes", "minutes", None),
        ("--purpose", "purpose", None),
        ("--area", "areas", []),
        ("--theme", "themes", []),
        ("--component", "components", []),
        ("--role", "roles_involved", []),
        ("--knowledge-form", "knowledge_form", None),
        ("--reflection", "prompt_set", ""),
        ("--what", "what_happened", ""),
        ("--insight", "insight", ""),
        ("--applied", "applied", None),
        ("--evidence", "evidence", []),
        ("--visibility", "visibility", "private"),
        ("--status", "status", "draft"),
    ],
)
def test_an_empty_text_clears_a_field(learnlog: Learnlog, option: str, field: str, empty: object) -> None:
    told = [word for name, value, _field, _kept in EVERYTHING for word in (name, value)]
    uid = added(learnlog, "Kursdag", *told)
    assert shown(learnlog, uid)[field] != empty
    assert learnlog("edit", uid, option, "").code == 0
    assert shown(learnlog, uid)[field] == empty


@pytest.mark.parametrize("option", ["--title", "--date", "--type", "--arena"])
def test_what_an_entry_must_have_cannot_be_cleared(learnlog: Learnlog, option: str) -> None:
    uid = added(learnlog, "Kursdag")
    before = shown(learnlog, uid)
    result = learnlog("edit", uid, option, "")
    assert result.code == 1
    assert len(result.err.splitlines()) == 1
    assert shown(learnlog, uid) == before


def test_answers_are_kept_and_cleared_one_by_one(learnlog: Learnlog) -> None:
    uid = added(learnlog, "Möte", "--answer", "w1=Ett", "--answer", "w2=Två")
    assert shown(learnlog, uid)["prompt_set"] == "www"
    assert learnlog("edit", uid, "--answer", "w1=", "--answer", "w3=Tre").code == 0
    assert shown(learnlog, uid)["answers"] == {"w2": "Två", "w3": "Tre"}
    refused = learnlog("edit", uid, "--answer", "Fru Ek sade")
    assert refused.code == 1
    assert "Fru Ek" not in refused.err


def test_the_type_fills_in_the_arena_when_writing_and_never_afterwards(learnlog: Learnlog) -> None:
    uid = added(learnlog, "Kurs", "--type", "excourse")
    assert (shown(learnlog, uid)["arena"], shown(learnlog, uid)["purpose"]) == ("out", "A")
    learnlog("edit", uid, "--type", "daily")
    assert (shown(learnlog, uid)["activity_type"], shown(learnlog, uid)["arena"]) == ("daily", "out")


def test_an_insight_makes_an_entry_done_unless_one_says_otherwise(learnlog: Learnlog) -> None:
    uid = added(learnlog, "A", "--insight", "Tre egna ord")
    assert shown(learnlog, uid)["status"] == "done"
    learnlog("edit", uid, "--insight", "")
    assert shown(learnlog, uid)["status"] == "draft"
    kept = added(learnlog, "B", "--insight", "Tre egna ord", "--status", "draft")
    assert shown(learnlog, kept)["status"] == "draft"
    result = learnlog("edit", kept, "--insight", "kort", "--status", "done")
    assert result.code == 1


def test_text_from_standard_input(learnlog: Learnlog) -> None:
    bom = b"\xef\xbb\xbf"
    uid = added(learnlog, "-", stdin=bom + "\n  Rubriken \r\n\r\nFörsta raden\r\nAndra\r\n".encode())
    entry = shown(learnlog, uid)
    assert entry["title"] == "Rubriken"
    assert entry["what_happened"] == "Första raden\nAndra"
    uid = added(learnlog, "Titel", "--what", "-", stdin="Lång text".encode())
    assert shown(learnlog, uid)["what_happened"] == "Lång text"
    learnlog("edit", uid, "--insight", "-", stdin=b"Tre egna ord\n")
    assert shown(learnlog, uid)["insight"] == "Tre egna ord"


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (("show", "zz"), "list"),
        (("edit", "zz", "--title", "A"), "list"),
        (("restore", "zz"), "list"),
        *(
            ((each, "show", "zz"), f"{each} list")
            for each in ("training", "area", "goal", "action", "workshop", "talk")
        ),
        (("add", "A", "--training", "zz"), "training list"),
        (("add", "A", "--goal", "zz"), "goal list"),
        (("comment", "close", "zz"), "comment list"),
    ],
)
def test_who_names_what_is_not_there_is_told_where_the_ids_stand(
    learnlog: Learnlog, words: tuple[str, ...], where: str
) -> None:
    refused = learnlog(*words)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.endswith(f"with that id. To see the ids: learnlog {where}\n")
    assert learnlog(*where.split()).code == 0


def test_no_word_is_lost_when_an_option_tells_more_than_standard_input(learnlog: Learnlog) -> None:
    uid = added(learnlog, "-", "--what", "Från raden", stdin="Rubriken\nFrån filen\n".encode())
    assert shown(learnlog, uid)["what_happened"] == "Från filen\n\nFrån raden"
    uid = added(learnlog, "-", "--what", "Från raden", stdin=b"Rubriken\n")
    assert shown(learnlog, uid)["what_happened"] == "Från raden"


def test_only_one_text_comes_from_standard_input(learnlog: Learnlog) -> None:
    assert learnlog("add", "-", "--what", "-", stdin=b"x").code == 2


@pytest.mark.parametrize("data", [b"\xff\xfet\x00i\x00", b"caf\xe9", b"", b"   \n \n"])
def test_what_is_no_text_is_refused(learnlog: Learnlog, data: bytes) -> None:
    result = learnlog("add", "-", stdin=data)
    assert result.code == 1
    assert result.out == ""
    assert len(result.err.splitlines()) == 1
    assert learnlog("list", "--json").json == []


def test_letters_are_composed_and_controls_replaced(learnlog: Learnlog) -> None:
    result = learnlog("add", "A\u030asa \x1b]0;x\x07 \u202eb", language="en")
    assert result.code == 0
    assert result.err == "Control characters in the text were replaced.\n"
    assert shown(learnlog, result.out.strip())["title"] == "Åsa \ufffd]0;x\ufffd \ufffdb"


def test_a_long_line_is_kept_whole(learnlog: Learnlog) -> None:
    sentence = "Idag lärde jag mig " + "mycket " * 30
    entry = shown(learnlog, added(learnlog, sentence))
    assert entry["what_happened"] == sentence.strip()
    assert len(str(entry["title"])) <= 120
    refused = learnlog("add", sentence, "--what", "något annat")
    assert refused.code == 1
    assert "120" in refused.err


def test_a_suggested_area_is_known_by_its_name_in_any_language(learnlog: Learnlog) -> None:
    names = [Translator(language).gettext(SUGGESTED_AREAS["th.safety"]) for language in Language]
    words = [word for name in names for word in ("--area", name.upper())]
    assert shown(learnlog, added(learnlog, "A", *words, "--area", "Eget område"))["areas"] == [
        "th.safety",
        "Eget område",
    ]


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_a_date_that_cannot_be_read_is_refused_with_an_example(learnlog: Learnlog, language: str) -> None:
    for day in ("häromsistens", "2026-02-30", "2026-11-21", ""):
        result = learnlog("add", "A", "--date", day, language=language)
        assert result.code == 1, day
        assert len(result.err.splitlines()) == 1
    assert learnlog("list", "--json").json == []


def test_every_problem_is_told_at_once(learnlog: Learnlog) -> None:
    result = learnlog("add", "A", "--date", "xyz", "--minutes", "länge")
    assert result.code == 1
    assert len(result.err.splitlines()) == 1
    assert "time" in result.err
    assert "date" in result.err.lower()


def test_ids_that_begin_alike_are_shown_as_far_as_tells_them_apart(
    learnlog: Learnlog, home: Path, clock: Clock
) -> None:
    """Learnlog's own never do, but those of a log that another program wrote may."""
    store = Store.open(str(home / "log.jsonl"), clock, "app")
    for number in (1, 2, 12):
        store.entries.put(an_entry(id=f"entries-{number}", title=f"Nummer {number}"))
    listed = [line.split()[0] for line in learnlog("list").out.splitlines()]
    assert sorted(listed) == ["entries-1", "entries-12", "entries-2"]
    for uid in listed:
        assert learnlog("show", uid).code == 0


def test_ids_may_be_shortened(learnlog: Learnlog) -> None:
    uid = added(learnlog, "A")
    assert shown(learnlog, uid[:6])["id"] == uid
    assert shown(learnlog, uid[:6].upper())["id"] == uid
    for _ in range(17):
        added(learnlog, "B")
    ids = [entry["id"] for entry in learnlog("list", "--json").json]
    first = next(char for char in "0123456789abcdef" if sum(each.startswith(char) for each in ids) > 1)
    several = learnlog("show", first)
    assert several.code == 1
    assert "begins so" in several.err
    for unknown in ("zzz", "", "../../etc/passwd", "ffffffffffffffffffffffffffffffff0"):
        assert learnlog("show", unknown).code == 1


def test_delete_and_restore(learnlog: Learnlog) -> None:
    uid = added(learnlog, "Rubrik")
    gone = learnlog("delete", uid[:8])
    assert (gone.code, gone.out) == (0, "")
    assert f"learnlog restore {uid[:8]}" in gone.err
    assert learnlog("list", "--json").json == []
    assert [each["id"] for each in learnlog("list", "--deleted", "--json").json] == [uid]
    assert shown(learnlog, uid)["deleted_at"] == "2026-11-20T12:00:00Z", "a program can tell it, too"
    assert learnlog("delete", uid).code == 1
    refused = learnlog("edit", uid, "--title", "Ny")
    assert refused.code == 1
    assert "learnlog restore" in refused.err
    assert learnlog("restore", uid).code == 0
    assert learnlog("restore", uid).code == 1
    assert [each["id"] for each in learnlog("list", "--json").json] == [uid]


def test_json_after_a_change_is_the_entry(learnlog: Learnlog) -> None:
    made = learnlog("add", "Rubrik", "--json").json
    assert list(made) == FIELDS
    changed = learnlog("edit", made["id"], "--title", "Ny", "--json").json
    assert changed["title"] == "Ny"
    assert learnlog("delete", made["id"], "--json").json["id"] == made["id"]
    assert learnlog("restore", made["id"], "--json").json == learnlog("show", made["id"], "--json").json


def test_editing_nothing_is_a_mistake(learnlog: Learnlog) -> None:
    uid = added(learnlog, "Rubrik")
    assert learnlog("edit", uid).code == 2
    assert learnlog("edit").code == 2


def test_a_list_can_be_narrowed(learnlog: Learnlog) -> None:
    course = added(learnlog, "Kurs i Åre", "--type", "excourse", "--date", "2026-10-06", "--area", "th.dementia")
    daily = added(learnlog, "Morgon", "--what", "Blåbärssoppa", "--insight", "Tre egna ord")

    def ids(*words: str) -> list[str]:
        return [each["id"] for each in learnlog("list", "--json", *words).json]

    assert ids() == [daily, course]
    assert ids("--limit", "1") == [daily]
    assert ids("--limit", "0") == []
    assert ids("--from", "2026-10", "--to", "oktober") == [course]
    assert ids("--from", "2026-11-01") == [daily]
    assert ids("--to", "v. 41") == [course]
    assert ids("--arena", "out", "--arena", "at") == [course]
    assert ids("--type", "daily") == [daily]
    assert ids("--area", "dementia care") == [course]
    assert ids("--status", "draft") == [course]
    assert ids("--search", "BLÅBÄR") == [daily]
    assert ids("--search", "a\u030are kurs") == [course]
    assert ids("--search", "blabar") == []
    assert ids("--search", "inget sådant") == []


def test_a_list_for_people(learnlog: Learnlog) -> None:
    uid = added(learnlog, "Morgon\tmed  text", "--insight", "Tre egna ord")
    added(learnlog, "Utkast", "--type", "excourse")
    lines = learnlog("list", language="sv").out.splitlines()
    assert f"{uid[:8]}  2026-11-20  ●  Morgon med text" in lines
    assert any(line.endswith("▲  Utkast  [utkast]") for line in lines)
    empty = learnlog("list", "--search", "finns inte", language="sv")
    assert (empty.code, empty.out) == (0, "")
    assert empty.err


@pytest.mark.parametrize("limit", ["-1", "många", "1.5", "99999999999"])
def test_a_limit_is_a_whole_number(learnlog: Learnlog, limit: str) -> None:
    refused = learnlog("list", "--limit", limit)
    assert (refused.code, refused.out) == (2, "")  # as a choice there is none of: the command line is not understood
    assert "--limit needs a whole number." in refused.err


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", ("fredag 20 november 2026", "Lärande")),
        ("nb", ("fredag 20. november 2026", "Læring")),
        ("en", ("Friday 20 November 2026", "Learning")),
    ],
)
def test_an_entry_for_people(learnlog: Learnlog, language: str, words: tuple[str, ...]) -> None:
    uid = added(learnlog, "Rubrik", "--minutes", "90", "--insight", "Två rader\noch en till", "--answer", "w1=Svar")
    out = learnlog("show", uid, "--history", language=language).out
    for each in (*words, "Rubrik", uid, "och en till", "Svar", "add"):
        assert each in out
    assert "\x1b" not in out


def test_help_names_every_question_that_can_be_answered(learnlog: Learnlog) -> None:
    for command in ("add", "edit"):
        told = learnlog(command, "--help").out
        for each in REFLECTION_SETS:
            assert f"--reflection {each.id}" in told
            assert all(f"\n  {question.id}  " in told for question in each.questions)
        assert all(f"\n  {role} " in told for role in RoleInvolved)


@pytest.mark.parametrize("command", [each for each in every().values() if each.options], ids=lambda each: each.name)
def test_help_names_whatever_an_option_takes(learnlog: Learnlog, command: Command) -> None:
    told = learnlog(*command.name.split(), "--help", language="sv").out
    for option in command.options:
        assert not [each for each in option.choices if each not in told and not each.isdigit()], option.name


def test_help_names_what_an_assignment_and_a_language_take(learnlog: Learnlog) -> None:
    told = learnlog("profile", "--help", language="sv").out
    assert all(f"\n  {kind} " in told for kind in AssignmentKind)
    assert "språkombud" in told
    assert "C2|mother_tongue" in told


def test_an_answer_with_choices_is_one_of_them(learnlog: Learnlog) -> None:
    refused = learnlog("add", "Rubrik", "--answer", "e0=Fru Andersson")
    assert (refused.code, refused.err) == (1, "e0 takes one of: yes, not_needed, today.\n")
    assert shown(learnlog, added(learnlog, "Rubrik", "--answer", "e0=yes"))["answers"] == {"e0": "yes"}


@pytest.mark.parametrize(
    ("language", "said", "back"),
    [
        ("en", "29 Feb", "Thursday 29 February 2024, week 9\n"),
        ("sv", "i förrgår", "onsdag 18 november 2026, v. 47\n"),
        ("en", "2026-11-18", ""),
    ],
)
def test_a_day_told_in_words_is_read_back(learnlog: Learnlog, language: str, said: str, back: str) -> None:
    written = learnlog("add", "Rubrik", "--date", said, language=language)
    assert (written.code, written.err) == (0, back)
    changed = learnlog("edit", written.out.strip(), "--date", said, language=language)
    assert changed.err == "Saved.\n" + back if language == "en" else changed.err.endswith(back)


def test_a_day_is_not_read_back_beside_the_error_about_it(learnlog: Learnlog) -> None:
    refused = learnlog("add", "Rubrik", "--date", "in two weeks")
    assert refused.code == 1
    assert refused.err.splitlines() == ["The date is in the future. An entry is about something that has happened."]


def test_what_was_changed_is_told_field_by_field_and_nothing_else(learnlog: Learnlog) -> None:
    uid = added(learnlog, "Rubrik", "--minutes", "90")
    learnlog("edit", uid, "--reflection", "quick")
    learnlog("edit", uid, "--status", "draft")  # as it was
    learnlog("edit", uid, "--minutes", "", "--answer", "q1=Svar")

    shown = learnlog("show", uid, "--history").out.partition("Changes")[2].splitlines()[1:]
    assert [line.split(maxsplit=3)[2:] for line in shown] == [
        ["edit", "Time spent, Answers"],
        ["edit", "Questions"],
        ["add", "When, Title, Where, Purpose, How did you learn?, Status, Time spent, Who may see it"],
    ]


def test_what_was_changed_is_told_to_other_programs_by_the_names_they_know(learnlog: Learnlog) -> None:
    training = learnlog("training", "add", "Kurs").out.strip()
    uid = added(learnlog, "Rubrik")
    learnlog("edit", uid, "--training", training, "--insight", "Det går lugnare så")

    entry = learnlog("show", uid, "--history", "--json").json
    newest, first = entry["history"]
    assert {key: newest[key] for key in ("by", "fields")} == {"by": "edit", "fields": ["status", "insight", "training"]}
    assert set(first["fields"]) <= entry.keys()
    assert newest["at"].endswith("Z")
    assert "history" not in learnlog("show", uid, "--json").json


def test_nothing_is_due_yet(learnlog: Learnlog) -> None:
    assert learnlog("due", "--json").json == []
    assert learnlog("due").out == "Nothing is waiting for you.\n"


def test_control_characters_in_a_log_never_reach_the_terminal(learnlog: Learnlog, home: Path, clock: Clock) -> None:
    """Somebody else's learnlog, or a hand, may have written what ours would have replaced."""
    nasty = "a\x1b]52;c;QQ==\x07b\x9b31mc\x7f\u202ed"
    store = Store.open(str(home / "log.jsonl"), clock, "app")
    entry = store.entries.put(
        an_entry(id=store.new_id(), title=nasty, what_happened=nasty, areas=(nasty,), evidence=(nasty,))
    )
    for words in (
        ("show", entry.id),
        ("show", entry.id, "--history"),
        ("show", entry.id, "--json"),
        ("list",),
        ("list", "--json"),
        ("export", "log"),
        ("export", "cv"),
        ("export", "tinydb"),
        ("doctor",),
        (),
    ):
        result = learnlog(*words)
        assert result.code == 0, words
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", result.out + result.err), words
    assert learnlog("show", entry.id, "--json").json["what_happened"] == nasty
    assert learnlog("list", "--json").json[0]["title"] == nasty
    (table,) = learnlog("export", "tinydb").json.values()
    assert next(iter(table.values()))["what_happened"] == nasty
