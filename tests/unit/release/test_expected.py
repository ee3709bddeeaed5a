"""How many people are expected in a wijk: its inhabitants times the share of the region."""

import json

import pytest
from tests.unit.release.conftest import cell, measured, published

from graadmeter.domain.comparison import INHABITANTS
from graadmeter.domain.errors import UnknownNameError, UsageError
from graadmeter.engine.arrow import shaped
from graadmeter.release import places
from graadmeter.release.expected import expected_counts
from graadmeter.release.formats import parquet_bytes
from graadmeter.release.read import Release

import pyarrow as pa  # isort: skip


def release(measures: list[dict[str, object]]) -> Release:
    cells = measured(
        [
            cell("procent", "JZ14", 8.0, period="2025KW03"),
            cell("procent", "JZ14", 10.0),
            cell("procent", "JZ14", 50.0, geslacht="m"),
            cell("procent", "GM0141", 90.0),
        ]
    )
    row = {"year": 2025, "age": "0-17", "geslacht": "total", "leeftijdsgroep": "total"}
    persons = [
        {**row, "area": "WK014110", "inhabitants": 250},
        {**row, "area": "WK014110", "inhabitants": 900, "age": "18+"},
        {**row, "area": "WK014110", "inhabitants": 120, "geslacht": "m"},
        {**row, "area": "WK014110", "inhabitants": 700, "year": 2024},
        {**row, "area": "GM0141", "inhabitants": 5000},
    ]
    areas = [
        {"code": code, "level": level}
        for code, level in (("WK014110", "wijk"), ("WK014111", "wijk"), ("GM0141", "gemeente"))
    ]
    files = {
        places.CELLS: parquet_bytes(published(cells)),
        places.INHABITANTS: parquet_bytes(shaped(pa.Table.from_pylist(persons), INHABITANTS)),
        places.REGION: json.dumps({"areas": areas}).encode(),
        places.CATALOGUE: json.dumps({"indicators": [{"id": "jeugdhulp", "measures": measures}]}).encode(),
    }
    return Release(None, {}, files)


SHARE = {"unit": "procent", "share_of": {"of": "inwoners", "age": "0-17"}, "fixed": {}}


def test_inhabitants_times_the_newest_share_of_the_region() -> None:
    assert expected_counts(release([SHARE]), "jeugdhulp") == {"WK014110": 25.0, "WK014111": 0.0}


def test_only_a_share_of_the_inhabitants_will_do() -> None:
    with pytest.raises(UsageError, match="Choose another"):
        expected_counts(release([{"unit": "personen", "share_of": None, "fixed": {}}]), "jeugdhulp")
    with pytest.raises(UnknownNameError):
        expected_counts(release([SHARE]), "jeugdhlp")
