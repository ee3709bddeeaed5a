"""The change list: which published figures differ from the release before, and which deliveries changed in between."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.areas import Level
from graadmeter.domain.cells import KEY_COLUMNS
from graadmeter.domain.region import Region
from graadmeter.domain.status import CellStatus
from graadmeter.domain.tables import Column, Table, Type

CHANGES = Table(
    "changes",
    "published figures that differ from the release before",
    (
        *(Column(name, Type.TEXT, f"see cells.{name}") for name in KEY_COLUMNS),
        Column("change", Type.TEXT, "value (another figure), hidden, shown or final (no longer provisional)"),
        Column("old_value", Type.DOUBLE, "figure in the release before", nullable=True),
        Column("new_value", Type.DOUBLE, "figure in this release", nullable=True),
        Column("old_status", Type.TEXT, "status in the release before"),
        Column("new_status", Type.TEXT, "status in this release"),
        Column("deliveries", Type.TEXT, "sessions that are new or gone since then, of this area or else of the region"),
    ),
)

Sessions = Mapping[str, str]
"""Session id -> GM code of its deliverer."""


def changes(new: pa.Table, old: pa.Table | None, *, region: Region, now: Sessions, before: Sessions) -> pa.Table:
    """The CHANGES rows between two tables of published cells; cells that only one of them has are no change."""
    both = _side_by_side(new, old if old is not None else new.slice(0, 0))
    kinds = [_kind(*cells) for cells in zip(*(both[name].to_pylist() for name in _COMPARED), strict=True)]
    rows = both.append_column("change", pa.array(kinds, pa.string()))
    rows = rows.filter(pc.not_equal(rows["change"], ""))
    moved = {session: {**before, **now}[session] for session in sorted(now.keys() ^ before.keys())}
    places = _municipality_of(region)
    reasons = {area: _of_area(moved, places.get(area, "")) for area in pc.unique(rows["area"]).to_pylist()}
    deliveries = pa.array([reasons[area] for area in rows["area"].to_pylist()], pa.string())
    return rows.append_column("deliveries", deliveries).select(list(CHANGES.names))


_SMALLER = (Level.WIJK, Level.WIJK_GROUP)
_COMPARED = ("old_value", "new_value", "old_status", "new_status")


def _side_by_side(new: pa.Table, old: pa.Table) -> pa.Table:
    """The cells that both tables have, in the order of the new one, with their figures before and now."""
    place = pc.index_in(_keys(new), _keys(old))
    kept = new.filter(pc.is_valid(place))
    was = old.take(place.drop_null())
    columns = [kept[name].cast(pa.string()) for name in KEY_COLUMNS]
    figures = [was["value"], kept["value"], was["status"], kept["status"]]
    return pa.table([*columns, *figures], names=[*KEY_COLUMNS, *_COMPARED])


def _keys(cells: pa.Table) -> pa.Array:
    columns = [cells[name].cast(pa.string()) for name in KEY_COLUMNS]
    return pc.binary_join_element_wise(*columns, "|").combine_chunks()


def _kind(old_value: float | None, new_value: float | None, old_status: str, new_status: str) -> str:
    before, now = CellStatus(old_status), CellStatus(new_status)
    if before.has_value and now.has_value:
        became_final = before is CellStatus.PROVISIONAL and now not in {CellStatus.PROVISIONAL, CellStatus.CARRIED}
        return "value" if old_value != new_value else "final" * became_final
    if before.has_value != now.has_value:
        return "shown" if now.has_value else "hidden"
    return ""


def _municipality_of(region: Region) -> dict[str, str]:
    own = {area.code: area.code for area in region.of_level(Level.MUNICIPALITY)}
    return own | {area.code: area.parent for level in _SMALLER for area in region.of_level(level)}


def _of_area(moved: Mapping[str, str], gemeente: str) -> str:
    of_area = [session for session, deliverer in moved.items() if deliverer == gemeente]
    return " ".join(of_area or moved)
