"""What methods make of answers: each from a few rows, the figures worked out beside them."""

import numpy as np
import pyarrow as pa
import pytest

from graadmeter.catalogue.price_indexes import PriceIndex
from graadmeter.domain.day_counts import MONDAY
from graadmeter.domain.indicators import Count, Measure, Moment, Unit
from graadmeter.domain.periods import PeriodType, parse_period
from graadmeter.domain.text import Text
from graadmeter.measure.example import example_areas
from graadmeter.measure.methods import fixed_prices
from graadmeter.measure.methods.causes import CAUSES
from graadmeter.measure.methods.concentration import CONCENTRATION
from graadmeter.measure.methods.fixed_prices import FIXED_PRICES
from graadmeter.measure.methods.interface import Method, Outcome, Part
from graadmeter.measure.methods.staying import STAYING
from graadmeter.measure.methods.steps import STEPS
from graadmeter.measure.methods.together import TOGETHER
from graadmeter.measure.methods.waits import WAITS
from graadmeter.measure.places import Places
from graadmeter.statistics.bennet import PARTS, Use, bennet

REGION, TOWN, OTHER = "JZ99", "GM0141", "GM0153"
PLACES = Places(example_areas((TOWN, OTHER), (), parse_period("2024KW01").first, parse_period("2025KW04").first))
CODES = [period.code for period in PLACES.periods]
CARE = Count(Unit.TRAJECTORIES, "traject")
MONEY = Count(Unit.EURO, "declaratieregel", moment=Moment.PAID)
WAIT = Count(Unit.NUMBER, "wachttijd", moment=Moment.BETWEEN, start="aanmelddatum", ends=("startdatum", "afgemeld"))


def table(names: str, *rows: tuple) -> pa.Table:
    return pa.table(dict(zip(names.split(), map(list, zip(*rows, strict=True)), strict=True)))


def outcome(method: Method, measure: Measure, *answers: pa.Table, member: str = "", types=tuple(PeriodType)) -> Outcome:
    part = Part(measure, "", member, types)
    return method.figures(part, dict(zip(method.asks(part), answers, strict=True)), PLACES)


def told(found: Outcome, area: str, code: str) -> tuple[float, float, float]:
    at = PLACES.index[area], CODES.index(code)
    return found.value[at], found.base[at], found.persons[at]


def quarter(code: str) -> int:
    return CODES.index(code)


def test_who_stayed_and_the_fewer_of_both_groups() -> None:
    masks = [(TOWN, 0b0001, 3), (TOWN, 0b0101, 4), (TOWN, 0b0111, 1), (REGION, 0b0101, 2)]
    found = outcome(STAYING, Measure(Unit.PERCENT, CARE), table("area a n", *masks), member="02")
    assert told(found, TOWN, "2024KW03") == (62.5, 8, 3)
    assert told(found, TOWN, "2024KW04") == (0, 1, 1)
    assert told(found, TOWN, "2025KW01") == (0, 5, 5)
    assert told(found, REGION, "2024KW03") == (100, 2, 2)
    for area, code in ((TOWN, "2024KW02"), (TOWN, "2024JJ00"), (TOWN, "2024HJ02"), (OTHER, "2024KW03")):
        value, base, persons = told(found, area, code)
        assert (np.isnan(value), base, persons) == (True, 0, 0), code


def test_what_is_used_together_beside_what_chance_would_give() -> None:
    pairs = [(TOWN, "02", "11", 0, 3), (TOWN, "02", "12", 0, 9), (TOWN, "01", "11", 0, 8), (REGION, "02", "11", 8, 1)]
    kinds = [(TOWN, "11", 0, 4), (TOWN, "02", 0, 6), (TOWN, "12", 0, 50), (TOWN, "02", 1, 5), (REGION, "11", 8, 1)]
    answers = (
        table("area een ander periode n", *pairs),
        table("area soortvoorziening periode n", *kinds, (REGION, "02", 8, 1)),
        table("area periode n", (TOWN, 0, 20), (TOWN, 1, 5), (REGION, 8, 8)),
    )
    pair = "jeugdhulp-11+jeugdhulp-02"
    lift = outcome(TOGETHER, Measure(Unit.RATIO, CARE), *answers, member=pair)
    assert told(lift, TOWN, "2024KW01") == (2.5, 24, 3)
    assert told(lift, REGION, "2024HJ01") == (8, 1, 1)
    assert np.isnan(told(lift, TOWN, "2024KW02")[0])
    share = outcome(TOGETHER, Measure(Unit.PERCENT, CARE, options={"maat": "aandeel"}), *answers, member=pair)
    assert told(share, TOWN, "2024KW01") == (75, 4, 3)
    assert told(share, REGION, "2024HJ01") == (100, 1, 1)
    assert np.isnan(told(share, TOWN, "2024KW02")[0])


