"""What is counted in a table without rows is not asked, and comes out as if it had been."""

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_region, model_tables
from graadmeter.measure.filled import filled_tables
from graadmeter.measure.plan import plan
from graadmeter.measure.run import measure, measure_planned
from graadmeter.measure.script import script

EXAMPLE = indicators()["uitgaven"].example
CHOSEN = {name: indicators()[name] for name in ("jeugdhulp", "uitgaven")}
REGION = example_region(EXAMPLE)
TABLES = model_tables(EXAMPLE.rows)


def test_cells_of_an_empty_table_are_those_of_asking_it() -> None:
    tables = {**TABLES, "declaratieregel": TABLES["declaratieregel"].slice(0, 0)}
    planned = plan(CHOSEN.values())
    with DuckDBEngine(threads=1) as engine:
        for name, table in tables.items():
            engine.register(name, table)
        filled = filled_tables(engine, planned.tables)
        assert filled == {name for name in planned.tables if tables[name].num_rows}
        assert "declaratieregel" in planned.tables
        assert "declaratieregel" not in filled
        whole = script(planned, REGION, "duckdb")
        assert len(script(planned, REGION, "duckdb", filled=filled).sheets) < len(whole.sheets)
        asked = measure_planned(engine, planned, whole, REGION, edition="proef")
        assert measure(engine, CHOSEN, REGION, edition="proef").equals(asked)
        assert filled_tables(engine, ()) == frozenset()
