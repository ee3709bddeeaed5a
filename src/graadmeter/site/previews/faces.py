"""The two typefaces of cards, as outlines that the package carries, so that a card is the same on every machine."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np

Ring = np.ndarray
"""Points (x, y) around a surface, the last joined to the first."""

_STEPS = 4
"""Into so many straight pieces a curve is cut."""
_UNKNOWN = "?"
"""Stands for a character that the faces do not have."""
_PLAIN = {"\u00a0": " ", "\u00ad": "", "\u202f": " "}

Glyph = tuple[float, tuple[Ring, ...]]
"""How far the next character is, and its outlines, in thousandths of the size."""


@dataclass(frozen=True)
class Face:
    """A typeface: its glyphs by character."""

    glyphs: dict[str, Glyph]

    def width(self, text: str, size: float) -> float:
        """How wide a text is in pixels."""
        return sum(advance for advance, _ in self._of(text)) * size / 1000

    def outlines(self, text: str, place: tuple[float, float], size: float) -> list[Ring]:
        """The outlines of a text that begins at `place` (x, baseline y), in pixels from the top left."""
        x, y = place
        found = []
        for advance, rings in self._of(text):
            found += [ring * (size / 1000, -size / 1000) + (x, y) for ring in rings]
            x += advance * size / 1000
        return found

    def wrapped(self, text: str, size: float, room: float) -> list[str]:
        """The text on as many lines as it needs, broken at spaces."""
        lines: list[str] = []
        for word in text.split():
            if lines and self.width(f"{lines[-1]} {word}", size) <= room:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return lines

    def fitted(self, text: str, size: float, room: float, most: int) -> list[str]:
        """The text on so many lines at most; that words were left out is told by three points."""
        lines = self.wrapped(text, size, room)
        if len(lines) <= most:
            return lines
        kept = lines[most - 1].split()
        while len(kept) > 1 and self.width(f"{' '.join(kept)} …", size) > room:
            kept.pop()
        return [*lines[: most - 1], f"{' '.join(kept)} …"]

    def _of(self, text: str) -> Iterator[Glyph]:
        for character in text:
            for one in _PLAIN.get(character, character):
                yield self.glyphs.get(one) or self.glyphs[_UNKNOWN]


@cache
def face(name: str) -> Face:
    """The face in the file called `name`: sans or serif-bold."""
    told = json.loads(files("graadmeter.site.previews").joinpath(f"{name}.json").read_text(encoding="utf-8"))
    return Face({one: (advance, tuple(map(_ring, rings))) for one, (advance, rings) in told["glyphs"].items()})


def _ring(numbers: Sequence[int]) -> Ring:
    """An outline as straight pieces, from triples x, y and whether the point lies on the curve (TrueType)."""
    points = [(float(x), float(y), on) for x, y, on in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)]
    full: list[tuple[float, float, int]] = []
    for before, point in pairwise([points[-1], *points]):
        if not before[2] and not point[2]:
            full.append(((before[0] + point[0]) / 2, (before[1] + point[1]) / 2, 1))
        full.append(point)
    start = next(index for index, point in enumerate(full) if point[2])
    turned = [*full[start:], *full[: start + 1]]
    found: list[tuple[float, float]] = []
    for index, (x, y, on) in enumerate(turned[:-1]):
        found += [(x, y)] if on else _curve(turned[index - 1], (x, y), turned[index + 1])
    return np.array(found)


def _curve(
    start: tuple[float, float, int], bend: tuple[float, float], end: tuple[float, float, int]
) -> Iterator[tuple[float, float]]:
    """The inner points of a quadratic curve."""
    for step in range(1, _STEPS):
        at = step / _STEPS
        a, b, c = (1 - at) ** 2, 2 * at * (1 - at), at**2
        yield a * start[0] + b * bend[0] + c * end[0], a * start[1] + b * bend[1] + c * end[1]