@pytest.mark.parametrize(("options", "values"), [({}, (4600, 5000)), ({"grootste": "2"}, (90, 100))])
def test_how_much_lies_with_the_largest(options, values) -> None:
    rows = [(TOWN, "A", 0, 60), (TOWN, "C", 0, 10), (TOWN, "B", 0, 30), (TOWN, None, 0, 100), ("GM9999", "A", 0, 7)]
    answers = (
        table("area aanbieder periode n", *rows, (REGION, "A", 9, 1), (REGION, "B", 9, 1)),
        table("area periode n", (TOWN, 0, 42), (REGION, 9, 2)),
    )
    measure = Measure(Unit.INDEX, CARE, options=options)
    found = outcome(CONCENTRATION, measure, *answers)
    assert told(found, TOWN, "2024KW01") == (values[0], 100, 42)
    assert told(found, REGION, "2024HJ02") == (values[1], 2, 2)
    assert np.isnan(told(found, OTHER, "2024KW01")[0])
    assert told(found, OTHER, "2024KW01")[1:] == (0, 0)
    assert [ask.lane.count.of for ask in CONCENTRATION.asks(Part(measure))] == [Unit.TRAJECTORIES, Unit.PERSONS]


def test_amounts_in_the_prices_of_one_year(monkeypatch) -> None:
    index = PriceIndex("x", Text("x", "x"), {2024: 100.0, 2026: 125.0}, "", verified=True)
    monkeypatch.setattr(fixed_prices, "price_indexes", lambda: {"x": index})
    rows = [(TOWN, 0, 12_345), (TOWN, 4, 99)], [(TOWN, 0, 7)], [(TOWN, 0, 2)]
    measure = Measure(Unit.EURO, MONEY, options={"index": "x", "jaar": "2026"})
    found = outcome(FIXED_PRICES, measure, *(table("area periode n", *some) for some in rows))
    assert told(found, TOWN, "2024KW01") == (154.31, 7, 7)
    assert found.providers[PLACES.index[TOWN], 0] == 2
    assert told(found, OTHER, "2024KW01") == (0, 0, 0)
    assert np.isnan(told(found, TOWN, "2025KW01")[0])


def _causes(member: str, types: tuple[PeriodType, ...]) -> Outcome:
    """Product A goes on, B ends, C begins, D is paid without units; the other town has one client before."""
    rows = [
        (TOWN, "A", "2024JJ00", 100_000, 100, 10), (TOWN, "A", "2025JJ00", 145_233, 132, 12),
        (TOWN, "B", "2024JJ00", 5_050, 10, 7), (TOWN, "C", "2025JJ00", 7_777, 10, 3),
        (TOWN, "D", "2024JJ00", 300, 0, 1), (TOWN, "D", "2025JJ00", 450, 0, 1),
        (OTHER, "A", "2025JJ00", 500, 5, 5), (OTHER, "Z", "2024JJ00", 800, 1, 1),
        (REGION, "A", "2024KW02", 900, 3, 3), (REGION, "A", "2025KW02", 700, 2, 2),
        (REGION, "A", "2024KW03", 999, 3, 3),
    ]  # fmt: skip
    products = [
        table("area productcode periode n", *((*row[:2], quarter(row[2]), row[place]) for row in rows))
        for place in (3, 4, 5)
    ]
    persons = [(TOWN, "2024JJ00", 15), (TOWN, "2025JJ00", 13), (OTHER, "2024JJ00", 1), (OTHER, "2025JJ00", 5)]
    persons += [(REGION, "2024KW02", 3), (REGION, "2025KW02", 2), (REGION, "2024KW03", 3)]
    providers = [(TOWN, "2024JJ00", 4), (TOWN, "2025JJ00", 6), (REGION, "2024KW02", 1), (REGION, "2025KW02", 1)]
    whole = [
        table("area periode n", *((area, quarter(code), n) for area, code, n in some)) for some in (persons, providers)
    ]
    return outcome(CAUSES, Measure(Unit.EURO, MONEY), *products, *whole, member=member, types=types)


