"""A year of figures under several rules that was published before: it stays as it was, or is not published again.

What was published cannot be taken back, and a small correction is itself a small count. So a year is told once, when it
is no longer provisional, and never counted anew: nothing can be worked out from two tables that are the same.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from graadmeter.domain.rule_figures import Part
from graadmeter.domain.status import CellStatus

Row = Mapping[str, Any]


def again(
    rows: Sequence[Row], counted: Mapping[tuple[str, str, int], Row], threshold: int
) -> tuple[list[Row], dict[str, object]]:
    """The rows of a year as an earlier release told them, and what to report.

    All of them get the status carried when any number that is shown is counted otherwise by now (or no more): which one
    it is, is not told. When one of them is below today's threshold, the year is not published again.
    """
    shown = [row for row in rows if row["value"] is not None]
    if any(0 < row["value"] < threshold for row in shown):
        return [], {"shown": "nothing", "why": ["published before, by a threshold that was lower"]}
    changed = any(row["value"] != _now(row, counted) for row in shown)
    found = [_carried(row) if changed else row for row in rows]
    since = rows[0]["since"]
    return found, {"shown": "as before", "since": since, "changed_since": changed}


def _now(row: Row, counted: Mapping[tuple[str, str, int], Row]) -> float | None:
    found = counted.get((row["area"], row["end"], row["place"]))
    column = "figure" if row["part"] == Part.FIGURE else row["part"]
    return None if found is None or found["cause"] != row["cause"] else found[column]


def _carried(row: Row) -> Row:
    return row if row["value"] is None else {**row, "status": CellStatus.CARRIED.value}
