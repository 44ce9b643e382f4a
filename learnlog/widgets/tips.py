"""A few friendly questions beside a form, for the field one is in; there only when there is room."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content
from textual.widgets import Static

from learnlog.i18n.ambient import gettext as _
from learnlog.text import N_
from learnlog.widgets.field import Field
from learnlog.widgets.fields import TextField


class Tip(NamedTuple):
    """What may help somebody who does not know what to write.

    Attributes:
        text: A sentence or two, English.
        questions: Questions to think about, English.
    """

    text: str
    questions: tuple[str, ...] = ()


TIPS: dict[str, Tip] = {
    "title": Tip(
        N_("A few words that you will recognise in the list. You can change them later."),
        (N_("What was it about?"), N_("What surprised you?")),
    ),
    "date": Tip(N_("Write the day as you say it: yesterday, last Tuesday, 12/11, week 47.")),
    "activity_type": Tip(
        N_("Most of what we learn, we learn in daily work. Choose what comes closest; it is not an exam.")
    ),
    "arena": Tip(N_("Use the arrow keys. It follows what you were doing, until you choose something else.")),
    "what_happened": Tip(
        N_("Tell it as you would to a colleague over coffee. Write roles, not names."),
        (N_("What did you see?"), N_("What did you do?"), N_("What happened then?")),
    ),
    "insight": Tip(
        N_("Choose one single thing. Write as if you told it to a colleague in the break room."),
        (
            N_("What surprised you?"),
            N_("What made it work?"),
            N_("What would you do differently?"),
            N_("What knowledge did you build on?"),
        ),
    ),
    "w3": Tip(
        N_("Something small is better than something big."),
        (N_("When can you try it?"), N_("Who can help you?"), N_("Who needs to know?")),
    ),
}
"""By field."""


class Tips(Static):
    """The card with the tips."""

    DEFAULT_CSS = """
    Tips {
        display: none;
        width: 40;
        height: auto;
        border: round $line;
        border-title-color: $primary;
        border-title-style: bold;
        padding: 1 2;
    }
    """

    def __init__(self) -> None:
        """Nothing to say yet."""
        super().__init__()
        self._field: Field | None = None

    def on_mount(self) -> None:
        """The title."""
        self.draw()

    def explain(self, field: Field | None) -> None:
        """Show the tips for a field."""
        self._field = field
        self.draw()

    def draw(self) -> None:
        """Say it in the interface's present language."""
        self.border_title = Content(_("You may think of this"))
        field = self._field
        name = field.name_of_value if field else ""
        tip = TIPS.get(name) or Tip(field.help_text if field else "")
        if not tip.text or field is None:
            tip = Tip(N_("Answer what you like. Everything can be added later."))
        parts: list[Content | str | tuple[str, str]] = []
        if field is not None and field.label:
            parts += [(_(field.label), "bold"), "\n\n"]
        parts.append(_(tip.text))
        parts += [
            part
            for question in tip.questions
            for part in ("\n\n" if question == tip.questions[0] else "\n", (f"• {_(question)}", "$muted"))
        ]
        if isinstance(field, TextField):
            parts += ["\n\n", (_("Two sentences are enough."), "$accent")]
        self.update(Content.assemble(*parts))
