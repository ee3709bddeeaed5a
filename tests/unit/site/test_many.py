"""With very many municipalities the pages of one of them do not grow; the page of the region has them all."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest

from graadmeter.charts.borders import borders
from graadmeter.charts.figure import Figure
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.text import Lang
from graadmeter.site import many
from graadmeter.site.addresses import Addresses
from graadmeter.site.area_table import rug
from graadmeter.site.compare_data import index_files
from graadmeter.site.page import Page, Site
from graadmeter.site.pages import indicators
from graadmeter.site.search_entries import entries, letter_files

TOWNS = tuple(Area(f"GM{1000 + at}", 2024, Level.MUNICIPALITY, f"Plaats {at:02}", "JZ14", (at, 0)) for at in range(40))
SHARES = {
    "JZ14": {"2023": 12.0, "2024": 12.3, "2025": 12.4},
    **{area.code: {"2024": 9.0, "2025": 9 + at / 6} for at, area in enumerate(TOWNS)},
}
DUTCH, ENGLISH = Addresses(Lang.NL), Addresses(Lang.EN)


@pytest.fixture
def site(make_site: Callable[..., Site]) -> Site:
    alike = {"GM1007": ("GM1009", "GM1020")}
    return Site(replace(make_site(SHARES).published, areas=TOWNS, neighbours=alike))


def _figures(page: Page) -> dict[str, Figure]:
    return {figure.id: figure for figure in cast("list[Figure]", page.values["figures"])}


def test_the_page_of_a_municipality_names_itself_those_like_it_and_the_ends(site: Site) -> None:
    region, *towns = indicators.pages(site, DUTCH, ENGLISH)
    assert len(_figures(region)["gemeenten"].table.rows) == 41
    page = towns[7]
    names = [row[0].text for row in _figures(page)["gemeenten"].table.rows]
    like = ["Plaats 20", "Plaats 09", "Plaats 07"]
    assert names == ["Plaats 39", "Plaats 38", "Plaats 37", *like, "Plaats 02", "Plaats 01", "Plaats 00", "Twente"]
    assert "kaart" not in _figures(page)
    assert "kaart" not in _figures(region), "so many tiles cannot be read"
    choices = [name for name, _, _ in cast("list[tuple[str, str, bool]]", page.values["choices"])]
    assert choices == ["heel Twente", "Plaats 07", "Plaats 09", "Plaats 20", "alle gemeenten"]
    assert len(cast("list[object]", region.values["choices"])) == 41


def test_the_region_has_a_map_when_all_borders_are_known(site: Site) -> None:
    squares = [
        {
            "properties": {"statcode": area.code},
            "geometry": {"type": "Polygon", "coordinates": [[[x, 0.0], [x + 1, 0.0], [x + 1, 1.0], [x, 1.0]]]},
        }
        for x, area in enumerate(TOWNS, 200)
    ]
    for features, expected in ((squares, True), (squares[1:], False)):
        region = next(indicators.pages(replace(site, borders=borders({"features": features})), DUTCH, ENGLISH))
        assert ("kaart" in _figures(region)) is expected


def test_a_table_of_all_has_municipalities_in_rows(site: Site) -> None:
    table = rug(site, DUTCH, ("Alle", "cijfer"))
    assert (len(table.header), len(table.groups[0].rows), table.first) == (1, 41, "gemeente")


def test_wijken_are_found_by_their_municipality(make_site: Callable[..., Site]) -> None:
    wijken = [Area(f"WK10000{at}", 2024, Level.WIJK, f"Wijk {at}", "GM1000") for at in (2, 1)]
    unknown = Area("WK1000XX", 2024, Level.WIJK, "", "GM1000")
    published = replace(make_site({}).published, areas=(*TOWNS, *wijken, unknown))
    assert [wijk.code for wijk in published.wijken("GM1000")] == ["WK100001", "WK100002"]
    assert published.wijken("GM1001") == ()
    assert many.linked(published, None) == published.municipalities


def test_names_of_very_many_wijken_are_in_files_by_letter_and_by_municipality(make_site: Callable[..., Site]) -> None:
    wijken = [
        Area("WK100001", 2024, Level.WIJK, "Oud Zuid", "GM1000"),
        Area("WK100102", 2024, Level.WIJK, "'t Zand", "GM1001"),
    ]
    site = Site(replace(make_site(SHARES).published, areas=(*TOWNS, *wijken)))
    files = {path: content.decode() for path, content in letter_files(site, "nl")}
    assert sorted(files) == ["search/nl/o.js", "search/nl/t.js", "search/nl/z.js"]
    assert "gemeenten/plaats-00/oud-zuid.html" in files["search/nl/o.js"]
    assert files["search/nl/z.js"].index("'t Zand") < files["search/nl/z.js"].index("Oud Zuid")
    assert not [entry for entry in entries(site, DUTCH) if "Zuid" in entry.title], "not on the page as well"
    chosen = {path: content.decode() for path, content in index_files(site, "nl")}
    assert "Oud Zuid" not in chosen["compare/index-nl.js"]
    assert chosen["compare/wijken/GM1000.js"] == 'graadmeter.figures([["WK100001","Oud Zuid"]]);\n'
    few = Site(replace(site.published, areas=(*TOWNS[:3], *wijken)))
    assert list(letter_files(few, "nl")) == []
    assert [entry.title for entry in entries(few, DUTCH) if "Zuid" in entry.title] == ["Oud Zuid"]
