"""Sheets: lanes that one pass over the rows can count together.

Persons, households and providers are *distinct*: each gets one row with one bitmap per lane (`measure.distinct`).
Trajectories and euros are *additive*: rows that are alike are summed (`measure.additive`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graadmeter.domain.areas import Level
from graadmeter.measure.lanes import Kind, Lane, kind_of
from graadmeter.measure.moments import Window
from graadmeter.measure.plan import Plan
from graadmeter.measure.rows import of_person
from graadmeter.measure.syntax import Exp, col, num, text
from graadmeter.measure.tables import PREFIX

PERSON = ("geslacht", "geboortejaar")
"""What is known of a person, next to the rows."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lanes of one kind, each with its number and levels."""

    name: str
    kind: Kind
    lanes: Mapping[Lane, int]
    levels: Mapping[Lane, frozenset[Level]]
    window: Window
    region: str
    """Code of the region."""
    spread: bool = False
    """Whether it tells how many rows have which value, instead of adding the values up."""

    @property
    def person(self) -> tuple[str, ...]:
        """The columns of the person that the lanes need."""
        return PERSON if any(of_person(lane) for lane in self.lanes) else ()

    def at(self, level: Level) -> dict[Lane, int]:
        """The lanes that are counted at a level, with their numbers."""
        return {lane: number for lane, number in self.lanes.items() if level in self.levels[lane]}

    def table(self, level: Level) -> str:
        """The name of the sheet's table for a level; the municipalities' is the base of the others."""
        return self.name if level is Level.MUNICIPALITY else f"{self.name}_{level.value}"

    def keys(self, number: int, level: Level) -> dict[str, Exp]:
        """The keys of a histogram: lane and area."""
        return {"lane": num(number), "area": text(self.region) if level is Level.REGION else col(level.value)}


def sheets(plan: Plan, window: Window, region: str) -> Iterator[Sheet]:
    """The fewest sheets that count all plain lanes of the plan, and take all its distributions."""
    numbers = plan.numbers
    plain = {lane: numbers[lane] for lane in plan.plain}
    for place, (kind, lanes) in enumerate(_by_kind(plain)):
        levels = {lane: plan.lanes[lane] for lane in lanes}
        yield Sheet(f"{PREFIX}blad{place}", kind, lanes, levels, window, region)
    spread = {lane: place for place, lane in enumerate(plan.spreads)}
    for place, (kind, lanes) in enumerate(_by_kind(spread)):
        levels = {lane: plan.spreads[lane] for lane in lanes}
        yield Sheet(f"{PREFIX}verdeling{place}", kind, lanes, levels, window, region, spread=True)


def _by_kind(numbers: Mapping[Lane, int]) -> Iterator[tuple[Kind, dict[Lane, int]]]:
    kinds: dict[Kind, dict[Lane, int]] = {}
    for lane, number in numbers.items():
        kinds.setdefault(kind_of(lane.count), {})[lane] = number
    yield from kinds.items()
