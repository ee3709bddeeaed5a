"""Measuring for a release: what did not change since the last measurement is taken from the warehouse."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa

from graadmeter.domain.indicators import Indicator
from graadmeter.domain.region import Region
from graadmeter.engine.port import Engine
from graadmeter.measure.renewal.prints import prints
from graadmeter.measure.renewal.run import measure_again, measured_again
from graadmeter.standardise.model import names_of
from graadmeter.store.measured import read_measured, write_measured


def measure_kept(
    counting: Engine,
    own: Engine,
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
    found = prints(own, indicators, region, keys=names_of(own), made_by=made_by)
    earlier, renewed = read_measured(warehouse), []
    cells = measure_again(counting, indicators, region, edition=edition, earlier=earlier, prints=found)

    def kept() -> Iterator[tuple[str, pa.Table]]:
        for one in cells:
            renewed.append(one)
            yield one.indicator, one.complete

    write_measured(warehouse, kept(), found)
    return measured_again(renewed, indicators)
