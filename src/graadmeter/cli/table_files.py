"""Reads tables of counts for `protect` and `attack`: cells with equations, or inner counts with hierarchies."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from graadmeter.cli.unreadable import unreadable
from graadmeter.domain.errors import UsageError
from graadmeter.domain.text import Text
from graadmeter.protect.system import Rows
from graadmeter.protect.tables.amounts import Largest
from graadmeter.protect.tables.counts import Limits, Table, limit_arrays
from graadmeter.protect.tables.hierarchies import Branch, spread_out

_CELL, _VALUE, _STATUS, _COUNT = "cell_id", "value", "status", "freq"
_CONTRIBUTION = ("first", "second", "third")
_EQUATION = ("eq_id", "cell_id", "coef")
_LARGEST = 10**12


def read_cells(cells: Path, equations: Path, *, gaps: bool = False) -> Table:
    """The table in two CSV files; with `gaps`, cells without a value are unknown instead of a mistake.

    Raises UsageError, with file and line, for whatever is not as it should be.
    """
    names: dict[str, int] = {}
    codes: list[tuple[str, ...]] = []
    value: list[int] = []
    known: list[bool] = []
    header, lines = _open(cells, (_CELL, _VALUE))
    dimensions = tuple(name for name in header if name not in (_CELL, _VALUE, _STATUS))
    for number, row in lines:
        if row[_CELL] in names:
            raise _wrong(cells, number, f"cel '{row[_CELL]}' staat er twee keer", f"cell '{row[_CELL]}' is there twice")
        names[row[_CELL]] = len(names)
        codes.append(tuple(row[name] for name in dimensions))
        known.append(not (gaps and not row[_VALUE]))
        value.append(_count(cells, number, row[_VALUE]) if known[-1] else 0)
    if not names:
        raise UsageError(Text(f"{cells} heeft geen enkele cel.", f"{cells} has no cells at all."))
    rows, labels, limits = _equations(equations, names)
    low, high = limit_arrays(limits)
    table = Table(
        names=tuple(names),
        dimensions=dimensions,
        codes=tuple(codes),
        value=np.array(value, dtype=np.int64),
        known=np.array(known, dtype=np.bool_),
        rows=rows,
        equations=labels,
        low=low,
        high=high,
    )
    _require_sums(table, equations)
    return table


def read_inner(inner: Path, hierarchies: Sequence[str]) -> Table:
    """The table that follows from inner counts (column freq) and hierarchy files (parent, child[, relation]).

    A hierarchy is `hier_DIMENSION.csv` or `DIMENSION=FILE`; one dimension may have several.
    """
    header, lines = _open(inner, (_COUNT,))
    dimensions = [name for name in header if name not in (_CELL, _COUNT, _STATUS)]
    counts: dict[tuple[str, ...], int] = {}
    for number, row in lines:
        key = tuple(row[name] for name in dimensions)
        if key in counts:
            told = ", ".join(key)
            raise _wrong(inner, number, f"{told} staat er twee keer", f"{told} is there twice")
        counts[key] = _count(inner, number, row[_COUNT])
    branches: dict[str, list[Branch]] = {}
    for told in hierarchies:
        name, path = _hierarchy(told, dimensions)
        branches.setdefault(name, []).extend(_branches(path))
    return spread_out(dimensions, counts, branches)


def read_contributions(path: Path, table: Table) -> Largest:
    """Per cell of a table of amounts its three largest contributions (columns first, second, third; empty is 0).

    Raises UsageError, with file and line, for a cell that is not in the table or is missing here.
    """
    place = {name: number for number, name in enumerate(table.names)}
    found: dict[int, tuple[int, int, int]] = {}
    _, lines = _open(path, (_CELL, *_CONTRIBUTION))
    for number, row in lines:
        if row[_CELL] not in place or place[row[_CELL]] in found:
            told = row[_CELL]
            raise _wrong(
                path, number, f"cel '{told}' bestaat niet of staat er al", f"no cell '{told}', or there already"
            )
        first, second, third = (_count(path, number, row[name] or "0") for name in _CONTRIBUTION)
        found[place[row[_CELL]]] = (first, second, third)
    missing = [name for name, number in place.items() if number not in found]
    if missing:
        raise UsageError(
            Text(f"{path}: cel '{missing[0]}' ontbreekt.", f"{path}: cell '{missing[0]}' is missing."),
        )
    columns = ([found[number][rank] for number in range(len(place))] for rank in range(len(_CONTRIBUTION)))
    return Largest(*columns)


def _hierarchy(told: str, dimensions: Sequence[str]) -> tuple[str, Path]:
    name, sign, path = told.partition("=")
    if not sign:
        name, path = Path(told).stem.removeprefix("hier_"), told
    if name not in dimensions:
        known = ", ".join(dimensions)
        raise UsageError(
            Text(
                f"Bij welke dimensie hoort {told}? Schrijf DIMENSIE=BESTAND, met een van: {known}.",
                f"Which dimension is {told} of? Write DIMENSION=FILE, with one of: {known}.",
            )
        )
    return name, Path(path)


def _branches(path: Path) -> list[Branch]:
    _, lines = _open(path, ("parent", "child"))
    parts: dict[tuple[str, str], list[str]] = {}
    for number, row in lines:
        children = parts.setdefault((row.get("relation", ""), row["parent"]), [])
        if row["child"] in children:
            raise _wrong(path, number, f"'{row['child']}' staat er twee keer", f"'{row['child']}' is there twice")
        children.append(row["child"])
    return [(parent, tuple(children)) for (_, parent), children in parts.items()]


def _equations(path: Path, names: Mapping[str, int]) -> tuple[Rows, tuple[str, ...], list[Limits]]:
    """The sums, their names, and the least and most of each: columns low and high, of which its first line counts."""
    owner: list[int] = []
    cell: list[int] = []
    coef: list[int] = []
    labels: dict[str, int] = {}
    limits: list[Limits] = []
    seen: set[tuple[int, int]] = set()
    _, lines = _open(path, _EQUATION)
    for number, row in lines:
        if row["cell_id"] not in names:
            told = row["cell_id"]
            raise _wrong(path, number, f"cel '{told}' bestaat niet", f"there is no cell '{told}'")
        one = labels.setdefault(row["eq_id"], len(labels)), names[row["cell_id"]]
        told_limits = _limits(path, number, row)
        if one[0] == len(limits):
            limits.append(told_limits)
        elif told_limits not in {limits[one[0]], (0, 0)}:
            raise _wrong(path, number, "deze som heeft al een andere grens", "this sum has another limit already")
        if one in seen:
            raise _wrong(path, number, "deze cel staat al in deze som", "this cell is in this sum already")
        seen.add(one)
        owner.append(one[0])
        cell.append(one[1])
        coef.append(_whole(path, number, row["coef"]))
    arrays = (np.array(numbers, dtype=np.int64) for numbers in (owner, cell, coef))
    return Rows.equations(*arrays), tuple(labels), limits


def _limits(path: Path, number: int, row: Mapping[str, str]) -> Limits:
    """The limits on a line; without any the sum is nothing."""
    low, high = (row.get(name, "") for name in ("low", "high"))
    if not low and not high:
        return 0, 0
    least = _whole(path, number, low, zero=True) if low else None
    most = _whole(path, number, high, zero=True) if high else None
    if least is not None and most is not None and least > most:
        raise _wrong(path, number, f"{low} is meer dan {high}", f"{low} is more than {high}")
    return least, most


def _require_sums(table: Table, path: Path) -> None:
    off = table.off()
    if len(off):
        words = table.in_words(int(off[0]))
        raise UsageError(
            Text(
                f"{path}: {len(off)} sommen kloppen niet met de aantallen, als eerste: {words.nl}.",
                f"{path}: {len(off)} sums do not agree with the counts, the first being: {words.en}.",
            )
        )


def _open(path: Path, needed: Sequence[str]) -> tuple[list[str], Iterator[tuple[int, dict[str, str]]]]:
    """The header, and each further line with its number."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise UsageError(
            Text(f"{path} is geen tekst in UTF-8. Sla het bestand zo op.", f"{path} is not text in UTF-8. Save it so.")
        ) from error
    reader = csv.reader(text.splitlines())
    header = [name.strip() for name in next(reader, [])]
    missing = [name for name in needed if name not in header]
    if missing or len(set(header)) < len(header):
        told = ", ".join(missing) or "-"
        raise _wrong(
            path,
            1,
            f"deze kolommen zijn nodig, elk één keer: {', '.join(needed)} (er ontbreekt: {told})",
            f"these columns are needed, each once: {', '.join(needed)} (missing: {told})",
        )
    return header, _lines(path, header, reader)


