"""p_procent: who has the second largest part of an amount can tell the largest to within p %.

The second takes off its own part; what is left over for all the others is then what hides the first. How far above the
truth a hidden amount must still be possible: so far that this reckoning is p % off. Source: Handbook on Statistical
Disclosure Control, second edition, chapter 4 (rule and protection levels).
"""

import numpy as np

from graadmeter.domain.disclosure_rules import Rule
from graadmeter.protect.rules.view import Parts, Verdict, View


def told_by_second(view: View, rule: Rule) -> Verdict:
    """Amounts of which the second contributor can tell the first, and amounts of which these are not known."""
    verdict = Verdict.of(np.zeros(view.value.shape, dtype=np.bool_))
    for kind in rule.among if view.money else ():
        parts = view.parts.get(kind) or Parts.unknown(view.value.shape)
        verdict = verdict.both(_by(view, parts, rule.numbers["percent"]))
    return verdict


def _by(view: View, parts: Parts, percent: int) -> Verdict:
    some = view.counted & (view.value != 0)
    others = np.where(parts.known, parts.whole - parts.first - parts.second, 0)
    lacking = np.where(parts.known, percent * parts.first - 100 * others, 0)
    small = some & (~parts.known | (lacking > 0))
    return Verdict(small, np.where(some & (lacking > 0), -(-lacking // 100), 0))
