"""Writing a shared copy: where to, and whether it is locked."""

from __future__ import annotations

import os

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.passphrases import suggested
from learnlog.screens.confirm import FieldDialog
from learnlog.screens.exporting import documents_folder, may_replace, place_in
from learnlog.services.share_draft import Draft
from learnlog.services.sharing import suffixed
from learnlog.text import N_
from learnlog.widgets.field import Field
from learnlog.widgets.fields import LineField
from learnlog.widgets.pickers import Choice
from learnlog.widgets.safe import show_line
from learnlog.widgets.segment_field import SegmentField

_LOCKS = {"none": N_("no"), "words": N_("with six words"), "key": N_("with their key")}
"""How the file is locked."""


class ShareDialog(FieldDialog[str]):
    """Where the copy is to be written. The answer is what is to be told once it has been."""

    CSS_PATH = "share.tcss"
    YES = N_("Make the file")
    HELP = N_(
        "A locked file opens only with the six words, or with the key it was made for. learnlog shows the words once"
        " and keeps them nowhere: write them down, and tell them by telephone, not in the same mail."
    )

    def __init__(self, draft: Draft) -> None:
        """Write this copy."""
        super().__init__()
        self._draft = draft
        self._path = LineField(
            "path", N_("Where"), help_text=N_("Folder and name of the file. ~ stands for your home folder.")
        )
        self._lock = SegmentField("lock", N_("Locked"), _locks)
        self._key = LineField("key", N_("Their public key"), example="age1…")
        self._key.id = "key-field"

    def title_said(self) -> str:
        """What it does."""
        return _(self.YES)

    def asked(self) -> ComposeResult:
        """Where, locked or not."""
        yield self._path
        yield self._lock
        yield self._key
        yield Static(Content(_("You hand it over yourself. A copy that you have given cannot be taken back.")))

    def on_mount(self) -> None:
        """A sensible place and name."""
        self._path.sends = self._key.sends = True
        name = self.services.copies.usual_name(self._draft)
        self._path.put(os.path.join(documents_folder(), name))

    @on(Field.Changed)
    def _chosen(self) -> None:
        self.set_class(self._lock.raw == "key", "-key")

    def action_save(self) -> None:
        """Write it, if the place makes sense."""
        path = place_in(self._path, self.services.exports)
        if path and self._lock.raw == "key" and not self._key.value:
            self._key.complain(_("Write the key of whoever is to read it."))
        elif path:
            path = suffixed(path)
            self._write(path, there=os.path.lexists(path))

    @work(group="save", exclusive=True)
    async def _write(self, path: str, *, there: bool) -> None:
        """Write the file; ask before another one is replaced; show the words once."""
        if there and not await may_replace(self, path):
            return
        words = suggested(translator().language) if self._lock.raw == "words" else ""
        key = self._key.value if self._lock.raw == "key" else ""
        try:
            written = await self.offload(
                self.services.copies.write, self._draft, path, passphrase=words, recipient=key, force=there
            )
        except InvalidInputError as error:
            self._path.complain(translator().say(error.problems[0][1]))
            return
        if written is None:
            return
        told = [_("Saved. The file is here: {path}", path=show_line(written.path))]
        if words:
            told += [
                _("Passphrase: {words}", words=words),
                _("Write it down, and tell it by telephone. It is not kept anywhere."),
            ]
        self.dismiss("\n\n".join(told))


def _locks() -> tuple[Choice, ...]:
    return tuple(Choice(key, _(name)) for key, name in _LOCKS.items())
