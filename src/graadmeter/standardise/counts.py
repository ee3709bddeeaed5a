"""What was delivered and what could not be mapped, counted per session."""

from collections import Counter
from collections.abc import Iterable, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.deliveries import TableCount
from graadmeter.standardise.derived import SPECIAL

_PRODUCTS = ("toewijzing", "prestatie", "voorziening")
_FORMLESS = pa.array(["vervoer", "bijstand"])
_PRODUCT_SUBJECTS = {None: "product_onbekend", False: "product_buiten_geldigheid", True: "product_zonder_vorm"}


def unmapped(raw: Mapping[str, pa.Table], events: Mapping[str, pa.Table], wijken: pa.Table) -> pa.Table:
    """Per subject and code the rows concerned, as `domain.events.TELLING` says; a code says nothing of a person.

    `raw` are the raw tables, `events` the rows of the event queries, with their column `geldig`.
    """
    found: Counter[tuple[str, str]] = Counter()
    for name in _PRODUCTS:
        found += _products(events[name])
    for name in ("voorziening", "bevolking"):
        found += _wijken(raw[name], wijken)
    for name in ("start", "stop"):
        found["zonder_toewijzingnummer", name] = raw[name]["toewijzingnummer"].null_count
    for name in (*_PRODUCTS, "start", "stop"):
        found["bsn_onbekend", name] = pc.sum(pc.is_in(raw[name]["bsn"], SPECIAL), min_count=0).as_py()
    rows = sorted((*key, count) for key, count in found.items() if count)
    return pa.table(
        {
            "onderwerp": pa.array([row[0] for row in rows], pa.string()),
            "sleutel": pa.array([row[1] for row in rows], pa.string()),
            "aantal": pa.array([row[2] for row in rows], pa.int64()),
        }
    )


def _products(rows: pa.Table) -> Counter[tuple[str, str]]:
    formless = pc.and_(pc.is_null(rows["vorm"]), pc.invert(pc.is_in(rows["soort"], _FORMLESS)))
    coded = pc.and_(pc.is_valid(rows["productcode"]), pc.not_equal(rows["soort"], "bijstand"))
    strange = rows.filter(pc.and_(coded, pc.or_(pc.invert(pc.fill_null(rows["geldig"], fill_value=False)), formless)))
    subjects = map(_PRODUCT_SUBJECTS.__getitem__, strange["geldig"].to_pylist())
    return Counter(zip(subjects, strange["productcode"].to_pylist(), strict=True))


def _wijken(rows: pa.Table, wijken: pa.Table) -> Counter[tuple[str, str]]:
    if not len(rows):
        return Counter()
    pairs = pc.binary_join_element_wise(rows["wijk"], rows["gm"], "|")
    known = pc.is_in(pairs, pc.binary_join_element_wise(wijken["wijk"], wijken["gemeente"], "|").combine_chunks())
    strange = pc.fill_null(rows["wijk"].filter(pc.invert(known)), "leeg").to_pylist()
    return Counter(("wijk_onbekend", code) for code in strange)


def delivered(good: Mapping[str, pa.Table], counts: Iterable[TableCount]) -> pa.Table:
    """Rows used and not used per raw table: from `counts`, or, without them, the rows of `good`."""
    told = [(count.table, count.used, count.rejected) for count in counts]
    rows = told or [(name, len(table), 0) for name, table in sorted(good.items())]
    return pa.table(
        {
            "tabel": pa.array([row[0] for row in rows], pa.string()),
            "gebruikt": pa.array([row[1] for row in rows], pa.int64()),
            "afgekeurd": pa.array([row[2] for row in rows], pa.int64()),
        }
    )
