"""Every number in a table of an indicator page is a figure of the release, to the digit, and has its status."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from graadmeter.charts.datum import Datum
from graadmeter.charts.table import FigureTable, Kind, TableCell
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses
from graadmeter.site.lead import lead, plain
from graadmeter.site.page import Site
from graadmeter.site.pages.indicators import figures
from graadmeter.site.pages.themes import list_themes
from graadmeter.site.reading import read_release

Values = dict[str, set[float]]


@pytest.fixture(scope="module")
def site(site_release: Path) -> Site:
    return Site(read_release(site_release))


@pytest.fixture(scope="module")
def values(site_release: Path) -> Values:
    """What the release shows of every indicator."""
    found: Values = {}
    cells = pq.read_table(site_release / "open/cells.parquet", columns=["indicator", "value"])
    for indicator, value in zip(cells["indicator"].to_pylist(), cells["value"].to_pylist(), strict=True):
        found.setdefault(indicator, set()).update([] if value is None else [value])
    return found


def _numbers(table: FigureTable) -> list[TableCell]:
    return [cell for row in table.rows for cell in row if cell.kind is Kind.NUMBER]


def test_every_number_in_a_table_is_in_the_release_and_written_with_its_digits(site: Site, values: Values) -> None:
    checked = 0
    for subject in site.every_subject:
        name, units = subject.definition.id, {series.unit for series in subject.definition.series}
        for figure in figures(site.context(subject, Lang.NL)):
            for cell in _numbers(figure.table):
                assert cell.value in values[name], (name, figure.id, cell)
                assert cell.text.split(" (")[0] in {_written(cell.value, unit) for unit in units}, (name, figure.id)
                checked += 1
    assert checked > 500


def _written(value: float | None, unit: Unit) -> str:
    return Datum(unit, value, CellStatus.VALUE).text(Lang.NL)


def test_the_answer_is_the_same_on_the_page_and_in_its_theme(site: Site) -> None:
    rows = {row.title: row for theme in list_themes(site, Addresses(Lang.NL)) for row in theme.rows}
    for subject in site.subjects:
        if subject.delivered:
            own = plain(lead(site.context(subject, Lang.NL)))
            assert plain(rows[subject.definition.title.nl].lead) == own


def test_a_hidden_figure_is_a_word_everywhere(site: Site) -> None:
    labels = {status.label.nl for status in CellStatus if not status.has_value}
    for subject in site.every_subject:
        for figure in figures(site.context(subject, Lang.NL)):
            hidden = [cell for row in figure.table.rows for cell in row if cell.kind is Kind.HIDDEN]
            assert {cell.text for cell in hidden} <= labels
            assert all(cell.value is None for cell in hidden)
