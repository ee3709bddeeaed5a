"""Which figures are hidden for their own sake, and how well. One function per rule; source: the policy."""

import numpy as np

from graadmeter.domain.indicators import Unit
from graadmeter.domain.policies import MoneyRule, Policy
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.grid import ABSENT


def small_counts(value: Ints, policy: Policy) -> Bools:
    """Counts from 1 to below the threshold; zeros as well when the policy does not show them."""
    least = 1 if policy.zeros_shown else 0
    small: Bools = (value >= least) & (value < policy.threshold)
    return small


def small_rests(value: Ints, whole: Ints, policy: Policy) -> Bools:
    """Counts of which nearly everybody is part: 97 of 100 tells of the other 3; 0 of 3 tells nothing new."""
    rest = whole - value
    if not policy.complement:
        return np.zeros(value.shape, dtype=np.bool_)
    small: Bools = (value > 0) & (rest > 0) & (rest < policy.threshold)
    return small


def small_sums(value: Ints, persons: Ints, policy: Policy) -> Bools:
    """Sums of values (days, volumes) with too few persons behind them; where rows tell of no persons: rows."""
    few: Bools = (value != 0) & ((persons == ABSENT) | (persons < policy.threshold))
    return few


def few_behind(value: Ints, persons: Ints, providers: Ints, rule: MoneyRule) -> Bools:
    """Amounts with too few persons or providers behind them, or with an unknown number of either."""
    unknown = (persons == ABSENT) | (providers == ABSENT)
    few: Bools = (value != 0) & (unknown | (persons < rule.persons) | (providers < rule.providers))
    return few


def needs(value: Ints, sensitive: Bools, unit: Unit, policy: Policy) -> Ints:
    """How wide the range of possible values of each hidden figure must be, in its own unit (euro: cents).

    Counts: the interval of the policy. Amounts: a percentage of the amount; an amount that is hidden for the sake of
    another needs no more than not to be known.
    """
    if unit is not Unit.EURO:
        return np.full(value.shape, policy.interval, dtype=np.int64)
    share = -(-np.abs(value) * policy.money.interval_percent // 100)
    return np.where(sensitive, np.maximum(share, 1), 1)
