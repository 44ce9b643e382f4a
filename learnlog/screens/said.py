"""What others have said of one thing, shown below it wherever it is read."""

from __future__ import annotations

from textual.content import Content

from learnlog.domain.share import Shared
from learnlog.i18n.ambient import gettext as _
from learnlog.services.suite import Services


def said_of(services: Services, value: Shared | None) -> Content:
    """The comments on something and the latest decision about it; nothing when there are none, as in most logs."""
    if value is None or not services.has_comments:
        return Content("")
    from learnlog.widgets.comment_text import said_about  # noqa: PLC0415 - most logs do without

    comments = services.comments
    words = said_about(comments.of(value.id), comments.sign_off(value))
    if not words.plain:
        return words
    head = Content.assemble(
        (_("What others have said"), "bold $primary"), ("  " + _("{key:app.comments} answers"), "$muted")
    )
    return Content("\n").join([head, words])
