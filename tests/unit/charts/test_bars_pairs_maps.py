import json
import re
from pathlib import Path

import pytest

from graadmeter.charts.area_map import AreaMap, MapArea, map_figure
from graadmeter.charts.area_map_shape import classes
from graadmeter.charts.bars import Bar, Bars, bars_figure
from graadmeter.charts.datum import Datum
from graadmeter.charts.outlines import outlines
from graadmeter.charts.pairs import Pair, Pairs, pairs_figure
from graadmeter.charts.small import people, sparkline, strip
from graadmeter.charts.text_width import text_width
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang

GEOMETRY = Path(__file__).parents[4] / "shared/data/geo/twente_gemeenten_2026.geojson"


def count(value: float | None, unit: Unit = Unit.PERSONS) -> Datum:
    return Datum(unit, value, CellStatus.SUPPRESSED if value is None else CellStatus.VALUE)


def bars(rows: dict[str, float | None], **more: object) -> Bars:
    made = tuple(Bar(name, count(value)) for name, value in rows.items())
    return Bars("proef", "Proef", made, "vorm", "2025", Lang.NL, **more)  # type: ignore[arg-type]


def test_bars_put_the_largest_first_and_the_hidden_last() -> None:
    figure = bars_figure(bars({"a": 20, "b": None, "c": 300}, counted="personen"))
    assert figure.title == "Van wat er staat het grootst: c, 300 personen"
    assert [row[0].text for row in figure.table.rows] == ["c", "a", "b"]
    assert figure.sentence == "C: 300; a: 20. Niet getoond: b."


def test_ordered_bars_keep_their_order_and_ties_are_told() -> None:
    figure = bars_figure(bars({"jong": 20, "oud": 20}, ordered=True))
    assert figure.title == "Het grootst: jong en oud, elk 20"
    assert [row[0].text for row in figure.table.rows] == ["jong", "oud"]


def test_bars_begin_at_nought() -> None:
    figure = bars_figure(bars({"a": 100, "b": 50}))
    widths = [
        float(part.split('"')[1]) for part in figure.phone.split("<rect ")[1:] for part in [part[part.index("width") :]]
    ]
    assert widths[0] == pytest.approx(2 * widths[1], abs=0.2)


def test_overlapping_parts_are_announced() -> None:
    assert any("telt in elke rij mee" in note for note in bars_figure(bars({"a": 1, "b": 2}, overlapping=True)).notes)


def test_pairs_name_the_most_frequent_combination() -> None:
    rows = (
        Pair("alleen J", count(900), count(500), (True, False)),
        Pair("J en W", count(40), count(None), (True, True)),
    )
    figure = pairs_figure(Pairs("proef", "Proef", rows, "groep", ("personen", "huishoudens"), Lang.NL, ("J", "W")))
    assert figure.title == "Van de combinaties komt J en W het meest voor: 40 personen"
    assert figure.table.header == ("groep", "J", "W", "personen", "huishoudens")
    assert [cell.text for cell in figure.table.rows[1]] == ["J en W", "ja", "ja", "40", "afgeschermd"]
    assert "Niet getoond bij huishoudens: J en W." in figure.sentence


