"""The line above the trainings: search, which part of them is shown, how many there are."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from learnlog.domain.loop import Step
from learnlog.domain.training_list import Shown
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import key_of, ngettext, translator
from learnlog.i18n.labels import capital, label
from learnlog.i18n.training_labels import SHOWN
from learnlog.screens.log_bar import SearchLine
from learnlog.text import N_
from learnlog.widgets.line_input import LineInput
from learnlog.widgets.safe import line
from learnlog.widgets.sections import Sections

ROOMY = 112
"""Columns from which the count is told in words."""


class TrainingBar(Horizontal):
    """What to show of the trainings.

    Attributes:
        search: The line one searches in.
        part: Which part is shown.
    """

    class Changed(Message):
        """Something else is to be shown."""

    class Left(Message):
        """Enter: to the hits."""

    def __init__(self) -> None:
        """Everything."""
        super().__init__(id="find")
        self.search = SearchLine(id="search", compact=True)
        self.part = Shown.ALL
        self._parts = Sections(tuple(SHOWN.items()))
        self._count = Static(id="count")

    def compose(self) -> ComposeResult:
        """Search, parts, count."""
        yield Static(Content.styled(" / ", "bold $accent"), id="slash")
        yield self.search
        yield self._parts
        yield self._count

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.search.value

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return bool(self.text.strip()) or self.part is not Shown.ALL

    def clear(self) -> None:
        """Show everything again."""
        with self.prevent(LineInput.Changed):
            self.search.value = ""
        self._show(Shown.ALL)

    def next_part(self) -> None:
        """The next part."""
        parts = list(Shown)
        self._show(parts[(parts.index(self.part) + 1) % len(parts)])

    def _show(self, part: Shown) -> None:
        self.part = part
        self._parts.mark(part)
        self.post_message(self.Changed())

    def say(self, found: int, total: int) -> None:
        """How many there are."""
        self.search.placeholder = _("Search")
        self._parts.draw()
        if self.app.size.width < ROOMY:  # the names of the parts take the rest of the line
            count = f"{found}/{total}" if self.narrows else str(total)
        elif self.narrows:
            count = _("{found} of {total}", found=found, total=total)
        else:
            count = ngettext("{count} training", "{count} trainings", total)
        self._count.update(Content.styled(count, "$accent" if self.narrows else "$muted"))

    def nothing(self) -> Content:
        """What to do when nothing is shown."""
        if self.narrows:
            text = self.text.strip()
            said = _("Nothing found for “{text}”.", text=text) if text else _("There are no such trainings.")
            return Content("\n\n").join(
                [line(said, "bold"), Content.styled(_("{key:nav.back} shows all trainings again."), "$muted")]
            )
        return welcome()

    @on(Sections.Chosen)
    def _chosen(self, message: Sections.Chosen) -> None:
        message.stop()
        self._show(Shown(message.name))

    @on(LineInput.Changed, "#search")
    def _typed(self, message: LineInput.Changed) -> None:
        """Search as one types."""
        message.stop()
        self.post_message(self.Changed())

    @on(LineInput.Submitted, "#search")
    def _entered(self, message: LineInput.Submitted) -> None:
        message.stop()
        self.post_message(self.Left())


_LOOP: dict[Step, str] = {
    Step.IDEA: N_("Something you want to learn, or have to."),
    Step.FORM: N_("What do you expect? How will clients notice it? Five minutes."),
    Step.AGREED: N_("You and your manager agree on the benefit, and promise each other something."),
    Step.COMPLETED: N_("The training takes place. Write down what you learned."),
    Step.TWO_WEEKS: N_("Have you tried it? Two minutes."),
    Step.THREE_MONTHS: N_("What became of it, beside what you expected?"),
    Step.SHARED: N_("Your colleagues have had it too."),
}
"""The steps of the loop, and what happens in each."""


def welcome() -> Content:
    """What a training loop is, and what to press."""
    names = {step: capital(label(step, translator())) for step in _LOOP}
    width = max(map(len, names.values()))
    steps = [
        Content.assemble((f"{at}  ", "$success"), f"{names[step]:<{width}}  ", (_(what), "$muted"))
        for at, (step, what) in enumerate(_LOOP.items(), start=1)
    ]
    return Content("\n\n").join(
        [
            Content.styled(_("A training is more than a day in a course."), "bold"),
            Content(
                _(
                    "It begins with what you expect, and ends when it is of use at work and others have heard of it."
                    " learnlog follows it all the way, and asks you when it is time:"
                )
            ),
            Content("\n").join(steps),
            Content.assemble(
                (f"{key_of('training.new')}  ", "bold $accent"),
                _("Write down your first training, also one that is long past."),
            ),
        ]
    )
