"""Which exact numbers are published behind a share, and the interval they give."""

import pytest
from tests.support.comparing import Figures

from graadmeter.compare.index import index_of
from graadmeter.domain.intervals import byar, wilson

YEAR = "2025JJ00"


def figures() -> Figures:
    one = Figures()
    one.young("JZ99", YEAR, 1200, 12_000)
    one.young("GM0101", YEAR, 150, 1000)
    return one


def test_a_share_of_inhabitants_has_its_count_and_its_base() -> None:
    row = figures().compared().share("GM0101")
    assert (row["count"], row["base"], row["method"], row["interval_status"]) == (150, 1000, "wilson", "given")
    assert (row["low_95"], row["high_95"]) == tuple(round(100 * end, 2) for end in wilson(150, 1000))
    assert row["low_998"] < row["low_95"] < 15 < row["high_95"] < row["high_998"]


def test_a_count_has_the_interval_of_a_count_and_is_not_compared() -> None:
    row = figures().compared()("jeugdhulp", "personen", "GM0101", YEAR)
    assert (row["count"], row["base"], row["method"]) == (150, None, "byar")
    assert (row["low_95"], row["high_95"]) == tuple(round(end, 2) for end in byar(150))
    assert row["region_status"] == row["peers_status"] == row["nation_status"] == row["spread_status"] == "size"
    assert (row["region_value"], row["region_class"]) == (None, None)


def test_nobody_has_an_exact_interval() -> None:
    one = figures()
    one.young("GM0102", YEAR, 0, 400)
    answers = one.compared()
    row = answers("jeugdhulp", "personen", "GM0102", YEAR)
    assert (row["method"], row["low_95"], row["high_95"]) == ("exact_poisson", 0, 3.69)
    row = answers.share("GM0102")
    assert (row["count"], row["low_95"], row["high_95"]) == (0, 0, round(100 * wilson(0, 400)[1], 2))


def test_a_member_that_is_not_split_is_a_share_of_everybody() -> None:
    one = figures()
    one.young("GM0101", YEAR, 50, 1000, hulpvorm="02")
    one.young("GM0101", YEAR, 40, 200, leeftijdsgroep="00-03")
    answers = one.compared()
    form = answers.share("GM0101", hulpvorm="02")
    assert (form["count"], form["base"]) == (50, 1000)
    assert answers.share("GM0101", leeftijdsgroep="00-03")["base"] == 200


def test_a_share_of_something_counted_finds_it_with_another_indicator() -> None:
    one = Figures()
    one.put("crisis", "trajecten", "GM0101", YEAR, 20)
    one.put("crisis", "procent", "GM0101", YEAR, 10.0)
    one.put("crisis", "procent", "GM0101", YEAR, 25.0, hulpvorm="11")
    one.put("crisis", "trajecten", "GM0101", YEAR, 10, hulpvorm="11")
    one.put("trajecten", "trajecten", "GM0101", YEAR, 200, stroom="begonnen")
    one.put("trajecten", "trajecten", "GM0101", YEAR, 40, stroom="begonnen", hulpvorm="11")
    one.put("trajecten", "trajecten", "GM0101", "2024JJ00", 77, stroom="begonnen")
    one.put("trajecten", "trajecten", "GM0102", YEAR, 78, stroom="begonnen")
    answers = one.compared()
    row = answers("crisis", "procent", "GM0101", YEAR)
    assert (row["count"], row["base"], row["low_95"]) == (20, 200, round(100 * wilson(20, 200)[0], 2))
    row = answers("crisis", "procent", "GM0101", YEAR, hulpvorm="11")
    assert (row["count"], row["base"]) == (10, 40)
    assert answers("trajecten", "trajecten", "GM0102", YEAR, stroom="begonnen")["interval_status"] == "given"


def test_a_share_of_a_number_of_cases_has_an_interval_and_the_number_itself_has_none() -> None:
    one = Figures()
    one.put("intakes", "aantal", "GM0101", YEAR, 133)
    one.put("intakes", "procent", "GM0101", YEAR, 30.8)
    answers = one.compared()
    row = answers("intakes", "procent", "GM0101", YEAR)
    assert (row["count"], row["base"], row["low_95"]) == (41, 133, round(100 * wilson(41, 133)[0], 2))
    assert answers("intakes", "aantal", "GM0101", YEAR)["interval_status"] == "derived"


def test_without_an_exact_number_the_reason_is_told() -> None:
    one = Figures()
    one.put("jeugdhulp", "procent", "GM0101", YEAR, 12.0)
    one.put("jeugdhulp", "procent", "GM0102", YEAR, 12.0)
    one.people("GM0102", YEAR, 5000)
    one.put("jeugdhulp", "procent", "GM0103", YEAR, 12.0)
    one.people("GM0103", YEAR, 900)
    one.young("GM0104", YEAR, 100, 1000)
    one.cells[-1]["value"] = 10.1
    one.put("uitgaven", "euro", "GM0101", YEAR, 1234.5)
    one.put("anders", "personen", "GM0101", YEAR, 44)
    answers = one.compared()
    status = {code: answers.share(code)["interval_status"] for code in ("GM0101", "GM0102", "GM0103", "GM0104")}
    assert status == {"GM0101": "no_base", "GM0102": "no_count", "GM0103": "given", "GM0104": "not_exact"}
    # 12.0 % of 900 can only be 108; of 5000 it can be 598 to 602.
    assert answers.share("GM0103")["count"] == 108
    assert answers("uitgaven", "euro", "GM0101", YEAR)["interval_status"] == "amount"
    assert answers("anders", "personen", "GM0101", YEAR)["interval_status"] == "derived"
    for code in ("GM0101", "GM0102", "GM0104"):
        row = answers.share(code)
        assert (row["method"], row["low_95"], row["high_998"], row["count"]) == ("none", None, None, None)
        assert row["trend_status"] == row["region_status"] == row["peers_status"] == "no_interval"


@pytest.mark.parametrize(
    ("share", "base", "count"), [(10.0, 999, 100), (10.0, 1000, 100), (10.0, 1010, 101), (0.1, 2000, None)]
)
def test_the_only_possible_count(share, base, count) -> None:
    # Half up: 10.0 % of 1,000 is 99.5 or more and less than 100.5.
    one = Figures()
    one.put("jeugdhulp", "procent", "GM0101", YEAR, share)
    one.people("GM0101", YEAR, base)
    row = one.compared().share("GM0101")
    assert (row["count"], row["interval_status"]) == (count, "given" if count else "no_count")


def test_hidden_cells_are_not_there() -> None:
    one = figures()
    one.young("GM0105", YEAR, None, 300)
    answers = one.compared()
    assert {row["area"] for row in answers.rows} == {"JZ99", "GM0101"}


def test_unprotected_cells_are_refused() -> None:
    one = figures()
    more = one.published.append_column("numerator", one.published["value"])
    with pytest.raises(ValueError, match="only published cells"):
        index_of(more)
