"""What others have said of one thing, below it."""

from __future__ import annotations

from learnlog.cli.call import Call
from learnlog.domain.share import Shared
from learnlog.i18n.ambient import gettext as _


def print_said(call: Call, value: Shared) -> None:
    """Print the latest decision about something and the comments on it; nothing when nobody has said anything."""
    from learnlog.cli.everything import services

    opened = services(call)
    if not opened.has_comments:
        return
    from learnlog.cli.comments import print_comments, print_sign_off
    from learnlog.cli.pages import print_heading

    comments, signed = opened.comments.of(value.id), opened.comments.sign_off(value)
    if comments or signed:
        print_heading(_("What others have said"), call.out)
    if signed:
        print_sign_off(signed, call.out)
    print_comments(comments, call.out)