def test_every_cause_is_what_the_split_of_each_product_comes_to() -> None:
    before = {"A": Use(10, 100, 1000), "B": Use(7, 10, 50.5), "D": Use(1, 0, 3)}
    after = {"A": Use(12, 132, 1452.33), "C": Use(3, 10, 77.77), "D": Use(1, 0, 4.5)}
    split = bennet(before, after, clients=(15, 13)).values()
    price = next(iter(bennet({"A": Use(3, 3, 9)}, {"A": Use(2, 2, 7)}, clients=(3, 2)).values()))
    for cause in PARTS:
        found = _causes(cause, tuple(PeriodType))
        assert told(found, TOWN, "2025JJ00") == (round(sum(parts[cause] for parts in split), 2), 13, 13)
        assert told(found, REGION, "2025KW02") == (round(price[cause], 2), 2, 2)
        assert found.providers[PLACES.index[TOWN], quarter("2025JJ00")] == 4
        other = {"nieuw": 5, "beeindigd": -8}.get(cause, 0)
        assert told(found, OTHER, "2025JJ00") == (other, 1, 1)
        for area, code in ((OTHER, "2024JJ00"), (TOWN, "2024JJ00"), (REGION, "2025KW03"), (TOWN, "2025KW01")):
            assert np.isnan(told(found, area, code)[0]), (area, code)
    assert told(_causes("nieuw", (PeriodType.YEAR,)), REGION, "2025KW02")[1] == 0


def day(code: str, later: int) -> int:
    """A day so many days after the first of a period."""
    return (parse_period(code).first_day - MONDAY).days + later


def waits(*rows: tuple) -> pa.Table:
    """Rows area, first day, started after so many days, withdrawn after so many (None: not), how many."""
    found = [
        (area, day(code, 0), None if start is None else day(code, start), None if gone is None else day(code, gone), n)
        for area, code, start, gone, n in rows
    ]
    return table("area dag__aanmelddatum dag__startdatum dag__afgemeld n", *found)


WAITED = waits(
    (TOWN, "2024KW01", 50, None, 10), (TOWN, "2024KW04", 5, None, 1), ("GM9999", "2024KW01", 1, None, 30),
    (REGION, "2024KW01", 10, None, 1), (REGION, "2024KW01", 20, None, 1), (REGION, "2024KW01", 28, None, 1),
    (REGION, "2024KW01", 29, None, 1), (REGION, "2024KW01", None, 25, 1), (OTHER, "2025KW04", None, 80, 3),
    (OTHER, "2024KW02", 1, None, 1),
)  # fmt: skip


def delivered(*lacking: tuple[str, str]) -> pa.Table:
    """Both towns delivered every quarter but these."""
    region = PLACES.region
    every = ((town, at) for town in (TOWN, OTHER) for at in range(region.first_quarter, region.last_quarter + 1))
    without = {(town, parse_period(code).first) for town, code in lacking}
    return table("area kwartaal", *(one for one in every if one not in without), ("GM9999", region.first_quarter))


def test_waits_of_a_year_together_where_few_have_ended() -> None:
    found = outcome(WAITS, Measure(Unit.DAYS, WAIT, options={"maat": "p90"}), WAITED, delivered())
    expected = {
        "2024KW01": (50, 10), "2024KW02": (50, 10), "2024KW03": (50, 10), "2024KW04": (50, 11), "2025KW01": (5, 1),
        "2025KW03": (5, 1), "2024HJ01": (50, 10), "2024HJ02": (50, 11), "2025HJ01": (5, 1), "2024JJ00": (50, 11),
    }  # fmt: skip
    for code, (value, base) in expected.items():
        assert told(found, TOWN, code) == (value, base, base), code
    for code in ("2025KW04", "2025HJ02", "2025JJ00"):
        assert (np.isnan(told(found, TOWN, code)[0]), told(found, TOWN, code)[1]) == (True, 0), code
    value, base, _ = told(found, OTHER, "2025KW04")
    assert (np.isnan(value), base) == (True, 3)


