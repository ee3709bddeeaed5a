"""Counts youth help under any set of rules on an engine that knows the model tables."""

from collections.abc import Iterable

import pyarrow as pa

from graadmeter.domain.areas import Level
from graadmeter.domain.counting_rules import Switches
from graadmeter.domain.indicators import Unit
from graadmeter.domain.region import Region
from graadmeter.engine.port import Engine
from graadmeter.measure.making import made
from graadmeter.measure.rules.figures import RuleFigures
from graadmeter.measure.rules.lanes import UNITS, RuleLane
from graadmeter.measure.rules.script import RuleScript, rule_script
from graadmeter.measure.run import check_window
from graadmeter.measure.tables import AREAS, PERIODS, area_table, period_table, periods_of


def count_rules(engine: Engine, wanted: Iterable[Switches], region: Region) -> RuleFigures:
    """The counts under all these switches, for the region and its municipalities, in every period.

    `engine` must know `regeltraject`, `regeladres` and `bevolking`; it is left as it was found. Raises UsageError when
    the region covers more than 62 quarters.
    """
    check_window(region)
    return count_scripted(engine, rule_script(wanted, region, engine.dialect), region)


def count_scripted(engine: Engine, texts: RuleScript, region: Region) -> RuleFigures:
    """As `count_rules`, with texts made before."""
    given = {PERIODS: period_table(region), AREAS: area_table(region)}
    with made(engine, given, texts.makes):
        figures, young = engine.query(texts.figures), engine.query(texts.inhabitants)
    return RuleFigures(_counted(texts.lanes, region, figures), young_people(region, young))


def _counted(lanes: tuple[RuleLane, ...], region: Region, rows: pa.Table) -> dict[tuple[Unit, RuleLane, str, str], int]:
    codes = [period.code for period in periods_of(region)]
    columns = (rows[name].to_pylist() for name in ("lane", "area", "periode", "n"))
    return {
        (UNITS[lane % len(UNITS)], lanes[lane // len(UNITS)], area, codes[period]): count
        for lane, area, period, count in zip(*columns, strict=True)
    }


def young_people(region: Region, rows: pa.Table) -> dict[tuple[str, int, int], int]:
    """(area, year, age) -> inhabitants, of the rows that `rules.program.inhabitants` gives; the region included."""
    towns = {area.code for area in region.of_level(Level.MUNICIPALITY)}
    found: dict[tuple[str, int, int], int] = {}
    for row in rows.to_pylist():
        for area in (row["gemeente"], region.code) if row["gemeente"] in towns else ():
            key = (area, row["jaar"], row["leeftijd"])
            found[key] = found.get(key, 0) + row["n"]
    return found
