from collections.abc import Callable
from math import hypot

import pytest

from graadmeter.charts.numbers import DASH
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses
from graadmeter.site.course import course
from graadmeter.site.facts import facts
from graadmeter.site.page import Site

TO = Addresses(Lang.NL)
NBSP = "\u00a0"
REGION = Area("JZ14", 2024, Level.REGION, "Twente")
FLAT = {"JZ14": {"2024": 12.3, "2025": 12.4}}


def test_a_demonstrable_change_comes_first(make_site: Callable[..., Site]) -> None:
    fact = facts(make_site({"JZ14": {"2024": 9.0, "2025": 12.4}}), TO)[0]
    assert fact.kind == "change"
    assert "In 2024 was het lager: 9,0" in fact.words


def test_then_a_wide_difference_between_municipalities(make_site: Callable[..., Site]) -> None:
    fact = facts(make_site({**FLAT, "GM0141": {"2025": 16.0}, "GM0147": {"2025": 12.0}, "GM1774": {"2025": 8.0}}), TO)[
        0
    ]
    assert fact.kind == "spread"
    assert fact.words.startswith(f"Het hoogst in Almelo (16,0{NBSP}%), het laagst in Dinkelland (8,0{NBSP}%), in 2025.")
    assert fact.figure == f"8,0 {DASH} 16,0{NBSP}%"


def test_only_the_end_that_clearly_differs_is_told(make_site: Callable[..., Site]) -> None:
    fact = facts(make_site({**FLAT, "GM0141": {"2025": 16.0}, "GM0147": {"2025": 12.0}}), TO)[0]
    assert fact.words == (
        f"Het hoogst in Almelo: 16,0{NBSP}% in 2025. Dat is duidelijk hoger dan Twente: 12,4{NBSP}%. "
        "Niet elke gemeente heeft hier een cijfer dat getoond kan worden."
    )


def test_a_difference_within_chance_is_no_fact(make_site: Callable[..., Site]) -> None:
    fact = facts(make_site({**FLAT, "GM0141": {"2025": 12.6}, "GM0147": {"2025": 12.0}}), TO)[0]
    assert fact.kind == "level"
    assert fact.figure == "1 op de 8"


def test_a_provisional_fact_says_so_and_a_hidden_one_is_left_out(make_site: Callable[..., Site]) -> None:
    assert facts(make_site(FLAT, provisional="2025"), TO)[0].remark == "voorlopig"
    assert facts(make_site(FLAT), TO)[0].remark == ""
    assert facts(make_site({"JZ14": {"2024": 12.3, "2025": None}}), TO) == []


def test_a_change_that_chance_gives_in_one_of_fifty_indicators_is_no_fact(make_site: Callable[..., Site]) -> None:
    site = make_site({"JZ14": {"2024": 11.6, "2025": 12.4}})
    now, before = (site.subjects[0].datum(site.subjects[0].main, REGION, f"{year}JJ00") for year in (2025, 2024))
    assert now.figure - before.figure > hypot(now.figure - now.bounds[0], before.bounds[1] - before.figure)
    assert facts(site, TO)[0].kind == "level"


def test_that_a_provisional_figure_fell_is_never_said(make_site: Callable[..., Site]) -> None:
    fallen = {"JZ14": {"2024": 12.4, "2025": 9.0}}
    assert facts(make_site(fallen), TO)[0].kind == "change"
    assert facts(make_site(fallen, provisional="2025"), TO)[0].kind == "level"
    assert facts(make_site({"JZ14": {"2024": 9.0, "2025": 12.4}}, provisional="2025"), TO)[0].kind == "change"


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("shares", [FLAT, {"JZ14": {"2024": 9.0, "2025": 12.4}}, {"JZ14": {"2025": 62.7}}])
def test_the_figure_set_large_stands_in_the_sentence(
    make_site: Callable[..., Site], shares: dict[str, dict[str, float]], lang: Lang
) -> None:
    fact = facts(make_site(shares), Addresses(lang))[0]
    assert fact.figure in fact.words


def test_a_figure_of_one_year_is_drawn_by_quarter(make_site: Callable[..., Site]) -> None:
    quarters = {f"2025KW0{number}": 10.0 + number for number in (1, 2, 3)}
    site = make_site({"JZ14": {"2025": 12.4, **quarters}})
    picture, span = course(site.context(site.subjects[0], Lang.NL))
    assert span == f"1e kwartaal 2025 {DASH} 3e kwartaal 2025"
    assert picture.startswith("<svg")
    alone = make_site({"JZ14": {"2025": 12.4}})
    assert course(alone.context(alone.subjects[0], Lang.NL)) == ("", "")
