"""The names of what a plan makes in the engine, and the two small tables that a region brings along."""

from dataclasses import dataclass

import pyarrow as pa
from sqlglot import exp

from graadmeter.domain.areas import Level, unknown_wijk
from graadmeter.domain.indicators import Moment
from graadmeter.domain.periods import Period, periods_between, quarter
from graadmeter.domain.region import Region

PREFIX = "gm_"
"""What the name of everything that measuring makes begins with."""

NARROWED = PREFIX + "sinds_"
"""What the name of a model table begins with when it holds only the rows that can count."""
GATHERED = PREFIX + "bijeen_"
"""What the name of a model table begins with whose rows that are alike but for their quarter are one."""
PRESENT = PREFIX + "telt_"
"""What the name of a table begins with that holds the rows that count by one rule, with their bitmap."""
BESIDE = {Moment.BESIDE: PREFIX + "naast_wet", Moment.BESIDE_RESIDENCE: PREFIX + "naast_verblijf"}
"""The trajectories that share a day with one of the person of the kind that the moment names: see `measure.beside`."""
PAIRED = PREFIX + "naast"
"""What follows for trajectories from another one of their person: see `measure.related`."""
PERIODS = PREFIX + "periode"
AREAS = PREFIX + "gebied"
WIJK_SPELLS = PREFIX + "wijkspel"
HOUSEHOLD_SPELLS = PREFIX + "huisspel"
HOUSEHOLD_WIJK_SPELLS = PREFIX + "huiswijk"


@dataclass(frozen=True, slots=True)
class Node:
    """One step of a plan: a table and the query that fills it."""

    name: str
    query: exp.Query


def periods_of(region: Region) -> tuple[Period, ...]:
    """Every quarter, whole half-year and whole year of the region that figures are asked for."""
    every = periods_between(region.first_quarter, region.last_quarter)
    return tuple(period for period in every if period.last >= region.counted_before)


def mask_of(period: Period, region: Region) -> int:
    """The bits of the period's quarters."""
    return sum(1 << (index - region.first_quarter) for index in period.quarters)


def period_table(region: Region) -> pa.Table:
    """One row per period: its number, type and bitmap, and those of its first and last quarter."""
    periods = periods_of(region)
    return pa.table(
        {
            "periode": pa.array(range(len(periods)), pa.int32()),
            "soort": pa.array([period.type.value for period in periods], pa.string()),
            "mask": pa.array([mask_of(period, region) for period in periods], pa.int64()),
            "eerste": pa.array([mask_of(quarter(period.first), region) for period in periods], pa.int64()),
            "laatste": pa.array([mask_of(quarter(period.last), region) for period in periods], pa.int64()),
        }
    )


def area_table(region: Region) -> pa.Table:
    """One row per municipality and known wijk: code, level and parent."""
    areas = [area for area in region.areas if area.level is not Level.REGION and area.code != unknown_wijk(area.parent)]
    return pa.table(
        {
            "code": pa.array([area.code for area in areas], pa.string()),
            "level": pa.array([area.level.value for area in areas], pa.string()),
            "parent": pa.array([area.parent for area in areas], pa.string()),
        }
    )
