"""Which rule of a policy is which function. Rules that look at one series have one shape; the others say their own."""

from collections.abc import Callable, Mapping

from graadmeter.domain.disclosure_rules import Rule, RuleKind
from graadmeter.protect.rules.base import thin
from graadmeter.protect.rules.dominance import dominated
from graadmeter.protect.rules.groups import all_in_one
from graadmeter.protect.rules.means import tells_rows
from graadmeter.protect.rules.own_share import alone_in
from graadmeter.protect.rules.p_percent import told_by_second
from graadmeter.protect.rules.population import small_population
from graadmeter.protect.rules.small_counts import small_counts
from graadmeter.protect.rules.small_rests import small_rests
from graadmeter.protect.rules.view import Verdict, View

OF_SERIES: Mapping[RuleKind, Callable[[View, Rule], Verdict]] = {
    RuleKind.THRESHOLD: small_counts,
    RuleKind.POPULATION: small_population,
    RuleKind.DOMINANCE: dominated,
    RuleKind.P_PERCENT: told_by_second,
}
"""Rules that look at the figures of one series."""

OF_OTHERS: Mapping[RuleKind, Callable[..., object]] = {
    RuleKind.REST: small_rests,
    RuleKind.GROUP: all_in_one,
    RuleKind.OWN_SHARE: alone_in,
    RuleKind.BASE: thin,
    RuleKind.MEAN: tells_rows,
}
"""Rules that look at two series, at who is behind figures, or at how they are written."""
