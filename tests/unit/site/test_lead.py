from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest

from graadmeter.domain.comparison import Comparator, Direction, Judgement, Reason, Standing
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang, Text
from graadmeter.site.area_rows import area_rows
from graadmeter.site.lead import lead, pictured, plain
from graadmeter.site.page import Site
from graadmeter.site.standings import Against, Said, Standings
from graadmeter.site.status_words import caveats, meanings

NBSP = "\u00a0"
SHARES = {
    "JZ14": {"2024": 12.3, "2025": 12.4},
    "GM0141": {"2024": 14.5, "2025": 14.6},
    "GM0147": {"2024": 12.0, "2025": 12.2},
    "GM1774": {"2024": 8.0, "2025": None},
}


def _lead(site: Site, name: str = "", lang: Lang = Lang.NL) -> str:
    chosen = next((area for area in site.published.municipalities if area.name == name), None)
    return plain(lead(site.context(site.subjects[0], lang, chosen)))


def test_the_region_gets_the_sentence_of_the_definition_and_what_follows(make_site: Callable[..., Site]) -> None:
    assert _lead(make_site(SHARES)) == (
        f"In 2025 kregen 2.480 jeugdigen in Twente jeugdhulp: ongeveer 1 op de 8. Dat is 12,4{NBSP}% van de inwoners "
        f"van 0 tot en met 17 jaar. Vergeleken met 2024 is dat ongeveer gelijk (12,3{NBSP}%)."
    )


def test_a_municipality_is_set_against_the_region(make_site: Callable[..., Site]) -> None:
    site = make_site(SHARES)
    assert f"aantoonbaar hoger dan Twente (12,4{NBSP}%)" in _lead(site, "Almelo")
    assert f"geen aantoonbaar verschil met Twente (12,4{NBSP}%)" in _lead(site, "Borne")


def test_a_hidden_figure_gives_its_reason_and_the_region_instead(make_site: Callable[..., Site]) -> None:
    words = _lead(make_site(SHARES), "Dinkelland")
    assert words.startswith("Het cijfer van Dinkelland over 2025 wordt niet getoond: afgeschermd.")
    assert "Voor Twente als geheel: In 2025 kregen 2.480 jeugdigen in Twente jeugdhulp" in words


def test_a_demonstrable_change_is_told(make_site: Callable[..., Site]) -> None:
    words = _lead(make_site({"JZ14": {"2024": 9.0, "2025": 12.4}}))
    assert words.endswith(f"In 2024 was het lager: 9,0{NBSP}%.")


def test_one_in_is_left_out_when_it_would_mislead(make_site: Callable[..., Site]) -> None:
    words = _lead(make_site({"JZ14": {"2025": 80.0}}))
    assert "1 op de" not in words
    assert words.startswith("In 2025 kregen 16.000 jeugdigen in Twente jeugdhulp.")
    nobody = _lead(make_site({"JZ14": {"2025": 0.0}}))
    assert nobody.startswith("In 2025 kregen 0 jeugdigen in Twente jeugdhulp.")


def test_a_nought_that_may_be_a_small_count_is_said_to_be_rounded(make_site: Callable[..., Site]) -> None:
    site = make_site({"JZ14": {"2025": 12.4}, "GM0141": {"2025": 0.0}})
    definition = replace(site.published.definitions["jeugdhulp"], off=9)
    rounded = Site(replace(site.published, definitions={"jeugdhulp": definition}))
    assert _lead(rounded, "Almelo").startswith("In 2025 kregen afgerond 0 jeugdigen in Almelo jeugdhulp.")
    assert f"afgerond 0,0{NBSP}%" in _lead(rounded, "Almelo")
    assert _lead(site, "Almelo").startswith("In 2025 kregen 0 jeugdigen")
    assert "tot en met 9" in meanings(rounded.published.off)[CellStatus.ZERO].nl
    assert "echt nul" in meanings(site.published.off)[CellStatus.ZERO].nl
    assert [caveat.nl[:15] for caveat in caveats(definition)] == ["Kleine aantalle"]


def test_a_share_of_something_else_that_is_more_than_half_stands_in_the_sentence(
    make_site: Callable[..., Site],
) -> None:
    site = make_site({"JZ14": {"2025": 60.0}})
    own = site.published.definitions["jeugdhulp"]
    count, share = own.series
    definition = replace(
        own,
        sentence=Text(
            "In {period} waren er {value} meldingen; bij 1 op de {one_in} was een kind betrokken.",
            "In {period} there were {value} reports; 1 in {one_in} involved a child.",
        ),
        series=(
            replace(count, counted="alle"),
            replace(share, base="aantal", base_counted="alle", words=Text("van de meldingen, met een kind erbij", "")),
        ),
    )
    told = Site(replace(site.published, definitions={"jeugdhulp": definition}))
    assert _lead(told) == f"In 2025 waren er 12.000 meldingen; bij 60,0{NBSP}% was een kind betrokken."
    assert _lead(told, lang=Lang.EN) == "In 2025 there were 12,000 reports; 60.0% involved a child."
    context = told.context(told.subjects[0], Lang.NL)
    assert context.unit_words(told.subjects[0].main) == "% van de meldingen, met een kind erbij"


