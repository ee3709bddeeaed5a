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
    "year": 2025,
    "period_type": "jaar",
    "rule": "regiomonitor",
    "age": "0-17",
    "base_age": "0-17",
    "value": 12.4,
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
        ({"period_type": "halfjaar"}, "other_period"),
        ({"year": 2023}, "other_vintage"),
        ({"indicator": "crisis"}, "no_counterpart"),
        ({"unit": "per_1000"}, "no_counterpart"),
        ({"rule": "cbs", "age": "0-22", "year": 2021}, "other_rule"),
    ],
)
def test_any_other_figure_is_refused_with_its_reason(change, reason) -> None:
    row = answers(ALIKE | change).share("GM0101")
    assert (row["nation_status"], row["nation_value"], row["nation_class"]) == (reason, None, None)
    assert row["reference_source"] is None


def test_nothing_loaded_is_told_as_such() -> None:
    row = answers().share("GM0101")
    assert (row["nation_status"], row["size_class_status"]) == ("not_loaded", "not_loaded")
    other = answers(ALIKE | {"scope": "size_class", "area": "GM0102"}).share("GM0101")
    assert (other["nation_status"], other["size_class_status"]) == ("not_loaded", "other_vintage")


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
