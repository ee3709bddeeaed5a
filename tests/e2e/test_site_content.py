"""The site as files: valid, linked, strict, light, true to the release, and without anything the release hides."""

import gzip
import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pyarrow.parquet as pq
import pytest
from tests.e2e.site_pages import KINDS
from tests.support.few import RECOUNTED

from graadmeter.charts.borders import borders
from graadmeter.site.build import build
from graadmeter.site.page import Site, languages
from graadmeter.site.pages import indicators
from graadmeter.site.reading import read_release
from graadmeter.site.render import environment, html

GEOMETRY = Path(__file__).parents[3] / "shared/data/geo/twente_gemeenten_2026.geojson"
MOST_BYTES = 90 * 1024


class Links(HTMLParser):
    """Collects the links, ids, and inline styles and scripts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.links += [value for name in ("href", "src") if (value := found.get(name))]
        self.ids += [value for value in [found.get("id")] if value]
        script = tag == "script" and "src" not in found and found.get("type") != "application/ld+json"
        if script or tag in {"style", "iframe", "object"} or "style" in found:
            self.inline.append(tag)
        self.inline += [name for name in found if name.startswith("on")]


@pytest.fixture(scope="module")
def parsed(site_folder: Path) -> dict[str, Links]:
    pages = {}
    for path in sorted(site_folder.rglob("*.html")):
        links = Links()
        links.feed(path.read_text(encoding="utf-8"))
        pages[str(path.relative_to(site_folder))] = links
    return pages


def test_every_page_of_the_plan_is_there(site_pages: int, parsed: dict[str, Links]) -> None:
    assert site_pages == len(parsed)
    assert set(KINDS.values()) <= set(parsed)
    dutch = [path for path in parsed if not path.startswith("en/")]
    assert len(dutch) * 2 == len(parsed)
    figures = [path.split("/")[1:] for path in dutch if path.startswith("cijfers/")]
    of_region = [parts for parts in figures if len(parts) == 1]
    assert len(of_region) >= len(RECOUNTED)
    assert len(figures) == len(of_region) * 15


def test_every_link_leads_somewhere(site_folder: Path, parsed: dict[str, Links]) -> None:
    broken = []
    for page, links in parsed.items():
        for link in links.links:
            target = urlsplit(link)
            assert not target.scheme, f"{page} leads away: {link}"
            root = link.startswith("/")
            base = site_folder if root or not target.path else site_folder / Path(page).parent
            path = (base / unquote(target.path.lstrip("/"))).resolve() if target.path else site_folder / page
            if not path.is_file():
                broken.append(f"{page}: {link}")
            elif target.fragment and target.fragment not in parsed[str(path.relative_to(site_folder.resolve()))].ids:
                broken.append(f"{page}: {link} (no such section)")
    assert broken == []


def test_ids_are_unique_and_nothing_is_inline(parsed: dict[str, Links]) -> None:
    for page, links in parsed.items():
        assert len(links.ids) == len(set(links.ids)), page
        assert links.inline == [], page


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_html_is_valid(site_folder: Path, path: str) -> None:
    html5lib.HTMLParser(strict=True).parse((site_folder / path).read_bytes())


def test_the_content_security_policy_allows_own_files_only(site_folder: Path) -> None:
    for path in KINDS.values():
        text = (site_folder / path).read_text(encoding="utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        assert policy is not None
        assert policy[1].startswith("default-src 'none'")
        assert "unsafe" not in policy[1]
        assert "http" not in policy[1]


def test_the_first_view_of_any_page_is_light(site_folder: Path) -> None:
    shared = sum(
        len(gzip.compress((site_folder / name).read_bytes())) for name in ("assets/graadmeter.css", "assets/icon.svg")
    )
    heaviest = max(len(gzip.compress(path.read_bytes())) for path in site_folder.rglob("*.html"))
    assert shared + heaviest <= MOST_BYTES


def test_pages_without_a_figure_say_why(site_folder: Path) -> None:
    page = (site_folder / KINDS["cijfer met afgeschermde gemeenten"]).read_text(encoding="utf-8")
    assert "afgeschermd" in page
    assert ">None<" not in page
    assert ">nan" not in page


def test_a_fictitious_region_says_so_on_every_page(site_folder: Path) -> None:
    for path in site_folder.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "Voorbeeldcijfers." in text or "Example figures." in text, path


def test_both_languages_have_the_same_figures(site_folder: Path) -> None:
    dutch = (site_folder / "cijfers/jeugdhulp.html").read_text(encoding="utf-8")
    english = (site_folder / "en/figures/jeugdhulp.html").read_text(encoding="utf-8")
    mine = re.findall(r"<td class=\"gm-figure-cell[^>]*>([\d.,]+)\u00a0%", dutch)
    theirs = re.findall(r"<td class=\"gm-figure-cell[^>]*>([\d.,]+)%", english)
    swap = str.maketrans(",.", ".,")
    assert len(mine) > 20
    assert [figure.translate(swap) for figure in mine] == theirs


def test_downloads_hold_the_cells_of_the_release_to_the_digit(site_folder: Path, site_release: Path) -> None:
    cells = pq.read_table(site_release / "open/cells.parquet")
    wanted = {
        (row["area"], row["period"], row["unit"], row["hulpvorm"], row["geslacht"], row["leeftijdsgroep"]): row
        for row in cells.to_pylist()
        if row["indicator"] == "jeugdhulp" and row["level"] != "wijk"
    }
    lines = (site_folder / "data/jeugdhulp.csv").read_text(encoding="utf-8").splitlines()
    head, *rows = [line.split(",") for line in lines]
    found = [dict(zip(head, row, strict=True)) for row in rows]
    assert len(found) == len(wanted)
    for row in found:
        cell = wanted[row["area"], row["period"], row["unit"], row["hulpvorm"], row["geslacht"], row["leeftijdsgroep"]]
        assert row["status"] == cell["status"]
        assert (float(row["value"]) if row["value"] else None) == cell["value"]


def test_a_municipality_file_names_its_comparator(site_folder: Path) -> None:
    text = (site_folder / "data/jeugdhulp/almelo.csv").read_text(encoding="utf-8")
    assert ",JZ14,Twente," in text
    assert ",GM0141,Almelo," in text
    assert "GM0153" not in text
    assert ",WK0141" in text


def test_a_target_is_the_same_in_the_release_on_both_pages_in_the_table_and_in_the_files(
    site_folder: Path, site_release: Path
) -> None:
    told = json.loads((site_release / "open/region.json").read_text(encoding="utf-8"))["targets"]
    (value,) = [one["value"] for one in told if one["area"] == "GM0141"]
    words = f"{value:.1f}".replace(".", ",") + "\u00a0%"
    page, profile = (
        unescape((site_folder / path).read_text(encoding="utf-8"))
        for path in ("cijfers/jeugdhulp/almelo.html", "gemeenten/almelo.html")
    )
    sentence = f"Almelo wil in 2027 op ten hoogste {words} uitkomen."
    assert sentence in page
    assert sentence in profile
    assert f"streefwaarde 2027: ten hoogste {words}" in page
    vega = json.loads((site_folder / "insluiten/jeugdhulp/almelo-per-jaar.vl.json").read_text(encoding="utf-8"))
    lines = {one["value"] for one in vega["data"]["values"] if one["series"].startswith("streefwaarde 2027")}
    assert lines == {value}
    rows = (site_folder / "data/streefwaarden.csv").read_text(encoding="utf-8").splitlines()
    assert [row.split(",")[5] for row in rows if ",GM0141," in row] == [f"{value:g}"]


def test_the_figure_on_the_page_is_the_figure_of_the_release(site_folder: Path, site_release: Path) -> None:
    cells = pq.read_table(site_release / "open/cells.parquet").to_pylist()
    own = next(
        row["value"]
        for row in cells
        if (row["indicator"], row["area"], row["period"], row["unit"]) == ("dyslexie", "GM0153", "2025JJ00", "procent")
    )
    written = f"{own:.1f}".replace(".", ",")
    for path in ("cijfers/dyslexie/enschede.html", "gemeenten/enschede.html", "themas/onderwijs.html"):
        assert written in (site_folder / path).read_text(encoding="utf-8"), path


def test_the_same_release_gives_the_same_bytes(site_folder: Path, site_release: Path, tmp_path: Path) -> None:
    again = build(site_release, tmp_path / "site", geometry=None).folder
    for path in sorted(site_folder.rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (again / path.relative_to(site_folder)).read_bytes(), path


@pytest.mark.skipif(not GEOMETRY.exists(), reason="the shared borders are not on this machine")
def test_real_borders_are_drawn_where_a_workspace_names_them(site_release: Path) -> None:
    drawn = borders(json.loads(GEOMETRY.read_text(encoding="utf-8")))
    site = Site(read_release(site_release), drawn)
    page = next(indicators.pages(site, *languages()[0]))
    text = html(environment(), site, page, base="/")
    assert text.count("gm-area gm-class--") == 2 * 14
    assert "gm-class--5" in text


def test_the_ten_largest_are_not_compared(site_folder: Path) -> None:
    """Each area has its own ten, which always have a larger share than the region's: no news of any municipality."""
    for path in sorted((site_folder / "aanbieders").glob("*.html")):
        page = path.read_text(encoding="utf-8")
        assert "samen" in page
        assert "dan Twente" not in page, path.name
    assert "elk gebied heeft zijn eigen grootste" in (site_folder / "gemeenten/almelo.html").read_text(encoding="utf-8")
