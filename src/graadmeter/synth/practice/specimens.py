"""The fault of every check, as rows that nobody delivered: the faulty rows of the catalogue."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.load_checks import checks
from graadmeter.domain.checks import Check, Example, Row
from graadmeter.domain.findings import Tier
from graadmeter.domain.layouts import Field
from graadmeter.domain.tables import Type
from graadmeter.domain.text import Text
from graadmeter.synth.practice.own_names import OwnNames
from graadmeter.synth.region_facts import Municipality

Values = dict[str, str]

FILE = "bestand"
_EARLIER = "eerder_"


@dataclass(frozen=True, slots=True)
class Specimen:
    """One fault: rows that break one rule."""

    check: Check
    table: str
    """The raw table of the rows that are wrong."""
    rows: tuple[tuple[str, Values], ...]
    """Raw table and values, the wrong ones first; `bestand` may tell which rows lie in one file."""
    names: OwnNames
    earlier: Mapping[str, tuple[Values, ...]]
    """Rows of earlier deliveries by `eerder_<table>`, shaped as `check.earlier_tables`."""


def specimens(municipality: Municipality) -> Iterator[Specimen]:
    """The first faulty example of every check and table, as a delivery of this municipality would hold it."""
    cases = ((check, example) for check in checks().values() for example in _examples(check))
    for place, (check, example) in enumerate(cases, start=1):
        yield _specimen(check, example, OwnNames(municipality, place, about_bsn=_is_about_bsn(check)))


def _is_about_bsn(check: Check) -> bool:
    return not check.table or (check.fields == ("bsn",) and check.tier is Tier.RECORD)


def _examples(check: Check) -> Iterator[Example]:
    shown = [example.table or check.table for example in check.faulty]
    for table in [check.table, *sorted(check.also)] if check.table else sorted(set(shown)):
        yield check.faulty[shown.index(table)]


def _specimen(check: Check, example: Example, names: OwnNames) -> Specimen:
    table = example.table or check.table
    now = [(name, rows) for name, rows in example.other.items() if not name.startswith(_EARLIER)]
    rows = tuple((name, _own(names, name, row)) for name, given in [(table, example.rows), *now] for row in given)
    earlier = {
        name: tuple(_own(names, name.removeprefix(_EARLIER), row) for row in given)
        for name, given in example.other.items()
        if name.startswith(_EARLIER)
    }
    return Specimen(check, table, rows, names, earlier)


def _own(names: OwnNames, table: str, row: Row) -> Values:
    fields = {field.name: field for field in layouts()[table].fields} if table in layouts() else {}
    return {
        name: value if name == FILE else names.own(fields.get(name) or _unknown(name), value)
        for name, value in row.items()
        if value is not None
    }


def _unknown(name: str) -> Field:
    """A field that only earlier tables have."""
    return Field(name, Type.TEXT, Text("", ""))
