"""A form for one value of the domain, declared as its fields and the rows and pages they stand on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import ContentSwitcher

from learnlog.errors import InvalidInputError, NotFoundError
from learnlog.i18n.ambient import gettext as _
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.drafts_offer import left_behind
from learnlog.screens.form import Values
from learnlog.screens.paged_form import PagedForm
from learnlog.services.shelf import Shelf
from learnlog.text import N_, Msg
from learnlog.widgets.field import Field, Raw, raw_of
from learnlog.widgets.paged_sheet import PagedSheet

if TYPE_CHECKING:
    from learnlog.services.found import Found  # imported when something is seen

V = TypeVar("V", bound=Any)
Rows = tuple[tuple[str, ...], ...]


class Layout(NamedTuple):
    """How the form of a kind of value is made.

    Attributes:
        form: Name of its drafts.
        new: English heading for a new value.
        known: English heading for one that is in the log.
        named: The field whose text stands for the value.
        pages: Id and English name of each page.
        rows: The fields of each page, row by row.
        kinds: Field → what makes a value of what stands in it, where that is chosen; nothing chosen is None.
    """

    form: str
    new: str
    known: str
    named: str
    pages: tuple[tuple[str, str], ...]
    rows: Mapping[str, Rows]
    kinds: Mapping[str, Callable[[str], object]]


class RecordSheet(PagedSheet):
    """All fields of a value."""

    def __init__(self, layout: Layout, value: Any, fields: Sequence[Field]) -> None:  # noqa: ANN401 - of any kind
        """Make the pages.

        Args:
            layout: How they are made.
            value: The value as it is.
            fields: Its fields.
        """
        super().__init__(layout.pages)
        self._layout = layout
        self._value = value
        self._fields = {each.name_of_value: each for each in fields}
        self._start: dict[str, Raw] = {}

    def compose(self) -> ComposeResult:
        """The pages, row by row."""
        with ContentSwitcher(initial=self.page):
            for page, rows in self._layout.rows.items():
                with VerticalScroll(id=page, can_focus=False, classes="page"):
                    for row in rows:
                        yield Horizontal(*(self._fields[name] for name in row), classes="row")

    def fill(self, draft: Mapping[str, Any]) -> None:
        """Show the value, and over it what was typed before."""
        self._start = {name: raw_of(getattr(self._value, name)) for name in self._fields}
        for name, field in self._fields.items():
            field.put(draft.get(name, self._start[name]))

    def touched(self) -> Values:
        """What stands here otherwise than in the value; with its name, to recognise the draft by.

        Of a new one all that is filled in, also before anything was typed: its draft is gone on with from nothing.
        """
        values: Values = {name: each.raw for name, each in self._fields.items() if each.raw != self._start[name]}
        if values and not self._value.revision:
            usual = self._value._field_defaults
            values |= {name: each.raw for name, each in self._fields.items() if each.raw != raw_of(usual.get(name))}
        return {**values, "title": str(self._fields[self._layout.named].raw)} if values else {}

    def collect(self) -> Any:  # noqa: ANN401 - a value of the same kind
        """What stands here, as a value.

        Raises:
            InvalidInputError: With every problem, in the order of the form.
        """
        problems: dict[str, Msg] = {}
        values: dict[str, Any] = {}
        for name, field in self._fields.items():
            try:
                values[name] = self._read(name, field)
            except InvalidInputError as error:
                problems[name] = error.problems[0][1]
        try:
            value = self._value.revised(**values)
        except InvalidInputError as error:
            problems = dict(error.problems) | problems
        if problems:
            raise InvalidInputError(*sorted(problems.items(), key=lambda item: list(self._fields).index(item[0])))
        return value

    def _read(self, name: str, field: Field) -> object:
        kind = self._layout.kinds.get(name)
        if kind is None:
            return field.value
        if isinstance(field.raw, list):
            return tuple(kind(each) for each in field.raw)
        return kind(str(field.raw)) if field.raw else None

    def field(self, name: str) -> Field:
        """The field of a value."""
        return self._fields[name]

    def on_field_changed(self) -> None:
        """Tell the form."""
        self.post_message(self.Changed())

    def relabel(self) -> None:
        """Say everything in the interface's present language; what is typed stays."""
        for field in self._fields.values():
            field.relabel()


