"""Erase for good: what goes and where it stands, a question, how far it has come, and whether it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.entry import EntryHead
from learnlog.domain.identity import HIDDEN
from learnlog.errors import InUseError, InvalidInputError, LearnlogError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.screens.base import LearnlogDialog, LearnlogScreen
from learnlog.screens.confirm import Confirm, FieldDialog, Notice
from learnlog.screens.ending import within
from learnlog.services.purging import BEYOND, FORM_IS_OPEN, places_of, told_of
from learnlog.text import N_
from learnlog.widgets.fields import TextField
from learnlog.widgets.safe import line, show

if TYPE_CHECKING:
    from learnlog.services.purging import Outcome, Plan

_NAMED = 3
"""So many other things are named in which the same words stand."""


async def erase(screen: LearnlogScreen[Any], head: EntryHead) -> None:
    """Erase an entry for good, after a look at where it stands and a question. To be called from a worker."""
    plan = await screen.offload(screen.services.purging.records, [head.id])
    if plan is not None:
        title = line(head.title, "bold")
        await _ask_and_do(screen, plan, EraseQuestion(_("Erase this entry for good?"), plan, title))


async def erase_words(screen: LearnlogScreen[Any]) -> None:
    """Mask words wherever they stand, in every version, after a look and a question. To be called from a worker."""
    plan = await screen.app.push_screen_wait(WordsDialog())
    if plan is None:
        return
    if plan.survey.is_empty:
        screen.notify(_("There is nothing to erase: it stands nowhere in the log or its copies."), markup=False)
        return
    await _ask_and_do(screen, plan, EraseQuestion(_("Mask these words for good, wherever they stand?"), plan))


async def _ask_and_do(screen: LearnlogScreen[Any], plan: Plan, question: EraseQuestion) -> None:
    if plan.survey.open:
        screen.host.explain(InUseError(FORM_IS_OPEN))
        return
    if not await screen.app.push_screen_wait(question):
        return
    done = await screen.app.push_screen_wait(ErasingDialog(plan))
    screen.host.let_go_of(await screen.offload(lambda: screen.services.erased) or {})
    if isinstance(done, LearnlogError):
        screen.host.explain(done)
        return
    told = [translator().say(each) for each in told_of(done)]
    if done.left or done.own:
        await screen.app.push_screen_wait(Notice(show("\n\n".join(told))))
    else:
        screen.notify(told[0], markup=False)


class EraseQuestion(Confirm):
    """Whether to do it. What goes may be more than a small terminal shows; it is scrolled, the answers are in sight."""

    CSS_PATH: ClassVar[str] = "erasing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", N_("Up"), show=False),
        Binding("down", "move(1)", N_("Down"), show=False),
    ]

    def __init__(self, asked: str, plan: Plan, what: Content | None = None) -> None:
        """Ask.

        Args:
            asked: The question; translated.
            plan: What goes.
            what: What it is called.
        """
        question = Content.assemble(asked, " ", _("It cannot be taken back, and no copy is kept."))
        if what is not None:
            question = Content.assemble(question, "\n\n", what)
        super().__init__(question, _("Erase for good"), more=_what_goes(plan))

    def details(self) -> ComposeResult:
        """What goes, as far as there is room for it."""
        with VerticalScroll(can_focus=False):
            yield from super().details()

    def action_move(self, rows: int) -> None:
        """Scroll in what goes."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)


class WordsDialog(FieldDialog["Plan | None"]):
    """The words to be masked. They are kept nowhere: what is half typed here is gone when it is left."""

    YES: ClassVar[str] = N_("Find them")
    CSS_PATH: ClassVar[str] = "erasing.tcss"
    AUTO_FOCUS = "TextBox"
    HELP = N_(
        "Write the names or words that are to go, one to a line, as whole words; small letters or capitals do not"
        " matter. You are shown where they stand before anything is changed."
    )

    def __init__(self) -> None:
        """Nothing has been written yet."""
        super().__init__()
        self._words = TextField("words", N_("Words or names, one to a line"), grows=True)

    def title_said(self) -> str:
        """What is done."""
        return _("Erase words for good")

    def asked(self) -> ComposeResult:
        """What it does, and the field."""
        text = _("They are masked in every version of everything, and in every copy. What you wrote around them stays.")
        yield Static(Content(text), classes="question")
        yield self._words

    def action_save(self) -> None:
        """Look where they stand."""
        self._look()

    @work(group="looking", exclusive=True)
    async def _look(self) -> None:
        words, hidden = str(self._words.raw).splitlines(), translator().gettext(HIDDEN)
        try:
            plan = await self.offload(self.services.purging.words, words, hidden)
        except InvalidInputError as error:
            self._words.complain(translator().say(error.problems[0][1]))
            return
        if plan is not None:
            self.dismiss(plan)


class ErasingDialog(LearnlogDialog["Outcome | LearnlogError"]):
    """Erases, and says how far it has come; it is not left before it is done."""

    CSS_PATH: ClassVar[str] = "erasing.tcss"

    def __init__(self, plan: Plan) -> None:
        """Erase this."""
        super().__init__()
        self._plan = plan

    def body(self) -> ComposeResult:
        """How far it has come."""
        with Vertical(classes="dialog"):
            yield Static(Content(_("Erasing …")), classes="question")

    def on_mount(self) -> None:
        """Begin."""
        self._erase()

    def action_back(self) -> None:
        """It is done in a moment, and leaving it half done would serve nobody."""

    @work(group="erasing")
    async def _erase(self) -> None:
        erase, plan = self.services.purging.erase, self._plan
        try:
            answer: Outcome | LearnlogError = await within(self.host.hands, lambda: erase(plan, self._told))
        except LearnlogError as error:
            answer = error
        self.dismiss(answer)

    def _told(self, done: int, of: int) -> None:
        """Say how far it has come; called in the services' thread."""
        self.call_later(self._show, done, of)

    def _show(self, done: int, of: int) -> None:
        told = ngettext("Erasing: {done} of {count} file …", "Erasing: {done} of {count} files …", of, done=done)
        self.query_one(".question", Static).update(Content(told))


def _what_goes(plan: Plan) -> Content:
    """Where it stands, what is not touched, and that it cannot be taken back."""
    say = translator().say
    rows = [_("It goes from:"), *(f"· {say(place)}" for place in places_of(plan.survey))]
    if plan.things and not plan.whole:
        rows = [_("Something is to be masked in:"), *(f"· {say(each.told)}" for each in plan.things), "", *rows]
    comments = sum(table == "comments" for table, _uid in plan.survey.keys)
    if comments:
        rows.append("· " + ngettext("{count} comment on it", "{count} comments on it", comments))
    if plan.elsewhere:
        names = ", ".join(say(each.told) for each in plan.elsewhere[:_NAMED])
        more = " …" if len(plan.elsewhere) > _NAMED else ""
        rows += ["", _("The same words stand here, too, and stay: {names}", names=names + more)]
    rows += ["", _(BEYOND)]
    return Content(show("\n".join(rows)))
