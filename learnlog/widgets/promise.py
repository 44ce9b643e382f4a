"""Promise and outcome: what was expected of a training beside what became of it. The core view of the product."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from learnlog.domain.loop import outcome
from learnlog.domain.promise import Answered, Compared, compared
from learnlog.domain.training import Expectation, Training
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.answers import answer_words
from learnlog.i18n.dates import short_date
from learnlog.i18n.labels import capital, label
from learnlog.text import N_, pgettext
from learnlog.widgets.glyphs import Look
from learnlog.widgets.safe import content, show_line

SIDE, WIDE = 60, 100
"""Columns here and of the terminal from which promise and outcome stand beside each other, else below each other."""

HANGING = 42
"""Columns from which an answer hangs behind when it was given."""


BEFORE = pgettext("promise", "before")
ROUNDS = {1: pgettext("round", "2 weeks"), 2: pgettext("round", "3 months"), 3: pgettext("round", "6 months")}
"""Short names of when something was said."""
LEADS: dict[str, str] = {
    "b2": N_("Agreed:"),
    "b4": N_("My part:"),
    "b5": N_("My manager:"),
    "a6": N_("Hard:"),
    "a7": N_("Help:"),
    "b6": N_("When:"),
    "b7": N_("We will see it:"),
    "c1": N_("Tried it:"),
    "c3": N_("Shared:"),
    "c5": N_("Next step:"),
    "d1": N_("Used at work:"),
    "d7": N_("We go on:"),
}
"""What stands before an answer that does not speak for itself."""
VERDICTS: dict[Expectation, Look] = {
    Expectation.MORE: Look("↑", "$success"),
    Expectation.AS_EXPECTED: Look("=", "$success"),
    Expectation.LESS: Look("↓", "$warning"),
    Expectation.OTHER: Look("»", "$secondary"),
}
"""How what became of it looks; less than expected is no failure, and so no error."""


class PromiseView(Widget):
    """Topic by topic: what was expected, and what happened after two weeks and three months."""

    DEFAULT_CSS = """
    PromiseView { height: auto; width: 1fr; }
    """

    def __init__(self) -> None:
        """Nothing to compare yet."""
        super().__init__()
        self._training: Training | None = None
        self._today = dt.date.min
        self._made: tuple[int, list[Content]] = (-1, [])

    def show(self, training: Training | None, today: dt.date) -> None:
        """Compare promise and outcome of this training."""
        self._training, self._today = training, today
        self._made = (-1, [])
        self.display = training is not None and bool(compared(training))
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes at this width."""
        del container, viewport
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """All lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if self._made[0] != width:
            beside = width >= SIDE and self.app.size.width >= WIDE
            made = promise_lines(self._training, width, self._today, beside=beside) if self._training and width else []
            self._made = (width, made)
        return self._made[1]


def promise_lines(training: Training, width: int, today: dt.date, *, beside: bool) -> list[Content]:
    """Promise and outcome as lines of at most so many columns, in two columns or below each other."""
    topics = compared(training)
    lines = [_heading(_("Promise and outcome"), width), _verdict(training, today), Content("")]
    if beside:
        lines += _columns([Content.styled(_("What we expected"), "bold")], [_right_title(training)], width)
    for topic in topics:
        lines += [Content(""), Content.styled(_(topic.topic), "bold $primary")]
        lines += _beside(topic, width, today) if beside else _below(topic, width, today)
    return [each for at, each in enumerate(lines) if at == 0 or each.plain or lines[at - 1].plain]


def verdict(training: Training) -> Content:
    """What became of it in a few words; empty while it has not been followed up."""
    found = outcome(training)
    if found is None or found.expectation is None:
        return Content("")
    look = VERDICTS[found.expectation]
    words = Content.styled(f"{look.glyph} {capital(label(found.expectation, translator()))}", f"bold {look.style}")
    if found.used is None:
        return words
    used = _("used at work: {answer}", answer=label(found.used, translator()))
    return Content.assemble(words, ("  ·  " + used, "$foreground"))


def verdict_sign(training: Training) -> Content:
    """Only the sign of what became of it; empty while it has not been followed up."""
    found = outcome(training)
    look = VERDICTS[found.expectation] if found and found.expectation else None
    return Content.styled(look.glyph, look.style) if look else Content("")


def _verdict(training: Training, today: dt.date) -> Content:
    """What became of it; or, honestly, that nobody has asked yet, and when somebody will."""
    found = verdict(training)
    if found.plain:
        return found
    waiting = next((each for each in training.followups if each.is_open and each.round > 1), None)
    if waiting is None:
        return Content.styled(_("not followed up yet"), "$muted")
    day = short_date(waiting.due_on, translator(), today)
    return Content.styled(_("not followed up yet: that is asked {day}", day=day), "$muted")


def _heading(text: str, width: int) -> Content:
    """A title with a line to the end."""
    return Content.assemble((text, "bold $primary"), " ", ("─" * max(width - len(text) - 1, 0), "$line"))


def _right_title(training: Training) -> Content:
    done = any(each.done_on for each in training.followups)
    return Content.styled(_("What happened"), "bold" if done else "bold $muted")


# -- beside and below -------------------------------------------------------------------------------------------------


def _beside(topic: Compared, width: int, today: dt.date) -> list[Content]:
    """In two columns."""
    half = (width - 3) // 2
    left = [made for each in topic.promised for made in _wrapped(_words(each, today), half)]
    return _columns(left, list(_with_leads(topic.happened, half, today)), width)


def _columns(left: Sequence[Content], right: Sequence[Content], width: int) -> list[Content]:
    half = (width - 3) // 2
    bar = Content.styled(" │ ", "$line")
    empty = Content("")
    return [
        Content.assemble(one.pad_right(half - one.cell_length), bar, other)
        for one, other in zip_longest(left, right, fillvalue=empty)
    ]


def _below(topic: Compared, width: int, today: dt.date) -> list[Content]:
    """One below the other, with what was said when at the left."""
    return list(_with_leads((*topic.promised, *topic.happened), width, today))


def _with_leads(answers: Iterable[Answered], width: int, today: dt.date) -> Iterable[Content]:
    """Answers with when they were given: before them, or above them where there is little room."""
    names = {0: translator().pgettext(*BEFORE), **{key: translator().pgettext(*name) for key, name in ROUNDS.items()}}
    hangs = width >= HANGING
    room = max(map(len, names.values())) + 2 if hangs else 0
    before = -1
    for each in answers:
        lead = names[each.round] if each.round != before else ""
        before = each.round
        style = "$muted" if each.round == 0 else "$success"
        if lead and not hangs:
            yield Content.styled(lead, style)
        for made in _wrapped(_words(each, today), width - room):
            yield Content.assemble((f"{lead:<{room}}", style), made) if hangs else made
            lead = ""


def _wrapped(text: Content, width: int) -> list[Content]:
    return [each.rstrip() for each in text.wrap(max(width, 8))]


def _words(answered: Answered, today: dt.date) -> Content:
    """An answer, and what must stand before it."""
    question, tr = answered.question, translator()
    words = answer_words(question, answered.answer.strip(), tr, today)
    if question.id == "d5":
        look = VERDICTS.get(next((each for each in Expectation if each.value == answered.answer), Expectation.OTHER))
        return Content.styled(f"{look.glyph if look else ''} {capital(words)}", f"bold {look.style if look else ''}")
    if answered.note.strip():
        words = " · ".join((words, show_line(answered.note.strip())))
    lead = LEADS.get(question.id)
    text = content(words)
    return Content.assemble((_(lead), "$muted"), " ", text) if lead else text
