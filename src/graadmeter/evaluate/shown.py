"""Reads the published cells that an evaluation stands on. What is hidden or missing is absent here, never filled in."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.periods import parse_period
from graadmeter.domain.status import CellStatus

GP = "02"
"""Referred by the GP (COD327)."""
_FINAL = frozenset({CellStatus.VALUE, CellStatus.ZERO})


@dataclass(frozen=True, slots=True)
class Series:
    """Values by area and first quarter of the period; only what is final and shown."""

    shown: Mapping[tuple[str, int], float]
    provisional: frozenset[int]
    """Quarters in which a figure of some area is not final."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The figures of a release that an evaluation uses."""

    gp: Series
    """Trajectories begun in the quarter after referral by the GP, per municipality."""
    every: Series
    """All trajectories begun in the quarter, per municipality."""
    starts: Series
    """The same in the year, per municipality and of the region."""
    claimed: Series
    """Youth help claimed in the year, in euros, per municipality and of the region."""
    seen: Series
    referred: Series
    """Per cent of those seen."""
    cost_per_seen: Series
    delivered: frozenset[str]
    """Municipalities that delivered anything on interventions."""
    youths: Mapping[tuple[str, int], int]
    """Inhabitants under 18 by area and year."""


def shown(cells: pa.Table, inhabitants: pa.Table) -> Shown:
    """What these tables (PUBLISHED, INHABITANTS) show of starts, claims and interventions."""
    begun = ("verwijzers", "trajecten")
    return Shown(
        gp=_series(cells, *begun, "kwartaal", verwijzer=GP),
        every=_series(cells, *begun, "kwartaal"),
        starts=_series(cells, *begun, "jaar"),
        claimed=_series(cells, "uitgaven", "euro", "jaar", kostensoort="jeugdhulp"),
        seen=_series(cells, "interventies", "aantal", "jaar"),
        referred=_series(cells, "interventies", "procent", "jaar"),
        cost_per_seen=_series(cells, "interventies", "euro_per", "jaar"),
        delivered=_delivered(cells),
        youths=_youths(inhabitants),
    )


def _series(cells: pa.Table, indicator: str, unit: str, period_type: str, **members: str) -> Series:
    wanted = {"indicator": indicator, "unit": unit, "period_type": period_type}
    wanted |= {name: members.get(name, TOTAL) for name in DIMENSIONS}
    found, provisional = {}, set()
    for row in _where(cells, wanted).to_pylist():
        first, status = parse_period(row["period"]).first, CellStatus(row["status"])
        if status in _FINAL:
            found[row["area"], first] = float(row["value"])
        elif status is CellStatus.PROVISIONAL:
            provisional.add(first)
    return Series(found, frozenset(provisional))


def _delivered(cells: pa.Table) -> frozenset[str]:
    rows = _where(cells, {"indicator": "interventies", "unit": "aantal", "level": "gemeente"})
    known = rows.filter(pc.not_equal(rows["status"], CellStatus.NOT_DELIVERED.value))
    return frozenset(known["area"].to_pylist())


def _youths(inhabitants: pa.Table) -> dict[tuple[str, int], int]:
    rows = _where(inhabitants, {"age": "0-17", "geslacht": TOTAL, "leeftijdsgroep": TOTAL}).to_pylist()
    return {(row["area"], row["year"]): row["inhabitants"] for row in rows}


def _where(table: pa.Table, wanted: Mapping[str, str]) -> pa.Table:
    for name, value in wanted.items():
        table = table.filter(pc.equal(table[name], value))
    return table
