"""Which figures rest on too few persons for a rule, though no count is too small."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from graadmeter.domain.areas import Level
from graadmeter.domain.disclosure_rules import Rule, RuleKind
from graadmeter.domain.policies import Policy
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.grid.facts import Facts
from graadmeter.protect.grid.lines import Line
from graadmeter.protect.rules.base import thin

_NUMBERS = {RuleKind.BASE: "persons", RuleKind.THRESHOLD: "threshold"}


def thin_rows(rows: pa.Table, facts: Facts, policies: Sequence[Policy]) -> Bools:
    """Of the rows of `facts` the shares and quotients with too small a count below the line.

    A share of the population is none: that is known to everybody. `policies` are given per line.
    """
    few = np.zeros(rows.num_rows, dtype=np.bool_)
    if not any(policy.rules for policy in policies):
        return few
    levels, value = Levels(rows), facts.grid.value.ravel()
    for number, (line, policy) in enumerate(zip(facts.lines, policies, strict=True)):
        if line.measure.share_of is not None and line.below is not None:
            mine = np.flatnonzero((facts.line == number) & (facts.below >= 0))
            whole = value[facts.below[mine]]
            few[mine] = thin(whole, least_behind(line, policy, levels, mine, (RuleKind.BASE,))) & (whole > 0)
    return few


class Levels:
    """The level of each row of a table."""

    def __init__(self, rows: pa.Table) -> None:
        found = rows["level"].combine_chunks().dictionary_encode()
        self._place: Ints = found.indices.to_numpy(zero_copy_only=False).astype(np.int64)
        self._names = [Level(name) for name in found.dictionary.to_pylist()]

    def about(self, rule: Rule, rows: Ints) -> Bools:
        """Which of the rows with these numbers the rule is about."""
        here: Bools = np.array([rule.is_at(level) for level in self._names], dtype=np.bool_)[self._place[rows]]
        return here


def least_behind(
    line: Line, policy: Policy, levels: Levels, rows: Ints, kinds: Sequence[RuleKind] = tuple(_NUMBERS)
) -> Ints:
    """The fewest persons that rules of these kinds want behind a figure, per row; 0 where none does."""
    least = np.zeros(len(rows), dtype=np.int64)
    for rule in (one for kind in kinds for one in policy.rules_of(kind, line.indicator)):
        least = np.maximum(least, np.where(levels.about(rule, rows), rule.numbers[_NUMBERS[rule.kind]], 0))
    return least
