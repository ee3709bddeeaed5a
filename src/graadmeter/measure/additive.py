"""Sheets of additive things: rows that are alike (attributes, bitmap) are summed, then the lanes chosen.

A sheet of distributions keeps the value of rows apart, so that for each value it is known how many rows have it.
"""

from collections.abc import Iterator

from sqlglot import exp

from graadmeter.domain.areas import Level
from graadmeter.domain.sources import has_column
from graadmeter.measure.histogram import histogram
from graadmeter.measure.lanes import Lane, adds_up
from graadmeter.measure.rows import (
    VALUE,
    person_mask,
    present_rows,
    row_columns,
    row_condition,
    waited_mask,
)
from graadmeter.measure.sheet import Sheet
from graadmeter.measure.syntax import (
    Exp,
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
    some,
    sub,
    total,
)
from graadmeter.measure.tables import WIJK_SPELLS, Node


def additive_nodes(sheet: Sheet) -> Iterator[Node]:
    """The tables of the sheet: per municipality (which the region sums) and, where a lane asks for it, per wijk."""
    names = (*row_columns(sheet.lanes), *sheet.person, *((VALUE,) if sheet.spread else ()))
    alike: dict[str, Exp] = {name: col(name) for name in ("gemeente", *names, "mask")}
    wanted = some(row_condition(lane) for lane in sheet.lanes)
    if sheet.spread:
        wanted = every([known(col(VALUE)), exp.Paren(this=wanted)])
    yield Node(sheet.name, select({**alike, "n": _weight(sheet)}, _source(sheet), where=wanted, group=alike))
    if sheet.at(Level.WIJK):
        per_wijk: dict[str, Exp] = {name: col(name) for name in ("wijk", *names, "mask", "elders")}
        seen = every([wanted, col("mask").neq(num(0))])
        query = select({**per_wijk, "n": _weight(sheet)}, _placed(sheet, names), where=seen, group=per_wijk)
        yield Node(sheet.table(Level.WIJK), query)


def additive_histograms(sheet: Sheet) -> Iterator[exp.Select]:
    """Rows lane, area, a, b, n of every lane at every level; of distributions also `waarde`."""
    value: dict[str, Exp] = {VALUE: col(VALUE)} if sheet.spread else {}
    for level in Level:
        for lane, number in _asked(sheet, level).items():
            in_wijk = level is Level.WIJK
            here, elsewhere = (
                waited_mask(lane, person_mask(lane, col(name), sheet.window), sheet.window)
                for name in ("mask", "elders")
            )
            yield histogram(
                sheet.table(level) if in_wijk else sheet.name,
                {**sheet.keys(number, level), **value},
                here,
                elsewhere=elsewhere if in_wijk else None,
                where=row_condition(lane),
                weight=col("n"),
            )


def _asked(sheet: Sheet, level: Level) -> dict[Lane, int]:
    """The lanes that are counted at a level: at that of the region only what the municipalities do not add up to."""
    lanes = sheet.at(level)
    if sheet.spread or level is not Level.REGION:
        return lanes
    return {lane: number for lane, number in lanes.items() if not adds_up(lane, sheet.levels[lane])}


def _weight(sheet: Sheet) -> Exp:
    return total(coalesce(col(VALUE), num(0))) if _summed(sheet) else rows()


def _summed(sheet: Sheet) -> bool:
    return bool(sheet.kind.value) and not sheet.spread


def _source(sheet: Sheet) -> exp.Subquery:
    kind = sheet.kind
    person = ("persoon",) if has_column(kind.table, "persoon") else ()
    value = (VALUE,) if kind.value else ()
    columns = dict.fromkeys(("gemeente", *person, *row_columns(sheet.lanes), *value))
    return sub(present_rows(sheet.window, kind, columns, with_person=bool(sheet.person)), "t")


def _placed(sheet: Sheet, names: tuple[str, ...]) -> exp.Subquery:
    mask = col("mask", "t")
    columns: dict[str, Exp] = {
        "wijk": col("wijk", "w"),
        **{name: col(name, "t") for name in names},
        **({VALUE: col(VALUE, "t")} if _summed(sheet) else {}),
        "mask": both(mask, col("hier", "w")),
        "elders": both(mask, col("elders", "w")),
    }
    on = same(("gemeente", "persoon"), "w", "t")
    return sub(joined(select(columns, _source(sheet)), WIJK_SPELLS, "w", on), "j")
