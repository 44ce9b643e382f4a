"""Every command, said once: its id, its keys, what it is called and what it does.

From here come the bindings, the footer, the palette, the help and the ``[keys]`` of the settings file.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from learnlog.screens.command import Command
from learnlog.screens.review_commands import REVIEW_COMMANDS
from learnlog.screens.share_commands import SHARE_COMMANDS
from learnlog.screens.talk_commands import TALK_COMMANDS
from learnlog.screens.workshop_commands import WORKSHOP_COMMANDS
from learnlog.text import N_

COMMANDS: tuple[Command, ...] = (
    Command("go.start", "1", "app.go('start')", N_("Start"), N_("Go to the start screen.")),
    Command("go.log", "2", "app.go('log')", N_("Log"), N_("Go to your learning log.")),
    Command("go.trainings", "3", "app.go('training')", N_("Trainings"), N_("Go to your trainings.")),
    Command("go.plan", "4", "app.go('plan')", N_("Plan"), N_("Go to your development plan.")),
    Command("go.talk", "5", "app.go('talk')", N_("Talk and CV"), N_("Make the CV summary for your talk.")),
    Command("go.profile", "6", "app.go('profile')", N_("Profile"), N_("Go to what your CV says about you.")),
    Command("log.new", "n", "do('new')", N_("New entry"), N_("Write down something you have learned."), shown=True),
    Command("log.edit", "e", "do('edit')", N_("Edit"), N_("Change the selected entry."), shown=True),
    Command("log.delete", "d,delete", "do('delete')", N_("Delete"), N_("Move the entry to the bin."), shown=True),
    Command("log.duplicate", "D", "do('duplicate')", N_("Duplicate"), N_("Begin a new entry from this one.")),
    Command(
        "log.search", "slash", "do('search')", N_("Search"), N_("Search in everything you have written."), shown=True
    ),
    Command("log.filter", "f", "filter", N_("Filter"), N_("Show only some entries."), shown=True),
    Command("log.sort", "s", "sort", N_("Sort"), N_("Change the order of the list.")),
    Command("log.clear", "x", "clear", N_("Show all"), N_("Take away the search and the filter.")),
    Command(
        "log.history", "h", "do('history')", N_("What changed"), N_("See what was changed in this entry, and when.")
    ),
    Command("log.evidence", "o", "do('evidence')", N_("Open a reference"), N_("Open a web address of this entry.")),
    Command("log.training", "t", "do('training')", N_("Its training"), N_("Go to the training it belongs to.")),
    Command("log.clash", "c", "do('clash')", N_("Two versions"), N_("Choose between two versions of the same text.")),
    Command("log.bin", "b", "do('bin')", N_("Bin"), N_("See what you have deleted, and take it back.")),
    Command(
        "log.erase",
        "E",
        "do('erase')",
        N_("Erase for good …"),
        N_("Erase the entry from the log, its history and every copy of it."),
    ),
    Command(
        "log.mask",
        "W",
        "do('mask')",
        N_("Erase words for good …"),
        N_("Mask a name or other words in every version of everything, and in every copy."),
    ),
    Command("log.restore", "r", "do('restore')", N_("Take back"), N_("Take the entry back from the bin."), shown=True),
    Command("training.new", "n", "do('new')", N_("New"), N_("Write down a training."), shown=True),
    Command("training.next", "enter", "do('next')", N_("Next step"), N_("Do what the training waits for."), shown=True),
    Command("training.edit", "e", "do('edit')", N_("Edit"), N_("Change the facts of the training."), shown=True),
    Command(
        "training.search", "slash", "search", N_("Search"), N_("Search in everything about your trainings."), shown=True
    ),
    Command("training.filter", "f", "filter", N_("Filter"), N_("Show the next part of the trainings."), shown=True),
    Command("training.clear", "x", "clear", N_("Show all"), N_("Take away the search and the filter.")),
    Command(
        "training.form", "p", "do('form')", N_("Form before"), N_("What do you expect? Fill in the form before it.")
    ),
    Command(
        "training.agreement",
        "a",
        "do('agreement')",
        N_("Talk with the manager"),
        N_("Write down what you and your manager agree on."),
    ),
    Command("training.complete", "g", "do('complete')", N_("Completed"), N_("Note that it has taken place.")),
    Command(
        "training.followup",
        "r",
        "do('followup')",
        N_("Follow-up"),
        N_("What became of it? Answer, with the promise beside."),
    ),
    Command(
        "training.share", "t", "do('share')", N_("Share"), N_("Plan to share it with colleagues, or tell how it went.")
    ),
    Command("training.move", "m", "do('move')", N_("Move the follow-up"), N_("Give a follow-up another day.")),
    Command(
        "training.skip", "s", "do('skip')", N_("Skip the follow-up"), N_("Leave a follow-up out, with the reason.")
    ),
    Command("training.third", "plus", "do('third')", N_("Once more"), N_("Follow it up once more, after six months.")),
    Command("training.snooze", "z", "do('snooze')", N_("Put off"), N_("Let what is due show again on a later day.")),
    Command(
        "training.close",
        "w",
        "do('close')",
        N_("Call off"),
        N_("Note that the training was not approved or does not take place."),
    ),
    Command("training.reopen", "y", "do('reopen')", N_("Plan it again"), N_("Let the training be planned again.")),
    Command("training.entry", "l", "do('entry')", N_("Write in the log"), N_("Write down what you learned in it.")),
    Command("training.entries", "o", "do('entries')", N_("Open in the log"), N_("Go to what you wrote about it.")),
    Command(
        "training.print",
        "v",
        "do('print')",
        N_("On paper"),
        N_("Look at the form to print, or the page for colleagues."),
    ),
    Command("training.figures", "i", "do('figures')", N_("Figures"), N_("See what your trainings have come to.")),
    Command("training.delete", "d,delete", "do('delete')", N_("Delete"), N_("Move the training to the bin.")),
    Command(
        "training.clash", "c", "do('clash')", N_("Two versions"), N_("Choose between two versions of the same text.")
    ),
    Command("training.bin", "b", "do('restore')", N_("Bin"), N_("Take a training back from the bin.")),
    Command("plan.new", "n", "do('new')", N_("New"), N_("Add a goal, an action or a competence area."), shown=True),
    Command("plan.next", "enter", "do('next')", N_("Next step"), N_("Do what comes next here."), shown=True),
    Command("plan.edit", "e", "do('edit')", N_("Edit"), N_("Change the area, goal or action."), shown=True),
    Command(
        "plan.rate", "r", "do('rate')", N_("Where am I?"), N_("Say what you can do now, in this area."), shown=True
    ),
    Command(
        "plan.status", "s", "do('status')", N_("Status"), N_("Say how far the goal or action has come."), shown=True
    ),
    Command("plan.area", "i", "do('area')", N_("New area"), N_("Add an area that your work requires.")),
    Command(
        "plan.goal", "g", "do('goal')", N_("New goal"), N_("Set a goal; from an area, with what is missing there.")
    ),
    Command(
        "plan.action", "a", "do('action')", N_("New action"), N_("Plan something to do: what, how, who, first step.")
    ),
    Command("plan.step", "t", "do('step')", N_("First step taken"), N_("Note that the first step is taken.")),
    Command(
        "plan.review",
        "f",
        "do('review')",
        N_("Follow up"),
        N_("Tell what has happened, what has not, and how you go on."),
    ),
    Command(
        "plan.analysis", "m", "do('analysis')", N_("What is missing"), N_("Answer three questions about the area.")
    ),
    Command("plan.rest", "w", "do('rest')", N_("Rest or wake"), N_("Put the area to rest, or wake it again.")),
    Command("plan.all", "v", "all", N_("Show resting"), N_("Show what rests and what is closed, or hide it again.")),
    Command("plan.entry", "l", "do('entry')", N_("Write in the log"), N_("Write down what came of it.")),
    Command(
        "plan.link", "plus", "do('link')", N_("What shows it"), N_("Choose entries and trainings that belong to it.")
    ),
    Command(
        "plan.open", "o", "do('open')", N_("Open what shows it"), N_("Go to an entry or a training that belongs to it.")
    ),
    Command("plan.snooze", "z", "do('snooze')", N_("Put off"), N_("Let what is due show again on a later day.")),
    Command("plan.delete", "d,delete", "do('delete')", N_("Delete"), N_("Move the area, goal or action to the bin.")),
    Command("plan.clash", "c", "do('clash')", N_("Two versions"), N_("Choose between two versions of the same text.")),
    Command("plan.bin", "b", "do('restore')", N_("Bin"), N_("Take a part of the plan back from the bin.")),
    Command(
        "plan.workshops",
        "f7",
        "do('workshops')",
        N_("Future workshops"),
        N_("Go on with a future workshop, begin one, or read one."),
    ),
    *WORKSHOP_COMMANDS,
    *TALK_COMMANDS,
    *SHARE_COMMANDS,
    *REVIEW_COMMANDS,
    Command("due.open", "enter", "open", N_("Open"), N_("Do what is due."), shown=True),
    Command("due.snooze", "z", "snooze", N_("Put off"), N_("Let it show again on a later day."), shown=True),
    Command("edit.undo", "ctrl+z,u", "undo", N_("Undo"), N_("Take back the last thing you did.")),
    Command("edit.redo", "ctrl+y", "redo", N_("Redo"), N_("Do again what you took back.")),
    Command("form.save", "ctrl+s", "save", N_("Save"), N_("Save what you have written."), shown=True, everywhere=True),
    Command(
        "form.next", "f3,ctrl+pagedown", "turn(1)", N_("Next page"), N_("Go to the next page of the form."), shown=True
    ),
    Command("form.before", "shift+f3,ctrl+pageup", "turn(-1)", N_("Page before"), N_("Go to the page before.")),
    Command("form.editor", "f4", "editor", N_("Editor"), N_("Write this text in your own text editor.")),
    Command(
        "form.earlier",
        "f8",
        "earlier",
        N_("Answers before"),
        N_("See what was answered before, as a whole."),
        shown=True,
    ),
    Command("nav.back", "escape", "back", N_("Back"), N_("Go one step back. Nothing you have written is lost.")),
    Command("app.due", "f6", "app.open('due')", N_("What is due"), N_("See everything that waits for you.")),
    Command(
        "app.settings", "f2,comma", "app.open('settings')", N_("Settings"), N_("Language, look and where the log lies.")
    ),
    Command("app.share", "f10", "app.open('share')", N_("Give a copy"), N_("Share a part of your log with somebody.")),
    Command("app.comments", "C", "app.open('comments')", N_("Comments"), N_("Read and answer what others have said.")),
    Command(
        "app.help",
        "f1,question_mark",
        "app.open('help')",
        N_("Help"),
        N_("Explain this place and its keys."),
        shown=True,
    ),
    Command(
        "app.palette",
        "ctrl+p,colon",
        "app.open('palette')",
        N_("All commands"),
        N_("Search among all commands and entries."),
        shown=True,
    ),
    Command("app.quit", "ctrl+q,q", "app.quit", N_("Quit"), N_("Close learnlog. Everything is saved.")),
)
"""All of them, in the order the help lists them."""

_BY_ID = {command.id: command for command in COMMANDS}


def command(name: str) -> Command:
    """The command with this id."""
    return _BY_ID[name]


def bindings(*names: str, **titles: str) -> list[BindingType]:
    """Bindings for a screen or widget.

    Args:
        *names: Ids of commands. A ``-`` before one keeps it out of the footer, a ``+`` puts it there.
        **titles: Another title for a command in this place, by its id with ``_`` for ``.``.
    """
    made: list[BindingType] = []
    for name in names:
        each = _BY_ID[name.lstrip("+-")]
        shown = each.shown if name[0] not in "+-" else name[0] == "+"
        title = titles.get(each.id.replace(".", "_"), each.title)
        made.append(
            Binding(
                each.keys,
                each.action,
                title,
                show=shown,
                tooltip=each.explanation,
                id=each.id,
                priority=each.everywhere,
            )
        )
    return made


def clashes(keys: Mapping[str, str]) -> list[list[str]]:
    """Commands that were given the same key, and work in the same place.

    Args:
        keys: Command id → keys, from the settings file; the others have their usual ones.

    Returns:
        The ids of each group, in order. Textual itself notices only some of them.
    """
    found: dict[tuple[str, ...], None] = {}
    for place in _PLACES:
        by_key: dict[str, list[str]] = {}
        for each in COMMANDS:
            if _is_common(each) or each.id.partition(".")[0] == place:
                for key in keys.get(each.id, each.keys).split(","):
                    by_key.setdefault(key.strip(), []).append(each.id)
        found.update(dict.fromkeys(tuple(sorted(names)) for names in by_key.values() if len(names) > 1))
    return [list(names) for names in found]


def unknown(keys: Mapping[str, str]) -> list[str]:
    """Names in the settings file that no command has: mistyped, or from another version.

    Args:
        keys: Command id → keys, from the settings file.
    """
    return sorted(keys.keys() - _BY_ID.keys())


def _is_common(command: Command) -> bool:
    """Whether a command works in more than one place."""
    return command.everywhere or command.id.partition(".")[0] in {"go", "edit", "nav", "app"}


_PLACES = dict.fromkeys(each.id.partition(".")[0] for each in COMMANDS if not _is_common(each))
