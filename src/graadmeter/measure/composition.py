"""What a person or household has all together in a period: how many kinds of provision, under which laws.

For every person (household) and period the number of kinds under each law is counted, and packed into whole numbers:
6 bits for each law, 18 for a period, three periods in one number. Adding the packed numbers of its kinds gives all
counts of a person at once; equal numbers are then counted, and taken apart outside the engine.
"""

from collections.abc import Iterator, Sequence

from sqlglot import exp

from graadmeter.catalogue.predicates import columns_in, parse_predicate
from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Count
from graadmeter.domain.slices import LAW_LETTERS
from graadmeter.measure.lanes import THINGS, kind_of
from graadmeter.measure.moments import Window
from graadmeter.measure.syntax import Exp, big, bit_or, both, col, num, rows, select, stacked, sub, text, total, when
from graadmeter.measure.tables import PREFIX, Node
from graadmeter.measure.units import unit_rows

LAW_BITS = 6
"""Enough for the kinds of provision of one law (8 forms and 13 measures under the Jeugdwet)."""
PERIOD_BITS = LAW_BITS * len(LAW_LETTERS)
PERIODS_IN_WORD = 3
KIND = ("wet", "soort", "voorziening")
"""What makes two provisions different kinds; codes of forms and measures alone are not unique."""


def composition_nodes(
    number: int, count: Count, levels: frozenset[Level], window: Window, masks: Sequence[int]
) -> Iterator[Node]:
    """Who has which kinds, and then one row per person (household) and area with its packed counts.

    `masks` are the bitmaps of all periods, in order.
    """
    unit = THINGS[count.of]
    extra = sorted(columns_in(count.where) - set(KIND))
    source = sub(unit_rows(window, kind_of(count), (*KIND, *extra)), "t")
    keys: dict[str, Exp] = {name: col(name) for name in ("gemeente", unit, *KIND)}
    mask = {"mask": bit_or(col("mask"))}
    has = _name(number, "heeft")
    yield Node(has, select({**keys, **mask}, source, where=parse_predicate(count.where).copy(), group=keys))
    words = _words(masks)
    if Level.MUNICIPALITY in levels:
        per_place: dict[str, Exp] = {"gemeente": col("gemeente"), unit: col(unit)}
        yield Node(_name(number, Level.MUNICIPALITY), select({**per_place, **words}, has, group=per_place))
    if Level.REGION in levels:
        kinds: dict[str, Exp] = {name: col(name) for name in (unit, *KIND)}
        once = sub(select({**kinds, **mask}, has, group=kinds), "k")
        yield Node(_name(number, Level.REGION), select({unit: col(unit), **words}, once, group=(unit,)))


def composition_query(number: int, levels: frozenset[Level], region: str, periods: int) -> exp.Query:
    """Rows area, woord, waarde, n: how many persons (households) have this packed number in this word."""
    return stacked(
        _equal(number, level, word, region)
        for level in (Level.REGION, Level.MUNICIPALITY)
        if level in levels
        for word in range(-(-periods // PERIODS_IN_WORD))
    )


def _name(number: int, part: str) -> str:
    return f"{PREFIX}samen{number}_{part}"


def _equal(number: int, level: Level, word: int, region: str) -> exp.Select:
    value = col(f"w{word}")
    area: Exp = text(region) if level is Level.REGION else col("gemeente")
    columns: dict[str, Exp] = {"area": area, "woord": num(word), "waarde": value, "n": rows()}
    group = ("waarde",) if level is Level.REGION else ("area", "waarde")
    return select(columns, _name(number, level), where=value.neq(num(0)), group=group)


def _words(masks: Sequence[int]) -> dict[str, Exp]:
    starts = range(0, len(masks), PERIODS_IN_WORD)
    return {f"w{place}": _word(masks[start : start + PERIODS_IN_WORD]) for place, start in enumerate(starts)}


def _word(masks: Sequence[int]) -> Exp:
    law = exp.Case()
    for place, name in enumerate(LAW_LETTERS):
        law = law.when(col("wet").eq(text(name)), num(1 << LAW_BITS * place))
    fields: list[Exp] = [
        when(both(col("mask"), num(mask)).neq(num(0)), num(1 << PERIOD_BITS * place), num(0))
        for place, mask in enumerate(masks)
    ]
    packed = fields[0]
    for field in fields[1:]:
        packed = packed + field
    return total(big(law.else_(num(0))) * exp.Paren(this=packed))
