"""All lanes as query trees: the tables to make, in order, and the one question asked of them."""

from collections.abc import Iterator, Sequence
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
    for area in sorted({lane.area for lane in lanes}):
        own = {number: lane for number, lane in enumerate(lanes) if lane.area is area}
        nodes += [*_persons(area, own), _trajectories(area)]
        parts += _histograms(area, own)
    return RuleProgram(tuple(nodes), fold(parts, ("lane", "area")), _inhabitants())


def _alike(area: AreaRule, unit: Unit) -> str:
    """The table with how many persons or trajectories are alike in everything that is counted of them."""
    return f"{PREFIX}regel_{area}_{unit}"


def _persons(area: AreaRule, lanes: dict[int, RuleLane]) -> Iterator[Node]:
    """One bitmap per lane and person, then how many persons of a place have the same bitmaps."""
    each = f"{PREFIX}regelpersoon_{area}"
    gathered: dict[str, Exp] = {f"l{number}": bit_or(_mask(lane)) for number, lane in lanes.items()}
    keys: dict[str, Exp] = {name: col(name) for name in ("plaats", "persoon")}
    yield Node(each, select({**keys, **gathered}, ROWS[area], group=keys))
    yield _counted(each, _alike(area, Unit.PERSONS), ("plaats", *gathered))


def _trajectories(area: AreaRule) -> Node:
    return _counted(ROWS[area], _alike(area, Unit.TRAJECTORIES), ("plaats", *FLAGS, *MASKS.values()))


def _counted(table: str, name: str, columns: Sequence[str]) -> Node:
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
            yield histogram(_alike(area, unit), keys, present[unit], weight=total(col("n")))


def _inhabitants() -> exp.Select:
    keys: dict[str, Exp] = {name: col(name) for name in ("gemeente", "jaar", "leeftijd")}
    return select({**keys, "n": total(col("aantal"))}, "bevolking", where=col("leeftijd") < num(23), group=keys)
