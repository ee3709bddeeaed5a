"""Borders of areas as drawn lines: GeoJSON geometries by `statcode`, projected and fitted to each canvas once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, radians
from typing import Any

from graadmeter.charts.canvas import CANVASES, Canvas
from graadmeter.charts.svg import number

Ring = list[tuple[float, float]]

_HIGHEST = {"wide": 470.0, "phone": 300.0}
_WIDEST = {"wide": 500.0, "phone": 300.0}
_DEGREES = 180.0
"""Coordinates beyond this are metres (RD), which are planar already."""
_SAMPLES = 40
_TWO_LINES, _ONE_LINE = 16.0, 6.0
"""Half the heights of labels."""
_EDGE = 2.0


@dataclass(frozen=True, slots=True)
class Spot:
    """The middle of a label and the free width to either side of it."""

    x: float
    y: float
    room: float


@dataclass(frozen=True, slots=True)
class Outline:
    """One area on one canvas: its path and the roomiest places for a label of two lines and of one line."""

    d: str
    two_lines: Spot
    one_line: Spot


@dataclass(frozen=True, slots=True)
class Outlines:
    """All areas, by canvas name and area code, with the size of the map on each canvas."""

    areas: Mapping[str, Mapping[str, Outline]]
    sizes: Mapping[str, tuple[float, float]]


def outlines(geojson: Mapping[str, Any]) -> Outlines:
    """The borders in a FeatureCollection whose features carry `statcode`; longitude/latitude or RD metres.

    Raises ValueError when no feature has both a `statcode` and a (multi)polygon.
    """
    rings = {code: list(_rings(feature["geometry"])) for code, feature in _features(geojson)}
    if not rings:
        raise ValueError("the geometry file holds no polygon with a statcode")
    flat = _projected(rings)
    return Outlines(
        {canvas.name: _fitted(flat, canvas) for canvas in CANVASES},
        {canvas.name: _size(flat, canvas)[:2] for canvas in CANVASES},
    )


def _features(geojson: Mapping[str, Any]) -> Iterable[tuple[str, Mapping[str, Any]]]:
    for feature in geojson.get("features", ()):
        code = (feature.get("properties") or {}).get("statcode")
        if code and (feature.get("geometry") or {}).get("type") in {"Polygon", "MultiPolygon"}:
            yield str(code), feature


def _rings(geometry: Mapping[str, Any]) -> Iterable[Ring]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        for ring in polygon:
            yield [(float(point[0]), float(point[1])) for point in ring]


def _projected(rings: Mapping[str, list[Ring]]) -> dict[str, list[Ring]]:
    points = [point for area in rings.values() for ring in area for point in ring]
    middle = (min(y for _, y in points) + max(y for _, y in points)) / 2
    planar = max(abs(x) for x, _ in points) > _DEGREES
    narrow = 1.0 if planar else cos(radians(middle))
    return {code: [[(x * narrow, -y) for x, y in ring] for ring in area] for code, area in rings.items()}


def _size(flat: Mapping[str, list[Ring]], canvas: Canvas) -> tuple[float, float, float, float, float]:
    points = [point for area in flat.values() for ring in area for point in ring]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    width, height = _WIDEST[canvas.name] - 2 * _EDGE, _HIGHEST[canvas.name] - 2 * _EDGE
    factor = min(width / (right - left), height / (bottom - top))
    return (right - left) * factor + 2 * _EDGE, (bottom - top) * factor + 2 * _EDGE, factor, left, top


def _fitted(flat: Mapping[str, list[Ring]], canvas: Canvas) -> dict[str, Outline]:
    _, _, factor, left, top = _size(flat, canvas)
    placed = {
        code: [[((x - left) * factor + _EDGE, (y - top) * factor + _EDGE) for x, y in ring] for ring in area]
        for code, area in flat.items()
    }
    return {code: _outline(area) for code, area in sorted(placed.items())}


def _outline(area: list[Ring]) -> Outline:
    d = "".join(_path(ring) for ring in area)
    return Outline(d, _roomiest(area, _TWO_LINES), _roomiest(area, _ONE_LINE))


def _path(ring: Ring) -> str:
    """Half-pixel steps: neighbours share their corners, so borders stay closed while the text stays short."""
    kept: Ring = []
    for x, y in ring:
        corner = (round(x * 2) / 2, round(y * 2) / 2)
        if not kept or kept[-1] != corner:
            kept.append(corner)
    first, *rest = kept
    steps = [f"{number(x - px)} {number(y - py)}" for (px, py), (x, y) in zip(kept, rest, strict=False)]
    return f"M{number(first[0])} {number(first[1])}l{' '.join(steps)}z" if rest else ""


def _surface(ring: Ring) -> float:
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _roomiest(area: list[Ring], half: float) -> Spot:
    """The inner point of the largest part with the most room to its left and right over `half` pixels up and down.

    Where another area lies within this one, its ring is a hole.
    """
    ring = max(area, key=lambda ring: abs(_surface(ring)))
    left, right = min(x for x, _ in ring), max(x for x, _ in ring)
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    best = (0.0, (left + right) / 2, (top + bottom) / 2)
    for step in range(_SAMPLES):
        y = top + (bottom - top) * (step + 0.5) / _SAMPLES
        for low, high in _common([_chords(area, y + shift) for shift in (-half, 0.0, half)]):
            best = max(best, ((high - low) / 2, (low + high) / 2, y))
    room, x, y = best
    return Spot(x, y, room)


def _chords(area: list[Ring], y: float) -> list[tuple[float, float]]:
    """The stretches of the horizontal line at `y` that lie inside the area."""
    crossings = sorted(
        (bx - ax) * (y - ay) / (by - ay) + ax
        for ring in area
        for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True)
        if (ay > y) != (by > y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def _common(rows: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    shared = rows[0]
    for row in rows[1:]:
        shared = [(max(a, c), min(b, d)) for a, b in shared for c, d in row if max(a, c) < min(b, d)]
    return shared
