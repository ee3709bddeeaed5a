"""The region has the published use of care: clients per municipality and year, forms, providers, stacking."""

import numpy as np
import pytest

from graadmeter.domain.periods import parse_period
from graadmeter.synth.community import Window
from graadmeter.synth.days import day
from graadmeter.synth.kinds import texts
from graadmeter.synth.municipality import draw
from graadmeter.synth.population import inhabitants, total, youth
from graadmeter.synth.provisions import Channel
from graadmeter.synth.region_facts import municipalities
from graadmeter.synth.targets import YOUTH_TREND, youth_factor, youth_share
from graadmeter.synth.truth.known import FORMS, SOORTEN, known_of
from graadmeter.synth.truth.presence import active

WINDOW = Window(parse_period("2019KW01").first, parse_period("2025KW04").first, 8, 0.25)
YEARS = range(2019, 2026)


@pytest.fixture(scope="module")
def drawn():
    return [draw(21, place, WINDOW) for place in range(14)]


@pytest.fixture(scope="module")
def known(drawn):
    return [known_of(item, WINDOW)[0] for item in drawn]


def persons_in(known, soort, year, *, adult=False):
    rows = known.soort == SOORTEN.index(soort)
    none = np.zeros(len(known), bool)
    bits = active(known, WINDOW, none if adult else ~none, ~none if adult else none)
    mask = 0b1111 << ((year - 2019) * 4)
    return len(np.unique(known.person[rows & ((bits & mask) > 0)]))


def shares(known, year):
    return [
        100 * persons_in(part, "jeugdhulp", year) / youth(item, year, WINDOW.fraction)
        for part, item in zip(known, municipalities(), strict=True)
    ]


def test_the_factor_makes_the_region_12_7_in_2021():
    assert youth_factor() == pytest.approx(1.301, abs=0.002)
    assert [YOUTH_TREND[year] for year in (2015, 2018, 2021)] == [9.7, 11.2, 12.7]


@pytest.mark.parametrize("year", YEARS)
def test_every_municipality_lies_within_0_7_point_of_its_target(known, year):
    for share, item in zip(shares(known, year), municipalities(), strict=True):
        assert abs(share - youth_share(item, year)) < 0.7, (item.name, year)


def test_almelo_is_highest_and_dinkelland_lowest(known):
    for year in (2021, 2024):
        found = shares(known, year)
        assert municipalities()[int(np.argmax(found))].name == "Almelo"
        assert municipalities()[int(np.argmin(found))].name == "Dinkelland"


def test_the_region_has_12_7_per_cent_in_2021(known):
    everybody = np.unique(np.concatenate([part.person[part.soort == SOORTEN.index("jeugdhulp")] for part in known]))
    helped = sum(persons_in(part, "jeugdhulp", 2021) for part in known)
    inhabitants = sum(youth(item, 2021, WINDOW.fraction) for item in municipalities())
    assert 100 * helped / inhabitants == pytest.approx(12.7, abs=0.2)
    assert len(everybody) > helped


def test_wmo_clients_are_near_the_published_number(known):
    for part, item in zip(known, municipalities(), strict=True):
        found = 1000 * persons_in(part, "wmo", 2021, adult=True) / total(item, 2021, WINDOW.fraction)
        assert abs(found - (item.wmo_2021 or 75.7)) < 4, item.name


def test_forms_of_help_are_mixed_as_cbs_counts_them(known):
    """2019, Netherlands: ambulant 69, network 19, team 19, day help 7, residence 10 per cent of youths with help."""
    helped = sum(persons_in(part, "jeugdhulp", 2019) for part in known)

    def share(*forms):
        places = [FORMS.index(form) for form in forms]
        return (
            100 * sum(persons_in(part.where(np.isin(part.form, places)), "jeugdhulp", 2019) for part in known) / helped
        )

    assert 60 < share("02") < 78
    assert 8 < share("01") < 22
    assert 10 < share("04") < 22
    assert 4 < share("03") < 9
    assert 8 < share("11", "12", "13", "14") < 13


def test_ten_providers_hold_about_sixty_per_cent_and_mental_health_is_half(drawn):
    provider, category = [], []
    for item in drawn:
        youth_care = (texts("domein") == "jw") & (texts("soort") != "vervoer")
        rows = youth_care[item.provisions.care] & (item.provisions.fate == 0) & (item.provisions.begin < day(2026))
        provider.append(item.provisions.provider[rows])
        category.append(texts("categorie")[item.provisions.care[rows]])
    counts = np.sort(np.unique(np.concatenate(provider), return_counts=True)[1])[::-1]
    assert 0.55 < counts[:10].sum() / counts.sum() < 0.66
    assert 0.44 < np.isin(np.concatenate(category), ["51", "52", "53", "54"]).mean() < 0.55


def test_every_channel_occurs_and_personal_budgets_are_few(drawn):
    channel = np.concatenate([item.provisions.channel for item in drawn])
    assert set(channel.tolist()) == set(Channel)
    assert 0.01 < (channel == Channel.PGB).mean() < 0.05


def test_starts_have_a_season(drawn):
    begin = np.concatenate(
        [item.provisions.begin[texts("soort")[item.provisions.care] == "jeugdhulp"] for item in drawn]
    )
    months = np.bincount(begin.astype("datetime64[D]").astype("datetime64[M]").astype(int) % 12, minlength=12)
    assert months[6] < months[8]
    assert months[7] < months[9]


def test_movers_are_known_to_two_municipalities(drawn):
    numbers = np.concatenate([np.unique(item.community.bsn[item.provisions.person]) for item in drawn])
    twice = np.unique(numbers, return_counts=True)[1]
    assert twice.max() == 2
    assert 0.0005 < (twice == 2).mean() < 0.02


def test_of_the_elderly_95_in_100_live_independently_and_fewer_as_they_are_older():
    """94.8 % of 70+ in 2023, as the municipal monitor published."""
    drawn = [inhabitants(item, 2023, 1.0) for item in municipalities()]
    assert all(((one.institution >= 0) & (one.institution <= one.count)).all() for one in drawn)

    def part(youngest, oldest):
        there = [(one, (one.age >= youngest) & (one.age <= oldest)) for one in drawn]
        return sum(one.institution[rows].sum() for one, rows in there) / sum(
            one.count[rows].sum() for one, rows in there
        )

    assert part(70, 95) == pytest.approx(0.052, abs=0.0005)
    assert part(0, 64) < part(70, 74) < part(75, 84) < part(85, 95) < 0.3
