"""Sheets of additive things: rows that are alike (attributes, bitmap) are summed, then the lanes chosen."""

from collections.abc import Iterator

from sqlglot import exp

from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Unit
from graadmeter.measure.histogram import histogram
from graadmeter.measure.rows import person_mask, present_rows, row_columns, row_condition
from graadmeter.measure.sheet import Sheet
from graadmeter.measure.syntax import Exp, both, col, every, joined, num, rows, same, select, some, sub, total
from graadmeter.measure.tables import WIJK_SPELLS, Node

_AMOUNT = "bedrag_cent"


def additive_nodes(sheet: Sheet) -> Iterator[Node]:
    """The tables of the sheet: per municipality (which the region sums) and, where a lane asks for it, per wijk."""
    names = (*row_columns(sheet.lanes), *sheet.person)
    alike: dict[str, Exp] = {name: col(name) for name in ("gemeente", *names, "mask")}
    wanted = some(row_condition(lane) for lane in sheet.lanes)
    yield Node(sheet.name, select({**alike, "n": _weight(sheet)}, _source(sheet), where=wanted, group=alike))
    if sheet.at(Level.WIJK):
        per_wijk: dict[str, Exp] = {name: col(name) for name in ("wijk", *names, "mask", "elders")}
        seen = every([wanted, col("mask").neq(num(0))])
        query = select({**per_wijk, "n": _weight(sheet)}, _placed(sheet, names), where=seen, group=per_wijk)
        yield Node(sheet.table(Level.WIJK), query)


def additive_histograms(sheet: Sheet) -> Iterator[exp.Select]:
    """Rows lane, area, a, b, n of every lane at every level."""
    for level in Level:
        for lane, number in sheet.at(level).items():
            in_wijk = level is Level.WIJK
            yield histogram(
                sheet.table(level) if in_wijk else sheet.name,
                sheet.keys(number, level),
                person_mask(lane, col("mask"), sheet.window),
                elsewhere=person_mask(lane, col("elders"), sheet.window) if in_wijk else None,
                where=row_condition(lane),
                weight=total(col("n")),
            )


def _weight(sheet: Sheet) -> Exp:
    return total(col(_AMOUNT)) if sheet.kind.of is Unit.EURO else rows()


def _source(sheet: Sheet) -> exp.Subquery:
    kind = sheet.kind
    amount = (_AMOUNT,) if kind.of is Unit.EURO else ()
    columns = dict.fromkeys(("gemeente", "persoon", *row_columns(sheet.lanes), *amount))
    return sub(present_rows(sheet.window, kind, columns, with_person=bool(sheet.person)), "t")


def _placed(sheet: Sheet, names: tuple[str, ...]) -> exp.Subquery:
    mask = col("mask", "t")
    columns: dict[str, Exp] = {
        "wijk": col("wijk", "w"),
        **{name: col(name, "t") for name in names},
        **({_AMOUNT: col(_AMOUNT, "t")} if sheet.kind.of is Unit.EURO else {}),
        "mask": both(mask, col("hier", "w")),
        "elders": both(mask, col("elders", "w")),
    }
    on = same(("gemeente", "persoon"), "w", "t")
    return sub(joined(select(columns, _source(sheet)), WIJK_SPELLS, "w", on), "j")
