"""Sheets of distinct things: one row per municipality and person (household, provider), one bitmap per lane.

What is in one municipality counts in the region as it counts there. So for the region only what is in several is looked
at: it is taken off as often as it was counted, and added once with all its bitmaps.
"""

from collections.abc import Iterator

from sqlglot import exp

from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Unit
from graadmeter.domain.sources import has_column
from graadmeter.measure.histogram import histogram
from graadmeter.measure.lanes import Lane, adds_up
from graadmeter.measure.rows import person_mask, row_columns, row_condition, waited_mask
from graadmeter.measure.sheet import Sheet
from graadmeter.measure.syntax import (
    Exp,
    bit_or,
    both,
    col,
    joined,
    num,
    rows,
    same,
    select,
    some,
    source,
    stacked,
    sub,
    when,
)
from graadmeter.measure.tables import Node
from graadmeter.measure.units import WIJK_SPELLS_OF, unit_rows


def distinct_nodes(sheet: Sheet) -> Iterator[Node]:
    """The tables of the sheet: per municipality and, where a lane asks for it, per wijk and of what is in several."""
    unit, person = sheet.kind.thing, _person(sheet)
    masks = tuple(_bitmaps(sheet).values())
    grouped = _grouped(sheet, unit)
    base = _with_person(grouped, (unit, *masks), person) if person else grouped
    yield Node(sheet.table(Level.MUNICIPALITY), base)
    if _in_several(sheet):
        several = f"{sheet.name}_in_meer"
        yield Node(several, _of_several(sheet, unit, (*person, *masks)))
        yield Node(sheet.table(Level.REGION), _once(several, unit, person, masks))
    if sheet.at(Level.WIJK):
        yield Node(sheet.table(Level.WIJK), _per_wijk(sheet, unit, (*person, *masks)))


def distinct_histograms(sheet: Sheet) -> Iterator[exp.Select]:
    """Rows lane, area, a, b, n of every lane at every level."""
    bitmaps = _bitmaps(sheet)
    for level in Level:
        for lane, number in sheet.at(level).items():
            column = col(bitmaps[_row_mask(sheet, lane)])
            mask = person_mask(lane, column, sheet.window) if _person(sheet) else column
            keys = sheet.keys(number, level)
            if level is Level.WIJK:
                here, elsewhere = both(mask, col("hier")), both(mask, col("elders"))
                yield histogram(sheet.table(level), keys, here, elsewhere=elsewhere)
                continue
            if level is Level.MUNICIPALITY or not adds_up(lane, sheet.levels[lane]):
                yield histogram(sheet.name, keys, mask)
            if level is Level.REGION and _in_several(sheet):
                yield histogram(sheet.table(level), keys, mask, weight=col("n"))


def _in_several(sheet: Sheet) -> bool:
    """Whether figures of the region are asked of things that can be in several municipalities."""
    return bool(sheet.at(Level.REGION)) and has_column(sheet.kind.table, "gemeente")


def _of_several(sheet: Sheet, unit: str, names: tuple[str, ...]) -> exp.Select:
    """The rows of what is in several municipalities."""
    columns: dict[str, Exp] = {name: col(name) for name in (unit, *names)}
    again = select({unit: col(unit)}, sheet.name, group=(unit,)).having(rows() > num(1), copy=False)
    return select(columns, sheet.name, where=exp.In(this=col(unit), query=exp.Subquery(this=again)))


def _once(several: str, unit: str, person: tuple[str, ...], masks: tuple[str, ...]) -> exp.Query:
    """Each of these rows with n = -1, and all rows of a thing together with n = 1."""
    own: dict[str, Exp] = {name: col(name) for name in (*person, *masks)}
    once: dict[str, Exp] = {name: exp.Max(this=col(name)) for name in person}
    union: dict[str, Exp] = {name: bit_or(col(name)) for name in masks}
    together = select({unit: col(unit), **once, **union, "n": num(1)}, several, group=(unit,))
    return stacked([select({unit: col(unit), **own, "n": num(-1)}, several), together])


def _person(sheet: Sheet) -> tuple[str, ...]:
    """What must be known of the person of each row of the sheet; rows of other things have no one person."""
    return sheet.person if sheet.kind.of is Unit.PERSONS else ()


def _row_mask(sheet: Sheet, lane: Lane) -> Exp:
    """The bitmap of one counted row in a lane; with the person in it where the rows of the sheet are no persons."""
    own = col("mask") if _person(sheet) else person_mask(lane, col("mask"), sheet.window)
    return when(row_condition(lane), waited_mask(lane, own, sheet.window))


def _bitmaps(sheet: Sheet) -> dict[Exp, str]:
    """The different bitmaps of counted rows, each with the name of the column that gathers it."""
    different = dict.fromkeys(_row_mask(sheet, lane) for lane in sheet.lanes)
    return {mask: f"m{place}" for place, mask in enumerate(different)}


def _grouped(sheet: Sheet, unit: str) -> exp.Select:
    about = bool(sheet.person) and not _person(sheet)
    found = unit_rows(sheet.window, sheet.kind, row_columns(sheet.lanes), with_person=about)
    masks: dict[str, Exp] = {name: bit_or(mask) for mask, name in _bitmaps(sheet).items()}
    keys: dict[str, Exp] = {"gemeente": col("gemeente"), unit: col(unit)}
    wanted = some(row_condition(lane) for lane in sheet.lanes)
    return select({**keys, **masks}, sub(found, "t"), where=wanted, group=keys)


def _with_person(grouped: exp.Select, names: tuple[str, ...], person: tuple[str, ...]) -> exp.Select:
    own: dict[str, Exp] = {name: col(name, "s") for name in ("gemeente", *names)}
    known: dict[str, Exp] = {name: col(name, "p") for name in person}
    query = select({**own, **known}, sub(grouped, "s"))
    return joined(query, "persoon", "p", same(("persoon",), "p", "s"), left=True)


def _per_wijk(sheet: Sheet, unit: str, names: tuple[str, ...]) -> exp.Select:
    place: dict[str, Exp] = {name: col(name, "w") for name in ("wijk", "hier", "elders")}
    own: dict[str, Exp] = {name: col(name, "s") for name in names}
    query = select({**place, **own}, source(sheet.name, "s"))
    return joined(query, WIJK_SPELLS_OF[sheet.kind.of], "w", same(("gemeente", unit), "w", "s"))
