"""A figure beside the region, the municipality, a peer group, statistical neighbours and the usual spread."""

import pyarrow as pa
import pytest
from tests.support.comparing import TOWNS, WIJKEN, Figures

from graadmeter.compare.neighbours import alike
from graadmeter.domain.comparison import VARIABLES
from graadmeter.engine.arrow import schema_of
from graadmeter.statistics.overdispersion import arcsine_share

YEAR = "2025JJ00"
SHARES = (100, 100, 100, 100, 125, 75, 160, 40, 100)
"""Young people with help per 1,000 inhabitants in the nine municipalities; the region has 100."""


def figures() -> Figures:
    one = Figures()
    one.young("JZ99", YEAR, sum(SHARES), 9000)
    for code, count in zip(TOWNS, SHARES, strict=True):
        one.young(code, YEAR, count, 1000)
        one.people(code, YEAR, 4000 + 100 * count, age="18+")
    return one


def test_classes_against_the_region() -> None:
    answers = figures().compared()
    found = [answers.share(code)["region_class"] for code in TOWNS]
    assert found == ["similar"] * 4 + ["higher", "lower", "much_higher", "much_lower", "similar"]
    assert answers.share("GM0101")["region_value"] == 10.0
    own = answers.share("JZ99")
    assert (own["region_status"], own["region_class"], own["region_value"]) == ("itself", None, None)


def test_a_hidden_region_gives_no_class() -> None:
    one = figures()
    one.cells[0]["value"] = one.cells[1]["value"] = None
    row = one.compared().share("GM0105")
    assert (row["region_status"], row["region_class"], row["spread_status"]) == ("not_shown", None, "not_shown")
    assert row["shrunk_status"] == "other_level"


def test_the_usual_spread_widens_the_limits() -> None:
    answers = figures().compared()
    rows = {code: answers.share(code) for code in TOWNS}
    found = {code: row["spread_class"] for code, row in rows.items() if row["spread_class"] != "similar"}
    assert found == {"GM0107": "higher", "GM0108": "much_lower"}
    assert len({row["spread_tau2"] for row in rows.values()}) == 1
    known = arcsine_share([float(count) for count in SHARES], [1000.0] * 9, 0.1)
    assert rows["GM0101"]["spread_tau2"] == pytest.approx(float(known.tau2), abs=1e-6)
    assert answers.share("JZ99")["spread_status"] == "other_level"
    for left_out, status in ((1, "given"), (2, "too_few")):
        few = figures()
        few.cells = [cell for cell in few.cells if cell["area"] not in TOWNS[:left_out]]
        assert few.compared().share("GM0103")["spread_status"] == status
    alike = figures()
    for cell in alike.cells:
        if cell["area"] in TOWNS and cell["area"] != "GM0107":
            cell["value"] = 100.0 if cell["unit"] == "personen" else 10.0
    row = alike.compared().share("GM0107")
    assert (row["spread_tau2"], row["spread_class"]) == (0.0, "much_higher")


def test_peers_are_taken_together() -> None:
    answers = figures().compared(("GM0101", "GM0102", "GM0105", "GM0107"), ("GM0101", "GM0108"))
    row = answers.share("GM0101")
    # Its peers have 100, 125, 160 and 40 of 1,000 each.
    assert (row["peers_areas"], row["peers_value"], row["peers_status"]) == (4, 10.62, "given")
    assert row["peers_class"] == "similar"
    assert answers.share("GM0107")["peers_class"] == "much_higher"
    assert answers.share("GM0107")["peers_value"] == 10.83
    assert (answers.share("GM0108")["peers_status"], answers.share("GM0108")["peers_areas"]) == ("too_few", 1)
    assert (answers.share("GM0103")["peers_status"], answers.share("GM0103")["peers_areas"]) == ("not_set", None)
    assert answers.share("JZ99")["peers_status"] == "other_level"


def test_peers_without_a_published_figure_do_not_count() -> None:
    one = figures()
    for cell in one.cells:
        if cell["area"] == "GM0105":
            cell["value"] = None
    answers = one.compared(("GM0101", "GM0102", "GM0105", "GM0107"))
    assert (answers.share("GM0101")["peers_areas"], answers.share("GM0101")["peers_status"]) == (2, "too_few")