class _Beside:
    """A comparison that says the same of every figure: the nation is at 12,6, and the five years went a way."""

    def __init__(self, standing: Standing, judgement: Judgement, way: Direction = Direction.RISING) -> None:
        given = Against(12.6, standing, Reason.GIVEN)
        none = Against(None, None, Reason.NOT_LOADED)
        against = {name: given if name is Comparator.NATION else none for name in Comparator}
        self.said = Said(against, way, judgement, Reason.GIVEN)

    def get(self, *_: object) -> Said:
        return self.said


@pytest.mark.parametrize(("polarity", "good"), [(0, ""), (-1, " (ongunstig)")])
def test_nation_and_tested_direction_come_from_the_release(
    make_site: Callable[..., Site], polarity: int, good: str
) -> None:
    published = make_site(SHARES).published
    definition = replace(published.definitions["jeugdhulp"], polarity=polarity)
    judgement = Judgement.WORSE if polarity else Judgement.NONE
    beside = cast("Standings", _Beside(Standing.MUCH_LOWER, judgement))
    words = _lead(Site(replace(published, definitions={"jeugdhulp": definition}, standings=beside)))
    assert f"In Nederland is het 12,6{NBSP}%; Twente ligt duidelijk lager." in words
    assert words.endswith(f"Sinds 2021 is het aantoonbaar gestegen{good}.")


@pytest.mark.parametrize("provisional", ["", "2025"])
def test_a_tested_fall_up_to_a_provisional_figure_is_not_told(make_site: Callable[..., Site], provisional: str) -> None:
    site = make_site({"JZ14": {"2024": 12.4, "2025": 9.0}}, provisional=provisional)
    beside = cast("Standings", _Beside(Standing.MUCH_LOWER, Judgement.NONE, Direction.FALLING))
    told = Site(replace(site.published, standings=beside))
    (row,) = area_rows(told, told.published.region, told.published.region, Comparator.NATION, Lang.NL)
    assert row.trend().text == ("nog niet zeker" if provisional else "gedaald")
    assert ("aantoonbaar gedaald" in _lead(told)) is not bool(provisional)
    assert ("kan nog stijgen door late aanlevering" in _lead(told)) is bool(provisional)


def test_only_what_late_deliveries_add_to_is_said_to_rise_yet(make_site: Callable[..., Site]) -> None:
    site = make_site({"JZ14": {"2024": 12.4, "2025": 9.0}}, provisional="2025")
    definition = site.published.definitions["jeugdhulp"]
    series = tuple(replace(one, base="trajecten") if one.unit.is_share else one for one in definition.series)
    told = Site(replace(site.published, definitions={"jeugdhulp": replace(definition, series=series)}))
    assert "het cijfer over 2025 kan nog veranderen door late aanlevering" in _lead(told)
    assert "stijgen" not in _lead(told)


def test_no_change_is_not_judged(make_site: Callable[..., Site]) -> None:
    published = make_site(SHARES).published
    definition = replace(published.definitions["jeugdhulp"], polarity=-1)
    beside = cast("Standings", _Beside(Standing.SIMILAR, Judgement.NONE, Direction.NONE))
    words = _lead(Site(replace(published, definitions={"jeugdhulp": definition}, standings=beside)))
    assert words.endswith("Sinds 2021 is er geen aantoonbare verandering.")


def test_figures_are_set_apart(make_site: Callable[..., Site]) -> None:
    site = make_site(SHARES)
    strong = [piece.text for piece in lead(site.context(site.subjects[0], Lang.EN)) if piece.strong]
    assert strong == ["2,480", "1 in 8", "12.4%"]


def test_a_provisional_fall_is_told_as_not_complete(make_site: Callable[..., Site]) -> None:
    fallen = {"JZ14": {"2024": 12.4, "2025": 9.0}}
    assert _lead(make_site(fallen)).endswith(f"In 2024 was het hoger: 12,4{NBSP}%.")
    assert _lead(make_site(fallen, provisional="2025")).endswith(
        f"In 2024 was het 12,4{NBSP}%; het cijfer over 2025 kan nog stijgen door late aanlevering."
    )


@pytest.mark.parametrize(
    ("share", "people"), [(12.4, 8), (11.76, 9), (4.2, 24), (3.0, 0), (36.0, 0), (0.0, 0), (None, 0)]
)
def test_one_in_so_many_is_drawn_as_people_where_the_answer_says_so(
    make_site: Callable[..., Site], share: float | None, people: int
) -> None:
    site = make_site({"JZ14": {"2025": share}})
    context = site.context(site.subjects[0], Lang.NL)
    picture = pictured(context)
    assert picture.count('class="gm-person') == 2 * people, "a head and a body each"
    assert picture.count("gm-person--meant") == (2 if people else 0)
    if people:
        assert f"1 op de {people}." in plain(lead(context))
        assert f'aria-label="1 op de {people}"' in picture
