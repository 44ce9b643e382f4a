"""Any question set on a screen of its own: pages, a draft kept while typing, and what was answered before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple, TypeVar

from textual.binding import BindingType

from learnlog.domain.questions import QuestionSet
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.commands import bindings
from learnlog.screens.drafts_offer import left_behind
from learnlog.screens.earlier import EarlierDialog
from learnlog.screens.form import Values
from learnlog.screens.paged_form import PagedForm
from learnlog.text import N_
from learnlog.widgets.earlier import Earlier
from learnlog.widgets.paged_sheet import PagedSheet
from learnlog.widgets.question_sheet import QuestionSheet
from learnlog.widgets.safe import cut, line

V = TypeVar("V")
DRAFT_SAVED = 28
"""Columns kept free in the head: what is said of the draft, and blanks."""
LEAST = 10
"""Columns that a title needs to be recognised."""


class Asked(NamedTuple):
    """What a question screen is about.

    Attributes:
        questions: The set.
        form: Name of its drafts: ``training.before``.
        uid: Id of what it is about.
        about: Its title, as its owner wrote it.
        answers: Question id → answer, as they are in the log.
        draft: What was typed in this form before and not saved; `drafts_offer.left_behind` gives it.
        earlier: Answers to other questions, to be seen meanwhile.
        earlier_title: English title of those.
        offered: Question id → what can be picked.
    """

    questions: QuestionSet
    form: str
    uid: str
    about: str = ""
    answers: Mapping[str, str] = {}
    draft: Mapping[str, Any] = {}
    earlier: Sequence[Earlier] = ()
    earlier_title: str = N_("Before the training")
    offered: Mapping[str, Sequence[str]] = {}


def with_erased(known: Mapping[str, str], answers: Mapping[str, str]) -> dict[str, str]:
    """The answers, and an empty one for each that was erased: what is left out stays as it was."""
    return {**dict.fromkeys(known, ""), **answers}


class QuestionScreen(PagedForm[Any]):
    """Answer the questions of a set. The answer is what `save` gave; None when left without saving.

    What may be saved is for `save` to say: it refuses with an `InvalidInputError` that names question ids, and every
    problem is then shown at its question.
    """

    CSS_PATH = "paged_form.tcss"
    AUTO_FOCUS = "LineBox, TextBox, OptionsBox"
    BINDINGS: ClassVar[list[BindingType]] = bindings("form.earlier")
    MODE: ClassVar[str] = "training"
    HELP = N_(
        "Answer with a few words; two sentences are enough. What you write is kept as a draft while you write, so you"
        " can leave and go on later; also what is saved need not be complete. Choose with the arrow keys, Space or a"
        " digit. {key:form.editor} opens a text in your own editor."
    )

    def __init__(self, asked: Asked, save: Callable[[dict[str, str]], object]) -> None:
        """Open the form.

        Args:
            asked: What is asked, and what is known.
            save: Saves the answers (question id → answer, no empty ones); called in the services' thread.
        """
        super().__init__(asked.form, asked.uid)
        self._asked = asked
        self._save_answers = save
        self._written = {each.id for each in asked.questions.questions if each.kind in {"text", "line"}} | {
            each.note_id for each in asked.questions.questions
        }

    @classmethod
    async def answered(cls, screen: LearnlogScreen[Any], asked: Asked, save: Callable[[dict[str, str]], V]) -> V | None:
        """Open the questions where they were left; what `save` gave, or None."""
        asked = asked._replace(draft=left_behind(screen, asked.form, asked.uid))
        saved: V | None = await screen.app.push_screen_wait(cls(asked, save))
        return saved

    def make_sheet(self) -> PagedSheet:
        """The questions, on their pages."""
        asked = self._asked
        today = self.services.clock.today()
        self._sheet = QuestionSheet(
            asked.questions, today, earlier=asked.earlier, title=asked.earlier_title, offered=asked.offered
        )
        return self._sheet

    async def on_mount(self) -> None:
        """Show what was answered, and over it what was typed before."""
        draft = self._asked.draft
        await self._sheet.put({**self._asked.answers, **draft.get("answers", {}), **draft.get("chosen", {})})
        self.begin(from_draft=bool(draft))

    # -- as a form ----------------------------------------------------------------------------------------------------

    def heading(self) -> str:
        """What is asked, and about what as far as there is room beside the pages' names and the draft's time."""
        asked = _(self._asked.questions.title)
        room = self.size.width - len(asked) - self.room_of_pages() - DRAFT_SAVED
        about = cut(line(f" · {self._asked.about}"), room).plain if self._asked.about and room >= LEAST else ""
        return asked + about

    def touched(self) -> Values:
        """What stands here otherwise than in the log: what was written, and what was chosen."""
        before = self._asked.answers
        changed = {key: text for key, text in self._sheet.raw.items() if text != before.get(key, "")}
        written = {key: text for key, text in changed.items() if key in self._written}
        chosen = {key: text for key, text in changed.items() if key not in self._written}
        return {name: texts for name, texts in (("answers", written), ("chosen", chosen)) if texts}

    def collect(self) -> dict[str, str]:
        """Question id → answer.

        Raises:
            InvalidInputError: If a day cannot be read.
        """
        return self._sheet.answers

    def store(self, collected: dict[str, str]) -> object:
        """Save the answers."""
        return self._save_answers(collected)

    def answer(self, saved: object) -> object:
        """What saving gave."""
        return saved

    def saved_words(self, collected: dict[str, str]) -> str:
        """That it is saved, and how much there is still to answer."""
        left = len(self._asked.questions.missing(collected))
        if not left:
            return super().saved_words(collected)
        return ngettext(
            "Saved. One question is left; go on whenever you like.",
            "Saved. {count} questions are left; go on whenever you like.",
            left,
        )

    # -- what was answered before -------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There may be nothing that was answered before."""
        if action == "earlier":
            return bool(self._asked.earlier)
        return super().check_action(action, parameters)

    def action_earlier(self) -> None:
        """Show it as a whole."""
        self.app.push_screen(EarlierDialog(self._asked.earlier, self._asked.earlier_title))
