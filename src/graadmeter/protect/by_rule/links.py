"""What the release itself shows of the persons that counting rules count: the figures that tie the two together."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.areas import Level
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.counting_rules import AgeRange, AreaRule, Financing, Switches
from graadmeter.domain.indicators import AgeScope, Count, Indicator, Moment, Unit
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.status import CellStatus

HELP, CARE = "jeugdhulp", "jeugdzorg"
"""Who is counted: young people with youth help, as every rule does, or all with youth help, protection or probation."""

Node = tuple[str, Switches]
"""Who is counted, and how: one figure of every area and year."""

_AGES = {AgeScope.MINOR: AgeRange.MINOR, AgeScope.TO_22: AgeRange.YOUNG}
_FINAL = frozenset({CellStatus.VALUE.value, CellStatus.ZERO.value})
_KINDS = re.compile(r"soort (?:= '(\w+)'|IN \(((?:'\w+'(?:, )?)+)\))")


@dataclass(frozen=True, slots=True)
class Links:
    """The figures of the release on this subject."""

    shown: Mapping[tuple[str, int, Node], int | None]
    """(area, year, node) -> the figure; None when it is there but not a final one that is shown."""
    indicator: str
    """The indicator that counts young people with youth help; '' when the release has none."""

    def of(self, area: str, year: int) -> dict[Node, int | None]:
        """The figures of one area and year."""
        return {node: value for (place, when, node), value in self.shown.items() if (place, when) == (area, year)}


def links(cells: pa.Table, indicators: Mapping[str, Indicator]) -> Links:
    """The figures out of protected cells (PUBLISHED) that count the same persons as a rule, or all of them and more."""
    kinds = dict(_kinds(indicators))
    wanted = pc.and_(pc.is_in(cells["indicator"], pa.array(sorted(kinds), pa.string())), _totals(cells))
    found: dict[tuple[str, int, Node], int | None] = {}
    for row in cells.filter(wanted).select(["indicator", "area", "period", "value", "status"]).to_pylist():
        who, age = kinds[row["indicator"]]
        for kind in PeriodType:
            node = (who, replace(_OURS, age=age, period=kind))
            year = int(row["period"][:4])
            if node[1].period_in(year).code == row["period"]:
                found[row["area"], year, node] = int(row["value"]) if row["status"] in _FINAL else None
    return Links(found, next((name for name in sorted(kinds) if kinds[name] == (HELP, AgeRange.MINOR)), ""))


_OURS = Switches(AgeRange.MINOR, PeriodType.QUARTER, AreaRule.RESPONSIBLE, Financing.ALL, merging=True, closing=False)
"""How indicators of trajectories count."""


def _totals(cells: pa.Table) -> pa.ChunkedArray:
    """Numbers of persons of the region and of municipalities that are not broken down."""
    chosen = pc.and_(pc.equal(cells["unit"], Unit.PERSONS.value), pc.not_equal(cells["level"], Level.WIJK.value))
    for name in DIMENSIONS:
        chosen = pc.and_(chosen, pc.equal(cells[name], TOTAL))
    return chosen


def _kinds(indicators: Mapping[str, Indicator]) -> Iterator[tuple[str, tuple[str, AgeRange]]]:
    """Per indicator that counts persons with youth help, or with more than that: who, and of which ages."""
    for name, indicator in indicators.items():
        for measure in indicator.measures:
            who = _who(measure.count) if measure.unit is Unit.PERSONS and not measure.fixed else ""
            if who and measure.count.age in _AGES:
                yield name, (who, _AGES[measure.count.age])


def _who(count: Count) -> str:
    plain = Count(of=Unit.PERSONS, table="traject", where=count.where, age=count.age, moment=Moment.ACTIVE)
    found = _KINDS.fullmatch(count.where)
    if replace(count, groups=()) != plain or found is None:
        return ""
    kinds = set(re.findall(r"\w+", found[1] or found[2]))
    if HELP not in kinds:
        return ""
    return HELP if kinds == {HELP} else CARE
