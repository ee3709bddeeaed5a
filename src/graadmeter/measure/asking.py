"""The questions of methods as query texts: the tables to make, and the answer of each in the shape its form says."""

from collections.abc import Iterable, Iterator

from sqlglot import exp

from graadmeter.domain.areas import Level
from graadmeter.domain.sources import SOURCES, has_column
from graadmeter.measure.histogram import fold, histogram
from graadmeter.measure.lanes import Lane, kind_of
from graadmeter.measure.methods.interface import Ask, Form
from graadmeter.measure.moments import Window
from graadmeter.measure.rows import VALUE, present_rows, row_columns, row_condition
from graadmeter.measure.syntax import (
    Exp,
    bit_or,
    both,
    coalesce,
    col,
    every,
    joined,
    known,
    num,
    rows,
    same,
    select,
    source,
    stacked,
    sub,
    text,
    total,
)
from graadmeter.measure.tables import PERIODS, PREFIX, Node
from graadmeter.measure.units import unit_rows

_PLACES = (Level.REGION, Level.MUNICIPALITY)


def answered_from(asks: Iterable[Ask]) -> dict[Ask, int]:
    """The number of each question; those about the same rows have one, so that these rows are gathered once."""
    numbers: dict[tuple[Lane, tuple[str, ...]], int] = {}
    return {ask: numbers.setdefault((ask.lane, ask.by), len(numbers)) for ask in asks}


def ask_nodes(number: int, ask: Ask, window: Window, region: str) -> Iterator[Node]:
    """The rows of the lane that are alike, per municipality; where they are put beside each other also per area."""
    if ask.form is Form.DELIVERED:
        return
    keys = (*ask.by, *_thing(ask))
    columns: dict[str, Exp] = {name: col(name) for name in ("gemeente", *keys)}
    if _thing(ask):
        found = {**columns, "mask": bit_or(col("mask"))}
        group = tuple(columns)
    else:
        found = {**columns, "mask": col("mask"), "n": _weight(ask)}
        group = (*columns, "mask")
    yield Node(_name(number, "wie"), select(found, _rows(ask, window), where=row_condition(ask.lane), group=group))
    if ask.form is Form.PAIRS:
        yield Node(_name(number, "waar"), _per_area(number, ask, region))


def ask_query(number: int, ask: Ask, region: str) -> exp.Query:
    """The answer, in the shape that the form of the question says."""
    if ask.form is Form.DELIVERED:
        return _deliveries(ask.lane.count.table)
    if ask.form is Form.PAIRS:
        return _pairs(_name(number, "waar"), ask)
    table = sub(_per_area(number, ask, region), "w")
    keys: dict[str, Exp] = {name: col(name) for name in ("area", *ask.by)}
    weight = rows() if _thing(ask) else total(col("n"))
    if ask.form is Form.ROWS:
        return select({**keys, "n": weight}, table, group=keys)
    if ask.form is Form.BITMAPS:
        return select({"area": col("area"), "a": col("mask"), "n": weight}, table, group=("area", "a"))
    return fold([histogram(table, keys, col("mask"), weight=None if _thing(ask) else col("n"))], keys)


def _deliveries(table: str) -> exp.Query:
    columns: dict[str, Exp] = {"area": col("gemeente"), "kwartaal": col("kwartaal")}
    if SOURCES[table].by_rows:
        return select(columns, table, group=columns)
    raw = exp.In(this=col("tabel"), expressions=[text(name) for name in SOURCES[table].raw])
    return select(columns, "levering", where=every([raw, col("gebruikt") > num(0)]), group=columns)


def _per_area(number: int, ask: Ask, region: str) -> exp.Query:
    return stacked(_placed(number, ask, level, region) for level in _PLACES)


def _pairs(table: str, ask: Ask) -> exp.Query:
    (by,), (thing,) = ask.by, _thing(ask)
    columns: dict[str, Exp] = {
        "area": col("area", "x"),
        "een": col(by, "x"),
        "ander": col(by, "y"),
        "a": col("mask", "x"),
        "b": col("mask", "y"),
    }
    on = every([same(("area", thing), "y", "x"), col(by, "x") < col(by, "y")])
    shared = joined(select({**columns, "n": rows()}, source(table, "x")), table, "y", on)
    shared = shared.group_by(*columns.values(), copy=False)
    answer: dict[str, Exp] = {name: col(name, "h") for name in ("area", "een", "ander")}
    answer["periode"] = col("periode", "p")
    in_both = every([both(col(name, "h"), col("mask", "p")).neq(num(0)) for name in ("a", "b")])
    query = joined(select({**answer, "n": total(col("n", "h"))}, sub(shared, "h")), PERIODS, "p", in_both)
    return query.group_by(*answer.values(), copy=False)


def _thing(ask: Ask) -> tuple[str, ...]:
    thing = kind_of(ask.lane.count).thing
    return (thing,) if thing else ()


def _weight(ask: Ask) -> Exp:
    return total(coalesce(col(VALUE), num(0))) if kind_of(ask.lane.count).value else rows()


def _rows(ask: Ask, window: Window) -> exp.Subquery:
    kind = kind_of(ask.lane.count)
    wanted = dict.fromkeys((*ask.by, *row_columns([ask.lane])))
    if kind.thing:
        return sub(unit_rows(window, kind, wanted), "t")
    value = {VALUE: None} if kind.value else {}
    return sub(present_rows(window, kind, {"gemeente": None, **wanted, **value}), "t")


def _placed(number: int, ask: Ask, level: Level, region: str) -> exp.Select:
    area: Exp = text(region) if level is Level.REGION else col("gemeente")
    keys: dict[str, Exp] = {name: col(name) for name in (*ask.by, *_thing(ask))}
    table, whole = _name(number, "wie"), level is Level.REGION
    own = None if whole or has_column(ask.lane.count.table, "gemeente") else known(exp.null())
    if not _thing(ask):
        return select({"area": area, **keys, "mask": col("mask"), "n": col("n")}, table, where=own)
    mask = bit_or(col("mask")) if whole else col("mask")
    return select({"area": area, **keys, "mask": mask}, table, where=own, group=keys if whole else ())


def _name(number: int, part: str) -> str:
    return f"{PREFIX}vraag{number}_{part}"
