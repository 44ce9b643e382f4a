"""Text that is declared in one place and translated in another.

Everything a person reads is English in the code and a gettext message id at the same time. Where a text is *declared*
it is only marked, with `N_`; where it needs values it becomes a `Msg`. It is translated when it is *shown*, by whoever
holds a translator, so one value reads right in the interface's language and in an export's.
"""

from typing import NamedTuple


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "mark, do not translate"
    """Mark a message id for extraction and return it unchanged."""
    return message


def pgettext(context: str, message: str) -> tuple[str, str]:
    """Mark a word that has several meanings in English, with its context; named so that the extraction finds it."""
    return context, message


class Msg(NamedTuple):
    """A sentence to be translated later: a message id and the values it names.

    Attributes:
        id: English sentence, with ``{name}`` where a value goes.
        values: The named values. They are shown as they are, so they must not be English prose.
        plural: English plural of `id`; `number` then chooses the form.
        number: What decides between `id` and `plural`; given to both as ``{count}``.
    """

    id: str
    values: dict[str, object] = {}  # noqa: RUF012 - never changed; a NamedTuple has no default factory
    plural: str = ""
    number: int = 0
