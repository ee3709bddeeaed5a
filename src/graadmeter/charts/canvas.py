"""The two sizes every picture is drawn in. Each is shown near its own size, so that text never falls under 12 px."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from graadmeter.charts.svg import hatch, tag


@dataclass(frozen=True, slots=True)
class Canvas:
    """A drawing ground: its name, width, and text sizes, all in pixels."""

    name: str
    width: float
    text: float
    """Labels and values."""
    small: float
    """Axes and remarks."""
    row: float
    """Height of a row in charts made of rows."""

    @property
    def narrow(self) -> bool:
        """Whether this is the phone's drawing."""
        return self.name == "phone"


WIDE = Canvas("wide", 680, 14.5, 13.5, 29)
"""Shown from 600 px wide: at its smallest the text is 11.9/13.5 of its size, so 12 px or more."""

PHONE = Canvas("phone", 300, 13.5, 13, 29)
"""Shown from 280 px wide, the figure's room on a 320 px screen."""

CANVASES = (WIDE, PHONE)


Drawer = Callable[[Canvas, str], tuple[str, float]]
"""Draws on a canvas, given the id of the hatching; gives the drawing and its height."""


def pictures(figure_id: str, title: str, desc: str, draw: Drawer) -> tuple[str, str]:
    """The wide and the phone SVG, labelled: `title` says what they show, `desc` the figures in words."""
    wide, phone = (_picture(f"{figure_id}-{canvas.name}", canvas, (title, desc), draw) for canvas in CANVASES)
    return wide, phone


def _picture(base: str, canvas: Canvas, words: tuple[str, str], draw: Drawer) -> str:
    pattern = f"{base}-hatch"
    body, height = draw(canvas, pattern)
    return tag(
        "svg",
        tag("title", escape(words[0], quote=False), id=f"{base}-title"),
        tag("desc", escape(words[1], quote=False), id=f"{base}-desc"),
        tag("defs", hatch(pattern)) if f"#{pattern}" in body else "",
        body,
        xmlns="http://www.w3.org/2000/svg",
        class_=f"gm-chart gm-chart--{canvas.name}",
        viewBox=f"0 0 {canvas.width:g} {height:g}",
        width=canvas.width,
        height=height,
        role="img",
        aria_labelledby=f"{base}-title {base}-desc",
    )
