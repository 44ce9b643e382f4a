"""Suggested competence areas. The workplace keeps at most twelve; anybody may write an area of their own."""

from __future__ import annotations

from learnlog.text import N_

SUGGESTED_AREAS: dict[str, str] = {
    "th.encounter": N_("meeting people well"),
    "th.dementia": N_("dementia care"),
    "th.guidance": N_("supervision and guidance"),
    "th.language": N_("language and communication"),
    "th.digital": N_("digital and welfare technology"),
    "th.safety": N_("patient and client safety"),
    "th.nutrition": N_("food and nutrition"),
    "th.observe": N_("observing and reporting changes"),
    "th.hardtalk": N_("difficult conversations"),
    "th.ethics": N_("ethical competence"),
    "th.prevent": N_("prevention"),
    "th.userinf": N_("client participation"),
    "th.interprof": N_("teamwork across professions"),
    "th.quality": N_("quality improvement"),
    "th.values": N_("shared values"),
    "th.reflect": N_("reflective approach"),
    "th.pedag": N_("pedagogical approach"),
    "th.salut": N_("health-promoting approach"),
    "th.workplace": N_("learning workplace"),
    "th.culture": N_("meeting other cultures"),
    "th.diversity": N_("diversity and non-discrimination"),
    "th.gender": N_("gender equality"),
}
"""Key → English name. An area that is not among the keys is shown as the owner wrote it."""
