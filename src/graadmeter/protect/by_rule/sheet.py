"""The figures and steps of one year as one table: what is counted, what the release shows, and what cannot be true."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, permutations
from typing import Any

from graadmeter.domain.rule_figures import Part
from graadmeter.domain.rule_paths import RulePath, RuleStep, settings_of, within
from graadmeter.protect.by_rule.links import HELP, Node

Key = tuple[Any, ...]
"""What a number is called: (Part.FIGURE, area, node), or (Part.ENTERED or Part.LEFT, area, step)."""


Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Counted:
    """What is known inside of one year, in the areas that are looked at."""

    year: int
    ways: tuple[RulePath, ...]
    rows: Mapping[tuple[str, str, int], Row]
    """Rows of RULE_COUNTS by (area, end, place)."""
    shown: Mapping[str, Mapping[Node, int]]
    """What the release shows on the subject, per area, the region first."""


@dataclass(frozen=True)
class Sheet:
    """One year in some areas, the region first."""

    year: int
    areas: tuple[str, ...]
    ways: tuple[RulePath, ...]
    number: Mapping[Key, int]
    """Every figure and step that is counted, and every figure that the release shows."""
    told: frozenset[Key]
    """The numbers that the release shows, or that follow from two that it shows."""

    @cached_property
    def steps(self) -> tuple[RuleStep, ...]:
        """The steps of all ways, each once."""
        return tuple(dict.fromkeys(step for way in self.ways for step in way.steps))

    def nodes(self, area: str) -> list[Node]:
        """Whose figure there is."""
        return [key[2] for key in self.number if key[0] is Part.FIGURE and key[1] == area]

    def nested(self, area: str) -> list[tuple[Node, Node]]:
        """Pairs of figures of which the one counts a part of the other, unless the release shows both."""
        return [
            (few, many)
            for few, many in permutations(self.nodes(area), 2)
            if nested(few, many) and not {(Part.FIGURE, area, few), (Part.FIGURE, area, many)} <= self.told
        ]

    def nearly_same(self, area: str) -> list[tuple[Node, Node]]:
        """Pairs of figures of the same days and help, of which one puts some persons elsewhere or merges otherwise."""
        return [
            (one, other)
            for one, other in combinations(self.nodes(area), 2)
            if one[0] == other[0]
            and one[1] != other[1]
            and replace(one[1], area=other[1].area, merging=other[1].merging) == other[1]
        ]


def nested(few: Node, many: Node) -> bool:
    """Whether whoever counts in the one counts in the other."""
    return within(few[1], many[1]) and (few[0] == HELP or few[0] == many[0])


def parts_of(step: RuleStep) -> tuple[Part, ...]:
    """What a step has beside its figure: whom it adds, whom it takes off, or both."""
    return (Part.ENTERED,) if step.only_enter else (Part.LEFT,) if step.only_leave else (Part.ENTERED, Part.LEFT)


def sheet_of(known: Counted) -> Sheet:
    """The sheet of a year.

    Raises ValueError when what must be true is not: the release shows another number than was counted, more persons
    count in a part than in the whole, or somebody leaves by a step that only adds.
    """
    number: dict[Key, int] = {}
    told: set[Key] = set()
    for area, figures in known.shown.items():
        mine = {(Part.FIGURE, area, node): value for node, value in figures.items()}
        number |= mine
        told |= set(mine)
        for way in known.ways:
            _count(number, area, way, known.rows)
            told |= set(_following(told, area, way))
    found = Sheet(known.year, tuple(known.shown), known.ways, number, frozenset(told))
    _require_nested(found)
    return found


def _following(told: set[Key], area: str, way: RulePath) -> Iterator[Key]:
    """Whom a step adds or takes off is known when both its figures are and it does only one of the two."""
    for step in way.steps:
        ends = {(Part.FIGURE, area, (HELP, one)) for one in (step.before, step.after)}
        if len(parts_of(step)) == 1 and ends <= told:
            yield (parts_of(step)[0], area, step)


def _count(number: dict[Key, int], area: str, way: RulePath, rows: Mapping[tuple[str, str, int], Row]) -> None:
    for place, switches in enumerate(settings_of([way])):
        figure = rows[area, way.end.id, place]["figure"]
        if number.setdefault((Part.FIGURE, area, (HELP, switches)), figure) != figure:
            raise ValueError("the release shows another number than was counted")
    for place, step in enumerate(way.steps, 1):
        row = rows[area, way.end.id, place]
        for part in (Part.ENTERED, Part.LEFT):
            if part in parts_of(step):
                number[part, area, step] = row[part.value]
            elif row[part.value]:
                raise ValueError("a step that only adds or only takes off does the other as well")


def _require_nested(sheet: Sheet) -> None:
    for area in sheet.areas:
        for few, many in sheet.nested(area):
            if sheet.number[Part.FIGURE, area, few] > sheet.number[Part.FIGURE, area, many]:
                raise ValueError("a part counts more persons than the whole")
