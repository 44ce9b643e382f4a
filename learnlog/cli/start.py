"""Open the app: on the log, or on a sample log."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from learnlog.cli.call import Call
from learnlog.cli.everything import services
from learnlog.cli.output import is_terminal
from learnlog.domain.values import Language
from learnlog.errors import LearnlogError
from learnlog.i18n import ambient
from learnlog.i18n.ambient import gettext as _
from learnlog.services.suite import Services

if TYPE_CHECKING:  # opening one's own log must not wait for it
    from learnlog.domain.share import Share


def start(call: Call) -> int:
    """Open the app in a terminal; elsewhere print the overview, and how to go on."""
    return _open(call, services(call), demo=False)


def demo(call: Call) -> int:
    """Open the app on a sample log in a temporary folder that is removed afterwards."""
    import shutil

    given = call.arguments
    asked = given.text("language")
    language = Language(asked) if asked else ambient.translator().language
    with _for_a_while() as folder:
        if given.switch("check"):
            from learnlog.cli.demo_check import check

            return check(call, folder, [language] if asked else Language)
        ambient.use(language)
        sample = call._replace(environment={**call.environment, "LEARNLOG_HOME": folder}, log="")
        write_sample(sample, language)
        code = _open(sample, services(sample), demo=True)
    if code == 0 and can_draw(call):
        known = shutil.which("learnlog") or not os.path.basename(sys.argv[0]).startswith("learnlog")
        line = "learnlog" if known else sys.argv[0]  # as it was called, where nothing is installed
        call.out.note(_("The sample log is gone. A log of your own opens with: {line}", line=line))
    return code


@contextmanager
def _for_a_while() -> Iterator[str]:
    """A folder that is gone afterwards, also when the terminal is closed before the app listens for that itself."""
    import shutil
    import signal
    import tempfile

    def leave(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    numbers = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = [(number, signal.signal(number, leave)) for number in numbers]
    folder = os.path.join(tempfile.gettempdir(), f"learnlog-demo-{os.urandom(8).hex()}")
    try:
        os.mkdir(folder, 0o700)  # it has its name before it is there: a signal that comes then leaves nothing behind
        yield folder
    finally:
        for number in numbers:
            signal.signal(number, signal.SIG_IGN)  # one more does not stop the tidying up
        shutil.rmtree(folder, ignore_errors=True)
        for number, handler in before:
            signal.signal(number, handler)


def write_sample(call: Call, language: Language) -> None:
    """Write the sample log of a language into the call's data folder."""
    from learnlog.demo.sample import sample
    from learnlog.demo.writing import write
    from learnlog.foundation import system_clock
    from learnlog.storage.locations import locate
    from learnlog.storage.store import Store

    clock = call.clock or system_clock()
    write(Store.open(locate(call.environment).log, clock, "demo"), sample(language, clock.today()))


def _open(call: Call, opened: Services, *, demo: bool) -> int:
    """Open the app, or print the overview where there is no terminal to draw on."""
    if not can_draw(call):
        from learnlog.cli.overview import print_overview

        print_overview(opened, call.out)
        call.out.note(_("In a terminal, learnlog opens here. All commands: {line}", line="learnlog --help"))
        return 0
    with _app_loaded():
        from learnlog.app import LearnlogApp

    app = LearnlogApp(opened, demo=demo)
    app.run()
    if not demo:
        _tidy(opened)
    return app.return_code or 0


def open_review(opened: Services, share: Share, path: str) -> int:
    """Open the app on a copy that somebody has given."""
    with _app_loaded():
        from learnlog.app import ReviewApp

    app = ReviewApp(opened, share, path)
    app.run()
    return app.return_code or 0


@contextmanager
def _app_loaded() -> Iterator[None]:
    """Import the app within: lightly, and with its own pace of drawing and collecting."""
    import gc

    os.environ.setdefault("TEXTUAL_FPS", "240")  # read when Textual is imported; typing is drawn twice as soon
    gc.disable()  # the app collects from its first frame on
    with without("ssl", "bz2", "lzma"):
        yield


@contextmanager
def without(*modules: str) -> Iterator[None]:
    """Let what is imported meanwhile do without these modules, as on a Python that was built without them.

    asyncio and shutil import these in case they are needed; here nobody connects or compresses. They cost a thirtieth
    of the time until the first frame and 5 MB of memory.
    """
    missing = [name for name in modules if name not in sys.modules]
    sys.modules.update(dict.fromkeys(missing))  # type: ignore[arg-type]  # None means: there is no such module
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]


def _tidy(opened: Services) -> None:
    """Make the log file smaller if much of it is no longer needed; what cannot be done now is done another time."""
    try:
        opened.upkeep.compact()
        opened.upkeep.read_through()  # notes for the next start where things stand
    except LearnlogError:
        return


def can_draw(call: Call) -> bool:
    """Whether there is a terminal that can be drawn on, and somebody at it."""
    able = call.environment.get("TERM", "") != "dumb" or os.name == "nt"
    wanted = not call.environment.get("ACCESSIBLE")  # what screen readers' users set to get plain text
    # Textual draws on standard error, so that one must be a terminal too
    return able and wanted and call.may_ask and all(map(is_terminal, (sys.stdin, sys.stdout, sys.stderr)))
