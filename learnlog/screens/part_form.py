"""A short form: a few fields, saved together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import numeric_date
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.commands import bindings
from learnlog.screens.drafting import DraftKeeper
from learnlog.screens.editor import edit_outside
from learnlog.screens.keys import key_name
from learnlog.text import N_, Msg
from learnlog.widgets.field import Field, Raw
from learnlog.widgets.fields import TextBox, TextField
from learnlog.widgets.problems import ProblemBar

Values = dict[str, Any]


class PartForm(LearnlogScreen[bool]):
    """Fill in a few fields. The answer is True when they have been saved, else None.

    What is typed is kept as a draft until the save is on disk.
    """

    MODE: ClassVar[str] = "profile"
    CSS_PATH = "part_form.tcss"
    AUTO_FOCUS = "LineBox, ChoiceBox"
    BINDINGS: ClassVar[list[BindingType]] = bindings("form.save", "+nav.back")
    HELP = N_("Fill in what you like and save. What is marked optional may be left empty.")

    def __init__(
        self,
        title: str,
        fields: list[Field],
        start: Mapping[str, Any],
        *,
        save: Callable[[Values], object],
        draft: tuple[str, Mapping[str, Any]],
        needed: Mapping[str, str] | None = None,
    ) -> None:
        """Open the form.

        Args:
            title: English title.
            fields: The fields.
            start: What they start with, as values of the domain.
            save: Saves the values read; called in the services' thread.
            draft: Name of the form for its draft, and what was typed in it before (empty for nothing).
            needed: English sentence for each field that must not be empty.
        """
        super().__init__()
        self._title = title
        self._fields = {each.name_of_value: each for each in fields}
        self._start: dict[str, Raw] = {name: _raw(start.get(name)) for name in self._fields}
        self._save_values = save
        self._form, self._typed_before = draft
        self._needed = needed or {}
        self._problems = ProblemBar()
        self._saving = False

    def body(self) -> ComposeResult:
        """Title, fields, and the line on what never to write."""
        self._keeper = DraftKeeper(self, self._form, self._form, self._touched, self._show_head)
        yield Static(id="what")
        yield self._problems
        with VerticalScroll(id="fields", can_focus=False):
            yield from self._fields.values()
        with Horizontal(id="never"):
            yield Static(
                Content.assemble(
                    ("! ", "$warning"), (_("There is no field for an identity number, on purpose."), "$muted")
                )
            )

    def on_mount(self) -> None:
        """Fill in what is known, and over it what was typed before."""
        for name, field in self._fields.items():
            field.put(self._typed_before.get(name, self._start[name]))
        if self._typed_before:
            self._keeper.touch()
        self._show_head()

    def _show_head(self) -> None:
        parts: list[str | tuple[str, str]] = [(_(self._title), "bold")]
        if self._keeper.failed:
            parts += ["   ", (_("the draft cannot be kept on disk: save soon"), "$warning")]
        elif self._keeper.saved_at is not None:
            time = f"{self._keeper.saved_at.astimezone():%H:%M}"
            parts += ["   ", (_("draft saved {time}", time=time), "$muted")]
        self.query_one("#what", Static).update(Content.assemble(*parts))

    def retranslate(self) -> None:
        """Say everything in the new language; what is typed stays."""
        for field in self.query(Field):
            field.relabel()
        self._show_head()

    def _touched(self) -> Values:
        """What stands here otherwise than at the start."""
        typed: Values = {name: each.raw for name, each in self._fields.items() if each.raw != self._start[name]}
        return typed

    def on_field_changed(self) -> None:
        """Keep a draft."""
        self._problems.look_again()
        self._keeper.touch()

    @on(TextBox.EditorWanted)
    def _editor(self, event: TextBox.EditorWanted) -> None:
        """Let the owner's own editor have the text for a while."""
        self._keeper.write_now()
        text = edit_outside(self.app, event.box.text)
        field = event.box.parent
        if text is not None and isinstance(field, TextField):
            field.rewrite(text)

    @on(ProblemBar.Chosen)
    def _to_problem(self, event: ProblemBar.Chosen) -> None:
        event.field.enter()

    def enter(self, name: str) -> None:
        """Go into a field."""
        if name in self._fields:
            self._fields[name].enter()

    def keep_draft(self) -> None:
        """Write the draft at once."""
        if self.query("#fields"):
            self._keeper.write_now()

    def on_descendant_blur(self) -> None:
        """Write the draft when a field is left."""
        self._keeper.write()

    def action_back(self) -> None:
        """Out of the form. The draft stays."""
        self._leave()

    @work(group="leave", exclusive=True)
    async def _leave(self) -> None:
        """Leave without saving: what was typed stays as a draft."""
        if self._touched():
            await self._keeper.let_go()
            self.notify(_("Your text is kept as a draft. It is offered to you the next time you write."), markup=False)
        else:
            await self._keeper.drop()
        self.dismiss(None)

    def action_save(self) -> None:
        """Save, and leave the form; or show what needs another look."""
        if self._saving:
            return
        try:
            values = self._read()
        except InvalidInputError as error:
            self._complain(error)
            return
        self._saving = True
        self._save(values)

    @work(group="save")
    async def _save(self, values: Values) -> None:
        """Save in the background; on any error the form stays, with everything in it."""
        self._keeper.write()
        try:
            saved = await self.offload(self._save_values, values)
        except InvalidInputError as error:
            self._saving = False
            self._complain(error)
            return
        if saved is None:
            self._saving = False
        else:
            await self._keeper.drop()
            self.notify(_("Saved. {key} takes it back.", key=key_name("ctrl+z")), markup=False)
            self.dismiss(True)  # noqa: FBT003 - the answer

    def _read(self) -> Values:
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

    def _complain(self, error: InvalidInputError) -> None:
        """Say every problem at its field, list them above, and go to the first."""
        wrong = [self._fields[name] for name, _problem in error.problems]
        for field, (_name, problem) in zip(wrong, error.problems, strict=True):
            field.complain(translator().say(problem))
        self._problems.show(wrong)
        wrong[0].enter()


def _raw(value: object) -> Raw:
    """A value of the domain, as it stands in a field."""
    if isinstance(value, dt.date):
        return numeric_date(value, translator())
    if isinstance(value, tuple):
        return [str(each) for each in value]
    return "" if value is None else str(value)
