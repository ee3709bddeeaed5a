"""Equal parts of a release have equal digests, whatever lies in memory beside them."""

import numpy as np
import pyarrow as pa
import pytest

from graadmeter.site.digests import _of_table


def _table(garbage: float, first: float = 1.0, hidden: tuple[bool, bool] = (False, True)) -> pa.Table:
    """Two indicators; what lies under a null of the second is `garbage`."""
    values = np.array([first, 2.0, 3.0, garbage])
    column = pa.array(values, mask=np.array([False, False, *hidden]))
    return pa.table({"indicator": ["a", "a", "b", "b"], "value": column, "status": ["value", "value", "value", None]})


@pytest.mark.parametrize("step", ["[a", "[b", "value"])
def test_what_lies_under_a_null_does_not_count(step: str) -> None:
    one, other = _table(7.0), _table(8.0)
    assert one.equals(other)
    assert _of_table(one, step) == _of_table(other, step)


def test_a_figure_that_changes_or_is_hidden_does() -> None:
    before = _of_table(_table(0.0), "[b")
    assert _of_table(_table(0.0, first=9.0), "[b") == before, "another indicator"
    assert _of_table(_table(0.0, hidden=(False, False)), "[b") != before, "shown as nought is not hidden"
    assert _of_table(_table(0.0, hidden=(True, True)), "[b") != before
    assert _of_table(_table(0.0, first=9.0), "[a") != _of_table(_table(0.0), "[a")
    assert _of_table(None, "[a") == ""
