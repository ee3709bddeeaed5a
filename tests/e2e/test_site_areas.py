"""Pages of areas against the release: every figure in their tables is that of its cell, to the digit, on every page."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from graadmeter.domain.areas import Area
from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses
from graadmeter.site.page import Site
from graadmeter.site.reading import read_release
from graadmeter.site.wijk_places import wijk_names

_ROW = re.compile(r'<tr><th scope="row"><a href="[^"]*/figures/([a-z_]+)/[^"]*">.*?</tr>', re.DOTALL)
_CELL = re.compile(r'<td class="gm-heat gm-heat--([a-z-]+)[^"]*">([^<]*)')
_YEAR = re.compile(r'<th scope="col"[^>]*>(\d{4})</th>')
_GONE = ("none", "absent", "hidden")


def _areas(site: Site, to: Addresses) -> Iterator[tuple[str, Area, Area]]:
    """Page, area and benchmark of every municipality and wijk."""
    for town in site.published.municipalities:
        yield to.municipality(town.name), town, site.published.region
        wijken = site.published.wijken(town.code)
        names = wijk_names(wijken)
        yield from ((to.wijk(town.name, names[wijk.code]), wijk, town) for wijk in wijken)


def _wrong(site: Site, folder: Path, place: tuple[str, Area, Area]) -> Iterator[str]:
    """What a page says otherwise than the release; the page is English, so that figures read as numbers."""
    path, area, benchmark = place
    page = (folder / path).read_text(encoding="utf-8").split("</header>", 2)[-1].split('id="wijken"')[0]
    years = _YEAR.findall(page)
    subjects = {subject.definition.id: subject for subject in site.subjects}
    for row in _ROW.finditer(page):
        subject, cells = subjects[row[1]], _CELL.findall(row[0])
        if 'class="gm-heat-place"' in row[0]:
            codes = [(area, year + subject.latest[4:]) for year in years]
            wanted, cells = [codes[0], (benchmark, subject.latest), *codes[1:]], [*cells[:2], *cells[1 - len(years) :]]
        else:
            wanted = [(area, subject.latest), (benchmark, subject.latest)]
        assert len(cells) >= len(wanted), path
        for (where, code), (look, said) in zip(wanted, cells, strict=False):
            cell = site.published.cells.get(
                subject.definition.id, subject.main.unit, where.code, (code, subject.slice(subject.main))
            )
            shown = cell is not None and cell.value is not None and cell.status.has_value
            if shown is (look in _GONE) and code in subject.timeline:
                yield f"{path}: {row[1]} {where.code} {code} is {look}"
            digits = re.sub(r"[^\d.]", "", unescape(said))
            if look not in _GONE and (not shown or float(digits) != round(abs(cell.value), _decimals(digits))):
                yield f"{path}: {row[1]} {where.code} {code} says {said}"


def _decimals(digits: str) -> int:
    return len(digits.partition(".")[2])


def test_every_figure_of_an_area_is_that_of_the_release(site_folder: Path, site_release: Path) -> None:
    site = Site(read_release(site_release))
    places = list(_areas(site, Addresses(Lang.EN)))
    assert len(places) > len(site.published.municipalities)
    wrong = [fault for place in places for fault in _wrong(site, site_folder, place)]
    assert wrong == []


@pytest.mark.parametrize("path", ["gemeenten/almelo.html", "en/municipalities/tubbergen.html"])
def test_a_municipality_prints_as_one_sheet(chromium: Browser, site_address: str, path: str) -> None:
    page = chromium.new_page()
    page.goto(f"{site_address}/{path}")
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    assert re.findall(rb"/Count (\d+)", printed) == [b"1"]
