"""The difference between two rules by cause: one path in published order, and the range over all orders.

The steps of the path are whole numbers and add up to the difference exactly. How large a cause is depends on what was
changed before it; the range says how much (docs/adr/0011-counting-rules.md says why it is not a Shapley value).
"""

from collections.abc import Callable
from dataclasses import dataclass

from graadmeter.domain.counting_rules import Cause, Switches

Value = Callable[[Switches], int]


@dataclass(frozen=True, slots=True)
class Step:
    """One cause on the way from one rule to the other."""

    cause: Cause
    change: int
    after: int
    """The figure after this step."""
    least: int
    most: int
    """The smallest and largest change by this cause, whichever other causes are changed before it."""


def decompose(value: Value, start: Switches, end: Switches) -> tuple[Step, ...]:
    """One step per switch that differs, in published order; together they are `value(end) - value(start)`.

    `value` is asked for every mixture of the two (`Switches.mixtures`), so up to 64 of them.
    """
    steps, here = [], start
    for cause in start.differing(end):
        there = here.taking(cause, end)
        others = start.mixtures(end.taking(cause, start))
        changes = [value(mixed.taking(cause, end)) - value(mixed) for mixed in others]
        after = value(there)
        steps.append(Step(cause, after - value(here), after, min(changes), max(changes)))
        here = there
    return tuple(steps)
