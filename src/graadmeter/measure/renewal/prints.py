"""Fingerprints of what the figures of each indicator and year follow from: equal prints, equal figures.

Rows are hashed as they are seen in the year: with the quarters of that year in which they are present, and only the
columns that some figure looks at. So a trajectory that ends now does not touch the years before. The hashes of rows are
added up: their order does not matter. DuckDB, our own engine, computes them, whichever engine counts.
"""

import hashlib
from collections.abc import Iterator, Mapping

import pyarrow as pa

from graadmeter.domain.indicators import Indicator
from graadmeter.domain.periods import quarter
from graadmeter.domain.region import Region
from graadmeter.domain.sources import SOURCES, has_column
from graadmeter.engine.port import Engine
from graadmeter.measure.moments import Window
from graadmeter.measure.portable import create, drop, render
from graadmeter.measure.related import related_nodes
from graadmeter.measure.renewal.bases import Basis, Rests, rests_of, united
from graadmeter.measure.rows import present_rows
from graadmeter.measure.tables import AREAS, PREFIX, area_table

_YEARS, _KEYS = PREFIX + "jaar", PREFIX + "sleutel"
_YEAR = 4
_SUM = "count(*)::VARCHAR || ' ' || sum(hash({row})::HUGEINT)::VARCHAR"
_NAME = "coalesce(k_{0}.sleutel, {1}.{0}::VARCHAR)"
"""The name of a person or household: the number itself when it has none."""

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
    window = Window(region.first_quarter, region.last_quarter)
    counts = {count for one in rests.values() for count in one.counts}
    made: list[str] = []
    own.register(AREAS, area_table(region))
    own.register(_YEARS, _year_table(region))
    own.register(_KEYS, keys if keys is not None else _no_keys())
    try:
        for node in related_nodes(counts):
            made.append(drop(node.name, own.dialect))
            own.run(create(node.name, node.query, own.dialect))
        return dict(_asked(own, united(rests.values()), window))
    finally:
        for statement in reversed(made):
            own.run(statement)
        for name in (_KEYS, _YEARS, AREAS):
            own.unregister(name)


def _asked(own: Engine, bases: Mapping[Basis, frozenset[str]], window: Window) -> Iterator[tuple[Print, str]]:
    for basis, columns in bases.items():
        for year, text in _rows(own, _of_basis(basis, columns, window)):
            yield (basis, year), text
    kinds = ("persoon", "huishouden")
    row = ", ".join([*(_NAME.format(kind, "w") for kind in kinds), "w.gemeente", "w.kwartaal", "w.wijk"])
    homes = f"woonsituatie w {' '.join(_named(kind, 'w') for kind in kinds)}"
    query = f"SELECT w.kwartaal // 4 AS jaar, {_SUM.format(row=row)} AS print FROM {homes} GROUP BY 1"
    for year, text in _rows(own, query):
        yield ("woonsituatie", year), text
    people = _SUM.format(row="gemeente, wijk, geslacht, leeftijd, aantal")
    for year, text in _rows(own, f"SELECT jaar, {people} AS print FROM bevolking GROUP BY 1"):
        yield ("bevolking", year), text
    for table, source in SOURCES.items():
        raw = ", ".join(f"'{name}'" for name in source.raw)
        given = _SUM.format(row="gemeente, kwartaal, tabel, gebruikt > 0")
        query = f"SELECT kwartaal // 4 AS jaar, {given} AS print FROM levering WHERE tabel IN ({raw}) GROUP BY 1"
        for year, text in _rows(own, query):
            yield (table, year), text


def _rows(own: Engine, query: str) -> Iterator[tuple[int, str]]:
    answer = own.query(query)
    yield from zip(answer.column("jaar").to_pylist(), answer.column("print").to_pylist(), strict=True)


def _of_basis(basis: Basis, columns: frozenset[str], window: Window) -> str:
    names = sorted(columns - {"gemeente", "persoon"})
    person = has_column(basis.table, "persoon")
    rows = render(present_rows(window, basis.kind, ["gemeente", *(["persoon"] if person else []), *names]), "duckdb")
    about = [_NAME.format("persoon", "r"), "q.geslacht", "q.geboortejaar"] if person else []
    row = ", ".join(["r.gemeente", *about, *(f'r."{name}"' for name in names), "r.mask & j.mask"])
    join = f"{_named('persoon', 'r')} LEFT JOIN persoon q ON q.persoon = r.persoon" if person else ""
    return (
        f"SELECT j.jaar, {_SUM.format(row=row)} AS print FROM ({rows}) r "
        f"JOIN {_YEARS} j ON r.mask & j.mask <> 0 {join} GROUP BY 1"
    )


def _named(kind: str, table: str) -> str:
    """Joins the names of the persons or households in the rows."""
    return f"LEFT JOIN {_KEYS} k_{kind} ON k_{kind}.soort = '{kind}' AND k_{kind}.nummer = {table}.{kind}"


def _year_table(region: Region) -> pa.Table:
    years = years_of(region)
    masks = [
        sum(
            1 << (index - region.first_quarter)
            for index in range(max(year * _YEAR, region.first_quarter), min(year * _YEAR + 3, region.last_quarter) + 1)
        )
        for year in years
    ]
    return pa.table({"jaar": pa.array(years, pa.int32()), "mask": pa.array(masks, pa.int64())})


def _no_keys() -> pa.Table:
    kinds = {"soort": pa.string(), "nummer": pa.int64(), "sleutel": pa.string()}
    return pa.schema(list(kinds.items())).empty_table()


def _digest(parts: list[str]) -> str:
    total = hashlib.sha256()
    for part in parts:
        total.update(f"{len(part)} ".encode() + part.encode())
    return total.hexdigest()
