"""Youth help of a made-up region by every rule: plain facts, the counts of them, and a release of the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_policies import policies
from graadmeter.catalogue.load_rules import rule_sets
from graadmeter.domain.areas import Level
from graadmeter.domain.cells import DIMENSIONS, PUBLISHED, TOTAL
from graadmeter.domain.counting_rules import AgeRange, AreaRule, Financing, Switches
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.region import Region
from graadmeter.domain.rule_figures import RULE_COUNTS
from graadmeter.domain.rule_paths import OWN_RULE, RulePath, paths, settings_of
from graadmeter.engine.arrow import schema_of
from graadmeter.measure.example import example_areas
from graadmeter.protect.by_rule.run import protect_rules

YEAR = 2024
TOWNS = ("GM0141", "GM0147", "GM0153")
REGION: Region = example_areas(TOWNS, (), YEAR * 4, YEAR * 4 + 3)
WAYS: tuple[RulePath, ...] = paths(rule_sets(), YEAR)
OWN = rule_sets()[OWN_RULE].switches
NATION = {
    "indicator": "jeugdhulp",
    "scope": "nation",
    "area": "",
    "period": f"{YEAR}HJ02",
    "rule": "cbs",
    "age": "0-22",
    "borders": YEAR,
    "value": 11.7,
    "source": "CBS StatLine 85098NED, Nederland",
}
"""What others publish by the rule of CBS: a row of RULE_BENCHMARKS."""


@dataclass(frozen=True)
class Group:
    """So many persons who are alike."""

    size: int
    town: str
    quarters: tuple[int, ...] = (4,)
    minor: bool = True
    in_kind: bool = True
    home: str = ""
    """Where they live, when that is another municipality."""
    closed: bool = False
    """Whether later deliveries do not name them, so that the last quarter does not count by the closing rule."""

    def counts(self, how: Switches, area: str) -> bool:
        """Whether they count under these switches in an area."""
        if (how.age is AgeRange.MINOR and not self.minor) or (how.financing is Financing.IN_KIND and not self.in_kind):
            return False
        there = (self.home or self.town) if how.area is AreaRule.ADDRESS else self.town
        if there not in TOWNS or area not in {there, REGION.code}:
            return False
        first = {PeriodType.QUARTER: 4, PeriodType.HALF_YEAR: 3, PeriodType.YEAR: 1}[how.period]
        return any(first <= one <= (3 if how.closing and self.closed else 4) for one in self.quarters)


def counted(groups: Iterable[Group], ways: Sequence[RulePath] = WAYS) -> pa.Table:
    """RULE_COUNTS of the groups."""
    groups, rows = list(groups), []
    for area in (*TOWNS, REGION.code):
        for way in ways:
            before = way.start.switches
            causes = ["", *(step.cause.value for step in way.steps)]
            for place, (cause, after) in enumerate(zip(causes, settings_of([way]), strict=True)):
                here = {one for one in groups if one.counts(before, area)}
                there = {one for one in groups if one.counts(after, area)}
                rows.append(
                    {
                        "area": area,
                        "year": YEAR,
                        "start": way.start.id,
                        "end": way.end.id,
                        "place": place,
                        "cause": cause,
                        "period": after.period_in(YEAR).code,
                        "inhabitants": 5000,
                        "figure": sum(one.size for one in there),
                        "entered": sum(one.size for one in there - here),
                        "left": sum(one.size for one in here - there),
                    }
                )
                before = after
    return pa.Table.from_pylist(rows, schema=schema_of(RULE_COUNTS))


def released(groups: Iterable[Group], told: Mapping[tuple[str, str], str] | None = None) -> pa.Table:
    """The cells of jeugdhulp that a release of the groups shows; `told` gives (area, period) another status."""
    groups, rows = list(groups), []
    for area in (REGION.code, *TOWNS):
        for kind in PeriodType:
            how = Switches(OWN.age, kind, OWN.area, OWN.financing, OWN.merging, OWN.closing)
            period, size = how.period_in(YEAR).code, sum(one.size for one in groups if one.counts(how, area))
            status = (told or {}).get((area, period), "value" if size else "zero")
            level = (Level.REGION if area == REGION.code else Level.MUNICIPALITY).value
            key = ["jeugdhulp", "personen", area, REGION.vintage, level, period, kind.value]
            value = None if status == "suppressed" else float(size)
            rows.append([*key, *[TOTAL] * len(DIMENSIONS), value, status, 1, "edition"])
    columns = zip(*rows, strict=True)
    return pa.table(
        [pa.array(list(column), field.type) for column, field in zip(columns, schema_of(PUBLISHED), strict=True)],
        schema=schema_of(PUBLISHED),
    )


def told(groups: Sequence[Group], edition: str = "first") -> pa.Table:
    """The RULES that a first release tells of these young people."""
    found = protect_rules(
        counted(groups),
        {YEAR: WAYS},
        released(groups),
        REGION,
        indicators={"jeugdhulp": indicators()["jeugdhulp"]},
        policies=policies(),
        edition=edition,
    )
    return found.table
