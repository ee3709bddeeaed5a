"""The guard stops a release that would show a person or a small count, wherever it stands."""

import io
import json
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from graadmeter.domain.cells import MEASURED
from graadmeter.domain.errors import DisclosureError
from graadmeter.release import guard, places
from graadmeter.release.agreement import disagreements
from graadmeter.release.build import build, contents
from graadmeter.release.formats import csv_bytes, json_bytes, parquet_bytes

VALUE, NUMERATOR = MEASURED.names.index("value"), MEASURED.names.index("numerator")
CONTRIBUTORS = MEASURED.names.index("contributors")


@pytest.fixture
def files(draft):
    return contents(draft, previous=None)


def check(draft, files) -> None:
    guard.inspect(files, thresholds={"jeugdhulp": 10}, measured=draft.measured)


def test_a_protected_release_passes(draft, files) -> None:
    check(draft, files)


def with_value(rows, place, value, numerator=None):
    row = list(rows[place])
    row[VALUE] = value
    row[NUMERATOR] = numerator if numerator is not None else row[NUMERATOR]
    return [*rows[:place], row, *rows[place + 1 :]]


@pytest.mark.parametrize("small", [1.0, 9.0, 0.5])
def test_a_small_count_stops_the_build_and_publishes_nothing(tmp_path, altered, rows, small) -> None:
    with pytest.raises(DisclosureError, match=r"count under the threshold at jeugdhulp GM0147"):
        build(tmp_path, altered(with_value(rows, 3, small)), previous=None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fine", [0.0, 10.0])
def test_zero_and_the_threshold_itself_pass(tmp_path, altered, rows, fine) -> None:
    assert build(tmp_path, altered(with_value(rows, 3, fine)), previous=None).exists()


def test_a_share_with_a_small_numerator_stops_the_build(tmp_path, altered, rows) -> None:
    with pytest.raises(
        DisclosureError, match=r"too few persons behind the figure at jeugdhulp GM0147 2025KW04 \(procent\)"
    ):
        build(tmp_path, altered(with_value(rows, 5, 0.0, numerator=4.0)), previous=None)


@pytest.mark.parametrize("path", [places.CELLS, places.CELLS_CSV, places.LINEAGE])
@pytest.mark.parametrize("name", ["persoon", "BSN", "geboortedatum", "postcode"])
def test_a_person_column_in_any_table(draft, files, path, name) -> None:
    table = draft.cells.append_column(name, [["x"] * draft.cells.num_rows])
    content = csv_bytes(table) if path.endswith(".csv") else parquet_bytes(table)
    with pytest.raises(DisclosureError, match=f"{path}.*is about persons"):
        check(draft, {**files, path: content})


def test_a_small_count_in_the_csv_alone(draft, files) -> None:
    content = files[places.CELLS_CSV].replace(b",12,provisional", b",7,provisional")
    with pytest.raises(DisclosureError, match=r"cells\.csv"):
        check(draft, {**files, places.CELLS_CSV: content})


def test_a_wrong_total_in_the_csv_alone(draft, files) -> None:
    """Large enough to be no small count by itself: it gives a hidden one away by subtraction."""
    content = files[places.CELLS_CSV].replace(b",12,provisional", b",15,provisional")
    with pytest.raises(DisclosureError, match=r"cells\.csv: line \d+, column value: something else"):
        check(draft, {**files, places.CELLS_CSV: content})
    shorter = files[places.CELLS_CSV].rsplit(b"\n", 2)[0] + b"\n"
    with pytest.raises(DisclosureError, match=r"cells\.csv: other columns or rows"):
        check(draft, {**files, places.CELLS_CSV: shorter})


def test_a_note_beside_the_rows_of_a_parquet_file(draft, files) -> None:
    noted = draft.lineage.replace_schema_metadata({"note": "GM0147: 7"})
    with pytest.raises(DisclosureError, match=r"lineage\.parquet: there is something beside the rows"):
        check(draft, {**files, places.LINEAGE: parquet_bytes(noted)})


def test_bytes_in_a_parquet_file_that_no_reader_reads(draft, files) -> None:
    content = files[places.LINEAGE]
    footer = len(content) - 8 - int.from_bytes(content[-8:-4], "little")
    hidden = content[:footer] + b"GM0147: 7" + content[footer:]
    assert pq.read_table(io.BytesIO(hidden)).equals(draft.lineage)
    with pytest.raises(DisclosureError, match=r"lineage\.parquet: there are bytes between the columns"):
        check(draft, {**files, places.LINEAGE: hidden})


def test_a_category_that_is_in_the_list_of_a_column_and_in_no_row(draft, files) -> None:
    """Somebody filtered the rows and kept the list to choose from."""
    for kept, refused in ((draft.lineage["area"].to_pylist(), False), (["GM0141", "JZ14", "12345678"], True)):
        areas = pa.DictionaryArray.from_arrays(pc.index_in(draft.lineage["area"], pa.array(kept)).chunk(0), kept)
        content = parquet_bytes(draft.lineage.set_column(0, "area", areas))
        assert (b"12345678" in content) == refused
        if not refused:
            check(draft, {**files, places.LINEAGE: content})
            continue
        with pytest.raises(DisclosureError, match="column area names something that is in no row"):
            check(draft, {**files, places.LINEAGE: content})


def test_a_small_count_in_json_under_a_name_that_comes_again(draft, files) -> None:
    content = files[places.AUDIT_JSON].replace(b'"cells": 6', b'"cells": 6, "personen": 7, "personen": 70')
    assert json.loads(content)["personen"] == 70
    with pytest.raises(DisclosureError, match="holds more than a reader of JSON sees"):
        check(draft, {**files, places.AUDIT_JSON: content})


@pytest.mark.parametrize("told", [b"- GM0147: 7\n", b"- Borne: 3,6 %\n", b"- hulpvorm 05\n"])
def test_a_figure_in_the_words_of_the_audit(draft, files, told) -> None:
    with pytest.raises(DisclosureError, match=r"report\.md: it says something else than audit/report\.json"):
        check(draft, {**files, places.AUDIT_TEXT: files[places.AUDIT_TEXT] + told})


def test_a_comparison_of_another_figure_than_is_shown(files) -> None:
    """A value of before rounding, in both files of the comparison."""
    assert disagreements(files) == []
    compared = pq.read_table(io.BytesIO(files[places.COMPARISON]))
    place = compared.column_names.index("value")
    for name, value in (("value", pc.add(compared["value"], 0.04)), ("area", pc.binary_join_element_wise(
        compared["area"], "9", ""))):  # fmt: skip
        other = compared.set_column(compared.column_names.index(name), compared.field(name), value)
        told = {**files, places.COMPARISON: parquet_bytes(other), places.COMPARISON_CSV: csv_bytes(other)}
        found = [text.en for text in disagreements(told)]
        assert len(found) == 1
        assert "not the figure of open/cells.parquet" in found[0]
    wrong = {
        **files,
        places.COMPARISON_CSV: csv_bytes(compared.set_column(place, "value", pc.add(compared["value"], 1))),
    }
    assert [text.en.split(":")[0] for text in disagreements(wrong)] == [places.COMPARISON_CSV]


@pytest.mark.parametrize(
    "value",
    [
        {"a": [{"bsn": "x"}]},
        {"a": {"personen": 3}},
        [{"unit": "trajecten", "value": 2}],
        {"note": "111222333"},
    ],
)
def test_persons_and_small_counts_deep_in_json(draft, files, value) -> None:
    with pytest.raises(DisclosureError):
        check(draft, {**files, places.AUDIT_JSON: json_bytes(value)})


def test_a_service_number_in_any_text(draft, files) -> None:
    with pytest.raises(DisclosureError, match="citizen service number"):
        check(draft, {**files, places.AUDIT_TEXT: b"about 111222333 we say nothing"})
    lineage = replace(draft, lineage=draft.lineage.set_column(3, "session", [["111222333", "x"]]))
    with pytest.raises(DisclosureError, match="citizen service number"):
        check(lineage, contents(lineage, previous=None))


def test_an_amount_for_too_few_persons(tmp_path, altered, rows) -> None:
    row = list(rows[0])
    row[1], row[CONTRIBUTORS] = "euro", 9
    with pytest.raises(DisclosureError, match="too few persons behind the figure"):
        build(tmp_path, altered([row]), previous=None)


def test_an_amount_of_nine_digits_is_no_service_number(tmp_path, altered, rows) -> None:
    row = list(with_value(rows, 0, 111222333.0)[0])
    row[1], row[CONTRIBUTORS] = "euro", 4000
    assert build(tmp_path, altered([row]), previous=None).exists()


def test_a_file_that_does_not_belong(draft, files) -> None:
    with pytest.raises(DisclosureError, match="does not belong in a release"):
        check(draft, {**files, "open/persons.txt": b""})
