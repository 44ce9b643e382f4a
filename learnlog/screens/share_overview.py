"""What the choices for a shared copy come to."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from textual.content import Content

from learnlog.domain.share_choice import Offer, Wish
from learnlog.errors import InvalidInputError, RuleError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.catalog import Translator
from learnlog.i18n.labels import label
from learnlog.i18n.share_labels import counted
from learnlog.services.share_draft import Draft
from learnlog.services.sharing import Copies
from learnlog.text import Msg


class Overview(NamedTuple):
    """What the choices come to.

    Attributes:
        offer: What could be in the copy, and how much stays.
        draft: The copy; None when there is none to make.
        text: The copy as a document.
        why: Why there is none.
    """

    offer: Offer
    draft: Draft | None = None
    text: str = ""
    why: Msg | None = None


def overview(copies: Copies, wish: Wish, hide: Collection[str], words: Translator) -> Overview:
    """What a wish comes to.

    Args:
        copies: Makes copies.
        wish: What is asked for.
        hide: Digests of what is hidden.
        words: For the language of the copy.

    Raises:
        InvalidInputError: If something in the wish cannot be taken.
    """
    offer = copies.offered(wish.revised())
    try:
        draft = copies.drafted(wish, words, hide)
    except InvalidInputError:
        raise
    except RuleError as error:
        return Overview(offer, why=error.message)
    return Overview(offer, draft, copies.text(draft, words))


def what_leaves(seen: Overview) -> Content:
    """What leaves, and what stays."""
    parts: list[Content] = []
    if seen.why is not None:
        parts.append(Content.styled(translator().say(seen.why), "$warning"))
    if seen.draft is not None:
        share = seen.draft.share
        inside = counted((each.kind for each in share.items), translator())
        role = label(share.to_role, translator())
        parts.append(Content(_("What leaves your machine, for the {role}: {what}.", role=role, what=inside)))
        hidden = sum(each.times for each in share.hidden)
        if hidden:
            parts.append(Content(ngettext("Hidden: {count} place.", "Hidden: {count} places.", hidden)))
    private, others = seen.offer.private, seen.offer.others
    if private:
        said = ngettext("{count} private entry stays with you.", "{count} private entries stay with you.", private)
        parts.append(Content.styled(said, "$muted"))
    if others:
        said = ngettext(
            "{count} entry for another reader stays with you.",
            "{count} entries for another reader stay with you.",
            others,
        )
        parts.append(Content.styled(said, "$muted"))
    return Content(" ").join(parts)


def told_found(draft: Draft | None) -> Content:
    """How many places may tell who somebody is, and whether they must be handled."""
    if draft is None or not draft.found:
        return Content.styled(_("Nobody that learnlog can see"), "$success")
    stops = len(draft.stops)
    if stops:
        said = ngettext("{count} place must be handled", "{count} places must be handled", stops)
        return Content.styled(said, "bold $error")
    left = len(draft.open)
    said = ngettext("{count} place to look at", "{count} places to look at", left)
    return Content.styled(said, "$warning") if left else Content.styled(_("All of it is hidden"), "$success")
