"""Rows that count by one rule are put apart where many things look at them; the cells stay the same."""

import random

from tests.support.odd_indicators import odd_indicators
from tests.unit.measure.test_same_figures import REGION, rows

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import model_tables
from graadmeter.measure.plan import plan
from graadmeter.measure.run import measure_planned
from graadmeter.measure.script import Script, script
from graadmeter.measure.tables import PRESENT

PLANNED = plan({**indicators(), **odd_indicators()}.values())


def made(texts: Script) -> set[str]:
    return {make.name for make in texts.makes if make.name.startswith(PRESENT)}


def test_shared_rows_give_the_same_cells() -> None:
    shared, apart = (script(PLANNED, REGION, "duckdb", share=share) for share in (True, False))
    assert PRESENT + "traject_active_0_17" in made(shared)
    assert not made(apart)
    with DuckDBEngine(threads=1) as engine:
        for name, table in model_tables(rows(random.Random(8))).items():  # noqa: S311 - no secret
            engine.register(name, table)
        one, other = (measure_planned(engine, PLANNED, texts, REGION, edition="nu") for texts in (shared, apart))
    assert one.num_rows > 1000
    assert one.equals(other)


def test_rows_that_few_look_at_are_not_put_apart() -> None:
    assert not made(script(plan([indicators()["dyslexie"]]), REGION, "duckdb"))
