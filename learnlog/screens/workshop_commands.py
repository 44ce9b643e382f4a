"""The commands of the future workshops: of their list, and of one that is being held."""

from __future__ import annotations

from learnlog.screens.command import Command
from learnlog.text import N_

WORKSHOP_COMMANDS: tuple[Command, ...] = (
    Command("workshop.new", "n", "do('new')", N_("New workshop"), N_("Begin a future workshop."), shown=True),
    Command(
        "workshop.open",
        "enter",
        "do('open')",
        N_("Go on"),
        N_("Go on with the workshop, or read one that has ended."),
    ),
    Command(
        "workshop.next",
        "f3,ctrl+pagedown",
        "turn(1)",
        N_("Go on"),
        N_("Go to the next phase; after the last one, end the workshop."),
        shown=True,
    ),
    Command("workshop.before", "shift+f3,ctrl+pageup", "turn(-1)", N_("Phase before"), N_("Go back one phase.")),
    Command("workshop.read", "f5", "read", N_("Read it"), N_("See the workshop as a document."), shown=True),
    Command(
        "workshop.export",
        "f9",
        "export",
        N_("Save to a file"),
        N_("Save the workshop to a file, in any language."),
    ),
    Command("workshop.delete", "d,delete", "do('delete')", N_("Delete"), N_("Move the workshop to the bin.")),
    Command("workshop.bin", "b", "do('restore')", N_("Bin"), N_("Take a workshop back from the bin.")),
    Command(
        "workshop.clash", "c", "do('clash')", N_("Two versions"), N_("Choose between two versions of the same text.")
    ),
    Command("idea.pick", "space", "pick", N_("Pick"), N_("Pick the line, or take that back."), shown=True),
    Command("idea.edit", "e", "reword", N_("Edit"), N_("Write the line anew, or tell more of it."), shown=True),
    Command("idea.delete", "d,delete", "remove", N_("Remove"), N_("Remove the line."), shown=True),
)
