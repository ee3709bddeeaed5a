"""Judges and measures the rings of an area: closed, long enough, in the Netherlands, with an area of their own."""

from collections.abc import Sequence
from itertools import pairwise
from math import log, radians, sin, sqrt
from typing import Any

from graadmeter.deliver.reference.topojson import is_coordinate

Ring = list[tuple[float, float]]
Polygons = list[list[Ring]]

WGS84, RD = "WGS84", "RD"
_BOUNDS = {WGS84: (2.5, 50.5, 7.6, 54.0), RD: (-10_000.0, 290_000.0, 310_000.0, 640_000.0)}
"""West, south, east, north of the Netherlands with its sea areas."""
_SHORTEST = 4
_AXIS, _E2 = 6378.137, 0.00669438
"""WGS84 ellipsoid: semi-major axis in km, squared eccentricity."""


def polygons_of(geometry: Any) -> Polygons | None:
    """The rings of a GeoJSON Polygon or MultiPolygon; None when it is neither or one ring is no ring."""
    if not isinstance(geometry, dict):
        return None
    found = geometry.get("coordinates")
    nested = [found] if geometry.get("type") == "Polygon" else found
    if geometry.get("type") not in {"Polygon", "MultiPolygon"} or not isinstance(nested, list) or not nested:
        return None
    polygons = [[_ring(ring) for ring in polygon] if isinstance(polygon, list) else [] for polygon in nested]
    whole: Polygons = [[ring for ring in polygon if ring is not None] for polygon in polygons]
    if any(not polygon for polygon in polygons) or whole != polygons:
        return None
    return whole


def system_of(box: Sequence[float]) -> str:
    """WGS84 or RD, by where a bounding box lies; empty when it lies in the Netherlands in neither."""
    for name, (west, south, east, north) in _BOUNDS.items():
        if west <= box[0] and south <= box[1] and box[2] <= east and box[3] <= north:
            return name
    return ""


def box_of(polygons: Polygons) -> tuple[float, float, float, float]:
    """West, south, east, north."""
    xs = [x for polygon in polygons for x, _ in polygon[0]]
    ys = [y for polygon in polygons for _, y in polygon[0]]
    return min(xs), min(ys), max(xs), max(ys)


def square_km(polygons: Polygons, system: str) -> float:
    """The area inside the outer rings less that of the holes; equal-area on the ellipsoid for degrees."""
    measure = _planar if system == RD else _geodetic
    return sum(measure(polygon[0]) - sum(map(measure, polygon[1:])) for polygon in polygons)


def points_in(polygons: Polygons) -> int:
    """The number of vertices."""
    return sum(len(ring) for polygon in polygons for ring in polygon)


def _ring(ring: Any) -> Ring | None:
    """The positions of a ring; None when it is open, too short, or holds something that is no position."""
    if not isinstance(ring, list) or len(ring) < _SHORTEST or not all(map(_is_position, ring)):
        return None
    points = [(float(position[0]), float(position[1])) for position in ring]
    return points if points[0] == points[-1] and len(set(points)) >= _SHORTEST - 1 else None


def _is_position(value: Any) -> bool:
    return isinstance(value, list | tuple) and len(value) >= 2 and all(map(is_coordinate, value[:2]))  # noqa: PLR2004 - x and y


def _planar(ring: Ring) -> float:
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))) / 2 / 1e6


def _geodetic(ring: Ring) -> float:
    """Longitude against the authalic sine of the latitude is an equal-area plane."""
    plane = [(radians(x), _authalic(radians(y))) for x, y in ring]
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(plane))) / 2 * _AXIS**2 / 2


def _authalic(latitude: float) -> float:
    """Authalic q of Snyder, Map Projections (1987), equation 3-12."""
    e, sine = sqrt(_E2), sin(latitude)
    return (1 - _E2) * (sine / (1 - _E2 * sine**2) - log((1 - e * sine) / (1 + e * sine)) / (2 * e))
