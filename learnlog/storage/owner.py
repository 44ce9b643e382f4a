"""What there is one of in a log: the owner's profile, and the choices for the CV summary.

Apart from the store because writing an entry on the command line must not wait for these to be imported.
"""

from __future__ import annotations

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
from learnlog.domain.selection import Selection
from learnlog.domain.values import Language
from learnlog.storage.codec import Codec, defaults_of
from learnlog.storage.fields import DAY, MOMENT, NUMBER, TEXT, TEXTS, many, one_of, optional, record
from learnlog.storage.repository import Single
from learnlog.storage.store import Store

PROFILE: Codec[Profile] = Codec(
    "profile",
    Profile,
    defaults_of(Profile),
    {
        "display_name": TEXT,
        "job_title": TEXT,
        "unit": TEXT,
        "workplace": TEXT,
        "municipality": TEXT,
        "percent": optional(NUMBER),
        "employed_since": optional(DAY),
        "roles": many(one_of(Role)),
        "assignments": many(record(Assignment, kind=one_of(AssignmentKind), title=TEXT, since=TEXT, until=TEXT)),
        "languages": many(record(SpokenLanguage, name=TEXT, level=one_of(LanguageLevel))),
        "credentials": many(
            record(
                Credential,
                kind=one_of(CredentialKind),
                title=TEXT,
                issuer=TEXT,
                issued=TEXT,
                valid_until=optional(DAY),
            )
        ),
        "work_history": many(record(Employment, place=TEXT, title=TEXT, since=TEXT, until=TEXT, learned=TEXT)),
        "notice_read_at": optional(MOMENT),
    },
)

SELECTION: Codec[Selection] = Codec(
    "selection",
    Selection,
    defaults_of(Selection),
    {
        "from_on": optional(DAY),
        "to_on": optional(DAY),
        "language": optional(one_of(Language)),
        "entry_ids": optional(TEXTS),
        "insight_ids": optional(TEXTS),
        "year_in_short": TEXT,
        "wishes": TEXT,
        "shared_with": TEXT,
        "training_ids": optional(TEXTS),
        "goal_ids": optional(TEXTS),
        "need_ids": optional(TEXTS),
    },
)


def profile_of(store: Store) -> Single[Profile]:
    """The owner's profile in a log; an empty one before the first save."""
    return Single(store, PROFILE, Profile)


def selection_of(store: Store) -> Single[Selection]:
    """The choices for the CV summary in a log; everything at its default before the first save."""
    return Single(store, SELECTION, Selection)
