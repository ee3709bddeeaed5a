"""A ground of pixels to draw on, and its bytes as PNG (ISO/IEC 15948)."""

import struct
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin

import numpy as np

from graadmeter.site.previews.faces import Face, Ring

Colour = tuple[int, int, int]

_ROWS = 4
"""Into so many rows each pixel is cut to see how much of it is covered; along a row that is exact."""
_ROUND = 24
"""Corners of a circle."""
_PACKED = 6
"""How hard zlib tries."""


class Ground:
    """Pixels of one colour, to be painted over."""

    def __init__(self, width: int, height: int, colour: Colour) -> None:
        self._pixels = np.empty((height, width, 3), np.uint8)
        self._pixels[:] = colour

    def copy(self) -> "Ground":
        """The same pixels, to be painted over apart."""
        height, width, _ = self._pixels.shape
        other = Ground(width, height, (0, 0, 0))
        other._pixels[:] = self._pixels
        return other

    def fill(self, rings: Sequence[Ring], colour: Colour) -> None:
        """Paints the surfaces within the rings, edges softened; where two rings turn against each other is a hole."""
        if not rings:
            return
        height, width, _ = self._pixels.shape
        corners = np.concatenate(rings)
        left, top = (max(int(value), 0) for value in corners.min(axis=0))
        right, bottom = corners.max(axis=0)
        size = (min(int(right) + 1, width) - left, min(int(bottom) + 1, height) - top)
        if min(size) <= 0:
            return
        covered = _coverage([ring - (left, top) for ring in rings], size)[:, :, None]
        part = self._pixels[top : top + size[1], left : left + size[0]]
        part[:] = np.round(part + (np.array(colour) - part.astype(float)) * covered)

    def box(self, place: tuple[float, float], size: tuple[float, float], colour: Colour) -> None:
        """Paints a rectangle with its top left corner at `place`."""
        (x, y), (width, height) = place, size
        self.surface([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], colour)

    def surface(self, corners: Sequence[tuple[float, float]], colour: Colour) -> None:
        """Paints the surface within the corners."""
        self.fill([np.array(corners, float)], colour)

    def text(self, words: str, place: tuple[float, float], face: Face, size: float, colour: Colour) -> None:
        """Writes a line of text from `place` (x, baseline y)."""
        self.fill(face.outlines(words, place, size), colour)

    def line(self, points: Sequence[tuple[float, float]], thick: float, colour: Colour) -> None:
        """Draws a line through the points, with round corners."""
        for start, end in pairwise(points):
            long = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
            aside = np.array((-(end[1] - start[1]), end[0] - start[0])) * (thick / 2 / long)
            self.fill([np.array([start + aside, end + aside, end - aside, start - aside])], colour)
        for point in points:
            self.dot(point, thick / 2, colour)

    def dot(self, place: tuple[float, float], radius: float, colour: Colour) -> None:
        """Paints a circle."""
        turns = (2 * pi * step / _ROUND for step in range(_ROUND))
        self.surface([(place[0] + radius * cos(at), place[1] + radius * sin(at)) for at in turns], colour)

    def png(self) -> bytes:
        """The bytes of the picture: eight bits a colour, no other metadata."""
        height, width, _ = self._pixels.shape
        rows = np.concatenate([np.zeros((height, 1), np.uint8), self._pixels.reshape(height, -1)], axis=1)
        head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows.tobytes(), _PACKED)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunks(parts))


def _coverage(rings: Sequence[Ring], size: tuple[int, int]) -> np.ndarray:
    """How much of each pixel the surfaces cover, from 0 to 1, in an array of (height, width).

    Every row of a pixel adds, where an edge crosses it, what lies to the right of the crossing; summed along the row
    that gives how often each place is gone around.
    """
    width, height = size
    start = np.concatenate(rings)
    end = np.concatenate([np.roll(ring, -1, axis=0) for ring in rings])
    (x0, y0), (x1, y1) = start.T, end.T
    rows = (np.arange(height * _ROWS) + 0.5) / _ROWS
    crossed = (np.minimum(y0, y1)[:, None] <= rows) & (rows < np.maximum(y0, y1)[:, None])
    edge, row = np.nonzero(crossed)
    slope = (x1 - x0)[edge] / (y1 - y0)[edge]
    x = np.clip(x0[edge] + (rows[row] - y0[edge]) * slope, 0, width)
    cell = x.astype(int)
    way = np.sign(y1 - y0)[edge] / _ROWS
    place = row // _ROWS * (width + 2) + cell
    grid = np.bincount(place, way * (1 - (x - cell)), height * (width + 2))
    grid += np.bincount(place + 1, way * (x - cell), height * (width + 2))
    around: np.ndarray = np.abs(grid.reshape(height, width + 2).cumsum(axis=1))
    return around.clip(0, 1)[:, :width]


def _chunks(parts: Sequence[tuple[bytes, bytes]]) -> Iterator[bytes]:
    for kind, content in parts:
        yield struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
