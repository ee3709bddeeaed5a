"""One figure is the same, to the digit, wherever it stands: sentence, table, picture, chart data, frame, comparison.

Print shows the same page, so that there is nothing else to compare. Over the whole site, in Dutch.
"""

import csv
import html
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pyarrow.parquet as pq
import pytest

from graadmeter.charts.numbers import DASH, bare, written
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang
from graadmeter.site.compare_data import LETTERS

PIECES = re.compile(r'<table.*?</table>|<svg.*?</svg>|<p class="gm-figure__sentence">.*?</p>', re.DOTALL)
SOURCE = re.compile(r'href="((?:\.\./)+(?:cijfers|en/figures)/[^"]+)"')
STRONG = re.compile(r'<strong class="gm-number">(?:1 op de )?([^<]*)')
CELL = re.compile(r'<td class="gm-(?:figure-cell|heat)[^>]*>\s*([^<]*\d[^<]*)')
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
MARGIN = f" {DASH} "
"""Between the ends of a margin, which is worked out from the figure and no cell of the release."""
Row = dict[str, Any]


@pytest.fixture(scope="module")
def cells(site_release: Path) -> dict[tuple[object, ...], Row]:
    """Cells by indicator, unit, area, period and the members of dimensions."""
    rows = pq.read_table(site_release / "open/cells.parquet").to_pylist()
    return {_key(row): row for row in rows}


def _key(row: Row) -> tuple[object, ...]:
    members = tuple(sorted(row[name] for name in DIMENSIONS if row[name] != TOTAL))
    return (row["indicator"], row["unit"], row["area"], row["period"], members)


def _compared(site_folder: Path) -> Iterator[tuple[tuple[object, ...], str, object, str]]:
    """Key of the cell, file, value and letter of every figure that the compare page can fetch."""
    for path in sorted((site_folder / "compare").rglob("*.js")):
        if path.name.startswith("index-") or path.parent.name == "wijken":
            continue
        told = json.loads(path.read_text(encoding="utf-8").removeprefix("graadmeter.figures(").removesuffix(");\n"))
        for series, rows in zip(told["series"], told["rows"], strict=True):
            unit, *fixed = series["key"].split("-")
            for area, (values, letters, *_) in rows.items():
                for period, value, letter in zip(told["periods"], values, letters, strict=True):
                    yield (told["id"], unit, area, period, tuple(sorted(fixed))), path.name, value, letter


def test_what_the_compare_page_fetches_is_the_release(site_folder: Path, cells: dict[tuple[object, ...], Row]) -> None:
    checked = 0
    for key, file, value, letter in _compared(site_folder):
        cell = cells.get(key)
        status = CellStatus(cell["status"]) if cell else CellStatus.NOT_APPLICABLE
        assert letter == LETTERS[status], (file, key)
        assert value == (cell["value"] if cell and status.has_value else None), (file, key)
        checked += cell is not None
    assert checked > 5_000


_SMALLEST = 1_000
"""Bytes of a picture with anything in it."""


def test_a_figure_in_a_frame_is_that_of_its_page_and_of_its_specification(site_folder: Path) -> None:
    @cache
    def page(path: Path) -> str:
        return path.read_text(encoding="utf-8")

    pieces = values = 0
    for frame in sorted((site_folder / "insluiten").rglob("*.html")):
        text = frame.read_text(encoding="utf-8")
        source = SOURCE.search(text)
        assert source, frame
        whole = page((frame.parent / source[1]).resolve())
        for piece in PIECES.findall(text):
            assert piece in whole, (frame.name, piece[:200])
            pieces += 1
        for row in json.loads(frame.with_suffix(".vl.json").read_text(encoding="utf-8"))["data"]["values"]:
            if row.get("value") is None:
                continue
            assert row["text"] in text, (frame.name, row)
            assert _same(row["text"], row["value"]), (frame.name, row)
            values += 1
        taken, specified = _taken_along(frame), _specified(frame)
        assert [one for one in taken if one in specified] == specified, frame.name
        assert all(one[2] is None and one[3] in text for one in taken if one not in specified), frame.name
        assert frame.with_suffix(".svg").stat().st_size > _SMALLEST, frame.name
    assert pieces > 1_000
    assert values > 1_000


def _taken_along(frame: Path) -> list[tuple[str, str, float | None, str]]:
    """The figures of the CSV beside a frame; margins and bases stand there too, as words."""
    found = []
    with frame.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            value = float(row["waarde"]) if row["waarde"] else None
            found.append((row["rij"], row["kolom"], value, row["zoals_getoond"]))
    return found


def _specified(frame: Path) -> list[tuple[str, str, float | None, str]]:
    """The figures of the specification beside a frame."""
    values = json.loads(frame.with_suffix(".vl.json").read_text(encoding="utf-8"))["data"]["values"]
    return [(one["row"], one["series"], one["value"], one["text"]) for one in values]


def _same(text: str, value: float) -> bool:
    """Whether a Dutch text writes this value, to the digits that it gives."""
    number = re.search(r"-?[\d.]+(?:,\d+)?", text)
    assert number, text
    digits = number[0].partition(",")[2]
    return number[0] == f"{value:,.{len(digits)}f}".translate(str.maketrans(",.", ".,"))


def test_no_page_of_providers_stacking_or_questions_shows_another_number(
    site_folder: Path, cells: dict[tuple[object, ...], Row]
) -> None:
    shown = {(Unit(cell["unit"]), cell["value"]) for cell in cells.values() if cell["value"] is not None}
    known = {one(value, unit, Lang.NL) for unit, value in shown for one in (bare, written)}
    wholes = {int(1 / (value / unit.multiplier) + 0.5) for unit, value in shown if unit.is_share and value > 0}
    known |= {str(whole) for whole in wholes}
    checked = 0
    for folder in ("aanbieders", "vragen", "."):
        names = ("stapeling.html", "aanbieders.html") if folder == "." else ("*.html",)
        for path in (path for name in names for path in sorted((site_folder / folder).glob(name))):
            text = path.read_text(encoding="utf-8")
            for found in (*STRONG.findall(text), *CELL.findall(text)):
                if MARGIN not in found:
                    assert found.strip() in known, (path.name, found)
                    checked += 1
    assert checked > 300


def test_a_document_holds_the_words_and_figures_of_its_page(site_folder: Path) -> None:
    checked = 0
    for path in sorted(site_folder.rglob("*.odt")):
        page = path.with_suffix(".html").read_text(encoding="utf-8")
        shown = _spaced(html.unescape(re.sub(r"<[^>]*>", " ", page)))
        with zipfile.ZipFile(path) as package:
            tree = ET.fromstring(package.read("content.xml"))  # noqa: S314  our own file
        for row in tree.iter(f"{TABLE}table-row"):
            _, *figures = ["".join(one.itertext()) for one in row]
            for figure in figures:
                # A remark stands in brackets here and in smaller letters there.
                assert all(_spaced(part) in shown for part in figure.rstrip(")").split(" (")), (path.name, figure)
                checked += any(letter.isdigit() for letter in figure)
    assert checked > 1_000


def _spaced(text: str) -> str:
    """The text with one space wherever there is white space."""
    return " ".join(text.split())
