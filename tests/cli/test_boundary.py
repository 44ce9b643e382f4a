"""Where learnlog meets a shell: real processes, streams that end, disks that are full, two at once."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from learnlog import __version__
from learnlog.cli.commands import COMMANDS, every
from tests.cli.conftest import Learnlog, process

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals, terminals and rights of POSIX systems")


def said(result: Any) -> str:
    """The one line on standard error; no traceback, no control characters."""
    text: str = result.stderr.decode()
    assert text.count("\n") == 1, text
    assert text.rstrip("\n").isprintable()
    return text


# -- help and mistakes ------------------------------------------------------------------------------------------------


def test_version(home: Path) -> None:
    for words in (["--version"], ["list", "--version"], ["--language", "sv", "--version"]):
        result = process(home, *words)
        assert (result.returncode, result.stdout.decode()) == (0, f"learnlog {__version__}\n")
    assert not home.exists()


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_help_names_every_command_and_shows_examples_first(learnlog: Learnlog, home: Path, language: str) -> None:
    for words in (("--help",), ("-h",), ("help",)):
        result = learnlog(*words, language=language)
        assert result.code == 0
        assert result.err == ""
        for name in COMMANDS:
            assert f"\n  {name} " in result.out
        assert result.out.index("learnlog add") < result.out.index("--language")
        assert max(map(len, result.out.splitlines())) <= 80
    assert not home.exists()


EVERY = every()
"""Every command, and what it is divided into, by what is typed."""


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_every_command_has_help(learnlog: Learnlog, name: str, language: str) -> None:
    words = name.split()
    shown = learnlog(*words, "--help", language=language)
    assert shown.code == 0
    assert shown.out == learnlog("help", *words, language=language).out
    assert all(option.name.removeprefix("--") in shown.out for option in EVERY[name].options)
    assert name in shown.out
    assert all(part.name in shown.out for part in EVERY[name].parts.values())
    written = shown.out.partition("--type\n")[0].splitlines()
    assert max(len(line) for line in written if not line.startswith("  learnlog ")) <= 80


def test_help_is_translated(learnlog: Learnlog) -> None:
    texts = {learnlog("add", "--help", language=language).out for language in ("sv", "nb", "en")}
    assert len(texts) == 3


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["exprot", "cv"], "Did you mean export?"),
        (["lsit"], "Did you mean list?"),
        (["list", "--limt", "3"], "Did you mean --limit?"),
        (["add", "--arena", "inn", "x"], "Did you mean in?"),
        (["helo"], "Did you mean help?"),
        (["add", "x", "--title", "y"], "There is no option --title. More"),
        (["--json"], "There is no option --json. More"),
    ],
)
def test_near_misses(home: Path, words: list[str], meant: str) -> None:
    result = process(home, *words)
    assert result.returncode == 2
    assert meant in said(result)
    assert result.stdout == b""


def test_a_mistake_is_told_in_the_language_asked_for(home: Path) -> None:
    swedish = said(process(home, "--language", "sv", "list", "--limt"))
    assert "Menade du --limit?" in swedish
    assert swedish == said(process(home, "list", "--limt", env={"LEARNLOG_LANGUAGE": "sv"}))
    assert swedish == said(process(home, "list", "--limt", env={"LEARNLOG_LANGUAGE": "", "LC_ALL": "sv_SE.UTF-8"}))


def test_no_text_of_the_user_in_an_error(home: Path) -> None:
    for words in (["add", "A", "--Fru Andersson föll", "x"], ["Fru Andersson föll i dag"], ["show", "Fru Andersson"]):
        result = process(home, *words)
        assert result.returncode in (1, 2)
        assert "Andersson" not in said(result)


# -- what a command may import ----------------------------------------------------------------------------------------

HEAVY = ("textual", "rich", "markdown_it", "asyncio", "dataclasses", "pathlib", "inspect", "tempfile", "filelock")
_IMPORTED = """
import sys
from learnlog.cli import main
code = main(sys.argv[2:])
sys.stderr.write("\\n" + "|".join(name for name in sys.argv[1].split(",") if name in sys.modules))
raise SystemExit(code)
"""


def imported(home: Path, heavy: tuple[str, ...], *words: str) -> list[str]:
    environment = {**os.environ, "LEARNLOG_HOME": str(home), "LEARNLOG_LANGUAGE": "sv"}
    result = subprocess.run(
        [sys.executable, "-c", _IMPORTED, ",".join(heavy), *words], env=environment, capture_output=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return [name for name in result.stderr.decode().splitlines()[-1:] if name]


@pytest.mark.parametrize(
    "words",
    [
        ["add", "x", "--minutes", "1h", "--date", "igår"],
        ["list", "--limit", "20"],
        ["show", "ID"],
        ["--help"],
        ["add", "-h"],
    ],
    ids=lambda words: words[0],
)
def test_a_quick_command_imports_nothing_heavy(home: Path, words: list[str]) -> None:
    uid = process(home, "add", "A").stdout.decode().strip()
    heavy = (*HEAVY, "platformdirs", "msgspec", "dateutil") if "--date" not in words else HEAVY
    assert imported(home, heavy, *[uid if word == "ID" else word for word in words]) == []


OTHERS_ONLY = (
    "learnlog.domain.folding",
    "learnlog.domain.profile",
    "learnlog.services.identity",
    "learnlog.storage.compaction",
    "learnlog.storage.merge",
)
"""Rooms of ours that no quick command enters."""


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        (["add", "x"], ("learnlog.i18n.labels", "learnlog.storage.heads", "learnlog.storage.history")),
        (["list", "--limit", "20"], ("learnlog.storage.history", "tinydb")),
        (["show", "ID"], ("learnlog.storage.texts", "tinydb")),
    ],
    ids=["add", "list", "show"],
)
def test_a_quick_command_enters_no_room_it_does_not_need(home: Path, words: list[str], closed: tuple[str, ...]) -> None:
    uid = process(home, "add", "A").stdout.decode().strip()
    assert imported(home, (*OTHERS_ONLY, *closed), *[uid if word == "ID" else word for word in words]) == []


_COMPILED = """
import sys, typing
found, real = [], typing.ForwardRef.__init__
def spy(self, text, *rest, **more):
    frame = sys._getframe(1)
    while frame.f_globals["__name__"] in ("typing", "functools"):
        frame = frame.f_back
    found.append(f"{frame.f_globals['__name__']}: {text}")
    real(self, text, *rest, **more)
