"""What was seen that may tell who somebody is, in words that teach to write otherwise. Never what it was."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from learnlog.domain.identity import Certainty, Kind, Sighting
from learnlog.text import N_, Msg

TERMS: dict[type[StrEnum], dict[StrEnum, str | tuple[str, str]]] = {
    Kind: {
        Kind.PERSONNUMMER: N_("personal identity number of Sweden"),
        Kind.COORDINATION: N_("coordination number of Sweden"),
        Kind.RESERVE: N_("reserve number of Sweden"),
        Kind.FODSELSNUMMER: N_("national identity number of Norway"),
        Kind.D_NUMBER: N_("number of Norway, D series"),
        Kind.H_NUMBER: N_("number of Norway, H series"),
        Kind.SYNTHETIC: N_("number of Norway for a made-up person"),
        Kind.EMAIL: N_("e-mail address"),
        Kind.PHONE: N_("phone number"),
        Kind.ROOM: N_("room number"),
        Kind.STREET: N_("street and number"),
        Kind.INITIALS: N_("initials"),
        Kind.NAME: N_("personal name"),
        Kind.NAME_PLACE_TIME: N_("name, ward and day"),
        Kind.MOMENT: N_("exact time of a day"),
        Kind.HEALTH: N_("somebody's health"),
        Kind.SENSITIVE: N_("something sensitive"),
    },
    Certainty: {
        Certainty.CERTAIN: N_("a valid number"),
        Certainty.POSSIBLE: N_("perhaps a number"),
        Certainty.HINT: N_("a hint"),
    },
}
"""What each kind is called, and how sure it is."""
_NUMBER = N_("This is a personal identity number: {shown}. Write “a resident”.")
_MISTYPED = N_("This may be a personal identity number: {shown}. Then write “a resident”.")
_TAUGHT: Mapping[Kind, str] = {
    Kind.EMAIL: N_("An e-mail address tells who it is: {shown}. Write a role instead, such as “a relative”."),
    Kind.PHONE: N_("A phone number tells who it is: {shown}. Write a role instead, such as “a relative”."),
    Kind.ROOM: N_("A room number can tell who it is: {shown}. Write “a resident” instead."),
    Kind.STREET: N_("An address can tell who it is: {shown}. Write “at a client's home” instead."),
    Kind.INITIALS: N_("Initials can tell who it is: {shown}. Write “a resident” or “a colleague” instead."),
    Kind.NAME: N_("This looks like a name: {shown}. Write “a resident”, “a relative” or “a colleague” instead."),
    Kind.NAME_PLACE_TIME: N_("A name, a ward and a day together point to one person: {shown}. Leave out one of them."),
    Kind.MOMENT: N_("An exact time of an exact day can tell who it is about: {shown}. Write “one evening” instead."),
    Kind.HEALTH: N_("This may be about somebody's health: {shown}. Nobody's health belongs in the log, nor your own."),
    Kind.SENSITIVE: N_("This may be sensitive for somebody: {shown}. Leave it out if it is about one person."),
}


def taught(sighting: Sighting) -> Msg:
    """What it is, and what to write instead."""
    values: dict[str, object] = {"shown": sighting.shown}
    if sighting.certainty is Certainty.CERTAIN:
        return Msg(_NUMBER, values)
    return Msg(_TAUGHT.get(sighting.kind, _MISTYPED), values)
