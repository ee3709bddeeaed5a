"""Takes the cells of one indicator apart by year, and puts kept and new years together as if counted now.

Cells are compact here: their texts are dictionaries (`engine.arrow.compact_schema_of`), so that rows are numbers.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from graadmeter.domain.cells import DIMENSIONS, KEY_COLUMNS, MEASURED
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.slices import UNKNOWN
from graadmeter.domain.status import CellStatus
from graadmeter.engine.arrow import schema_of
from graadmeter.measure.keys import Coded, Texts, order_of
from graadmeter.measure.places import Places

_YEAR_SIGNS = 4
"""A period code begins with its year."""
_STATUSES = (CellStatus.VALUE, CellStatus.ZERO, CellStatus.PROVISIONAL)
_VALUE, _ZERO, _PROVISIONAL = range(len(_STATUSES))
_Rows = NDArray[np.intp]


def by_year(cells: pa.Table, chosen: Collection[str]) -> dict[int, pa.Table]:
    """The cells of the chosen periods (codes) of each year, in the order in which they were."""
    numbers, periods = _coded(cells, "period")
    year = np.array([int(code[:_YEAR_SIGNS]) if code in chosen else 0 for code in periods], dtype=np.int64)[numbers]
    return {int(one): _picked(cells, np.flatnonzero(year == one)) for one in np.unique(year) if one}


def together(parts: Sequence[pa.Table], places: Places, edition: str, indicator: Indicator, texts: Texts) -> pa.Table:
    """The cells of all years of an indicator, in the MEASURED shape: sorted, with the edition and finality of now.

    Without those of unknown members that do not occur in any year.
    """
    cells = pa.concat_tables(parts).unify_dictionaries().combine_chunks()
    numbers = [_coded(cells, name) for name in KEY_COLUMNS if pa.types.is_dictionary(cells.schema.field(name).type)]
    cells = _picked(cells, order_of([_in_order(one) for one in numbers]))
    columns = {name: _plain(cells, name, texts) for name in cells.column_names}
    columns["status"] = _statuses(cells, places, texts)
    columns["edition"] = texts.all_over(edition, cells.num_rows)
    return without_absent(pa.table([columns[name] for name in MEASURED.names], schema=schema_of(MEASURED)), indicator)


def _coded(cells: pa.Table, name: str) -> Coded:
    """The numbers and texts of a column, of which all chunks have one dictionary."""
    column = cells.column(name).combine_chunks()
    one = column.chunk(0) if isinstance(column, pa.ChunkedArray) else column
    return np.asarray(one.indices.to_numpy()), one.dictionary.to_pylist()


def _in_order(coded: Coded) -> Coded:
    """The same with numbers that sort as the texts do."""
    numbers, texts = coded
    place = np.argsort(np.argsort(np.array(texts, dtype=object), kind="stable")).astype(np.int32)
    return place[numbers], sorted(texts)


def _picked(cells: pa.Table, rows: _Rows) -> pa.Table:
    """The cells at these places; columns that say the same everywhere are cut to length."""
    if len(rows) == cells.num_rows and (rows[1:] > rows[:-1]).all():
        return cells
    where = pa.array(rows)
    columns = [
        column.slice(0, len(rows)) if _says_one_thing(column) else column.take(where) for column in cells.columns
    ]
    return pa.table(columns, schema=cells.schema)


def _says_one_thing(column: pa.ChunkedArray) -> bool:
    return pa.types.is_dictionary(column.type) and [len(chunk.dictionary) for chunk in column.chunks] == [1]


def _plain(cells: pa.Table, name: str, texts: Texts) -> pa.Array:
    column = cells.column(name)
    if not pa.types.is_dictionary(column.type):
        return column
    numbers, said = _coded(cells, name)
    return texts.all_over(said[0], len(numbers)) if len(said) == 1 else texts.at(numbers, said)


def _statuses(cells: pa.Table, places: Places, texts: Texts) -> pa.Array:
    """The status of now: what was provisional may be so no longer."""
    early = {period.code: is_early for period, is_early in zip(places.periods, places.provisional, strict=True)}
    numbers, periods = _coded(cells, "period")
    provisional = np.array([early[code] for code in periods], dtype=bool)[numbers]
    before, known = _coded(cells, "status")
    none = np.array([said in {CellStatus.NOT_DELIVERED, CellStatus.NOT_APPLICABLE} for said in known], dtype=bool)
    is_zero = cells.column("value").fill_null(1.0).to_numpy() == 0
    now = np.where(provisional, _PROVISIONAL, np.where(is_zero, _ZERO, _VALUE))
    said = [*known, *(status.value for status in _STATUSES)]
    return texts.at(np.where(none[before], before, now + len(known)), said)


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
    return cells.filter(pc.invert(gone)) if absent.num_rows else cells


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
