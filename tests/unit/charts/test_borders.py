"""Maps of wijken are drawn per municipality, whole or not at all; a label keeps clear of an area that lies within."""

import pytest

from graadmeter.charts.area_map import AreaMap, MapArea, map_figure
from graadmeter.charts.borders import borders
from graadmeter.charts.datum import Datum
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang, Text

WIJK = Text("wijk", "neighbourhood")


def square(left: float, top: float, size: float) -> list[list[float]]:
    corners = ((0, 0), (size, 0), (size, size), (0, size), (0, 0))
    return [[240000.0 + left + x, 470000.0 - top - y] for x, y in corners]


def feature(code: str, *rings: list[list[float]]) -> dict[str, object]:
    return {"properties": {"statcode": code}, "geometry": {"type": "Polygon", "coordinates": list(rings)}}


TOWN = feature("GM0141", square(0, 0, 1000))
AROUND = feature("WK014110", square(0, 0, 1000), square(100, 300, 600))
WITHIN = feature("WK014111", square(100, 300, 600))


def test_wijken_are_drawn_together_when_all_of_them_are_known() -> None:
    found = borders({"features": [TOWN, AROUND, WITHIN]})
    assert found.towns is not None
    assert set(found.towns.areas["wide"]) == {"GM0141"}
    drawn = found.of_wijken(["WK014110", "WK014111"])
    assert drawn is not None
    assert drawn.sizes["wide"] == found.towns.sizes["wide"], "fitted to what is drawn"
    assert found.of_wijken(["WK014110", "WK014111"]) is drawn
    assert found.of_wijken(["WK014110", "WK014199"]) is None
    assert found.of_wijken([]) is None


def test_a_file_may_hold_wijken_only_but_not_nothing() -> None:
    assert borders({"features": [WITHIN]}).towns is None
    with pytest.raises(ValueError, match="no polygon"):
        borders({"features": []})


def test_a_label_lies_beside_the_area_within() -> None:
    drawn = borders({"features": [AROUND, WITHIN]}).of_wijken(["WK014110", "WK014111"])
    assert drawn is not None
    width = drawn.sizes["wide"][0]
    spot = drawn.areas["wide"]["WK014110"].two_lines
    inside = 0.1 * width < spot.x < 0.7 * width and 0.3 * width < spot.y < 0.9 * width
    assert not inside
    figures = {"WK014110": 12.0, "WK014111": 15.5}
    areas = tuple(
        MapArea(code, f"Wijk {code[-2:]}", (0, 0), Datum(Unit.PERCENT, value, CellStatus.VALUE))
        for code, value in figures.items()
    )
    figure = map_figure(AreaMap("kaart-wijken", "Per wijk, 2025", areas, "2025", Lang.NL, drawn, WIJK))
    assert figure.table.header == ("wijk", "2025")
    assert figure.title == "Het hoogst in Wijk 11 (15,5\u00a0%), het laagst in Wijk 10 (12,0\u00a0%)"
    assert figure.wide.count("<path") == 2
