"""What comes out of measuring: complete, sorted, always the same, and the engine as it was."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.cells import KEY_COLUMNS, MEASURED, TOTAL
from graadmeter.domain.errors import UsageError
from graadmeter.domain.slices import UNKNOWN
from graadmeter.domain.status import CellStatus
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_areas, example_region, model_tables
from graadmeter.measure.run import measure, measure_by_indicator

EXAMPLE = indicators()["stapeling"].example
CHOSEN = {name: indicators()[name] for name in ("dyslexie", "jeugdhulp", "stapeling", "uitgaven", "wmo_clienten")}
REGION = example_region(EXAMPLE)
TABLES = model_tables({name: rows for name, rows in EXAMPLE.rows.items() if name != "bevolking"})
"""Nobody delivered the inhabitants."""


class Recorder(DuckDBEngine):
    """Remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(threads=1)
        self.asked: list[str] = []

    def query(self, sql: str) -> pa.Table:
        self.asked.append(sql)
        return super().query(sql)


def measured(tables=TABLES, region=REGION, chosen=None, engine=None) -> pa.Table:
    engine = engine or DuckDBEngine(threads=1)
    for name, table in tables.items():
        engine.register(name, table)
    return measure(engine, chosen or CHOSEN, region, edition="2021KW04-proef")


@pytest.fixture(scope="module")
def cells() -> pa.Table:
    return measured()


def test_the_shape_is_that_of_measured_cells(cells) -> None:
    assert cells.schema.equals(schema_of(MEASURED))
    assert set(cells.column("edition").to_pylist()) == {"2021KW04-proef"}


def test_cells_are_sorted_by_their_key_and_each_is_there_once(cells) -> None:
    keys = list(zip(*(cells.column(name).to_pylist() for name in KEY_COLUMNS), strict=True))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_every_series_has_every_area_and_period(cells) -> None:
    rows = [row for row in cells.to_pylist() if row["indicator"] == "jeugdhulp" and row["unit"] == "personen"]
    totals = [row for row in rows if row["hulpvorm"] == row["geslacht"] == row["leeftijdsgroep"] == TOTAL]
    areas, periods = 1 + 1 + 2 + 1, 4 + 2 + 1
    assert len(totals) == areas * periods
    boys = [row for row in rows if row["geslacht"] == "m"]
    assert len(boys) == 2 * periods


def test_the_order_of_the_rows_changes_nothing(cells) -> None:
    shuffled = {
        name: table.take(pa.array(np.random.default_rng(3).permutation(len(table)))) for name, table in TABLES.items()
    }
    assert measured(shuffled).equals(cells)


def test_the_engine_is_left_as_it_was() -> None:
    engine = DuckDBEngine(threads=1)
    measured(engine=engine)
    left = engine.query("SELECT table_name AS n FROM information_schema.tables").column("n").to_pylist()
    assert sorted(left) == sorted(TABLES)


def test_the_engine_is_left_as_it_was_after_a_failure() -> None:
    engine = DuckDBEngine(threads=1)
    tables = {**TABLES, "traject": TABLES["traject"].drop_columns(["hulpvorm"])}
    with pytest.raises(Exception, match="hulpvorm"):
        measured(tables, engine=engine)
    left = engine.query("SELECT table_name AS n FROM information_schema.tables").column("n").to_pylist()
    assert sorted(left) == sorted(TABLES)


def test_provisional_are_the_last_two_quarters_and_what_contains_them(cells) -> None:
    provisional = {
        row["period"]
        for row in cells.to_pylist()
        if row["status"] == CellStatus.PROVISIONAL and row["unit"] == "personen"
    }
    assert provisional == {"2021KW03", "2021KW04", "2021HJ02", "2021JJ00"}


def test_zero_and_nothing_are_told_apart(cells) -> None:
    status = {
        (row["indicator"], row["area"], row["unit"]): row for row in cells.to_pylist() if row["period"] == "2021KW01"
    }
    assert status["dyslexie", "GM0141", "personen"]["status"] == CellStatus.ZERO
    undelivered = status["dyslexie", "GM0141", "procent"]
    assert (undelivered["status"], undelivered["value"], undelivered["denominator"]) == ("not_delivered", None, None)


def test_a_chosen_indicator_is_measured_alone_and_the_same(cells) -> None:
    alone = measured(chosen={"wmo_clienten": indicators()["wmo_clienten"]})
    same = cells.filter(pa.compute.equal(cells.column("indicator"), "wmo_clienten"))
    assert alone.equals(same.combine_chunks())


def test_rows_put_apart_and_compact_texts_give_the_same_cells(cells) -> None:
    with DuckDBEngine(threads=1) as engine:
        for name, table in TABLES.items():
            engine.register(name, table)
        options = {"edition": "2021KW04-proef", "complete": True}
        parts = list(measure_by_indicator(engine, CHOSEN, REGION, narrow=True, compact=True, **options))
        whole = list(measure_by_indicator(engine, CHOSEN, REGION, **options))
        plain = list(measure_by_indicator(engine, CHOSEN, REGION, edition="2021KW04-proef"))
    assert pa.concat_tables(plain).equals(cells)
    assert all(pa.types.is_dictionary(part.schema.field("area").type) for part in parts)
    assert pa.concat_tables(part.cast(cells.schema) for part in parts).equals(pa.concat_tables(whole))
    more = {tuple(row.values()) for part in whole for row in part.to_pylist()}
    shown = {tuple(row.values()) for row in cells.to_pylist()}
    assert shown < more
    absent = [dict(zip(cells.column_names, row, strict=True)) for row in more - shown]
    assert all(UNKNOWN in row.values() and not row["value"] for row in absent)


def test_more_quarters_than_a_bitmap_holds_are_refused() -> None:
    wide = replace(REGION, first_quarter=8000, last_quarter=8062)
    with pytest.raises(UsageError, match="63"):
        measured(region=wide)


def test_a_region_of_sixty_two_quarters_is_measured() -> None:
    wide = example_areas(("GM0141",), (), REGION.last_quarter - 61, REGION.last_quarter)
    found = measured(region=wide, chosen={"stapeling": indicators()["stapeling"]}).to_pylist()
    value = {row["period"]: row["value"] for row in found if row["wettengroep"] == "P" and row["area"] == "GM0141"}
    assert value["2020KW01"] == 1
    assert value["2021KW02"] == 1


def test_the_number_of_questions_does_not_grow_with_the_region() -> None:
    engine = Recorder()
    measured(engine=engine)
    assert len(engine.asked) < 20
