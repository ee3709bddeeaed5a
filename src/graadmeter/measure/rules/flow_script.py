"""Who comes and who goes when one switch of a counting rule is changed, as texts for one engine.

`measure.rules.run` counts figures under every mixture of rules, of which the difference is a net one. Here both sides
of a step stand beside each other per person, so that those who come and those who go are counted apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

from graadmeter.domain.counting_rules import Switches
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.region import Region
from graadmeter.domain.rule_paths import RulePath, settings_of
from graadmeter.measure.moments import Window
from graadmeter.measure.portable import create, drop, render
from graadmeter.measure.rules.lanes import RuleLane, lane_of, lanes_of
from graadmeter.measure.rules.places import place_nodes
from graadmeter.measure.rules.program import by_area, counted_alike, inhabitants, person_node
from graadmeter.measure.syntax import (
    Exp,
    big,
    bit_or,
    both,
    col,
    every,
    joined,
    num,
    select,
    source,
    stacked,
    sub,
    total,
    when,
)
from graadmeter.measure.tables import PREFIX, Node

YEARS = PREFIX + "regeljaar"
"""Rows jaar and, per type of period, the bitmap of the one that stands for the year (`mask_in`)."""

_PERSONS = PREFIX + "regelsamen"
_ALIKE = PREFIX + "regelsoort"

Pair = tuple[Switches, Switches]


@dataclass(frozen=True, slots=True)
class FlowScript:
    """What is run in the engine, as texts of its dialect."""

    makes: tuple[tuple[str, str], ...]
    """Per table: how it is made and how it is removed."""
    flows: str
    """Rows stap (place in `pairs`), area, jaar, figuur, erbij, eraf."""
    inhabitants: str
    pairs: tuple[Pair, ...]


def mask_in(kind: PeriodType) -> str:
    """The column of `YEARS` with the bitmaps of a type of period."""
    return f"mask_{kind.value}"


def flow_script(ways: Sequence[RulePath], region: Region, dialect: str) -> FlowScript:
    """The texts that count these ways; of the data they hold window and code of the region only."""
    lanes = lanes_of(settings_of(ways))
    pairs = _pairs(ways)
    flows = stacked(_flow(place, pair, lanes) for place, pair in enumerate(pairs))
    return FlowScript(
        tuple((create(node.name, node.query, dialect), drop(node.name, dialect)) for node in _nodes(lanes, region)),
        render(flows, dialect),
        render(inhabitants(), dialect),
        pairs,
    )


def _nodes(lanes: Sequence[RuleLane], region: Region) -> list[Node]:
    """The tables to make: persons of each area rule, then beside each other, then how many are alike."""
    persons = {area: person_node(area, own) for area, own in by_area(lanes).items()}
    names, sides = [f"l{place}" for place in range(len(lanes))], []
    keys: dict[str, Exp] = {name: col(name) for name in ("plaats", "persoon")}
    for area, own in by_area(lanes).items():
        here = {name: col(name) if place in own else big(num(0)) for place, name in enumerate(names)}
        sides.append(select({**keys, **here}, persons[area].name))
    gathered: dict[str, Exp] = {name: bit_or(col(name)) for name in names}
    return [
        *place_nodes(Window(region.first_quarter, region.last_quarter), region.code),
        *persons.values(),
        Node(_PERSONS, select({**keys, **gathered}, sub(stacked(sides), "s"), group=keys)),
        counted_alike(_PERSONS, _ALIKE, ("plaats", *names)),
    ]


def _pairs(ways: Sequence[RulePath]) -> tuple[Pair, ...]:
    """Both sides of every step, each once; the beginning of a way is a step from itself to itself."""
    begins = [(way.start.switches, way.start.switches) for way in ways]
    steps = [(step.before, step.after) for way in ways for step in way.steps]
    return tuple(dict.fromkeys([*begins, *steps]))


def _flow(place: int, pair: Pair, lanes: Sequence[RuleLane]) -> exp.Select:
    before, after = (_present(lanes.index(lane_of(one)), one) for one in pair)
    keys: dict[str, Exp] = {"stap": num(place), "area": col("plaats", "r"), "jaar": col("jaar", "j")}
    counted = {
        "figuur": after,
        "erbij": every([after, exp.Not(this=exp.Paren(this=before))]),
        "eraf": every([before, exp.Not(this=exp.Paren(this=after))]),
    }
    sums: dict[str, Exp] = {name: total(when(here, col("n", "r"), num(0))) for name, here in counted.items()}
    query = joined(select({**keys, **sums}, source(_ALIKE, "r")), YEARS, "j", exp.true())
    return query.group_by(keys["area"], keys["jaar"], copy=False)


def _present(lane: int, switches: Switches) -> Exp:
    """Whether somebody counts in the period that stands for the year."""
    return both(col(f"l{lane}", "r"), col(mask_in(switches.period), "j")).neq(num(0))
