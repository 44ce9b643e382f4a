"""The identity guard: how many numbers it finds, how often it is wrong, what it costs.

    python benchmarks/identity.py [--notes 10000] [--json]

Everything is made up, from a fixed seed. Numbers are built by the published rules, written in every spelling, and must
be certain; notes are written as people at work write them, with times, doses, phones, lots and case numbers, and should
not be. Hints are counted apart: they are meant to be seen a little too often.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import time
from collections.abc import Callable

from learnlog.domain.identity import Certainty, look, look_for_numbers

EACH = 2_000
"""So many numbers are written in each spelling."""
SWEDISH: dict[str, Callable[[str, str], str]] = {
    "YYMMDD-XXXX": lambda date, rest: f"{date[2:]}-{rest}",
    "YYYYMMDD-XXXX": lambda date, rest: f"{date}-{rest}",
    "YYMMDD+XXXX": lambda date, rest: f"{date[2:]}+{rest}",
    "YYMMDD XXXX": lambda date, rest: f"{date[2:]} {rest}",
    "YYMMDD - XXXX": lambda date, rest: f"{date[2:]} - {rest}",
    "en dash": lambda date, rest: f"{date[2:]}–{rest}",
    "unbroken hyphen": lambda date, rest: f"{date[2:]}\u2011{rest}",
    "unbroken space": lambda date, rest: f"{date[2:]}\u00a0{rest}",
    "YYYY-MM-DD-XXXX": lambda date, rest: f"{date[:4]}-{date[4:6]}-{date[6:]}-{rest}",
    "full width": lambda date, rest: "".join(chr(ord(each) + 0xFEE0) for each in f"{date[2:]}-{rest}"),
    "in brackets": lambda date, rest: f"({date[2:]}-{rest})",
    "before a full stop": lambda date, rest: f"{date[2:]}-{rest}.",
    "before a comma": lambda date, rest: f"{date[2:]}-{rest}, och",
    "after pnr:": lambda date, rest: f"pnr:{date[2:]}-{rest}",
    "bare, 10 digits": lambda date, rest: f"{date[2:]}{rest}",
    "bare, 12 digits": lambda date, rest: f"{date}{rest}",
    "YY-MM-DD-XXXX": lambda date, rest: f"{date[2:4]}-{date[4:6]}-{date[6:]}-{rest}",
    "YYMMDD.XXXX": lambda date, rest: f"{date[2:]}.{rest}",
}
NORWEGIAN: dict[str, Callable[[str], str]] = {
    "bare": str,
    "DDMMYY XXXXX": lambda number: f"{number[:6]} {number[6:]}",
    "DDMMYY-XXXXX": lambda number: f"{number[:6]}-{number[6:]}",
    "DDMMYY XXX XX": lambda number: f"{number[:6]} {number[6:9]} {number[9:]}",
    "full width": lambda number: "".join(chr(ord(each) + 0xFEE0) for each in number),
}
SENTENCES = (
    "En boende var orolig på kvällen, och jag satte mig ned tills det blev lugnt.",
    "Vi övade förflyttning med den nya liften. Den går att köra själv.",
    "Jeg lærte å vente litt lenger før jeg hjelper til.",
    "Vi pratade om bemötande på mötet. Alla ville prova.",
    "We tried singing during morning care. It helped.",
    "Dokumenterade i journalen och sa till sjuksköterskan.",
    "Kollegan visade hur man lägger upp armen.",
    "I dag gikk det bedre med maten.",
)


def luhn(digits: str) -> int:
    """The check digit for nine digits."""
    doubled = "".join(str(int(digit) * (2 - place % 2)) for place, digit in enumerate(digits))
    return -sum(map(int, doubled)) % 10


def day(chance: random.Random) -> dt.date:
    """A day of birth, between 1920 and 2008."""
    return dt.date(1920, 1, 1) + dt.timedelta(chance.randrange(88 * 365))


def swedish(chance: random.Random) -> tuple[str, str]:
    """The date in eight digits and the last four; one in four is a coordination number."""
    born = day(chance)
    date = f"{born:%Y%m}{born.day + 60 * (chance.random() < 0.25):02}"
    rest = f"{chance.randrange(1, 1000):03}"
    return date, f"{rest}{luhn(date[2:] + rest)}"


def norwegian(chance: random.Random) -> str:
    """Eleven digits: an ordinary, a D-, an H- or a made-up number; one in five by the rule for 2032."""
    while True:
        born, plus_day, plus_month = day(chance), chance.choice((0, 0, 40)), chance.choice((0, 0, 40, 80))
        nine = f"{born.day + plus_day:02}{born.month + plus_month:02}{born.year % 100:02}{chance.randrange(1000):03}"
        remainder = chance.choice((0, 0, 0, 0, chance.randrange(1, 4)))
        k1 = (remainder - sum(int(a) * b for a, b in zip(nine, (3, 7, 6, 1, 8, 9, 4, 5, 2), strict=True))) % 11
        k2 = -sum(int(a) * b for a, b in zip(f"{nine}{k1}", (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=False)) % 11
        if max(k1, k2) < 10:
            return f"{nine}{k1}{k2}"


def ordinary(chance: random.Random) -> str:
    """A number as it stands in notes, which is nobody's."""
    digits = chance.randrange
    on = dt.date(2024, 1, 1) + dt.timedelta(digits(1000))
    forms = (
        f"kl {digits(24):02}.{digits(60):02}",
        f"{digits(24):02}:{digits(60):02}–{digits(24):02}:{digits(60):02}",
        f"{on:%Y-%m-%d}",
        f"{on.day}/{on.month}",
        f"{on:%Y-%m-%d} {digits(24):02}:{digits(60):02}",
        f"{on:%d.%m.%Y}",
        f"{on:%Y%m%d}",
        f"{on:%Y-%m-%d}–{on + dt.timedelta(30):%Y-%m-%d}",
        f"070-{digits(1000):03} {digits(100):02} {digits(100):02}",
        f"+46 8 {digits(1000):03} {digits(100):02} {digits(100):02}",
        f"+47 {digits(10**8):08}",
        f"{digits(1, 9)}{digits(10)} {digits(100):02} {digits(100):02} {digits(100):02}",
        f"{digits(1, 1000)} ml",
        f"{digits(1, 20)},5 mg x {digits(1, 4)}",
        f"{digits(40, 190)}/{digits(40, 110)}",
        f"978-91-{digits(10**4):04}-{digits(1000):03}-{digits(10)}",
        f"dnr {digits(2000, 2027)}/{digits(10**5):05}",
        f"lot {digits(10**6):06}",
        f"556{digits(1000):03}-{digits(10**4):04}",
        f"{digits(100, 1000)} {digits(100):02}",
        f"v. {digits(1, 53)}",
        f"{digits(1, 100)} %",
        f"{digits(10**9, 10**10)}",
        f"KID {digits(10**14):014}",
    )
    return chance.choice(forms)