def test_statistical_neighbours_are_of_like_size_and_age() -> None:
    answers = figures().compared()
    row = answers.share("GM0107")
    told = [one for one in answers.compared.neighbours.to_pylist() if one["area"] == "GM0107"]
    assert [one["neighbour"] for one in told if one["variable"] == "inwoners_log"] == [
        "GM0105", "GM0101", "GM0102", "GM0103", "GM0104",
    ]  # fmt: skip
    assert (row["neighbours_areas"], row["neighbours_value"]) == (5, 10.5)
    first = [one for one in told if one["place"] == 1]
    assert sum(one["deciding"] for one in first) == pytest.approx(1, abs=0.002)
    assert {one["variable"]: one["area_value"] for one in first}["pct_0_17"] == pytest.approx(100 / 21, abs=0.005)
    assert {one["year"] for one in told} == {2025}


def test_of_two_municipalities_neither_is_a_neighbour() -> None:
    rows = [
        {"area": code, "variable": "inkomen", "year": 2021, "value": 1.0 + at, "weight": 1.0, "source": "CBS"}
        for at, code in enumerate(TOWNS)
    ]
    variables = pa.Table.from_pylist(rows, schema=schema_of(VARIABLES))
    assert alike(variables, TOWNS[:2]).groups == {}
    assert alike(variables, TOWNS[:3]).groups["GM0101"] == ("GM0102", "GM0103")
    assert len(alike(variables, TOWNS).groups["GM0101"]) == 5


def test_without_inhabitants_of_all_nobody_has_neighbours() -> None:
    for age in ("0-17", "18+"):
        one = figures()
        lost = next(person for person in one.inhabitants if (person["area"], person["age"]) == ("GM0104", age))
        one.inhabitants.remove(lost)
        answers = one.compared()
        assert answers.compared.neighbours.num_rows == 0
        assert answers.share("GM0101")["neighbours_status"] == "not_loaded"
        # The year before is complete: that is taken.
        one.inhabitants += [{**person, "year": 2024} for person in figures().inhabitants]
        assert set(one.compared().compared.neighbours["year"].to_pylist()) == {2024}


def test_a_wijk_is_put_beside_its_municipality_and_the_region() -> None:
    one = figures()
    one.young(WIJKEN[0], YEAR, 30, 150)
    answers = one.compared()
    row = answers.share(WIJKEN[0])
    assert (row["municipality_value"], row["municipality_class"]) == (10.0, "much_higher")
    assert (row["region_value"], row["region_class"]) == (10.0, "much_higher")
    assert (row["peers_status"], row["neighbours_status"], row["spread_status"]) == ("other_level",) * 3
    assert answers.share("GM0101")["municipality_status"] == "other_level"


def test_a_benchmark_is_exact_where_it_can_be_and_as_published_where_not() -> None:
    # 10.04 % is published as 10.0 %; 1,062 of 10,000 lies beyond the limits around the one and not around the other.
    one = Figures()
    one.young("JZ99", YEAR, 10_040, 100_000)
    one.young("GM0101", YEAR, 1062, 10_000)
    assert one.compared().share("GM0101")["region_class"] == "similar"
    one.inhabitants = [person for person in one.inhabitants if person["area"] != "JZ99"]
    row = one.compared().share("GM0101")
    assert (row["region_status"], row["region_value"], row["region_class"]) == ("given", 10.0, "higher")


def test_the_first_of_all_figures_is_a_benchmark_like_any_other() -> None:
    one = Figures()
    for code, share, base in (("GM0101", 12.0, 900), (WIJKEN[0], 20.0, 300)):
        one.put("jeugdhulp", "procent", code, YEAR, share)
        one.people(code, YEAR, base)
    row = one.compared().share(WIJKEN[0])
    assert (row["municipality_value"], row["municipality_class"]) == (12.0, "much_higher")


def test_every_area_has_its_own_largest_providers() -> None:
    one = figures()
    for code in ("JZ99", "GM0101"):
        one.put("aanbieders", "procent", code, YEAR, 60.0, aanbieder="top10")
        one.put("aanbieders", "personen", code, YEAR, 540.0 if code == "JZ99" else 60.0, aanbieder="top10")
    row = one.compared()("aanbieders", "procent", "GM0101", YEAR, aanbieder="top10")
    assert (row["interval_status"], row["region_status"]) == ("given", "own_largest")
