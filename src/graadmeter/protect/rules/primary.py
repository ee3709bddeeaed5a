"""What a policy asks of every figure of its indicators, and how well hidden figures must be hidden.

What its rules ask beyond that, of some figures, is `protect.rulings`.
"""

import numpy as np

from graadmeter.domain.indicators import Unit
from graadmeter.domain.policies import Policy
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.rules import few_behind as behind
from graadmeter.protect.rules import small_counts as counts
from graadmeter.protect.rules import small_rests as rests

few_behind = behind.few_behind


def small_counts(value: Ints, policy: Policy) -> Bools:
    """Counts from 1 to below the threshold; zeros as well when the policy does not show them."""
    return counts.under(value, policy.threshold, zeros_shown=policy.zeros_shown)


def small_rests(value: Ints, whole: Ints, policy: Policy) -> Bools:
    """Counts that leave out too few of their whole, when the policy asks for that."""
    if not policy.complement:
        return np.zeros(value.shape, dtype=np.bool_)
    return rests.small_rests(value, whole, policy.threshold)


def small_sums(value: Ints, persons: Ints, policy: Policy) -> Bools:
    """Sums of values (days, volumes) with too few persons behind them; where rows tell of no persons: rows."""
    return behind.few_persons(value, persons, policy.threshold)


def needs(value: Ints, sensitive: Bools, unit: Unit, policy: Policy) -> Ints:
    """How wide the range of possible values of each hidden figure must be, in its own unit (euro: cents).

    Counts: the interval of the policy. Amounts: a percentage of the amount; an amount that is hidden for the sake of
    another needs no more than not to be known.
    """
    if unit is not Unit.EURO:
        return np.full(value.shape, policy.interval, dtype=np.int64)
    share = -(-np.abs(value) * policy.money.interval_percent // 100)
    return np.where(sensitive, np.maximum(share, 1), 1)
