"""All lanes as query trees: the tables to make, in order, and the one question asked of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlglot import exp

from graadmeter.domain.counting_rules import AreaRule, Financing
from graadmeter.domain.indicators import Unit
from graadmeter.domain.region import Region
from graadmeter.measure.histogram import fold, histogram
from graadmeter.measure.moments import Window
from graadmeter.measure.rules.lanes import UNITS, RuleLane
from graadmeter.measure.rules.places import FLAGS, MASKS, ROWS, place_nodes
from graadmeter.measure.syntax import Exp, bit_or, col, every, num, rows, select, total, when
from graadmeter.measure.tables import PREFIX, Node


@dataclass(frozen=True, slots=True)
class RuleProgram:
    """What is run in the engine."""

    nodes: tuple[Node, ...]
    figures: exp.Query
    """Rows lane, area, periode, n; lane is the place in the lanes times the units, plus the place of the unit."""
    inhabitants: exp.Query
    """Rows gemeente, jaar, leeftijd, n: young people under 23."""


def compile_rules(lanes: Sequence[RuleLane], region: Region) -> RuleProgram:
    """The program that counts all lanes for a region."""
    window = Window(region.first_quarter, region.last_quarter)
    nodes: list[Node] = [*place_nodes(window, region.code)]
    parts: list[exp.Query] = []
    for area, own in by_area(lanes).items():
        persons = person_node(area, own)
        alike = counted_alike(persons.name, _alike(area, Unit.PERSONS), ("plaats", *(f"l{number}" for number in own)))
        nodes += [persons, alike, _trajectories(area)]
        parts += _histograms(area, own)
    return RuleProgram(tuple(nodes), fold(parts, ("lane", "area")), inhabitants())


def _alike(area: AreaRule, unit: Unit) -> str:
    """The table with how many persons or trajectories are alike in everything that is counted of them."""
    return f"{PREFIX}regel_{area}_{unit}"


def by_area(lanes: Sequence[RuleLane]) -> dict[AreaRule, dict[int, RuleLane]]:
    """The lanes by their place among all, per area rule that occurs."""
    return {
        area: {number: lane for number, lane in enumerate(lanes) if lane.area is area}
        for area in sorted({lane.area for lane in lanes})
    }


def person_node(area: AreaRule, lanes: Mapping[int, RuleLane]) -> Node:
    """Rows plaats, persoon and a bitmap `l<place>` per lane: the quarters in which the person counts there."""
    gathered: dict[str, Exp] = {f"l{number}": bit_or(_mask(lane)) for number, lane in lanes.items()}
    keys: dict[str, Exp] = {name: col(name) for name in ("plaats", "persoon")}
    return Node(f"{PREFIX}regelpersoon_{area}", select({**keys, **gathered}, ROWS[area], group=keys))


def _trajectories(area: AreaRule) -> Node:
    return counted_alike(ROWS[area], _alike(area, Unit.TRAJECTORIES), ("plaats", *FLAGS, *MASKS.values()))


def counted_alike(table: str, name: str, columns: Sequence[str]) -> Node:
    """The table `name`: the columns of `table` and, in `n`, how many of its rows have the same in all of them."""
    return Node(name, select({**{one: col(one) for one in columns}, "n": rows()}, table, group=columns))


def _mask(lane: RuleLane) -> Exp:
    merged = col("samen") if lane.merging else col("los")
    counts = every([merged, *([col("in_natura")] if lane.financing is Financing.IN_KIND else [])])
    return when(counts, col(MASKS[lane.age, lane.closing]))


def _histograms(area: AreaRule, lanes: dict[int, RuleLane]) -> Iterator[exp.Select]:
    for number, lane in lanes.items():
        present = {Unit.PERSONS: col(f"l{number}"), Unit.TRAJECTORIES: _mask(lane)}
        for place, unit in enumerate(UNITS):
            keys: dict[str, Exp] = {"lane": num(number * len(UNITS) + place), "area": col("plaats")}
            yield histogram(_alike(area, unit), keys, present[unit], weight=col("n"))


def inhabitants() -> exp.Select:
    """Rows gemeente, jaar, leeftijd, n: young people under 23 on 1 January."""
    keys: dict[str, Exp] = {name: col(name) for name in ("gemeente", "jaar", "leeftijd")}
    return select({**keys, "n": total(col("aantal"))}, "bevolking", where=col("leeftijd") < num(23), group=keys)
