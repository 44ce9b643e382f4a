"""Documents of older learnlogs, brought up to date: pure steps, one version each.

A step is a function from a table's name and a document to the document one version later. It must leave a document
that is already of that version as it is, so that doing it twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from learnlog.errors import CannotReadError
from learnlog.storage import lines
from learnlog.storage.image import Image
from learnlog.storage.json_text import Doc
from learnlog.storage.lines import Header
from learnlog.text import N_

Step = Callable[[str, Doc], Doc]


class Schema:
    """What documents look like now, and how to get there.

    Attributes:
        version: Today's version.
        steps: Version → the step from it to the next. None yet: this is the first version.
    """

    def __init__(self, version: int = lines.SCHEMA, steps: Mapping[int, Step] | None = None) -> None:
        """Today's version and steps, unless others are given."""
        self.version = version
        self.steps = steps or {}


def migrated(header: Header, actions: list[bytes], schema: Schema) -> tuple[Header, list[bytes]]:
    """A log's lines with every document in today's form; numbers, moments and ids stay what they were.

    Raises:
        CannotReadError: If the steps do not lead here, or would lose a document.
    """
    steps = []
    for version in range(header.schema, schema.version):
        if version not in schema.steps:
            raise CannotReadError(N_("This log is too old for this learnlog to read."))
        steps.append(schema.steps[version])
    new = [_line(line, steps) for line in actions]
    if _ids(new) != _ids(actions) or [_line(line, steps[-1:]) for line in new] != new:
        raise CannotReadError(N_("This log could not be brought up to date. It has been left as it is."))
    return header._replace(schema=schema.version), new


def _line(line: bytes, steps: list[Step]) -> bytes:
    action = lines.decode_action(line)
    put = {
        table: {uid: _through(steps, table, document) for uid, document in documents.items()}
        for table, documents in action.put.items()
    }
    return lines.encode_action(action._replace(put=put)) + lines.UNSEALED


def _through(steps: list[Step], table: str, document: Doc) -> Doc:
    for step in steps:
        document = step(table, document)
    return document


def _ids(actions: list[bytes]) -> dict[str, list[str]]:
    return {table: list(documents) for table, documents in Image(actions).tables.items()}