class RecordForm(PagedForm[Any]):
    """Write or change a value. The answer is the value as saved; None when left without saving."""

    CSS_PATH = ["paged_form.tcss", "record_form.tcss"]  # noqa: RUF012 - Textual's own declaration
    MODE: ClassVar[str] = "plan"
    AUTO_FOCUS = "Field > .box"
    HELP = N_(
        "Fill in what you know; the rest can be added later. What you write is kept as a draft while you write, so you"
        " can leave and go on later."
    )

    def __init__(
        self,
        layout: Layout,
        value: Any,  # noqa: ANN401 - of any kind
        fields: Callable[[dt.date], Sequence[Field]],
        save: Callable[[Any], object],
        draft: Mapping[str, Any] | None = None,
    ) -> None:
        """Open the form.

        Args:
            layout: How it is made.
            value: The value; one that has never been saved is a new one.
            fields: Makes the fields, for today.
            save: Saves a value; called in the services' thread.
            draft: What was typed in this form before, and not saved.
        """
        super().__init__(layout.form, value.id)
        self._layout = layout
        self._value = value
        self._make = fields
        self._save_value = save
        self._draft = dict(draft or {})

    @classmethod
    async def written(
        cls,
        screen: LearnlogScreen[Any],
        layout: Layout,
        shelf: Shelf[V],
        value: V,
        fields: Callable[[dt.date], Sequence[Field]],
    ) -> V | None:
        """Open the form where it was left; a new value that was left half written is gone on with.

        Args:
            screen: Where it is opened.
            layout: How it is made.
            shelf: Where the value is kept.
            value: The value; one that has never been saved is a new one.
            fields: Makes the fields, for today.

        Returns:
            The value as saved, or None.
        """
        uid, draft = value.id, left_behind(screen, layout.form, value.id)
        if not value.revision:
            for each in screen.services.drafts.waiting():
                if each.form == layout.form and not _is_kept(shelf, each.uid):
                    uid, draft = each.uid, each.values
        form = cls(layout, value._replace(id=uid), fields, shelf.save, draft)
        saved: V | None = await screen.app.push_screen_wait(form)
        return saved

    def make_sheet(self) -> RecordSheet:
        """All fields of the value."""
        self._sheet = RecordSheet(self._layout, self._value, self._make(self.services.clock.today()))
        return self._sheet

    def on_mount(self) -> None:
        """Fill in the value, and over it what was typed before."""
        self._sheet.fill(self._draft)
        self.begin(from_draft=bool(self._draft))

    def heading(self) -> str:
        """Whether it is new."""
        return _(self._layout.known) if self._value.revision else _(self._layout.new)

    def touched(self) -> Values:
        """What stands on the pages otherwise than in the value."""
        return self._sheet.touched()

    def collect(self) -> Any:  # noqa: ANN401 - a value of the same kind
        """The value as it stands on the pages."""
        return self._sheet.collect()

    def store(self, collected: Any) -> object:  # noqa: ANN401 - what `collect` gave
        """Save the value."""
        return self._save_value(collected)

    def answer(self, saved: object) -> object:
        """The value as it now lies in the log."""
        return saved

    def again(self, saved: Any, _found: Sequence[Found]) -> RecordForm | None:  # noqa: ANN401 - of any kind
        """The form on the value as it now lies in the log, unless saving makes something else of it."""
        if type(saved) is not type(self._value):
            return None
        return type(self)(self._layout, saved, self._make, self._save_value)


def _is_kept(shelf: Shelf[Any], uid: str) -> bool:
    try:
        shelf.get(uid)
    except NotFoundError:
        return False
    return True
