"""How much a quarter holds, per provider, product, wijk and raw table: to be compared with the quarters before."""

from collections.abc import Iterator, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.earlier_tables import earlier_schema
from graadmeter.check.lookup import matches
from graadmeter.check.neighbours.grouping import counting_one, per_key, with_columns
from graadmeter.check.otherwise import claim_providers, extract_rows, homes
from graadmeter.check.typed import whole
from graadmeter.check.view import with_case_number
from graadmeter.check.words import spelled
from graadmeter.domain.areas import unknown_wijk
from graadmeter.domain.periods import Period

BEFORE = 4
"""Quarters an average is taken over."""
_COLUMNS = {
    "maat": pa.string(),
    "code": pa.string(),
    "nu": pa.int64(),
    "vorig": pa.int64(),
    "gemiddeld": pa.int64(),
    "kwartalen": pa.int64(),
}
SHAPE = pa.schema(list(_COLUMNS.items()))
"""Measure, code, now, previous quarter, average of the `BEFORE` quarters before and how many of these it rests on."""


def of_events(events: Mapping[str, pa.Table], kw: int) -> pa.Table:
    """The volumes of a stored delivery, shaped as the earlier table `volume`."""
    parts = list(_of_extract(events["voorziening"])) if "voorziening" in events else []
    if "woonsituatie" in events:
        parts.append(_counted("wijk", events["woonsituatie"]["wijk"]))
    if "levering" in events:
        delivered = events["levering"]
        parts.append(_summed("tabel", delivered["tabel"], delivered["gebruikt"]))
    if "prestatie" in events:
        parts.append(_of_claims(events["prestatie"]))
    schema = earlier_schema("volume")
    return pa.concat_tables([schema.empty_table(), *(_dated(part, kw).select(schema.names) for part in parts)])


def of_rows(tables: Mapping[str, pa.Table], gemeente: str) -> pa.Table:
    """The volumes of the delivery at hand, from its usable rows by raw table; columns `maat`, `code`, `aantal`."""
    lived = homes(tables)
    placed = pa.table({"bsn": lived["bsn"], "wijk": pc.fill_null(lived["wijk"], unknown_wijk(gemeente))})
    clients = per_key(counting_one(per_key(placed, ["wijk", "bsn"], [])), ["wijk"], [("een", "sum", "aantal")])
    names = sorted(tables)
    rows = pa.array([tables[name].num_rows for name in names], pa.int64())
    return pa.concat_tables(
        [
            *_of_extract(extract_rows(tables)),
            _summed("wijk", clients["wijk"], clients["aantal"]),
            _summed("tabel", pa.array(names), rows),
            _counted("regels", claim_providers(tables)),
        ]
    )


def compared(now: pa.Table, earlier: pa.Table, kw: int) -> pa.Table:
    """Now beside before, per measure and code, shaped as `SHAPE`; what is on one side only is there too."""
    recent = earlier.filter(pc.and_(pc.less(earlier["kw"], kw), pc.greater_equal(earlier["kw"], kw - BEFORE)))
    nothing = pa.nulls(recent.num_rows, pa.int64())
    before = pa.table(
        {
            "maat": recent["maat"],
            "code": recent["code"],
            "nu": nothing,
            "vorig": pc.if_else(pc.equal(recent["kw"], kw - 1), recent["aantal"], pa.scalar(None, pa.int64())),
            "totaal": recent["aantal"],
        }
    )
    current = pa.table({"maat": now["maat"], "code": now["code"], "nu": now["aantal"]})
    both = pa.concat_tables([before, current], promote_options="default")
    counted = with_columns(both, kwartaal=pc.is_valid(both["totaal"]).cast(pa.int64()))
    totals = [("nu", "max", "nu"), ("vorig", "max", "vorig"), ("totaal", "sum", "totaal")]
    made = per_key(counted, ["maat", "code"], [*totals, ("kwartaal", "sum", "kwartalen")])
    quarters = made["kwartalen"].to_numpy()
    mean = np.round(made["totaal"].to_numpy() / np.maximum(quarters, 1)).astype(np.int64)
    average = pa.array(mean, mask=quarters == 0)
    return with_columns(made.drop_columns(["totaal"]), gemiddeld=average).select(SHAPE.names).cast(SHAPE)


def disappeared(now: pa.Table, earlier: pa.Table, quarter: Period) -> pa.Table:
    """Provisions of the previous quarter that should still run, and how many of them the extract lacks; as `SHAPE`."""
    still = pc.greater_equal(pc.fill_null(earlier["einddatum"], quarter.first_day), quarter.first_day)
    running = earlier.filter(pc.and_(still, pc.equal(earlier["kw"], quarter.first - 1)))
    if not (running.num_rows and now.num_rows):
        return SHAPE.empty_table()
    cases = whole(with_case_number(running)["zaak"])
    found = matches([cases], [whole(now["zaak"])])
    line = ["verdwenen", "voorzieningen", found.null_count, running.num_rows, running.num_rows, 1]
    return pa.table([[value] for value in line], schema=SHAPE)


def _of_extract(rows: pa.Table) -> Iterator[pa.Table]:
    yield _counted("aanbieder", rows["aanbieder"])
    yield _counted("product", pc.coalesce(rows["productcode"], rows["wet"]))


def _of_claims(rows: pa.Table) -> pa.Table:
    return _counted("regels", rows.filter(pc.equal(rows["debet_credit"], "D"))["aanbieder"])


def _counted(measure: str, code: pa.ChunkedArray) -> pa.Table:
    return _summed(measure, code, pa.array(np.ones(len(code), dtype=np.int64)))


def _summed(measure: str, code: pa.Array | pa.ChunkedArray, amount: pa.Array | pa.ChunkedArray) -> pa.Table:
    known = pa.table({"code": code, "aantal": amount}).drop_null()
    total = per_key(known, ["code"], [("aantal", "sum", "aantal")])
    kind = pa.repeat(pa.scalar(measure), total.num_rows)
    return pa.table({"maat": kind, "code": spelled(total["code"]), "aantal": total["aantal"].cast(pa.int64())})


def _dated(part: pa.Table, kw: int) -> pa.Table:
    return part.append_column("kw", pa.array(np.full(part.num_rows, kw, dtype=np.int32)))
