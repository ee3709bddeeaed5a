"""Fills in the responsible municipality of CBS records that tell their woonplaats as a postcode only.

Which municipality a postcode lies in comes from the reference library, when a list of postcodes was added to it. What
is not in that list stays empty, and GM-BIJ32 asks for it.
"""

from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.deliver.notice import Where
from graadmeter.deliver.notices.residence import FILLED
from graadmeter.deliver.raw import RawDelivery
from graadmeter.domain.findings import Finding

TABLES = ("bij_jeugdhulp", "bij_jeugdbescherming", "bij_jeugdreclassering")
_POSTCODE = "^[0-9]{4} ?[A-Za-z]{2}$"


def with_municipalities(raw: RawDelivery, places: Mapping[str, str]) -> RawDelivery:
    """The delivery with the municipality (four digits) filled in where only a postcode stands and `places` knows it.

    `places` gives the GM code by the four digits of a postcode; empty = not known. What was filled in is told per file.
    """
    if not places or not any(raw.tables[name].num_rows for name in TABLES):
        return raw
    codes = {code: number.removeprefix("GM") for code, number in places.items()}
    known, numbers = pa.array(codes, pa.string()), pa.array(codes.values(), pa.string())
    tables, told = dict(raw.tables), list[Finding]()
    for name in TABLES:
        rows = tables[name]
        is_postcode = pc.match_substring_regex(rows["woonplaats"], _POSTCODE).fill_null(False)  # noqa: FBT003 - position
        found = numbers.take(pc.index_in(pc.utf8_slice_codeunits(rows["woonplaats"], 0, 4), known))
        filled = pc.and_(pc.and_(is_postcode, pc.is_null(rows["gemeente"])), pc.is_valid(found))
        place = rows.column_names.index("gemeente")
        tables[name] = rows.set_column(place, "gemeente", pc.if_else(filled, found, rows["gemeente"]))
        told += _told(rows.filter(filled)["bestand"])
    return replace(raw, tables=tables, findings=(*raw.findings, *told))


def _told(files: pa.ChunkedArray) -> list[Finding]:
    counted = sorted((one["values"], one["counts"]) for one in pc.value_counts(files).to_pylist())
    return [FILLED.finding(Where(file), {"count": count}) for file, count in counted]
