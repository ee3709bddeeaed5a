"""Comparing in a real browser: what is chosen is shown, kept in the address, and in the file that is downloaded."""

import csv
import gzip
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from graadmeter.domain.areas import Area
from graadmeter.domain.text import Lang
from graadmeter.site.page import Site
from graadmeter.site.reading import read_release

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
CHOICE = "cijfer=jeugdhulp,verblijf&gebied=GM0141,GM1774&met=JZ14&soort=jaar&van=2024"


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def _shown(page: Page, address: str) -> list[str]:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    expect(page.locator(".gm-compare__results table").first).to_be_visible()
    return said


def test_a_link_shows_what_the_release_says_and_the_file_holds_it(
    page: Page, site_address: str, site_release: Path
) -> None:
    assert _shown(page, f"{site_address}/vergelijken.html?{CHOICE}") == []
    site = Site(read_release(site_release))
    areas: dict[str, Area] = {area.name: area for area in (*site.published.municipalities, site.published.region)}
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download wat u ziet").click()
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8-sig"))))
    seen = 0
    for at, name in enumerate(("jeugdhulp", "verblijf")):
        subject = next(subject for subject in site.subjects if subject.definition.id == name)
        table = page.locator(".gm-compare__results table").nth(at)
        periods = [code for code in subject.timeline if code >= "2024"]
        for row in table.locator("tbody tr").all():
            area = areas[row.locator("th").inner_text()]
            for period, cell in zip(periods, row.locator("td").all(), strict=True):
                datum = subject.datum(subject.main, area, period)
                assert cell.inner_text().replace(" ", "\u00a0").startswith(datum.text(Lang.NL).replace(" ", "\u00a0"))
                own = [
                    one for one in rows if (one["indicator"], one["area"], one["period"]) == (name, area.code, period)
                ]
                if area.code == "JZ14":
                    assert own == []
                    continue
                assert own[0]["value"] == ("" if datum.value is None else f"{datum.value:g}")
                assert own[0]["status"] == datum.status.value
                assert own[0]["area_name"] == area.name
                assert own[0]["comparator_name"] == "Twente"
                assert own[0]["edition"] == site.published.edition
                seen += 1
    assert seen == len(rows) == 8


def test_differences_are_those_of_the_figures_shown_and_noise_is_said_to_be_noise(
    page: Page, site_address: str, site_release: Path
) -> None:
    site = Site(read_release(site_release))
    subject = next(subject for subject in site.subjects if subject.definition.id == "jeugdhulp")
    said = {1: ("gestegen", "hoger"), -1: ("gedaald", "lager"), 0: ("toeval", "toeval")}
    areas = {area.name: area for area in (*site.published.municipalities, site.published.region)}
    for show, at in (("jaar", 0), ("met", 1)):
        assert _shown(page, f"{site_address}/vergelijken.html?{CHOICE}&toon={show}") == []
        table = page.locator(".gm-compare__results table").first
        seen = 0
        for row in table.locator("tbody tr").all():
            area = areas[row.locator("th").inner_text()]
            for period, cell in zip(("2024JJ00", "2025JJ00"), row.locator("td").all(), strict=True):
                now = subject.datum(subject.main, area, period)
                earlier = subject.datum(subject.main, area, f"{int(period[:4]) - 1}JJ00")
                other = earlier if show == "jaar" else subject.datum(subject.main, site.published.region, period)
                text = cell.inner_text().replace("\u00a0", " ")
                if not now.shown or not other.shown:
                    assert "procentpunt" not in text
                    continue
                size = f"{abs(now.figure - other.figure):.1f}".replace(".", ",")
                assert re.search(rf"(^|[+\u2212]){size} procentpunt", text), (text, size)
                assert ("\u2212" in text) == (round(now.figure - other.figure, 1) < 0)
                way = now.changed_from(other) if show == "jaar" else now.against(other)
                late = show == "jaar" and now.provisional and now.figure < other.figure
                assert ("kan nog veranderen" if late else said[way or 0][at] if way is not None else "toetsen") in text
                seen += 1
        assert seen >= 3


def test_a_change_of_a_number_is_also_said_in_per_cent(page: Page, site_address: str, site_release: Path) -> None:
    """Of a number only: a change of a percentage in per cent of it would be taken for one in points."""
    site = Site(read_release(site_release))
    subject = next(subject for subject in site.subjects if subject.definition.id == "jeugdhulp")
    choice = "cijfer=jeugdhulp&gebied=JZ14&met=&soort=jaar&van=2024&toon=jaar&eenheid=jeugdhulp:personen"
    assert _shown(page, f"{site_address}/vergelijken.html?{choice}") == []
    then, now = (subject.datum(subject.lead, site.published.region, code).figure for code in ("2024JJ00", "2025JJ00"))
    part = round(100 * (now - then) / then, 1)
    sign = "+" if part > 0 else "\u2212" if part < 0 else ""
    words = f"({sign}{abs(part):.1f} %)".replace(".", ",")
    assert words in page.locator(".gm-compare__results tbody td").last.inner_text().replace("\u00a0", " ")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download wat u ziet").click()
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8-sig"))))
    assert float(rows[-1]["difference_percent"]) == part
    expect(page.get_by_role("status")).to_have_text("U ziet 1 cijfer, van 1 gebied, over 2 perioden.")


