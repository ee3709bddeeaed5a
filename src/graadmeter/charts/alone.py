"""A figure as one file that stands alone: the picture with its title and source, and the figures in it as lines."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graadmeter.charts.canvas import WIDE
from graadmeter.charts.figure import Figure
from graadmeter.charts.style import STYLE
from graadmeter.charts.svg import number, rect, tag, text
from graadmeter.charts.table import Kind
from graadmeter.charts.text_width import wrapped

_MARGIN = 24.0
_TITLE, _SMALL = 20.0, 14.0
_LEADING = 1.35
"""Height of a line in its own size."""

_HEIGHT = re.compile(r' height="([\d.]+)"')
_CLASS = re.compile(r'class="([^"]+)"')
_TOKEN = re.compile(r"(--graadmeter-[\w-]+):\s*(?:var\(--basis-[\w-]+,\s*(.+)\)|([^;]+));")
_USED = re.compile(r"var\((--graadmeter-[\w-]+)\)")

Line = tuple[str, str, float | None, str]
"""What stands in a row and a column: both names, the value when there is one, and the words as they are shown."""


def svg_file(figure: Figure, source: str, tokens: str) -> str:
    """The wide picture in light colours as an SVG file of its own; title, subtitle, notes and `source` are drawn in it.

    `tokens` is the style sheet that sets the design tokens. No style, font or script is fetched, so that a paper or a
    slide can hold the file.
    """
    room, left = WIDE.width, _MARGIN
    parts, down = [], _MARGIN
    for words, size, class_ in (
        (figure.title, _TITLE, "gm-strong"), (figure.subtitle, _SMALL, "gm-muted"),
    ):  # fmt: skip
        for one in wrapped(words, size, room):
            down += size * _LEADING
            parts.append(text(left, down, one, size=size, class_=class_))
    down += _MARGIN / 2
    parts.append(figure.wide.replace("<svg ", f'<svg x="{number(left)}" y="{number(down)}" ', 1))
    found = _HEIGHT.search(figure.wide)
    down += float(found[1]) if found else 0.0
    for one in (*wrapped(" ".join(figure.notes), _SMALL, room), *_wrapped(source, room)):
        down += _SMALL * _LEADING
        parts.append(text(left, down, one, size=_SMALL, class_="gm-muted"))
    body = "".join(parts)
    width, height = room + 2 * _MARGIN, down + _MARGIN
    return tag(
        "svg",
        tag("style", _style(frozenset(_classes(body)), tokens)),
        rect(0, 0, width, height, class_="gm-ground"),
        body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
    )


@lru_cache(maxsize=256)
def _wrapped(source: str, room: float) -> tuple[str, ...]:
    """The source as lines; all figures of an indicator have the same."""
    return wrapped(source, _SMALL, room)


def lines(figure: Figure) -> Iterator[Line]:
    """Exactly the figures that its table shows; a hidden one has no value, and the reason as its words."""
    for name, *cells in figure.table.rows:
        for column, cell in zip(figure.table.header[1:], cells, strict=True):
            if cell.kind is not Kind.TEXT:
                yield name.text, column, cell.value if cell.kind is Kind.NUMBER else None, cell.text


def _classes(body: str) -> Iterator[str]:
    for names in _CLASS.findall(body):
        yield from names.split()


@lru_cache(maxsize=256)
def _style(used: frozenset[str], tokens: str) -> str:
    """The rules for these classes with the colours themselves, since programs that draw SVG know no variables."""
    light = tokens.partition("@media")[0]
    values = {name: (given or plain).strip() for name, given, plain in _TOKEN.findall(light)}
    rules = [rule for rule in STYLE.splitlines() if set(re.findall(r"\.([\w-]+)", rule.partition("{")[0])) <= used]
    every = [*rules, ".gm-ground{fill:var(--graadmeter-color-paper)}"]
    return _USED.sub(lambda found: values[found[1]], "".join(every)).replace('"', "'")
