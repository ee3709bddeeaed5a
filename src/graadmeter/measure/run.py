"""Measures a region: runs the planned catalogue on an engine that knows the model tables, and returns all cells."""

from collections.abc import Iterator, Mapping

import pyarrow as pa

from graadmeter.domain.errors import UsageError
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.model import TRAJECT
from graadmeter.domain.region import Region
from graadmeter.domain.text import Text
from graadmeter.engine.port import Engine
from graadmeter.measure.cells import cells_by_indicator, cells_of
from graadmeter.measure.figures import Figures
from graadmeter.measure.filled import filled_tables, rows_in
from graadmeter.measure.moments import MOST_QUARTERS
from graadmeter.measure.places import Places
from graadmeter.measure.plan import Plan, plan
from graadmeter.measure.schedule import schedule
from graadmeter.measure.script import Script, script
from graadmeter.measure.tables import AREAS, PERIODS, area_table, period_table
from graadmeter.measure.taking import Taking

_MANY = 5_000_000
"""With more trajectories a table of those that count by one rule takes memory that the rest needs: 200 bytes each."""


def measure(engine: Engine, indicators: Mapping[str, Indicator], region: Region, *, edition: str) -> pa.Table:
    """All cells of the indicators for the region, in the MEASURED shape of `domain.cells`, sorted by their key.

    `engine` must know the model tables that are counted (`domain.sources`) by their names, and `levering`; it is left
    as it was found. Cells are complete:
    every series has a cell for each area and period, zeros included (of the largest providers only those that have
    persons). Raises UsageError when the region covers more than 62 quarters.
    """
    check_window(region)
    planned = plan(indicators.values())
    return measure_planned(engine, planned, _texts(engine, planned, region), region, edition=edition)


def measure_by_indicator(
    engine: Engine,
    indicators: Mapping[str, Indicator],
    region: Region,
    *,
    edition: str,
    complete: bool = False,
    narrow: bool = False,
    compact: bool = False,
) -> Iterator[pa.Table]:
    """As `measure`, the cells of one indicator after another: for a country, whose cells together are gigabytes.

    With `complete` also those of unknown members that do not occur. With `narrow` the rows that can count are first put
    apart: faster when the region's quarters are a small part of those that the tables tell of. With `compact` texts are
    dictionaries (`engine.arrow.compact_schema_of`), which are made and written in a fraction of the time.
    """
    check_window(region)
    planned = plan(indicators.values())
    figures = _counted(engine, planned, _texts(engine, planned, region, narrow=narrow), region)
    yield from cells_by_indicator(planned, figures, edition, complete=complete, compact=compact)


def measure_planned(engine: Engine, planned: Plan, texts: Script, region: Region, *, edition: str) -> pa.Table:
    """As `measure`, with a plan and its texts made before; these hold for any areas, but for one window and code."""
    return cells_of(planned, _counted(engine, planned, texts, region), edition)


def check_window(region: Region) -> None:
    """Raises UsageError when the region's quarters do not fit a bitmap."""
    quarters = region.last_quarter - region.first_quarter + 1
    if not 0 < quarters <= MOST_QUARTERS:
        raise UsageError(
            Text(
                f"Een regio kan 1 tot {MOST_QUARTERS} kwartalen beslaan; hier staan er {quarters}.",
                f"A region can cover 1 to {MOST_QUARTERS} quarters; this one says {quarters}.",
            )
        )


def _texts(engine: Engine, planned: Plan, region: Region, *, narrow: bool = False) -> Script:
    filled = filled_tables(engine, planned.tables)
    share = narrow or (TRAJECT.name in filled and rows_in(engine, TRAJECT.name) <= _MANY)
    return script(planned, region, engine.dialect, filled=filled, narrow=narrow, share=share)


def _counted(engine: Engine, planned: Plan, texts: Script, region: Region) -> Figures:
    taking, questions = Taking(planned, Places(region)), texts.questions
    engine.register(PERIODS, period_table(region))
    engine.register(AREAS, area_table(region))
    there: dict[str, None] = {}
    try:
        for step in schedule(texts.makes, questions):
            if step.make is not None:
                there[step.make.drop] = None
                engine.run(step.make.create)
            for question in step.asks:
                taking.ask(engine, question, questions[question])
            for drop in step.drops:
                engine.run(drop)
                del there[drop]
    finally:
        for drop in reversed(there):
            engine.run(drop)
        engine.unregister(PERIODS)
        engine.unregister(AREAS)
    return taking.figures()
