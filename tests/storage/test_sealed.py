"""Locked files: they open with what they were locked with, with the age program too, and with nothing else."""

from __future__ import annotations

import builtins
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pyrage
import pytest

from learnlog.domain.values import Language
from learnlog.errors import ForeignFileError, LockedError, RuleError
from learnlog.i18n.passphrases import LISTED, PICKED, WORDS, suggested
from learnlog.storage import sealed
from learnlog.storage.sealed import Lock

DATA = "Jag väntar tio sekunder".encode() * 100


@pytest.fixture(scope="module")
def key() -> Any:
    return pyrage.x25519.Identity.generate()


@pytest.fixture(scope="module")
def by_key(key: Any) -> bytes:
    return sealed.seal(DATA, recipient=f" {key.to_public()}\n")


@pytest.fixture(scope="module")
def by_words() -> bytes:
    return sealed.seal(DATA, passphrase="gr\u00f6n  b\u00e5t")


def test_it_opens_with_the_same_words_however_they_are_typed(by_words: bytes) -> None:
    assert sealed.is_sealed(by_words)
    assert sealed.lock_of(by_words) is Lock.PASSPHRASE
    assert b"sekunder" not in by_words
    assert sealed.unseal(by_words, passphrase="gro\u0308n ba\u030at ") == DATA


@pytest.mark.parametrize(("busy", "opens"), [(1, True), (4, True), (99, False)])
def test_a_busy_machine_is_asked_again(
    by_words: bytes, monkeypatch: pytest.MonkeyPatch, busy: int, opens: bool
) -> None:
    unlock, measured = pyrage.passphrase.decrypt, iter(range(busy))

    def decrypt(data: bytes, passphrase: str) -> bytes:
        if next(measured, None) is None:
            return bytes(unlock(data, passphrase))
        return bytes(unlock(re.sub(rb" \d\d\n", b" 40\n", data, count=1), passphrase))  # far too much work

    monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt)
    if opens:
        assert sealed.unseal(by_words, passphrase="grön båt") == DATA
    else:
        with pytest.raises(LockedError, match="too busy"):
            sealed.unseal(by_words, passphrase="grön båt")


def test_other_words_do_not_open_it(by_words: bytes) -> None:
    with pytest.raises(LockedError):
        sealed.unseal(by_words, passphrase="grön båge")


def test_it_opens_with_the_key_it_was_made_for(key: Any, by_key: bytes) -> None:
    assert sealed.lock_of(by_key) is Lock.KEY
    identities = f"# created: 2026-11-20\n# public key: {key.to_public()}\n{key}\n"
    assert sealed.unseal(by_key, identities=identities) == DATA
    with pytest.raises(LockedError):
        sealed.unseal(by_key, identities=str(pyrage.x25519.Identity.generate()))


def test_without_anything_it_says_what_it_needs(by_key: bytes, by_words: bytes) -> None:
    for data, needed in ((by_key, "secret key"), (by_words, "passphrase")):
        with pytest.raises(LockedError, match=needed):
            sealed.unseal(data)


@pytest.mark.parametrize("place", [30, 60, 90, 130, 250, -1, -1000])
def test_one_bit_that_is_another(key: Any, by_key: bytes, place: int) -> None:
    changed = bytearray(by_key)
    changed[place] ^= 1
    with pytest.raises(ForeignFileError):
        sealed.unseal(bytes(changed), identities=str(key))


@pytest.mark.parametrize("size", [0, 10, 22, 60, 200, -1, -16])
def test_half_a_file(key: Any, by_key: bytes, size: int) -> None:
    with pytest.raises(ForeignFileError):
        sealed.unseal(by_key[:size], identities=str(key))


@pytest.mark.parametrize(
    "header",
    [
        b"-> scrypt c2FsdHNhbHRzYWx0c2FsdA 22\nYm9keQ\n",
        b"-> scrypt c2FsdHNhbHRzYWx0c2FsdA 30\nYm9keQ\n",
        b"-> scrypt c2FsdHNhbHRzYWx0c2FsdA 99999999999\nYm9keQ\n",
        b"-> scrypt c2FsdHNhbHRzYWx0c2FsdA\nYm9keQ\n",
        b"-> scrypt c2FsdHNhbHRzYWx0c2FsdA -1\nYm9keQ\n",
        b"-> scrypt YQ 5\nYm9keQ\n-> scrypt YQ 22\nYm9keQ\n",
        b"-> X25519 YQ\nYm9keQ\n-> scrypt YQ 22\nYm9keQ\n",
        b"-> scrypt YQ \xd9\xa2\nYm9keQ\n",
        b"x" * 200_000,
    ],
)
def test_a_header_that_asks_for_too_much_is_refused_before_anything_is_tried(
    header: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealed, "_pyrage", lambda: pytest.fail("the library was asked"))
    data = sealed.MAGIC + header + b"--- bWFj\nbody"
    with pytest.raises(ForeignFileError):
        sealed.unseal(data, passphrase="a b c d", identities="AGE-SECRET-KEY-1")


@pytest.mark.parametrize("key", ["", "age1", "age1qqqq", "ssh-ed25519 AAAA", "AGE-SECRET-KEY-1", "x\x00\x1b[2J"])
def test_what_is_no_public_key(key: str) -> None:
    with pytest.raises(RuleError, match="no public key"):
        sealed.seal(DATA, recipient=key)


@pytest.mark.parametrize("text", ["", "\n\n", "AGE-SECRET-KEY-1QQQ", "-----BEGIN OPENSSH PRIVATE KEY-----", "\x00"])
def test_what_is_no_secret_key(by_key: bytes, text: str) -> None:
    with pytest.raises((RuleError, LockedError)):
        sealed.unseal(by_key, identities=text)


def test_without_pyrage_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *more: Any) -> Any:
        if name == "pyrage":
            raise ImportError
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(RuleError) as caught:
        sealed.seal(DATA, passphrase="a b c d")
    assert "learnlog-tui[secure]" in str(caught.value.message.values["command"])


@pytest.mark.skipif(not shutil.which("age"), reason="the age program is not installed")
def test_the_age_program_opens_it_too(tmp_path: Path, key: Any, by_key: bytes) -> None:
    (tmp_path / "key").write_text(str(key))
    (tmp_path / "file").write_bytes(by_key)
    command = ["age", "-d", "-i", str(tmp_path / "key"), str(tmp_path / "file")]
    assert subprocess.run(command, capture_output=True, check=True).stdout == DATA


# -- passphrases -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", Language)
def test_the_words_can_be_told_on_the_telephone(language: Language) -> None:
    words = Path(WORDS, f"{language}.txt").read_text(encoding="utf-8").split()
    assert len(set(words)) == len(words) == LISTED
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 10 for word in words)
    assert not [word for word in words for other in words if word != other and other.startswith(word)]


@pytest.mark.parametrize("language", Language)
def test_every_word_is_as_likely_and_each_one_is_drawn_anew(language: Language) -> None:
    drawn = {suggested(language, lambda _size, n=n: n.to_bytes(2, "big")).split()[0] for n in range(LISTED * 2)}
    assert len(drawn) == LISTED
    one, other = suggested(language), suggested(language)
    assert one != other
    assert len(one.split()) == PICKED
    assert len(set(one.split())) > 1


def test_an_identity_file_is_read_as_any_file_of_others(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"AGE-SECRET-KEY-1\xff")
    assert sealed.identities_in(str(tmp_path / "key")).startswith("AGE-SECRET-KEY-1")
    os.mkfifo(tmp_path / "fifo")
    with pytest.raises(ForeignFileError):
        sealed.identities_in(str(tmp_path / "fifo"))
