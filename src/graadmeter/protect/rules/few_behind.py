"""What a policy asks of every amount and sum of values: enough persons behind it, and of money enough providers."""

from graadmeter.domain.policies import MoneyRule
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.grid.grid import ABSENT


def few_persons(value: Ints, persons: Ints, threshold: int) -> Bools:
    """Sums of values (days, volumes) with too few persons behind them; where rows tell of no persons: rows."""
    few: Bools = (value != 0) & ((persons == ABSENT) | (persons < threshold))
    return few


def few_behind(value: Ints, persons: Ints, providers: Ints, rule: MoneyRule) -> Bools:
    """Amounts with too few persons or providers behind them, or with an unknown number of either."""
    unknown = (persons == ABSENT) | (providers == ABSENT)
    few: Bools = (value != 0) & (unknown | (persons < rule.persons) | (providers < rule.providers))
    return few
