"""The CSV files of the site: the cells of the release, to the digit, with the names of areas beside their codes."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.areas import Area, unknown_wijk
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.status import CellStatus
from graadmeter.site.addresses import download
from graadmeter.site.merged import carriers
from graadmeter.site.published import Published

_BEFORE = ("indicator", "unit", "area", "area_name", "area_vintage", "level", "period", "period_type")
_QUOTED = re.compile(r'[",\r\n]')
_AFTER = ("value", "status", "definition_version", "edition")
_CARRIER = "merged_into"
"""Name and code of the group of wijken that carries the figure of a row with the status merged."""


def downloads(published: Published, cells: pa.Table) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every download: per indicator the region with its municipalities, and one per municipality.

    A municipality's file also holds its wijken and the region, so that what it is compared with is inside the file.
    """
    for name in sorted(published.definitions):
        yield from indicator_downloads(published, cells.filter(pc.equal(cells["indicator"], name)), name)


def indicator_downloads(published: Published, cells: pa.Table, name: str) -> Iterator[tuple[str, bytes]]:
    """The downloads of one indicator, given its own cells."""
    header, lines = _lines(published, cells)
    region = lines.get(published.region.code, [])
    towns = [line for area in published.municipalities for line in lines.get(area.code, [])]
    yield download(name), "".join([header, *region, *towns]).encode()
    for area in published.municipalities:
        own = [line for code in _codes(published, area) for line in lines.get(code, [])]
        yield download(name, area.name), "".join([header, *region, *own]).encode()


def used_dimensions(cells: pa.Table) -> list[str]:
    """The dimensions that any of the cells is broken down by."""
    return [name for name in DIMENSIONS if pc.any(pc.not_equal(cells[name], TOTAL)).as_py()]


def columns(cells: pa.Table) -> list[str]:
    """The columns of the file of an indicator, given its own cells."""
    merged = pc.any(pc.equal(cells["status"], CellStatus.MERGED.value)).as_py()
    return [*_BEFORE, *used_dimensions(cells), *_AFTER, *([_CARRIER] if merged else [])]


def _codes(published: Published, area: Area) -> list[str]:
    parts = (*published.wijken(area.code), *published.groups(area.code))
    return [area.code, *(part.code for part in parts), unknown_wijk(area.code)]


def _lines(published: Published, cells: pa.Table) -> tuple[str, dict[str, list[str]]]:
    """The header and, per area code, the lines; only dimensions that the indicator has get a column."""
    order = columns(cells)
    names = {area.code: area.name for area in (published.region, *published.areas)}
    if _CARRIER in order:
        cells = cells.append_column(_CARRIER, pa.chunked_array([_carriers(published, cells)]))
    fields = [_fields(cells["area"], names) if name == "area_name" else _fields(cells[name]) for name in order]
    found: dict[str, list[str]] = {}
    for area, line in zip(
        cells["area"].to_pylist(), pc.binary_join_element_wise(*fields, ",").to_pylist(), strict=True
    ):
        found.setdefault(area, []).append(f"{line}\n")
    return ",".join(order) + "\n", found


def _carriers(published: Published, cells: pa.Table) -> pa.Array:
    """Of every row with the status merged the group that carries the figure."""
    area, period, status = (cells[name].to_pylist() for name in ("area", "period", "status"))
    names = carriers(published, list(zip(area, period, strict=True)))
    merged = CellStatus.MERGED.value
    found = [
        names.get((code, when), "") if one == merged else ""
        for code, when, one in zip(area, period, status, strict=True)
    ]
    return pa.array(found, pa.string())


def _fields(column: pa.ChunkedArray, names: Mapping[str, str] | None = None) -> pa.Array:
    """The column as CSV fields, each distinct value written once; with `names` the names of the codes in it."""
    encoded = column.combine_chunks().dictionary_encode()
    values = encoded.dictionary.to_pylist()
    written = [_field(names.get(value, "") if names is not None else value) for value in values]
    return pa.array(written, pa.string()).take(encoded.indices).fill_null("")


def _field(value: object) -> str:
    text = plain(value) if isinstance(value, float) else str(value)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def plain(value: float) -> str:
    """A number without exponent and without a needless fraction: 1200, 12.5."""
    return str(int(value)) if value == int(value) else format(Decimal(repr(value)), "f")
