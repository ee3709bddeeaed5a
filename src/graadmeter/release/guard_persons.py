"""Finds what speaks of one person: names of columns and keys, and citizen service numbers among the values."""

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.bsn import eleven_test

PERSON_NAMES = frozenset(
    {
        *("persoon", "persoon_id", "person", "pseudoniem", "pseudonym", "bsn", "burgerservicenummer"),
        *("geboortedatum", "geboortejaar", "geboren", "achternaam", "voornaam", "voorletters", "voorvoegsel"),
        *("geslachtsnaam", "postcode", "huisnummer", "straat", "adres", "telefoon", "email", "huishouden_id"),
        *("traject", "traject_id", "toewijzingnummer", "voorziening_id", "referentie", "kw_18", "kw_laatste_jeugd"),
    }
)
"""Names that no column and no JSON key of a release may have."""

FIGURES = ("value", "old_value", "new_value", "estimate")
"""Columns that hold figures: an amount of nine digits is not a service number."""


def person_names(names: Iterable[str]) -> list[str]:
    """The names that speak of persons, sorted."""
    return sorted(name for name in names if name.lower() in PERSON_NAMES)


def holds_bsn(table: pa.Table) -> bool:
    """Whether any text value outside the figures is nine digits that pass the eleven test."""
    return any(eleven_test(value) for column in _texts(table) for value in pc.unique(column).to_pylist() if value)


def _texts(table: pa.Table) -> list[pa.ChunkedArray]:
    names = [name for name in table.column_names if name not in FIGURES]
    return [table[name] for name in names if pa.types.is_string(table.schema.field(name).type)]
