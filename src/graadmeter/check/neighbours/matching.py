"""Finds, for every row, the one row of a neighbour that belongs to it."""

import pyarrow as pa

from graadmeter.check.lookup import matches, matches_on_day
from graadmeter.check.neighbours.neighbour import Neighbour
from graadmeter.check.typed import whole

_DATED = "zorgdag"


def positions_of(neighbour: Neighbour, rows: pa.Table, theirs: pa.Table) -> pa.Array:
    """Positions in `theirs` (as `neighbour.make` made it) for each of `rows`; NULL where none belongs to the row."""
    mine = [whole(rows[name]) for name in neighbour.on if name != _DATED]
    keys = [whole(theirs[name]) for name in theirs.column_names[: len(mine)]]
    if not theirs.num_rows:
        return pa.nulls(rows.num_rows, pa.int64())
    if _DATED in neighbour.on:
        days = [whole(theirs[name]) for name in ("van", "tot")]
        return matches_on_day(mine, whole(rows[_DATED]), keys, days[0], days[1])
    return matches(mine, keys)
