"""What one can do with trainings, wherever they are shown: the list, the start screen, what is due."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from learnlog.domain.training import Training
from learnlog.screens import training_moves as moves
from learnlog.screens import training_steps as steps
from learnlog.screens.doings import Doing, DoingScreen, anything
from learnlog.screens.training_form import write


async def _new(screen: TrainingsBase, _training: Training | None) -> None:
    await _write(screen, screen.services.trainings.blank())


async def _write(screen: TrainingsBase, training: Training) -> None:
    saved = await write(screen, training)
    if saved is not None:
        screen.select(saved.id)


def _is_planned(training: Training) -> bool:
    return training.status.is_planned


def _is_over(training: Training) -> bool:
    return training.status.is_over


def _is_not_planned(training: Training) -> bool:
    return not training.status.is_planned


def _has_open(training: Training) -> bool:
    return training.status.is_over and any(each.done_on is None for each in training.followups)


class TrainingsBase(DoingScreen[None]):
    """A screen that shows trainings, one of which may be chosen."""

    DOINGS: ClassVar[Mapping[str, Doing]] = {
        "new": Doing(_new),
        "edit": Doing(_write, anything),
        "next": Doing(steps.go_on, anything),
        "form": Doing(steps.fill_in, anything),
        "agreement": Doing(steps.agree, anything),
        "complete": Doing(steps.complete, _is_planned),
        "followup": Doing(steps.follow_up, _is_over),
        "share": Doing(steps.share, anything),
        "move": Doing(moves.move, _has_open),
        "skip": Doing(moves.skip, _has_open),
        "third": Doing(moves.add_third, _is_over),
        "snooze": Doing(moves.snooze, anything),
        "close": Doing(moves.close, _is_planned),
        "reopen": Doing(moves.reopen, _is_not_planned),
        "delete": Doing(moves.delete, anything),
        "restore": Doing(moves.restore),
        "clash": Doing(moves.settle, lambda training: bool(training.clashes)),
        "entry": Doing(steps.write_entry, anything),
        "entries": Doing(steps.open_entries, anything),
        "print": Doing(moves.to_paper, anything),
        "figures": Doing(moves.figures),
    }

    @property
    def chosen(self) -> Training | None:
        """The training that the next command is about."""
        return None
