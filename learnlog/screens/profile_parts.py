"""The parts of a profile, as data: what each shows, its fields, and what they make."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

from learnlog.domain.profile import (
    Assignment,
    AssignmentKind,
    Credential,
    CredentialKind,
    Employment,
    LanguageLevel,
    Role,
    SpokenLanguage,
    ends_too_soon,
)
from learnlog.domain.values import Language
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import translator
from learnlog.screens.choices import of
from learnlog.text import N_, Msg
from learnlog.widgets.choice_field import ChoiceField, MultiField
from learnlog.widgets.date_field import DateField
from learnlog.widgets.field import Field
from learnlog.widgets.fields import LineField, TextField
from learnlog.widgets.number_field import NumberField
from learnlog.widgets.vague_date_field import VagueDateField

JOB_TITLES: dict[Language, tuple[str, ...]] = {
    Language.SV: ("Undersköterska", "Vårdbiträde", "Stödassistent", "Stödpedagog", "Sjuksköterska", "Enhetschef"),
    Language.NB: ("Helsefagarbeider", "Pleieassistent", "Miljøarbeider", "Vernepleier", "Sykepleier", "Avdelingsleder"),
    Language.EN: ("Assistant nurse", "Care assistant", "Support worker", "Nurse", "Unit manager"),
}
"""Suggestions in the words of each country. A title is never translated."""


_PLACES = N_("Stands below your name in the CV summary.")
_TIMES = N_("A year is enough: 2023. You can also write a month or a day.")


class Part(NamedTuple):
    """A part of the profile that is shown on a card and changed in a form.

    Attributes:
        name: Its id; for a list also the name of the profile's field.
        title: English name.
        empty: English sentence on what it holds; it stands in an empty list, and in the help.
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


def _about(today: dt.date) -> list[Field]:
    titles = JOB_TITLES[translator().language]
    return [
        LineField(
            "display_name",
            N_("Name"),
            hint=N_("as it should stand on your CV"),
            help_text=N_("Your own name. It stands at the top of your CV summary and of what you give to others."),
        ),
        LineField(
            "job_title",
            N_("Job title"),
            suggestions=titles,
            hint=N_("the arrow to the right takes the suggestion"),
            help_text=N_("What your work is called where you work. It is never translated."),
        ),
        LineField("workplace", N_("Workplace"), optional=True, help_text=_PLACES),
        LineField("unit", N_("Unit or ward"), optional=True, help_text=_PLACES),
        LineField("municipality", N_("Municipality"), optional=True, help_text=_PLACES),
        NumberField(
            "percent",
            N_("Working time, per cent"),
            optional=True,
            help_text=N_("How much you work: 100 is full time."),
        ),
        DateField(
            "employed_since",
            N_("Employed since"),
            today=today,
            optional=True,
            help_text=N_("Your first day at this workplace."),
        ),
        MultiField(
            "roles", N_("What are you at work?"), of(Role), help_text=N_("Choose one or more. It is for yourself.")
        ),
    ]


def _since_until(today: dt.date) -> list[Field]:
    return [
        VagueDateField(
            "since", N_("From"), today=today, optional=True, hint=N_("a year is enough: 2023"), help_text=_TIMES
        ),
        VagueDateField(
            "until", N_("Until"), today=today, optional=True, hint=N_("leave it empty while it lasts"), help_text=_TIMES
        ),
    ]


def _assignment(today: dt.date) -> list[Field]:
    return [
        ChoiceField(
            "kind",
            N_("Assignment"),
            of(AssignmentKind),
            help_text=N_(
                "Something you have been asked to answer for at work. If none of them fits, choose the last one."
            ),
        ),
        LineField(
            "title",
            N_("In your own words"),
            optional=True,
            help_text=N_("What it is called at your workplace, or what you do in it."),
        ),
        *_since_until(today),
    ]


def _language(_today: dt.date) -> list[Field]:
    return [
        LineField(
            "name",
            N_("Language"),
            hint=N_("also sign language, or signs as support"),
            help_text=N_("One language. Languages you speak at home count, too: they are needed at work."),
        ),
        ChoiceField(
            "level",
            N_("How well"),
            of(LanguageLevel),
            help_text=N_("Your own estimate, from A1, some words, to C2, nearly everything."),
        ),
    ]


def _credential(today: dt.date) -> list[Field]:
    return [
        ChoiceField(
            "kind",
            N_("What is it?"),
            of(CredentialKind),
            help_text=N_("An education, a certificate, or a task that somebody has delegated to you."),
        ),
        LineField(
            "title", N_("As it stands on the paper"), help_text=N_("Its name, as on the diploma or the certificate.")
        ),
        LineField(
            "issuer",
            N_("From whom"),
            optional=True,
            help_text=N_("The school, the organiser, or who has delegated it: a role is enough."),
        ),
        VagueDateField(
            "issued", N_("When"), today=today, optional=True, hint=N_("a year is enough: 2023"), help_text=_TIMES
        ),
        DateField(
            "valid_until",
            N_("Valid until"),
            today=today,
            optional=True,
            hint=N_("for example 2027-03-02"),
            help_text=N_("Its last day, if it has one. You are told in good time before it runs out."),
        ),
    ]


def _employment(today: dt.date) -> list[Field]:
    return [
        LineField(
            "place", N_("Workplace"), help_text=N_("Where you have worked before: a name, or the kind of place.")
        ),
        LineField(
            "title",
            N_("Job title"),
            optional=True,
            help_text=N_("What your work was called there. It is never translated."),
        ),
        *_since_until(today),
        TextField(
            "learned",
            N_("What did you learn there?"),
            optional=True,
            grows=True,
            help_text=N_("One or two sentences. They stand in the CV summary, beside the workplace."),
        ),
    ]


ABOUT = Part("about", N_("About me"), N_("Your name, your title and where you work."), N_("About me"), _about, dict)
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


def check_days(item: object) -> None:
    """Nothing ends before it begins.

    Raises:
        InvalidInputError: For the field with the end.
    """
    if isinstance(item, Assignment | Employment):
        name, since, until = "until", item.since, item.until
    elif isinstance(item, Credential) and item.valid_until is not None:
        name, since, until = "valid_until", item.issued, item.valid_until.isoformat()
    else:
        return
    if ends_too_soon(since, until):
        raise InvalidInputError((name, Msg(N_("The period ends before it begins."))))
