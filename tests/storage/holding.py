"""A data folder in which one entry stands in every file it can stand in."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path

from learnlog.domain.entry import Entry
from learnlog.storage.disk import Disk
from learnlog.storage.drafts import Draft, DraftFolder
from learnlog.storage.json_text import to_json
from learnlog.storage.locations import EDITOR_FOLDER, Locations, locate
from learnlog.storage.purge import Purge
from learnlog.storage.store import Store
from tests.builders import NOW, a_clock, an_entry

NAME = "Åsa Ödqvist"
NUMBER = "19811228-9874"
SECRET = an_entry(
    id="5" * 32,
    title=f"Samtal med {NAME} i köket",
    what_happened=f"Hon bor i rum 12 \\ “östra”\n\t{NAME} har {NUMBER}.",
    insight="Vänta tio sekunder innan jag svarar henne.",
    areas=("th.encounter",),
)
OTHER = an_entry(id="0" * 32, title="Lugn förflyttning", what_happened="Med personlyft, två kollegor.")


def places(folder: Path) -> Locations:
    """Where a log in this folder lies."""
    return locate({"LEARNLOG_HOME": str(folder)})


def opened(folder: Path, by: str = "test", disk: Disk | None = None, patience: float = 0) -> Store:
    """The log in a folder."""
    return Store.open(places(folder).log, a_clock(), by, disk=disk or Disk(), patience=patience)


def a_purge(folder: Path, disk: Disk | None = None, patience: float = 0) -> Purge:
    """What erases in a folder."""
    disk = disk or Disk()
    return Purge(opened(folder, "purge", disk, patience), places(folder), str(folder.parent / "tmp"), disk)


def fill(folder: Path, secret: Entry = SECRET) -> None:
    """Write a log in which an entry was changed, put in the bin, copied, damaged, half typed and left to an editor."""
    folder.mkdir(mode=0o700, exist_ok=True)
    store = opened(folder)
    store.entries.put(OTHER)
    saved = store.entries.put(secret)
    store.upkeep.copy(pinned=True)
    with store.transaction():
        store.entries.put(saved._replace(title="En boende i köket", what_happened="", insight=saved.insight))
        store.entries.put(an_entry(id="1" * 32, title="Tillsammans med den"))
    store.entries.put(store.entries.get(secret.id)._replace(deleted_at=NOW))
    store.upkeep.compact(force=True)
    store.upkeep.copy()
    log = Path(places(folder).log)
    damaged = folder / "damaged"
    damaged.mkdir(mode=0o700)
    keep(damaged / "20261120T120000Z-1-00000000.jsonl", log.read_bytes().replace(b'"by":"test"', b'"by":"tes', 2))
    line = log.read_bytes().split(b"\n")[2]
    keep(damaged / "20261120T120000Z-2-00000000.torn", line[: len(line) * 2 // 3])
    keep(damaged / "20261120T120000Z-3-00000000.jsonl", log.read_bytes().decode().encode("utf-16-le"))
    keep(folder / "log (1).jsonl", log.read_bytes())
    keep(folder / ".log.jsonl.0123456789ab.tmp", log.read_bytes())
    drafts = DraftFolder(str(folder / "drafts"))
    drafts.keep(Draft("entry", secret.id, {"what_happened": secret.what_happened}, NOW))
    drafts.let_go("entry", secret.id)
    drafts.keep(Draft("entry", "2" * 32, {"title": "Något annat"}, NOW))
    drafts.let_go("entry", "2" * 32)
    editor = folder.parent / "tmp" / f"{EDITOR_FOLDER}abcd"
    editor.mkdir(parents=True, exist_ok=True)
    keep(editor / "learnlog.md", secret.what_happened.encode())
    keep(editor / ".learnlog.md.swp", b"b0VIM\x00" + secret.what_happened.encode())


def keep(path: Path, data: bytes) -> None:
    """Write a file as learnlog does: for its owner only."""
    path.write_bytes(data)
    os.chmod(path, 0o600)


def holding(folder: Path, *texts: str) -> list[str]:
    """The files, below a folder and where editors were given texts, in which one of the texts stands in any form."""
    forms = {form for text in texts for form in forms_of(text)}
    found: list[str] = []
    for root in (folder, folder.parent / "tmp"):
        files = [path for path in sorted(root.rglob("*")) if path.is_file()]
        found += [str(path.relative_to(root)) for path in files if any(form in path.read_bytes() for form in forms)]
    return found


def forms_of(text: str) -> set[bytes]:
    """A text as bytes: composed and not, escaped as JSON does or not, in the codes it may have been written in."""
    forms = set()
    for composed in (unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)):
        forms |= {composed.encode(), to_json(composed)[1:-1], ascii_json(composed), composed.encode("utf-16-le")}
    return forms


def ascii_json(text: str) -> bytes:
    """A text as JSON in ASCII, without quotation marks."""
    return json.dumps(text)[1:-1].encode()
