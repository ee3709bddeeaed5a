"""Measuring for a release: what did not change since the last measurement is taken from the warehouse."""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from graadmeter.domain.cells import MEASURED
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.model import TRAJECT
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.engine.port import Engine
from graadmeter.measure.filled import rows_in
from graadmeter.measure.renewal.prints import prints
from graadmeter.measure.renewal.run import measure_again, measured_again
from graadmeter.standardise.model import names_of
from graadmeter.store.measured import read_measured, write_measured


def measure_kept(
    counting: Engine,
    own: DuckDBEngine,
    indicators: Mapping[str, Indicator],
    region: Region,
    *,
    edition: str,
    made_by: str,
    warehouse: Path,
) -> pa.Table:
    """As `measure.run.measure`, on `counting`; `own` made the model and still knows the names behind its numbers.

    `made_by` tells the software and the catalogue: when these change, everything is counted again.
    """
    own.suit(rows_in(own, TRAJECT.name))
    found = prints(own, indicators, region, keys=names_of(own), made_by=made_by)
    _, known = read_measured(warehouse)
    renewed = measure_again(counting, indicators, region, edition=edition, known=known, prints=found)
    write_measured(warehouse, ((one.indicator, one.cells) for one in renewed), found)
    cells_of, _ = read_measured(warehouse)
    parts = measured_again(cells_of, indicators, region, edition=edition)
    return pa.concat_tables([schema_of(MEASURED).empty_table(), *parts])
