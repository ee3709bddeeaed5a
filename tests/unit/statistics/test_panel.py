"""What a panel must have before an effect may be told, and how rows become one."""

import re

import numpy as np
import pytest

from graadmeter.statistics.panel import NEVER, Panel, UnusablePanel, panel

TWO = [("a", 1, 5.0, 3), ("b", 1, 6.0, NEVER), ("a", 2, 5.5, 3), ("b", 2, 7.0, NEVER)]
THREE = [*TWO, ("b", 3, 8.0, NEVER), ("a", 3, 9.0, 3)]


def test_rows_in_any_order_are_one_panel() -> None:
    found = panel(reversed(THREE))
    assert found.units == ("a", "b")
    assert found.outcome.tolist() == [[5, 5.5, 9], [6, 7, 8]]
    assert found.treated.tolist() == [[False, False, True], [False, False, False]]
    assert found.starters.tolist() == [True, False]
    assert found.groups.tolist() == [3]
    later = panel([(*row[:3], 4) if row[0] == "b" else row for row in THREE])
    assert later.starters.tolist() == [True, False], "a start after the last period is no start"


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (THREE[:-1], "1 outcomes are missing, the first of unit a in period 3: the panel is not balanced"),
        ([*THREE, ("a", 3, 1.0, 3)], "unit a has two outcomes in period 3"),
        ([*THREE[:-1], ("a", 3, 9.0, 2)], "unit a has two starts: 3 and 2"),
        ([*THREE[:-1], ("a", 3, np.nan, 3)], "the first of unit a in period 3"),
        (TWO, "no unit starts within the panel"),
        ([row for row in THREE if row[1] == 3], "a panel needs at least two periods"),
        ([row for row in THREE if row[1] != 2], "period 1 is followed by 3"),
        ([(*row[:3], 1) if row[0] == "a" else row for row in THREE], "unit a has no period before its start"),
        ([(*row[:3], 3) for row in THREE], "all units start in period 3: there is nobody to compare with"),
    ],
)
def test_a_panel_that_cannot_tell_an_effect_is_refused(rows: list[tuple[str, int, float, int]], why: str) -> None:
    with pytest.raises(UnusablePanel, match=re.escape(why)):
        panel(rows)


def test_shapes_that_do_not_belong_together_are_refused() -> None:
    found = panel(THREE)
    with pytest.raises(UnusablePanel, match="do not belong"):
        Panel(found.units, found.periods[:2], found.outcome, found.start)
