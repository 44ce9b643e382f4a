"""A workshop while it is held: how it stands, how it was before each change, and what of it is not in the log yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from learnlog.domain.goal import Action
from learnlog.domain.workshop import Phase, Workshop

KEPT = ("question", "in_team", "hopes", "critique", "bottom", "vision", "top", "islands", "island", "plans")
"""What is written and picked in a workshop."""
_TEXTS = ("question", "island")
_LISTS = ("hopes", "critique", "bottom", "vision", "top", "islands")


class Sitting:
    """One sitting of a workshop.

    Attributes:
        saved: As it lies in the log.
        now: As it stands here.
        phase: The phase that is open.
        old: The line that gets another wording; empty for none.
        typed: What stood on the line when the draft was written.
    """

    def __init__(self, workshop: Workshop, draft: Mapping[str, Any]) -> None:
        """Go on with a workshop.

        Args:
            workshop: As it lies in the log, or a new one.
            draft: What was written in it before, and not saved: what `unsaved` gave.
        """
        self.saved = workshop
        self.now = _gone_on_with(workshop, draft)
        self.phase = Phase(draft.get("phase", workshop.phase))
        self.old = str(draft.get("old", ""))
        self.typed = str(draft.get("line", ""))
        self._done: list[Workshop] = []
        self._undone: list[Workshop] = []

    def change(self, new: Workshop) -> bool:
        """Take a change, which can be taken back; whether it is one."""
        if new == self.now:
            return False
        self._done.append(self.now)
        self._undone.clear()
        self.now = new
        return True

    def back(self) -> bool:
        """Take back the last change of this sitting; whether there was one."""
        return self._step(self._done, self._undone)

    def again(self) -> bool:
        """Do again what was taken back; whether there was anything."""
        return self._step(self._undone, self._done)

    def _step(self, source: list[Workshop], target: list[Workshop]) -> bool:
        if not source:
            return False
        target.append(self.now)
        self.now = _with(self.now, _parts(source.pop()))
        return True

    def unsaved(self, typed: str) -> dict[str, Any]:
        """What stands here otherwise than in the log, for a draft; empty if nothing does.

        Args:
            typed: What stands on the line, and is in no list yet.
        """
        values = {name: _told(value) for name, value in _parts(self.now).items() if value != getattr(self.saved, name)}
        if typed.strip():
            values |= {"line": typed, "old": self.old}
        return {"title": self.now.question, **values, "phase": self.phase.value} if values else {}

    def to_save(self, *, leaving: bool) -> Workshop | None:
        """The workshop as it is to be saved; None if there is nothing new.

        Args:
            leaving: Whether also to keep which phase it is left in.
        """
        if _parts(self.now) == _parts(self.saved) and not (leaving and self.phase is not self.saved.phase):
            return None
        return self.now._replace(phase=self.phase)

    def took(self, sent: Workshop, saved: Workshop) -> None:
        """Something was saved, and perhaps merged with another window's; what has been changed since stays changed."""
        since = {name: value for name, value in _parts(self.now).items() if value != getattr(sent, name)}
        self.saved, self.now = saved, _with(saved, since)


def _parts(workshop: Workshop) -> dict[str, Any]:
    return {name: getattr(workshop, name) for name in KEPT}


def _with(workshop: Workshop, values: dict[str, Any]) -> Workshop:
    return workshop._replace(**values)


def _told(value: Any) -> Any:  # noqa: ANN401 - JSON
    """A value as it stands in a draft; lines as one text, so that the draft can be told by its beginning."""
    if not isinstance(value, tuple):
        return value
    if any(isinstance(each, Action) for each in value):
        return [[each.id, each.what] for each in value]
    return "\n".join(value)


def _gone_on_with(workshop: Workshop, draft: Mapping[str, Any]) -> Workshop:
    """A workshop with what a draft says of it. How and by whom something is done was saved when it was written."""
    values: dict[str, Any] = {name: str(draft[name]) for name in _TEXTS if name in draft}
    values |= {name: tuple(str(draft[name]).splitlines()) for name in _LISTS if name in draft}
    if "in_team" in draft:
        values["in_team"] = bool(draft["in_team"])
    if "plans" in draft:
        known = {each.id: each for each in workshop.plans}
        values["plans"] = tuple(known.get(uid, Action(uid))._replace(what=what) for uid, what in draft["plans"] or ())
    return _with(workshop, values)
