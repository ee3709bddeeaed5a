"""Since when municipalities have each kind of intervention, as they delivered it: for evaluations, no figure."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from graadmeter.domain.interventions import STARTS
from graadmeter.domain.periods import quarter
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.port import Engine
from graadmeter.measure.portable import render
from graadmeter.measure.syntax import col, select

_TOLD = ("gemeente", "soort", "interventie", "kwartaal", "begindatum", "einddatum")


def starts(engine: Engine, region: Region) -> pa.Table:
    """The STARTS rows: per municipality and kind the first day of any, and whether all had ended by the last quarter.

    `engine` must know the model table `interventie`, which tells of no persons. What counts of an intervention is its
    newest delivery: a begin may be corrected.
    """
    query = select({name: col(name) for name in _TOLD}, "interventie")
    newest: dict[tuple[str, int], Mapping[str, Any]] = {}
    for row in sorted(engine.query(render(query, engine.dialect)).to_pylist(), key=lambda row: row["kwartaal"]):
        newest[row["gemeente"], row["interventie"]] = row
    last = quarter(region.last_quarter).last_day
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for (area, _), row in newest.items():
        ended = row["einddatum"] is not None and row["einddatum"] <= last
        told = found.setdefault((row["soort"], area), {"begin": row["begindatum"], "ended": True})
        told["begin"], told["ended"] = min(told["begin"], row["begindatum"]), told["ended"] and ended
    rows = [{"soort": kind, "area": area, **told} for (kind, area), told in sorted(found.items())]
    return pa.Table.from_pylist(rows, schema=schema_of(STARTS))
