"""Figures of others are put beside ours only when they were counted by the same rule."""

import pyarrow as pa
import pytest
from tests.support.comparing import TOWNS, Figures

from graadmeter.compare.run import Public
from graadmeter.domain.comparison import BENCHMARKS, VARIABLES
from graadmeter.engine.arrow import schema_of

ALIKE = {
    "indicator": "jeugdhulp",
    "unit": "procent",
    "scope": "nation",
    "area": "",
    "dimension": "",
    "member": "",
    "year": 2025,
    "period": "2025JJ00",
    "rule": "regiomonitor",
    "age": "0-17",
    "base_age": "0-17",
    "value": 12.4,
    "rounding": 0.0,
    "source": "Landelijke telling",
}


def answers(*rows):
    one = Figures()
    one.young("GM0101", "2025JJ00", 100, 1000)
    one.young("GM0101", "2025JJ00", 20, 1000, hulpvorm="02")
    one.young("GM0101", "2024JJ00", 100, 1000)
    one.young("GM0101", "2025KW01", 90, 1000)
    one.young("JZ99", "2025JJ00", 200, 2000)
    public = Public(benchmarks=pa.Table.from_pylist(list(rows), schema=schema_of(BENCHMARKS)))
    return one.compared(public=public)


def test_a_figure_that_was_counted_alike() -> None:
    found = answers(ALIKE, ALIKE | {"scope": "size_class", "area": "GM0101", "value": 9.9})
    row = found.share("GM0101")
    assert (row["nation_value"], row["nation_class"], row["nation_status"]) == (12.4, "lower", "given")
    assert (row["size_class_value"], row["size_class_class"]) == (9.9, "similar")
    assert (row["reference_source"], row["reference_year"]) == ("Landelijke telling", 2025)
    assert found.share("JZ99")["nation_status"] == "given"
    assert found.share("JZ99")["size_class_status"] == "other_level"
    assert found.share("GM0101", "2024JJ00")["nation_status"] == "other_vintage"
    assert found.share("GM0101", "2025KW01")["nation_status"] == "other_period"
    assert found.share("GM0101", "2025KW01")["reference_source"] is None
    assert found.share("GM0101", hulpvorm="02")["nation_status"] == "no_counterpart"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"rule": "cbs"}, "other_rule"),
        ({"age": "0-22"}, "other_age"),
        ({"base_age": "0-22"}, "other_age"),
        ({"period": "2025HJ02"}, "other_period"),
        ({"period": "2023JJ00", "year": 2023}, "other_vintage"),
        ({"year": 2022}, "other_vintage"),
        ({"dimension": "hulpvorm", "member": "02"}, "no_counterpart"),
        ({"indicator": "crisis"}, "no_counterpart"),
        ({"unit": "per_1000"}, "no_counterpart"),
        ({"rule": "cbs", "age": "0-22", "period": "2021JJ00"}, "other_rule"),
    ],
)
def test_any_other_figure_is_refused_with_its_reason(change, reason) -> None:
    row = answers(ALIKE | change).share("GM0101")
    assert (row["nation_status"], row["nation_value"], row["nation_class"]) == (reason, None, None)
    assert row["reference_source"] is None


def test_a_member_of_a_breakdown_and_each_period_have_figures_of_their_own() -> None:
    member = ALIKE | {"dimension": "hulpvorm", "member": "02", "value": 2.1}
    found = answers(member, ALIKE, ALIKE | {"period": "2025HJ02", "value": 3.0})
    assert found.share("GM0101", hulpvorm="02")["nation_value"] == 2.1
    assert found.share("GM0101")["nation_value"] == 12.4


def test_what_a_rounded_figure_may_be_is_on_the_side_of_no_difference() -> None:
    """100 of 1,000 lie outside the limits around 12.1 %, and inside those around 12.0 %; so at 8.2 and 8.3 %."""
    for value, outside in ((12.1, "lower"), (8.2, "higher")):
        exact, rounded = (answers(ALIKE | {"value": value, "rounding": most}).share("GM0101") for most in (0.0, 0.1))
        assert (exact["nation_class"], rounded["nation_class"]) == (outside, "similar")
        assert rounded["nation_value"] == value
    assert answers(ALIKE | {"value": 15.0, "rounding": 0.1}).share("GM0101")["nation_class"] == "much_lower"
    assert answers(ALIKE | {"value": 10.0, "rounding": 9.0}).share("GM0101")["nation_class"] == "similar"


def test_nothing_loaded_is_told_as_such() -> None:
    row = answers().share("GM0101")
    assert (row["nation_status"], row["size_class_status"]) == ("not_loaded", "not_loaded")
    other = answers(ALIKE | {"scope": "size_class", "area": "GM0102"}).share("GM0101")
    assert (other["nation_status"], other["size_class_status"]) == ("not_loaded", "not_loaded")


def test_the_source_of_the_nation_alone_is_told() -> None:
    row = answers(ALIKE).share("GM0101")
    assert (row["reference_source"], row["reference_year"]) == ("Landelijke telling", 2025)
    class_first = answers(ALIKE, ALIKE | {"scope": "size_class", "area": "GM0101", "source": "Klasse"}).share("GM0101")
    assert class_first["reference_source"] == "Klasse"


def test_one_that_fits_is_found_among_those_that_do_not() -> None:
    row = answers(ALIKE | {"rule": "cbs", "value": 1.0}, ALIKE | {"age": "0-22", "value": 2.0}, ALIKE).share("GM0101")
    assert (row["nation_value"], row["nation_status"]) == (12.4, "given")


def test_variables_of_others_decide_who_are_neighbours() -> None:
    rows = [
        {"area": code, "variable": name, "year": year, "value": value, "weight": weight, "source": "CBS"}
        for at, code in enumerate(TOWNS)
        for name, year, value, weight in (
            ("inkomen", 2021, float(at), 2.0),
            ("inkomen", 2020, float(-at * at), 2.0),
            ("ouderen", 2021, 0.0, 1.0),
        )
    ]
    rows.append({**rows[0], "variable": "half"})
    one = Figures()
    for at, code in enumerate(TOWNS):
        one.young(code, "2025JJ00", 100 + 10 * at, 1000)
    table = pa.Table.from_pylist(rows, schema=schema_of(VARIABLES))
    found = one.compared(public=Public(variables=table))
    told = [row for row in found.compared.neighbours.to_pylist() if row["area"] == "GM0109"]
    assert [row["neighbour"] for row in told if row["variable"] == "inkomen"] == list(TOWNS[7:2:-1])
    assert {row["variable"] for row in told} == {"inkomen", "ouderen"}
    assert [row["deciding"] for row in told if row["place"] == 1] == [1, 0]
    assert {row["year"] for row in told} == {2021}
    assert told[0]["source"] == "CBS"
    assert told[0]["distance"] == pytest.approx((2 / (60 / 9)) ** 0.5, abs=0.001)
    assert found.share("GM0109")["neighbours_value"] == 15.0
