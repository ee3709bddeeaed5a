"""Adds the rows of figures up to one row: sums, and shares and balances of these."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.status import CellStatus
from graadmeter.protect.arrays import Floats, Ints
from graadmeter.protect.grid.lines import Lines

_KINDS = ("times", "minus", "split")
_SUMS = ("value", "numerator", "denominator")
_LEAST = ("contributors", "providers")
"""Of these the largest of the rows is taken: who stands behind several of them would count twice in a sum."""
_FLAGS = (CellStatus.NOT_DELIVERED.value, CellStatus.PROVISIONAL.value)


def kinds_of(found: Lines) -> dict[str, Ints]:
    """The columns `times` and `minus` of the rows that these lines are of."""
    times = [line.unit.multiplier if line.measure.share_of is not None else 0 for line in found.lines]
    minus = [line.measure.minus is not None for line in found.lines]
    return {
        name: np.array(column, dtype=np.int64)[found.of_row] for name, column in (("times", times), ("minus", minus))
    }


def added_up(rows: pa.Table, alike: Sequence[str]) -> pa.Table:
    """One row of MEASURED rows that agree in the columns `alike`: these columns and all that tells of a figure.

    Every row also says `times` (the multiplier of a share; 0: no share), `minus` (1: a balance) and `split` (1: what is
    below the line adds up as well, 0: it is the same for all). Shares and balances are computed from the sums.
    """
    for status in _FLAGS:
        rows = rows.append_column(status, pc.equal(rows["status"], status))
    asked = [(name, "sum") for name in _SUMS] + [(name, "max") for name in (*_LEAST, *_FLAGS, "denominator")]
    found = rows.group_by([*alike, *_KINDS], use_threads=False).aggregate(asked)
    top, below, same = (_numbers(found[name]) for name in ("numerator_sum", "denominator_sum", "denominator_max"))
    below = np.where(found["split"].to_numpy() == 0, same, below)
    times, minus = found["times"].to_numpy(), found["minus"].to_numpy().astype(np.bool_)
    share = np.divide(times * top, below, out=np.full(len(top), np.nan), where=(times > 0) & (below > 0))
    value = np.select([times > 0, minus], [share, top - below], default=_numbers(found["value_sum"]))
    lacking, early = (found[f"{status}_max"].to_numpy().astype(np.bool_) for status in _FLAGS)
    value = np.where(lacking, np.nan, value)
    names = (CellStatus.NOT_DELIVERED, CellStatus.NOT_APPLICABLE, CellStatus.PROVISIONAL, CellStatus.ZERO)
    word = np.select(
        [lacking, np.isnan(value), early, value == 0], [one.value for one in names], default=CellStatus.VALUE.value
    )
    columns = {name: found[name] for name in alike}
    columns |= {"value": _column(value), "status": pa.array(word.tolist(), pa.string())}
    columns |= {"numerator": _column(np.where(lacking, np.nan, top))}
    columns |= {"denominator": _column(below)}
    columns |= {name: found[f"{name}_max"] for name in _LEAST}
    return pa.table(columns)


def _numbers(column: pa.ChunkedArray) -> Floats:
    numbers: Floats = column.combine_chunks().to_numpy(zero_copy_only=False).astype(np.float64)
    return numbers


def _column(values: Floats) -> pa.Array:
    return pa.array(values, pa.float64(), from_pandas=True)
