from collections.abc import Callable

from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses
from graadmeter.site.facts import facts
from graadmeter.site.page import Site

TO = Addresses(Lang.NL)
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
    assert fact.words.startswith("Het hoogst in Almelo, het laagst in Dinkelland (2025).")
    assert fact.figure.startswith("8,0")


def test_a_difference_within_chance_is_no_fact(make_site: Callable[..., Site]) -> None:
    fact = facts(make_site({**FLAT, "GM0141": {"2025": 12.6}, "GM0147": {"2025": 12.0}}), TO)[0]
    assert fact.kind == "level"
    assert fact.figure == "1 op de 8"


def test_a_provisional_fact_says_so_and_a_hidden_one_is_left_out(make_site: Callable[..., Site]) -> None:
    assert facts(make_site(FLAT, provisional="2025"), TO)[0].provisional
    assert facts(make_site({"JZ14": {"2024": 12.3, "2025": None}}), TO) == []
