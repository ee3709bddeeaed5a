"""Sheets of distinct things: one row per municipality and person (household, provider), one bitmap per lane."""

from collections.abc import Iterator

from sqlglot import exp

from graadmeter.domain.areas import Level
from graadmeter.measure.histogram import histogram
from graadmeter.measure.rows import person_mask, row_columns, row_condition
from graadmeter.measure.sheet import Sheet
from graadmeter.measure.syntax import Exp, bit_or, both, col, joined, rows, same, select, some, source, sub, when
from graadmeter.measure.tables import Node
from graadmeter.measure.units import UNIT_COLUMN, WIJK_SPELLS_OF, unit_rows


def distinct_nodes(sheet: Sheet) -> Iterator[Node]:
    """The tables of the sheet: per municipality and, where a lane asks for it, for the region and per wijk."""
    unit = UNIT_COLUMN[sheet.kind.of]
    masks = tuple(_conditions(sheet).values())
    yield Node(sheet.table(Level.MUNICIPALITY), _with_person(sheet, _grouped(sheet, unit), (unit, *masks)))
    if sheet.at(Level.REGION):
        union: dict[str, Exp] = {name: bit_or(col(name)) for name in masks}
        once: dict[str, Exp] = {name: exp.Max(this=col(name)) for name in sheet.person}
        query = select({unit: col(unit), **once, **union}, sheet.name, group=(unit,))
        yield Node(sheet.table(Level.REGION), query)
    if sheet.at(Level.WIJK):
        yield Node(sheet.table(Level.WIJK), _per_wijk(sheet, unit, (*sheet.person, *masks)))


def distinct_histograms(sheet: Sheet) -> Iterator[exp.Select]:
    """Rows lane, area, a, b, n of every lane at every level."""
    conditions = _conditions(sheet)
    for level in Level:
        for lane, number in sheet.at(level).items():
            mask = person_mask(lane, col(conditions[row_condition(lane)]), sheet.window)
            keys = sheet.keys(number, level)
            if level is Level.WIJK:
                here, elsewhere = both(mask, col("hier")), both(mask, col("elders"))
                yield histogram(sheet.table(level), keys, here, elsewhere=elsewhere, weight=rows())
            else:
                yield histogram(sheet.table(level), keys, mask, weight=rows())


def _conditions(sheet: Sheet) -> dict[Exp, str]:
    """The different conditions on rows, each with the name of its bitmap column."""
    different = dict.fromkeys(row_condition(lane) for lane in sheet.lanes)
    return {condition: f"m{place}" for place, condition in enumerate(different)}


def _grouped(sheet: Sheet, unit: str) -> exp.Select:
    conditions = _conditions(sheet)
    found = unit_rows(sheet.window, sheet.kind, row_columns(sheet.lanes))
    masks: dict[str, Exp] = {name: bit_or(when(condition, col("mask"))) for condition, name in conditions.items()}
    keys: dict[str, Exp] = {"gemeente": col("gemeente"), unit: col(unit)}
    return select({**keys, **masks}, sub(found, "t"), where=some(conditions), group=keys)


def _with_person(sheet: Sheet, grouped: exp.Select, names: tuple[str, ...]) -> exp.Select:
    if not sheet.person:
        return grouped
    own: dict[str, Exp] = {name: col(name, "s") for name in ("gemeente", *names)}
    person: dict[str, Exp] = {name: col(name, "p") for name in sheet.person}
    query = select({**own, **person}, sub(grouped, "s"))
    return joined(query, "persoon", "p", same(("persoon",), "p", "s"), left=True)


def _per_wijk(sheet: Sheet, unit: str, names: tuple[str, ...]) -> exp.Select:
    place: dict[str, Exp] = {name: col(name, "w") for name in ("wijk", "hier", "elders")}
    own: dict[str, Exp] = {name: col(name, "s") for name in names}
    query = select({**place, **own}, source(sheet.name, "s"))
    return joined(query, WIJK_SPELLS_OF[sheet.kind.of], "w", same(("gemeente", unit), "w", "s"))
