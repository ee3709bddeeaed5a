"""Which rows count, in which quarters, and for whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graadmeter.catalogue.predicates import parse_predicate
from graadmeter.domain.indicators import AgeScope, Count, Moment, Unit
from graadmeter.measure.reference.predicate import holds
from graadmeter.measure.reference.region import Facts, Row

_EVER = 10**6
_SPANS = {
    AgeScope.MINOR: ("jeugd_van", "jeugd_tot"),
    AgeScope.ADULT: ("volw_van", "volw_tot"),
    AgeScope.ALL: ("kw_begin", "kw_einde"),
}


@dataclass(frozen=True)
class Presence:
    """One row that counts: for whom (`thing`), where, and in which quarters."""

    thing: Any
    gemeente: str
    quarters: frozenset[int]
    row: Row


def presences(facts: Facts, count: Count) -> list[Presence]:
    """Every row of the region that counts, with the persons, households, providers or rows it counts for."""
    tree = parse_predicate(count.where)
    found = []
    for number, row in enumerate(facts.rows[count.table]):
        quarters = present_quarters(facts, count, row)
        if quarters and holds(tree, row):
            found += list(_things(facts, count.of, number, row, quarters))
    return found


def present_quarters(facts: Facts, count: Count, row: Row) -> frozenset[int]:
    """The quarters of the region in which the row counts."""
    window = range(facts.region.first_quarter, facts.region.last_quarter + 1)
    age = _scope(count.age, row)
    if count.moment is Moment.PAID:
        return frozenset(quarter for quarter in window if quarter == row["kw"])
    if count.moment is Moment.ACTIVE:
        start, end = (row[name] for name in _SPANS[age])
        return (
            frozenset()
            if start is None
            else frozenset(q for q in window if start <= q <= (_EVER if end is None else end))
        )
    begun = count.moment is Moment.BEGUN
    happened = row["kw_begin"] if begun else row["kw_einde"]
    young = row["begin_jeugd"] if begun else row["einde_jeugd"]
    right_age = age is AgeScope.ALL or young == (age is AgeScope.MINOR)
    return frozenset(quarter for quarter in window if quarter == happened and right_age)


def _scope(age: AgeScope, row: Row) -> AgeScope:
    if age is not AgeScope.BY_LAW:
        return age
    return {"jeugdwet": AgeScope.MINOR, "wmo": AgeScope.ADULT}.get(row["wet"], AgeScope.ALL)


def _things(facts: Facts, of: Unit, number: int, row: Row, quarters: frozenset[int]) -> Iterator[Presence]:
    town = row["gemeente"]
    if of is Unit.HOUSEHOLDS:
        for quarter in sorted(quarters):
            for household in facts.households.get((row["persoon"], town, quarter), ()):
                yield Presence(household, town, frozenset({quarter}), row)
    elif of is Unit.PERSONS:
        yield Presence(row["persoon"], town, quarters, row)
    elif of is Unit.PROVIDERS:
        if row["aanbieder"] is not None:
            yield Presence(row["aanbieder"], town, quarters, row)
    else:
        yield Presence(number, town, quarters, row)
