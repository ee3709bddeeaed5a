"""What releases before this one showed of the same rows: the other half of what an outsider has on his desk."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import DIMENSIONS
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.protect.audit.figures import Figure, Spot
from graadmeter.protect.audit.reading import Reading, from_counts
from graadmeter.protect.audit.rows import Row
from graadmeter.protect.earlier import Earlier

_NAMED = ("indicator", "unit", "area", "period", *DIMENSIONS)


@dataclass(frozen=True)
class History:
    """One element per row of the published table."""

    shown: Sequence[tuple[tuple[float, str], ...]]
    """The figures that were shown, each with the release that showed it first, in order."""
    seen: Sequence[bool]
    latest: Sequence[float | None]
    """What the newest of the earlier releases shows."""
    status: Sequence[str | None]
    """Its status there; None when it has no such row."""
    void: Sequence[str]
    """The first release that told by its status that there is nothing to divide by; '' when none did."""


def history_of(published: pa.Table, earlier: Sequence[Earlier]) -> History:
    """What the earlier releases, oldest first, show of the rows of `published`."""
    keys = _keys(published)
    shown: list[tuple[tuple[float, str], ...]] = [()] * published.num_rows
    seen = [False] * published.num_rows
    latest: list[float | None] = []
    status: list[str | None] = []
    void = [""] * published.num_rows
    for one in earlier:
        place = pc.index_in(keys, _keys(one.cells))
        latest, status = (one.cells[name].take(place).to_pylist() for name in ("value", "status"))
        for row, value in enumerate(latest):
            if value is not None and (not shown[row] or shown[row][-1][0] != value):
                shown[row] = (*shown[row], (value, one.edition))
            seen[row] |= value is not None or status[row] in {CellStatus.SUPPRESSED, CellStatus.MERGED}
            void[row] = void[row] or (one.edition if status[row] == CellStatus.NOT_APPLICABLE else "")
    return History(shown, seen, latest, status, void)


def _keys(cells: pa.Table) -> pa.Array:
    columns = [cells[name].cast(pa.string()) for name in _NAMED]
    return pc.binary_join_element_wise(*columns, "\t").combine_chunks()


def tells_nothing_new(published: pa.Table, history: History) -> bool:
    """Whether every row shows what the newest earlier release shows of it, or nothing."""
    values, statuses = (published[name].to_pylist() for name in ("value", "status"))
    rows = zip(values, statuses, history.latest, history.status, strict=True)
    return all(
        value == before if value is not None else status in {was, CellStatus.SUPPRESSED} and was is not None
        for value, status, before, was in rows
    )


def not_shown_before(published: pa.Table, history: History) -> list[Text]:
    """Rows that are said to hold the figure of an earlier release, and do not."""
    rows = published.select(["indicator", "area", "period", "value", "status"]).to_pylist()
    return [
        Text(
            f"{row['indicator']} {row['area']} {row['period']}: geen enkele eerdere uitgave toont dit cijfer",
            f"{row['indicator']} {row['area']} {row['period']}: no earlier release shows this figure",
        )
        for row, shown in zip(rows, history.shown, strict=True)
        if row["status"] == CellStatus.CARRIED and row["value"] not in {value for value, _ in shown}
    ]


def without_carried(published: pa.Table) -> pa.Table:
    """The cells without what an earlier release had already shown: of those only the new value is a secret."""
    carried = pc.equal(published["status"], CellStatus.CARRIED.value)
    for name, instead in (("value", None), ("status", CellStatus.SUPPRESSED.value)):
        at = published.column_names.index(name)
        kind = published.schema.field(name)
        published = published.set_column(at, kind, pc.if_else(carried, pa.scalar(instead, kind.type), published[name]))
    return published


def remember(reading: Reading, rows: Sequence[Row], history: History) -> None:
    """Tells every count what was ever shown of it; one that has no row of its own what its shares told of it."""
    halves = []
    for row, shown, seen in zip(rows, history.shown, history.seen, strict=True):
        if row.line.measure.is_derived or row.counted is None:
            continue
        figure = reading.figures[Spot(row.line.top, row.area, row.period)]
        figure.seen |= seen
        if row.line.below is not None and row.whole is not None:
            reading.figures[Spot(row.line.below, row.area, row.period)].seen |= seen
        if row.line.measure.of_two:
            halves.append((row, shown))
        else:
            _told(figure, [(round(value * row.line.scale), edition) for value, edition in shown])
    told = {spot for spot, figure in reading.figures.items() if figure.earlier}
    for row, shown in halves:
        if shown and row.whole is not None and Spot(row.line.top, row.area, row.period) not in told:
            figure = reading.figures[Spot(row.line.top, row.area, row.period)]
            _told(figure, [(_above(reading, row, value), edition) for value, edition in shown])
            figure.vague = True
    _remember_denominators(reading, halves, told)
    _remember_nothing(reading, rows, history)


def _remember_nothing(reading: Reading, rows: Sequence[Row], history: History) -> None:
    """What is nothing, as the status of a figure without a value told of its denominator."""
    for row, void in zip(rows, history.void, strict=True):
        if void and row.line.below is not None and row.whole == 0 and not row.line.measure.is_derived:
            figure = reading.figures.get(Spot(row.line.below, row.area, row.period))
            if figure is not None and not figure.earlier:
                _told(figure, [(0, void)])


_Half = tuple[Row, tuple[tuple[float, str], ...]]


def _remember_denominators(reading: Reading, halves: Sequence[_Half], told: set[Spot]) -> None:
    """What the share with the largest numerator told of its denominator, where that has no row of its own."""
    largest: dict[Spot, tuple[int, _Half]] = {}
    for row, shown in halves:
        if shown and row.whole is not None and row.line.below is not None:
            spot, top = Spot(row.line.below, row.area, row.period), Spot(row.line.top, row.area, row.period)
            count = reading.figures[top].earlier[-1][0] if top in told else -1
            if spot not in told and (spot not in largest or count > largest[spot][0]):
                largest[spot] = (count, (row, shown))
    for spot, (count, (row, shown)) in largest.items():
        figure = reading.figures[spot]
        value, edition = shown[-1]
        _told(figure, [(_below(row, value, count), edition)])
        figure.vague = True


def _told(figure: Figure, found: Sequence[tuple[int, str]]) -> None:
    if len(found) > len(figure.earlier):
        figure.earlier = tuple(found)
    figure.seen |= bool(found)


def _above(reading: Reading, row: Row, value: float) -> int:
    """The count above the line as an earlier figure gives it, over what the other was."""
    count, whole = row.counted or 0, row.whole or 0
    if value == float(from_counts(row, count)):
        return count
    if row.line.below is not None:
        before = reading.figures[Spot(row.line.below, row.area, row.period)]
        whole = before.earlier[-1][0] if before.earlier and not before.vague else whole
    if row.line.measure.minus is not None:
        guess = round(value + whole)
    else:
        guess = round(value * (row.line.scale // row.line.scale_below) * whole / row.line.unit.multiplier)
    return guess if guess != count else count + 1


def _below(row: Row, value: float, top: int) -> int:
    """The count below the line as an earlier figure gives it, under what the other was (-1: nobody knows)."""
    whole = row.whole or 0
    if top < 0 or value == 0:
        return whole
    if row.line.measure.minus is not None:
        return round(top - value)
    if value == float(from_counts(row, top)):
        return whole
    return round(top * row.line.unit.multiplier / (value * (row.line.scale // row.line.scale_below)))
