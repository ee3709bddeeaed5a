"""From the wide rows of StatLine (v3) to one row per value, with a status for each."""

from collections.abc import Collection

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.reference.loaded import empty, table_of
from graadmeter.deliver.reference.notices import ABSENT, BAD_VALUE, SHAPE, UNKNOWN_PERIOD
from graadmeter.deliver.reference.statline_period import is_period
from graadmeter.deliver.reference.statline_subjects import Description, Subject
from graadmeter.domain.reference import STATLINE, ValueStatus

_NUMBER = r"^-?[0-9]{1,18}(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?$"
_SIGNS = pa.array([".", "", "-", "x"], pa.string())
"""What StatLine prints where there is no figure. A blank means: cannot exist; the others: unknown or confidential."""


def long_rows(
    bron: str, described: Description, data: pa.Table, subjects: Collection[str] | None, *, blank_is_impossible: bool
) -> pa.Table:
    """One row per value of the subjects asked for (None = all), subject by subject, in the order of the data."""
    keys = _keys(described, data)
    base = {
        "bron": bron,
        "tabel": described.table,
        "gebied": _areas(data, described.geo) if described.geo else None,
        "vintage": described.vintage,
        "periode": _periods(data, described),
        "dimensies": joined(data, described.others),
    }
    blocks = []
    for subject in described.subjects:
        if subject.key in keys and (subjects is None or subject.name in subjects):
            texts, values = _read(data[keys[subject.key]], subject)
            blanks = pc.equal(texts, "") if blank_is_impossible and texts is not None else None
            columns = _valued(values, blanks, base["periode"], described)
            blocks.append(table_of(STATLINE, base | _words(subject) | columns))
    return pa.concat_tables(blocks) if blocks else empty(STATLINE)


def joined(data: pa.Table, dimensions: Collection[str]) -> pa.Array | str:
    """The other dimensions of each row as one text: Geslacht=3000|Leeftijd=10000."""
    parts = [pc.binary_join_element_wise(f"{name}=", _texts(data, name), "") for name in dimensions]
    return pc.binary_join_element_wise(*parts, "|") if parts else ""


def _keys(described: Description, data: pa.Table) -> dict[str, str]:
    """The column of each subject; a client may have put `k_` before a name that begins with a digit."""
    needed = [name for name in (described.geo, described.time, *described.others) if name]
    for name in needed:
        if name not in data.column_names:
            raise RefusedError(ABSENT, part=name)
    found = {}
    for subject in described.subjects:
        for name in (subject.key, f"k_{subject.key}"):
            if name in data.column_names:
                found[subject.key] = name
    return found


def _words(subject: Subject) -> dict[str, str]:
    return {"groep": subject.group, "onderwerp": subject.name, "titel": subject.title, "eenheid": subject.unit}


def _texts(data: pa.Table, name: str) -> pa.Array:
    texts = data[name].combine_chunks()
    if not pa.types.is_string(texts.type):
        texts = pc.cast(texts, pa.string())
    return pc.fill_null(pc.utf8_trim_whitespace(texts), "")


def _areas(data: pa.Table, geo: str) -> pa.Array:
    texts = _texts(data, geo)
    if pc.any(pc.equal(texts, "")).as_py():
        raise RefusedError(SHAPE, what=geo)
    return texts


def _periods(data: pa.Table, described: Description) -> pa.Array | str | None:
    if not described.time:
        return described.period or None
    texts = _texts(data, described.time)
    unknown = [code for code in pc.unique(texts).to_pylist() if not is_period(code)]
    if unknown:
        raise RefusedError(UNKNOWN_PERIOD, count=len(unknown))
    return texts


def _read(column: pa.ChunkedArray, subject: Subject) -> tuple[pa.Array | None, pa.Array]:
    """The published texts (None when the source is typed) and the values: numbers, or texts for a subject of text."""
    plain = column.combine_chunks()
    if _is_number(column.type):
        numbers = pc.cast(plain, pa.float64())
        return None, pc.if_else(pc.is_finite(numbers), numbers, pa.scalar(None, pa.float64()))
    texts = pc.utf8_trim_whitespace(pc.cast(plain, pa.string()))
    kept = pc.if_else(pc.is_in(texts, _SIGNS), pa.scalar(None, pa.string()), texts)
    if subject.is_text or not (subject.unit or _all_numbers(texts)):
        return texts, kept
    if not _all_numbers(texts):
        raise RefusedError(BAD_VALUE, name=subject.key, row=_first_bad(texts), count=1)
    return texts, pc.cast(kept, pa.float64())


def _valued(values: pa.Array, blanks: pa.Array | None, periods: object, described: Description) -> dict[str, object]:
    """The columns waarde, tekst and status."""
    status = _status(values, blanks, periods, described)
    if pa.types.is_string(values.type):
        return {"waarde": None, "tekst": values, "status": status}
    return {"waarde": values, "tekst": None, "status": status}


def _is_number(kind: pa.DataType) -> bool:
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind))


def _fits(texts: pa.Array) -> pa.Array:
    matched = pc.or_(pc.match_substring_regex(texts, _NUMBER), pc.is_in(texts, _SIGNS))
    return pc.fill_null(matched, True)  # noqa: FBT003 - an Arrow value


def _all_numbers(texts: pa.Array) -> bool:
    return bool(pc.all(_fits(texts), min_count=0).as_py())


def _first_bad(texts: pa.Array) -> int:
    return int(pc.index(_fits(texts), pa.scalar(value=False)).as_py()) + 1


def _status(values: pa.Array, blanks: pa.Array | None, periods: object, described: Description) -> pa.Array:
    known: object = ValueStatus.VALUE.value
    if isinstance(periods, pa.Array) and described.provisional:
        early = pc.is_in(periods, pa.array(sorted(described.provisional), pa.string()))
        known = pc.if_else(early, ValueStatus.PROVISIONAL.value, ValueStatus.VALUE.value)
    absent: object = ValueStatus.UNKNOWN.value
    if blanks is not None:
        absent = pc.if_else(
            pc.fill_null(blanks, False),  # noqa: FBT003 - an Arrow value
            ValueStatus.IMPOSSIBLE.value,
            ValueStatus.UNKNOWN.value,
        )
    return pc.if_else(pc.is_valid(values), known, absent)
