"""The colours: fjord (dark), dag (light), kontrast (black and white) and terminal (the terminal's own sixteen colours).

Surfaces have so little colour that they stay grey in 256 colours. The arena colours were searched by program to stay
apart for every kind of colour vision; besides, no arena is told by its colour alone.
"""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

from learnlog.text import N_

FJORD = Theme(
    name="fjord",
    dark=True,
    primary="#8ab8e0",
    secondary="#7f93a6",
    accent="#f2b56b",
    foreground="#dbe3ea",
    background="#131619",
    surface="#191d21",
    panel="#272c32",
    boost="#191d21",
    error="#ea8a7c",
    warning="#e8c26e",
    success="#79c79f",
    luminosity_spread=0.08,
    variables={
        "muted": "#9aa7b4",
        "faint": "#5d6772",
        "line": "#3a4148",
        "track": "#3a4148",
        "selected": "#1b3a55",
        "on-selected": "#dbe3ea",
        "chip": "#131619",
        "arena-in": "#51adf8",
        "arena-at": "#feaa43",
        "arena-out": "#039d88",
        "training": "#fcd1fb",
        "heat-1": "#245a4c",
        "heat-2": "#2f8069",
        "heat-3": "#45ad8d",
        "heat-4": "#8fe3c8",
    },
)

DAG = Theme(
    name="dag",
    dark=False,
    primary="#1d5f8f",
    secondary="#4c6478",
    accent="#a05109",
    foreground="#22272b",
    background="#f7f6f3",
    surface="#fdfcf9",
    panel="#ebe9e6",
    boost="#fdfcf9",
    error="#a8392b",
    warning="#875f00",
    success="#29734d",
    luminosity_spread=0.08,
    variables={
        "muted": "#565f66",
        "faint": "#8b9298",
        "line": "#cbc7c0",
        "track": "#cbc7c0",
        "selected": "#dbe8f2",
        "on-selected": "#22272b",
        "chip": "#fdfcf9",
        "arena-in": "#2666cf",
        "arena-at": "#925709",
        "arena-out": "#2c9a75",
        "training": "#672b63",
        "heat-1": "#8fcbb6",
        "heat-2": "#57ab90",
        "heat-3": "#2a866d",
        "heat-4": "#0c5c49",
    },
)

_ANSI = BUILTIN_THEMES["ansi-dark"]
_ANSI_EXTRA = {
    "muted": "ansi_default",
    "faint": "ansi_default",
    "line": "ansi_bright_black",
    "track": "ansi_bright_black",
    "selected": "ansi_blue",
    "on-selected": "#ffffff",
    "chip": "#000000",
    "arena-in": "ansi_bright_blue",
    "arena-at": "ansi_yellow",
    "arena-out": "ansi_green",
    "training": "ansi_bright_magenta",
    "heat-1": "ansi_green",
    "heat-2": "ansi_green",
    "heat-3": "ansi_bright_green",
    "heat-4": "ansi_bright_white",
}
# Some terminals have the background's own colour as bright black (Solarized), and many draw bold black as that: nothing
# to be read may have it. What is muted is the terminal's own text, drawn fainter where a style sheet can say so.
# A fresh ANSI theme lacks variables that Textual's style sheet needs, so ours is a copy of the one shipped. Its blue is
# too dark for text in most terminals: it lies behind the chosen row, and the bright one is what is written in.
TERMINAL = replace(
    _ANSI,
    name="terminal",
    primary="ansi_bright_blue",
    accent="ansi_yellow",
    variables={**_ANSI.variables, **_ANSI_EXTRA},
)

CONTRAST = Theme(
    name="kontrast",
    dark=True,
    primary="#ffd84d",
    secondary="#c4d4e4",
    accent="#ffc27a",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1f1f1f",
    boost="#000000",
    error="#ffb3aa",
    warning="#ffe28a",
    success="#93efb8",
    luminosity_spread=0.08,
    variables={
        "muted": "#d6d6d6",
        "faint": "#9a9a9a",
        "line": "#8c8c8c",
        "track": "#8c8c8c",
        "selected": "#002f66",
        "on-selected": "#ffffff",
        "chip": "#000000",
        "arena-in": "#6cc0ff",
        "arena-at": "#ffb04d",
        "arena-out": "#2fd6bd",
        "training": "#ffd6fd",
        "heat-1": "#3f8f7b",
        "heat-2": "#53b39b",
        "heat-3": "#78d8bf",
        "heat-4": "#c9fff0",
    },
)

THEMES = (FJORD, DAG, CONTRAST, TERMINAL)
"""Our own themes, the default first."""
THEME_NAMES: dict[str, str] = {
    "fjord": N_("Fjord (dark)"),
    "dag": N_("Day (light)"),
    "kontrast": N_("High contrast"),
    "terminal": N_("The terminal's own colours"),
}
"""What each is called."""


def fallback(*, dark: bool) -> dict[str, str]:
    """Our variables for themes that are not ours."""
    return (FJORD if dark else DAG).variables
