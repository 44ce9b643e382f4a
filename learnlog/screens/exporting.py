"""Saving documents to files: where to, and never over another file unasked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.values import Language
from learnlog.errors import ExportError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.catalog import Translator
from learnlog.screens.base import LearnlogScreen, sentence
from learnlog.screens.confirm import Confirm, FieldDialog, Notice
from learnlog.screens.guarding import cleared
from learnlog.text import N_
from learnlog.widgets.field import Field
from learnlog.widgets.fields import LineField
from learnlog.widgets.pickers import Choice
from learnlog.widgets.safe import content, show_line
from learnlog.widgets.segment_field import SegmentField

if TYPE_CHECKING:
    from learnlog.services.exports import Exports  # the services bring it themselves


class Document(NamedTuple):
    """Something that can be saved to a file.

    Attributes:
        title: What it is, English.
        name: Name of the file; made of its kind, a day and a language, never of what somebody wrote.
        text: What will be in it.
        advice: What to think of before it is given to somebody, English.
    """

    title: str
    name: str
    text: str
    advice: str = N_("Read it once more before you give it to somebody. A copy cannot be taken back.")

    @property
    def words(self) -> Translator:
        """For its language, which its name ends in."""
        return Translator(Language(os.path.splitext(self.name)[0].rpartition("-")[2]))


class ExportDialog(FieldDialog[bool]):
    """Where a document is to be saved. The answer is True when it has been."""

    CSS_PATH = "exporting.tcss"
    HELP = N_("The file can be read by you alone until you give it to somebody. A copy cannot be taken back.")

    def __init__(self, documents: tuple[Document, ...], folder: str) -> None:
        """Offer these documents, the first one chosen.

        Args:
            documents: What can be saved.
            folder: Where to, unless the owner says otherwise.
        """
        super().__init__()
        self._documents = {document.name: document for document in documents}
        self._folder = folder
        self._what = SegmentField("what", N_("What"), self._choices)
        self._path = LineField(
            "path", N_("Where"), help_text=N_("Folder and name of the file. ~ stands for your home folder.")
        )

    def title_said(self) -> str:
        """What it does."""
        return _("Save to a file")

    def asked(self) -> ComposeResult:
        """What and where."""
        if len(self._documents) > 1:
            yield self._what
        yield self._path
        yield Static(Content(_(self._document.advice)), id="advice")

    def on_mount(self) -> None:
        """A sensible place and name."""
        self._path.sends = True
        self._path.put(os.path.join(self._folder, self._document.name))

    def _choices(self) -> tuple[Choice, ...]:
        return tuple(Choice(name, _(document.title)) for name, document in self._documents.items())

    @property
    def _document(self) -> Document:
        return self._documents.get(self._what.raw) or next(iter(self._documents.values()))

    @on(Field.Changed)
    def _chosen(self, event: Field.Changed) -> None:
        """Another document has another name; a name written by hand stays."""
        self.query_one("#advice", Static).update(Content(_(self._document.advice)))
        folder, name = os.path.split(self._path.raw)
        if event.field is self._what and name in self._documents:
            self._path.put(os.path.join(folder, self._document.name))

    def action_save(self) -> None:
        """Save, if the place makes sense."""
        path = place_in(self._path, self.services.exports)
        if path:
            self._write(path, there=os.path.lexists(path))

    @work(group="save", exclusive=True)
    async def _write(self, path: str, *, there: bool) -> None:
        """Write the file; ask before another one is replaced."""
        if there and not await may_replace(self, path):
            return
        text = await cleared(self, self._document.text, self._document.words)
        if text is None:
            return
        written = await self.offload(self.services.exports.write, path, text.encode(), force=there)
        if written is not None:
            self.dismiss(True)  # noqa: FBT003 - the answer
            self.app.push_screen(Notice(_("Saved. The file is here: {path}", path=show_line(written))))


def export(screen: LearnlogScreen[Any], documents: tuple[Document, ...]) -> None:
    """Ask where to save one of these, and save it."""
    screen.app.push_screen(ExportDialog(documents, documents_folder()))


def place_in(field: LineField, exports: Exports) -> str:
    """Where a file is to be written that a field names; empty where none can be, and the field says why."""
    path = os.path.abspath(os.path.expanduser(field.value))
    if not field.value or os.path.isdir(path):
        field.complain(_("Write the name of the file as well."))
    elif not os.path.isdir(os.path.dirname(path)):
        field.complain(_("There is no such folder."))
    else:
        try:
            exports.look_at_place(path)
        except ExportError as error:
            field.complain(sentence(error))
        else:
            return path
    return ""


async def may_replace(screen: LearnlogScreen[Any], path: str) -> bool:
    """Ask whether a file that is there may be replaced. To be called from a worker."""
    question = content(_("There is a file with that name already. Replace it?"))
    return await screen.app.push_screen_wait(Confirm(question, yes=_("Replace"), more=content(path)))


def documents_folder() -> str:
    """The owner's documents, or the home folder where there is no such place."""
    import platformdirs  # noqa: PLC0415 - only when something is saved

    documents = platformdirs.user_documents_dir()
    return documents if os.path.isdir(documents) else os.path.expanduser("~")
