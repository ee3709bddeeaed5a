"""What the rules of the policies say of derived figures: means, quantiles, prices, figures of methods."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.disclosure_rules import RuleKind
from graadmeter.domain.indicators import Indicator, Unit
from graadmeter.domain.policies import Policy
from graadmeter.domain.region import Region
from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.grid.grid import ABSENT
from graadmeter.protect.grid.lines import Line, lines_of
from graadmeter.protect.rules.base import thin
from graadmeter.protect.rules.contributors import Contributions
from graadmeter.protect.rules.means import tells_rows
from graadmeter.protect.rules.registry import OF_SERIES
from graadmeter.protect.rules.thin import Levels, least_behind
from graadmeter.protect.rules.view import View

_MONEY = (RuleKind.DOMINANCE, RuleKind.P_PERCENT)


def ruled_figures(
    rows: pa.Table,
    indicators: Mapping[str, Indicator],
    policies: Mapping[str, Policy],
    region: Region,
    contributions: pa.Table | None,
) -> Bools:
    """Which of these derived figures a rule does not allow to be shown; `contributions` in the shape CONTRIBUTIONS."""
    few = np.zeros(rows.num_rows, dtype=np.bool_)
    found = lines_of(rows, indicators)
    chosen = [policies[indicators[line.indicator].policy] for line in found.lines]
    if not any(policy.rules for policy in chosen):
        return few
    judge = _Judge(rows, region, contributions)
    for number, (line, policy) in enumerate(zip(found.lines, chosen, strict=True)):
        own = np.flatnonzero((found.of_row == number) & judge.there)
        few[own] = judge.few(line, policy, own) | judge.told(line, policy, own) | judge.dominated(line, policy, own)
    return few


class _Judge:
    """The columns of the rows that rules look at."""

    def __init__(self, rows: pa.Table, region: Region, contributions: pa.Table | None) -> None:
        areas, periods = [area.code for area in region.areas], sorted(set(rows["period"].to_pylist()))
        self.levels = Levels(rows)
        self.contributions = Contributions.of(contributions, areas, periods)
        self.value: Floats = rows["value"].to_numpy(zero_copy_only=False).astype(np.float64)
        self.there: Bools = ~np.isnan(self.value)
        self.persons, self.base = (_numbers(rows, name) for name in ("contributors", "denominator"))
        places = {code: place for place, code in enumerate(areas)}
        when = {code: place for place, code in enumerate(periods)}
        self.area = np.array([places[code] for code in rows["area"].to_pylist()], dtype=np.int64)
        self.period = np.array([when[code] for code in rows["period"].to_pylist()], dtype=np.int64)

    def few(self, line: Line, policy: Policy, own: Ints) -> Bools:
        """Where too few persons are behind a figure."""
        return thin(self.persons[own], least_behind(line, policy, self.levels, own))

    def told(self, line: Line, policy: Policy, own: Ints) -> Bools:
        """Where a mean or share tells how many rows are behind it."""
        told = np.zeros(len(own), dtype=np.bool_)
        parts = parts_of(line)
        rules = policy.rules_of(RuleKind.MEAN, line.indicator) if parts else ()
        for rule in rules:
            rows = np.where(self.base[own] > 0, self.base[own], self.persons[own])
            shown = np.floor(self.value[own] * 10**line.unit.decimals + 0.5).astype(np.int64)
            many = rule.numbers["denominators"]
            pairs = zip(shown.tolist(), rows.tolist(), strict=True)
            reveals = np.array([tells_rows(number, parts, row, many) for number, row in pairs], dtype=np.bool_)
            told |= reveals & self.levels.about(rule, own)
        return told

    def dominated(self, line: Line, policy: Policy, own: Ints) -> Bools:
        """Where a few contributors make up the amount under a figure."""
        few = np.zeros(len(own), dtype=np.bool_)
        if line.measure.count.of is not Unit.EURO:
            return few
        shape = self.contributions.shape
        some, yes = np.ones(shape, dtype=np.int64), np.ones(shape, dtype=np.bool_)
        unknown = np.full(shape, ABSENT, dtype=np.int64)
        view = View(some, yes, line.top.dimension, True, True, unknown, self.contributions.to(line))  # noqa: FBT003 - fields
        for rule in (one for kind in _MONEY for one in policy.rules_of(kind, line.indicator)):
            small = OF_SERIES[rule.kind](view, rule).small[self.area[own], self.period[own]]
            few |= small & self.levels.about(rule, own)
        return few


def parts_of(line: Line) -> int:
    """How many steps there are in a figure from nothing to one whole; 0 when no whole number is divided by rows.

    Means of days and cents are whole numbers of these: one step.
    """
    if line.unit.is_share:
        return int(line.unit.multiplier * 10**line.unit.decimals)
    return 1 if line.measure.statistic == "gemiddelde" else 0


def _numbers(rows: pa.Table, name: str) -> Ints:
    filled = pc.fill_null(rows[name].cast(pa.float64()), -1.0).combine_chunks()
    numbers: Ints = np.rint(filled.to_numpy(zero_copy_only=False)).astype(np.int64)
    return numbers
