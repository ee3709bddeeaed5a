"""Fingerprints of what the figures of each indicator and year follow from: equal prints, equal figures.

Rows are hashed as they are seen in the year: with the quarters of that year in which they are present, and only the
columns that some figure looks at. So a trajectory that ends now does not touch the years before. The hashes of rows are
added up: their order does not matter. DuckDB, our own engine, computes them, whichever engine counts.
"""

import hashlib
from collections.abc import Mapping

import pyarrow as pa

from graadmeter.domain.indicators import Indicator
from graadmeter.domain.periods import quarter
from graadmeter.domain.region import Region
from graadmeter.domain.sources import SOURCES
from graadmeter.engine.port import Engine
from graadmeter.measure.portable import create
from graadmeter.measure.related import related_nodes
from graadmeter.measure.renewal.bases import Rests, rests_of, united
from graadmeter.measure.renewal.sums import KEYS, dropped, named, sums
from graadmeter.measure.tables import AREAS, area_table

_YEAR = 4

Print = tuple[object, int]
"""A basis (or the name of a table) and a year."""
Prints = Mapping[str, Mapping[int, str]]
"""Per indicator and year."""


def prints(
    own: Engine, indicators: Mapping[str, Indicator], region: Region, *, keys: pa.Table | None, made_by: str
) -> Prints:
    """The prints of these indicators over the model tables that our own engine holds.

    `keys` (soort: persoon or huishouden; nummer; sleutel) gives persons and households a name that stays the same when
    they are numbered again; without it the numbers are taken for names, and numbering again is change. `made_by` tells
    what else figures follow from: software and catalogue.
    """
    rests = {name: rests_of(indicator) for name, indicator in indicators.items()}
    found = _of_tables(own, rests, region, keys)
    fixed = [made_by, repr(sorted(repr(area) for area in region.areas)), region.code]
    result = {}
    for name, indicator in indicators.items():
        lines = {year: _lines(rests[name], found, year) for year in years_of(region)}
        prints = {}
        for year in lines:
            seen = [lines[other] for other in _seen(rests[name], year, region)]
            window = [quarter(index).code for index in range(region.first_quarter, region.last_quarter + 1)]
            inside = [code for code in window if code.startswith(str(year))]
            prints[year] = _digest([*fixed, repr(indicator), repr(inside), repr(seen)])
        result[name] = prints
    return result


def years_of(region: Region) -> range:
    """The calendar years that the region's quarters lie in."""
    return range(region.first_quarter // _YEAR, region.last_quarter // _YEAR + 1)


def _seen(rests: Rests, year: int, region: Region) -> range:
    """The years that the figures of a year look at."""
    years = years_of(region)
    if rests.back is None:
        return years
    return range(max(years.start, year - -(-rests.back // _YEAR)), year + 1)


def _lines(rests: Rests, found: Mapping[Print, str], year: int) -> list[str]:
    wanted: list[object] = list(rests.columns)
    wanted += ["bevolking", *(["woonsituatie"] if rests.places else [])]
    wanted += sorted({count.table for count in rests.counts if count.table in SOURCES})
    return [found.get((one, year), "") for one in wanted]


def _of_tables(own: Engine, rests: Mapping[str, Rests], region: Region, keys: pa.Table | None) -> dict[Print, str]:
    """The print of every basis, place and delivery per year."""
    counts = {count for one in rests.values() for count in one.counts}
    made: list[str] = []
    own.register(AREAS, area_table(region))
    own.register(KEYS, keys if keys is not None else _no_keys())
    try:
        made += named(own)
        for node in related_nodes(counts):
            made.append(node.name)
            own.run(create(node.name, node.query, own.dialect))
        return {(what, year): total for what, year, total in sums(own, united(rests.values()), region)}
    finally:
        for statement in dropped(made):
            own.run(statement)
        for name in (KEYS, AREAS):
            own.unregister(name)


def _no_keys() -> pa.Table:
    kinds = {"soort": pa.string(), "nummer": pa.int64(), "sleutel": pa.string()}
    return pa.schema(list(kinds.items())).empty_table()


def _digest(parts: list[str]) -> str:
    total = hashlib.sha256()
    for part in parts:
        total.update(f"{len(part)} ".encode() + part.encode())
    return total.hexdigest()
