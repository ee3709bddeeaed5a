"""dominantie, the (n,k) rule: the n largest contributors together have more than k % of an amount.

How far above the truth a hidden amount must still be possible: so far that these n would be k % of it. Source:
Handbook on Statistical Disclosure Control, second edition, chapter 4 (rule and protection levels). Parts may
be negative (corrections): they count without their sign.
"""

import numpy as np

from graadmeter.domain.disclosure_rules import Rule
from graadmeter.protect.rules.view import Parts, Verdict, View


def dominated(view: View, rule: Rule) -> Verdict:
    """Amounts that a few contributors make up, and amounts of which the contributors are not known."""
    verdict = Verdict.of(np.zeros(view.value.shape, dtype=np.bool_))
    for kind in rule.among if view.money else ():
        parts = view.parts.get(kind) or Parts.unknown(view.value.shape)
        verdict = verdict.both(_by(view, parts, rule.numbers["largest"], rule.numbers["percent"]))
    return verdict


def _by(view: View, parts: Parts, number: int, percent: int) -> Verdict:
    some = view.counted & (view.value != 0)
    excess = np.where(parts.known, 100 * parts.largest(number) - percent * parts.whole, 0)
    small = some & (~parts.known | (excess > 0))
    return Verdict(small, np.where(some & (excess > 0), -(-excess // percent), 0))
