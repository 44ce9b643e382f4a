"""Lets ``python -m learnlog`` do what the ``learnlog`` command does."""

from learnlog.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
