"""What the release says of a figure beside others: its class against each comparator and its tested direction."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.comparison import Comparator, Direction, Judgement, Reason, Standing
from graadmeter.domain.indicators import Unit
from graadmeter.site.cell_index import Slice

_KEY = ("indicator", "unit", "area")
_TREND = ("trend", "trend_judgement", "trend_status")

COLUMNS = (
    *(*_KEY, "period", "base", "reference_source", *DIMENSIONS, *_TREND),
    *(f"{name}_{part}" for name in Comparator for part in ("value", "class", "status")),
)
"""The columns of a comparison (domain.comparison.COMPARISON) that the site looks at."""


@dataclass(frozen=True, slots=True)
class Against:
    """A figure against one comparator: the comparator's figure and the class, or the reason why there is none."""

    value: float | None
    standing: Standing | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Said:
    """All that the release says of one figure."""

    against: Mapping[Comparator, Against]
    trend: Direction | None
    judgement: Judgement | None
    trend_reason: Reason
    base: float | None = None
    """For a share: the exact number below the line."""


Place = tuple[str, str, str, Slice]
"""Indicator, unit, area code, slice."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure beside which one of the nation or of a size class stands, counted alike and of the same period."""

    unit: Unit
    period: str
    slice: Slice
    scopes: frozenset[Comparator]
    source: str
    """Where the figures of others were published."""


@dataclass(frozen=True, slots=True)
class Standings:
    """The comparison of a release, read period by period, since pages mostly ask for the last ones."""

    table: pa.Table | None = None
    """Rows of COMPARISON with at least COLUMNS; None when the release has no comparison."""
    _read: dict[str, Mapping[Place, Said]] = field(default_factory=dict)
    _beside: dict[tuple[str, str], list[Beside]] = field(default_factory=dict)

    def beside(self, indicator: str, area: str) -> list[Beside]:
        """The figures of an area with one of the nation or a size class beside them, the latest year first."""
        if self.table is not None and not self._beside:
            self._beside.update(_with_others(self.table))
        return self._beside.get((indicator, area), [])

    def get(self, indicator: str, unit: Unit, area: str, at: tuple[str, Slice]) -> Said | None:
        """What is said of the figure at a period and slice, or None when it is not shown or not compared."""
        period, slice_ = at
        if self.table is None:
            return None
        if period not in self._read:
            self._read[period] = _said(self.table.filter(pc.equal(self.table["period"], period)))
        return self._read[period].get((indicator, unit.value, area, slice_))


_OTHERS = (Comparator.SIZE_CLASS, Comparator.NATION)


def _with_others(table: pa.Table) -> dict[tuple[str, str], list[Beside]]:
    """By indicator and area; whole years before parts of them."""
    given = [pc.is_valid(table[f"{name}_value"]) for name in _OTHERS]
    some = table.filter(pc.or_(*given))
    found: dict[tuple[str, str], list[Beside]] = {("", ""): []}
    for row, slice_ in zip(some.to_pylist(), _slices(some, list(DIMENSIONS)), strict=True):
        scopes = frozenset(name for name in _OTHERS if row[f"{name}_value"] is not None)
        one = Beside(Unit(row["unit"]), row["period"], slice_, scopes, row["reference_source"] or "")
        found.setdefault((row["indicator"], row["area"]), []).append(one)
    for every in found.values():
        every.sort(key=lambda one: (-int(one.period[:4]), "JJ" not in one.period, one.period, one.unit, one.slice))
    return found


def _said(table: pa.Table) -> Mapping[Place, Said]:
    used = [name for name in DIMENSIONS if pc.any(pc.not_equal(table[name], TOTAL)).as_py()]
    places = zip(*(table[name].to_pylist() for name in _KEY), _slices(table, used), strict=True)
    sides = [_side(table, name) for name in Comparator]
    bases = table["base"].to_pylist()
    trends = zip(*(table[name].to_pylist() for name in _TREND), strict=True)
    return {
        place: Said(
            dict(zip(Comparator, against, strict=True)),
            Direction(trend) if trend else None,
            Judgement(judgement) if judgement else None,
            Reason(status),
            base,
        )
        for place, against, (trend, judgement, status), base in zip(
            places, zip(*sides, strict=True), trends, bases, strict=True
        )
    }


def _slices(table: pa.Table, used: list[str]) -> list[Slice]:
    if not used:
        return [()] * table.num_rows
    members = zip(*(table[name].to_pylist() for name in used), strict=True)
    return [tuple((name, code) for name, code in zip(used, row, strict=True) if code != TOTAL) for row in members]


def _side(table: pa.Table, name: Comparator) -> list[Against]:
    columns = (table[f"{name}_{part}"].to_pylist() for part in ("value", "class", "status"))
    return [
        _NOTHING[status] if value is None else Against(value, _STANDINGS[standing], _REASONS[status])
        for value, standing, status in zip(*columns, strict=True)
    ]


_REASONS = {reason.value: reason for reason in Reason}
_NOTHING = {reason.value: Against(None, None, reason) for reason in Reason}
_STANDINGS: dict[str | None, Standing | None] = {None: None, **{standing.value: standing for standing in Standing}}
