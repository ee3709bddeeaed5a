"""The rows of one table as checks see them: typed fields, and a few columns that many checks need."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.ledger import Ledger
from graadmeter.check.typed import eleven_rest, typed
from graadmeter.check.words import changed, first_known, flagged, is_text, told
from graadmeter.domain.errors import UnknownPeriodError
from graadmeter.domain.periods import Period, parse_period
from graadmeter.domain.tables import Type

_CARE_DAYS = ("ingangsdatum", "begindatum", "toewijzing_ingangsdatum", "periode_begin")
_NINE_DIGITS = "[0-9]{9}"
_KINDS = ("productcode", "hulpvorm", "categorie")
DERIVED = {
    "rij": "position of the row in its table",
    "bestand": "file the row stands in",
    "nummer": "assignment number as a number",
    "zaak": "assignment number and domain as one number",
    "bsn_rest": "remainder of the eleven test: 0 passes",
    "domein": "jw or wmo; for the extract by its law",
    "zorgdag": "first day of the care the row speaks of",
    "zorgsoort": "what kind of care: product code, else form of help or category",
    "jaar": "year of the reference date",
    "periode_van": "first day of the period the row names",
    "periode_tot": "last day of the period the row names",
    "geboortejaar": "year of a date of birth that may be known in part",
}
"""Columns beside the layout's fields, where the table has what they are made from."""


def view_of(ledger: Ledger) -> pa.Table:
    """Every row of the table, with the layout's fields and `DERIVED`; values that failed a field check are NULL."""
    columns = {"rij": pa.array(np.arange(ledger.rows)), "bestand": ledger.places["bestand"], **ledger.values}
    _add_numbers(columns, ledger)
    _add_days(columns)
    kinds = [columns[name] for name in _KINDS if name in columns]
    if kinds:
        columns["zorgsoort"] = first_known(kinds)
    return pa.table(columns)


def _days_of(periods: pa.Array) -> tuple[pa.Array, pa.Array]:
    """First and last day of period codes; NULL for what is none."""
    encoded = periods.dictionary_encode()
    found = [_period(code) for code in encoded.dictionary.to_pylist()]
    first = pa.array([one.first_day if one else None for one in found], pa.date32())
    last = pa.array([one.last_day if one else None for one in found], pa.date32())
    return first.take(encoded.indices), last.take(encoded.indices)


def _period(code: str) -> Period | None:
    try:
        return parse_period(code)
    except UnknownPeriodError:
        return None


def _add_numbers(columns: dict[str, pa.Array], ledger: Ledger) -> None:
    if "toewijzingnummer" in columns:
        columns["nummer"] = typed(columns["toewijzingnummer"], Type.BIGINT)
    if "bsn" in columns and ledger.layout.field("bsn").pattern == _NINE_DIGITS:
        columns["bsn_rest"] = eleven_rest(columns["bsn"])
    if "domein" not in columns and "wet" in columns:
        columns["domein"] = _domain(columns["wet"])
    if {"nummer", "domein"} <= set(columns):
        columns["zaak"] = case_number(columns["nummer"], columns["domein"])


def _add_days(columns: dict[str, pa.Array]) -> None:
    if "peildatum" in columns:
        columns["jaar"] = pc.year(columns["peildatum"]).cast(pa.int32())
    if "periode" in columns:
        columns["periode_van"], columns["periode_tot"] = _days_of(columns["periode"])
    if "geboortedatum" in columns and is_text(columns["geboortedatum"]):
        columns["geboortejaar"] = told(columns["geboortedatum"], _year_of)
    care_day = next((name for name in _CARE_DAYS if name in columns), None)
    if care_day is not None:
        columns["zorgdag"] = columns[care_day]


def case_number(number: pa.Array, domain: pa.Array) -> pa.Array:
    """Assignment numbers are unique per domain: both as one number, NULL when one is."""
    return pc.add(pc.multiply(number, 2), flagged(domain, _is_wmo).cast(pa.int64()))


def with_case_number(rows: pa.Table) -> pa.Table:
    """The rows with `zaak`, when they have what it is made from."""
    if not {"nummer", "domein"} <= set(rows.column_names):
        return rows
    return rows.append_column("zaak", case_number(rows["nummer"], rows["domein"]))


def _is_wmo(domain: pa.Array) -> pa.BooleanArray:
    return pc.equal(domain, "wmo")


def _domain(law: pa.Array) -> pa.Array:
    return changed(law, _domain_of)


def _domain_of(law: pa.Array) -> pa.Array:
    unknown = pa.scalar(None, pa.string())
    return pc.if_else(pc.equal(law, "jeugdwet"), "jw", pc.if_else(pc.equal(law, "wmo"), "wmo", unknown))


def _year_of(days: pa.Array) -> pa.Array:
    return typed(pc.utf8_slice_codeunits(days, 0, 4), Type.INT)
