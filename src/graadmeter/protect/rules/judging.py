"""Asks every rule of every policy about every series on the grid."""

from collections.abc import Iterator, Mapping

import numpy as np
import pyarrow as pa

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.disclosure_rules import RULES_OF_MONEY, Contributor, Rule, RuleKind
from graadmeter.domain.indicators import Unit
from graadmeter.domain.policies import Policy
from graadmeter.domain.slices import UNKNOWN
from graadmeter.protect.arrays import Bools
from graadmeter.protect.grid.facts import Facts
from graadmeter.protect.grid.grid import ABSENT
from graadmeter.protect.grid.inhabitants import around, inhabitants_of
from graadmeter.protect.grid.lines import Line, Series
from graadmeter.protect.rules.contributors import Contributions
from graadmeter.protect.rules.groups import all_in_one, may_hide_zeros
from graadmeter.protect.rules.own_share import alone_in, known_least
from graadmeter.protect.rules.registry import OF_SERIES
from graadmeter.protect.rules.rulings import Rulings
from graadmeter.protect.rules.small_rests import small_rests
from graadmeter.protect.rules.view import View

_KNOWERS = (Contributor.HOLDING, Contributor.PROVIDER)
"""Who knows its own share; a holding knows all that its providers know."""


def rulings(facts: Facts, policies: Mapping[str, Policy], contributions: pa.Table | None) -> Rulings:
    """What the rules in `policies` (per indicator) say; `contributions` in the shape CONTRIBUTIONS."""
    if not any(policy.rules for policy in policies.values()):
        return Rulings.none(facts)
    return _Judge(facts, policies, contributions).judged()


class _Judge:
    """Everything that rules look at, and what they said so far."""

    def __init__(self, facts: Facts, policies: Mapping[str, Policy], contributions: pa.Table | None) -> None:
        grid = facts.grid
        self.facts, self.policies = facts, policies
        kinds = {rule.kind for policy in policies.values() for rule in policy.rules}
        self.found = Rulings.blank(facts, money=bool(kinds & RULES_OF_MONEY))
        areas, periods = ([one.code for one in found] for found in (grid.areas, grid.periods))
        self.contributions = Contributions.of(contributions, areas, periods)
        self.inhabitants = inhabitants_of(facts) if RuleKind.POPULATION in kinds else {}
        self.nobody = np.full(grid.value.shape[1:], ABSENT, dtype=np.int64)
        self.number = {series: place for place, series in enumerate(grid.series)}

    def judged(self) -> Rulings:
        """What all rules say."""
        groups: set[tuple[int, int]] = set()
        for line in self.facts.lines:
            for rule in self.policies[line.indicator].rules:
                if rule.asks(line.indicator):
                    self._ask(rule, line)
                    groups.update(self._groups(rule, line))
        self.found.groups = np.array(sorted(groups), dtype=np.int64).reshape(-1, 2)
        return self.found

    def _ask(self, rule: Rule, line: Line) -> None:
        if rule.kind is RuleKind.REST:
            self._judge_rests(rule, line)
        for series in (line.top, line.below):
            if series is not None and rule.kind in OF_SERIES:
                self._judge_series(rule, line, series)
            elif series is not None and rule.kind is RuleKind.OWN_SHARE:
                self._judge_shares(rule, line, series)

    def _judge_series(self, rule: Rule, line: Line, series: Series) -> None:
        place, found = self.number[series], self.found
        verdict = OF_SERIES[rule.kind](self._view(line, series), rule)
        here = self._at(rule)
        found.small[place] |= verdict.small & here
        if verdict.above.any():
            found.above[place] = np.maximum(found.above[place], np.where(here, verdict.above, 0))

    def _judge_shares(self, rule: Rule, line: Line, series: Series) -> None:
        view, place, found, here = self._view(line, series), self.number[series], self.found, self._at(rule)
        for kind in (one for one in _KNOWERS if view.money and one in rule.among and one in view.parts):
            parts = view.parts[kind]
            least = np.where(here, known_least(view.value, parts), 0)
            found.least[place] = np.maximum(found.least[place], least)
            leader = np.where(here & (found.leader[place] < 0), alone_in(view.value, parts), -1)
            found.leader[place] = np.maximum(found.leader[place], leader)

    def _judge_rests(self, rule: Rule, line: Line) -> None:
        facts = self.facts
        if not line.unit.is_share:
            return
        value = facts.grid.value.ravel()
        mine = (facts.line == self.facts.lines.index(line)) & (facts.top >= 0)
        rows = np.flatnonzero(mine & ((facts.below >= 0) | (facts.public > 0)))
        whole = np.where(facts.below[rows] >= 0, value[facts.below[rows]], facts.public[rows])
        _, area, _ = np.unravel_index(facts.top[rows], facts.grid.value.shape)
        small = small_rests(value[facts.top[rows]], whole, rule.numbers["below"])
        self.found.rests[rows] |= small & self._at(rule)[area, 0]

    def _groups(self, rule: Rule, line: Line) -> Iterator[tuple[int, int]]:
        """The places of totals that one member holds everybody of; marks the zeros beside these."""
        series, total = line.top, self.number.get(Series(line.top.count))
        told = series.dimension != TOTAL and series.member != UNKNOWN and rule.is_along(series.dimension)
        if rule.kind is not RuleKind.GROUP or not told or total is None or _is_sum(series):
            return
        grid, here, below = self.facts.grid, self._at(rule), rule.numbers["below"]
        place = self.number[series]
        both = here & grid.counted[total] & grid.counted[place]
        value, member = grid.value[total], grid.value[place]
        self.found.may_hide[place] |= both & may_hide_zeros(value, member, below)
        size = grid.value[place].size
        for at in np.flatnonzero(both & all_in_one(value, member, below)).tolist():
            yield total * size + at, place * size + at

    def _view(self, line: Line, series: Series) -> View:
        grid, place = self.facts.grid, self.number[series]
        return View(
            value=grid.value[place],
            counted=grid.counted[place],
            dimension=series.dimension,
            money=series.count.of is Unit.EURO,
            zeros_shown=self.policies[line.indicator].zeros_shown,
            inhabitants=around(line, self.facts, self.inhabitants) if self.inhabitants else self.nobody,
            parts=self.contributions.to(line, grid.value[place]) if series == line.top else {},
        )

    def _at(self, rule: Rule) -> Bools:
        """The areas that the rule is about, as a column."""
        here: Bools = np.array([rule.is_at(area.level) for area in self.facts.grid.areas], dtype=np.bool_)[:, None]
        return here


def _is_sum(series: Series) -> bool:
    """Whether it is an amount or a sum of values, which tells of no group of persons."""
    return series.count.of is Unit.EURO or bool(series.count.value)
