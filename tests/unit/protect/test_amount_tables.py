"""Tables of amounts from outside, by who contributes to them; what is hidden can rise as far as the rule asks."""

import highspy
import numpy as np
import pytest

from graadmeter.domain.errors import DisclosureError, UsageError
from graadmeter.protect.tables.amounts import Largest, protect_amounts
from graadmeter.protect.tables.counts import Table

INNER = [1000, 400, 500, 300, 450, 600]
TOTALS = [[0, 1, 2], [3, 4, 5], [0, 3], [1, 4], [2, 5], [0, 1, 2, 3, 4, 5]]
"""Two rows of three cells, with all totals."""


def table() -> Table:
    value = [*INNER, *(sum(INNER[cell] for cell in parts) for parts in TOTALS)]
    sums = [[*((cell, 1) for cell in parts), (6 + number, -1)] for number, parts in enumerate(TOTALS)]
    return Table.of_counts(value, sums)


def contributions(first: int, second: int = 30) -> Largest:
    """Of the first cell as given, of all others from many."""
    others = len(table().value) - 1
    return Largest([first, *[60] * others], [second, *[30] * others], [10] * (others + 1))


def highest(hidden: np.ndarray, cell: int) -> float:
    """How high a hidden cell can be in any table without negative amounts that fits what is shown."""
    whole, solver = table(), highspy.Highs()
    solver.silent()
    ends = [
        (0.0, highspy.kHighsInf) if gone else (value, value) for gone, value in zip(hidden, whole.value, strict=True)
    ]
    cells = [solver.addVariable(float(low), float(high)) for low, high in ends]
    rows = whole.rows
    for row in range(len(rows)):
        terms = range(int(rows.start[row]), int(rows.start[row + 1]))
        solver.addConstr(sum(int(rows.coef[term]) * cells[int(rows.cell[term])] for term in terms) == 0)
    solver.maximize(cells[cell])
    return float(solver.getObjectiveValue())


@pytest.mark.parametrize(
    ("rule", "lacking"),
    [({"p_percent": 20}, 0.2 * 900 - (1000 - 900 - 30)), ({"dominance": (1, 80)}, 900 / 0.8 - 1000)],
)
def test_a_dominated_amount_can_rise_as_far_as_the_rule_asks(rule: dict, lacking: float) -> None:
    done = protect_amounts(table(), contributions(900), **rule)
    assert done.status[0] == "primary"
    assert done.status.count("secondary") >= 3
    assert highest(done.hidden, 0) >= 1000 + lacking
    assert done.findings.passed


def test_what_many_contribute_to_is_shown() -> None:
    done = protect_amounts(table(), contributions(60), dominance=(2, 80), p_percent=10)
    assert set(done.status) == {"shown"}


def test_rules_and_contributions_that_make_no_sense_are_refused() -> None:
    with pytest.raises(UsageError, match="Name a rule"):
        protect_amounts(table(), contributions(900))
    with pytest.raises(UsageError, match="together more than the amount"):
        protect_amounts(table(), contributions(990), p_percent=10)


def test_an_amount_that_nothing_can_hide_is_refused() -> None:
    alone = Table.of_counts([1000, 1000], [[(0, 1), (1, -1)]])
    shown = Largest([900, 60], [30, 30], [10, 10])
    protect_amounts(alone, shown, p_percent=20)
    fixed = Table.of_counts([1000, 0, 1000], [[(0, 1), (1, 1)], [(0, 1), (2, -1)]])
    with pytest.raises(DisclosureError):
        protect_amounts(fixed, Largest([900, 0, 60], [30, 0, 30], [10, 0, 10]), p_percent=20)
