"""drempel: counts from 1 to below a threshold, and zeros where these are not shown.

Source of the form of the rule: Handbook on Statistical Disclosure Control, second edition, chapter 5.
"""

from graadmeter.domain.disclosure_rules import Rule
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.rules.view import Verdict, View


def under(value: Ints, threshold: int, *, zeros_shown: bool) -> Bools:
    """Which of the counts are under the threshold."""
    least = 1 if zeros_shown else 0
    small: Bools = (value >= least) & (value < threshold)
    return small


def small_counts(view: View, rule: Rule) -> Verdict:
    """Amounts of money are no counts: of these the policy asks persons and providers."""
    small = under(view.value, rule.numbers["threshold"], zeros_shown=view.zeros_shown)
    return Verdict.of(small & view.counted & (not view.money))
