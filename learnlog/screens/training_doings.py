"""What one can do with trainings, wherever they are shown: the list, the start screen, what is due."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import NamedTuple

from textual import work

from learnlog.domain.training import Training
from learnlog.screens import training_moves as moves
from learnlog.screens import training_steps as steps
from learnlog.screens.doings import UndoingScreen
from learnlog.screens.training_form import write


class TrainingsBase(UndoingScreen[None]):
    """A screen that shows trainings, one of which may be chosen."""

    @property
    def chosen(self) -> Training | None:
        """The training that the next command is about."""
        return None

    def select(self, training_id: str) -> None:
        """Show this training: it has just been written."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Commands about a training are offered only when one is chosen that they fit."""
        if action == "do" and parameters:
            doing, chosen = DOINGS[str(parameters[0])], self.chosen
            return doing.fits is None or (chosen is not None and doing.fits(chosen))
        return super().check_action(action, parameters)

    @work(group="doing")
    async def action_do(self, name: str) -> None:
        """Do one of `DOINGS` with the chosen training."""
        if self.is_current and self.check_action("do", (name,)):  # a key that came twice opens one form
            await DOINGS[name].call(self, self.chosen)
            self.refresh_data()


async def _new(screen: TrainingsBase, _training: Training | None) -> None:
    await _write(screen, screen.services.trainings.blank())


async def _edit(screen: TrainingsBase, training: Training | None) -> None:
    if training is not None:
        await _write(screen, training)


async def _write(screen: TrainingsBase, training: Training) -> None:
    saved = await write(screen, training)
    if saved is not None:
        screen.select(saved.id)


def _about(call: Callable[[TrainingsBase, Training], Awaitable[object]]) -> Callable[..., Awaitable[None]]:
    """For what is done with the chosen training."""

    async def doing(screen: TrainingsBase, training: Training | None) -> None:
        if training is not None:
            await call(screen, training)

    return doing


class Doing(NamedTuple):
    """Something that can be done.

    Attributes:
        call: Does it, with the screen it is done on and the chosen training.
        fits: Whether it can be done with a training; None if it needs none.
    """

    call: Callable[[TrainingsBase, Training | None], Awaitable[None]]
    fits: Callable[[Training], bool] | None = None


def _any(_training: Training) -> bool:
    return True


def _is_planned(training: Training) -> bool:
    return training.status.is_planned


def _is_over(training: Training) -> bool:
    return training.status.is_over


def _is_not_planned(training: Training) -> bool:
    return not training.status.is_planned


def _has_open(training: Training) -> bool:
    return training.status.is_over and any(each.done_on is None for each in training.followups)


DOINGS: dict[str, Doing] = {
    "new": Doing(_new),
    "edit": Doing(_edit, _any),
    "next": Doing(_about(steps.go_on), _any),
    "form": Doing(_about(steps.fill_in), _any),
    "agreement": Doing(_about(steps.agree), _any),
    "complete": Doing(_about(steps.complete), _is_planned),
    "followup": Doing(_about(steps.follow_up), _is_over),
    "share": Doing(_about(steps.share), _any),
    "move": Doing(_about(moves.move), _has_open),
    "skip": Doing(_about(moves.skip), _has_open),
    "third": Doing(_about(moves.add_third), _is_over),
    "snooze": Doing(_about(moves.snooze), _any),
    "close": Doing(_about(moves.close), _is_planned),
    "reopen": Doing(_about(moves.reopen), _is_not_planned),
    "delete": Doing(_about(moves.delete), _any),
    "restore": Doing(moves.restore),
    "clash": Doing(_about(moves.settle), lambda training: bool(training.clashes)),
    "entry": Doing(_about(steps.write_entry), _any),
    "entries": Doing(_about(steps.open_entries), _any),
    "print": Doing(_about(moves.to_paper), _any),
    "figures": Doing(moves.figures),
}
"""By the name in the command's action."""
