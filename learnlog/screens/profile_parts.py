"""The parts of a profile, as data: what each shows, its fields, and what they make."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from textual.content import Content

from learnlog.domain.profile import (
    Assignment,
    AssignmentKind,
    Credential,
    CredentialKind,
    Employment,
    LanguageLevel,
    Profile,
    Role,
    SpokenLanguage,
)
from learnlog.domain.values import Language
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import numeric_date, vague_date
from learnlog.i18n.labels import capital, label
from learnlog.text import N_
from learnlog.widgets.choice_field import ChoiceField, MultiField
from learnlog.widgets.date_field import DateField
from learnlog.widgets.field import Field
from learnlog.widgets.fields import LineField, TextField
from learnlog.widgets.number_field import NumberField
from learnlog.widgets.pickers import Choice
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import line
from learnlog.widgets.vague_date_field import VagueDateField

RUNS_OUT = 90
"""Days before the last valid day from which a credential is shown as running out."""

JOB_TITLES: dict[Language, tuple[str, ...]] = {
    Language.SV: ("Undersköterska", "Vårdbiträde", "Stödassistent", "Stödpedagog", "Sjuksköterska", "Enhetschef"),
    Language.NB: ("Helsefagarbeider", "Pleieassistent", "Miljøarbeider", "Vernepleier", "Sykepleier", "Avdelingsleder"),
    Language.EN: ("Assistant nurse", "Care assistant", "Support worker", "Nurse", "Unit manager"),
}
"""Suggestions in the words of each country. A title is never translated."""


class Part(NamedTuple):
    """A part of the profile that is shown on a card and changed in a form.

    Attributes:
        name: Its id; for a list also the name of the profile's field.
        title: English name.
        empty: English sentence for an empty list.
        adding: English title of the form for a new item.
        fields: Makes the fields; is given today.
        make: Makes an item of the fields' values.
    """

    name: str
    title: str
    empty: str
    adding: str
    fields: Callable[[dt.date], list[Field]]
    make: Callable[[dict[str, Any]], Any]


def of(kind: type[StrEnum]) -> Callable[[], tuple[Choice, ...]]:
    """Gives the members of a closed set to choose from."""
    return lambda: tuple(Choice(member.value, capital(label(member, translator()))) for member in kind)


def _about(today: dt.date) -> list[Field]:
    titles = JOB_TITLES[translator().language]
    return [
        LineField("display_name", N_("Name"), hint=N_("as it should stand on your CV")),
        LineField(
            "job_title", N_("Job title"), suggestions=titles, hint=N_("the arrow to the right takes the suggestion")
        ),
        LineField("workplace", N_("Workplace"), optional=True),
        LineField("unit", N_("Unit or ward"), optional=True),
        LineField("municipality", N_("Municipality"), optional=True),
        NumberField("percent", N_("Working time, per cent"), optional=True),
        DateField("employed_since", N_("Employed since"), today=today, optional=True),
        MultiField("roles", N_("What are you at work?"), of(Role)),
    ]


def _since_until(today: dt.date) -> list[Field]:
    return [
        VagueDateField("since", N_("From"), today=today, optional=True, hint=N_("a year is enough: 2023")),
        VagueDateField("until", N_("Until"), today=today, optional=True, hint=N_("leave it empty while it lasts")),
    ]


def _assignment(today: dt.date) -> list[Field]:
    return [
        ChoiceField("kind", N_("Assignment"), of(AssignmentKind)),
        LineField("title", N_("In your own words"), optional=True),
        *_since_until(today),
    ]


def _language(_today: dt.date) -> list[Field]:
    return [
        LineField("name", N_("Language"), hint=N_("also sign language, or signs as support")),
        ChoiceField("level", N_("How well"), of(LanguageLevel)),
    ]


def _credential(today: dt.date) -> list[Field]:
    return [
        ChoiceField("kind", N_("What is it?"), of(CredentialKind)),
        LineField("title", N_("As it stands on the paper")),
        LineField("issuer", N_("From whom"), optional=True),
        VagueDateField("issued", N_("When"), today=today, optional=True, hint=N_("a year is enough: 2023")),
        DateField("valid_until", N_("Valid until"), today=today, optional=True, hint=N_("for example 2027-03-02")),
    ]


def _employment(today: dt.date) -> list[Field]:
    return [
        LineField("place", N_("Workplace")),
        LineField("title", N_("Job title"), optional=True),
        *_since_until(today),
        TextField("learned", N_("What did you learn there?"), optional=True, grows=True),
    ]


ABOUT = Part("about", N_("About me"), "", N_("About me"), _about, dict)
LISTS: tuple[Part, ...] = (
    Part(
        "languages",
        N_("Languages"),
        N_("Languages you speak or sign."),
        N_("New language"),
        _language,
        lambda values: SpokenLanguage(**values),
    ),
    Part(
        "credentials",
        N_("Formal competence"),
        N_("Education, certificates, delegated tasks."),
        N_("New formal competence"),
        _credential,
        lambda values: Credential(**values),
    ),
    Part(
        "assignments",
        N_("Assignments"),
        N_("Supervisor, language representative …"),
        N_("New assignment"),
        _assignment,
        lambda values: Assignment(**values),
    ),
    Part(
        "work_history",
        N_("Earlier workplaces"),
        N_("Where you have worked, and what you learned there."),
        N_("New workplace"),
        _employment,
        lambda values: Employment(**values),
    ),
)
"""The parts that are lists."""
PARTS = {part.name: part for part in (ABOUT, *LISTS)}
NEEDED = {"name": N_("Write which language."), "title": N_("Write what it is."), "place": N_("Write where it was.")}
"""What must be filled in, by field, where a part has that field first or it names the item."""


# -- what the cards show --------------------------------------------------------------------------------------------


def about_rows(profile: Profile) -> list[Row]:
    """The owner in a few lines. What is known speaks for itself; what is missing is named, quietly."""
    tr = translator()
    since = numeric_date(profile.employed_since, tr) if profile.employed_since else ""
    told = (
        ("display_name", _("Name"), profile.display_name),
        ("job_title", _("Job title"), profile.job_title),
        ("workplace", _("Workplace"), profile.workplace),
        ("unit", _("Unit or ward"), profile.unit),
        ("municipality", _("Municipality"), profile.municipality),
        ("percent", _("Working time, per cent"), f"{profile.percent} %" if profile.percent is not None else ""),
        ("employed_since", _("Employed since"), _("employed since {date}", date=since) if since else ""),
        ("roles", _("What are you at work?"), ", ".join(label(role, tr) for role in profile.roles)),
    )
    return [Row(key, (line(value) if value else Content.styled(f"{name} –", "$muted"),)) for key, name, value in told]


def rows(part: Part, items: Sequence[Any], today: dt.date) -> list[Row]:
    """The items of a list; their place is their key. Credentials that run out come first: something is to be done."""
    show = _SHOWN[part.name]
    made = [show(str(place), item, today) for place, item in enumerate(items)]
    if part.name == "credentials":
        made.sort(key=lambda row: not _runs_out(items[int(row.key)].valid_until, today))
    return made


def _runs_out(last: dt.date | None, today: dt.date) -> bool:
    """Whether something is to be done about a credential."""
    return last is not None and (last - today).days <= RUNS_OUT


def _assignment_row(key: str, item: Assignment, _today: dt.date) -> Row:
    known = capital(label(item.kind, translator()))
    name = item.title if item.kind is AssignmentKind.OTHER and item.title else known
    more = item.title if item.title and name != item.title else ""
    return Row(key, (line(name), _muted(more)) if more else (line(name),), _muted(_span(item.since, item.until)))


def _language_row(key: str, item: SpokenLanguage, _today: dt.date) -> Row:
    return Row(key, (line(item.name),), _muted(label(item.level, translator())))


def _credential_row(key: str, item: Credential, today: dt.date) -> Row:
    tr = translator()
    kind = capital(label(item.kind, tr))
    below = " · ".join(each for each in (kind, item.issuer, vague_date(item.issued, tr)) if each)
    return Row(key, (line(item.title), _muted(below)), validity(item.valid_until, today))


def _employment_row(key: str, item: Employment, _today: dt.date) -> Row:
    below = " · ".join(each for each in (item.title, item.learned) if each)
    return Row(
        key, (line(item.place), _muted(below)) if below else (line(item.place),), _muted(_span(item.since, item.until))
    )


_SHOWN: dict[str, Callable[[str, Any, dt.date], Row]] = {
    "assignments": _assignment_row,
    "languages": _language_row,
    "credentials": _credential_row,
    "work_history": _employment_row,
}


def validity(last: dt.date | None, today: dt.date) -> Content:
    """Whether a credential is valid, in words; in colour only where one can do something about it."""
    if last is None:
        return Content("")
    date = numeric_date(last, translator())
    if last < today:
        return Content.styled(_("ran out {date}", date=date), "$error")
    if _runs_out(last, today):
        return Content.styled(_("runs out {date}", date=date), "$warning")
    return _muted(_("valid until {date}", date=date))


def _muted(text: str) -> Content:
    return line(text, "$muted")


def _span(since: str, until: str) -> str:
    """From when until when, as far as it is known."""
    tr = translator()
    if until:
        return f"{vague_date(since, tr)}–{vague_date(until, tr)}"
    return _("since {date}", date=vague_date(since, tr)) if since else ""
