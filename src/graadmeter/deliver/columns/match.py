"""Whether a confirmed map fits a delivered table, and the header it gives then."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from graadmeter.catalogue.layouts import layouts
from graadmeter.deliver.csv_header import LONGEST_LINE, LOOK_AHEAD, SEPARATORS, Header, cells_of, plain_name
from graadmeter.domain.column_maps import ColumnMap


def for_file(maps: Sequence[ColumnMap], name: str) -> tuple[ColumnMap, ...]:
    """The confirmed maps that may hold for a file of this name, in their order."""
    last = name.rpartition("/")[2].casefold()
    return tuple(one for one in maps if one.confirmed and (not one.file or fnmatchcase(last, one.file.casefold())))


def mapped_header(lines: list[str], one: ColumnMap) -> Header | None:
    """The header by this map, when one of the first lines names all of its columns; else None."""
    for number, separator, cells in _candidates(lines, one):
        header = header_by(one, number, separator, cells)
        if header is not None:
            return header
    return None


def header_by(one: ColumnMap, number: int, separator: str, cells: Sequence[str]) -> Header | None:
    """The header that `cells` are under this map; None when a column of the map is missing."""
    names = {plain_name(column.column): column for column in one.columns}
    plain = [plain_name(cell) for cell in cells]
    if not names or not names.keys() <= set(plain):
        return None
    kept = list(cells)
    while kept and not kept[-1].strip():
        kept.pop()
    return Header(
        layout=layouts()[one.table],
        line=number,
        separator=separator,
        cells=tuple(cell.strip() for cell in kept),
        fields=tuple(names[name].field if name in names else "" for name in plain[: len(kept)]),
        width=len(cells),
        fixed=one.fixed,
        values={column.field: column.values for column in one.columns if column.values},
    )


def _candidates(lines: list[str], one: ColumnMap) -> Iterator[tuple[int, str, list[str]]]:
    for number, line in enumerate(lines[:LOOK_AHEAD]):
        for separator in (one.separator,) if one.separator else SEPARATORS:
            if separator in line and len(line) <= LONGEST_LINE:
                yield number, separator, cells_of(line, separator)
