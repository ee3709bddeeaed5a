"""The site in a real browser: accessible, never wider than the screen, every label legible and in its place."""

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page
from tests.e2e.site_pages import KINDS, WIDE

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

MISPLACED = """() => {
  const faults = [];
  for (const svg of document.querySelectorAll('svg.gm-chart')) {
    const frame = svg.getBoundingClientRect();
    if (!frame.width) continue;
    const boxes = [...svg.querySelectorAll('text')].map(t => [t, t.getBoundingClientRect()]);
    for (const [t, b] of boxes) {
      const out = Math.max(frame.left - b.left, b.right - frame.right, frame.top - b.top, b.bottom - frame.bottom);
      if (out > 3)
        faults.push('outside: ' + t.textContent + ' in ' + svg.getAttribute('aria-labelledby'));
      const size = parseFloat(t.getAttribute('font-size')) * frame.width / svg.viewBox.baseVal.width;
      if (size < 11.95) faults.push('small (' + size.toFixed(1) + '): ' + t.textContent);
    }
    for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
      const a = boxes[i][1], b = boxes[j][1];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1.5 && down > 5)
        faults.push('overlap: ' + boxes[i][0].textContent + ' / ' + boxes[j][0].textContent);
    }
  }
  return faults;
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def _faults(page: Page, rules: dict[str, object]) -> str:
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", rules)["violations"]
    faults = [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]
    return "\n".join(faults[:10])


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_a_page_is_accessible_and_fits_a_phone(page: Page, site_address: str, path: str) -> None:
    _check(page, f"{site_address}/{path}", 320)


@pytest.mark.parametrize("path", WIDE)
def test_a_page_is_accessible_and_fits_a_wide_screen_light_and_dark(page: Page, site_address: str, path: str) -> None:
    _check(page, f"{site_address}/{path}", 1280)
    page.emulate_media(color_scheme="dark")
    assert _faults(page, {"type": "rule", "values": ["color-contrast"]}) == ""


@pytest.mark.parametrize("path", WIDE)
def test_a_page_is_accessible_on_paper_and_enlarged_twice(page: Page, site_address: str, path: str) -> None:
    """Enlarged twice, a window of 1,280 px is 640 px wide to the page."""
    page.set_viewport_size({"width": 640, "height": 450})
    page.emulate_media(media="screen", color_scheme="light")
    page.goto(f"{site_address}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert _faults(page, {"type": "tag", "values": RULES}) == ""
    page.set_viewport_size({"width": 688, "height": 970})
    page.emulate_media(media="print")
    folded = page.locator(".gm-fold, .gm-block .gm-details, .gm-definition .gm-details")
    assert all(one.evaluate("one => one.lastElementChild.getBoundingClientRect().height > 0") for one in folded.all())
    assert _faults(page, {"type": "tag", "values": RULES}) == ""
    page.emulate_media(media="screen")


@pytest.mark.parametrize("width", [640, 768, 1024])
def test_pictures_hold_between_phone_and_desk(page: Page, site_address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site_address}/{KINDS['cijfer van een gemeente']}")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.evaluate(MISPLACED) == []


def _check(page: Page, address: str, width: int) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="light")
    page.goto(address)
    assert said == [], "the browser complains, for example about the content security policy"
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    misplaced = page.evaluate(MISPLACED)
    assert not misplaced, "\n".join(misplaced[:12])
    # All tables are made by one macro: the chooser and two tables stand for the rest.
    page.evaluate("[...document.querySelectorAll('details')].slice(0, 3).forEach(d => { d.open = true })")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert _faults(page, {"type": "tag", "values": RULES}) == ""


def test_with_forced_colours_a_wide_table_has_a_line_only_where_it_goes_on(
    chromium: Browser, site_address: str
) -> None:
    page = chromium.new_page(viewport={"width": 375, "height": 800}, forced_colors="active")
    page.goto(f"{site_address}/gemeenten.html")
    sides = "async e => { await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))); "
    sides += "const s = getComputedStyle(e); return [s.borderLeftColor, s.borderRightColor]; }"
    frame = page.locator(".gm-scroll").first
    nothing, line = frame.evaluate(sides)
    frame.evaluate("e => { e.scrollLeft = e.scrollWidth; }")
    at_the_end = frame.evaluate(sides)
    page.close()
    assert nothing == "rgba(0, 0, 0, 0)"
    assert line == "rgb(0, 0, 0)"
    assert at_the_end == [line, nothing]
