"""Sums of the hashes of rows, per basis and period: one pass over each model table, whatever looks at it.

A row is hashed in two steps. What it says all its life is hashed once, with a name for its person. Then, for every
basis, that hash is hashed with what may be filled in later (ends, dates, what other rows tell), and the results are
added up per bitmap of presence; how rows are present in a period follows from there (`spans`). Adding up, unlike
combining bit by bit, tells two equal rows from none.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from sqlglot import exp

from graadmeter.domain.periods import Period, periods_between
from graadmeter.domain.region import Region
from graadmeter.domain.sources import COUNTABLE, SOURCES, has_column
from graadmeter.domain.tables import Type
from graadmeter.engine.port import Engine
from graadmeter.measure.filled import filled_tables
from graadmeter.measure.moments import GIVEN, Window, presence_of
from graadmeter.measure.portable import render
from graadmeter.measure.renewal.bases import Basis
from graadmeter.measure.renewal.spans import Sum, Whole, seen_in, told_in
from graadmeter.measure.rows import FROM_ITSELF, column_value
from graadmeter.measure.syntax import Exp, col, select
from graadmeter.measure.tables import PREFIX

KEYS = PREFIX + "sleutel"
"""Rows soort, nummer, sleutel: the names behind the numbers of persons and households."""
_PERSONS, _HOUSEHOLDS = PREFIX + "wie", PREFIX + "wiens"
_YEAR = 4
_ADDED = "(sum({}) % 18446744073709551616)::UBIGINT"
"""The sum of hashes, which begins again at 2 to the power 64."""
_LATER = ("reden_einde", "einde_jeugd", "kw_einde")
_UNTIL = "_tot"
Sums = Iterator[tuple[object, Period, bytes]]
"""A basis or the name of a table, a period, and the sums of what it sees."""


def named(own: Engine) -> Iterator[str]:
    """Makes tables of what stands for a person (name, sex, year of birth) or household; yields them when made."""
    about = "hash(coalesce(k.sleutel, q.persoon::VARCHAR), q.geslacht, q.geboortejaar)"
    known = "k.soort = 'persoon' AND k.nummer = q.persoon"
    own.run(f"CREATE TABLE {_PERSONS} AS SELECT q.persoon, {about} AS wie FROM persoon q LEFT JOIN {KEYS} k ON {known}")
    yield _PERSONS
    homes = f"SELECT nummer AS huishouden, hash(sleutel) AS wiens FROM {KEYS} WHERE soort = 'huishouden'"
    own.run(f"CREATE TABLE {_HOUSEHOLDS} AS {homes}")
    yield _HOUSEHOLDS


def sums(own: Engine, bases: Mapping[Basis, frozenset[str]], region: Region) -> Sums:
    """The sums of every basis and period with rows; and of homes, inhabitants and deliveries, by name of the table.

    The engine must know the tables of `named`, those behind columns that follow from other rows, and the areas.
    """
    sources: dict[str, dict[Basis, frozenset[str]]] = {}
    for basis, columns in bases.items():
        sources.setdefault(basis.source, {})[basis] = columns
    filled = filled_tables(own, {basis.table for basis in bases})
    for source, found in sources.items():
        table = next(iter(found)).table
        if table in filled:
            yield from _of_table(own, table, source, found, region)
    answer = own.query(f"SELECT kwartaal, {_ADDED.format('h')} AS som FROM {_homes()} t GROUP BY 1")
    yield from (("woonsituatie", period, said) for period, said in told_in(*_numbers(answer, "kwartaal")))
    yield from _per_year(own, "bevolking", "hash(gemeente, wijk, geslacht, leeftijd, aantal)")
    yield from _delivered(own)


@dataclass(frozen=True, slots=True)
class _Seen:
    """How a basis sees the rows of its table: the columns of the answer that tell when, and the sum of their hashes."""

    basis: Basis
    present: str
    total: str


def _of_table(own: Engine, table: str, source: str, bases: Mapping[Basis, frozenset[str]], region: Region) -> Sums:
    """Every basis in one pass over the rows of a table, which stand in `source`.

    Rows that all see alike are summed together, which leaves few.
    """
    window = Window(region.first_quarter, region.last_quarter)
    fixed: dict[str, Exp] = {}
    later: dict[Exp, str] = {}
    masks: dict[Exp, str] = {}
    totals: dict[str, str] = {}
    seen = []
    for basis, columns in bases.items():
        wanted = {name: column_value(name, basis.kind, window) for name in _looked_at(basis, columns, window)}
        fixed |= {f"v_{name}": value for name, value in wanted.items() if _stays(table, name)}
        changing = [value for name, value in wanted.items() if not _stays(table, name)]
        hashed = ", ".join(["h", *(later.setdefault(value, f"l{len(later)}") for value in changing)])
        present = masks.setdefault(_present(basis, window), f"m{len(masks)}")
        seen.append(_Seen(basis, present, totals.setdefault(f"hash({hashed})", f"som{len(totals)}")))
    changes = {name: value for value, name in later.items()}
    answer = own.query(_asked(lambda when: _rows(table, source, fixed, changes | when), totals, masks))
    for one in seen:
        found, added = _numbers(answer, one.present, one.total)
        if one.basis.moment in GIVEN:
            found = _bits(found, region)
        yield from ((one.basis, period, told) for period, told in seen_in(found, added, region))


def _asked(rows_with: Callable[[dict[str, Exp]], str], totals: Mapping[str, str], masks: Mapping[Exp, str]) -> str:
    """Rows of bitmaps (or quarters) and sums. Bitmaps are made of sums of equal quarters, which are far fewer."""
    when = sorted({column.name for mask in masks for column in mask.find_all(exp.Column)})
    rows = rows_with({name: col(name) for name in when})
    keys = ", ".join(f'"{name}"' for name in when)
    sums_of = ", ".join(f"{_ADDED.format(hashed)} AS {name}" for hashed, name in totals.items())
    bitmaps = ", ".join(f"{render(mask, 'duckdb')} AS {name}" for mask, name in masks.items())
    said = ", ".join([bitmaps, *totals.values()])
    return f"SELECT {said} FROM (SELECT {keys}, {sums_of} FROM ({rows}) t GROUP BY {keys}) g"


def _looked_at(basis: Basis, columns: frozenset[str], window: Window) -> list[str]:
    """The columns that are hashed: instead of what follows from codes in the row itself, those codes."""
    derived = columns & FROM_ITSELF
    codes = {one.name for name in derived for one in column_value(name, basis.kind, window).find_all(exp.Column)}
    return sorted((columns - derived | codes) - {"gemeente", "persoon"})


def _present(basis: Basis, window: Window) -> Exp:
    """When the basis sees a row: a bitmap, or where there is but one quarter that."""
    return col(GIVEN[basis.moment]) if basis.moment in GIVEN else presence_of(window, basis.kind)


def _bits(quarters: Whole, region: Region) -> Whole:
    """The bitmaps of single quarters; 0 outside the region's."""
    inside = (quarters >= region.first_quarter) & (quarters <= region.last_quarter)
    return np.where(inside, np.int64(1) << np.where(inside, quarters - region.first_quarter, 0), 0)


