"""Which areas touch, by borders in the library."""

import json
from datetime import UTC, datetime
from pathlib import Path

from graadmeter.deliver.reference.library import add
from graadmeter.deliver.reference.touching import touching

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def square(west: float, south: float) -> dict[str, object]:
    """A square of a tenth of a degree."""
    corners = [(west, south), (west + 0.1, south), (west + 0.1, south + 0.1), (west, south + 0.1), (west, south)]
    return {"type": "Polygon", "coordinates": [[list(corner) for corner in corners]]}


def test_areas_touch_when_they_share_a_side_not_a_corner(tmp_path: Path) -> None:
    places = {"WK000100": (6.0, 52.0), "WK000101": (6.1, 52.0), "WK000102": (6.1, 52.1), "WK000103": (6.5, 52.0)}
    features = [
        {"type": "Feature", "properties": {"statcode": code, "statnaam": code}, "geometry": square(*corner)}
        for code, corner in places.items()
    ]
    file = tmp_path / "wijken_2025.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    library = tmp_path / "reference"
    add(library, file, now=NOW)
    assert touching(library, places) == {("WK000100", "WK000101"), ("WK000101", "WK000102")}
    assert touching(library, ["WK000100"]) == frozenset()
    assert touching(tmp_path / "none", places) == frozenset()
