"""Answer a copy that somebody has given: open it, or read it as text, or write the answer from a file."""

from __future__ import annotations

import os

from learnlog.cli import comments_json, review_json, typed
from learnlog.cli.call import Call
from learnlog.cli.everything import services
from learnlog.cli.options import UsageError
from learnlog.domain import reviewing
from learnlog.domain.printable import show
from learnlog.domain.review import Review, sends_back
from learnlog.domain.share import Share
from learnlog.errors import ExportError, InvalidInputError, RuleError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.labels import label
from learnlog.services.received import Lock, Received
from learnlog.services.suite import Services
from learnlog.text import N_, Msg


def review(call: Call) -> int:
    """Open a copy in the app; show it as text where there is no terminal; or write the answer to it."""
    given = call.arguments
    if bool(given.text("comments")) != bool(given.text("output")):
        raise UsageError(
            Msg(N_("{one} and {other} belong together."), {"one": "--comments", "other": "--output"}), "review"
        )
    opened = services(call)
    share = _opened(call, opened.reviewing.received(os.path.expanduser(given.words[0])))
    if given.text("comments"):
        return _write(call, opened, share)
    if given.switch("json"):
        call.out.json(review_json.share_object(share), indent=2)
        return 0
    from learnlog.cli.start import can_draw, open_review

    if can_draw(call) and not given.switch("text"):
        return open_review(opened, share, os.path.abspath(os.path.expanduser(given.words[0])))
    _print(call, opened, share)
    return 0


def _opened(call: Call, received: Received) -> Share:
    """The copy; if it is locked, with the reader's key, the words from a file, or the words somebody types."""
    if received.lock is Lock.PASSPHRASE:
        return received.opened(passphrase=_passphrase(call))
    return received.opened(identity_file=os.path.expanduser(call.arguments.text("identity") or ""))


def _passphrase(call: Call) -> str:
    path = call.arguments.text("passphrase")
    if path:
        return " ".join(typed.file(path).split())
    if not call.can_ask:
        raise RuleError(N_("This copy is locked with words. Put them in a file: {option}"), option="--passphrase")
    import getpass

    return " ".join(typed.text(getpass.getpass(_("The words that open this copy (they are not shown):") + " ")).split())


def _print(call: Call, opened: Services, share: Share) -> None:
    """Print the copy as a text, then what can be commented on, with ids."""
    out, tr = call.out, translator()
    out.raw(show(opened.reviewing.text(share, tr)))
    items = reviewing.to_comment(share)
    out.raw(f"\n{out.strong(_('What you can comment on'))}\n")
    width = _telling([each.uid for each in items])
    for each in items:
        name = out.cut(getattr(each.value, "title", "") or getattr(each.value, "what", "") or "–", width + 20)
        out.raw(f"{out.quiet(each.uid[:width].ljust(width))}  {label(each.kind, tr)}  {name}\n")
    out.note(_("Say what you think: {line}", line="learnlog review FILE --comments comments.json -o ANSWER"))


def _telling(ids: list[str]) -> int:
    """How many characters of an id, at least eight, tell each apart."""
    width = 8
    while width < max(map(len, ids), default=0) and len({uid[:width] for uid in ids}) < len(ids):
        width += 1
    return width


def _write(call: Call, opened: Services, share: Share) -> int:
    given, service = call.arguments, opened.reviewing
    path, force = given.text("output") or "", given.switch("force")
    text = typed.file(given.text("comments") or "")
    try:
        told = service.checked(comments_json.told(text, share, service.begun(share), service.new_id))
    except InvalidInputError as error:
        _tell(call, error)
        raise
    if not force and os.path.lexists(os.path.expanduser(path)):
        raise ExportError(N_("There is a file with that name already. {option} replaces it."), option="--force")
    full = service.write(told, share, path, force=force)
    _done(call, told, full)
    return 0


def _tell(call: Call, error: InvalidInputError) -> None:
    """Tell a program, with ``--json``, what is wrong with the comments."""
    if call.arguments.switch("json"):
        say = translator().say
        problems = [{"where": key, "text": say(problem)} for key, problem in error.problems]
        call.out.json({"written": None, "problems": problems}, indent=2)


def _done(call: Call, told: Review, path: str) -> None:
    comments = sum(each.kind is not None for each in told.items)
    decisions = sum(each.decision is not None for each in told.items)
    back = sends_back(told.items)
    if call.arguments.switch("json"):
        call.out.json({"written": path, "comments": comments, "decisions": decisions, "sent_back": back})
        return
    out = call.out
    out.note(_("Written: {path}", path=path))
    out.note(
        ngettext(
            "{count} comment. Give the file to the owner of the log.",
            "{count} comments. Give the file to the owner of the log.",
            comments,
        )
    )
    if back:
        out.note(_("Somebody can be recognised: the file says where, and not who."))
