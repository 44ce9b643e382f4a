"""The commands of the talks, the CV summary, what it shows, documents, and the profile."""

from __future__ import annotations

from learnlog.screens.command import Command
from learnlog.text import N_

TALK_COMMANDS: tuple[Command, ...] = (
    Command("talk.new", "n", "do('new')", N_("New talk"), N_("Begin to prepare a talk."), shown=True),
    Command(
        "talk.prepare", "p", "do('prepare')", N_("Prepare"), N_("Answer the questions before the talk."), shown=True
    ),
    Command("talk.manager", "m", "do('manager')", N_("Manager"), N_("Type in what your manager says.")),
    Command(
        "talk.read",
        "v",
        "do('pack')",
        N_("Read it"),
        N_("Read what belongs to the talk, and save it to a file."),
        shown=True,
    ),
    Command("talk.hold", "w", "do('hold')", N_("It was held"), N_("Write down what you agreed."), shown=True),
    Command(
        "talk.edit", "e", "do('facts')", N_("Edit"), N_("Change the day, the kind and who takes part."), shown=True
    ),
    Command("talk.year", "y", "do('evaluate')", N_("The plan's year"), N_("Tell what became of the plan this year.")),
    Command("talk.delete", "d,delete", "do('delete')", N_("Delete"), N_("Move the talk to the bin.")),
    Command("talk.clash", "c", "do('clash')", N_("Two versions"), N_("Choose between two versions of the same text.")),
    Command("talk.bin", "b", "do('restore')", N_("Bin"), N_("Take a talk back from the bin.")),
    Command(
        "cv.talk", "f7", "talks", N_("The talk"), N_("Prepare the talk, and write down what you agreed."), shown=True
    ),
    Command("cv.preview", "f5", "preview", N_("Preview"), N_("See exactly what will be in the file."), shown=True),
    Command(
        "cv.export",
        "f9",
        "export",
        N_("Save to a file"),
        N_("Export the summary, or your whole log, to a file."),
        shown=True,
    ),
    Command("cv.entries", "f8", "entries", N_("Choose"), N_("Choose what the summary shows."), shown=True),
    Command(
        "pick.one", "space", "pick", N_("Show or hide"), N_("Show this in the summary, or leave it out."), shown=True
    ),
    Command("pick.insight", "i", "insight", N_("Insight"), N_("Quote what you learned, or leave it out."), shown=True),
    Command("pick.part", "tab", "part", N_("Next part"), N_("Go to the next part of the list.")),
    Command("pick.all", "a", "all", N_("All"), N_("Show everything of the period."), shown=True),
    Command("pick.none", "n", "none", N_("None"), N_("Show none of it."), shown=True),
    Command(
        "pick.marked",
        "r",
        "reset",
        N_("Those marked"),
        N_("Show the entries marked for your CV, and everything else."),
        shown=True,
    ),
    Command(
        "paper.view",
        "f5,tab",
        "other",
        N_("The other view"),
        N_("See it as it reads, or letter by letter."),
        shown=True,
    ),
    Command("paper.export", "f9", "export", N_("Save to a file"), N_("Save this document to a file."), shown=True),
    Command("profile.edit", "e", "edit", N_("Edit"), N_("Change what is chosen.")),
    Command("profile.add", "a,n,plus", "add", N_("Add"), N_("Add something to the list."), shown=True),
    Command(
        "profile.remove", "d,delete", "remove", N_("Remove"), N_("Take it away. You can take that back."), shown=True
    ),
)
"""All of them, in the order the help lists them."""