typing.ForwardRef.__init__ = spy
from learnlog.cli import main
code = main(sys.argv[1:])
sys.stderr.write("|".join(each for each in found if each.startswith("learnlog")))
raise SystemExit(code)
"""


@pytest.mark.parametrize("words", [["add", "x"], ["list", "--limit", "20"], ["show", "ID"]], ids=lambda words: words[0])
def test_a_quick_command_compiles_no_annotation_of_a_named_tuple(home: Path, words: list[str]) -> None:
    uid = process(home, "add", "A").stdout.decode().strip()
    environment = {**os.environ, "LEARNLOG_HOME": str(home), "LEARNLOG_LANGUAGE": "sv"}
    command = [sys.executable, "-c", _COMPILED, *[uid if word == "ID" else word for word in words]]
    result = subprocess.run(command, env=environment, capture_output=True, check=True)
    # A module that makes one has its annotations evaluated: it is without the import from `__future__`.
    assert result.stderr.decode().splitlines()[-1:] == []


@pytest.mark.parametrize(
    "words",
    [["export", "cv"], ["export", "log"], ["export", "tinydb"], ["doctor"], ["profile"], ["paths"], ["due"], [],
     ["list", "--search", "a"], ["edit", "ID", "--title", "B"], ["delete", "ID"], ["completion", "bash"]],
    ids=" ".join,
)  # fmt: skip
def test_no_command_imports_textual(home: Path, words: list[str]) -> None:
    uid = process(home, "add", "A").stdout.decode().strip()
    found = imported(home, ("textual", "rich"), *[uid if word == "ID" else word for word in words])
    assert [each for each in found if "textual" in each.split("|") or "rich" in each.split("|")] == []


# -- streams ----------------------------------------------------------------------------------------------------------


def test_letters_pass_whatever_the_locale_says(home: Path) -> None:
    title = "Åsa lärde øl og æbler – “så”"
    for env in (
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONUTF8": "0", "LC_ALL": "C"},
    ):
        uid = process(home, "add", title, env=env).stdout.decode().strip()
        assert json.loads(process(home, "show", uid, "--json", env=env).stdout)["title"] == title
        assert title in process(home, "list", env=env).stdout.decode()
        process(home, "add", "-", input=title.encode(), env=env)
        assert json.loads(process(home, "list", "--json", env=env).stdout)[0]["title"] == title


def test_bytes_that_are_no_text_are_refused(home: Path) -> None:
    for words in ([b"add", b"caf\xe9"], [b"add", b"A", b"--what", b"\xff"], [b"list", b"--search", b"\xe9"]):
        result = process(home, *words)
        assert result.returncode == 1
        assert "UTF-8" in said(result)


def test_a_reader_that_leaves_early(home: Path) -> None:
    for number in range(3):
        process(home, "add", f"Nummer {number}")
    for words in ("list", "list --json", "export log", "--help", "add x"):
        line = f"{sys.executable} -m learnlog {words} | true; exit ${{PIPESTATUS[0]}}"
        result = subprocess.run(
            ["bash", "-c", line], env={**os.environ, "LEARNLOG_HOME": str(home)}, capture_output=True, check=False
        )
        assert (result.returncode, result.stderr) == (0, b""), words


def test_closed_streams(home: Path) -> None:
    for ending in (">&-", "2>&-", "<&-", ">&- 2>&- <&-"):
        result = subprocess.run(
            ["bash", "-c", f"{sys.executable} -m learnlog list {ending}"],
            env={**os.environ, "LEARNLOG_HOME": str(home)}, capture_output=True, check=False,
        )  # fmt: skip
        assert result.returncode in (0, 5), ending
        assert b"Traceback" not in result.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device here")
def test_a_full_disk_behind_the_output(home: Path) -> None:
    process(home, "add", "A")
    for words in (["list", "--json"], ["export", "log"], ["--help"]):
        with open("/dev/full", "wb") as full:
            result = subprocess.run(
                [sys.executable, "-m", "learnlog", *words],
                env={**os.environ, "LEARNLOG_HOME": str(home), "LEARNLOG_LANGUAGE": "en"},
                stdout=full, stderr=subprocess.PIPE, check=False,
            )  # fmt: skip
        assert result.returncode == 5, words
        assert "disk is full" in said(result)


@pytest.fixture
def heeds_ctrl_c() -> Iterator[None]:
    """What a shell starts in the background does not hear of Ctrl+C, nor does what that starts; tests may be there."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeds_ctrl_c")
