"""Reads borders of areas from GeoJSON or TopoJSON, checks them, and compares them with a list of areas."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from graadmeter.deliver.notice import RefusedError, Where
from graadmeter.deliver.reference.json_text import read_json, text_in
from graadmeter.deliver.reference.loaded import Loaded, opening, rows_of
from graadmeter.deliver.reference.notices import (
    BAD_GEOMETRY,
    NO_AREA,
    NO_CODE,
    NO_POLYGON,
    REPEATED,
    SHAPE,
    codes_text,
)
from graadmeter.deliver.reference.rings import Polygons, box_of, points_in, polygons_of, square_km, system_of
from graadmeter.deliver.reference.topojson import topology_features
from graadmeter.domain.findings import Finding
from graadmeter.domain.reference import GEOMETRY

_CODES = ("statcode", "postcode", "code", "id")
_NAMES = ("statnaam", "naam", "plaats")
_LONGEST = 12
_Feature = tuple[Mapping[str, Any], Any]


def load_geometry(path: Path, vintage: int, layer: str | None = None) -> Loaded:
    """A `GEOMETRY` table from a FeatureCollection or a Topology whose members carry `statcode` (or code, postcode).

    `layer` picks one object of a Topology. Members without code and areas whose rings are open, too short or outside
    the Netherlands are left out and reported. Raises DeliveryRefusedError when none is left or a code occurs twice.
    """
    with opening(path) as opened:
        shapes: dict[str, tuple[str, Polygons]] = {}
        nameless, bad, double = 0, [], 0
        for properties, geometry in _features(read_json(path), layer):
            code, polygons = _code(properties), polygons_of(geometry)
            if not code:
                nameless += 1
            elif polygons is None or not system_of(box_of(polygons)):
                bad.append(code)
            else:
                double += code in shapes
                shapes[code] = (_name(properties), polygons)
        if double:
            raise RefusedError(REPEATED, count=double)
        if not shapes:
            raise RefusedError(SHAPE, what="statcode, Polygon")
        if nameless:
            opened.say(NO_CODE, count=nameless)
        if bad:
            opened.say(BAD_GEOMETRY, count=len(bad), codes=codes_text(bad))
        rows = [_row(vintage, code, *shape) for code, shape in sorted(shapes.items())]
        return opened.loaded(GEOMETRY, rows_of(GEOMETRY, rows))


def compare_with_areas(geometry: pa.Table, areas: pa.Table, level: str, within: frozenset[str]) -> tuple[Finding, ...]:
    """Findings on areas of `level` without polygon and polygons without area.

    `within` limits the areas to those of some municipalities (codes); empty = all. Vintages need not be the same: that
    the borders are older than the list is what these findings show.
    """
    rows = areas.select(["code", "niveau", "ouder"]).to_pylist()
    wanted = {row["code"] for row in rows if row["niveau"] == level and (not within or row["ouder"] in within)}
    drawn = set(geometry["gebied"].to_pylist())
    bron = geometry["bron"][0].as_py() if geometry.num_rows else ""
    lacking, extra = sorted(wanted - drawn), sorted(drawn - wanted)
    found = ((NO_POLYGON, lacking), (NO_AREA, extra))
    return tuple(
        notice.finding(Where(bron), {"count": len(codes), "codes": codes_text(codes)})
        for notice, codes in found
        if codes
    )


def _features(content: Any, layer: str | None) -> Iterator[_Feature]:
    if isinstance(content, dict) and content.get("type") == "Topology":
        yield from topology_features(content, layer)
        return
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        raise RefusedError(SHAPE, what="FeatureCollection, Topology")
    for feature in features:
        properties = feature.get("properties")
        yield {"id": feature.get("id"), **(properties if isinstance(properties, dict) else {})}, feature.get("geometry")


def _code(properties: Mapping[str, Any]) -> str:
    found = (text_in(properties.get(name)) for name in _CODES)
    return next((code for code in found if code and len(code) <= _LONGEST and code.isalnum() and code.isascii()), "")


def _name(properties: Mapping[str, Any]) -> str:
    return next((text for name in _NAMES if (text := text_in(properties.get(name)))), "")


def _row(vintage: int, code: str, name: str, polygons: Polygons) -> tuple[object, ...]:
    box = box_of(polygons)
    system = system_of(box)
    text = json.dumps({"type": "MultiPolygon", "coordinates": polygons}, separators=(",", ":"))
    return vintage, code, name, system, *box, square_km(polygons, system), points_in(polygons), text
