"""Days and working days between two dates, by rule and on the engine."""

from datetime import date, timedelta

import pyarrow as pa
import pytest

from graadmeter.domain.day_counts import DayCount, column_of, day_count, days_between
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.dates import days_of, quarter_of
from graadmeter.measure.portable import render
from graadmeter.measure.syntax import col, select

FRIDAY = date(2021, 1, 8)


@pytest.mark.parametrize(
    ("end", "days", "workdays"),
    [
        (FRIDAY, 0, 0),
        (date(2021, 1, 9), 1, 0),
        (date(2021, 1, 10), 2, 0),
        (date(2021, 1, 11), 3, 1),
        (date(2021, 1, 15), 7, 5),
        (date(2021, 1, 16), 8, 5),
        (date(2021, 1, 18), 10, 6),
        (date(2021, 1, 7), -1, -1),
        (date(2021, 1, 3), -5, -5),
        (None, None, None),
    ],
)
def test_days_from_a_friday(end, days, workdays) -> None:
    assert days_between(DayCount.DAYS, FRIDAY, end) == days
    assert days_between(DayCount.WORKDAYS, FRIDAY, end) == workdays


def test_the_engine_counts_days_as_the_rule_does() -> None:
    starts = [date(1999, 12, 27) + timedelta(days=number % 9) for number in range(63)]
    ends = [start + timedelta(days=number - 20) for number, start in enumerate(starts)]
    columns = {count.value: days_of(count, col("a"), col("b")) for count in DayCount} | {"kw": quarter_of(col("b"))}
    with DuckDBEngine(threads=1) as engine:
        engine.register("t", pa.table({"a": [*starts, None], "b": [*ends, FRIDAY]}))
        found = engine.query(render(select(columns, "t"), "duckdb")).to_pydict()
    for count in DayCount:
        assert found[count.value] == [*(days_between(count, *pair) for pair in zip(starts, ends, strict=True)), None]
    assert found["kw"] == [end.year * 4 + (end.month - 1) // 3 for end in (*ends, FRIDAY)]


def test_the_name_of_a_column_says_what_it_counts() -> None:
    name = column_of(DayCount.WORKDAYS, "datum_melding", "datum_besluit")
    assert day_count(name) == (DayCount.WORKDAYS, "datum_melding", "datum_besluit")
    assert day_count("kw_begin") is None
    assert day_count("dagen__begin") is None
