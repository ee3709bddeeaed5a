"""kleine_bevolking: no breakdown for an area where few live. Totals stay; zeros are shown when the policy does so.

An area of which nobody knows the inhabitants (the unknown wijk) is taken as small.
"""

import numpy as np

from graadmeter.domain.disclosure_rules import Rule
from graadmeter.protect.rules.view import Verdict, View


def small_population(view: View, rule: Rule) -> Verdict:
    """Figures broken down by a dimension that the rule is about, where fewer than `inhabitants` live."""
    if not view.broken_down or not rule.is_along(view.dimension):
        return Verdict.of(np.zeros(view.value.shape, dtype=np.bool_))
    few = view.inhabitants < rule.numbers["inhabitants"]
    told = view.value != 0 if view.zeros_shown else view.counted
    return Verdict.of(few & told & view.counted)