def _rows(table: str, source: str, fixed: Mapping[str, Exp], own: Mapping[str, Exp]) -> str:
    """The rows of a table, from where they stand: h, and what bases look at beside it.

    Also rows of elsewhere, which nobody counts: to tell them apart takes longer than to count them in.
    """
    place = [name for name in ("gemeente", "persoon") if has_column(table, name)]
    rows = render(select({**{name: col(name) for name in place}, **fixed, **own}, source), "duckdb")
    said = [f'r."{name}"' for name in (*place, *fixed) if name != "persoon"]
    join = ""
    if "persoon" in place:
        said.append("coalesce(w.wie, hash(r.persoon))")
        join = f"LEFT JOIN {_PERSONS} w ON w.persoon = r.persoon"
    kept = "".join(f', r."{name}"' for name in own)
    return f"SELECT hash({', '.join(said) or '0'}) AS h{kept} FROM ({rows}) r {join}"


def _stays(table: str, name: str) -> bool:
    """Whether a column says the same all its life: not what is filled in later, or follows from elsewhere."""
    column = next((one for one in COUNTABLE[table].columns if one.name == name), None)
    if column is None or column.type is Type.DATE:
        return False
    return name not in _LATER and not name.endswith(_UNTIL)


def _homes() -> str:
    who = f"LEFT JOIN {_PERSONS} p ON p.persoon = w.persoon LEFT JOIN {_HOUSEHOLDS} h ON h.huishouden = w.huishouden"
    names = "coalesce(p.wie, hash(w.persoon)), coalesce(h.wiens, hash(w.huishouden))"
    said = f"hash({names}, w.gemeente, w.kwartaal, w.wijk)"
    return f"(SELECT w.kwartaal, {said} AS h FROM woonsituatie w {who})"


def _delivered(own: Engine) -> Sums:
    """What was delivered of every source table: its raw tables, and whether any of it was used.

    Where the rows of the table itself tell it, what is counted in them says so already.
    """
    hashed = _ADDED.format("hash(gemeente, kwartaal, tabel, gebruikt > 0)")
    answer = own.query(f"SELECT tabel, kwartaal, {hashed} AS som FROM levering GROUP BY 1, 2")
    for table, source in SOURCES.items():
        if source.by_rows:
            continue
        raw = answer.filter(pc.is_in(answer.column("tabel"), pa.array(sorted(source.raw), pa.string())))
        yield from ((table, period, said) for period, said in told_in(*_numbers(raw, "kwartaal")))


def _per_year(own: Engine, table: str, hashed: str) -> Sums:
    answer = own.query(f"SELECT jaar, {_ADDED.format(hashed)} AS som FROM {table} t GROUP BY 1")
    for year, total in zip(answer.column("jaar").to_pylist(), answer.column("som").to_pylist(), strict=True):
        for period in periods_between(year * _YEAR, year * _YEAR + _YEAR - 1):
            yield table, period, str(total).encode()


def _numbers(answer: pa.Table, key: str, total: str = "som") -> tuple[Whole, Sum]:
    """Bitmaps or quarters (0 where there is none), and the sums of these rows."""
    keys = answer.column(key).fill_null(0).to_numpy()
    return keys.astype(np.int64), answer.column(total).to_numpy().astype(np.uint64)


def dropped(made: Iterable[str]) -> list[str]:
    """The statements that remove tables, the last one first."""
    return [f"DROP TABLE IF EXISTS {name}" for name in reversed(list(made))]
