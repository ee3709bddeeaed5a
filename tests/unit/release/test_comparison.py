"""The comparison of a release follows from what the release shows, and from nothing else."""

import io
from dataclasses import replace

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
import pytest
from tests.unit.release.conftest import cell, measured, published

from graadmeter.compare.run import compare
from graadmeter.domain.comparison import COMPARISON, INHABITANTS, NEIGHBOURS
from graadmeter.domain.errors import DisclosureError
from graadmeter.engine.arrow import schema_of
from graadmeter.release import places
from graadmeter.release.build import build, contents
from graadmeter.release.guard import inspect
from graadmeter.release.inhabitants import inhabitants
from graadmeter.release.read import read

HIDDEN = ("personen", "procent")


def test_reread_from_the_open_files_it_is_the_same(tmp_path, draft) -> None:
    release = read(build(tmp_path, draft, previous=None))
    again = compare(release.cells, release.inhabitants, draft.indicators, draft.region)
    assert release.comparison.equals(again.table)
    assert release.comparison.schema.equals(schema_of(COMPARISON))
    assert release.inhabitants.schema.equals(schema_of(INHABITANTS))
    row = next(one for one in again.table.to_pylist() if (one["area"], one["unit"]) == ("GM0141", "procent"))
    assert (row["count"], row["base"], row["interval_status"], row["region_status"]) == (63, 500, "given", "not_shown")


def test_whatever_is_hidden_it_says_the_same(draft) -> None:
    """Two regions that differ only in what is hidden give the same bytes: the comparison cannot tell them apart."""
    files = []
    for hidden in (3.0, 8.0):
        rows = [
            cell("personen", "JZ14", 75.0),
            cell("personen", "GM0141", 63.0),
            cell("personen", "GM0147", hidden),
            cell("procent", "GM0141", 12.6, numerator=63.0, denominator=500.0),
            cell("procent", "GM0147", round(hidden / 2.5, 1), numerator=hidden, denominator=250.0),
        ]
        table = measured(rows)
        shown = published(table).to_pylist()
        for row in shown:
            if row["area"] == "GM0147":
                row |= {"value": None, "status": "suppressed"}
        cells = pa.Table.from_pylist(shown, schema=published(table).schema)
        files.append(contents(replace(draft, cells=cells, measured=table), previous=None))
    assert files[0] == files[1]
    told = pq.read_table(io.BytesIO(files[0][places.COMPARISON]))
    assert set(told["area"].to_pylist()) == {"JZ14", "GM0141"}


def test_csv_and_parquet_say_the_same(draft) -> None:
    files = contents(draft, previous=None)
    table = pq.read_table(io.BytesIO(files[places.COMPARISON]))
    text = pa_csv.read_csv(io.BytesIO(files[places.COMPARISON_CSV]))
    assert text.column_names == list(COMPARISON.names)
    for name in ("value", "low_95", "high_998", "count"):
        assert text[name].to_pylist() == table[name].to_pylist()
    assert files[places.NEIGHBOURS].decode().split("\n", 1)[0] == ",".join(NEIGHBOURS.names)


def test_inhabitants_are_listed_once_and_never_few(draft) -> None:
    rows = [
        cell("procent", "GM0141", 12.6, numerator=63.0, denominator=500.0),
        cell("procent", "GM0141", 12.4, period="2025KW03", numerator=62.0, denominator=500.0),
        cell("procent", "GM0147", None, status="suppressed", numerator=2.0, denominator=9.0),
        cell("procent", "JZ14", 12.0, numerator=60.0, denominator=10.0),
        cell("personen", "GM0141", 63.0, denominator=777.0),
    ]
    assert inhabitants(measured(rows), draft.indicators).to_pylist() == [
        {"area": area, "year": 2025, "age": "0-17", "geslacht": "total", "leeftijdsgroep": "total", "inhabitants": n}
        for area, n in (("GM0141", 500), ("JZ14", 10))
    ]


@pytest.mark.parametrize("path", [places.COMPARISON, places.COMPARISON_CSV])
def test_a_small_count_behind_a_share_stops_the_release(draft, path) -> None:
    files = contents(draft, previous=None)
    if path.endswith("csv"):
        files[path] = files[path].replace(b",63,500,", b",6,500,")
    else:
        table = pq.read_table(io.BytesIO(files[path]))
        small = [6.0 if unit == "procent" else None for unit in table["unit"].to_pylist()]
        sink = io.BytesIO()
        pq.write_table(table.set_column(table.column_names.index("count"), "count", pa.array(small)), sink)
        files[path] = sink.getvalue()
    with pytest.raises(DisclosureError, match="count under the threshold"):
        inspect(files, thresholds=draft.thresholds, measured=draft.measured)
