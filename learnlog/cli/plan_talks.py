"""Development talks: list, show, add, edit, prepare, hold."""

from __future__ import annotations

from collections.abc import Collection

from learnlog.cli import changes, typed
from learnlog.cli import plan_opening as opening
from learnlog.cli.answers_json import asked
from learnlog.cli.call import Call
from learnlog.cli.changes import Readers
from learnlog.cli.everything import services
from learnlog.domain.agreed import Agreed, as_agreed
from learnlog.domain.competence import LEVEL_MAX, Area
from learnlog.domain.plan_questions import EVALUATION, MANAGERS, PREPARATION
from learnlog.domain.questions import QuestionSet
from learnlog.domain.talk import TalkKind
from learnlog.errors import InvalidInputError, RuleError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.catalog import Translator
from learnlog.services.suite import Services
from learnlog.text import N_, Msg


def list_talks(call: Call) -> int:
    """List talks, the latest first."""
    opened = opening.to_read(call)
    talks = opening.kept(call, opened)

    def tell() -> None:
        from learnlog.cli.talk_text import print_talks

        print_talks(talks, call.out)

    none = _("No talks found. Begin to prepare one: {line}", line="learnlog talk add")
    return opening.listed(call, opened, talks, tell, none)


def show_talk(call: Call) -> int:
    """Show one talk, from looking back to what was agreed; or the summary as it was shown in it."""
    opened = opening.to_read(call)
    talk = opening.named(call, opened)
    given, out = call.arguments, call.out
    if given.switch("summary"):
        if not talk.summary:
            raise RuleError(N_("No CV summary is kept with this talk. It is kept when the talk is held."))
        out.line(talk.summary.rstrip("\n"))
        return 0
    back = opened.talks.looking_back(talk)
    if given.switch("json"):
        from learnlog.cli.plan_json import as_object, looking_back_object

        out.json(as_object(talk, opened) | {"looking_back": looking_back_object(back)}, indent=2)
        return 0
    from learnlog.cli import talk_text

    plan = opened.plan
    goals, actions, areas = plan.goals.all(), plan.actions.all(), plan.areas.all()
    talk_text.print_talk(talk, back, as_agreed(talk, goals, actions, areas), actions, out)
    return 0


def add(call: Call) -> int:
    """Begin to prepare a talk; its id alone goes to standard output."""
    opened = services(call)
    kind = call.arguments.text("kind")
    blank = opened.talks.blank(TalkKind(kind) if kind else None)
    told = changes.changes(call, _READERS, opened.clock.today())
    return opening.added(call, opened, opened.talks.save(blank._replace(**told)))


def edit(call: Call) -> int:
    """Change the fields that are named."""
    opened, talk = opening.found(call)
    told = changes.changes(call, _READERS, opened.clock.today())
    if not told:
        raise changes.nothing_told(call, '--date "…"')
    return opening.done(call, opened, opened.talks.save(talk._replace(**told)), _("Saved."))


def prepare(call: Call) -> int:
    """Keep answers of the preparation, the manager's and the yearly evaluation, as far as they go."""
    opened, talk = opening.found(call)
    every = QuestionSet("talk", "", (*PREPARATION.questions, *MANAGERS.questions, *EVALUATION.questions))
    bit_by_bit = every._replace(questions=tuple(each._replace(required=False) for each in every.questions))
    told = asked(call, bit_by_bit, {}, opened.clock.today())
    mine, managers, evaluation = ({key: told[key] for key in form.ids if key in told} for form in _FORMS)
    if mine or managers:
        talk = talk._replace(evaluation={**talk.evaluation, **evaluation})
        talk = opened.talks.prepare(talk, mine, managers)
    else:
        talk = opened.talks.evaluate(talk, evaluation)
    left = [each.id for each in PREPARATION.missing(talk.employee)]
    return opening.done(
        call, opened, talk, _("Saved."), _("Still to be answered: {keys}.", keys=", ".join(left)) if left else ""
    )


def hold(call: Call) -> int:
    """Write down a talk that was held, and keep the CV summary as it was shown."""
    opened, talk = opening.found(call)
    today = opened.clock.today()
    told = changes.changes(call, {**_READERS, "date": ("talk_on", changes.day)}, today)
    talk = talk._replace(**told)
    talk = talk._replace(talk_on=talk.talk_on or today)
    goals = _agreed(call, opened, "goal", talk.goal_ids)
    actions = _agreed(call, opened, "action", talk.action_ids)
    agreed = Agreed(
        tuple(each for each in opened.plan.goals.all() if each.id in goals),
        tuple(each for each in opened.plan.actions.all() if each.id in actions),
        _required(call, opened, talk.area_ids),
    )
    anew = call.arguments.switch("as_now")
    held = opened.talks.hold(talk, agreed, talk.summary or _summary(opened), anew=anew)
    line = f"learnlog talk show {held.id[:8]}"
    return opening.done(call, opened, held, _("The talk is written down. Read it: {line}", line=line))


def _agreed(call: Call, opened: Services, word: str, before: Collection[str]) -> Collection[str]:
    """Ids of what was agreed: those that are named; else those from when the talk was written down before."""
    names = call.arguments.texts(word)
    return before if names is None else [opening.linked(opened, word, each) for each in names]


def _required(call: Call, opened: Services, before: Collection[str]) -> tuple[Area, ...]:
    """The areas that are named, with what the work requires there; and those agreed when it was written down before.

    Raises:
        InvalidInputError: If one is not written as an area and a level.
    """
    areas = {each.id: each for each in opened.plan.areas.all()}
    told = {uid: areas[uid] for uid in before if uid in areas}
    for text in call.arguments.texts("require") or ():
        name, equals, level = typed.text(text, "require").partition("=")
        if not equals or level.strip() not in LEVEL_NUMBERS:
            raise InvalidInputError(("require", Msg(N_("Write an area and a level from 0 to 4, such as 81c2=3."))))
        uid = opening.linked(opened, "area", name)
        if uid:
            told[uid] = areas[uid]._replace(requirement=int(level))
    return tuple(told.values())


def _summary(opened: Services) -> str:
    """The CV summary as the owner has chosen it, which is what was shown."""
    chosen = opened.curriculum.selection()
    tr = Translator(chosen.language) if chosen.language else translator()
    return opened.curriculum.text(chosen, tr)


LEVEL_NUMBERS = tuple(map(str, range(LEVEL_MAX + 1)))
_FORMS = (PREPARATION, MANAGERS, EVALUATION)

_READERS: Readers = {
    "date": ("talk_on", changes.coming_day),
    "kind": ("kind", changes.choice(TalkKind, needed=True)),
    "who": ("who", changes.line),
    "next": ("next_on", changes.coming_day),
    "agreement": ("agreements", changes.lines),
}
"""Option → field, and what reads it."""
