"""What ``learnlog training`` is divided into, declared as all commands are; loaded only when it is asked for."""

from __future__ import annotations

from learnlog.cli.choices import TYPES
from learnlog.cli.declaring import ANSWERS, DELETED, ID, JSON, listed
from learnlog.cli.options import Command, Operand, Option
from learnlog.text import N_

PLANNED = ("st.idea", "st.proposed", "st.approved", "st.cond", "st.later", "st.booked", "st.ongoing")
"""The statuses that may be given to a training; the others come of completing, declining and cancelling it."""
STATUSES = (*PLANNED, "st.completed", "st.followed", "st.declined", "st.cancelled")
GROUPS = ("late", "planned", "completed", "waiting", "followed_up", "closed")
"""What a list can be narrowed to besides one status."""
MODES = ("on_site", "online", "mixed")
INITIATIVES = ("me", "manager", "employer", "project")
CHANNELS = ("apt", "reflection_meeting", "show_in_practice", "written", "newsletter", "other")
ROUNDS = ("1", "2", "3")
QUESTIONS = {
    "training form": ((N_("Answers: form before the training"), "training_questions:BEFORE"),),
    "training dialogue": ((N_("Answers: talk with the manager"), "training_questions:DIALOGUE"),),
    "training followup": (
        (N_("Answers: --round 1"), "training_questions:AFTER_TWO_WEEKS"),
        (N_("Answers: --round 2 or 3"), "training_questions:AFTER_THREE_MONTHS"),
    ),
}
"""Command → heading, and module and name of the questions its help lists."""

_WHY = Option("--why", N_("Why, in a few words."), N_("TEXT"))
_FIELDS = (
    Option("--type", N_("What kind of training it is."), N_("KEY"), choices=TYPES),
    Option("--start", N_("First day: “in two weeks”, “12 Mar”, 2027-03-12."), N_("DAY")),
    Option("--end", N_("Last day, if there are several."), N_("DAY")),
    Option("--provider", N_("Who gives it."), N_("TEXT")),
    Option("--minutes", N_("How long it is: 90, 1h30, 16 h."), N_("TIME")),
    Option("--mode", N_("On site, online, or both."), "|".join(MODES), choices=MODES),
    Option("--cost", N_("What it costs."), N_("TEXT")),
    Option("--mandatory", N_("Everybody has to take it: it may go without a form."), negative=True),
    Option("--initiative", N_("Whose idea it was."), "|".join(INITIATIVES), choices=INITIATIVES),
    Option("--project", N_("Number or code of the project that pays for it."), N_("CODE")),
    Option("--area", N_("Competence area: a key, or your own words. May be repeated."), N_("NAME"), many=True),
    Option("--goal", N_("A goal it belongs to. May be repeated."), N_("ID"), many=True),
    Option("--status", N_("How far the planning has come."), N_("KEY"), choices=PLANNED),
)

EXAMPLES = (
    N_('learnlog training add "Palliative care" --start "12 Mar"'),
    "learnlog training form 3f9a --answers before.json",
    "learnlog training dialogue 3f9a --answers talk.json",
    "learnlog training complete 3f9a",
    "learnlog training followup 3f9a --round 1 --answers after.json",
    "learnlog training share 3f9a --channel apt --done",
    "learnlog training show 3f9a",
)