def areas(values: dict[str, float | None]) -> tuple[MapArea, ...]:
    return tuple(
        MapArea(f"GM{at:04d}", name, (at % 3, at // 3), count(value, Unit.PERCENT), chosen=at == 0)
        for at, (name, value) in enumerate(values.items())
    )


def test_a_map_tells_the_extremes_and_hatches_what_is_hidden() -> None:
    figure = map_figure(AreaMap("kaart", "Proef", areas({"A": 8.0, "B": 14.0, "C": None}), "2025", Lang.NL))
    assert figure.title == "Van wat er staat het hoogst in B (14,0\u00a0%), het laagst in A (8,0\u00a0%)"
    assert figure.wide.count("url(#kaart-wide-hatch)") == 1
    assert "gm-outline" in figure.wide
    assert "Niet getoond: C." in figure.sentence


def test_classes_have_round_bounds_that_hold_every_value() -> None:
    made = classes(areas({"A": 8.4, "B": 14.6, "C": 11.0}))
    assert made.bounds == (8, 10, 12, 14, 16)
    assert [made.tint(value) for value in (8.4, 11.0, 14.6)] == [1, 2, 5]
    assert classes(areas({"A": None})).tint(0.5) in range(1, 6)


@pytest.mark.skipif(not GEOMETRY.exists(), reason="the shared borders are not on this machine")
def test_real_borders_close_and_carry_their_labels() -> None:
    geojson = json.loads(GEOMETRY.read_text(encoding="utf-8"))
    made = outlines(geojson)
    assert len(made.areas["wide"]) == 14
    for canvas, width in (("wide", 500), ("phone", 300)):
        assert made.sizes[canvas][0] <= width
        for outline in made.areas[canvas].values():
            assert outline.d.startswith("M")
            assert outline.d.endswith("z")
            assert outline.one_line.room > 0


def square(code: str, left: float, top: float) -> dict[str, object]:
    ring = [[left, top], [left + 1000, top], [left + 1000, top + 1000], [left, top + 1000], [left, top]]
    return {"properties": {"statcode": code}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def test_borders_in_metres_keep_their_shape() -> None:
    made = outlines({"features": [square("GM0000", 240000, 470000), square("GM0001", 241000, 470000)]})
    width, height = made.sizes["wide"]
    assert width == pytest.approx(2 * height, rel=0.02)
    figure = map_figure(AreaMap("kaart", "Proef", areas({"A": 8.0, "B": 14.0}), "2025", Lang.NL, made))
    assert figure.wide.count("<path") == 2


def test_an_area_without_a_border_falls_back_to_tiles() -> None:
    made = outlines({"features": [square("GM0000", 240000, 470000)]})
    figure = map_figure(AreaMap("kaart", "Proef", areas({"A": 8.0, "B": 14.0}), "2025", Lang.NL, made))
    assert "<path" not in figure.wide


def test_geometry_without_codes_is_refused() -> None:
    with pytest.raises(ValueError, match="statcode"):
        outlines({"features": [{"properties": {}, "geometry": {"type": "Point", "coordinates": [0, 0]}}]})


def test_people_show_the_share_or_nothing() -> None:
    assert people("x", 0.125).count("gm-person--meant") == 2  # head and body of one of eight
    assert people("x", 0.4).count("gm-person--meant") == 8
    assert people("x", 0.001) == ""
    assert people("x", 0.0) == ""


def test_small_pictures_say_what_they_are_and_survive_hidden_figures() -> None:
    hidden = count(None)
    assert 'aria-label="Verloop"' in sparkline("Verloop", [hidden, count(3), hidden])
    assert "url(#p)" in strip("Plaats", hidden, count(3), [], "p")
    assert "gm-reference" in strip("Plaats", count(2), count(3), [count(1), hidden], "p")


def test_a_hidden_row_may_be_larger_so_nothing_is_called_largest_of_all() -> None:
    def titled(*data: Datum) -> str:
        rows = tuple(Bar(name, datum) for name, datum in zip("abc", data, strict=False))
        return bars_figure(Bars("proef", "Proef", rows, "groep", "2025", Lang.NL)).title

    assert titled(count(20), count(10)) == "Het grootst: a, 20"
    assert titled(count(20), count(None)) == "Van wat er staat het grootst: a, 20"
    assert titled(count(0), count(None)) == "Wat er staat, is nul; de rest is niet te zien"
    assert titled(count(0), count(0)) == "Overal nul"


def test_rows_that_follow_are_called_smaller_only_when_they_are() -> None:
    assert bars_figure(bars({"a": 5, "b": 4, "c": 3, "d": 2, "e": 1})).sentence.endswith(
        "Daarna volgen nog 2 kleinere."
    )
    assert bars_figure(bars(dict.fromkeys("abcde", 0))).sentence.endswith("c: 0. Daarbij nog 2 andere.")
    assert bars_figure(bars({**dict.fromkeys("abcde", 0), "f": 7})).sentence == "F: 7. De andere 5 zijn nul."


def test_bars_below_nought_go_to_the_left_and_none_leaves_the_ground() -> None:
    figure = bars_figure(bars({"a": 20, "b": 10, "c": -40, "d": 5, "e": 1}))
    assert figure.sentence == "A: 20; b: 10; d: 5. Daarna volgen nog 2 lagere; het laagst is c, \u221240."
    for picture, width in ((figure.wide, 680), (figure.phone, 300)):
        nought = float(re.findall(r'<line x1="([\d.]+)"[^>]*class="gm-axis"', picture)[0])
        drawn = [
            (float(x), float(long)) for x, long in re.findall(r'<rect x="([\d.]+)"[^>]*? width="([\d.]+)"', picture)
        ]
        (first, *_, lowest) = drawn
        assert first[0] == pytest.approx(nought, abs=0.2)
        assert sum(lowest) == pytest.approx(nought, abs=0.2)
        assert lowest[1] == pytest.approx(2 * first[1], abs=0.3)
        assert all(x >= 0 and x + long <= width for x, long in drawn)


def test_beside_bars_below_nought_there_is_room_for_what_is_hidden() -> None:
    figure = bars_figure(bars({"a": -9, "b": -283, "c": None}))
    for picture, width in ((figure.wide, 680), (figure.phone, 300)):
        (at,) = re.findall(r'<text x="([\d.]+)"[^>]*>afgeschermd</text>', picture)
        assert float(at) + text_width("afgeschermd", 13.5) <= width


def test_a_small_development_through_nought_stays_within_its_picture() -> None:
    picture = sparkline("saldo", [count(value, Unit.BALANCE) for value in (400.0, -200.0, -510.0)])
    height = float(re.findall(r'viewBox="0 0 \d+ (\d+)"', picture)[0])
    heights = [float(y) for y in re.findall(r"[ML][\d.]+[ ,](-?[\d.]+)", picture)]
    assert len(heights) >= 3
    assert all(0 <= y <= height for y in heights)
    assert float(re.findall(r'y1="([\d.]+)"', picture)[0]) < height - 10
