"""What the app is opened without."""

from __future__ import annotations

import subprocess
import sys

OPEN = """
import sys
from learnlog.cli.start import without
with without("ssl", "bz2", "lzma", "json"):
    import learnlog.app
assert not {"ssl", "bz2", "lzma"} & set(sys.modules), "it was imported after all"
assert sys.modules["json"], "what is there stays there"
import asyncio, bz2, lzma, shutil, ssl
async def say():
    process = await asyncio.create_subprocess_exec("echo", "as always", stdout=-1)
    return (await process.communicate())[0].decode().strip()
print(asyncio.run(say()))
"""


def test_the_app_does_without_what_it_does_not_need_and_later_it_is_there() -> None:
    done = subprocess.run([sys.executable, "-c", OPEN], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("as always", "")
