"""What the commands on entries take: ``add``, ``list``, ``show`` and so on."""

from __future__ import annotations

from learnlog.cli.choices import (
    APPLIED,
    ARENAS,
    COMPONENTS,
    KNOWLEDGE_FORMS,
    PURPOSES,
    REFLECTIONS,
    ROLES,
    STATUSES,
    TYPES,
    VISIBILITIES,
)
from learnlog.cli.declaring import DELETED, FROM, ID, JSON, TO, listed
from learnlog.cli.options import Command, Operand, Option
from learnlog.text import N_

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


COMMANDS: dict[str, Command] = listed(
    Command(
        "add",
        "entries:add",
        operands=(Operand(N_("TITLE"), needed=False, many=True),),
        options=(*_FIELDS, Option("--plain", N_("Ask for one thing at a time, line by line.")), JSON),
        examples=(
            N_('learnlog add "Calm transfers with the hoist"'),
            N_('learnlog add "Course day: palliative care" --type excourse --date yesterday --minutes 6h'),
            N_("learnlog add - < notes.txt"),
        ),
    ),
    Command(
        "list",
        "reading:list_entries",
        options=(
            FROM,
            TO,
            Option("--arena", N_("Only this arena. May be repeated."), "in|at|out", many=True, choices=ARENAS),
            Option("--type", N_("Only this activity type. May be repeated."), N_("KEY"), many=True, choices=TYPES),
            Option("--area", N_("Only this competence area. May be repeated."), N_("NAME"), many=True),
            Option("--search", N_("Only entries with all these words."), N_("TEXT")),
            Option("--training", N_("Only what belongs to this training."), N_("ID")),
            Option("--goal", N_("Only what shows this goal."), N_("ID")),
            Option("--action", N_("Only what came of this action."), N_("ID")),
            Option("--status", N_("Only drafts, or only what is done."), "draft|done", many=True, choices=STATUSES),
            DELETED,
            Option("--limit", N_("At most so many."), N_("NUMBER"), counts=True),
            JSON,
        ),
        examples=(
            "learnlog list --limit 20",
            N_('learnlog list --from "1 Oct" --arena in'),
            N_("learnlog list --search hoist --json"),
        ),
    ),
    Command(
        "show",
        "reading:show_entry",
        operands=(ID,),
        options=(Option("--history", N_("Show what was changed, and when.")), JSON),
        examples=("learnlog show 3f9a",),
    ),
    Command(
        "edit",
        "entries:edit",
        operands=(ID,),
        options=(Option("--title", N_("Another title."), N_("TEXT")), *_FIELDS, JSON),
        examples=(
            N_('learnlog edit 3f9a --insight "Say what you do before you do it."'),
            'learnlog edit 3f9a --area th.safety --area th.encounter --minutes ""',
        ),
    ),
    Command(
        "delete",
        "entries:delete",
        operands=(ID,),
        options=(JSON,),
        examples=("learnlog delete 3f9a",),
    ),
    Command(
        "restore",
        "entries:restore",
        operands=(ID,),
        options=(JSON,),
        examples=("learnlog list --deleted", "learnlog restore 3f9a"),
    ),
)
"""What is typed → command; the sentence for each stands in the list of all commands."""
