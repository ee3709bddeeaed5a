"""The CSV files of the site: the cells of the release, to the digit, with the names of areas beside their codes."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.site.addresses import download
from graadmeter.site.published import Published

_BEFORE = ("indicator", "unit", "area", "area_name", "area_vintage", "level", "period", "period_type")
_AFTER = ("value", "status", "definition_version", "edition")


def downloads(published: Published, cells: pa.Table) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every download: per indicator the region with its municipalities, and one per municipality.

    A municipality's file also holds its wijken and the region, so that what it is compared with is inside the file.
    """
    for name in sorted(published.definitions):
        header, lines = _lines(published, cells.filter(pc.equal(cells["indicator"], name)))
        region = lines.get(published.region.code, [])
        towns = [line for area in published.municipalities for line in lines.get(area.code, [])]
        yield download(name), "".join([header, *region, *towns]).encode()
        for area in published.municipalities:
            own = [line for code in _codes(published, area) for line in lines.get(code, [])]
            yield download(name, area.name), "".join([header, *region, *own]).encode()


def _codes(published: Published, area: Area) -> list[str]:
    return [area.code, *(wijk.code for wijk in published.areas if wijk.parent == area.code), f"WK{area.code[2:]}XX"]


def _lines(published: Published, cells: pa.Table) -> tuple[str, dict[str, list[str]]]:
    """The header and, per area code, the lines; only dimensions that the indicator has get a column."""
    used = [name for name in DIMENSIONS if pc.any(pc.not_equal(cells[name], TOTAL)).as_py()]
    names = _names(published)
    columns = [*_BEFORE[:3], *_BEFORE[4:], *used, *_AFTER]
    order = [*_BEFORE, *used, *_AFTER]
    found: dict[str, list[str]] = {}
    for values in zip(*(cells[column].to_pylist() for column in columns), strict=True):
        row = dict(zip(columns, values, strict=True))
        row["area_name"] = names.get(row["area"], "")
        row["value"] = plain(row["value"])
        found.setdefault(row["area"], []).append(_line([row[column] for column in order]))
    return _line(order), found


def _names(published: Published) -> Mapping[str, str]:
    return {area.code: area.name for area in (published.region, *published.areas) if area.level in Level}


def _line(values: Sequence[object]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(values)
    return buffer.getvalue()


def plain(value: float | None) -> str:
    """A number without exponent and without a needless fraction: 1200, 12.5; '' for none."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else format(Decimal(repr(value)), "f")
