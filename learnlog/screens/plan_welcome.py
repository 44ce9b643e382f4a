"""What a plan is, and how to begin one; shown while there is none."""

from __future__ import annotations

from textual.content import Content

from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import key_of
from learnlog.text import N_

_PARTS = (
    ("1", N_("What does my work require?"), N_("At most twelve areas; few is better. Say why it is required.")),
    ("2", N_("Where am I now?"), N_("Your own estimate, in words. No score, and nobody has to rate everything.")),
    ("3", N_("What do I want to get to?"), N_("A goal: what you already know and can put to use, or want to learn.")),
    ("4", N_("What do I do?"), N_("An action with a first step small enough for this week.")),
)


def welcome() -> Content:
    """What a plan is, and what to press."""
    steps = [
        Content.assemble((f"{sign}  ", "$success"), (_(title), "bold"), ("\n   " + _(text), "$muted"))
        for sign, title, text in _PARTS
    ]
    return Content("\n\n").join(
        [
            Content.styled(_("Your plan: from what is required to what you do."), "bold"),
            *steps,
            Content("\n").join(
                [
                    Content.assemble(
                        (f"{key_of('plan.next'):<7}", "bold $accent"), _("Begin with what your work requires.")
                    ),
                    Content.assemble((f"{key_of('plan.goal'):<7}", "bold $accent"), _("Or begin with a goal.")),
                    Content.assemble(
                        (f"{key_of('plan.workshops'):<7}", "bold $accent"),
                        _("Or hold a future workshop, alone or in a team."),
                    ),
                ]
            ),
        ]
    )
