"""Totals per key equal those added up by hand, for whole numbers and days, with values missing."""

from datetime import date

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from graadmeter.check.neighbours.grouping import counting_one, per_key, signs

values = st.one_of(st.none(), st.integers(-5, 5))
rows = st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 3)), values), max_size=15)


@given(rows=rows)
def test_sum_min_and_max(rows) -> None:
    table = pa.table(
        {"k": pa.array([key for key, _ in rows], pa.int64()), "v": pa.array([v for _, v in rows], pa.int64())}
    )
    made = per_key(table, ["k"], [("v", "sum", "som"), ("v", "min", "laagste"), ("v", "max", "hoogste")])
    found = {row["k"]: (row["som"], row["laagste"], row["hoogste"]) for row in made.to_pylist()}
    expected = {}
    for key in {key for key, _ in rows} - {None}:
        known = [value for other, value in rows if other == key and value is not None]
        expected[key] = (sum(known), min(known, default=None), max(known, default=None))
    assert found == expected


def test_days_stay_days() -> None:
    table = pa.table({"k": ["a", "a", "b"], "d": pa.array([date(2025, 1, 2), date(2025, 1, 1), None], pa.date32())})
    made = per_key(table, ["k"], [("d", "min", "eerste"), ("d", "max", "laatste")]).to_pylist()
    assert made == [
        {"k": "a", "eerste": date(2025, 1, 1), "laatste": date(2025, 1, 2)},
        {"k": "b", "eerste": None, "laatste": None},
    ]


def test_no_rows_are_no_groups() -> None:
    table = pa.table({"k": pa.array([], pa.string()), "d": pa.array([], pa.date32())})
    made = per_key(counting_one(table), ["k"], [("een", "sum", "n"), ("d", "max", "d")])
    assert made.num_rows == 0
    assert made.schema.field("d").type == pa.date32()


def test_signs() -> None:
    assert signs(pa.chunked_array([["C", "D", None]]), "C").to_pylist() == [-1, 1, 1]
