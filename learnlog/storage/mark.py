"""How far a log had come at the last save that was acknowledged, noted in its lock file.

A log that has been cut off exactly at the end of a line reads as a whole one. So its last place is remembered outside
of it. The note is written after the save and never waited for: it may be older than the log, and after a power cut it
may be gone or spoilt; then it says nothing. A log that ends *before* it has lost lines.
"""

from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from learnlog.storage.content import Tail
    from learnlog.storage.lines import Header

MADE = b"learnlog\n"
"""How the lock file of a log begins that has been saved to."""
_FORM = b"%-32.32b %010d %012d %015d "
_BODY = 32 + 1 + 10 + 1 + 12 + 1 + 15 + 1
SIZE = _BODY + 8 + 1
"""Length of a note, in bytes: always the same, so that one write replaces it."""


class Mark(NamedTuple):
    """A log's end.

    Attributes:
        log_id: The log's id, as bytes of a fixed length.
        generation: Its generation.
        n: Running number of its last line.
        end: Its length, in bytes.
    """

    log_id: bytes
    generation: int
    n: int
    end: int

    def is_beyond(self, tail: "Tail") -> bool:
        """Whether a log that ends there has lost lines: the same log, not written anew since, and less far."""
        return tail.n < self.last_of(tail.header)

    def is_longer(self, tail: "Tail") -> bool:
        """The same from a log's ends only: the cut may lie among lines whose numbers say nothing. Look closer then."""
        return self.is_beyond(tail) or (
            tail.end < self.end and tail.header.generation == self.generation and _id(tail.header) == self.log_id
        )

    def last_of(self, header: "Header") -> int:
        """Running number of the last line a log with that header must have; 0 if nothing is known about it."""
        is_known = _id(header) == self.log_id and header.generation <= self.generation
        return self.n if is_known else 0


NOTHING = Mark(b"", 0, 0, 0)
"""Nothing is known."""


def encode(tail: "Tail") -> bytes:
    """The note of a log that ends there."""
    header = tail.header
    body = _FORM % (header.log_id.encode(errors="replace"), header.generation, tail.n, tail.end)
    return b"%b%08x\n" % (body, crc32(body))


def decode(data: bytes) -> Mark:
    """What a note says; nothing if it is not as it was written."""
    body = data[:_BODY]
    if data[_BODY:] != b"%08x\n" % crc32(body):
        return NOTHING
    try:
        generation, n, end = map(int, body[32:].split())
    except ValueError:
        return NOTHING
    return Mark(body[:32], generation, n, end)


def _id(header: "Header") -> bytes:
    return b"%-32.32b" % header.log_id.encode(errors="replace")
