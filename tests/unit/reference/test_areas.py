"""Areas, their classes, changes between vintages and borders: real files, and what is refused or reported."""

import json
from collections import Counter
from pathlib import Path

import pyarrow.compute as pc
import pytest
from tests.support.reference import TWENTE, needs

from graadmeter.deliver.reference.area_crosswalk import (
    crosswalk_by_inhabitants,
    load_crosswalk,
    recode,
    same_vintage,
)
from graadmeter.deliver.reference.areas import (
    load_areas,
    load_municipalities,
    load_pc4_places,
    mergers,
    municipalities_by_year,
)
from graadmeter.deliver.reference.classification import load_classification
from graadmeter.deliver.reference.geometry import compare_with_areas, load_geometry
from graadmeter.deliver.reference.loaded import table_of
from graadmeter.deliver.reference.population import load_population_wide
from graadmeter.domain.errors import DeliveryRefusedError
from graadmeter.domain.reference import AREAS

SUFFIX = {2020: "2020", 2022: "2022", 2024: "2024_inwoners"}


def areas(year: int):
    return load_areas(needs(f"data/regions/wijken_buurten_{SUFFIX[year]}.csv"), year)


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("year", "rows", "wijken", "buurten"),
    [(2020, 17_341, 119, 520), (2022, 18_003, 120, 517), (2024, 18_309, 127, 537)],
)
def test_lists_per_vintage(year: int, rows: int, wijken: int, buurten: int) -> None:
    loaded = areas(year)
    assert (loaded.table.num_rows, loaded.findings) == (rows, ())
    twente = Counter(row["niveau"] for row in loaded.table.to_pylist() if row["ouder"] in TWENTE)
    assert twente == {"wijk": wijken, "buurt": buurten}


def test_municipalities_and_their_mergers() -> None:
    table = load_municipalities(needs("data/regions/gemeenten_per_jaar_2010_2026.csv")).table
    assert table.num_rows == 6_401
    per_year = municipalities_by_year(table)
    assert {year: len(per_year[year]) for year in (2017, 2022, 2026)} == {2017: 388, 2022: 345, 2026: 342}
    changes = mergers(table).to_pylist()
    assert {(row["code"], row["wijziging"]) for row in changes if row["jaar"] == 2023} >= {
        ("GM0501", "vervallen"), ("GM1992", "nieuw"),
    }  # fmt: skip
    for before, after in zip(sorted(per_year), sorted(per_year)[1:], strict=False):
        found = Counter(row["wijziging"] for row in changes if row["jaar"] == after)
        assert len(per_year[after]) - len(per_year[before]) == found["nieuw"] - found["vervallen"]


def test_postcodes_find_their_municipality_by_name() -> None:
    known = load_municipalities(needs("data/regions/gemeenten_per_jaar_2010_2026.csv")).table
    loaded = load_pc4_places(needs("data/regions/pc4_gemeente_2021.csv"), 2021, known)
    assert loaded.table.num_rows == 4_074
    assert [finding.values["count"] for finding in loaded.findings] == ["25"]
    assert {row["ouder"] for row in loaded.table.to_pylist() if row["code"] == "7441"} == {"GM0163"}


def test_region_classes() -> None:
    table = load_classification(needs("data/regions/gebieden_nl_2022.csv"), 2022).table
    assert table.num_rows == 345 * 10
    rows = table.to_pylist()
    assert {row["gebied"] for row in rows if (row["indeling"], row["code"]) == ("jeugdregio", "JZ14")} == TWENTE
    assert len({row["code"] for row in rows if row["indeling"] == "jeugdregio"}) == 42
    assert {row["naam"] for row in rows if (row["indeling"], row["gebied"]) == ("zorgkantoor", "GM0141")} == {"Twente"}


