"""What is asked in a review: a comment, whether somebody can be recognised, the questions, and who signs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.content import Content

from learnlog.domain import reviewing
from learnlog.domain.review import CommentKind, Review, ReviewerRole, Signature, questions_for
from learnlog.domain.share import SharedItem
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.screens.base import sentence
from learnlog.screens.choices import of
from learnlog.screens.confirm import Confirm, Notice
from learnlog.screens.drafts_offer import left_behind
from learnlog.screens.kept_dialog import KeptDialog
from learnlog.text import N_
from learnlog.widgets.fields import LineField, TextField
from learnlog.widgets.review_rows import LOOKS, item_name
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import content, line, show_line
from learnlog.widgets.segment_field import SegmentField

if TYPE_CHECKING:
    from learnlog.screens.review import ReviewScreen

NEW = "new"
COMMENT, SIGNATURE = "review.comment", "review.signature"
"""Names of drafts; they belong to a review, and are there again when that is."""
WRITTEN = (CommentKind.APPRECIATE, CommentKind.QUESTION, CommentKind.SUGGEST)
"""The kinds that have a text."""


class Said(NamedTuple):
    """A comment as it was written."""

    kind: CommentKind
    text: str


class CommentDialog(KeptDialog[Said | None]):
    """A comment: what kind, and the words."""

    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "TextBox"
    HELP = N_(
        "Say what you see that is good, ask an open question, or suggest something. Write no names. Nobody is given"
        " marks here."
    )

    def __init__(self, about: str, said: Said, uid: str, draft: Mapping[str, Any]) -> None:
        """Ask for a comment.

        Args:
            about: What it is about, as its owner calls it.
            said: What was said before.
            uid: Names what is half typed.
            draft: What was half typed before, see `typed`.
        """
        super().__init__(COMMENT, uid)
        self._about, self._start, self._draft = about, said, draft
        self._kind = SegmentField("kind", N_("What kind of comment?"), of(WRITTEN))
        self._text = TextField("text", N_("Your words"))

    def title_said(self) -> str:
        """What it is about."""
        return show_line(self._about)

    def asked(self) -> ComposeResult:
        """Kind and words."""
        yield self._kind
        yield self._text

    def on_mount(self) -> None:
        """What was said before, and over it what was half typed."""
        self._kind.put(self._draft.get("kind", self._start.kind.value))
        self._text.put(self._draft.get("text", self._start.text))

    def typed(self) -> dict[str, Any]:
        """Kind and words, if they are others than before."""
        kind, text = str(self._kind.raw), str(self._text.raw)
        before = (self._start.kind.value, self._start.text)
        return {"kind": kind, "text": text} if text.strip() and (kind, text) != before else {}

    def action_save(self) -> None:
        """Keep it, if something is said."""
        if self._text.value:
            self.finish(Said(CommentKind(str(self._kind.raw)), self._text.value))
        else:
            self._text.complain(_("Write the comment, or leave it out."))


async def ask_comment(screen: ReviewScreen, item: SharedItem) -> None:
    """Ask for a comment, new or one to be changed; a mark that somebody can be recognised goes when one writes."""
    if reviewing.is_flagged(screen.review, item.uid):
        question = Content(_("You have marked that somebody can be recognised here. Take the mark away and comment?"))
        if not await screen.app.push_screen_wait(Confirm(question, _("Take it away"))):
            return
    known = [each for each in reviewing.said_of(screen.review, item.uid) if each.kind in WRITTEN]
    uid = NEW
    if known:
        rows = [Row(each.comment_id, (_short(each.kind or WRITTEN[0], each.text),)) for each in known]
        rows.append(Row(NEW, (Content(_("Another comment")),)))
        from learnlog.screens.pick import Pick  # noqa: PLC0415 - seldom

        picked = await screen.app.push_screen_wait(Pick(Content(_("Which comment?")), rows))
        if picked is None:
            return
        uid = picked
    before = next((each for each in known if each.comment_id == uid), None)
    start = Said(before.kind or CommentKind.SUGGEST, before.text) if before else Said(CommentKind.APPRECIATE, "")
    await screen.offload(screen.services.reviewing.keep, screen.review, screen.path)  # what is typed next belongs to it
    half = f"{screen.review.share_id}-{before.comment_id if before else item.uid}"
    dialog = CommentDialog(item_name(item), start, half, left_behind(screen, COMMENT, half))
    said = await screen.app.push_screen_wait(dialog)
    if said is not None:
        uid = uid if before else screen.services.reviewing.new_id()
        screen.change(reviewing.with_comment(screen.review, item, uid, said.kind, said.text))


def _short(kind: CommentKind, text: str) -> Content:
    return Content.assemble(Content.styled(f"{LOOKS[kind].glyph} ", LOOKS[kind].style), line(text))


async def ask_flag(screen: ReviewScreen, item: SharedItem) -> None:
    """Mark that somebody can be recognised, or take the mark away; what else was said about it goes."""
    said = reviewing.said_of(screen.review, item.uid)
    if reviewing.is_flagged(screen.review, item.uid):
        screen.change(reviewing.without(screen.review, said[0].comment_id))
        return
    more = Content(_("It goes back without a word about who. What you have said about it is left out."))
    question = Content(_("Can somebody be recognised here?"))
    if await screen.app.push_screen_wait(Confirm(question, _("Yes, send it back"), more=more)):
        uid = screen.services.reviewing.new_id()
        screen.change(reviewing.with_comment(screen.review, item, uid, CommentKind.PRIVACY))


async def answer_whole(screen: ReviewScreen) -> None:
    """Answer the questions about the log as a whole, as far as one likes."""
    from learnlog.screens.question_screen import Asked, QuestionScreen  # noqa: PLC0415 - so is this

    review, form = screen.review, "review.answers"
    await screen.offload(screen.services.reviewing.keep, review, screen.path)  # what is typed next belongs to it
    flagged = reviewing.is_sent_back(review)
    answers = {**review.answers, "v5": "yes"} if flagged else review.answers
    asked = Asked(questions_for(review.items), form, review.share_id, screen.share.from_.name, answers)
    saved = await QuestionScreen.answered(screen, asked, dict)
    if saved is not None:
        screen.change(review._replace(answers={**review.answers, **dict.fromkeys(asked.questions.ids, ""), **saved}))


class SignDialog(KeptDialog[str | None]):
    """Who stands for the review, and where the answer goes. The answer is the file's path."""

    CSS_PATH = "review.tcss"
    HELP = N_(
        "Sign with your name and what you are. The file holds your comments and decisions, and no text of the log."
        " Give it to the one who gave you the copy."
    )

    def __init__(self, screen: ReviewScreen, path: str) -> None:
        """Ask.

        Args:
            screen: The review.
            path: Where the answer goes unless somebody says otherwise.
        """
        super().__init__(SIGNATURE, screen.review.share_id)
        self._review = screen
        self._start = path
        self._usual = ""
        self._who = LineField("name", N_("Your name"), most=120)
        self._role = SegmentField("role", N_("You are"), of(ReviewerRole))
        self._path = LineField("path", N_("Where"))

    def title_said(self) -> str:
        """What is done."""
        return _("Sign, and write the answer")

    def asked(self) -> ComposeResult:
        """Name, role, file."""
        yield self._who
        yield self._role
        yield self._path

    def on_mount(self) -> None:
        """What is known already."""
        signature = self._review.review.signature
        draft = left_behind(self, SIGNATURE, self._review.review.share_id)
        self._usual = signature.name or self.services.profiles.get().display_name
        self._who.put(draft.get("name", self._usual))
        self._role.put(signature.role.value)
        self._path.sends = True
        self._path.put(self._start)

    def typed(self) -> dict[str, Any]:
        """The name, if it is another than before."""
        name = str(self._who.raw)
        return {"name": name} if name != self._usual else {}

    def action_save(self) -> None:
        """Write the answer, if everything is there."""
        path = os.path.abspath(os.path.expanduser(self._path.value))
        if not self._who.value:
            self._who.complain(_("Write your name: a review is signed."))
            self._who.enter()
        elif not self._path.value or os.path.isdir(path) or not os.path.isdir(os.path.dirname(path)):
            self._path.complain(_("Write the name of the file as well."))
        else:
            self._write(path, there=os.path.lexists(path))

    def _signed(self) -> Review:
        signed = Signature(self._who.value, ReviewerRole(str(self._role.raw)), self.services.clock.today())
        return self._review.review._replace(signature=signed)

    @work(group="save", exclusive=True)
    async def _write(self, path: str, *, there: bool) -> None:
        """Write it; ask before another file is replaced."""
        if there:
            question = Content(_("There is a file with that name already. Replace it?"))
            if not await self.app.push_screen_wait(Confirm(question, yes=_("Replace"), more=content(path))):
                return
        review, service = self._review, self.services.reviewing
        review.review = self._signed()
        await self.offload(service.keep, review.review, review.path)  # if it cannot be written, nothing is lost
        try:
            written = await self.offload(service.write, review.review, review.share, path, force=there)
        except InvalidInputError as error:
            self.notify(sentence(error), severity="warning", markup=False)
            return
        if written is not None:
            self.finish(written)


async def sign(screen: ReviewScreen) -> None:
    """See that everything is answered, then sign and write the answer."""
    try:
        named = screen.review._replace(signature=screen.review.signature._replace(name="–"))
        screen.services.reviewing.checked(named)
    except InvalidInputError as error:
        screen.notify(_("Answer the questions about the whole first."), severity="warning", markup=False)
        if any(key in {"v1", "v5", "v6"} for key, _problem in error.problems):
            await answer_whole(screen)
        else:
            screen.notify(sentence(error), severity="warning", markup=False)
        return
    usual = os.path.join(os.path.dirname(screen.path), screen.services.reviewing.usual_name(screen.share))
    written = await screen.app.push_screen_wait(SignDialog(screen, usual))
    if written is not None:
        text = _(
            "The answer is written. Give this file to the one who gave you the copy: {path}", path=show_line(written)
        )
        await screen.app.push_screen_wait(Notice(text))
        screen.finish()
