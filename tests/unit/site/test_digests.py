"""Equal parts of a release have equal digests, whatever lies in memory beside them."""

import numpy as np
import pyarrow as pa
import pytest

from graadmeter.site.tables import Tables


def _table(garbage: float, first: float = 1.0, hidden: tuple[bool, bool] = (False, True)) -> pa.Table:
    """Two indicators; what lies under a null of the second is `garbage`."""
    values = np.array([first, 2.0, 3.0, garbage])
    column = pa.array(values, mask=np.array([False, False, *hidden]))
    return pa.table({"indicator": ["a", "a", "b", "b"], "value": column, "status": ["value", "value", "value", None]})


def _digest(table: pa.Table, indicator: str | None) -> str:
    return Tables({"cells": table}).digest("cells", indicator)


@pytest.mark.parametrize("indicator", ["a", "b", None])
def test_what_lies_under_a_null_does_not_count(indicator: str | None) -> None:
    one, other = _table(7.0), _table(8.0)
    assert one.equals(other)
    assert _digest(one, indicator) == _digest(other, indicator)


def test_a_figure_that_changes_or_is_hidden_does() -> None:
    before = _digest(_table(0.0), "b")
    assert _digest(_table(0.0, first=9.0), "b") == before, "another indicator"
    assert _digest(_table(0.0, hidden=(False, False)), "b") != before, "shown as nought is not hidden"
    assert _digest(_table(0.0, hidden=(True, True)), "b") != before
    assert _digest(_table(0.0, first=9.0), "a") != _digest(_table(0.0), "a")
    assert Tables().digest("cells", "a") == ""