def test_wijken_are_fetched_of_the_chosen_municipalities_only(
    page: Page, site_address: str, site_release: Path
) -> None:
    published = read_release(site_release)
    towns = published.municipalities[:2]
    wijken = [published.wijken(town.code)[0] for town in towns]
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rsplit("/compare/")[-1]))
    chosen = ",".join(wijk.code for wijk in wijken)
    assert _shown(page, f"{site_address}/vergelijken.html?cijfer=jeugdhulp&gebied={chosen}&met=") == []
    for wijk in wijken:
        row = page.locator(".gm-compare__results tbody tr", has_text=wijk.name).first
        expect(row.locator("td").last).to_contain_text("%")
    figures = sorted(one for one in fetched if one.startswith("jeugdhulp"))
    assert figures == ["jeugdhulp.js", *(f"jeugdhulp/{town.code}.js" for town in towns)]
    names = sorted(one for one in fetched if one.startswith("wijken/"))
    assert names == [f"wijken/{town.code}.js" for town in towns], "names of wijken as well, of these only"


def test_choosing_changes_the_address_and_the_address_brings_it_back(page: Page, site_address: str) -> None:
    assert _shown(page, f"{site_address}/vergelijken.html") == []
    page.get_by_role("group", name="Gebieden").get_by_label("Hengelo", exact=True).check()
    expect(page.locator(".gm-compare__results")).to_contain_text("Hengelo")
    page.locator("label", has_text="Vergelijken met").locator("select").select_option("groep")
    group = page.get_by_role("group", name="Vergelijken met")
    for town in ("Borne", "Losser", "Wierden"):
        group.get_by_label(town, exact=True).check()
    expect(page.locator(".gm-compare__results tbody tr").last).to_contain_text("mediaan) van 3 gemeenten")
    address, text = page.url, page.locator(".gm-compare__results").inner_text()
    assert "groep=GM0147,GM0168,GM0189" in address
    assert page.locator(".gm-language").get_attribute("href") == "en/compare.html?" + address.split("?")[1]
    assert _shown(page, address) == []
    assert page.locator(".gm-compare__results").inner_text() == text


def test_what_is_unknown_in_a_link_is_said_and_cannot_become_markup(page: Page, site_address: str) -> None:
    _shown(page, f"{site_address}/en/compare.html?cijfer=jeugdhulp&gebied=GM0141,%3Cimg%20src=x%3E&met=JZ14")
    expect(page.get_by_role("status")).to_contain_text("left out: <img src=x>")
    assert page.locator("main img").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_accessible_and_fits(page: Page, site_address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    _shown(page, f"{site_address}/vergelijken.html?{CHOICE}")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.evaluate("document.querySelectorAll('.gm-compare details').forEach(one => { one.open = true })")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}}
    found = page.evaluate("rules => axe.run(document, rules)", rules)["violations"]
    assert not found, json.dumps([[one["id"], one["nodes"][0]["html"]] for one in found])


def test_without_script_it_says_where_the_tables_are(chromium: Browser, site_address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_address}/vergelijken.html")
    expect(page.locator(".gm-compare__why")).to_be_visible()
    assert page.locator(".gm-files a[download]").count() == 13
    context.close()


def test_the_first_view_is_light(page: Page, site_address: str) -> None:
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(gzip.compress(response.body()))))
    _shown(page, f"{site_address}/vergelijken.html")
    page.wait_for_load_state("networkidle")
    assert sum(sizes) <= 90 * 1024


def test_it_works_from_disk_and_sets_no_cookies(page: Page, site_folder: Path) -> None:
    assert _shown(page, f"{(site_folder / 'vergelijken.html').as_uri()}?{CHOICE}") == []
    assert page.locator(".gm-compare__results table").count() == 2
    page.get_by_role("searchbox").fill("pleegzorg")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("“pleegzorg”")
    assert page.context.cookies() == []


def test_a_figure_alone_is_accessible_in_the_frame_of_another_site(page: Page, site_address: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{site_address}/insluiten/jeugdhulp/regio-gemeenten.html")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}}
    found = page.evaluate("rules => axe.run(document, rules)", rules)["violations"]
    assert not found, json.dumps([[one["id"], one["nodes"][0]["html"]] for one in found])
    assert said == []
