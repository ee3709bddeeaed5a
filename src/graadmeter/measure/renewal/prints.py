"""Fingerprints of what the figures of each indicator and period follow from: equal prints, equal figures.

Rows are hashed as they are seen in the period: with those of its quarters in which they are present, and only the
columns that some figure looks at. So a trajectory that ends now does not touch the periods before. The hashes of rows
are added up: their order does not matter. DuckDB, our own engine, computes them, whichever engine counts.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping

import pyarrow as pa

from graadmeter.domain.indicators import Count, Indicator
from graadmeter.domain.model import TRAJECT
from graadmeter.domain.periods import Period
from graadmeter.domain.region import Region
from graadmeter.domain.sources import SOURCES
from graadmeter.engine.port import Engine
from graadmeter.measure.beside import beside_node
from graadmeter.measure.moments import Window
from graadmeter.measure.portable import create
from graadmeter.measure.related import related_nodes
from graadmeter.measure.renewal.bases import Rests, rests_of, united
from graadmeter.measure.renewal.spans import until, years_of
from graadmeter.measure.renewal.sums import KEYS, dropped, named, sums
from graadmeter.measure.tables import AREAS, Node, area_table, periods_of

Sums = Mapping[tuple[object, Period], bytes]
"""Per basis (or name of a table) and period."""
Prints = Mapping[str, Mapping[str, str]]
"""Per indicator and period code."""


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
    fixed = _digest([made_by.encode(), repr(sorted(map(repr, region.areas))).encode(), region.code.encode()])
    return {name: _of_indicator(indicator, rests[name], found, region, fixed) for name, indicator in indicators.items()}


def _of_indicator(indicator: Indicator, rests: Rests, found: Sums, region: Region, fixed: str) -> dict[str, str]:
    about = _digest([fixed.encode(), repr(indicator).encode()]).encode()
    wanted: list[object] = [*rests.columns, "bevolking", *(["woonsituatie"] if rests.places else [])]
    wanted += sorted({count.table for count in rests.counts if count.table in SOURCES})
    told: dict[tuple[Period, ...], str] = {}
    printed = {}
    for period in periods_of(region):
        if period.type not in indicator.periods:
            continue
        seen = seen_by(rests, period, region)
        if seen not in told:
            told[seen] = _digest(found.get((one, span), b"") for span in seen for one in wanted)
        inside = repr((max(seen[0].first, region.first_quarter), period.last))
        printed[period.code] = _digest([about, period.code.encode(), inside.encode(), told[seen].encode()])
    return printed


def seen_by(rests: Rests, period: Period, region: Region) -> tuple[Period, ...]:
    """What the figures of a period look at: itself, or whole years before and that year until it ends."""
    if rests.back == 0:
        return (period,)
    first = region.first_quarter if rests.back is None else period.first - rests.back
    before = (year for year in years_of(region) if first <= year.last and year.year < period.year)
    return (*before, *until(period))


def _of_tables(own: Engine, rests: Mapping[str, Rests], region: Region, keys: pa.Table | None) -> Sums:
    """What every period sees of each basis, of places and of deliveries."""
    counts = {count for one in rests.values() for count in one.counts}
    made: list[str] = []
    own.register(AREAS, area_table(region))
    own.register(KEYS, keys if keys is not None else _no_keys())
    try:
        made += named(own)
        for node in _behind(counts, region):
            made.append(node.name)
            own.run(create(node.name, node.query, own.dialect))
        return {(what, period): said for what, period, said in sums(own, united(rests.values()), region)}
    finally:
        for statement in dropped(made):
            own.run(statement)
        for name in (KEYS, AREAS):
            own.unregister(name)


def _behind(counts: Collection[Count], region: Region) -> Iterator[Node]:
    """The tables with what follows for rows from other rows of their person."""
    window = Window(region.first_quarter, region.last_quarter)
    yield from related_nodes(counts, window)
    for moment in sorted({count.moment for count in counts if count.moment.is_beside}):
        yield beside_node(moment, TRAJECT.names, window)


def _no_keys() -> pa.Table:
    kinds = {"soort": pa.string(), "nummer": pa.int64(), "sleutel": pa.string()}
    return pa.schema(list(kinds.items())).empty_table()


def _digest(parts: Iterable[bytes]) -> str:
    total = hashlib.sha256()
    for part in parts:
        total.update(b"%d " % len(part) + part)
    return total.hexdigest()
