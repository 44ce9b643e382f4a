"""What the fields of an entry choose among.

Written out instead of being read from the domain's values, so that help needs nothing but this; a test holds the two
together.
"""

from __future__ import annotations

ARENAS = ("in", "at", "out")
PURPOSES = ("A", "B", "C")
VISIBILITIES = ("private", "supervisor", "manager")
STATUSES = ("draft", "done")
LANGUAGES = ("sv", "nb", "en")
COMPONENTS = ("knowledge", "skill", "ability", "attitude")
KNOWLEDGE_FORMS = ("explicit", "tacit", "both", "unknown")
APPLIED = ("us.0", "us.1", "us.2", "us.3", "us.4")
ROLES = (
    "client",
    "relative",
    "colleague",
    "experienced_colleague",
    "nurse",
    "manager",
    "supervisor",
    "apprentice",
    "other",
)
REFLECTIONS = ("quick", "www", "meeting", "mistake", "good_practice", "ethics", "gibbs", "free")
# fmt: off
TYPES = (
    "supervision", "supervising", "intro", "log", "shadow", "peer", "team", "project", "userdialog", "staffmeet",
    "info", "routine", "daily", "expcoll", "mistake", "feedback",
    "incourse", "workshop", "suppnet", "lab", "studygrp", "resgrp", "values", "elearn", "interdisc", "reflmeet",
    "themeday", "ethics", "future",
    "excourse", "exchange", "conted", "fured", "network", "conf", "studyvisit", "suptrain", "langtrain", "hospit",
    "selfstudy",
)
# fmt: on
