"""Means and quantiles of a region of which one municipality has nearly everybody: it could take itself off."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.indicators import Indicator, Unit
from graadmeter.domain.policies import Policy
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.blocks.holders import holder_of, sets_of_holders
from graadmeter.protect.blocks.plan import Plan
from graadmeter.protect.grid.lines import Line, lines_of


def left_over(rows: pa.Table, indicators: Mapping[str, Indicator], policies: Mapping[str, Policy], plan: Plan) -> Bools:
    """Which derived figures leave too few persons when one area that knows its own takes these off; none without."""
    marked = np.zeros(rows.num_rows, dtype=np.bool_)
    if plan.insiders is None or not rows.num_rows:
        return marked
    areas = plan.facts.grid.areas
    number = {area.code: place for place, area in enumerate(areas)}
    above = np.array([number.get(area.parent, -1) for area in areas], dtype=np.int64)
    place = np.array([number[code] for code in rows["area"].to_pylist()], dtype=np.int64)
    found = lines_of(rows, indicators)
    _, period = np.unique(rows["period"].to_numpy(zero_copy_only=False).astype(str), return_inverse=True)
    key = (found.of_row * (int(period.max()) + 1) + period) * len(areas)
    own = np.flatnonzero(holder_of(areas, plan.insiders)[place] == place)
    own = own[above[place[own]] >= 0]
    order = np.argsort(key + place)
    wanted = key[own] + above[place[own]]
    at = np.minimum(np.searchsorted(key + place, wanted, sorter=order), len(order) - 1)
    whole = order[at]
    same = (key + place)[whole] == wanted
    own, whole = own[same], whole[same]
    persons = _persons(rows)
    least = np.array([_least(line, policies[indicators[line.indicator].policy]) for line in found.lines])[found.of_row]
    rest = persons[whole] - persons[own]
    marked[whole[(rest > 0) & (rest < least[whole])]] = True
    for one in sets_of_holders(plan):
        among = np.isin(place[own], one)
        taken, most = np.zeros((2, rows.num_rows), dtype=np.int64)
        np.add.at(taken, whole[among], persons[own[among]])
        np.maximum.at(most, whole[among], persons[own[among]])
        marked |= (taken > 0) & (persons > most) & (persons - taken < least)
    return marked


def _least(line: Line, policy: Policy) -> int:
    return max(policy.threshold, policy.money.persons) if line.measure.count.of is Unit.EURO else policy.threshold


def _persons(rows: pa.Table) -> Ints:
    filled = pc.fill_null(rows["contributors"].cast(pa.int64()), 0)
    persons: Ints = filled.combine_chunks().to_numpy(zero_copy_only=False).astype(np.int64)
    return persons