def test_ctrl_c_while_text_is_awaited(home: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "learnlog", "add", "-"],
        env={**os.environ, "LEARNLOG_HOME": str(home)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as waiting:  # fmt: skip
        _until_it_reads(waiting.pid)
        waiting.send_signal(signal.SIGINT)
        out, err = waiting.communicate(timeout=20)
    assert (waiting.returncode, out, err) == (130, b"", b"")
    assert json.loads(process(home, "list", "--json").stdout) == []


def _until_it_reads(pid: int) -> None:
    """Wait until a process waits for standard input, as the system tells."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            with open(f"/proc/{pid}/wchan", encoding="ascii") as file:
                if "pipe" in file.read():
                    return
        except OSError:
            pytest.skip("the system does not tell what a process waits for")
        os.sched_yield()
    pytest.fail("it never read")


# -- disks and others -------------------------------------------------------------------------------------------------


def test_a_save_that_does_not_fit_changes_nothing(home: Path) -> None:
    process(home, "add", "Före")
    before = (home / "log.jsonl").read_bytes()
    limit = len(before) + 200
    line = f"ulimit -f {limit // 1024 or 1}; trap '' XFSZ; exec {sys.executable} -m learnlog add - "
    result = subprocess.run(
        ["bash", "-c", line], input=b"Titel\n" + b"x" * 4000,
        env={**os.environ, "LEARNLOG_HOME": str(home), "LEARNLOG_LANGUAGE": "en"}, capture_output=True, check=False,
    )  # fmt: skip
    assert result.returncode == 5
    assert result.stdout == b""
    said(result)
    assert (home / "log.jsonl").read_bytes() == before
    assert process(home, "add", "Efter").returncode == 0


def test_a_folder_one_may_not_write_to(home: Path) -> None:
    process(home, "add", "A")
    home.chmod(0o500)
    (home / "log.jsonl").chmod(0o400)
    try:
        if os.access(home / "log.jsonl", os.W_OK):
            pytest.skip("root may write anywhere")
        assert process(home, "add", "B").returncode == 5
        assert process(home, "list").returncode == 0
    finally:
        home.chmod(0o700)


def test_a_data_folder_that_cannot_be(home: Path, tmp_path: Path) -> None:
    home.write_text("jag är en fil", encoding="utf-8")
    result = process(home, "add", "A")
    assert result.returncode == 5
    said(result)
    assert home.read_text(encoding="utf-8") == "jag är en fil"
    assert process(tmp_path / ("x" * 300), "add", "A").returncode == 5


def test_another_learnlog_that_does_not_let_go(home: Path) -> None:
    process(home, "add", "A")
    with open(home / "log.jsonl.lock", "r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert len(json.loads(process(home, "list", "--json").stdout)) == 1, "reading waits for nobody"
        result = process(home, "add", "B")
    assert result.returncode == 4
    assert "try again" in said(result)
    assert process(home, "add", "B").returncode == 0


def test_two_at_once_lose_nothing(home: Path) -> None:
    each = (
        "import sys\nfrom learnlog.cli import main\nfor n in range(25):\n"
        "    while (code := main(['add', f'{sys.argv[1]} {n}'])) == 4: pass  # the disk is slow today: it says try again\n"
        "    assert code == 0"
    )
    env = {**os.environ, "LEARNLOG_HOME": str(home)}
    running = [
        subprocess.Popen([sys.executable, "-c", each, name], env=env, stdout=subprocess.PIPE)
        for name in ("a", "b", "c")
    ]
    acknowledged = {line for one in running for line in one.communicate(timeout=60)[0].decode().split()}
    assert len(acknowledged) == 75
    assert {entry["id"] for entry in json.loads(process(home, "list", "--json").stdout)} == acknowledged
    assert json.loads(process(home, "doctor", "--json").stdout)["healthy"] is True


def test_files_are_for_their_owner_only(home: Path) -> None:
    process(home, "add", "A", umask=0)
    for folder, _folders, names in os.walk(home):
        assert os.stat(folder).st_mode & 0o777 == 0o700
        assert all(os.stat(os.path.join(folder, name)).st_mode & 0o777 == 0o600 for name in names)


def test_a_mistake_of_ours_tells_no_text(home: Path, learnlog: Learnlog, monkeypatch: pytest.MonkeyPatch) -> None:
    learnlog("add", "Hemligt")

    def broken(*_: object) -> int:
        secret = "Hemligt"
        raise KeyError(secret)

    monkeypatch.setattr("learnlog.cli.reading.list_entries", broken)
    result = learnlog("list")
    assert result.code == 1
    assert result.out == ""
    report = (home / "crash.txt").read_text(encoding="utf-8")
    assert "KeyError" in report
    assert "Hemligt" not in report + result.err
    assert str(home / "crash.txt") in result.err

    other = home / "another"
    other.mkdir()
    assert learnlog("--log", str(other / "mine.jsonl"), "list").code == 1
    assert (other / "crash.txt").exists()


# -- a terminal -------------------------------------------------------------------------------------------------------


def in_terminal(home: Path, *words: str, typed: bytes = b"", env: dict[str, str] | None = None) -> tuple[int, str]:
    """Run a command on a terminal of its own; what it printed there."""
    environment = {**os.environ, "LEARNLOG_HOME": str(home), "LEARNLOG_LANGUAGE": "en", "TERM": "xterm", **(env or {})}
    environment.pop("NO_COLOR", None) if not env or "NO_COLOR" not in env else None
    inner, outer = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "learnlog", *words], env=environment, stdin=outer, stdout=outer, stderr=outer
    ) as running:
        os.close(outer)
        if typed:
            os.write(inner, typed)
        seen = b""
        while True:
            try:
                data = os.read(inner, 65536)
            except OSError:
                break
            if not data:
                break
            seen += data
        code = running.wait(timeout=30)
    os.close(inner)
    return code, seen.decode()


def test_colour_only_where_somebody_wants_it(home: Path) -> None:
    process(home, "add", "A")
    assert "\x1b[" in in_terminal(home, "list")[1]
    assert "\x1b[" not in in_terminal(home, "list", env={"NO_COLOR": "1"})[1]
    assert "\x1b[" not in in_terminal(home, "list", env={"TERM": "dumb"})[1]
    assert "\x1b[" not in in_terminal(home, "list", "--color", "never")[1]
    assert "\x1b[" in in_terminal(home, "--color=always", "list", env={"NO_COLOR": "1"})[1]
    assert b"\x1b[" not in process(home, "list").stdout
    assert b"\x1b[" in process(home, "list", "--color", "always").stdout


def test_a_list_on_a_terminal_fits_it(home: Path, learnlog: Learnlog) -> None:
    for number in range(23):
        learnlog("add", f"Nummer {number} " + "lång " * 20)
    code, seen = in_terminal(home, "list", env={"NO_COLOR": "1", "COLUMNS": "72"})
    lines = seen.replace("\r", "").splitlines()
    assert code == 0
    assert len(lines) == 21
    assert all(len(line) <= 72 for line in lines[:-1])
    assert "20 of 23 entries. Show more: learnlog list --limit 23" in lines[-1]
    assert len(in_terminal(home, "list", "--limit", "23", env={"NO_COLOR": "1"})[1].splitlines()) == 23
    assert len(process(home, "list").stdout.splitlines()) == 23


def test_one_question_at_a_time(home: Path) -> None:
    code, seen = in_terminal(
        home, "add", "--plain", typed=b"\nLyft\nxyz\nyesterday\n1h30\nVi ovade\nSay what you do.\n"
    )
    assert code == 0, seen
    (entry,) = json.loads(process(home, "list", "--json").stdout)
    assert (entry["title"], entry["minutes"], entry["status"]) == ("Lyft", 90, "done")
    assert (entry["what_happened"], entry["insight"]) == ("Vi ovade", "Say what you do.")
    assert entry["date"] < entry["created_at"][:10]


def test_nothing_is_asked_where_nobody_is(home: Path) -> None:
    for words in (["add"], ["add", "--plain"], ["--no-input", "add", "--plain"]):
        result = process(home, *words)
        assert result.returncode == 2
        said(result)
    assert in_terminal(home, "--no-input", "add")[0] == 2


def test_the_app_opens_in_a_terminal_and_only_there(home: Path) -> None:
    process(home, "add", "A")
    environment = {**os.environ, "LEARNLOG_HOME": str(home), "LEARNLOG_LANGUAGE": "en", "TERM": "xterm"}
    inner, outer = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "learnlog"], env=environment, stdin=outer, stdout=outer, stderr=outer
    ) as running:
        os.close(outer)
        seen, asked = b"", False
        while running.poll() is None:
            if not select.select([inner], [], [], 60)[0]:
                running.kill()  # it neither draws nor ends: a test that waits for ever says nothing
                break
            try:
                seen += os.read(inner, 65536)
            except OSError:
                break
            if not asked and b"Today" in seen:  # before its first frame a terminal still takes Ctrl+Q for itself
                os.write(inner, b"\x11")
                asked = True
        assert running.wait(timeout=30) == 0
    os.close(inner)
    assert b"\x1b[?1049h" in seen  # the screen for whole-window programs
    for env in ({"TERM": "dumb"}, {"ACCESSIBLE": "1"}):
        code, text = in_terminal(home, env=env)
        assert code == 0
        assert "\x1b[?1049h" not in text
        assert "learnlog --help" in text


def test_the_language_of_the_settings(home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text('language = "nb"\n', encoding="utf-8")
    env = {"LEARNLOG_LANGUAGE": "", "LC_ALL": "sv_SE.UTF-8"}
    norwegian = process(home, "--help", env=env).stdout
    assert norwegian == process(home, "--help", env={"LEARNLOG_LANGUAGE": "nb"}).stdout
    assert norwegian != process(home, "--language", "sv", "--help", env=env).stdout
    (home / "settings.toml").write_text("language = [", encoding="utf-8")
    assert process(home, "list", env=env).returncode == 0, "a settings file that cannot be read stops nobody"


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_without_a_terminal_the_overview_is_printed(learnlog: Learnlog, language: str) -> None:
    empty = learnlog(language=language)
    assert empty.code == 0
    assert "learnlog --help" in empty.err
    learnlog("add", "Morgon", "--minutes", "120")
    learnlog("add", "Kurs", "--type", "excourse", "--date", "2026-10-02")
    full = learnlog(language=language)
    assert full.code == 0
    assert "Morgon" in full.out
    assert "●" in full.out
    assert "\x1b" not in full.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(learnlog: Learnlog, shell: str) -> None:
    script = learnlog("completion", shell, language="sv").out
    assert all(word in script for name in EVERY for word in name.split())


def test_files_are_completed_in_fish_where_a_command_takes_one(learnlog: Learnlog) -> None:
    lines = learnlog("completion", "fish").out.splitlines()
    with_files = {line.split("'")[1].rpartition(" ")[2] for line in lines if line.endswith(" -F")}
    assert with_files == {"import", "check", "review", "merge", "team"}


def test_completion_works_in_bash(learnlog: Learnlog, tmp_path: Path) -> None:
    script = tmp_path / "complete.bash"
    script.write_text(learnlog("completion", "bash").out, encoding="utf-8")

    def offered(*words: str) -> list[str]:
        quoted = " ".join(f"'{word}'" for word in ("learnlog", *words))
        line = f"source {script}; COMP_WORDS=({quoted}); COMP_CWORD={len(words)}; _learnlog; echo ${{COMPREPLY[@]}}"
        return subprocess.run(["bash", "-c", line], capture_output=True, check=True).stdout.decode().split()

    assert offered("ex") == ["export"]
    assert offered("export", "")[:3] == ["cv", "log", "plan"]
    assert offered("add", "x", "--arena", "") == ["in", "at", "out"]
    assert "--insight" in offered("edit", "3f", "--in")
    assert offered("training", "fo") == ["form", "followup"]
    assert offered("talk", "h") == ["hold"]
    assert offered("training", "share", "3f", "--channel", "w") == ["written"]
    assert "--answers" in offered("training", "form", "3f", "--an")
