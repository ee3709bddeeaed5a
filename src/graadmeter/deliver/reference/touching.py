"""Which areas touch each other, by the borders in the library of reference data."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.deliver.reference.entries import entries, table
from graadmeter.domain.merger_rule import Pair
from graadmeter.domain.reference import GEOMETRY

_DIGITS = 5
"""Decimals of a position that count: about a metre in degrees, far less in metres."""
_Corner = tuple[float, float]


def touching(root: Path, codes: Collection[str]) -> frozenset[Pair]:
    """The pairs of these areas that share at least two corners of their borders; none when no borders are known.

    Of the sources of the library (`root`) the newest one that draws an area counts for it.
    """
    beside: dict[_Corner, set[str]] = defaultdict(set)
    for code, geometry in _drawn(root, codes).items():
        for corner in _corners(json.loads(geometry)["coordinates"]):
            beside[corner].add(code)
    shared = Counter(pair for areas in beside.values() for pair in combinations(sorted(areas), 2))
    return frozenset((one, other) for (one, other), corners in shared.items() if corners > 1)


def _drawn(root: Path, codes: Collection[str]) -> Mapping[str, str]:
    drawn: dict[str, str] = {}
    wanted = pa.array(sorted(codes), pa.string())
    for entry in sorted(entries(root), key=lambda one: (max(one.vintage, default=0), one.id)):
        found = table(root, entry, GEOMETRY)
        for row in found.filter(pc.is_in(found["gebied"], wanted)).to_pylist():
            drawn[row["gebied"]] = row["geometrie"]
    return drawn


def _corners(polygons: list[list[list[list[float]]]]) -> Iterator[_Corner]:
    for polygon in polygons:
        for ring in polygon:
            for position in ring:
                yield round(position[0], _DIGITS), round(position[1], _DIGITS)
