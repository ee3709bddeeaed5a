"""Half a year after a day is the same day for the plain engine and for the fast one, at the ends of months too."""

from datetime import date, timedelta

from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.reference.related import half_year_later


def test_every_day_of_two_years() -> None:
    days = [date(2023, 1, 1) + timedelta(days=number) for number in range(731)]
    with DuckDBEngine(threads=1) as engine:
        rows = " UNION ALL ".join(f"SELECT DATE '{day}' AS d" for day in days)
        found = engine.query(f"SELECT d, CAST(d + INTERVAL '6' MONTH AS DATE) AS later FROM ({rows}) ORDER BY d")
    assert found["later"].to_pylist() == [half_year_later(day) for day in days]
    assert half_year_later(date(2023, 8, 31)) == date(2024, 2, 29)
