"""Youth help under any counting rule, once more in plain loops: what `measure.rules` must agree with."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa

from graadmeter.domain.areas import Level
from graadmeter.domain.counting_rules import AgeRange, AreaRule, Financing, Switches
from graadmeter.domain.indicators import Unit
from graadmeter.domain.region import Region

Row = Mapping[str, Any]


def count_plainly(
    tables: Mapping[str, pa.Table], switches: Switches, region: Region, years: Iterable[int]
) -> dict[tuple[Unit, str, int], int]:
    """(unit, area, year) -> count under these switches; the region and all its municipalities, zeros included."""
    found = {}
    for year in years:
        for (unit, area), those in counted_plainly(tables, switches, region, year).items():
            found[unit, area, year] = len(those)
    return found


def counted_plainly(
    tables: Mapping[str, pa.Table], switches: Switches, region: Region, year: int
) -> dict[tuple[Unit, str], set[int]]:
    """(unit, area) -> who or what counts under these switches in a year."""
    addresses = {
        (row["persoon"], row["gemeente"], row["kwartaal"]): row["woongemeente"]
        for row in tables["regeladres"].to_pylist()
    }
    towns = [area.code for area in region.of_level(Level.MUNICIPALITY)]
    things: dict[tuple[Unit, str], set[int]] = {
        (unit, area): set() for unit in (Unit.PERSONS, Unit.TRAJECTORIES) for area in (region.code, *towns)
    }
    for row in tables["regeltraject"].to_pylist():
        for town in _towns(row, switches, year, addresses):
            for area in (town, region.code) if town in towns else ():
                things[Unit.PERSONS, area].add(row["persoon"])
                things[Unit.TRAJECTORIES, area].add(row["regeltraject"])
    return things


def _towns(row: Row, switches: Switches, year: int, addresses: Mapping[tuple[int, str, int], str]) -> Iterator[str]:
    """Where the row counts in the period that stands for the year, a municipality per quarter."""
    if not row["samen" if switches.merging else "los"]:
        return
    if switches.financing is Financing.IN_KIND and not row["in_natura"]:
        return
    start, end = ("jeugd_van", "jeugd_tot") if switches.age is AgeRange.MINOR else ("jong_van", "jong_tot")
    if row[start] is None:
        return
    closed = row["kw_gesloten"] if switches.closing else None
    last = row[end] if closed is None else min(row[end], closed)
    for quarter in switches.period_in(year).quarters:
        if row[start] <= quarter <= last:
            key = (row["persoon"], row["gemeente"], quarter)
            here: str = row["gemeente"]
            yield addresses.get(key, here) if switches.area is AreaRule.ADDRESS else here
