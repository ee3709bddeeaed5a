"""Makes the rows of groups of wijken: sums of their wijken, since everybody counts in one wijk in a period."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.areas import Level
from graadmeter.domain.cells import KEY_COLUMNS, MEASURED
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.policies import Policy
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import shaped
from graadmeter.protect.arrays import Ints
from graadmeter.protect.grid.added_rows import added_up, kinds_of
from graadmeter.protect.grid.lines import lines_of

_ALIKE = (
    *(name for name in KEY_COLUMNS if name not in {"area", "area_vintage", "level"}),
    *("definition_version", "edition", "group"),
)


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
    derived = np.array([line.measure.is_derived for line in found.lines], dtype=np.bool_)
    group = np.where(derived[found.of_row], -1, _group_of(rows, region))
    own = np.flatnonzero(group >= 0)
    for name, column in (("group", group), *kinds_of(found).items()):
        rows = rows.append_column(name, pa.array(column))
    together = added_up(rows.take(pa.array(own)).append_column("split", pa.array(np.ones(len(own)))), _ALIKE)
    codes = pa.array([one.code for one in region.groups], pa.string())
    places = {
        "area": codes.take(together["group"].combine_chunks()),
        "area_vintage": pa.repeat(pa.scalar(region.vintage, pa.int32()), together.num_rows),
        "level": pa.repeat(pa.scalar(Level.WIJK_GROUP.value), together.num_rows),
    }
    for name, column in places.items():
        together = together.append_column(name, column)
    return pa.concat_tables([measured, shaped(together, MEASURED).cast(measured.schema)])


def _group_of(rows: pa.Table, region: Region) -> Ints:
    """The number of the group each row belongs to in its year, -1 for none."""
    year = np.array([int(code[:4]) for code in rows["period"].to_pylist()], dtype=np.int64)
    found = np.full(rows.num_rows, -1, dtype=np.int64)
    for number, group in enumerate(region.groups):
        inside = pc.is_in(rows["area"], pa.array(group.wijken, pa.string())).to_numpy().astype(np.bool_)
        last = np.inf if group.last_year is None else group.last_year
        found[inside & (year >= group.first_year) & (year <= last)] = number
    return found