def _lines(path: Path, header: list[str], reader: Iterator[list[str]]) -> Iterator[tuple[int, dict[str, str]]]:
    for number, fields in enumerate(reader, 2):
        if not fields:
            continue
        if len(fields) != len(header):
            raise _wrong(
                path,
                number,
                f"{len(fields)} velden, de kop heeft er {len(header)}",
                f"{len(fields)} fields, the header has {len(header)}",
            )
        yield number, dict(zip(header, (field.strip() for field in fields), strict=True))


def _count(path: Path, number: int, text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) < _LARGEST):
        raise _wrong(path, number, f"'{text}' is geen aantal (0, 1, 2, ...)", f"'{text}' is not a count (0, 1, 2, ...)")
    return int(text)


def _whole(path: Path, number: int, text: str, *, zero: bool = False) -> int:
    digits = text.removeprefix("-").removeprefix("+")
    if not (digits.isascii() and digits.isdigit() and int(digits) < _LARGEST):
        raise _wrong(path, number, f"'{text}' is geen heel getal", f"'{text}' is not a whole number")
    if not zero and int(digits) == 0:
        raise _wrong(path, number, "0 doet niet mee in een som", "0 takes no part in a sum")
    return int(text)


def _wrong(path: Path, number: int, nl: str, en: str) -> UsageError:
    return UsageError(Text(f"{path}, regel {number}: {nl}.", f"{path}, line {number}: {en}."))
