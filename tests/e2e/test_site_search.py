"""Finding a figure in a real browser: with and without script, by keyboard, heard by a screen reader."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def test_everyday_words_find_figures_from_any_page_by_keyboard(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/gemeenten.html")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("jeugdzorg")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("“jeugdzorg”")
    assert page.url.endswith("/zoeken.html?q=jeugdzorg")
    first = page.locator(".gm-search__found a").first
    expect(first).to_have_text("Jeugdigen met jeugdhulp")
    page.get_by_role("button", name="Zoek").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Jeugdigen met jeugdhulp"
    page.keyboard.press("Enter")
    page.wait_for_url("**/cijfers/jeugdhulp.html")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("dislexie", "Jeugdigen met dyslexiezorg"),
        ("jeugdzorg almelo", "Jeugdigen met jeugdhulp in Almelo"),
        ("hulp bij het huishouden", "Wmo-cliënten"),
        ("hof van twente", "Hof van Twente"),
        ("AVG", "Over de bescherming"),
    ],
)
def test_words_with_a_fault_a_place_or_a_detour(page: Page, site_address: str, words: str, first: str) -> None:
    page.goto(f"{site_address}/zoeken.html")
    page.get_by_role("searchbox").fill(words)
    expect(page.locator(".gm-search__found a").first).to_have_text(first)
    page.locator(".gm-search__found a").first.click()
    assert page.locator("h1").count() == 1


def test_nothing_found_is_said_and_the_whole_list_stays(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/en/search.html?q=%3Czz%3Exyzzy")
    expect(page.get_by_role("status")).to_contain_text("Nothing found for “<zz>xyzzy”")
    expect(page.locator(".gm-search__index")).to_be_visible()
    assert page.locator("[role=status] zz").count() == 0


def test_without_script_it_is_a_list_from_a_to_z(chromium: Browser, site_address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_address}/zoeken.html?q=wmo")
    expect(page.locator(".gm-search__index")).to_be_visible()
    assert page.locator(".gm-search__index li a").count() > 60
    context.close()
