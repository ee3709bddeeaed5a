"""The municipality of CBS records that tell a postcode only."""

from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pytest

from graadmeter.catalogue.layouts import layouts
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.raw_table import raw_schema
from graadmeter.deliver.reference.entries import municipality_of_postcode
from graadmeter.deliver.reference.library import add
from graadmeter.deliver.residence import with_municipalities

ROWS = [("7607AB", None), ("7607 XZ", "0153"), ("0141", None), ("9999AB", None), (None, None), ("7607", None)]


@pytest.fixture
def raw() -> RawDelivery:
    schema = raw_schema(layouts()["bij_jeugdhulp"])
    rows = [{"woonplaats": place, "gemeente": town, "bestand": "a.csv", "regel": 2} for place, town in ROWS]
    empty = {name: raw_schema(layout).empty_table() for name, layout in layouts().items()}
    return RawDelivery(empty | {"bij_jeugdhulp": pa.Table.from_pylist(rows, schema=schema)}, (), ())


def test_the_list_fills_in_what_only_a_postcode_tells(raw: RawDelivery) -> None:
    made = with_municipalities(raw, {"7607": "GM0141"})
    assert made.tables["bij_jeugdhulp"]["gemeente"].to_pylist() == ["0141", "0153", None, None, None, None]
    assert [(one.code, one.file, one.values["count"]) for one in made.findings] == [("DL-BIJ-GEMEENTE", "a.csv", "1")]


def test_without_a_list_nothing_is_filled_in(raw: RawDelivery) -> None:
    assert with_municipalities(raw, {}) is raw


def test_the_library_gives_the_list(tmp_path: Path) -> None:
    (tmp_path / "gemeenten_2025.csv").write_text("jaar,gm_code,gm_naam\n2025,GM0141,Almelo\n", encoding="utf-8")
    (tmp_path / "pc4_2025.csv").write_text(
        "postcode,plaats,gemeente,provincie,inwoners\n7607,Almelo,Almelo,Overijssel,10\n9999,Nergens,Nergens,X,5\n",
        encoding="utf-8",
    )
    for name in ("gemeenten_2025.csv", "pc4_2025.csv"):
        add(tmp_path / "reference", tmp_path / name, now=datetime(2026, 1, 1, tzinfo=UTC))
    assert municipality_of_postcode(tmp_path / "reference") == {"7607": "GM0141"}
    assert municipality_of_postcode(tmp_path / "nothing") == {}
