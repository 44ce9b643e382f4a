"""Shared copies for tests: what a supervisor or a manager finds in a folder."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from learnlog.domain.share import Reader, Sender, Share, Shared
from learnlog.domain.values import Language
from learnlog.storage import share_file
from learnlog.storage.shared_form import item_of, reduced
from tests.builders import NOW


def a_copy(number: int, *values: Shared, name: str = "", unit: str = "Eken", days_old: int = 0, **fields: Any) -> Share:
    """A copy of these things for the manager, made so many days ago by the person of that number."""
    present = frozenset(each.id for each in values)
    whole: dict[str, Any] = {
        "share_id": f"{number:016x}{days_old:016x}",
        "log_id": f"log-{number}",
        "reply_key": f"{number:064x}",
        "created": NOW - dt.timedelta(days=days_old),
        "from_": Sender(name or f"Person {number:03}", "undersköterska", unit),
        "to_role": Reader.MANAGER,
        "language": Language.SV,
        "items": tuple(item_of(reduced(each, present), 7) for each in values),
    }
    return Share(**(whole | fields))


def put(folder: Path, *shares: Share) -> list[Path]:
    """Write copies as files into a folder."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{share.share_id}{share_file.SUFFIX}" for share in shares]
    for path, share in zip(paths, shares, strict=True):
        path.write_bytes(share_file.encoded(share))
    return paths