COMMANDS: dict[str, Command] = listed(
    Command(
        "training list",
        "training_reading:list_trainings",
        N_("List trainings, each with its loop; what is late comes first."),
        (),
        (
            Option("--status", N_("Only these. May be repeated."), N_("KEY"), many=True, choices=(*GROUPS, *STATUSES)),
            Option("--search", N_("Only trainings with all these words."), N_("TEXT")),
            DELETED,
            Option("--limit", N_("At most so many."), N_("NUMBER"), counts=True),
            JSON,
        ),
        ("learnlog training list", "learnlog training list --status late", "learnlog training list --json"),
    ),
    Command(
        "training show",
        "training_reading:show_training",
        N_("Show a training: what was expected, and what it became."),
        (ID,),
        (JSON,),
        ("learnlog training show 3f9a",),
    ),
    Command(
        "training figures",
        "training_reading:figures",
        N_("Count what your trainings have come to."),
        (),
        (JSON,),
        ("learnlog training figures",),
    ),
    Command(
        "training add",
        "training_writing:add",
        N_("Write down a training you want to take."),
        (Operand(N_("TITLE"), many=True),),
        (*_FIELDS, JSON),
        (
            N_('learnlog training add "Palliative care" --start "12 Mar" --provider Vårdskolan'),
            N_('learnlog training add "Hand hygiene" --type elearn --mandatory'),
        ),
    ),
    Command(
        "training edit",
        "training_writing:edit",
        N_("Change a training. An empty text clears a field."),
        (ID,),
        (Option("--title", N_("Another title."), N_("TEXT")), *_FIELDS, JSON),
        ('learnlog training edit 3f9a --status st.booked --start "2027-03-12"',),
    ),
    Command(
        "training form",
        "training_steps:form",
        N_("Fill in the form before a training: what you expect of it."),
        (ID,),
        (ANSWERS, JSON),
        ("learnlog export form 3f9a -o form.md", "learnlog training form 3f9a --answers before.json"),
    ),
    Command(
        "training dialogue",
        "training_steps:dialogue",
        N_("Write down what you and your manager agreed."),
        (ID,),
        (
            ANSWERS,
            Option("--confirmed-employee", N_("The day you confirmed it. Empty: not confirmed."), N_("DAY")),
            Option("--confirmed-manager", N_("The day your manager confirmed it."), N_("DAY")),
            JSON,
        ),
        (
            "learnlog training dialogue 3f9a --answers talk.json",
            "learnlog training dialogue 3f9a --confirmed-employee 2026-11-20 --confirmed-manager 2026-11-20",
        ),
    ),
    Command(
        "training complete",
        "training_writing:complete",
        N_("Say that a training has taken place. Its follow-ups are made."),
        (ID,),
        (Option("--date", N_("Its last day: the one it has, or today."), N_("DAY")), JSON),
        ("learnlog training complete 3f9a", N_("learnlog training complete 3f9a --date yesterday")),
    ),
    Command(
        "training followup",
        "training_steps:followup",
        N_("Answer a follow-up, move it, or skip it with a reason."),
        (ID,),
        (
            Option("--round", N_("1: after 2 weeks. 2: after 3 months. 3: after 6 months."), "1|2|3", choices=ROUNDS),
            ANSWERS,
            Option("--date", N_("The day it was answered. Today unless you say otherwise."), N_("DAY")),
            Option("--move", N_("Ask on another day. Makes round 3."), N_("DAY")),
            Option("--skip", N_("Leave it out, and why."), N_("WHY")),
            JSON,
        ),
        (
            "learnlog training followup 3f9a --round 1 --answers after.json",
            N_('learnlog training followup 3f9a --round 2 --move "in two weeks"'),
            N_('learnlog training followup 3f9a --round 1 --skip "On parental leave"'),
        ),
    ),
    Command(
        "training share",
        "training_sharing:share",
        N_("Plan or note what you share with colleagues. Prints its id."),
        (ID,),
        (
            Option("--channel", N_("How you share it."), N_("KEY"), choices=CHANNELS),
            Option("--date", N_("The day it is planned for, or was done."), N_("DAY")),
            Option("--audience", N_("For whom: a group or roles, no names."), N_("TEXT")),
            Option("--what", N_("What you share."), N_("TEXT")),
            Option("--taken", N_("What colleagues took from it."), N_("TEXT")),
            Option("--planned", N_("It is planned.")),
            Option("--done", N_("It has been done.")),
            Option("--cancelled", N_("It will not be done.")),
            Option("--sharing", N_("Change the one with this id, instead of adding one."), N_("ID")),
            JSON,
        ),
        (
            N_('learnlog training share 3f9a --channel apt --date "3 Dec" --what "Three tips"'),
            "learnlog training share 3f9a --sharing 81c2 --done",
        ),
    ),
    Command(
        "training decline",
        "training_writing:decline",
        N_("Say that a training was not approved."),
        (ID,),
        (_WHY, JSON),
        (N_('learnlog training decline 3f9a --why "No cover in March"'),),
    ),
    Command(
        "training cancel",
        "training_writing:cancel",
        N_("Say that a training is cancelled."),
        (ID,),
        (_WHY, JSON),
        (N_('learnlog training cancel 3f9a --why "Too few took part"'),),
    ),
    Command(
        "training reopen",
        "training_writing:reopen",
        N_("Plan a training again that was not approved, was cancelled, or has not taken place after all."),
        (ID,),
        (JSON,),
        ("learnlog training reopen 3f9a",),
    ),
    Command(
        "training delete",
        "training_writing:delete",
        N_("Move a training to the bin. What you learned stays in the log."),
        (ID,),
        (JSON,),
        ("learnlog training delete 3f9a",),
    ),
    Command(
        "training restore",
        "training_writing:restore",
        N_("Take a training back from the bin."),
        (ID,),
        (JSON,),
        ("learnlog training list --deleted", "learnlog training restore 3f9a"),
    ),
)
"""What is typed after ``training`` → command, in the order of a training's life."""
