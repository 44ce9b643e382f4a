"""The pages of the entry form: its fields, what follows what, and the entry they make."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import ContentSwitcher

from learnlog.domain.entry import Entry
from learnlog.domain.questions import DEFAULT_REFLECTION, reflection_set
from learnlog.domain.values import ActivityType, Status
from learnlog.errors import InvalidInputError
from learnlog.screens.choices import Known, reflection_sets
from learnlog.screens.entry_fields import (
    NEXT,
    details,
    facts,
    outcome,
    read,
    start_value,
    texts,
)
from learnlog.text import N_, Msg
from learnlog.widgets.choice_field import ChoiceField
from learnlog.widgets.field import Field, Raw
from learnlog.widgets.paged_sheet import PagedSheet
from learnlog.widgets.question_form import QuestionForm
from learnlog.widgets.tips import Tips

PAGES = (("basics", N_("What matters")), ("reflect", N_("Reflect")), ("details", N_("Details")))
"""Id and English name of each page."""
_NOTHING = Entry("", dt.date.min)
FOLLOWING = ("arena", "purpose", "status")
"""Fields that follow other fields until the owner has chosen there by hand."""
_ROWS = (
    ("minutes", "roles_involved", "applied"),
    ("purpose", "areas"),
    ("training_id", "goal_ids", "action_id"),
    ("components", "knowledge_form"),
    ("themes", "evidence"),
    ("visibility",),
    ("status",),
    ("show_in_cv",),
)


class EntrySheet(PagedSheet):
    """All fields of an entry, on three pages.

    Attributes:
        fields: All fields by name, in the order of the form.
    """

    def __init__(self, entry: Entry, today: dt.date, used_areas: tuple[str, ...], known: Known) -> None:
        """Make the pages.

        Args:
            entry: The entry as it is.
            today: The owner's own day.
            used_areas: Competence areas the owner has used, the most used first.
            known: What it may belong to.
        """
        super().__init__(PAGES)
        self._entry = entry
        self._today = today
        self._facts, self._texts = facts(today), texts()
        self._set = ChoiceField("prompt_set", N_("Questions to think about"), reflection_sets, optional=True)
        more = [*details(used_areas, known), *outcome()]
        self.fields = {each.name_of_value: each for each in [*self._facts, *self._texts, self._set, *more]}
        self._questions = QuestionForm(today)
        self._tips = Tips()
        self._details = VerticalScroll(id="details", can_focus=False)
        self._by_hand: set[str] = set()
        self._start: dict[str, Raw] = {}

    def compose(self) -> ComposeResult:
        """The pages, and beside them the tips."""
        title, date, kind, arena = self._facts
        with ContentSwitcher(initial=self.page):
            with Vertical(id="basics"):
                yield title
                with Horizontal(classes="row"):
                    yield date
                    yield kind
                yield arena
                yield from self._texts
            with Vertical(id="reflect"):
                yield self._set
                yield self._questions
            yield self._details
        yield self._tips

    def on_mount(self) -> None:
        """The last page is built when the first one can be seen."""
        self.call_after_refresh(self._build_details)

    def _build_details(self) -> None:
        if not self._details.children:
            self._details.mount_all(Horizontal(*(self.fields[name] for name in row), classes="row") for row in _ROWS)

    # -- what stands in it --------------------------------------------------------------------------------------------

    async def fill(self, draft: Mapping[str, Any]) -> None:
        """Show the entry, and over it what was typed before."""
        self._start = {name: start_value(self._entry, name) for name in self.fields}
        self._by_hand = self._chosen_before() | set(draft.get("by_hand", ()))
        for name, field in self.fields.items():
            field.put(draft.get(name, self._start[name]))
        answers = {**self._entry.answers, **draft.get("answers", {})}
        if NEXT in draft:
            answers[NEXT] = draft[NEXT]
        await self._questions.put(answers)
        self.fields[NEXT].put(answers.get(NEXT, ""))
        await self._questions.ask(reflection_set(self._set.raw))

    def _chosen_before(self) -> set[str]:
        """What the owner has chosen by hand in the entry, as far as it shows."""
        entry, kind = self._entry, self._entry.activity_type
        chosen = {
            "arena": entry.arena is not kind.usual_arena,
            "purpose": entry.purpose is not kind.usual_purpose,
            "status": bool(entry.revision) and entry.ready and entry.status is Status.DRAFT,
        }
        return {name for name, by_hand in chosen.items() if by_hand}

    def touched(self) -> dict[str, Any]:
        """What stands here otherwise than in the entry: what a draft is made of. Empty when nothing does.

        Of a new entry all that is filled in, also before anything was typed: its draft is gone on with from nothing.
        """
        values: dict[str, Any] = {name: each.raw for name, each in self.fields.items() if each.raw != self._start[name]}
        if self._questions.answers != self._entry.answers:
            values["answers"] = self._questions.raw
        if values and not self._entry.revision:
            begun = {name: start_value(self._entry, name) for name in self.fields}
            begun = {name: raw for name, raw in begun.items() if raw != start_value(_NOTHING, name)}
            values = {**begun, **values, "answers": self._questions.raw}
        if values:
            values["by_hand"] = sorted(self._by_hand)
            values["title"] = self.fields["title"].raw
        return values

    def collect(self) -> Entry:
        """What stands here, as an entry.

        Raises:
            InvalidInputError: With every problem, in the order of the form.
        """
        problems: dict[str, Msg] = {}
        values: dict[str, Any] = {}
        for name, field in self.fields.items():
            try:
                values[name] = read(field)
            except InvalidInputError as error:
                problems[name] = error.problems[0][1]
        del values[NEXT]
        values["answers"] = self._questions.answers
        values["prompt_set"] = self._prompt_set()
        try:
            entry = self._entry.revised(today=self._today, **values)
        except InvalidInputError as error:
            problems = dict(error.problems) | problems
        else:
            if not problems:
                return entry
        raise InvalidInputError(*((name, problems[name]) for name in self.fields if name in problems))

    def _prompt_set(self) -> str:
        """The set chosen; the one the first page's last question belongs to if only that was answered."""
        answers = self._questions.answers
        chosen = reflection_set(self._set.raw)
        if chosen and any(question.id in answers for question in chosen.questions):
            return chosen.id
        return DEFAULT_REFLECTION if NEXT in answers else self._entry.prompt_set

    # -- what follows what --------------------------------------------------------------------------------------------

    async def on_field_changed(self, event: Field.Changed) -> None:
        """Let what follows follow, and tell the form."""
        event.stop()
        name, raw = event.field.name_of_value, str(event.field.raw)
        if name in FOLLOWING:
            self._by_hand.add(name)
        if name == "activity_type":
            self._follow_type(ActivityType(raw))
        elif name == "insight":
            self._follow_insight(raw)
        elif name == NEXT:
            self._questions.put_answer(NEXT, raw)
        elif name == "prompt_set":
            await self._questions.ask(reflection_set(raw))
        self.post_message(self.Changed())

    @on(QuestionForm.Changed)
    def _answered(self, event: QuestionForm.Changed) -> None:
        event.stop()
        self.fields[NEXT].put(self._questions.raw.get(NEXT, ""))
        self.post_message(self.Changed())

    def _follow_type(self, kind: ActivityType) -> None:
        """Pre-fill where and why from what one was doing."""
        if "arena" not in self._by_hand:
            self.fields["arena"].put(kind.usual_arena)
        if "purpose" not in self._by_hand:
            self.fields["purpose"].put(kind.usual_purpose)

    def _follow_insight(self, insight: str) -> None:
        """With its insight an entry is done, unless the owner said otherwise."""
        if "status" not in self._by_hand:
            ready = self._entry._replace(insight=insight).ready
            self.fields["status"].put(Status.DONE if ready else Status.DRAFT)

    # -- going about --------------------------------------------------------------------------------------------------

    def opening(self, page: str) -> None:
        """What a page has when it is opened: the usual questions, all its fields."""
        if page == "reflect" and not self._set.raw:
            self._set.put(DEFAULT_REFLECTION)
            self._start["prompt_set"] = DEFAULT_REFLECTION
            self.run_worker(self._questions.ask(reflection_set(DEFAULT_REFLECTION)))
        if page == "details":
            self._build_details()

    def field(self, name: str) -> Field:
        """The field of a value; on the last page, which may not be built yet, too."""
        self._build_details()
        return self.fields[name]

    @on(events.DescendantFocus)
    def _tip(self, event: events.DescendantFocus) -> None:
        field = next((each for each in event.widget.ancestors_with_self if isinstance(each, Field)), None)
        self._tips.explain(field)

    def relabel(self) -> None:
        """Say everything in the interface's present language; what is typed stays."""
        for field in self.fields.values():
            field.relabel()
        self._questions.relabel()
        self._tips.draw()
