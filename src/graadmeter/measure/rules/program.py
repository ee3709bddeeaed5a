"""All lanes as query trees: the tables to make, in order, and the one question asked of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlglot import exp

from graadmeter.domain.counting_rules import Financing
from graadmeter.domain.indicators import Unit
from graadmeter.domain.region import Region
from graadmeter.measure.histogram import fold, histogram
from graadmeter.measure.moments import Window
from graadmeter.measure.rules.lanes import UNITS, RuleLane
from graadmeter.measure.rules.places import MASKS, ROWS, place_nodes
from graadmeter.measure.syntax import Exp, bit_or, col, every, num, rows, select, text, total, when
from graadmeter.measure.tables import PREFIX, Node

_UNIT_COLUMN = {Unit.PERSONS: "persoon", Unit.TRAJECTORIES: "regeltraject"}


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
    nodes: list[Node] = [*place_nodes(window)]
    parts: list[exp.Query] = []
    for area in sorted({lane.area for lane in lanes}):
        own = {number: lane for number, lane in enumerate(lanes) if lane.area is area}
        for unit in UNITS:
            base = f"{PREFIX}regel_{area}_{_UNIT_COLUMN[unit]}"
            nodes += _bitmaps(base, ROWS[area], unit, own)
            parts += _histograms(base, unit, own, region.code)
    return RuleProgram(tuple(nodes), fold(parts, ("lane", "area")), _inhabitants())


def _bitmaps(base: str, table: str, unit: Unit, lanes: dict[int, RuleLane]) -> Iterator[Node]:
    """One bitmap per lane: per municipality and person or trajectory, then for the region."""
    key = _UNIT_COLUMN[unit]
    gathered: dict[str, Exp] = {f"l{number}": bit_or(_mask(lane)) for number, lane in lanes.items()}
    keys: dict[str, Exp] = {"plaats": col("plaats"), key: col(key)}
    yield Node(base, select({**keys, **gathered}, table, group=keys))
    once: dict[str, Exp] = {name: bit_or(col(name)) for name in gathered}
    yield Node(f"{base}_regio", select({key: col(key), **once}, base, group=(key,)))


def _mask(lane: RuleLane) -> Exp:
    merged = col("samen") if lane.merging else col("los")
    counts = every([merged, *([col("in_natura")] if lane.financing is Financing.IN_KIND else [])])
    return when(counts, col(MASKS[lane.age, lane.closing]))


def _histograms(base: str, unit: Unit, lanes: dict[int, RuleLane], code: str) -> Iterator[exp.Select]:
    for number in lanes:
        lane = num(number * len(UNITS) + UNITS.index(unit))
        for table, area in ((base, col("plaats")), (f"{base}_regio", text(code))):
            yield histogram(table, {"lane": lane, "area": area}, col(f"l{number}"), weight=rows())


def _inhabitants() -> exp.Select:
    keys: dict[str, Exp] = {name: col(name) for name in ("gemeente", "jaar", "leeftijd")}
    return select({**keys, "n": total(col("aantal"))}, "bevolking", where=col("leeftijd") < num(23), group=keys)
