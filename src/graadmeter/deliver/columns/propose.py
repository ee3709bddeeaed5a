"""Proposes a column map from what a table holds: by names, near names, and the form of its first values."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.layouts import layouts
from graadmeter.deliver.columns.synonyms import SYNONYMS
from graadmeter.deliver.csv_header import known_names, plain_name
from graadmeter.domain.bsn import eleven_test
from graadmeter.domain.column_maps import ColumnMap, MappedColumn
from graadmeter.domain.layouts import Field, Layout, Source
from graadmeter.domain.tables import Type
from graadmeter.domain.text import Text

_NEAR = 0.75
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4}|(?:19|20)\d{6}")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A map nobody has confirmed yet, why each column is in it, and what is left on both sides."""

    map: ColumnMap
    reasons: Mapping[str, Text]
    """By field."""
    columns_left: tuple[str, ...]
    fields_left: tuple[str, ...]
    """Required fields without a column."""


def propose(names: Sequence[str], rows: Sequence[Sequence[str]], *, table: str = "", separator: str = "") -> Proposal:
    """The most likely map of a table with these column names and first rows; `table` says which table it is."""
    tables = [table] if table else [one.table for one in layouts().values() if one.source is Source.CSV]
    made = [_proposal(layouts()[one], names, rows, separator) for one in sorted(tables)]
    return max(made, key=lambda one: len(one.map.columns) / (len(one.map.columns) + len(one.fields_left) + 1))


def _proposal(layout: Layout, names: Sequence[str], rows: Sequence[Sequence[str]], separator: str) -> Proposal:
    values = {name: _cells(rows, at) for at, name in enumerate(names)}
    found: dict[str, tuple[str, Text]] = {}
    for rule in (_same, _synonym, _near, _alike):
        for field in layout.fields:
            taken = {name for name, _ in found.values()}
            free = {name: cells for name, cells in values.items() if plain_name(name) and name not in taken}
            reasons = ((name, rule(layout, field, name, cells)) for name, cells in free.items())
            choice = next(((name, reason) for name, reason in reasons if reason), None)
            if choice and field.name not in found:
                found[field.name] = choice
    columns = tuple(
        MappedColumn(field.name, found[field.name][0], values=_meaning(field, values[found[field.name][0]]))
        for field in layout.fields
        if field.name in found
    )
    left = tuple(field.name for field in layout.fields if field.required and field.name not in found)
    told = {name: reason for name, (_, reason) in found.items()}
    used = {name for name, _ in found.values()}
    unread = tuple(name for name in names if plain_name(name) and name not in used)
    return Proposal(ColumnMap(layout.table, columns, separator=separator), told, unread, left)


def _cells(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    return [row[at].strip() for row in rows if at < len(row) and row[at].strip()]


def _same(layout: Layout, field: Field, name: str, _: Sequence[str]) -> Text | None:
    same = known_names(layout.table).get(plain_name(name)) == field.name
    return Text("de naam is gelijk", "the name is the same") if same else None


def _synonym(_: Layout, field: Field, name: str, __: Sequence[str]) -> Text | None:
    known = plain_name(name) in SYNONYMS.get(field.name, ())
    return Text("een bekende andere naam", "a known other name") if known else None


def _near(_: Layout, field: Field, name: str, values: Sequence[str]) -> Text | None:
    near = SequenceMatcher(None, plain_name(name), plain_name(field.name)).ratio()
    if near < _NEAR or (values and not _fits(field, values)):
        return None
    return Text("de naam lijkt erop, de waarden passen", "the name is similar, the values fit")


def _alike(_: Layout, field: Field, __: str, values: Sequence[str]) -> Text | None:
    """By values alone only where the form leaves no doubt."""
    if values and field.name == "bsn" and all(eleven_test(value.zfill(9)) for value in values):
        return Text("alle waarden zijn geldige BSN's", "all values are valid BSNs")
    return None


def _fits(field: Field, values: Sequence[str]) -> bool:
    codes = code_lists().get(field.codes, {})
    if codes:
        meaning = _meaning(field, values)
        return all(value in codes or value in meaning for value in values)
    if field.type is Type.DATE:
        return all(_DAY.fullmatch(value) for value in values)
    return not field.pattern or all(re.fullmatch(field.pattern, value) for value in values)


def _meaning(field: Field, values: Sequence[str]) -> dict[str, str]:
    """What delivered values stand for, when they are labels of the field's code list instead of its codes."""
    codes = code_lists().get(field.codes, {})
    labels = {word.casefold(): one.code for one in codes.values() for word in (one.label.en, one.label.nl)}
    strange = sorted({value for value in values if value not in codes})
    return {value: labels[value.casefold()] for value in strange if value.casefold() in labels}