def test_waits_are_not_taken_together_over_a_quarter_that_was_not_delivered() -> None:
    lacking = delivered((TOWN, "2024KW03"), (OTHER, "2024KW01"))
    found = outcome(WAITS, Measure(Unit.DAYS, WAIT, options={"maat": "p90"}), WAITED, lacking)
    expected = {"2024KW02": (50, 10), "2024KW03": (50, 10), "2024KW04": (5, 1), "2025KW01": (5, 1), "2025HJ01": (0, 0)}
    for code, (value, base) in expected.items():
        assert told(found, TOWN, code)[1] == base, code
        assert told(found, TOWN, code)[0] == value or not base, code
    assert told(found, REGION, "2024KW01")[1] == 5
    assert told(found, REGION, "2024KW02")[1] == 0, "one town lacks the quarter before"


@pytest.mark.parametrize(
    ("options", "value"),
    [
        ({}, 28),
        ({"maat": "binnen", "norm": "treeknorm_intake"}, 60),
        ({"maat": "binnen"}, 0),
        ({"maat": "p90"}, np.nan),
    ],
)
def test_waits_that_were_withdrawn_compete_with_help(options, value) -> None:
    answers = (WAITED, delivered()) if options.get("maat") == "p90" else (WAITED,)
    found = outcome(WAITS, Measure(Unit.DAYS, WAIT, options=options), *answers)
    assert told(found, REGION, "2024KW01")[:2] == pytest.approx((value, 5), nan_ok=True)
    assert told(found, TOWN, "2024KW02")[1] == (0 if options.get("maat") != "p90" else 10)
    if options == {"maat": "binnen"}:
        assert told(found, OTHER, "2024KW02") == (0, 1, 1)


def test_waits_of_which_nobody_withdraws_and_of_one_type_of_period() -> None:
    whole = Measure(Unit.DAYS, Count(Unit.NUMBER, "wachttijd", start="aanmelddatum", ends=("startdatum",)))
    own = WAITED.drop_columns(["dag__afgemeld"])
    found = outcome(WAITS, whole, own, types=(PeriodType.YEAR,))
    assert told(found, REGION, "2024JJ00") == (28, 5, 5)
    assert told(found, REGION, "2024KW01")[1] == 0


CASES = (
    (TOWN, 1, "melding", day("2024KW01", 0)), (TOWN, 1, "besluit", day("2024KW01", 10)),
    (TOWN, 2, "melding", day("2024KW01", 0)), (TOWN, 2, "besluit", day("2024KW01", 20)),
    (TOWN, 3, "melding", day("2024KW01", 0)), (TOWN, 3, "besluit", day("2024KW01", 30)),
    (TOWN, 4, "melding", day("2024KW02", 1)), (TOWN, 4, "gestopt", day("2024KW02", 2)),
    (TOWN, None, "melding", day("2024KW02", 1)), (REGION, 1, "melding", day("2024KW01", 0)),
    (REGION, 1, "besluit", day("2024KW01", 90)), ("GM9999", 1, "melding", day("2024KW01", 0)),
    (OTHER, 5, "melding", day("2025KW01", 0)), (OTHER, 5, "besluit", day("2025KW01", 1)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("options", "value"),
    [
        ({}, 20),
        ({"maat": "p90"}, 30),
        ({"maat": "binnen", "dagen": "20"}, 200 / 3),
        ({"maat": "binnen", "norm": "rvdk_wachttijd"}, 100 / 3),
        ({"maat": "binnen"}, 0),
    ],
)
def test_steps_of_cases(options, value) -> None:
    count = Count(Unit.NUMBER, "ketenstap", moment=Moment.ON, start="datum")
    measure = Measure(Unit.DAYS, count, options={"van": "melding", "naar": "besluit", "tot": "gestopt", **options})
    (ask,) = STEPS.asks(Part(measure))
    assert ask.by == ("zaak", "stap", "dag__datum")
    found = outcome(STEPS, measure, table("area zaak stap dag__datum n", *((*row, 1) for row in CASES)))
    assert told(found, TOWN, "2024KW01") == pytest.approx((value, 3, 3))
    assert told(found, TOWN, "2024KW02")[1] == 1
    assert told(found, REGION, "2024KW01")[1] == 1
    assert told(found, OTHER, "2024KW01")[1] == 0
    if options == {"maat": "binnen"}:
        assert told(found, OTHER, "2025KW01") == (0, 1, 1)
    if "maat" not in options:
        assert np.isnan(told(found, TOWN, "2024KW02")[0])
        assert told(found, REGION, "2024HJ01") == (90, 1, 1)
