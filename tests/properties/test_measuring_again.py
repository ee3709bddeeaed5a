"""After any change in what was delivered, counting the changed years alone gives what counting everything gives."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.regions import region_of
from tests.support.upheavals import troubled_regions

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import model_tables
from graadmeter.measure.renewal.prints import prints
from graadmeter.measure.renewal.run import measure_again, measured_again
from graadmeter.measure.run import measure
from graadmeter.store.measured import read_measured, write_measured

CHOSEN = {
    name: indicators()[name]
    for name in (
        "cohortuitstroom",
        "geen_nieuwe_start",
        "grootste_aanbieders",
        "kwetsbare_inwoners",
        "uitgaven_verklaard",
        "zelfstandig_wonend",
    )
}
"""One of every way in which figures look beyond their own rows."""


def counted(tables, region, warehouse):
    """What had to be counted, when what is kept then is what counting everything comes to."""
    with DuckDBEngine(threads=1) as engine:
        for name, table in tables.items():
            engine.register(name, table)
        found = prints(engine, CHOSEN, region, keys=None, made_by="proef")
        _, known = read_measured(warehouse)
        parts = list(measure_again(engine, CHOSEN, region, edition="nu", known=known, prints=found))
        whole = measure(engine, CHOSEN, region, edition="nu")
    write_measured(warehouse, [(part.indicator, part.cells) for part in parts], found)
    kept, _ = read_measured(warehouse)
    assert pa.concat_tables(measured_again(kept, CHOSEN, region, edition="nu")).equals(whole)
    return parts


@st.composite
def two_deliveries(draw):
    """Rows as they are now, and as they were: some were not there, some said something else, a quarter was open."""
    first, last, rows = draw(troubled_regions())
    before = {}
    for table, own in rows.items():
        there = draw(st.lists(st.sampled_from((True, True, True, False)), min_size=len(own), max_size=len(own)))
        before[table] = (
            own if table in {"persoon", "bevolking"} else [row for row, kept in zip(own, there, strict=True) if kept]
        )
    running = draw(st.booleans())
    before["traject"] = [{**row, "einde": None} if running else row for row in before["traject"]]
    return first, last, rows, before, draw(st.booleans())


@settings(max_examples=max(1, settings.default.max_examples // 10))
@given(case=two_deliveries())
def test_renewed_cells_are_those_of_a_full_count(case) -> None:
    first, last, rows, before, is_later = case
    region = region_of(first, last)
    earlier_region = replace(region, last_quarter=max(region.first_quarter, region.last_quarter - is_later))
    with TemporaryDirectory() as folder:
        counted(model_tables(before), earlier_region, Path(folder))
        counted(model_tables(rows), region, Path(folder))
        assert not counted(model_tables(rows), region, Path(folder))
