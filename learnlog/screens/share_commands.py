"""The commands of shared copies: making one, choosing what is in it, and what was given before."""

from __future__ import annotations

from learnlog.screens.command import Command
from learnlog.text import N_

SHARE_COMMANDS: tuple[Command, ...] = (
    Command("share.preview", "f5", "preview", N_("Preview"), N_("See exactly what leaves, as a document."), shown=True),
    Command("share.items", "f8", "items", N_("Choose"), N_("Choose what is in the copy."), shown=True),
    Command("share.found", "f7", "found", N_("Recognised?"), N_("See where somebody may be recognised."), shown=True),
    Command("share.write", "f9", "save", N_("Make the file"), N_("Write the copy to a file."), shown=True),
    Command(
        "share.history", "f3", "history", N_("Given before"), N_("See what you have given, to whom and what for."),
        shown=True,
    ),
    Command("given.pick", "space", "pick", N_("In or out"), N_("Let it be in the copy, or leave it out."), shown=True),
    Command("given.all", "a", "all", N_("All"), N_("Let everything be in the copy."), shown=True),
    Command("given.none", "n", "none", N_("None"), N_("Leave everything out."), shown=True),
    Command(
        "sighting.hide", "space", "hide", N_("Hide or show"), N_("Hide it in the copy, or let it stand."), shown=True
    ),
    Command("sighting.all", "a", "all", N_("Hide all"), N_("Hide all of it in the copy."), shown=True),
    Command(
        "sighting.keep", "k", "keep", N_("Not a client"), N_("Say that it is not about a client: it is remembered."),
        shown=True,
    ),
    Command("sighting.change", "e", "change", N_("Change"), N_("Change it in the entry."), shown=True),
)  # fmt: skip
"""All of them, in the order the help lists them."""
