"""The words that learnlog itself stores for what is chosen: who erases one of them would erase what was chosen."""

from __future__ import annotations

from enum import StrEnum

import learnlog.storage.comments
import learnlog.storage.owner
import learnlog.storage.plan
import learnlog.storage.shares
import learnlog.storage.trainings  # noqa: F401 - the closed sets of all that is stored are known by then
from learnlog.domain.areas import SUGGESTED_AREAS
from learnlog.i18n.places import QUESTION_SETS


def own_words() -> frozenset[str]:
    """Keys of closed sets, of suggested areas, of sets of questions and of their answers that are chosen."""
    kinds = (kind for kind in StrEnum.__subclasses__() if kind.__module__.startswith("learnlog."))
    members = (each.value for kind in kinds for each in kind)
    sets = frozenset(each.id for each in QUESTION_SETS)
    chosen = (key for each in QUESTION_SETS for question in each.questions for key, _ in question.options)
    return sets.union(members, SUGGESTED_AREAS, chosen)
