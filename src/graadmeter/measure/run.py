"""Measures a region: runs the planned catalogue on an engine that knows the model tables, and returns all cells."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
from sqlglot import exp

from graadmeter.domain.errors import UsageError
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.region import Region
from graadmeter.domain.text import Text
from graadmeter.engine.port import Engine
from graadmeter.measure.cells import Ranked, cells_of
from graadmeter.measure.figures import (
    Array,
    Figures,
    area_numbers,
    claimed_figures,
    column,
    composition_figures,
    lane_figures,
    population_figures,
)
from graadmeter.measure.moments import MOST_QUARTERS
from graadmeter.measure.places import Places
from graadmeter.measure.plan import Lane, Plan, plan
from graadmeter.measure.portable import create, drop, render
from graadmeter.measure.program import Program, compile_plan
from graadmeter.measure.tables import AREAS, PERIODS, area_table, period_table


def measure(engine: Engine, indicators: Mapping[str, Indicator], region: Region, *, edition: str) -> pa.Table:
    """All cells of the indicators for the region, in the MEASURED shape of `domain.cells`, sorted by their key.

    `engine` must know the tables of `domain.model` by their names; it is left as it was found. Cells are complete:
    every series has a cell for each area and period, zeros included (of the largest providers only those that have
    persons). Raises UsageError when the region covers more than 62 quarters.
    """
    quarters = region.last_quarter - region.first_quarter + 1
    if not 0 < quarters <= MOST_QUARTERS:
        raise UsageError(
            Text(
                f"Een regio kan 1 tot {MOST_QUARTERS} kwartalen beslaan; hier staan er {quarters}.",
                f"A region can cover 1 to {MOST_QUARTERS} quarters; this one says {quarters}.",
            )
        )
    planned = plan(indicators.values())
    places = Places(region)
    program = compile_plan(planned, region)
    engine.register(PERIODS, period_table(region))
    engine.register(AREAS, area_table(region))
    try:
        for node in program.nodes:
            engine.run(create(node.name, node.query, engine.dialect))
        figures, ranked = _ask(engine, program, planned, places)
    finally:
        for node in reversed(program.nodes):
            engine.run(drop(node.name, engine.dialect))
        engine.unregister(PERIODS)
        engine.unregister(AREAS)
    return cells_of(planned, places, figures, ranked, edition)


def _ask(engine: Engine, program: Program, planned: Plan, places: Places) -> tuple[Figures, dict]:  # type: ignore[type-arg]
    def answer(query: exp.Query) -> pa.Table:
        return engine.query(render(query, engine.dialect))

    lanes: dict[Lane, Array] = lane_figures(planned, places, [answer(query) for query in program.sheets])
    for count, query in program.compositions.items():
        lanes |= composition_figures(count, places, answer(query))
    inhabitants: tuple[Array, ...] = ()
    if program.population is not None:
        inhabitants = population_figures(len(planned.inhabitants), places, answer(program.population))
    ranked = {ranking: _ranked(answer(query), places) for ranking, query in program.rankings.items()}
    return Figures(lanes, inhabitants, claimed_figures(places, answer(program.claimed))), ranked


def _ranked(answer: pa.Table, places: Places) -> Ranked:
    return Ranked(
        area_numbers(answer, places),
        column(answer, "periode"),
        np.asarray(answer.column("aanbieder").to_pylist(), dtype=object),
        column(answer, "n").astype(np.float64),
    )
