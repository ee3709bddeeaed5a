"""Attacks on a real release, byte by byte: what was delivered about persons is nowhere in it, and no small count is."""

import csv
import io
import json
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.e2e.delivered import rows
from tests.e2e.region import newest, tree

from graadmeter.domain.cells import PUBLISHED
from graadmeter.domain.errors import DisclosureError
from graadmeter.release import guard, places
from graadmeter.release.formats import csv_bytes
from graadmeter.release.guard_persons import PERSON_NAMES

SMALL = 10


@pytest.fixture(scope="module")
def files(region) -> dict[str, bytes]:
    return tree(newest(region))


@pytest.fixture(scope="module")
def secrets(region) -> set[str]:
    """Service numbers, birth dates, household and provision numbers, and names and postcodes, as delivered."""
    found = set()
    for extract in (region / "inbox").glob("*/voorzieningen.csv"):
        for row in rows(extract):
            found |= {row["bsn"], row["geboortedatum"], row["huishouden"], row["voorziening_id"]}
    with zipfile.ZipFile(next((region / "inbox").glob("*/berichten.zip"))) as archive:
        text = "".join(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
    for tag in ("Achternaam", "Postcode", "Straatnaam"):
        found |= {part.split("<")[0] for part in text.split(f":{tag}>")[1::2]}
    return {value for value in found if len(value) >= 5}


def texts(files: dict[str, bytes]) -> dict[str, str]:
    """Every file as text; Parquet unpacked first, so that nothing hides in compressed pages."""
    out = {}
    for name, content in files.items():
        packed = name.endswith(".parquet")
        out[name] = csv_bytes(pq.read_table(io.BytesIO(content))).decode() if packed else content.decode()
    return out


def test_nothing_delivered_about_a_person_is_in_any_file(files, secrets) -> None:
    assert len(secrets) > 500
    for name, text in texts(files).items():
        words = set(text.replace(",", " ").replace('"', " ").split())
        assert not words & secrets, name


def test_pseudonyms_and_numbers_of_the_warehouse_are_not_there(files, region) -> None:
    tables = [pq.read_table(path) for path in (region / "warehouse/sessions").glob("*/persoon.parquet")]
    pseudonyms = set(pa.concat_tables(tables)["persoon"].to_pylist())
    key = (region / "keys/pseudonym.key").read_text(encoding="utf-8").split()[1]
    assert len(pseudonyms) > 50
    for name, text in texts(files).items():
        assert not any(pseudonym in text for pseudonym in pseudonyms), name
        assert key not in text


def test_no_column_or_key_speaks_of_persons(files) -> None:
    for name, content in files.items():
        if name.endswith(".parquet"):
            names = pq.read_schema(io.BytesIO(content)).names
        elif name.endswith(".csv"):
            names = content.split(b"\n")[0].decode().split(",")
        else:
            continue
        assert not {one.lower() for one in names} & PERSON_NAMES, name


@pytest.mark.parametrize("name", [places.CELLS, places.CELLS_CSV, places.CHANGES])
def test_no_small_count_anywhere(files, name) -> None:
    text = texts(files)[name]
    for row in csv.DictReader(io.StringIO(text)):
        if row["unit"] in {"personen", "huishoudens", "trajecten"}:
            for column in {"value", "old_value", "new_value"} & set(row):
                assert not row[column] or not 0 < float(row[column]) < SMALL, row


def test_hidden_cells_have_no_value_and_all_the_same_status(files) -> None:
    cells = pq.read_table(io.BytesIO(files[places.CELLS]))
    hidden = cells.filter(pa.compute.is_null(cells["value"]))
    assert hidden.num_rows > 0
    assert set(hidden["status"].to_pylist()) <= {"suppressed", "merged", "not_delivered", "not_applicable"}
    shown = cells.filter(pa.compute.is_valid(cells["value"]))
    assert not {"suppressed", "merged"} & set(shown["status"].to_pylist())


def test_the_guard_would_have_stopped_each_of_these(files) -> None:
    """The guard is run again on the published files, each time with one thing added that must not be there."""
    measured = pq.read_table(io.BytesIO(files[places.CELLS]))
    for name in ("numerator", "denominator"):
        measured = measured.append_column(name, pa.nulls(len(measured), pa.float64()))
    for name in ("contributors", "providers"):
        measured = measured.append_column(name, pa.nulls(len(measured), pa.int64()))
    limits = {"thresholds": dict.fromkeys(set(measured["indicator"].to_pylist()), SMALL), "measured": measured}
    guard.inspect(files, **limits)
    line = next(line for line in files[places.CELLS_CSV].decode().splitlines() if ",personen," in line)
    values = line.split(",")
    values[PUBLISHED.names.index("value")] = "3"
    worse = {
        places.CELLS_CSV: files[places.CELLS_CSV] + ",".join(values).encode() + b"\n",
        places.CELLS: _with_person_column(files[places.CELLS]),
        places.DELIVERIES: json.dumps([{"bsn": "x"}]).encode(),
        places.AUDIT_TEXT: b"000000012",
        "open/persons.csv": b"a\n1\n",
    }
    for name, content in worse.items():
        with pytest.raises(DisclosureError):
            guard.inspect({**files, name: content}, **limits)


def _with_person_column(content: bytes) -> bytes:
    table = pq.read_table(io.BytesIO(content))
    sink = io.BytesIO()
    pq.write_table(table.append_column("persoon", pa.nulls(len(table), pa.int64())), sink)
    return sink.getvalue()
