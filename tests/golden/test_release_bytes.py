"""The bytes of a release: a difference here is a change of contract with everyone who reads open data."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from graadmeter.domain.cells import DIMENSIONS, PUBLISHED
from graadmeter.engine.arrow import schema_of
from graadmeter.release.edition import Inputs
from graadmeter.release.formats import csv_bytes, json_bytes, parquet_bytes, plain_number
from graadmeter.release.manifest import manifest

EXPECTED = Path(__file__).parent / "release"
TOTALS = ["total"] * len(DIMENSIONS)
ROWS = [
    ["jeugdhulp", "personen", "GM0141", 2025, "gemeente", "2025JJ00", "jaar", *TOTALS, 1234.0, "value", 1],
    ["jeugdhulp", "procent", "GM0141", 2025, "gemeente", "2025JJ00", "jaar", *TOTALS, 12.5, "provisional", 1],
    ["jeugdhulp", "personen", "GM0147", 2025, "gemeente", "2025JJ00", "jaar", *TOTALS, None, "suppressed", 1],
    ["uitgaven", "euro", "JZ14", 2025, "regio", "2025JJ00", "jaar", *TOTALS, 123456789.25, "value", 2],
]
INPUTS = Inputs(
    8103, (("0141-2025KW04-1f3a9c02", "ab" * 32, "geaccepteerd"),), "c1", "r1", "graadmeter 0.1.0 (5d41402a)"
)


@pytest.fixture
def cells():
    columns = zip(*[[*row, "2025KW04-3fa19c02"] for row in ROWS], strict=True)
    return pa.table([pa.array(list(column)) for column in columns], names=list(PUBLISHED.names)).cast(
        schema_of(PUBLISHED)
    )


def test_cells_csv(cells) -> None:
    assert csv_bytes(cells) == (EXPECTED / "cells.csv").read_bytes()


def test_manifest_json(cells) -> None:
    files = {"open/cells.csv": csv_bytes(cells)}
    edition = INPUTS.edition("")
    assert edition == "2025KW04-" + (EXPECTED / "edition.txt").read_text(encoding="utf-8").strip()
    content = json_bytes(manifest(edition, number=1, previous="", inputs=INPUTS, files=files))
    assert content == (EXPECTED / "manifest.json").read_bytes()


def test_parquet_schema_and_repeatability(cells) -> None:
    assert parquet_bytes(cells) == parquet_bytes(cells)
    schema = pq.read_schema(io.BytesIO(parquet_bytes(cells)))
    told = [f"{field.name} {field.type}" for field in schema]
    assert told == json.loads((EXPECTED / "schema.json").read_bytes())


def test_special_characters_are_quoted() -> None:
    table = pa.table(
        {"a": ["plain", 'with "quotes"', "comma, here", "line\nend", None], "v": [1.0, 0.1, None, 2e-7, 1e15]}
    )
    lines = csv_bytes(table).decode()
    assert lines == 'a,v\nplain,1\n"with ""quotes""",0.1\n"comma, here",\n"line\nend",0.0000002\n,1000000000000000\n'


@pytest.mark.parametrize(("value", "text"), [(0.0, "0"), (-3.0, "-3"), (12.34, "12.34"), (1e22, "1" + "0" * 22)])
def test_numbers_have_no_exponent(value, text) -> None:
    assert plain_number(value) == text


def test_the_edition_follows_from_every_input() -> None:
    others = [
        replace(INPUTS, catalogue="c2"),
        replace(INPUTS, configuration="r2"),
        replace(INPUTS, software="s2"),
        replace(INPUTS, last_quarter=8102),
        replace(INPUTS, deliveries=()),
    ]
    assert len({one.edition("") for one in [INPUTS, *others]} | {INPUTS.edition("x")}) == 7
