"""Colours have enough contrast in both modes, and the style sheet uses only tokens that exist."""

import re
from importlib.resources import files

import pytest

from graadmeter.charts.style import STYLE
from graadmeter.site.assets import assets

TOKENS = files("graadmeter.site").joinpath("static", "tokens.css").read_text(encoding="utf-8")
LIGHT, DARK = TOKENS.split("@media")[:2]
TEXT, SIGN = 4.5, 3.0
PAIRS = [
    ("ink", "paper", TEXT), ("ink", "card", TEXT), ("muted", "paper", TEXT), ("muted", "card", TEXT),
    ("focal", "paper", TEXT), ("focal", "card", TEXT), ("chosen", "paper", TEXT), ("chosen", "card", TEXT),
    ("ink", "chosen-soft", TEXT), ("ink", "focal-soft", TEXT), ("focal", "focal-soft", TEXT),
    ("on-class-light", "class-1", TEXT), ("on-class-light", "class-2", TEXT), ("on-class-light", "class-3", TEXT),
    ("on-class-dark", "class-4", TEXT), ("on-class-dark", "class-5", TEXT), ("ink", "chance", TEXT),
    ("comparator", "paper", SIGN), ("bar", "paper", SIGN), ("line-strong", "paper", SIGN),
]  # fmt: skip


def _colours(part: str) -> dict[str, str]:
    found = re.findall(r"--graadmeter-color-([\w-]+):[^;]*?(#[0-9a-f]{6})\)?;", part)
    return dict(found)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_contrast(mode: str, front: str, ground: str, least: float) -> None:
    colours = _colours(LIGHT) if mode == "light" else {**_colours(LIGHT), **_colours(DARK)}
    high, low = sorted((_luminance(colours[front]), _luminance(colours[ground])), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= least


def test_every_token_in_use_exists() -> None:
    sheet = assets()["assets/graadmeter.css"].decode()
    defined = set(re.findall(r"(--graadmeter-[\w-]+):", TOKENS))
    used = set(re.findall(r"var\((--graadmeter-[\w-]+)", sheet))
    assert used <= defined
    assert "var(--graadmeter-color-focal)" in STYLE


def test_nothing_is_fetched_from_elsewhere() -> None:
    sheet = assets()["assets/graadmeter.css"].decode()
    assert "http" not in sheet
    assert "@import" not in sheet
    assert "url(" not in sheet
