"""No bytes, however made, crash a reader of reference data: it loads them or refuses them, and soon."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.reference import FAKE_V3, FAKE_V4, save

from graadmeter.deliver.reference.area_crosswalk import load_crosswalk
from graadmeter.deliver.reference.areas import load_areas, load_municipalities
from graadmeter.deliver.reference.classification import load_classification
from graadmeter.deliver.reference.geometry import load_geometry
from graadmeter.deliver.reference.kwb import load_kwb_csv
from graadmeter.deliver.reference.loaded import Loaded
from graadmeter.deliver.reference.notices import notices
from graadmeter.deliver.reference.population import load_population, load_population_pc4, load_population_wide
from graadmeter.deliver.reference.published import load_published
from graadmeter.deliver.reference.spend import load_spend
from graadmeter.deliver.reference.statline import load_statline, load_statline_csv
from graadmeter.deliver.reference.waiting import load_waiting_times
from graadmeter.domain.errors import DeliveryRefusedError

Reader = Callable[[Path], Loaded]
CSV_READERS: dict[str, Reader] = {
    "areas": lambda path: load_areas(path, 2024),
    "municipalities": load_municipalities,
    "classification": lambda path: load_classification(path, 2024),
    "crosswalk": lambda path: load_crosswalk(path, 2022, 2024),
    "kwb": lambda path: load_kwb_csv(path, 2024),
    "population": load_population,
    "pc4": lambda path: load_population_pc4(path, 2024),
    "wide": lambda path: load_population_wide(path, 2024),
    "published": load_published,
    "spend": load_spend,
    "statline": lambda path: load_statline_csv(path, "T"),
}
HEADS = [
    "code,naam,soort,gm_code,inwoners,inwoners_0_14",
    "jaar,gm_code,gm_naam,inwoners",
    "gm_code,jeugdregio_code,jeugdregio,pct_jongeren_met_jeugdzorg,wmo_clienten_per_1000",
    "van,naar,adressen",
    "postcode,leeftijd,inwoners,inwoners_man,inwoners_vrouw",
    "jaar,verslag,gm_code,taakveld,lasten_keur",
    "periode,waarde",
    "ID;RegioS;Perioden;Jongeren_84",
]
CELL = st.one_of(
    st.sampled_from(
        ["", ".", "GM0141", "WK014110", "2024", "2024JJ00", "6.72", "jaarrekening", "0-4", "95+", "7441", "wijk"]
    ),
    st.integers().map(str),
    st.floats().map(repr),
    st.text(max_size=8),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(
            ["type", "features", "properties", "geometry", "coordinates", "statcode", "arcs", "objects", "transform",
             "scale", "translate", "geometries", "rows", "p", "i", "iText", "d", "value", "Key", "Type", "id"]
        ) | st.text(max_size=3),
        inner,
        max_size=5,
    ),
    max_leaves=25,
)  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """One folder for all examples: making one for each takes longer than reading it."""
    return tmp_path_factory.mktemp("hostile")


def survives(reader: Reader, path: Path) -> None:
    try:
        loaded = reader(path)
    except DeliveryRefusedError:
        return
    assert loaded.table.schema.names[0] == "bron"
    assert "status" not in loaded.table.column_names or loaded.table["status"].null_count == 0


@pytest.mark.parametrize("name", CSV_READERS)
@settings(max_examples=15)
@given(head=st.sampled_from(HEADS), body=st.lists(st.lists(CELL, min_size=2, max_size=6), max_size=4))
def test_tables(name: str, place: Path, head: str, body: list[list[str]]) -> None:
    path = place / "a.csv"
    comma = ";" if ";" in head else ","
    width = head.count(comma) + 1
    rows = [comma.join((row * width)[:width]) for row in body]
    path.write_bytes("\n".join([head, *rows]).encode("utf-8", "replace"))
    survives(CSV_READERS[name], path)


@pytest.mark.parametrize("name", CSV_READERS)
@settings(max_examples=10)
@given(data=st.binary(max_size=200))
def test_bytes_that_are_no_table(name: str, place: Path, data: bytes) -> None:
    path = place / "a.csv"
    path.write_bytes(data)
    survives(CSV_READERS[name], path)


@pytest.mark.parametrize("reader", [lambda path: load_geometry(path, 2024), load_waiting_times])
@settings(max_examples=60)
@given(content=JSON, kind=st.sampled_from(["", "Topology", "FeatureCollection"]))
def test_json(reader: Reader, place: Path, content: object, kind: str) -> None:
    path = place / "a.json"
    whole = content | {"type": kind} if kind and isinstance(content, dict) else content
    path.write_text(json.dumps(whole))
    survives(reader, path)


@settings(max_examples=60)
@given(
    base=st.sampled_from([FAKE_V3, FAKE_V4]),
    content=JSON | st.lists(JSON, max_size=3).map(lambda rows: {"value": rows}),
    data=st.data(),
)
def test_statline_with_one_part_replaced(place: Path, base: dict[str, object], content: object, data) -> None:
    part = data.draw(st.sampled_from(sorted(base)))
    survives(load_statline, save(place / str(len(base)), base | {part: content}))


@settings(max_examples=60)
@given(base=st.sampled_from([FAKE_V3, FAKE_V4]), junk=JSON, data=st.data())
def test_statline_with_one_value_replaced(place: Path, base: dict[str, object], junk: object, data) -> None:
    parts = json.loads(json.dumps(base))
    part = data.draw(st.sampled_from([name for name in sorted(parts) if parts[name].get("value")]))
    row = data.draw(st.sampled_from(parts[part]["value"]))
    row[data.draw(st.sampled_from(sorted(row)))] = junk
    survives(load_statline, save(place / str(len(parts)), parts))


@pytest.mark.parametrize(
    "data",
    [b"[" * 200_000, b'{"a":' * 100_000, b"1" * 10_000, b"\xff\xfe[\x00", b'{"rows":[{"p":"\\ud800","i":1e999}]}',
     b'{"type":"FeatureCollection","features":[{"properties":{"statcode":"\\ud800"},"geometry":null}]}'],
)  # fmt: skip
def test_known_tricks(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(data)
    survives(lambda file: load_geometry(file, 2024), path)
    survives(load_waiting_times, path)


@pytest.mark.parametrize("data", [b"PAR1", b"PAR1" + bytes(50) + b"PAR1", b"x"])
def test_damaged_parquet(tmp_path: Path, data: bytes) -> None:
    folder = save(tmp_path / "t", {name: FAKE_V3[name] for name in ("TableInfos", "DataProperties", "Perioden")})
    (folder / "TypedDataSet.parquet").write_bytes(data)
    with pytest.raises(DeliveryRefusedError, match="Parquet"):
        load_statline(folder)


def test_every_notice_is_bilingual_and_says_what_to_do() -> None:
    assert len(notices()) >= 25
    page = (Path(__file__).parents[3] / "docs/reference-data.md").read_text(encoding="utf-8")
    source = "".join(path.read_text() for path in (Path(__file__).parents[3] / "src").rglob("reference/*.py"))
    for code, notice in notices().items():
        assert code.startswith("RF-")
        assert notice.message.nl != notice.message.en
        assert notice.remedy.nl[-1] == notice.remedy.en[-1] == "."
        assert f"| {code} | {notice.severity.label.en}: {notice.message.en} |" in page
    names = [
        name
        for name, value in vars(__import__(notices.__module__, fromlist=["x"])).items()
        if value in notices().values()
    ]
    assert all(source.count(name) >= 3 for name in names), [name for name in names if source.count(name) < 3]
