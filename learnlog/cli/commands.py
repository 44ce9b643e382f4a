"""Every command, declared once: parsing, help, completion and the README's test read it from here.

The choices are written out instead of being read from the domain's values, so that help needs nothing but this; a test
holds the two together.
"""

from __future__ import annotations

from learnlog.cli.options import Command, Operand, Option
from learnlog.text import N_

ARENAS = ("in", "at", "out")
PURPOSES = ("A", "B", "C")
VISIBILITIES = ("private", "supervisor", "manager")
STATUSES = ("draft", "done")
LANGUAGES = ("sv", "nb", "en")
COMPONENTS = ("knowledge", "skill", "ability", "attitude")
KNOWLEDGE_FORMS = ("explicit", "tacit", "both", "unknown")
APPLIED = ("us.0", "us.1", "us.2", "us.3", "us.4")
ROLES = (
    "client",
    "relative",
    "colleague",
    "experienced_colleague",
    "nurse",
    "manager",
    "supervisor",
    "apprentice",
    "other",
)
EXPORTS = ("cv", "log", "plan", "talk", "workshop", "form", "handout", "tinydb")
REFLECTIONS = ("quick", "www", "meeting", "mistake", "good_practice", "ethics", "gibbs", "free")
# fmt: off
TYPES = (
    "supervision", "supervising", "intro", "log", "shadow", "peer", "team", "project", "userdialog", "staffmeet",
    "info", "routine", "daily", "expcoll", "mistake", "feedback",
    "incourse", "workshop", "suppnet", "lab", "studygrp", "resgrp", "values", "elearn", "interdisc", "reflmeet",
    "themeday", "ethics", "future",
    "excourse", "exchange", "conted", "fured", "network", "conf", "studyvisit", "suptrain", "langtrain", "hospit",
    "selfstudy",
)
# fmt: on

HELP = Option("--help", N_("Show this help."), short="-h")
GLOBAL = (
    Option("--log", N_("Use this log file instead of the usual one."), N_("FILE")),
    Option("--language", N_("Language of what you read."), "sv|nb|en", choices=LANGUAGES),
    Option(
        "--color",
        N_("Colours: when the output is a terminal, always, or never."),
        "auto|always|never",
        choices=("auto", "always", "never"),
    ),
    Option("--no-input", N_("Never ask anything.")),
    HELP,
    Option("--version", N_("Show the version.")),
)
"""Options that every command takes, before or after its name."""

_JSON = Option("--json", N_("Write JSON, for other programs."))
_ID = Operand(N_("ID"))
_FROM = Option("--from", N_("First day. A day, or a week, a month or a year."), N_("DAY"))
_TO = Option("--to", N_("Last day."), N_("DAY"))

