"""What the page of an indicator says when there is little to show, and what it always says."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest

from graadmeter.charts.figure import Figure
from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Lang, Text
from graadmeter.site.addresses import Addresses
from graadmeter.site.differences import differences
from graadmeter.site.page import Page, Site
from graadmeter.site.pages import indicators

SHARES = {
    "JZ14": {"2023": 12.0, "2024": 12.3, "2025": 12.4},
    "GM0141": {"2023": 12.0, "2024": 14.5, "2025": 14.6},
    "GM0147": {"2023": 12.0, "2024": 12.0, "2025": 12.2},
}


def _page(site: Site, lang: Lang = Lang.NL) -> Page:
    return next(iter(indicators.pages(site, Addresses(lang), Addresses(lang))))


def _figures(page: Page) -> dict[str, Figure]:
    return {figure.id: figure for figure in cast("list[Figure]", page.values["figures"])}


def _with(site: Site, **changes: object) -> Site:
    definition = replace(site.published.definitions["jeugdhulp"], **changes)  # type: ignore[arg-type]
    return Site(replace(site.published, definitions={"jeugdhulp": definition}))


def test_developments_of_municipalities_stand_side_by_side(make_site: Callable[..., Site]) -> None:
    found = _figures(_page(make_site(SHARES)))
    assert list(found) == ["per-jaar", "gemeenten", "kaart", "verloop-per-gemeente"]


def test_too_few_points_give_a_sentence_and_a_table_but_no_empty_picture(make_site: Callable[..., Site]) -> None:
    figure = _figures(_page(make_site({"JZ14": {"2025KW03": 11.0, "2025KW04": 12.0}})))["per-kwartaal"]
    assert (figure.wide, figure.phone) == ("", "")
    assert figure.title.startswith("Nog maar 2 kwartalen met een cijfer")
    assert len(figure.table.rows) == 2
    hidden = _figures(_page(make_site({"JZ14": {"2024": None, "2025": None}})))["per-jaar"]
    assert (hidden.title, hidden.wide) == ("Deze cijfers staan er niet: afgeschermd", "")


def test_when_no_municipality_is_shown_a_sentence_says_why(make_site: Callable[..., Site]) -> None:
    site = make_site({**SHARES, "GM0141": {"2025": None}, "GM0147": {"2025": None}, "GM1774": {"2025": None}})
    page = _page(site)
    assert "gemeenten" not in _figures(page)
    assert page.values["without"] == "Van geen enkele gemeente staat dit cijfer er over 2025: afgeschermd."
    one = _page(make_site({**SHARES, "GM0147": {"2025": None}, "GM1774": {"2025": None}}))
    assert one.values["without"] == (
        "Over 2025 staat dit cijfer er van maar één gemeente: Almelo, 14,6\u00a0%. De andere: afgeschermd."
    )


def test_a_figure_for_the_region_only_is_no_comparison_and_says_so(make_site: Callable[..., Site]) -> None:
    site = _with(make_site(SHARES), levels=(Level.REGION,))
    subject = site.subjects[0]
    assert not subject.comparable
    assert _page(site).values["without"] == "Dit cijfer bestaat alleen voor heel Twente, niet per gemeente."
    to, other = Addresses(Lang.NL), Addresses(Lang.EN)
    assert [page.path for page in indicators.part(site, "jeugdhulp", to, other)] == ["cijfers/jeugdhulp.html"]
    assert _page(site).values["choices"] == []


def test_all_measures_stand_in_one_table_with_their_margins(make_site: Callable[..., Site]) -> None:
    table = _page(make_site(SHARES)).values["measures"]
    texts = [[cell.text for cell in row] for row in table.rows]  # type: ignore[attr-defined]
    assert texts[0] == ["personen", "2.480", "2.383 \u2013 2.580", "2.460"]
    assert texts[1][:2] == ["% van de inwoners van 0 tot en met 17 jaar", "12,4\u00a0%"]


def test_a_share_of_which_nothing_says_what_it_is_of_has_no_margin(make_site: Callable[..., Site]) -> None:
    site = make_site(SHARES)
    count, share = site.published.definitions["jeugdhulp"].series
    site = _with(site, series=(count, replace(share, base="", base_counted="", method="ketenstappen")))
    subject = site.subjects[0]
    assert not subject.datum(subject.definition.series[1], site.published.region, "2025JJ00").has_interval
    assert subject.main.unit is Unit.PERSONS


@pytest.mark.parametrize(
    ("counted", "cause"),
    [
        ('{"of": "personen", "where": "soort = \'jeugdhulp\'"}', "CBS telt tot 23"),
        ('{"of": "personen", "where": "soort = \'wmo\'"}', "Het CBS telt Wmo-cliënten"),
        ('{"of": "personen", "where": "soort = \'reclassering\'"}', "gecertificeerde instellingen"),
        ('{"of": "aantal", "where": "TRUE"}', "Wij kennen geen cijfer van het CBS"),
    ],
)
def test_why_it_differs_from_others_follows_from_what_is_counted(
    make_site: Callable[..., Site], counted: str, cause: str
) -> None:
    site = make_site(SHARES)
    of = Unit.PERSONS if "personen" in counted else Unit.NUMBER
    series = tuple(replace(one, counted=counted, of=of) for one in site.published.definitions["jeugdhulp"].series)
    site = _with(site, series=series)
    rules = ((Text("CBS", "CBS"), Text("CBS telt tot 23", "CBS counts up to 23")),)
    site = Site(replace(site.published, rules=rules))
    told = " ".join(words for _, words in differences(site.context(site.subjects[0], Lang.NL)))
    assert cause in told