@pytest.fixture(scope="module")
def walk():
    people = load_population_wide(needs("data/regions/wijken_buurten_2024_inwoners.csv"), 2024).table
    total = people.filter(pc.and_(pc.equal(people["leeftijd_van"], 0), pc.is_null(people["leeftijd_tot"])))
    counts = zip(total["gebied"].to_pylist(), total["inwoners"].to_pylist(), strict=True)
    return crosswalk_by_inhabitants(areas(2022).table, areas(2024).table, {area: count or 0 for area, count in counts})


def test_split_wijken_get_shares_that_sum_to_one(walk) -> None:
    rows = walk.table.to_pylist()
    shares: Counter[str] = Counter()
    for row in rows:
        shares[row["van"]] += row["gewicht"]
    assert all(abs(total - 1) < 1e-9 for total in shares.values())
    split = {row["naar"]: round(row["gewicht"], 3) for row in rows if row["van"] == "WK018302"}
    assert split == {"WK018302": 0.866, "WK018308": 0.134}
    twente = {row["van"] for row in rows if row["van"].startswith("WK") and f"GM{row['van'][2:6]}" in TWENTE}
    assert len(twente) == 109
    assert "WK018300" not in twente, "a buurt of it is not recognised, so its shares would rest on a part"
    assert {row["grondslag"] for row in rows} == {"inwoners"}
    assert {finding.code for finding in walk.findings} == {"RF-WISSEL"}


def test_figures_are_divided_and_nothing_is_lost(walk) -> None:
    moved = recode({"WK018302": 200.0, "WK018305": 10.0}, 2022, 2024, walk.table)
    assert sum(moved.values()) == pytest.approx(210)
    assert moved["WK018308"] == pytest.approx(200 * 250 / 1865)
    assert recode({"WK018300": 1.0}, 2024, 2024, None) == {"WK018300": 1.0}


def test_no_join_across_vintages_without_a_crosswalk(walk) -> None:
    with pytest.raises(DeliveryRefusedError, match="2020 may not be put beside areas of 2024"):
        recode({"WK018300": 1.0}, 2020, 2024, walk.table)
    with pytest.raises(DeliveryRefusedError, match="2020 may not be put beside areas of 2022"):
        same_vintage({"a": areas(2020).table, "b": areas(2022).table})
    with pytest.raises(DeliveryRefusedError, match="WK999999"):
        recode({"WK999999": 1.0}, 2022, 2024, walk.table)


def small(vintage: int, *buurten: tuple[str, str]):
    rows = [("b", vintage, code, "buurt", name, "") for code, name in buurten]
    return table_of(AREAS, {name: [row[at] for row in rows] for at, name in enumerate(AREAS.names)})


def test_a_reused_code_is_another_area() -> None:
    earlier = small(2020, ("BU17000100", "Noord"), ("BU17000101", "Zuid"), ("BU17000200", "Oost"))
    later = small(2022, ("BU17000100", "Zuid"), ("BU17000900", "Noord"), ("BU17000300", "West"))
    loaded = crosswalk_by_inhabitants(earlier, later, {"BU17000100": 30, "BU17000900": 10})
    assert {(row["van"], row["naar"]): row["gewicht"] for row in loaded.table.to_pylist()} == {
        ("BU17000100", "BU17000900"): 1.0,
        ("BU17000101", "BU17000100"): 1.0,
        ("WK170001", "WK170001"): 0.75,
        ("WK170001", "WK170009"): 0.25,
    }
    assert "BU17000200, WK170002" in loaded.findings[0].message.nl


