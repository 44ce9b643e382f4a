"""Every error learnlog raises on purpose.

    LearnlogError
    ├─ InvalidInputError     what was typed cannot be taken: all problems at once, by field     exit 1
    ├─ RuleError             a rule of the domain says no
    │  └─ NotFoundError      no such entry, or an id beginning that fits several                exit 1
    ├─ StorageError          the log could not be read or written
    │  ├─ DamagedError       the log is not whole; the damaged file has been set aside          exit 3
    │  ├─ InUseError         another learnlog holds the lock                                    exit 4
    │  ├─ CannotSaveError    nothing was saved (disk full, no permission …)                     exit 5
    │  ├─ CannotReadError    the log cannot be opened at all                                    exit 5
    │  └─ NewerFormatError   made by a newer learnlog: it can be read, not written              exit 6
    ├─ ExportError           an export cannot be made                                           exit 1
    └─ ForeignFileError      a file from somebody else is not what it should be                exit 1
       └─ LockedError        it is locked, and does not open with what was given               exit 1

An error carries a message id and its values (`Msg`), never a finished sentence and never a user's text: the boundary
that shows it (a form, `screens.base`, `cli.main`) translates it. Exit codes are those of the command line.
"""

from __future__ import annotations

import errno

from learnlog.text import N_, Msg


class LearnlogError(Exception):
    """Base of all errors raised on purpose.

    Attributes:
        exit_code: What the command line answers with.
        message: The sentence to show, untranslated.
    """

    exit_code = 1
    default = N_("Something went wrong.")

    def __init__(self, message: Msg | str | None = None, **values: object) -> None:
        """Keep the sentence.

        Args:
            message: A `Msg`, a message id, or nothing for the class's own sentence.
            **values: Values for the ``{names}`` in a message id.
        """
        self.message = message if isinstance(message, Msg) else Msg(message or self.default, values)
        super().__init__(self.message.id)


class InvalidInputError(LearnlogError):
    """What was typed cannot be taken.

    Attributes:
        problems: Every problem found, as (field name, sentence), in the order of the form.
    """

    default = N_("Something in the form needs another look.")

    def __init__(self, *problems: tuple[str, Msg]) -> None:
        """Keep all problems; the first is also the error's own sentence."""
        self.problems = problems
        super().__init__(problems[0][1] if problems else None)


class RuleError(LearnlogError):
    """A rule of the domain says no."""


class NotFoundError(RuleError):
    """No such item."""

    default = N_("There is no entry with that id.")


class StorageError(LearnlogError):
    """The log could not be read or written."""

    exit_code = 5


class DamagedError(StorageError):
    """The log is not whole."""

    exit_code = 3
    default = N_("The log file is damaged. A copy has been set aside; nothing has been overwritten.")


class InUseError(StorageError):
    """Another learnlog is saving right now."""

    exit_code = 4
    default = N_("Another learnlog is saving. Nothing is lost; try again.")


class CannotSaveError(StorageError):
    """Nothing was saved."""

    default = N_("Could not save. Nothing has been changed on disk.")


class CannotReadError(StorageError):
    """The log cannot be opened."""

    default = N_("The log file cannot be read.")


class NewerFormatError(StorageError):
    """The log was made by a newer learnlog."""

    exit_code = 6
    default = N_("This log was made by a newer learnlog. It can be read, but not changed, by this one.")


class ExportError(LearnlogError):
    """An export cannot be made."""

    default = N_("The export could not be made.")


class ForeignFileError(LearnlogError):
    """A file from somebody else is not what it should be; nothing of it has been used."""

    default = N_("This file cannot be used.")


class LockedError(ForeignFileError):
    """A file from somebody else is locked."""

    default = N_("The file does not open with that passphrase or key, or it has been damaged on its way.")


_REASONS = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EACCES: N_("you have no permission"),
    errno.EPERM: N_("you have no permission"),
    errno.EROFS: N_("the disk is read-only"),
    errno.ENOENT: N_("there is no such file or folder"),
    errno.ENOTDIR: N_("a file lies where a folder should be"),
    errno.EISDIR: N_("it is a folder"),
    errno.EEXIST: N_("it is there already"),
    errno.EIO: N_("the disk reports an error"),
    errno.EFBIG: N_("the file would be too large"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("its links go in a circle"),
    errno.EMFILE: N_("too many files are open"),
}


def reason(error: OSError) -> Msg:
    """Why the system refused, to be put into a sentence: the system's own words are English only."""
    known = _REASONS.get(error.errno or 0)
    return Msg(known) if known else Msg(N_("the system says error {number}"), {"number": error.errno or 0})
