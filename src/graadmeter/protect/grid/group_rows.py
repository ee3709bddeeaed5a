"""Makes the rows of groups of wijken: sums of their wijken, since everybody counts in one wijk in a period."""

from collections.abc import Callable, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.areas import Level
from graadmeter.domain.cells import KEY_COLUMNS, MEASURED
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.policies import Policy
from graadmeter.domain.region import Region
from graadmeter.domain.status import CellStatus
from graadmeter.engine.arrow import shaped
from graadmeter.protect.arrays import Floats, Ints
from graadmeter.protect.grid.lines import Line, lines_of

_ALIKE = (
    *(name for name in KEY_COLUMNS if name not in {"area", "area_vintage", "level"}),
    *("definition_version", "edition", "group", "times", "minus"),
)
_SUMS = ("value", "numerator", "denominator")
_LEAST = ("contributors", "providers")
"""Of these the largest of the wijken is taken: who stands behind several of them would count twice in a sum."""
_FLAGS = (CellStatus.NOT_DELIVERED.value, CellStatus.PROVISIONAL.value)


def with_groups(
    measured: pa.Table, indicators: Mapping[str, Indicator], policies: Mapping[str, Policy], region: Region
) -> pa.Table:
    """The MEASURED table with, after its own rows, those of the groups of wijken of the region.

    Only of indicators whose policy merges wijken, in the years in which a group is in force. Figures that are computed
    from rows (means, quantiles) have none: they cannot be added up.
    """
    named = sorted(name for name, one in indicators.items() if policies[one.policy].merges_wijken(name))
    in_wijk = pc.equal(measured["level"], Level.WIJK.value)
    rows = measured.filter(pc.and_(in_wijk, pc.is_in(measured["indicator"], pa.array(named, pa.string()))))
    if not region.groups or not rows.num_rows:
        return measured
    found = lines_of(rows, indicators)
    group = np.where(_of_lines(found.lines, _is_derived)[found.of_row], -1, _group_of(rows, region))
    own = np.flatnonzero(group >= 0)
    for name, column in (
        ("group", group),
        ("times", _of_lines(found.lines, _times)[found.of_row]),
        ("minus", _of_lines(found.lines, _is_balance)[found.of_row]),
    ):
        rows = rows.append_column(name, pa.array(column))
    together = _together(rows.take(pa.array(own)))
    codes = pa.array([one.code for one in region.groups], pa.string())
    places = {
        "area": codes.take(together["group"].combine_chunks()),
        "area_vintage": pa.repeat(pa.scalar(region.vintage, pa.int32()), together.num_rows),
        "level": pa.repeat(pa.scalar(Level.WIJK_GROUP.value), together.num_rows),
    }
    for name, column in places.items():
        together = together.append_column(name, column)
    return pa.concat_tables([measured, shaped(together, MEASURED).cast(measured.schema)])


def _is_derived(line: Line) -> int:
    return line.measure.is_derived


def _is_balance(line: Line) -> int:
    return line.measure.minus is not None


def _times(line: Line) -> int:
    return line.unit.multiplier if line.measure.share_of is not None else 0


def _group_of(rows: pa.Table, region: Region) -> Ints:
    """The number of the group each row belongs to in its year, -1 for none."""
    year = np.array([int(code[:4]) for code in rows["period"].to_pylist()], dtype=np.int64)
    found = np.full(rows.num_rows, -1, dtype=np.int64)
    for number, group in enumerate(region.groups):
        inside = pc.is_in(rows["area"], pa.array(group.wijken, pa.string())).to_numpy().astype(np.bool_)
        last = np.inf if group.last_year is None else group.last_year
        found[inside & (year >= group.first_year) & (year <= last)] = number
    return found


def _together(rows: pa.Table) -> pa.Table:
    """One row per figure and group: MEASURED without its places, with the column `group`."""
    for status in _FLAGS:
        rows = rows.append_column(status, pc.equal(rows["status"], status))
    asked = [(name, "sum") for name in _SUMS] + [(name, "max") for name in (*_LEAST, *_FLAGS)]
    found = rows.group_by(list(_ALIKE), use_threads=False).aggregate(asked)
    top, below = (_numbers(found[f"{name}_sum"]) for name in ("numerator", "denominator"))
    times, minus = found["times"].to_numpy(), found["minus"].to_numpy().astype(np.bool_)
    share = np.divide(times * top, below, out=np.full(len(top), np.nan), where=(times > 0) & (below > 0))
    value = np.select([times > 0, minus], [share, top - below], default=_numbers(found["value_sum"]))
    lacking, early = (found[f"{status}_max"].to_numpy().astype(np.bool_) for status in _FLAGS)
    value = np.where(lacking, np.nan, value)
    names = (CellStatus.NOT_DELIVERED, CellStatus.NOT_APPLICABLE, CellStatus.PROVISIONAL, CellStatus.ZERO)
    word = np.select(
        [lacking, np.isnan(value), early, value == 0], [one.value for one in names], default=CellStatus.VALUE.value
    )
    columns = {name: found[name] for name in _ALIKE if name not in {"times", "minus"}}
    columns |= {"value": _column(value), "status": pa.array(word.tolist(), pa.string())}
    columns |= {"numerator": _column(np.where(lacking, np.nan, top))}
    columns |= {"denominator": _column(below)}
    columns |= {name: found[f"{name}_max"] for name in _LEAST}
    return pa.table(columns)


def _of_lines(lines: tuple[Line, ...], of: Callable[[Line], int]) -> Ints:
    found: Ints = np.array([of(line) for line in lines], dtype=np.int64)
    return found


def _numbers(column: pa.ChunkedArray) -> Floats:
    numbers: Floats = column.combine_chunks().to_numpy(zero_copy_only=False).astype(np.float64)
    return numbers


def _column(values: Floats) -> pa.Array:
    return pa.array(values, pa.float64(), from_pandas=True)