def test_addresses_weigh_and_empty_areas_are_divided_evenly(tmp_path: Path) -> None:
    text = "van;naar;adressen\nWK014100;WK014101;30\nWK014100;WK014102;10\nWK014109;WK014101;0\nWK014109;WK014102;0\n"
    table = load_crosswalk(write(tmp_path / "x.csv", text), 2022, 2024).table
    assert table["gewicht"].to_pylist() == [0.75, 0.25, 0.5, 0.5]
    assert set(table["grondslag"].to_pylist()) == {"adressen"}
    with pytest.raises(DeliveryRefusedError, match="adressen"):
        load_crosswalk(write(tmp_path / "y.csv", text.replace("30", "-30")), 2022, 2024)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("code,naam,soort,gm_code\nWK014110,x,buurt,GM0141\n", "soort"),
        ("code,naam,soort,gm_code\nwijk 10,x,wijk,GM0141\n", "code"),
        ("code,naam,soort,gm_code\nGM0141,x,gemeente,GM0141\nGM0141,y,gemeente,GM0141\n", "more than once"),
        ("code,naam,soort,gm_code\nGM0141,x\n", "2 values instead of 4"),
        ("code,naam,soort,gm_code\n", "no rows"),
        ("code,naam,soort\nGM0141,x,gemeente\n", "gm_code"),
        ('code,naam,soort,gm_code\nGM0141,"x,gemeente,GM0141\n', "no CSV"),
        ("\x00\x00\x00", "NUL"),
        ("", "empty"),
    ],
)
def test_lists_that_cannot_be_used(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(DeliveryRefusedError, match=words):
        load_areas(write(tmp_path / "a.csv", text), 2024)


@pytest.mark.parametrize(
    ("name", "rows", "km2"),
    [
        ("nl_gemeenten_2026.geojson", 342, None),
        ("nl_wijken_2022.geojson", 3_340, None),
        ("twente_gemeenten_2026.geojson", 14, 1_503.8),
        ("twente_wijken_2022.geojson", 120, 1_503.8),
        ("twente_pc4_2022.geojson", 122, 1_503.8 * 0.989),
        ("twente_buurten_2014_rough.geojson", 466, None),
    ],
)
def test_real_borders(name: str, rows: int, km2: float | None) -> None:
    table = load_geometry(needs(f"data/geo/{name}"), 2022).table
    assert table.num_rows == rows
    assert set(table["stelsel"].to_pylist()) == {"WGS84"}
    if km2:
        assert pc.sum(table["km2"]).as_py() == pytest.approx(km2, rel=0.001)


def test_topojson_gives_the_same_areas_as_geojson() -> None:
    path = needs("data/geo/nl_gemeenten_veiligheidsregio_2023.topo.json")
    topo = load_geometry(path, 2023, layer="gm_features").table
    geo = load_geometry(needs("data/geo/nl_gemeenten_2026.geojson"), 2023).table
    assert topo["gebied"].to_pylist() == geo["gebied"].to_pylist()
    pairs = zip(topo["km2"].to_pylist(), geo["km2"].to_pylist(), strict=True)
    assert all(one == pytest.approx(other, rel=0.1) for one, other in pairs)
    both = load_geometry(path, 2023)
    assert both.table.num_rows == 342 + 25
    assert [(finding.code, finding.values["count"]) for finding in both.findings] == [("RF-CODE", "1")]


def test_areas_without_polygon_and_polygons_without_area() -> None:
    table = load_geometry(needs("data/geo/twente_wijken_2022.geojson"), 2022).table
    lacking, extra = compare_with_areas(table, areas(2024).table, "wijk", TWENTE)
    assert (lacking.code, lacking.values["count"]) == ("RF-ZONDERVLAK", "8")
    assert extra.values["codes"] == "WK174201"
    assert compare_with_areas(table, areas(2022).table, "wijk", TWENTE) == ()


SQUARE = [[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.1], [5.0, 52.0]]


def feature(ring: object, code: object = "GM0141", kind: str = "Polygon") -> dict[str, object]:
    return {"type": "Feature", "properties": {"statcode": code}, "geometry": {"type": kind, "coordinates": ring}}


def drawn(tmp_path: Path, *features: object):
    text = json.dumps({"type": "FeatureCollection", "features": features})
    return load_geometry(write(tmp_path / "g.json", text), 2024)


def test_a_hole_is_not_area_and_metres_are_recognised(tmp_path: Path) -> None:
    outer = [[250_000, 480_000], [252_000, 480_000], [252_000, 482_000], [250_000, 482_000], [250_000, 480_000]]
    hole = [[250_500, 480_500], [251_500, 480_500], [251_500, 481_500], [250_500, 481_500], [250_500, 480_500]]
    row = drawn(tmp_path, feature([outer, hole])).table.to_pylist()[0]
    assert (row["stelsel"], row["km2"], row["punten"]) == ("RD", 3.0, 10)
    assert json.loads(row["geometrie"])["type"] == "MultiPolygon"


@pytest.mark.parametrize(
    "ring",
    [
        [SQUARE[:-1]],
        [SQUARE[:2] + SQUARE[:1]],
        [[[x + 40, y] for x, y in SQUARE]],
        [[[str(x), y] for x, y in SQUARE]],
        [[[10**40, y] for _, y in SQUARE]],
        [[]],
        [],
        "x",
        {"a": 1},
    ],
)
def test_bad_rings_are_left_out_and_reported(tmp_path: Path, ring: object) -> None:
    loaded = drawn(tmp_path, feature(ring), feature([SQUARE], "GM0147"))
    assert loaded.table["gebied"].to_pylist() == ["GM0147"]
    assert [finding.values["codes"] for finding in loaded.findings] == ["GM0141"]


def test_infinity_is_no_json(tmp_path: Path) -> None:
    with pytest.raises(DeliveryRefusedError, match="JSON"):
        drawn(tmp_path, feature([[[float("inf"), y] for _, y in SQUARE]]))


def test_borders_that_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(DeliveryRefusedError, match="more than once"):
        drawn(tmp_path, feature([SQUARE]), feature([SQUARE]))
    with pytest.raises(DeliveryRefusedError, match="shape"):
        drawn(tmp_path)
    with pytest.raises(DeliveryRefusedError, match="shape"):
        drawn(tmp_path, feature([SQUARE], None))


def test_shared_arcs_run_both_ways(tmp_path: Path) -> None:
    topology = {
        "type": "Topology",
        "transform": {"scale": [0.1, 0.1], "translate": [5, 52]},
        "arcs": [[[0, 0], [0, 1]], [[0, 1], [-1, 0], [0, -1], [1, 0]], [[0, 1], [1, 0], [0, -1], [-1, 0]]],
        "objects": {"gm": {"type": "GeometryCollection", "geometries": [
            {"type": "Polygon", "id": "GM0001", "arcs": [[0, 1]]},
            {"type": "MultiPolygon", "properties": {"statcode": "GM0002"}, "arcs": [[[2, 0]]]},
        ]}},
    }  # fmt: skip
    rows = load_geometry(write(tmp_path / "t.json", json.dumps(topology)), 2024).table.to_pylist()
    assert [row["gebied"] for row in rows] == ["GM0001", "GM0002"]
    second = topology["objects"]["gm"]["geometries"][1]
    second["arcs"] = [[[~2, ~0]]]
    backwards = load_geometry(write(tmp_path / "t.json", json.dumps(topology)), 2024).table.to_pylist()
    assert [row["km2"] for row in backwards] == pytest.approx([row["km2"] for row in rows])
    second["arcs"] = [[[2, ~0]]]
    open_ring = load_geometry(write(tmp_path / "t.json", json.dumps(topology)), 2024)
    assert [finding.values["codes"] for finding in open_ring.findings] == ["GM0002"]
    second["arcs"] = [[[~2, 9]]]
    with pytest.raises(DeliveryRefusedError, match="TopoJSON arc"):
        load_geometry(write(tmp_path / "t.json", json.dumps(topology)), 2024)
    bomb = {
        "type": "Topology",
        "arcs": [[[0, 0]] * 3_000],
        "objects": {"a": {"type": "Polygon", "arcs": [[0] * 3_000]}},
    }
    with pytest.raises(DeliveryRefusedError, match="5000000"):
        load_geometry(write(tmp_path / "b.json", json.dumps(bomb)), 2024)
    with pytest.raises(DeliveryRefusedError, match="objects"):
        load_geometry(tmp_path / "t.json", 2024, layer="wk")
