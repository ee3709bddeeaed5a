"""Decodes TopoJSON: shared, quantised arcs become GeoJSON-like geometries. Written to stay bounded on hostile files."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.reference.notices import SHAPE

MOST_POINTS = 5_000_000
"""Vertices in one file after decoding; all buurten of the country have fewer."""
_Point = tuple[float, float]
_LARGEST = 1e12


def topology_features(topology: Mapping[str, Any], layer: str | None) -> Iterator[tuple[Mapping[str, Any], Any]]:
    """(properties with `id`, GeoJSON geometry) of every geometry in a layer, or in all; raises RefusedError."""
    objects = topology.get("objects")
    if not isinstance(objects, dict) or (layer is not None and layer not in objects):
        raise RefusedError(SHAPE, what="TopoJSON objects")
    decoder = _Arcs(topology)
    for name in [layer] if layer is not None else sorted(objects):
        item = objects[name]
        members = item.get("geometries", [item]) if isinstance(item, dict) else None
        if not isinstance(members, list):
            raise RefusedError(SHAPE, what="TopoJSON geometries")
        for member in members:
            yield _properties(member), decoder.geometry(member)


def _properties(member: Any) -> Mapping[str, Any]:
    if not isinstance(member, dict):
        raise RefusedError(SHAPE, what="TopoJSON geometry")
    properties = member.get("properties")
    return {"id": member.get("id"), **(properties if isinstance(properties, dict) else {})}


class _Arcs:
    """The arcs of one topology, decoded once."""

    def __init__(self, topology: Mapping[str, Any]) -> None:
        self._left = MOST_POINTS
        transform = topology.get("transform")
        self._scale, self._move = _pair_of(transform, "scale"), _pair_of(transform, "translate")
        arcs = topology.get("arcs")
        if not isinstance(arcs, list):
            raise RefusedError(SHAPE, what="TopoJSON arcs")
        self._arcs = [self._decoded(arc, quantised=transform is not None) for arc in arcs]

    def geometry(self, member: Mapping[str, Any]) -> Any:
        """The GeoJSON geometry of a polygon or multipolygon; None for anything else."""
        kind, arcs = member.get("type"), member.get("arcs")
        if kind == "Polygon":
            return {"type": kind, "coordinates": self._polygon(arcs)}
        if kind == "MultiPolygon":
            return {"type": kind, "coordinates": [self._polygon(polygon) for polygon in _list(arcs)]}
        return None

    def _polygon(self, rings: Any) -> list[list[_Point]]:
        return [self._ring(ring) for ring in _list(rings)]

    def _ring(self, numbers: Any) -> list[_Point]:
        points: list[_Point] = []
        for number in _list(numbers):
            arc = self._arc(number)
            self._spend(len(arc))
            points.extend(arc[1:] if points else arc)
        return points

    def _arc(self, number: Any) -> Sequence[_Point]:
        """The arc with this number; ~n is arc n backwards."""
        if not isinstance(number, int) or not -len(self._arcs) <= number < len(self._arcs):
            raise RefusedError(SHAPE, what="TopoJSON arc")
        return self._arcs[number] if number >= 0 else self._arcs[~number][::-1]

    def _decoded(self, arc: Any, *, quantised: bool) -> list[_Point]:
        x = y = 0.0
        points: list[_Point] = []
        for position in _list(arc):
            first, second = _pair(position)
            x, y = (x + first, y + second) if quantised else (first, second)
            points.append((x * self._scale[0] + self._move[0], y * self._scale[1] + self._move[1]))
        self._spend(len(points))
        return points

    def _spend(self, points: int) -> None:
        self._left -= points
        if self._left < 0:
            raise RefusedError(SHAPE, what=f"> {MOST_POINTS}")


def _pair_of(transform: Any, name: str) -> _Point:
    if transform is None:
        return (1.0, 1.0) if name == "scale" else (0.0, 0.0)
    if not isinstance(transform, dict):
        raise RefusedError(SHAPE, what="TopoJSON transform")
    return _pair(transform.get(name))


def _pair(position: Any) -> _Point:
    if not isinstance(position, list) or len(position) < 2 or not all(map(is_coordinate, position[:2])):  # noqa: PLR2004 - x and y
        raise RefusedError(SHAPE, what="TopoJSON position")
    return float(position[0]), float(position[1])


def is_coordinate(value: Any) -> bool:
    """Whether a JSON value is a number of a size that coordinates can have."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _LARGEST


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise RefusedError(SHAPE, what="TopoJSON arcs")
    return value
