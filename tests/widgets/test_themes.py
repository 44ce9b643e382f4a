"""The colours: what is written in them can be read."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from learnlog.widgets.themes import CONTRAST, DAG, FJORD, TERMINAL

READABLE = 4.5
"""WCAG 2, level AA, for text."""
VERY_READABLE, GRAPHIC = 7, 3
"""Level AAA, and what is asked of lines and bars."""
TEXT = ("foreground", "primary", "accent", "error", "warning", "success", "muted", "on-selected")
BEHIND = ("background", "surface", "panel", "selected")


def _colour(theme: Theme, name: str) -> Color:
    return Color.parse(theme.variables.get(name) or getattr(theme, name))


def _contrast(one: Color, other: Color) -> float:
    """The ratio of two colours' luminance, as WCAG defines it."""

    def luminance(colour: Color) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
        return float(0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2])

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [FJORD, DAG, CONTRAST], ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_whatever_lies_behind_it(theme: Theme) -> None:
    pairs = [(text, behind) for text in TEXT for behind in BEHIND]
    pairs += [("chip", "primary"), ("chip", "accent"), ("secondary", "background")]
    found = {pair: round(_contrast(*(_colour(theme, name) for name in pair)), 2) for pair in pairs}
    least = VERY_READABLE if theme is CONTRAST else READABLE
    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}


@pytest.mark.parametrize("name", ["line", "track", "arena-in", "arena-at", "arena-out", "training", "heat-1"])
def test_with_high_contrast_lines_and_bars_stand_out_too(name: str) -> None:
    assert _contrast(_colour(CONTRAST, name), _colour(CONTRAST, "background")) >= GRAPHIC


@pytest.mark.parametrize("name", [*TEXT, "chip"])
def test_no_text_has_a_colour_that_may_be_the_background_of_a_terminal(name: str) -> None:
    """Solarized has its background as bright black, and bold black is drawn as that in many terminals."""
    colour = TERMINAL.variables.get(name) or getattr(TERMINAL, name)
    assert colour not in ("ansi_black", "ansi_bright_black")
