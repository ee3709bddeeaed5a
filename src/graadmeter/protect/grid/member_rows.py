"""Makes the rows of groups of age bands and care forms: sums of their members, where everybody counts in one."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import KEY_COLUMNS, MEASURED, TOTAL
from graadmeter.domain.indicators import Count, Indicator
from graadmeter.domain.member_groups import MemberGroup
from graadmeter.domain.policies import Policy
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import shaped
from graadmeter.protect.grid.added_rows import added_up, kinds_of
from graadmeter.protect.grid.additivity import Additivity, additivity
from graadmeter.protect.grid.lines import Line, lines_of


def with_member_groups(
    measured: pa.Table, indicators: Mapping[str, Indicator], policies: Mapping[str, Policy], region: Region
) -> pa.Table:
    """The MEASURED table with, after its own rows, those of the groups of members of the region.

    Only of indicators whose policy merges members of the dimension, at the levels that it names, in the years in which
    a group is in force, and where the members add up to their total: persons in two forms of help would count twice.
    """
    declared = additivity(indicators.values())
    added = [_of_group(measured, group, indicators, policies, declared) for group in region.member_groups]
    tables = [one for one in added if one is not None]
    return pa.concat_tables([measured, *tables]) if tables else measured


def _of_group(
    measured: pa.Table,
    group: MemberGroup,
    indicators: Mapping[str, Indicator],
    policies: Mapping[str, Policy],
    declared: Mapping[Count, Additivity],
) -> pa.Table | None:
    """The rows of one group; None when no figure is merged in it."""
    inside = pc.is_in(measured[group.dimension], pa.array(group.members, pa.string()))
    rows = measured.filter(pc.and_(inside, _asked(measured, group, indicators, policies)))
    if not rows.num_rows:
        return None
    found = lines_of(rows, indicators)
    fits = np.array([adds_up(line, group.dimension, declared) for line in found.lines], dtype=np.bool_)[found.of_row]
    parted = [group.dimension in line.measure.split or line.measure.minus is not None for line in found.lines]
    split = np.array(parted, dtype=np.int64)[found.of_row]
    for name, column in (("split", split), *kinds_of(found).items()):
        rows = rows.append_column(name, pa.array(column))
    alike = [name for name in KEY_COLUMNS if name != group.dimension] + ["definition_version", "edition"]
    together = added_up(rows.filter(pa.array(fits)), alike)
    if not together.num_rows:
        return None
    together = together.append_column(group.dimension, pa.repeat(pa.scalar(group.code), together.num_rows))
    return shaped(together, MEASURED).cast(measured.schema)


def adds_up(line: Line, dimension: str, declared: Mapping[Count, Additivity]) -> bool:
    """Whether the members of a dimension add up in a figure, above the line and, where it is parted too, below it."""
    if line.measure.is_derived:
        return False
    counts = [one.count for one in (line.top, line.below) if one is not None and one.dimension != TOTAL]
    return all(declared[count].dimension(dimension) for count in counts)


def _asked(
    measured: pa.Table, group: MemberGroup, indicators: Mapping[str, Indicator], policies: Mapping[str, Policy]
) -> pa.ChunkedArray:
    """The rows of an indicator and a level where its policy merges members, in the years of the group."""
    years = _texts({code[:4] for code in pc.unique(measured["period"]).to_pylist() if group.holds_in(int(code[:4]))})
    asked = pc.is_in(pc.utf8_slice_codeunits(measured["period"], 0, 4), years)
    marked = pa.chunked_array([np.zeros(measured.num_rows, dtype=np.bool_)])
    for name in sorted(indicators):
        policy = policies[indicators[name].policy]
        if policy.member_merging is not None and policy.merges_members(name, group.dimension):
            levels = _texts({level.value for level in policy.member_merging.levels})
            own = pc.and_(pc.equal(measured["indicator"], name), pc.is_in(measured["level"], levels))
            marked = pc.or_(marked, own)
    return pc.and_(asked, marked)


def _texts(words: set[str]) -> pa.Array:
    return pa.array(sorted(words), pa.string())
