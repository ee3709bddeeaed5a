"""A figure as one file: a picture that fetches nothing and knows no variables, and exactly the figures in it."""

import re

from lxml import etree

from graadmeter.charts.alone import lines, svg_file
from graadmeter.charts.figure import Figure
from graadmeter.charts.numbers import DASH
from graadmeter.charts.table import FigureTable, Kind, TableCell
from graadmeter.site.assets import tokens

_NAME = "{http://www.w3.org/2000/svg}"
_MARGIN = f"12,6 {DASH} 13,6"
_ROWS = (
    (TableCell("Almelo"), TableCell("13,1 %", Kind.NUMBER, value=13.1), TableCell(_MARGIN, Kind.MARGIN)),
    (TableCell("Borne"), TableCell("afgeschermd", Kind.HIDDEN, value=4.0), TableCell(DASH)),
)
_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="gm-chart gm-chart--wide" viewBox="0 0 680 120" width="680" '
    'height="120"><rect class="gm-bar--focal" width="9" height="8"/></svg>'
)


def _figure() -> Figure:
    table = FigureTable("Jeugdhulp", ("gemeente", "aandeel", "marge"), _ROWS)
    return Figure("x", "Meer & minder", "Jeugdigen, %", "Een zin.", table, _PICTURE, "", ("Open punt: toeval.",))


def test_the_file_holds_title_notes_and_source_and_colours_that_any_program_knows() -> None:
    made = svg_file(_figure(), "Bron: Graadmeter", tokens())
    root = etree.fromstring(made)
    said = [one.text for one in root.iter(f"{_NAME}text")]
    assert said == ["Meer & minder", "Jeugdigen, %", "Open punt: toeval.", "Bron: Graadmeter"]
    style = root.findtext(f"{_NAME}style") or ""
    assert ".gm-bar--focal{fill:#3f868b}" in style
    assert ".gm-ground{fill:#fbfaf6}" in style
    assert "gm-bar--chosen" not in style, "only what is used"
    assert not re.search(r"var\(|@import|url\((?!#)|<script|href=", made)


def test_nothing_overlaps_and_the_picture_keeps_its_size() -> None:
    root = etree.fromstring(svg_file(_figure(), "Bron: " + "lang " * 60, tokens()))
    inner = root.find(f"{_NAME}svg")
    assert inner is not None
    assert (inner.get("width"), inner.get("height")) == ("680", "120")
    heights = [float(one.get("y", "0")) for one in root.iter(f"{_NAME}text")]
    top = float(inner.get("y", "0"))
    assert heights == sorted(heights)
    assert heights[1] < top
    assert heights[2] > top + 120
    assert heights[-1] < float(root.get("height", "0"))


def test_the_lines_are_what_the_table_shows_and_no_hidden_figure() -> None:
    assert list(lines(_figure())) == [
        ("Almelo", "aandeel", 13.1, "13,1 %"),
        ("Almelo", "marge", None, _MARGIN),
        ("Borne", "aandeel", None, "afgeschermd"),
    ]