_FIELDS = (
    Option("--date", N_("When it happened: “yesterday”, “last Friday”, “12 Nov”, 2026-11-12."), N_("DAY")),
    Option("--type", N_("What you were doing. It also fills in the arena and the purpose."), N_("KEY"), choices=TYPES),
    Option(
        "--arena", N_("Where: in daily work, at the workplace, outside the workplace."), "in|at|out", choices=ARENAS
    ),
    Option("--minutes", N_("Time spent: 90, 1h30."), N_("TIME")),
    Option("--area", N_("Competence area: a key, or your own words. May be repeated."), N_("NAME"), many=True),
    Option("--what", N_("What happened. Roles, no names. - reads it from standard input."), N_("TEXT")),
    Option("--insight", N_("What you learned, in one sentence. - reads it from standard input."), N_("TEXT")),
    Option(
        "--visibility",
        N_("Who may be shown it. Private unless you say otherwise."),
        "|".join(VISIBILITIES),
        choices=VISIBILITIES,
    ),
    Option("--theme", N_("A tag of your own. May be repeated."), N_("WORD"), many=True),
    Option(
        "--purpose", N_("A: learning was the purpose. B: not clear. C: another purpose."), "A|B|C", choices=PURPOSES
    ),
    Option(
        "--component",
        N_("What you learned: knowledge, skill, ability, attitude. May be repeated."),
        "|".join(COMPONENTS),
        many=True,
        choices=COMPONENTS,
    ),
    Option(
        "--knowledge-form", N_("Whether it can be put into words."), "|".join(KNOWLEDGE_FORMS), choices=KNOWLEDGE_FORMS
    ),
    Option("--role", N_("Who was part of it, as a role. May be repeated."), N_("ROLE"), many=True, choices=ROLES),
    Option("--reflection", N_("The questions you answer."), N_("SET"), choices=REFLECTIONS),
    Option("--answer", N_("An answer: w1=… May be repeated."), N_("QUESTION=TEXT"), many=True),
    Option(
        "--applied", N_("How much you use it at work: us.0 (not yet) to us.4 (always)."), N_("STEP"), choices=APPLIED
    ),
    Option("--evidence", N_("A web address, a certificate, a file's name. May be repeated."), N_("TEXT"), many=True),
    Option("--status", N_("Draft, or done: then it needs an insight."), "draft|done", choices=STATUSES),
    Option("--show-in-cv", N_("Offer it first when the CV summary is made."), negative=True),
    Option("--training", N_("The training it belongs to."), N_("ID")),
    Option("--goal", N_("A goal it shows. May be repeated."), N_("ID"), many=True),
    Option("--action", N_("The action it came of."), N_("ID")),
)

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        Command(
            "add",
            "entries:add",
            N_("Write down what you learned."),
            (Operand(N_("TITLE"), needed=False, many=True),),
            (*_FIELDS, Option("--plain", N_("Ask for one thing at a time, line by line.")), _JSON),
            (
                N_('learnlog add "Calm transfers with the hoist"'),
                N_('learnlog add "Course day: palliative care" --type excourse --date yesterday --minutes 6h'),
                N_("learnlog add - < notes.txt"),
            ),
        ),
        Command(
            "list",
            "reading:list_entries",
            N_("List entries, the newest first."),
            (),
            (
                _FROM,
                _TO,
                Option("--arena", N_("Only this arena. May be repeated."), "in|at|out", many=True, choices=ARENAS),
                Option("--type", N_("Only this activity type. May be repeated."), N_("KEY"), many=True, choices=TYPES),
                Option("--area", N_("Only this competence area. May be repeated."), N_("NAME"), many=True),
                Option("--search", N_("Only entries with all these words."), N_("TEXT")),
                Option("--training", N_("Only what belongs to this training."), N_("ID")),
                Option("--status", N_("Only drafts, or only what is done."), "draft|done", many=True, choices=STATUSES),
                Option("--deleted", N_("What is in the bin.")),
                Option("--limit", N_("At most so many."), N_("NUMBER")),
                _JSON,
            ),
            (
                "learnlog list --limit 20",
                N_('learnlog list --from "1 Oct" --arena in'),
                N_("learnlog list --search hoist --json"),
            ),
        ),
        Command(
            "show",
            "reading:show_entry",
            N_("Show one entry."),
            (_ID,),
            (Option("--history", N_("Show what was changed, and when.")), _JSON),
            ("learnlog show 3f9a",),
        ),
        Command(
            "edit",
            "entries:edit",
            N_("Change an entry. An empty text clears a field."),
            (_ID,),
            (Option("--title", N_("Another title."), N_("TEXT")), *_FIELDS, _JSON),
            (
                N_('learnlog edit 3f9a --insight "Say what you do before you do it."'),
                'learnlog edit 3f9a --area th.safety --area th.encounter --minutes ""',
            ),
        ),
        Command(
            "delete",
            "entries:delete",
            N_("Move an entry to the bin."),
            (_ID,),
            (_JSON,),
            ("learnlog delete 3f9a",),
        ),
        Command(
            "restore",
            "entries:restore",
            N_("Take an entry back from the bin."),
            (_ID,),
            (_JSON,),
            ("learnlog list --deleted", "learnlog restore 3f9a"),
        ),
        Command(
            "due",
            "due:due",
            N_("Show what is waiting: what is late, and what comes soon."),
            (),
            (
                Option("--days", N_("So many days ahead; 14 unless you say otherwise."), N_("NUMBER")),
                Option("--snooze", N_("Put this off: its number in the list, or its key."), N_("NUMBER")),
                Option("--until", N_("The day it shows again."), N_("DAY")),
                _JSON,
            ),
            ("learnlog due", N_('learnlog due --snooze 1 --until "in two weeks"')),
        ),
        Command(
            "training",
            "",
            N_("Trainings: what you expect, what is agreed, what happened after."),
            examples=(
                N_('learnlog training add "Palliative care" --start "12 Mar"'),
                "learnlog training form 3f9a --answers before.json",
                "learnlog training dialogue 3f9a --answers talk.json",
                "learnlog training complete 3f9a",
                "learnlog training followup 3f9a --round 1 --answers after.json",
                "learnlog training share 3f9a --channel apt --done",
                "learnlog training show 3f9a",
            ),
            parts="training_commands",
        ),
        Command(
            "gaps",
            "plan_areas:gaps",
            N_("Tell what is missing, or not used, in words."),
            (),
            (_JSON,),
            ("learnlog gaps", "learnlog gaps --json"),
        ),
        Command(
            "area",
            "",
            N_("Competence areas: what the work requires, and what you can."),
            examples=(
                "learnlog area add th.dementia --requirement 3 --level 2 --used us.3",
                "learnlog area rate th.dementia --level 3",
                "learnlog area show th.dementia",
            ),
            parts="area_commands",
        ),
        Command(
            "goal",
            "",
            N_("Goals: what you want to be able to do, and what leads there."),
            examples=(
                N_('learnlog goal add "Meet worry calmly, on my own" --area th.dementia --deadline "1 Jun"'),
                "learnlog goal show 3f9a",
                "learnlog goal edit 3f9a --status gs.achieved",
            ),
            parts="goal_commands",
        ),
        Command(
            "action",
            "",
            N_("Actions: what will be done, how, by whom, and the first step."),
            examples=(
                N_('learnlog action add "Five signs at a time" --first-step "Show five" --first-step-on "12 Jan"'),
                "learnlog action step 3f9a",
                N_('learnlog action review 3f9a --happened "Ten signs are used" --onward "Ten more in spring"'),
            ),
            parts="action_commands",
        ),
        Command(
            "workshop",
            "",
            N_("Future workshops: from what is hard to what will be done."),
            examples=(
                "learnlog workshop add --answers workshop.json",
                "learnlog workshop finish 3f9a --answers actions.json",
            ),
            parts="workshop_commands",
        ),
        Command(
            "talk",
            "",
            N_("Development talks: prepared, held, and begun again from what was agreed."),
            examples=(
                N_('learnlog talk add --date "12 Oct"'),
                "learnlog talk prepare 3f9a --answers talk.json",
                N_('learnlog talk hold 3f9a --goal 81c2 --next "in a year" --agreement "An hour a month"'),
                "learnlog talk show 3f9a",
            ),
            parts="talk_commands",
        ),
        Command(
            "export",
            "exports:export",
            N_("Write the CV summary, the log, the plan, papers for a training, a talk or a workshop, or the data."),
            (Operand(N_("WHAT"), choices=EXPORTS), Operand(N_("ID"), needed=False)),
            (
                _FROM,
                _TO,
                Option("--language", N_("Language of the document."), "sv|nb|en", choices=LANGUAGES),
                Option("--format", N_("Format of the document: md."), "md", choices=("md",)),
                Option("--output", N_("Write to this file instead of standard output."), N_("FILE"), short="-o"),
                Option("--force", N_("Replace the file if there is one.")),
            ),
            (
                "learnlog export cv -o cv.md",
                "learnlog export cv --language nb --from 2025-11-01",
                "learnlog export form 3f9a -o form.md",
                "learnlog export handout 3f9a -o handout.md",
                "learnlog export talk -o talk.md",
                "learnlog export plan --language sv",
                "learnlog export tinydb -o copy.json",
            ),
        ),
        Command(
            "import",
            "exports:import_file",
            N_("Take in the entries of a TinyDB JSON file."),
            (Operand(N_("FILE")),),
            (_JSON,),
            ("learnlog import copy.json",),
        ),
        Command(
            "profile",
            "profile:profile",
            N_("Show or change what the CV summary says about you."),
            (Operand(N_("show or set"), needed=False, choices=("show", "set")),),
            (
                Option("--name", N_("Your name, as on the CV."), N_("TEXT")),
                Option("--title", N_("Your title, as on the CV."), N_("TEXT")),
                Option("--unit", N_("Unit or ward."), N_("TEXT")),
                Option("--workplace", N_("Nursing home, home care area …"), N_("TEXT")),
                Option("--municipality", N_("Municipality."), N_("TEXT")),
                Option("--percent", N_("Working time, 1 to 100 per cent."), N_("NUMBER")),
                Option("--since", N_("First day with this employer."), N_("DAY")),
                Option(
                    "--role",
                    N_("What you are at work. May be repeated."),
                    "employee|supervisor|manager",
                    many=True,
                    choices=("employee", "supervisor", "manager"),
                ),
                Option(
                    "--assignment",
                    N_("supervisor_1=Title,2024,2025. May be repeated."),
                    N_("KIND=TITLE,SINCE,UNTIL"),
                    many=True,
                ),
                Option("--speaks", N_("Swedish=C1. May be repeated."), N_("LANGUAGE=LEVEL"), many=True),
                Option("--file", N_("Read the profile from JSON, as “profile show --json” writes it."), N_("FILE")),
                _JSON,
            ),
            (
                "learnlog profile show",
                N_('learnlog profile set --name "Kim Exempel" --title undersköterska --speaks Svenska=C1'),
                "learnlog profile set --file profile.json",
            ),
        ),
        Command(
            "paths",
            "upkeep:paths",
            N_("Show where everything lies."),
            (),
            (_JSON,),
            ("learnlog paths",),
        ),
        Command(
            "doctor",
            "upkeep:doctor",
            N_("Check that the log is whole and safe."),
            (),
            (
                Option("--fix", N_("Repair what can be repaired without a choice. A copy is made first.")),
                Option(
                    "--restore", N_("Restore a damaged log: from “best”, or from the copy with this name."), N_("COPY")
                ),
                Option("--start-anew", N_("Begin a new log when nothing can be restored. The old file is kept.")),
                Option("--compact", N_("Make the log file smaller.")),
                _JSON,
            ),
            ("learnlog doctor", "learnlog doctor --json", "learnlog doctor --restore best"),
        ),
        Command(
            "demo",
            "start:demo",
            N_("Try learnlog on a sample log that disappears afterwards."),
            (),
            (
                Option("--language", N_("Language of the sample log."), "sv|nb|en", choices=LANGUAGES),
                Option("--check", N_("Draw every screen once, without a terminal, and say whether it went well.")),
            ),
            ("learnlog demo", "learnlog demo --language nb"),
        ),
        Command(
            "completion",
            "completion:completion",
            N_("Write the completion script for a shell."),
            (Operand(N_("SHELL"), choices=("bash", "zsh", "fish")),),
            (),
            ("learnlog completion bash > ~/.local/share/bash-completion/completions/learnlog",),
        ),
    )
}
"""Name → command, in the order of the help."""

START = Command("", "start:start", N_("Open learnlog."), (), (), ("learnlog",))
"""What happens when no command is named."""
