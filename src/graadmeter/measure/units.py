"""The rows of distinct things: to whom (person, household, provider) a row belongs, and when."""

from collections.abc import Iterable

from sqlglot import exp

from graadmeter.domain.indicators import Unit
from graadmeter.measure.lanes import Kind
from graadmeter.measure.moments import Window
from graadmeter.measure.rows import present_rows
from graadmeter.measure.syntax import Exp, both, col, joined, known, num, same, select, sub
from graadmeter.measure.tables import HOUSEHOLD_SPELLS, HOUSEHOLD_WIJK_SPELLS, WIJK_SPELLS

WIJK_SPELLS_OF = {Unit.PERSONS: WIJK_SPELLS, Unit.HOUSEHOLDS: HOUSEHOLD_WIJK_SPELLS}
"""Where the wijk of a distinct thing is found."""


def unit_rows(window: Window, kind: Kind, columns: Iterable[str], *, with_person: bool = False) -> exp.Select:
    """Rows gemeente, the unit's column, `columns` and `mask` (never NULL; for households also never 0).

    With `with_person` also the sex and year of birth of the row's person; not for households.
    """
    unit = kind.thing
    if kind.of is Unit.HOUSEHOLDS:
        return _household_rows(window, kind, tuple(columns))
    person = ("persoon",) if with_person else ()
    wanted = dict.fromkeys(("gemeente", unit, *person, *columns))
    found = present_rows(window, kind, wanted, with_person=with_person)
    return found.where(known(col(unit, "t")), copy=False)


def _household_rows(window: Window, kind: Kind, columns: tuple[str, ...]) -> exp.Select:
    of_persons = present_rows(window, kind, dict.fromkeys(("gemeente", "persoon", *columns)))
    kept: dict[str, Exp] = {name: col(name, "t") for name in dict.fromkeys(("gemeente", *columns))}
    together = both(col("mask", "t"), col("hier", "h"))
    columns_and_mask = {**kept, "huishouden": col("huishouden", "h"), "mask": together}
    query = select(columns_and_mask, sub(of_persons, "t"), where=together.neq(num(0)))
    return joined(query, HOUSEHOLD_SPELLS, "h", same(("gemeente", "persoon"), "h", "t"))
