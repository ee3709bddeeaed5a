"""Writes SVG: elements as text, coordinates with one decimal, everything escaped. Colours come from style classes."""

import re
from functools import cache, lru_cache
from html import escape

Value = str | float | None
_KEPT = 1 << 16
"""So many numbers are kept as they are written: most coordinates return."""
_SPECIAL = re.compile("[&<>\"']")


def tag(name: str, *children: str, **attributes: Value) -> str:
    """One element. An attribute's underscore becomes a hyphen, a trailing one falls off; None leaves it out."""
    parts = [f"<{name}"]
    for key, value in attributes.items():
        if value is not None:
            parts.append(f'{_name(key)}{_escaped(value) if isinstance(value, str) else number(value)}"')
    inner = "".join(children)
    parts.append(f">{inner}</{name}>" if inner else "/>")
    return "".join(parts)


def text(x: float, y: float, content: str, *, size: float, class_: str = "gm-text", anchor: str | None = None) -> str:
    """A line of text with its baseline at `y`; `anchor` is middle or end, or None for the start."""
    return tag("text", _escaped(content), x=x, y=y, font_size=size, class_=class_, text_anchor=anchor)


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> str:
    """A straight line."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def rect(x: float, y: float, width: float, height: float, *, class_: str, radius: float | None = None) -> str:
    """A rectangle; negative sizes become nought."""
    return tag("rect", x=x, y=y, width=max(width, 0.0), height=max(height, 0.0), rx=radius, class_=class_)


def circle(x: float, y: float, radius: float, class_: str) -> str:
    """A circle."""
    return tag("circle", cx=x, cy=y, r=radius, class_=class_)


def path(points: list[tuple[float, float]], class_: str, *, closed: bool = False) -> str:
    """A line through the points; nothing for fewer than two."""
    if len(points) < 2:  # noqa: PLR2004  a line needs two
        return ""
    steps = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return tag("path", d=f"M{steps}{'Z' if closed else ''}", class_=class_)


def hatch(pattern_id: str) -> str:
    """The definition of the hatching that stands for a hidden or missing figure."""
    stripe = tag("line", x1=0, y1=0, x2=0, y2=6, class_="gm-hatch-line")
    ground = tag("rect", width=6, height=6, class_="gm-hatch-ground")
    return tag(
        "pattern",
        ground,
        stripe,
        id=pattern_id,
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


@lru_cache(maxsize=_KEPT)
def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    rounded = f"{value:.1f}".removesuffix(".0")
    return "0" if rounded == "-0" else rounded


@cache
def _name(key: str) -> str:
    """The attribute up to and with the quote that opens its value."""
    return f' {key.removesuffix("_").replace("_", "-")}="'


def _escaped(value: str) -> str:
    return escape(value) if _SPECIAL.search(value) else value
