"""One way to write a value down, byte for byte, so that its fingerprint is the same on every machine.

Sorted keys, no spaces, UTF-8, only texts, whole numbers, truth values, nothing, lists and objects. Without fractions
this is as good as RFC 8785; keys are sorted by code point.
"""

from __future__ import annotations

import json
from typing import Any


def canonical(value: Any) -> bytes:  # noqa: ANN401 - any JSON
    """JSON in its one form.

    Raises:
        ValueError: If it holds what has no such form: a fraction, half a surrogate pair.
        TypeError: If it is not JSON.
    """
    if _has_fraction(value):
        raise ValueError
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode()


def fingerprint(kind: str, value: Any) -> str:  # noqa: ANN401 - any JSON
    """SHA-256 of a value of a kind, as 64 hexadecimal digits; the same content of another kind has another one."""
    import hashlib  # noqa: PLC0415 - only what is shared needs it

    return hashlib.sha256(f"learnlog/{kind}/1\0".encode() + canonical(value)).hexdigest()


def _has_fraction(value: Any) -> bool:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        return any(map(_has_fraction, value.values()))
    if isinstance(value, list):
        return any(map(_has_fraction, value))
    return isinstance(value, float)
