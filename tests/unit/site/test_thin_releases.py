"""A region that has only just begun still gets every page, whatever is missing."""

from collections.abc import Callable, Iterator

import pytest

from graadmeter.domain.text import Lang
from graadmeter.site.lead import lead, plain
from graadmeter.site.page import Page, Site, languages
from graadmeter.site.pages import about, definitions, home, indicators, municipalities, providers, stacking, themes
from graadmeter.site.render import environment, html

KINDS = (home, themes, indicators, municipalities, providers, stacking, definitions, about)


def _pages(site: Site) -> Iterator[Page]:
    for to, other in languages():
        for kind in KINDS:
            yield from kind.pages(site, to, other)


def _written(site: Site) -> dict[str, str]:
    templates = environment()
    return {page.path: html(templates, site, page, base="/") for page in _pages(site)}


@pytest.mark.parametrize(
    "shares",
    [
        {},
        {"JZ14": {"2025": None}},
        {"JZ14": {"2025": 12.0}},
        {"JZ14": {"2025KW03": 11.0, "2025KW04": 12.0}, "GM0141": {"2025KW04": 14.0}},
        {"JZ14": {"2025HJ01": 11.0, "2025HJ02": 12.0}},
    ],
    ids=["nothing", "all hidden", "one year", "two quarters", "one year of half-years"],
)
def test_every_page_can_be_written(make_site: Callable[..., Site], shares: dict[str, dict[str, float | None]]) -> None:
    pages = _written(make_site(shares))
    assert {"index.html", "gemeenten/almelo.html", "over/gegevens.html", "en/404.html"} <= set(pages)
    assert not any(">None<" in text or "nan" in text.split() for text in pages.values())


def test_without_a_whole_year_the_longest_period_is_shown(make_site: Callable[..., Site]) -> None:
    site = make_site({"JZ14": {"2025KW03": 11.0, "2025KW04": 12.0}})
    words = plain(lead(site.context(site.subjects[0], Lang.NL)))
    assert words.startswith("In het 4e kwartaal van 2025 kregen 2.400 jeugdigen in Twente jeugdhulp")
    page = _written(site)["cijfers/jeugdhulp.html"]
    assert "per kwartaal" in page
    assert 'id="per-kwartaal"' in page
    assert 'id="per-jaar"' not in page


def test_a_quarter_is_set_against_the_same_quarter_a_year_before(make_site: Callable[..., Site]) -> None:
    quarters = {f"{2024 + at // 4}KW0{at % 4 + 1}": value for at, value in enumerate((9.0, 9.1, 9.0, 15.0, 12.0))}
    site = make_site({"JZ14": quarters})
    words = plain(lead(site.context(site.subjects[0], Lang.NL)))
    assert "In het 1e kwartaal van 2024 was het lager" in words
