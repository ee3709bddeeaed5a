"""Counts who comes and who goes from one counting rule to another, for a release; nothing here is protected yet."""

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa

from graadmeter.domain.areas import Level
from graadmeter.domain.counting_rules import last_in
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.region import Region
from graadmeter.domain.rule_figures import RULE_COUNTS
from graadmeter.domain.rule_paths import RulePath
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.port import Engine
from graadmeter.measure.making import made
from graadmeter.measure.rules.flow_script import YEARS, FlowScript, Pair, flow_script, mask_in
from graadmeter.measure.rules.run import young_people
from graadmeter.measure.run import check_window
from graadmeter.measure.tables import AREAS, area_table, mask_of

Young = Mapping[tuple[str, int, int], int]
Flows = Mapping[tuple[Pair, str, int], tuple[int, int, int]]


def count_flows(engine: Engine, ways: Mapping[int, Sequence[RulePath]], region: Region) -> pa.Table:
    """RULE_COUNTS of the region and its municipalities on the ways of each whole year, zeros included, by its key.

    `engine` must know `regeltraject`, `regeladres` and `bevolking`; it is left as it was found. Raises UsageError when
    the region covers more than 62 quarters.
    """
    every = tuple(dict.fromkeys(way for some in ways.values() for way in some))
    if not every:
        return schema_of(RULE_COUNTS).empty_table()
    check_window(region)
    flows, young = _counted(engine, flow_script(every, region, engine.dialect), sorted(ways), region)
    areas = sorted([region.code, *(area.code for area in region.of_level(Level.MUNICIPALITY))])
    rows = [
        row
        for area in areas
        for year in sorted(ways)
        for way in ways[year]
        for row in _rows(way, area, year, flows, young)
    ]
    return pa.Table.from_pylist(rows, schema=schema_of(RULE_COUNTS))


def _counted(engine: Engine, texts: FlowScript, years: Sequence[int], region: Region) -> tuple[Flows, Young]:
    with made(engine, {AREAS: area_table(region), YEARS: _year_table(years, region)}, texts.makes):
        found, young = engine.query(texts.flows), engine.query(texts.inhabitants)
    flows = {
        (texts.pairs[row["stap"]], row["area"], row["jaar"]): (row["figuur"], row["erbij"], row["eraf"])
        for row in found.to_pylist()
    }
    return flows, young_people(region, young)


def _year_table(years: Sequence[int], region: Region) -> pa.Table:
    masks = {
        mask_in(kind): pa.array([mask_of(last_in(kind, year), region) for year in years], pa.int64())
        for kind in PeriodType
    }
    return pa.table({"jaar": pa.array(years, pa.int32()), **masks})


def _rows(way: RulePath, area: str, year: int, flows: Flows, young: Young) -> Iterator[dict[str, object]]:
    """The beginning of a way, and then its steps."""
    begin = ("", way.start.switches, way.start.switches)
    for place, (cause, before, after) in enumerate(
        [begin, *((step.cause.value, step.before, step.after) for step in way.steps)]
    ):
        figure, entered, left = flows.get(((before, after), area, year), (0, 0, 0))
        yield {
            "area": area,
            "year": year,
            "start": way.start.id,
            "end": way.end.id,
            "place": place,
            "cause": cause,
            "period": after.period_in(year).code,
            "inhabitants": sum(young.get((area, year, age), 0) for age in range(after.age.oldest + 1)),
            "figure": figure,
            "entered": entered,
            "left": left,
        }
