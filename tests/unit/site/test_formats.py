"""Every form in which figures can be downloaded holds the figures of the release, to the digit, and nothing else."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from graadmeter.site.build import build
from graadmeter.site.formats.workbook import packed
from graadmeter.site.stand_ins import EDITION_DAY
from graadmeter.site.trace import EDITION

NAMES = ("jeugdhulp", "wmo_clienten")


@pytest.fixture(scope="module")
def site(small_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("forms") / "site"
    build(small_release, folder, geometry=None)
    return folder


def _rows(site: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((site / f"data/{name}.csv").read_text(encoding="utf-8"))))


@pytest.mark.parametrize("name", NAMES)
def test_json_stat_holds_each_row_of_the_csv_once(site: Path, name: str) -> None:
    told = json.loads((site / f"data/{name}.json").read_text(encoding="utf-8"))
    index = {dimension: told["dimension"][dimension]["category"]["index"] for dimension in told["id"]}
    assert told["size"] == [len(index[dimension]) for dimension in told["id"]]
    rows = _rows(site, name)
    assert len(rows) == len(told["status"])
    for row in rows:
        place = 0
        for dimension in told["id"]:
            place = place * len(index[dimension]) + index[dimension].index(row[dimension])
        value = told["value"].get(str(place))
        assert told["status"][str(place)] == row["status"]
        assert (value is None) == (row["value"] == "")
        assert value is None or value == float(row["value"])
    assert told["source"].endswith("2025KW04-0f1e2d3c")
    assert told["dimension"]["area"]["category"]["label"]["JZ14"] == "Twente"


@pytest.mark.parametrize(
    ("path", "hidden", "first"), [("data", "afgeschermd", "Uitleg"), ("en/data", "hidden", "Explanation")]
)
def test_a_workbook_holds_the_whole_figures_and_words_where_there_is_none(
    site: Path, path: str, hidden: str, first: str
) -> None:
    content = (site / path / "jeugdhulp.xlsx").read_bytes()
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names[0] == first
    assert any("2025KW04-0f1e2d3c" in str(cell) for row in book.get_sheet_by_index(0).to_python() for cell in row)
    given = {
        (row["area"], row["value"]) for row in _rows(site, "jeugdhulp") if row["unit"] == "personen" and row["value"]
    }
    _, _, head, *rows = book.get_sheet_by_index(1).to_python(skip_empty_area=False)
    assert head[2] == "2025"
    cells = [(row[0], cell) for row in rows for cell in row[2:]]
    assert cells
    for area, cell in cells:
        assert (area, str(int(cell))) in given if isinstance(cell, float) else cell != ""
    words = {cell for _, cell in cells if isinstance(cell, str)}
    assert not words or hidden in words


def test_a_workbook_is_the_same_every_time_it_is_packed(site: Path) -> None:
    content = (site / "data/jeugdhulp.xlsx").read_bytes()
    other = dict.fromkeys((EDITION.encode(), *(day.encode() for day in EDITION_DAY.values())), b"anders")
    assert packed(content, other) == content, "the stand-ins are gone, and no clock is in it"
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert {part.date_time for part in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", NAMES)
def test_the_description_names_the_columns_of_the_file_in_order(site: Path, name: str) -> None:
    told = json.loads((site / f"data/{name}.csv-metadata.json").read_text(encoding="utf-8"))
    rows = _rows(site, name)
    assert [column["name"] for column in told["tableSchema"]["columns"]] == list(rows[0])
    key = told["tableSchema"]["primaryKey"]
    assert len({tuple(row[part] for part in key) for row in rows}) == len(rows)
    assert told["url"] == f"{name}.csv"


def test_the_whole_release_can_be_taken_along(site: Path, small_release: Path) -> None:
    assert (site / "data/alles.parquet").read_bytes() == (small_release / "open/cells.parquet").read_bytes()
    assert pq.read_table(site / "data/alles.parquet").num_rows > 0
    page = (site / "over/gegevens.html").read_text(encoding="utf-8")
    for path in ("alles.parquet", "definities.json", "wijzigingen.csv", "jeugdhulp.xlsx", "jeugdhulp.json"):
        assert f"data/{path}" in page
        assert (site / "data" / path).exists()
