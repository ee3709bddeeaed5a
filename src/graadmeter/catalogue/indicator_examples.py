"""Reads the worked example of an indicator's YAML, and says of a row that cannot be which one it is, and why."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from graadmeter.catalogue.refusals import check_keys, check_period, refuse, unknown
from graadmeter.domain.cells import DIMENSIONS
from graadmeter.domain.indicators import WorkedExample
from graadmeter.domain.sources import COUNTABLE
from graadmeter.domain.tables import Type
from graadmeter.domain.text import Text

_ROW = ("value", "status", "contributors", "providers")
_KEY = ("area", "period", "unit")
_QUARTERS = ("kwartaal", "kw", "kw_gemeld")
"""Columns that hold the index of a quarter and are written as its code."""
_NEEDED = {"persoon": ("persoon", "geboren"), "traject": ("traject", "persoon", "gemeente", "soort", "begin")}
_GIVEN = {"persoon": {"geboren": Type.DATE}}
"""Columns of a row of an example that the model table does not have."""
_KINDS = {
    Type.TEXT: (str, Text("tekst, zoals '02'", "text, such as '02'")),
    Type.DATE: (date, Text("een datum, zoals 2021-01-31", "a date, such as 2021-01-31")),
    Type.BOOL: (bool, Text("true of false", "true or false")),
    Type.INT: (int, Text("een heel getal", "a whole number")),
    Type.BIGINT: (int, Text("een heel getal", "a whole number")),
    Type.DOUBLE: (float | int, Text("een getal", "a number")),
}


def read_example(unit: str, content: Mapping[str, Any]) -> WorkedExample:
    """The example; raises CatalogueError for tables, columns and values that the model does not have."""
    check_keys(unit, content, ("first", "last", "rows", "expect"))
    for name in ("first", "last"):
        check_period(f"{unit}, {name}", content[name])
    for table, rows in content["rows"].items():
        if table not in COUNTABLE:
            raise unknown(f"{unit}, rows", Text("de tabel", "table"), table, COUNTABLE)
        for place, row in _mappings(f"{unit}, {table}", rows):
            _check_row(place, str(table), row)
    _check_persons(unit, content["rows"])
    for place, cell in _mappings(f"{unit}, expect", content["expect"]):
        check_keys(place, cell, (*_KEY, "value"), (*DIMENSIONS, *_ROW))
        check_period(place, cell["period"])
    return WorkedExample(
        rows={str(table): tuple(rows) for table, rows in content["rows"].items()},
        expect=tuple(content["expect"]),
        first=str(content["first"]),
        last=str(content["last"]),
    )


def _mappings(unit: str, rows: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each row with where it stands."""
    if not isinstance(rows, list):
        raise refuse(unit, Text("schrijf een lijst van rijen.", "write a list of rows."))
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            words = Text(f"rij {number}: schrijf {{kolom: waarde}}.", f"row {number}: write {{column: value}}.")
            raise refuse(unit, words)
        yield f"{unit} {number}", row


def _check_row(unit: str, table: str, row: Mapping[str, Any]) -> None:
    types = {**{column.name: column.type for column in COUNTABLE[table].columns}, **_GIVEN.get(table, {})}
    check_keys(unit, row, _NEEDED.get(table, ()), types)
    for name, value in row.items():
        if name in _QUARTERS and isinstance(value, str):
            check_period(f"{unit}, {name}", value)
            continue
        kind, words = _KINDS[types[name]]
        if value is not None and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
            raise refuse(
                unit,
                Text(
                    f"'{name}' is {words.nl}; hier staat {value!r}.",
                    f"'{name}' is {words.en}; here stands {value!r}.",
                ),
            )


def _check_persons(unit: str, rows: Mapping[str, Any]) -> None:
    known = {row["persoon"] for row in rows.get("persoon", ())}
    for number, row in enumerate(rows.get("traject", ()), 1):
        if row["persoon"] not in known:
            words = Text(
                f"persoon {row['persoon']} staat niet bij de rijen van 'persoon'.",
                f"person {row['persoon']} is not among the rows of 'persoon'.",
            )
            raise refuse(f"{unit}, traject {number}", words)