def notes(count: int, chance: random.Random) -> list[str]:
    """Notes with about five numbers each."""
    made = []
    for _ in range(count):
        words = [chance.choice(SENTENCES) for _ in range(chance.randrange(1, 6))]
        words += [f"Det var {ordinary(chance)}." for _ in range(chance.randrange(2, 9))]
        chance.shuffle(words)
        made.append(" ".join(words))
    return made


def recall(written: list[str]) -> float:
    """How many of these are certain, in per cent."""
    found = sum(
        any(each.certainty is Certainty.CERTAIN for each in look(f"Hon skrev {text} i går")) for text in written
    )
    return round(100 * found / len(written), 2)


def measured(count: int) -> dict[str, object]:
    """Everything."""
    chance = random.Random(20261122)
    found = {f"sv {name}": recall([form(*swedish(chance)) for _ in range(EACH)]) for name, form in SWEDISH.items()}
    found |= {f"nb {name}": recall([form(norwegian(chance)) for _ in range(EACH)]) for name, form in NORWEGIAN.items()}
    texts = notes(count, chance)
    plain = [" ".join(chance.choice(SENTENCES) for _ in range(6)) for _ in range(count)]
    seen = [look(text) for text in texts]
    of = {certainty: sum(any(each.certainty is certainty for each in one) for one in seen) for certainty in Certainty}
    return {
        "recall_per_cent": found,
        "notes": count,
        "false_certain": of[Certainty.CERTAIN],
        "false_possible": of[Certainty.POSSIBLE],
        "hinted": of[Certainty.HINT],
        "hinted_in_notes_without_numbers": sum(bool(look(text)) for text in plain),
        "ms_numbers_only": timed(texts, look_for_numbers),
        "ms_with_hints": timed(texts, look),
        "ms_notes_without_numbers": timed(plain, look),
    }


def timed(texts: list[str], looking: Callable[[str], object]) -> float:
    """Milliseconds to look through all texts; the best of three."""
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        for text in texts:
            looking(text)
        best = min(best, time.perf_counter() - began)
    return round(best * 1000, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    result = measured(given.notes)
    if given.json:
        print(json.dumps(result, indent=2, ensure_ascii=False))
        return
    for name, share in result.pop("recall_per_cent").items():  # type: ignore[attr-defined]  # it is a table
        print(f"{name:<24} {share:6.2f} %")
    for name, value in result.items():
        print(f"{name:<34} {value}")


if __name__ == "__main__":
    main()
