"""The paths of those the site is made for, in a real browser: a citizen, a council member and a journalist."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from python_calamine import CalamineWorkbook

TO_CLICK = """() => [...document.querySelectorAll('nav, summary, form')]
    .filter(one => one.getClientRects().length).map(one => one.textContent.trim())"""
NUMBER = re.compile(r"[\d.]+,?\d*")


@pytest.fixture
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = chromium.new_context(**request.param)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "page", [{"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}], indirect=True
)
def test_a_citizen_with_a_phone_and_no_script_finds_the_own_wijk_and_why_something_is_hidden(
    page: Page, site_address: str
) -> None:
    page.goto(site_address)
    page.get_by_role("navigation", name="Kies een gemeente").get_by_role("link", name="Almelo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Almelo")
    page.locator("section[aria-labelledby=wijken] tbody th a").first.click()
    expect(page.locator("h1 .gm-kicker")).to_have_text("wijk in Almelo")
    expect(page.locator("main .gm-lead")).to_contain_text("die er voor wijken zijn")
    figures = page.locator(".gm-table--heat tbody tr")
    assert figures.count() > 0
    page.get_by_role("link", name="Over de bescherming").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Over de bescherming")
    expect(page.locator("main")).to_contain_text("Het gaat om minder dan 10 mensen of trajecten.")


@pytest.mark.parametrize("page", [{"reduced_motion": "reduce"}], indirect=True)
def test_a_council_member_sees_what_stands_out_the_same_everywhere_and_takes_it_along(
    page: Page, site_address: str
) -> None:
    page.goto(f"{site_address}/gemeenten.html")
    page.locator(".gm-tiles").get_by_role("link", name="Almelo").click()
    first = page.locator(".gm-remarks li").first
    title, own = first.locator("a").inner_text(), first.locator("strong").inner_text()
    verdict = first.locator(".gm-remark__words").inner_text().split(",")[0]
    first.locator("a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("in Almelo")
    expect(page.locator("main .gm-lead")).to_contain_text(own)
    figure = page.locator("figure#gemeenten")
    figure.locator("summary").click()
    row = figure.get_by_role("row", name=re.compile("^Almelo"))
    expect(row).to_contain_text(own)
    expect(row).to_contain_text(verdict)
    page.get_by_role("link", name="Gemeenten", exact=True).click()
    page.locator(".gm-tiles").get_by_role("link", name="Almelo").click()
    page.get_by_role("link", name="Vergelijk Almelo met andere").click()
    table = page.locator(".gm-compare__results table").first
    expect(table.get_by_role("row", name=re.compile("^Almelo"))).to_contain_text(own.replace("\u00a0", " ").split()[0])
    expect(page.locator(".gm-compare__results")).to_contain_text(title)
    page.go_back()
    page.emulate_media(media="print")
    for address in (page.url, f"{site_address}/cijfers/jeugdhulp/almelo.html", f"{site_address}/begrippen.html"):
        page.goto(address)
        assert page.evaluate(TO_CLICK) == [], "paper has nothing to click"


@pytest.mark.parametrize(
    "page", [{"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}], indirect=True
)
def test_who_has_a_keyboard_only_comes_from_the_start_to_a_table_and_through_it(page: Page, site_address: str) -> None:
    page.goto(site_address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "gm-skip"
    page.keyboard.press("Enter")
    _tab_to(page, "Almelo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/gemeenten/almelo.html")
    _tab_to(page, "Aanbieders in Almelo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/aanbieders/almelo.html")
    _tab_to(page, "Op deze pagina")
    page.keyboard.press("Enter")
    _tab_to(page, "Aanbieders per vorm van hulp in Almelo")
    page.keyboard.press("Enter")
    page.wait_for_url("**#forms")
    _tab_to(page, "")
    assert page.evaluate("document.activeElement.className") == "gm-scroll", "a wide table can be reached"
    page.keyboard.press("ArrowRight")
    # Asked from outside: the page's own rules for scripts forbid a condition that waits inside it.
    for _ in range(100):
        if page.evaluate("document.activeElement.scrollLeft") > 0:
            break
        page.wait_for_timeout(50)
    assert page.evaluate("document.activeElement.scrollLeft") > 0


SIDES = """() => [...document.querySelectorAll('.gm-table--heat')].map(table => {
  const frame = table.parentElement, style = getComputedStyle(frame);
  const seen = side => style[`border${side}Style`] !== 'none' && style[`border${side}Color`] !== 'rgba(0, 0, 0, 0)';
  return [frame.scrollWidth > frame.clientWidth, seen('Left'), seen('Right')];
})"""


@pytest.mark.parametrize(
    "page", [{"viewport": {"width": 320, "height": 640}}, {"viewport": {"width": 768, "height": 1024}}], indirect=True
)
def test_a_wide_table_tells_on_which_side_it_goes_on(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/gemeenten/almelo.html")
    wide = page.evaluate(SIDES)
    assert wide
    assert wide == [[True, False, True]] * len(wide)
    page.evaluate("document.querySelectorAll('.gm-scroll').forEach(frame => frame.scrollLeft = frame.scrollWidth)")
    page.wait_for_timeout(200)
    assert page.evaluate(SIDES) == [[True, True, False]] * len(wide)
    page.emulate_media(media="print")
    assert not any(left or right for _, left, right in page.evaluate(SIDES)), "paper does not scroll"


FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const name = one.matches('.gm-scroll') ? '' : one.textContent.trim();
  return [name, style.outlineStyle, box.bottom > 0 && box.top < innerHeight];
}"""


def _tab_to(page: Page, name: str) -> None:
    """Presses Tab until the focus is there; on the way it can always be seen where it is."""
    for _ in range(80):
        page.keyboard.press("Tab")
        found, outline, visible = page.evaluate(FOCUSED)
        assert outline == "solid", found
        assert visible, found
        if found == name:
            return
    raise AssertionError(f"{name!r} cannot be reached with Tab")


@pytest.mark.parametrize("page", [{"accept_downloads": True}], indirect=True)
def test_a_journalist_checks_a_figure_against_its_files_and_cites_it(page: Page, site_address: str) -> None:
    page.goto(site_address)
    page.get_by_role("searchbox").fill("jeugdzorg")
    page.keyboard.press("Enter")
    page.locator(".gm-search__found a").first.click()
    told = page.locator("main .gm-lead .gm-number").first.inner_text()
    count = NUMBER.search(told)
    assert count is not None
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download alle cijfers van deze pagina").click()
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8"))))
    whole = [
        row
        for row in rows
        if (row["area"], row["unit"], row["period"]) == ("JZ14", "personen", "2025JJ00")
        and {row["hulpvorm"], row["geslacht"], row["leeftijdsgroep"]} == {"total"}
    ]
    assert [row["value"] for row in whole] == [count[0].replace(".", "")]
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Excel").click()
    sheet = CalamineWorkbook.from_path(str(waiting.value.path())).get_sheet_by_index(1).to_python()
    years = next(row for row in sheet if row[0] == "code")
    assert next(row for row in sheet if row[0] == "JZ14")[years.index("2025")] == float(whole[0]["value"])
    cited = page.get_by_text("Verwijzen:")
    mark = page.locator("footer .gm-code").inner_text()
    expect(cited).to_contain_text(f"tot en met het 4e kwartaal van 2025, kenmerk {mark}")
    for heading in ("Wat telt mee?", "Wat zegt dit niet?", "Zo is het precies geteld"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    page.locator("summary", has_text="Kies een figuur").click()
    page.get_by_role("link", name=re.compile("^losse figuur")).first.click()
    expect(page.locator("body")).to_contain_text(f"kenmerk {mark}")
