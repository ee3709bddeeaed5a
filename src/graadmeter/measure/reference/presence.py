"""Which rows count, in which quarters, and for whom."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from graadmeter.catalogue.predicates import parse_predicate
from graadmeter.domain.indicators import AgeScope, Count, Moment, Unit
from graadmeter.domain.periods import quarter, quarter_of
from graadmeter.measure.reference.predicate import holds
from graadmeter.measure.reference.region import Facts, Row

_EVER = 10**6
_THINGS = {Unit.PERSONS: "persoon", Unit.PROVIDERS: "aanbieder"}
_SPANS = {
    AgeScope.MINOR: ("jeugd_van", "jeugd_tot"),
    AgeScope.ADULT: ("volw_van", "volw_tot"),
    AgeScope.ALL: ("kw_begin", "kw_einde"),
    AgeScope.TO_22: ("jong_van", "jong_tot"),
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
            found += list(_things(facts, count, number, row, quarters))
    return found


def present_quarters(facts: Facts, count: Count, row: Row) -> frozenset[int]:
    """The quarters of the region in which the row counts."""
    window = range(facts.region.first_quarter, facts.region.last_quarter + 1)
    if count.age.by_year:
        at_any_age = present_quarters(facts, replace(count, age=AgeScope.ALL), row)
        return frozenset(index for index in at_any_age if _has_age(count.age, row["geboortejaar"], index // 4))
    if count.moment.of_dates:
        return _of_dates(count, row, window)
    if count.moment in {Moment.PAID, Moment.DELIVERED}:
        name = "kw" if count.moment is Moment.PAID else "kwartaal"
        return frozenset(index for index in window if index == row[name])
    age = _scope(count.age, row)
    if count.moment in {Moment.BEGUN, Moment.ENDED}:
        return _of_event(count, row, age, window)
    return _of_span(count, row, age, window)


def _has_age(age: AgeScope, born: int | None, year: int) -> bool:
    """Whether somebody born in the year has the age on 31 December of the year before."""
    youngest, oldest = age.bounds
    return born is not None and youngest <= max(0, year - 1 - born) <= oldest


def _of_span(count: Count, row: Row, age: AgeScope, window: range) -> frozenset[int]:
    start, end = (row[name] for name in _SPANS[age])
    if start is None:
        return frozenset()
    last = _EVER if end is None else end
    if count.moment.is_beside:
        shared = row[count.moment.value]
        return frozenset(index for index in window if start <= index <= last and index in shared)
    if count.moment is Moment.AT_START:
        return frozenset(index for index in window if start < index <= last)
    if count.moment is Moment.AT_END:
        return frozenset(index for index in window if start <= index < last)
    return frozenset(index for index in window if start <= index <= last)


def _of_dates(count: Count, row: Row, window: range) -> frozenset[int]:
    start = row[count.start]
    if start is None:
        return frozenset()
    if count.moment is Moment.ON:
        return frozenset(index for index in window if index == quarter_of(start))
    ends = [row[name] for name in count.ends if row[name] is not None]
    if count.moment is Moment.OPEN:
        return frozenset(
            index
            for index in window
            if start <= quarter(index).last_day and all(end > quarter(index).last_day for end in ends)
        )
    last = quarter_of(min(ends)) if ends else _EVER
    return frozenset(index for index in window if quarter_of(start) <= index <= last)


def _of_event(count: Count, row: Row, age: AgeScope, window: range) -> frozenset[int]:
    begun = count.moment is Moment.BEGUN
    happened = row["kw_begin"] if begun else row["kw_einde"]
    young = row["begin_jeugd"] if begun else row["einde_jeugd"]
    right_age = age is AgeScope.ALL or young == (age is AgeScope.MINOR)
    return frozenset(index for index in window if index == happened and right_age)


def _scope(age: AgeScope, row: Row) -> AgeScope:
    if age is not AgeScope.BY_LAW:
        return age
    return {"jeugdwet": AgeScope.MINOR, "wmo": AgeScope.ADULT}.get(row["wet"], AgeScope.ALL)


def _things(facts: Facts, count: Count, number: int, row: Row, quarters: frozenset[int]) -> Iterator[Presence]:
    town = row.get("gemeente", "")
    if count.of is Unit.HOUSEHOLDS:
        for quarter_index in sorted(quarters):
            for household in facts.households.get((row["persoon"], town, quarter_index), ()):
                yield Presence(household, town, frozenset({quarter_index}), row)
        return
    thing = number
    if count.distinct or count.of in _THINGS:
        thing = row[count.distinct or _THINGS[count.of]]
    if thing is not None:
        yield Presence(thing, town, quarters, row)
