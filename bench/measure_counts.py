"""Our cells in the columns of the opponents: unit, stroom, area, periode, dimensie, lid, n; without zeros.

Numbers that are no counts are compared as whole numbers of about hundredths or thousandths (of what Bennet explains: of
about euros), of a size that no plain fraction is half of. Of
a share the two numbers of which it is made are compared, but for inhabitants, which the opponents do not count.
"""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from bench.measure_pandas import COLUMNS
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.indicators import Count, Indicator, Measure, Unit

_LABELS = ("stroom", "statistiek")
HUNDREDTHS, THOUSANDTHS, EUROS = 91.7504, 917.504, 0.917504
"""2 to the power 17 times 7, and a power of ten: half of it is no multiple of a fraction with a small denominator."""
_CENTS = 100
_FACTORS = {
    "concentratie": HUNDREDTHS,
    "cohort": HUNDREDTHS,
    "vaste_prijzen": _CENTS,
    "samenloop": THOUSANDTHS,
    "prijs_volume_mix": EUROS,
}


def counted(cells: pa.Table, indicator: Indicator, *, derived: bool) -> pa.Table:
    """The figures of one indicator; with `derived` also what is no plain count."""
    parts = [part for measure in indicator.measures for part in _of(measure, cells, derived=derived)]
    named = [part.append_column("indicator", pa.repeat(indicator.id, len(part))) for part in parts]
    return tidy(pa.concat_tables(named))


def tidy(rows: pa.Table) -> pa.Table:
    """Rows with plain types, in one order, without zeros."""
    names = ["indicator", *COLUMNS]
    types = [pa.int64() if name == "n" else pa.string() for name in names]
    rows = rows.select(names).cast(pa.schema(list(zip(names, types, strict=True))))
    kept = rows.filter(pc.not_equal(rows.column("n"), 0))
    return kept.sort_by([(name, "ascending") for name in names]).combine_chunks()


def stream(measure: Measure) -> str:
    """What tells the measure from others of its unit: the stream, or what else it fixes."""
    return next((member for name, member in measure.fixed.items() if name != "statistiek"), TOTAL)


def _of(measure: Measure, cells: pa.Table, *, derived: bool) -> Iterator[pa.Table]:
    chosen = pc.equal(cells.column("unit"), measure.unit.value)
    for name in set(DIMENSIONS) - set(measure.breakdowns):
        chosen = pc.and_(chosen, pc.equal(cells.column(name), measure.fixed.get(name, TOTAL)))
    own, unit = _unfixed(cells.filter(chosen), measure), measure.unit.value
    if measure.method or measure.statistic:
        if derived:
            label = f"{unit} {measure.statistic}" if measure.statistic else unit
            label = f"{unit} {measure.options.get('grootste', 0)}" if measure.method == "concentratie" else label
            factor = THOUSANDTHS if measure.statistic else _FACTORS[measure.method]
            yield _rows(own, label, pc.multiply(own.column("value"), float(factor)))
    elif measure.minus is None and measure.share_of is None:
        yield _rows(own, unit, pc.multiply(own.column("value"), float(_scale(measure.count))))
    elif derived and (measure.minus or isinstance(measure.share_of, Count)):
        below = measure.minus or measure.share_of
        yield _rows(own, f"{unit} boven", pc.multiply(own.column("numerator"), float(_scale(measure.count))))
        split = measure.breakdowns if measure.minus else measure.split
        kept = _rows(own, f"{unit} onder", pc.multiply(own.column("denominator"), float(_scale(below))))
        yield kept.filter(pc.is_in(kept.column("dimensie"), pa.array(["", *split])))


def _unfixed(cells: pa.Table, measure: Measure) -> pa.Table:
    """The cells with what the measure fixes as their stream, and nothing else fixed."""
    for name in (*measure.fixed, "stroom"):
        told = stream(measure) if name == "stroom" else TOTAL
        cells = cells.set_column(cells.column_names.index(name), name, pa.repeat(told, len(cells)))
    return cells


def _scale(count: object) -> int:
    return _CENTS if isinstance(count, Count) and count.of is Unit.EURO else 1


def _rows(cells: pa.Table, label: str, n: pa.ChunkedArray) -> pa.Table:
    dimension, member = pa.repeat("", len(cells)), pa.repeat(TOTAL, len(cells))
    for name in (name for name in DIMENSIONS if name not in _LABELS):
        broken = pc.not_equal(cells.column(name), TOTAL)
        dimension = pc.if_else(broken, name, dimension)
        member = pc.if_else(broken, cells.column(name), member)
    columns = {
        "unit": pa.repeat(label, len(cells)), "stroom": cells.column("stroom"), "area": cells.column("area"),
        "periode": cells.column("period"), "dimensie": dimension, "lid": member,
        "n": pc.cast(pc.round(pc.fill_null(n, 0.0)), pa.int64()),
    }  # fmt: skip
    return pa.table(columns)
