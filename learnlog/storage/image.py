"""The log in memory: its lines as they stand in the file, and which of them holds what. Nothing is decoded early."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from learnlog.errors import DamagedError
from learnlog.storage import json_text, lines
from learnlog.storage.json_text import Doc
from learnlog.storage.lines import Action
from learnlog.text import N_


class Image:
    """Tables made of undecoded lines.

    Attributes:
        actions: Every line after the header, in the order of the file.
        tables: Table → id → a line that holds that document only. Never changed while somebody may be walking
            through it: walk through a `list` of it.
    """

    def __init__(self, actions: Iterable[bytes] = ()) -> None:
        """Make it from the lines of a whole log."""
        self.actions: list[bytes] = []
        self.tables: dict[str, dict[str, bytes]] = {}
        self.take(actions)

    def take(self, actions: Iterable[bytes]) -> None:
        """Let further lines take effect."""
        one = lines.ONE
        for line in actions:
            self.actions.append(line)
            found = one(line)
            if found is None:
                self._take_all(lines.decode_action(line))
            else:
                self.table(found[4].decode())[found[5].decode()] = line

    def take_one(self, line: bytes, table: str, uid: str) -> None:
        """Let a further line take effect that holds this one document: who has written it knows that without a look."""
        self.actions.append(line)
        self.table(table)[uid] = line

    def table(self, name: str) -> dict[str, bytes]:
        """A table's lines by id."""
        table = self.tables.get(name)
        if table is None:
            table = self.tables[name] = {}
        return table

    def document(self, table: str, uid: str) -> Doc | None:
        """A document as it is now."""
        line = self.tables.get(table, {}).get(uid)
        return None if line is None else self.read(line)

    def documents(self, table: str) -> list[tuple[str, int, Doc]]:
        """Ids, revisions and documents of a table as it is now."""
        number, read = lines.number_of, self.read
        return [(uid, number(line), read(line)) for uid, line in list(self.tables.get(table, {}).items())]

    def read(self, line: bytes) -> Doc:
        """The only document of a line.

        Raises:
            DamagedError: If it is none: something else than learnlog has written it, and got the sums right.
        """
        try:
            return lines.read_document(line)
        except DamagedError as error:
            raise self._not_ours(line) from error

    def revision(self, table: str, uid: str) -> int:
        """Running number of the line that holds a document now; 0 when there is none."""
        line = self.tables.get(table, {}).get(uid)
        return 0 if line is None else lines.number_of(line)

    def numbered(self, n: int) -> list[Action]:
        """The action with a running number; compaction may have spread it over several lines, or dropped it."""
        first = bisect_left(self.actions, n, key=lines.number_of)
        last = bisect_right(self.actions, n, key=lines.number_of)
        return [self._action(line) for line in self.actions[first:last]]

    def versions(self, table: str, uid: str) -> Iterator[tuple[Action, Doc | None]]:
        """Every known version of a document, oldest first; None where it was deleted."""
        needle = json_text.to_json(uid)
        for line in list(self.actions):
            if needle not in line:
                continue
            action = self._action(line)
            if uid in action.put.get(table, {}):
                yield action, action.put[table][uid]
            elif uid in action.gone.get(table, []):
                yield action, None

    def _action(self, line: bytes) -> Action:
        try:
            return lines.decode_action(line)
        except json_text.Refused as error:
            raise self._not_ours(line) from error

    def _not_ours(self, line: bytes) -> DamagedError:
        """The error that names a line of the file; one made from several documents in memory goes by its number."""
        n = lines.number_of(line)
        place = next((place for place, each in enumerate(self.actions, 2) if lines.number_of(each) == n), 0)
        return DamagedError(N_("Line {line} of the log cannot be read."), line=place)

    def _take_all(self, action: Action) -> None:
        for table, documents in action.put.items():
            for uid in documents:
                self.table(table)[uid] = lines.single(action, table, uid)
        for table, ids in action.gone.items():
            for uid in ids:
                self.table(table).pop(uid, None)
