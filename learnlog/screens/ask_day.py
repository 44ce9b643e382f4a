"""One question, answered with a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import translator
from learnlog.screens.confirm import FieldDialog
from learnlog.text import N_, Msg
from learnlog.widgets.date_field import DateField


class AskDay(FieldDialog[dt.date | None]):
    """A day, typed as people say it. Esc leaves everything as it was."""

    CSS_PATH = "confirm.tcss"
    DEFAULT_CSS = """
    AskDay { align: center middle; }
    AskDay DateField { margin-top: 1; }
    """

    def __init__(
        self,
        title: str,
        question: Content,
        *,
        start: dt.date | None = None,
        ahead: bool = False,
        check: Callable[[dt.date], Msg | None] = lambda _day: None,
    ) -> None:
        """Ask.

        Args:
            title: What stands on the border; translated.
            question: What is asked; user text in it through `widgets.safe`.
            start: The day that stands there at first.
            ahead: Whether the day is still to come.
            check: Says what is wrong with a day.
        """
        super().__init__()
        self._title, self._question = title, question
        self._start, self._ahead, self._check = start, ahead, check

    def title_said(self) -> str:
        """As it was given."""
        return self._title

    def asked(self) -> ComposeResult:
        """The question and the field."""
        hint = N_("tomorrow, in two weeks, 12/11") if self._ahead else N_("today, last Tuesday, 12/11")
        self._day = DateField("day", N_("Day"), today=self.services.clock.today(), hint=hint, ahead=self._ahead)
        yield Static(self._question, classes="question")
        yield self._day

    def on_mount(self) -> None:
        """Enter in the field is enough."""
        self._day.sends = True
        self._day.put_day(self._start)

    def action_save(self) -> None:
        """Answer, if the day can be read and makes sense."""
        try:
            day = self._day.value
        except InvalidInputError as error:
            wrong: Msg | None = error.problems[0][1]
        else:
            wrong = self._check(day) if day else Msg(N_("Write a day."))
        if wrong is not None:
            self._day.complain(translator().say(wrong))
            self._day.enter()
        else:
            self.dismiss(day)
