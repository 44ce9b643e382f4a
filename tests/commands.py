"""A command that is typed, in this process."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import pytest

from learnlog.cli.running import run
from learnlog.domain.clock import Clock


class Result(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Learnlog = Callable[..., Result]


def learnlog_in(
    folder: str | os.PathLike[str], clock: Clock, capsysbinary: pytest.CaptureFixture[bytes], language: str = "en"
) -> Learnlog:
    """The command line on a data folder; what it prints (nothing while an app is open: Textual takes all prints)."""

    def typed(
        *words: str,
        stdin: bytes = b"",
        language: str = language,
        env: Mapping[str, str] | None = None,
        clock: Clock = clock,
    ) -> Result:
        environment = {"LEARNLOG_HOME": os.fspath(folder), "LEARNLOG_LANGUAGE": language, **(env or {})}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            code = run(words, environment, clock)
        out, err = capsysbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return typed


def went_well(result: Result) -> Result:
    """A result without an error."""
    assert result.code == 0, result.err
    return result
