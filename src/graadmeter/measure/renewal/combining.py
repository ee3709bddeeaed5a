"""Puts kept and newly counted cells of one indicator together, as if all had been counted now."""

from collections.abc import Collection, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import DIMENSIONS, KEY_COLUMNS
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.slices import UNKNOWN
from graadmeter.domain.status import CellStatus
from graadmeter.measure.keys import order_of
from graadmeter.measure.places import Places

_YEAR_SIGNS = 4
"""A period code begins with its year."""
_FIXED = ("edition", "definition_version", "area_vintage")
"""Columns outside the key that mostly say the same."""


def of_years(cells: pa.Table, years: Collection[int]) -> pa.Table:
    """The cells of periods in these years."""
    year = pc.utf8_slice_codeunits(cells.column("period"), 0, _YEAR_SIGNS)
    wanted = pc.is_in(year, pa.array([str(one) for one in sorted(years)], pa.string()))
    return _picked(cells, _varying(cells), pc.indices_nonzero(wanted))


def restated(cells: pa.Table, places: Places, edition: str) -> pa.Table:
    """Kept cells with the edition and the finality of now."""
    found = dict(zip(places.periods, places.provisional.tolist(), strict=True))
    early = pa.array([period.code for period, is_early in found.items() if is_early], pa.string())
    status, value = cells.column("status"), cells.column("value")
    none = pa.array([CellStatus.NOT_DELIVERED.value, CellStatus.NOT_APPLICABLE.value])
    known = pc.if_else(pc.equal(pc.fill_null(value, 1.0), 0), CellStatus.ZERO.value, CellStatus.VALUE.value)
    now = pc.if_else(pc.is_in(cells.column("period"), early), CellStatus.PROVISIONAL.value, known)
    columns = {
        "status": pc.if_else(pc.is_in(status, none), status, now),
        "edition": pa.chunked_array([pa.repeat(pa.scalar(edition, pa.string()), cells.num_rows)]),
    }
    for name, column in columns.items():
        cells = cells.set_column(cells.schema.get_field_index(name), cells.schema.field(name), column)
    return cells


def in_order(cells: pa.Table) -> pa.Table:
    """The cells sorted by their key."""
    varying, keys = _varying(cells), []
    for name in (name for name in KEY_COLUMNS if name in varying):
        texts = cells.column(name).cast(pa.string()).combine_chunks().dictionary_encode()
        codes = texts.dictionary.to_pylist()
        place = np.argsort(np.argsort(np.array(codes, dtype=object), kind="stable"))
        keys.append((place[texts.indices.to_numpy()].astype(np.int32), codes))
    return _picked(cells, varying, pa.array(order_of(keys)))


def _varying(cells: pa.Table) -> frozenset[str]:
    """The columns that do not say the same in every row; most dimensions are 'total' all over."""
    if not cells.num_rows:
        return frozenset()
    same = {name: pc.all(pc.equal(cells.column(name), cells.column(name)[0])) for name in (*KEY_COLUMNS, *_FIXED)}
    return frozenset(name for name in cells.column_names if name not in same or not same[name].as_py())


def _picked(cells: pa.Table, varying: Collection[str], rows: pa.Array) -> pa.Table:
    """The cells at these places; columns that say the same everywhere are cut to length."""
    columns = [
        cells.column(name).take(rows) if name in varying else cells.column(name).slice(0, len(rows))
        for name in cells.column_names
    ]
    return pa.table(columns, schema=cells.schema)


def without_absent(cells: pa.Table, indicator: Indicator) -> pa.Table:
    """The cells without those of unknown members that do not occur anywhere."""
    is_unknown = pa.array(np.zeros(cells.num_rows, dtype=bool))
    for name in sorted({name for measure in indicator.measures for name in measure.breakdowns}):
        is_unknown = pc.or_(is_unknown, pc.equal(cells.column(name), UNKNOWN))
    if not pc.any(is_unknown).as_py():
        return cells
    series = ["unit", *DIMENSIONS]
    occur = pc.not_equal(_counted(cells, indicator), 0).cast(pa.int8())
    unknown = cells.select(series).append_column("occurs", occur).filter(is_unknown)
    sums = unknown.group_by(series).aggregate([("occurs", "max")])
    absent = sums.filter(pc.equal(sums.column("occurs_max"), 0)).select(series)
    gone: pa.Array = pa.array(np.zeros(cells.num_rows, dtype=bool))
    for row in absent.to_pylist():
        gone = pc.or_(gone, _matches(cells, row))
    return cells.filter(pc.invert(gone))


def _matches(cells: pa.Table, row: Mapping[str, str]) -> pa.Array:
    found = pc.equal(cells.column("unit"), row["unit"])
    for name in DIMENSIONS:
        found = pc.and_(found, pc.equal(cells.column(name), row[name]))
    return found


def _counted(cells: pa.Table, indicator: Indicator) -> pa.ChunkedArray:
    """What says whether a member occurs: of statistics the rows behind them, else what is counted (above the line)."""
    statistics = {measure.unit.value for measure in indicator.measures if measure.statistic}
    plain = pc.coalesce(cells.column("numerator"), cells.column("value"), pa.scalar(0.0))
    rows = pc.coalesce(cells.column("denominator"), pa.scalar(0.0))
    of_statistics = pc.and_(
        pc.is_in(cells.column("unit"), pa.array(sorted(statistics), pa.string())),
        pc.not_equal(cells.column("statistiek"), "total"),
    )
    return pc.if_else(of_statistics, rows, plain)
