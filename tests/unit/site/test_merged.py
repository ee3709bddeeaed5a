"""A wijk that is published together with others: its page, the figure by wijk and the download say with which."""

from collections.abc import Callable
from dataclasses import replace

import pyarrow as pa
import pytest

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import DIMENSIONS, PUBLISHED, TOTAL
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang, Text
from graadmeter.engine.arrow import schema_of
from graadmeter.site.cell_index import Cell, CellIndex
from graadmeter.site.downloads import indicator_downloads
from graadmeter.site.merged import group_of, wijken_and_groups
from graadmeter.site.page import Site, languages
from graadmeter.site.pages import wijken
from graadmeter.site.render import environment, html
from graadmeter.site.wijk_places import wijk_table

SHARES = {"JZ14": {"2025": 12.4}, "GM0141": {"2025": 14.6}, "WG0141ABCD": {"2025": 9.1}, "WK014112": {"2025": 11.0}}
WIJKEN = tuple(
    Area(code, 2024, Level.WIJK, name, "GM0141")
    for code, name in (("WK014110", "Binnenstad"), ("WK014111", "De Riet"), ("WK014112", "Noorderkwartier"))
)
GROUP = Area("WG0141ABCD", 2024, Level.WIJK_GROUP, "Binnenstad e.o.", "GM0141", parts=("WK014110", "WK014111"))
AT = ("2025JJ00", ())


@pytest.fixture
def site(make_site: Callable[..., Site]) -> Site:
    published = make_site(SHARES).published
    merged = {AT: Cell(None, CellStatus.MERGED)}
    cells = {
        **published.cells.cells,
        **{("jeugdhulp", unit, code): merged for unit in ("personen", "procent") for code in GROUP.parts},
    }
    definition = replace(published.definitions["jeugdhulp"], levels=(Level.MUNICIPALITY, Level.WIJK))
    return Site(
        replace(
            published,
            areas=(*published.areas, *WIJKEN, GROUP),
            cells=CellIndex(cells),
            definitions={"jeugdhulp": definition},
        )
    )


def test_the_page_of_a_merged_wijk_shows_the_figure_of_its_group(site: Site) -> None:
    to, other = languages()[0]
    first, _, alone = (html(environment(), site, page, base="/") for page in wijken.part(site, "GM0141", to, other))
    assert "Samengevoegd met andere wijken" in first
    assert "samen met De Riet" in first
    assert "9,1\u00a0%" in first
    assert "Hier is de wijk te klein" not in first
    assert "Samengevoegd met andere wijken" not in alone


def test_in_a_figure_by_wijk_the_group_stands_in_the_place_of_its_wijken(site: Site) -> None:
    subject = site.subjects[0]
    assert [area.name for area in wijken_and_groups(subject, "GM0141", Lang.NL)] == [
        "Noorderkwartier",
        "Binnenstad e.o. (samengevoegd)",
    ]
    assert group_of(subject, WIJKEN[0], "2025JJ00") == GROUP
    assert group_of(subject, WIJKEN[2], "2025JJ00") is None


def test_the_download_has_a_row_for_the_group_and_names_it_where_a_wijk_is_merged(site: Site) -> None:
    base = {"indicator": "jeugdhulp", "unit": "personen", "area_vintage": 2024, "level": "wijk", "period": "2025JJ00"}
    base |= {"period_type": "jaar", "definition_version": 1, "edition": "x", **dict.fromkeys(DIMENSIONS, TOTAL)}
    rows = [
        {**base, "area": "WK014110", "value": None, "status": "merged"},
        {**base, "area": "WK014112", "value": 31.0, "status": "value"},
        {**base, "area": GROUP.code, "value": 25.0, "status": "value", "level": "wijkgroep"},
    ]
    cells = pa.Table.from_pylist(rows, schema=schema_of(PUBLISHED))
    _, (_, content), *_ = indicator_downloads(site.published, cells, "jeugdhulp")
    header, *lines = content.decode().splitlines()
    assert header.endswith("status,definition_version,edition,merged_into")
    assert [line.split(",")[2:4] + line.split(",")[-5:-3] + line.split(",")[-1:] for line in lines] == [
        ["WK014110", "Binnenstad", "", "merged", "Binnenstad e.o. (WG0141ABCD)"],
        ["WK014112", "Noorderkwartier", "31", "value", ""],
        ["WG0141ABCD", "Binnenstad e.o.", "25", "value", ""],
    ]


def test_the_table_of_wijken_ends_with_the_groups(site: Site) -> None:
    to = languages()[0][0]
    table = wijk_table(site, site.published.municipalities[0], to, "gemeente Almelo")
    assert table is not None
    rows = {row.head.name: [(cell.text, cell.look) for cell in row.cells] for row in table.groups[0].rows}
    assert table.merged
    assert rows["Binnenstad"] == [("samengevoegd", "hidden")]
    assert [cell.brief for row in table.groups[0].rows for cell in row.cells if not cell.shown] == ["samen", "samen"]
    assert list(rows)[-1] == "Binnenstad e.o. (samengevoegd)"
    assert rows["Binnenstad e.o. (samengevoegd)"] == [("9,1\u00a0%", "plain")]
    assert table.groups[0].rows[-1].head.below == "Binnenstad, De Riet"


def test_a_group_of_ages_stands_right_after_the_last_of_them(make_site: Callable[..., Site]) -> None:
    published = make_site({"JZ14": {"2025": 12.4}}).published
    ages = ("00-03", "04-11", "00-03..04-11", "12-17", "onbekend")
    whole = published.cells.cells["jeugdhulp", "personen", "JZ14"]
    parts = {("2025JJ00", (("leeftijdsgroep", age),)): Cell(20.0, CellStatus.VALUE) for age in reversed(ages)}
    names = {age: Text(age, age) for age in (*ages[:2], *ages[3:], ages[2])}
    cells = CellIndex({("jeugdhulp", "personen", "JZ14"): {**whole, **parts}})
    found = Site(replace(published, cells=cells, codes={"leeftijdsgroep": names})).subjects[0]
    assert tuple(found.members(found.lead, published.region, "2025JJ00", "leeftijdsgroep")) == ages
