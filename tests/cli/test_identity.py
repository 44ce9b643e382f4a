"""The identity guard on the command line: it warns on a save, and stops what leaves the log."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Learnlog

NUMBER = "811218-9876"


@pytest.mark.parametrize(
    "words",
    [
        ("add", f"Om {NUMBER}"),
        ("add", "Lugn dag", "--insight", f"Vänta på {NUMBER} alltid"),
        ("add", "Lugn dag", "--theme", f"s{NUMBER}"),
        ("training", "add", f"Kurs om {NUMBER}"),
        ("goal", "add", f"Trygg med {NUMBER}"),
        ("action", "add", f"Prata med {NUMBER}"),
        ("profile", "set", "--title", f"Vårdare {NUMBER}"),
    ],
)
def test_a_save_with_a_number_is_a_save_and_a_warning(learnlog: Learnlog, words: tuple[str, ...]) -> None:
    done = learnlog(*words)
    assert done.code == 0
    assert "This is a personal identity number: 8112••-••••" in done.err
    assert done.err.count("\n") <= 2
    assert NUMBER not in done.err


def test_a_change_is_warned_about_and_a_deletion_is_not(learnlog: Learnlog) -> None:
    uid = learnlog("add", "Lugn dag").out.strip()
    told = learnlog("edit", uid, "--what", "Anna på rum 12 sjöng", language="sv")
    assert told.code == 0
    assert "Vad hände? Det här" in told.err
    assert "Skriv ”en boende”" in told.err
    assert "••" not in learnlog("delete", uid).err


@pytest.mark.parametrize("text", ["Lugn dag", "Jag lärde mig 3 saker", "Vi gick en kurs. Den var bra."])
def test_an_ordinary_text_is_not_remarked_on(learnlog: Learnlog, text: str) -> None:
    assert learnlog("add", text).err == ""
