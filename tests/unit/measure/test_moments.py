"""Bitmaps of quarters, as an engine computes them, against plain sets of quarters."""

import pytest
from sqlglot import exp

from graadmeter.domain.indicators import AgeScope, Moment
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.moments import MOST_QUARTERS, Window, presence
from graadmeter.measure.portable import render
from graadmeter.measure.syntax import num

WINDOW = Window(8080, 8087)


def value(engine: DuckDBEngine, tree: exp.Expr, **columns: object) -> int | None:
    given = ", ".join(f"{_literal(item)} AS {name}" for name, item in columns.items()) or "1 AS x"
    return engine.query(f"SELECT {render(tree, 'duckdb')} AS v FROM (SELECT {given})").column("v")[0].as_py()


def _literal(item: object) -> str:
    if item is None:
        return "CAST(NULL AS INTEGER)"
    return f"'{item}'" if isinstance(item, str) else str(item).upper()


def bits(quarters: range | list[int], window: Window = WINDOW) -> int:
    return sum(1 << (quarter - window.first) for quarter in quarters if window.first <= quarter <= window.last)


@pytest.fixture(scope="module")
def engine():
    with DuckDBEngine(threads=1) as duckdb:
        yield duckdb


@pytest.mark.parametrize("start", [None, 8070, 8079, 8080, 8083, 8087, 8088])
@pytest.mark.parametrize("end", [None, 8079, 8080, 8084, 8087, 9000])
def test_a_span_covers_its_quarters_inside_the_window(engine, start, end) -> None:
    found = value(engine, presence(WINDOW, Moment.ACTIVE, AgeScope.MINOR), jeugd_van=start, jeugd_tot=end)
    expected = [] if start is None else range(start, (9999 if end is None else end) + 1)
    assert (found or 0) == bits(list(expected))
    assert found is None or found > 0


def test_the_widest_window_fits_in_a_signed_word(engine) -> None:
    widest = Window(8000, 8000 + MOST_QUARTERS - 1)
    tree = presence(widest, Moment.ACTIVE, AgeScope.ALL)
    assert value(engine, tree, kw_begin=1, kw_einde=None) == (1 << MOST_QUARTERS) - 1
    assert value(engine, tree, kw_begin=widest.last, kw_einde=None) == 1 << (MOST_QUARTERS - 1)


@pytest.mark.parametrize(
    ("moment", "age", "young", "counts"),
    [
        (Moment.BEGUN, AgeScope.MINOR, True, True),
        (Moment.BEGUN, AgeScope.MINOR, False, False),
        (Moment.BEGUN, AgeScope.ADULT, False, True),
        (Moment.BEGUN, AgeScope.ADULT, True, False),
        (Moment.BEGUN, AgeScope.ALL, True, True),
    ],
)
def test_a_begin_counts_once_and_at_the_right_age(engine, moment, age, young, counts) -> None:
    tree = presence(WINDOW, moment, age)
    assert (value(engine, tree, kw_begin=8082, begin_jeugd=young) == bits([8082])) == counts
    assert value(engine, tree, kw_begin=8079, begin_jeugd=young) is None


def test_what_still_runs_has_not_ended(engine) -> None:
    tree = presence(WINDOW, Moment.ENDED, AgeScope.MINOR)
    assert value(engine, tree, kw_einde=None, einde_jeugd=False) is None
    assert value(engine, tree, kw_einde=8081, einde_jeugd=True) == bits([8081])
    assert value(engine, tree, kw_einde=8081, einde_jeugd=False) is None


@pytest.mark.parametrize(
    ("wet", "quarters"), [("jeugdwet", [8081]), ("wmo", [8082]), ("participatiewet", [8081, 8082])]
)
def test_each_law_has_its_own_days(engine, wet, quarters) -> None:
    tree = presence(WINDOW, Moment.ACTIVE, AgeScope.BY_LAW)
    columns = {"jeugd_van": 8081, "jeugd_tot": 8081, "volw_van": 8082, "volw_tot": 8082, "kw_begin": 8081}
    assert value(engine, tree, wet=wet, kw_einde=8082, **columns) == bits(quarters)


def test_years_cover_four_quarters_each(engine) -> None:
    assert value(engine, WINDOW.of_years(num(2020), num(2020))) == bits(range(8080, 8084))
    assert value(engine, WINDOW.of_years(None, num(2021))) == bits(range(8080, 8088))
    assert value(engine, WINDOW.of_years(num(2025), num(2026))) is None
