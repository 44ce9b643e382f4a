"""What belongs to this machine rather than to the log: language, look, keys."""

from typing import NamedTuple

from learnlog.domain.values import Language


class Settings(NamedTuple):
    """Settings of this machine's learnlog, kept in a file people may edit.

    Attributes:
        language: Interface language; None to follow the system.
        theme: Name of a theme: ``fjord``, ``dag``, ``terminal``, or one of Textual's.
        reduce_motion: Whether to do without animation.
        log: Path of the log file; empty for the usual place.
        keys: Command id → keys (Textual's names, comma between), for those who want other keys.
    """

    language: Language | None = None
    theme: str = "fjord"
    reduce_motion: bool = False
    log: str = ""
    keys: dict[str, str] = {}  # noqa: RUF012 - never changed in place; a NamedTuple has no default factory
