"""A short form: a few fields, saved together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.screens.form import Form, Values
from learnlog.text import N_, Msg
from learnlog.widgets.field import Field, Raw, raw_of
from learnlog.widgets.problems import ProblemBar

if TYPE_CHECKING:
    from learnlog.services.found import Found  # imported when something is seen


class PartForm(Form[bool]):
    """Fill in a few fields. The answer is True when they have been saved, else None."""

    MODE: ClassVar[str] = "profile"
    CSS_PATH = "part_form.tcss"
    AUTO_FOCUS = "LineBox, ChoiceBox"
    HELP = N_("Fill in what you like and save. If something is missing that is needed, you are told what.")
    NEVER: ClassVar[str] = N_("There is no field for an identity number, on purpose.")

    def __init__(
        self,
        title: str,
        fields: list[Field],
        start: Mapping[str, Any],
        *,
        save: Callable[[Values], object],
        draft: tuple[str, Mapping[str, Any]],
        needed: Mapping[str, str] | None = None,
        within: tuple[str, ...] = (),
        again: Callable[[Any, Sequence[Found]], PartForm] | None = None,
    ) -> None:
        """Open the form.

        Args:
            title: English title.
            fields: The fields.
            start: What they start with, as values of the domain.
            save: Saves the values read; called in the services' thread.
            draft: Name of the form for its draft, and what was typed in it before (empty for nothing).
            within: The way to the item in what is saved; empty for the whole.
            again: Makes the form, on what was saved, in which what was found in it can be changed.
            needed: English sentence for each field that must not be empty.
        """
        super().__init__(draft[0], draft[0])
        self._title = title
        self._fields = {each.name_of_value: each for each in fields}
        self._start: dict[str, Raw] = {name: raw_of(start.get(name)) for name in self._fields}
        self._save_values = save
        self._typed_before = draft[1]
        self._within = within
        self._again = again
        self._needed = needed or {}

    def body(self) -> ComposeResult:
        """Title, fields, and the line on what never to write."""
        yield Static(id="what")
        yield self.problems
        with VerticalScroll(id="fields", can_focus=False):
            yield from self._fields.values()
        with Horizontal(id="never"):
            yield Static(Content.assemble(("! ", "$warning"), (_(self.NEVER), "$muted")))

    def on_mount(self) -> None:
        """Fill in what is known, and over it what was typed before."""
        for name, field in self._fields.items():
            field.put(self._typed_before.get(name, self._start[name]))
        self.begin(from_draft=bool(self._typed_before))

    def retranslate(self) -> None:
        """Say everything in the new language; what is typed stays."""
        for field in self.query(Field):
            field.relabel()
        self.show_head()

    def on_field_changed(self) -> None:
        """Keep a draft."""
        self.typed()

    @on(ProblemBar.Chosen)
    def _to_problem(self, event: ProblemBar.Chosen) -> None:
        event.field.enter()

    def enter(self, name: str) -> None:
        """Go into a field."""
        if name in self._fields:
            self._fields[name].enter()

    # -- as a form ----------------------------------------------------------------------------------------------------

    def heading(self) -> str:
        """Its title, translated."""
        return _(self._title)

    def touched(self) -> Values:
        """What stands here otherwise than at the start."""
        typed: Values = {name: each.raw for name, each in self._fields.items() if each.raw != self._start[name]}
        return typed

    def store(self, collected: Values) -> object:
        """Save the values."""
        return self._save_values(collected)

    def answer(self, saved: object) -> bool:
        """That something was saved."""
        return saved is not None

    def again(self, saved: Any, found: Sequence[Found]) -> PartForm | None:  # noqa: ANN401 - what `save` gave
        """The form of the part in which the first of them stands: that need not be this one."""
        return self._again(saved, found) if self._again and found else None

    def pointing_at(self, found: Sequence[Found]) -> Self:
        """This form, before it is opened: those of these places that stand in it are to be written otherwise."""
        here = [each._replace(path=each.path[-1:]) for each in found if each.path[:-1] == self._within]
        return super().pointing_at(here)

    def point_out(self, problems: list[tuple[str, Msg]]) -> None:
        """Say it at the fields."""
        self.complain(InvalidInputError(*problems))

    def collect(self) -> Values:
        """The values of all fields.

        Raises:
            InvalidInputError: With every problem.
        """
        problems: list[tuple[str, Msg]] = []
        values: Values = {}
        for name, field in self._fields.items():
            try:
                values[name] = field.value
            except InvalidInputError as error:
                problems.append((name, error.problems[0][1]))
            else:
                if name in self._needed and not values[name]:
                    problems.append((name, Msg(self._needed[name])))
        if problems:
            raise InvalidInputError(*problems)
        return values

    def complain(self, error: InvalidInputError) -> None:
        """Say every problem at its field, list them above, and go to the first."""
        wrong = [self._fields[name] for name, _problem in error.problems]
        for field, (_name, problem) in zip(wrong, error.problems, strict=True):
            field.complain(translator().say(problem))
        self.problems.show(wrong)
        wrong[0].enter()
