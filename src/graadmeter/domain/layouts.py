"""What a delivered record looks like: its fields as text, the type each should parse to, and where it stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graadmeter.domain.tables import Type
from graadmeter.domain.text import Text


class Source(StrEnum):
    """Where the rows of a raw table come from."""

    XML = "xml"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a raw table."""

    name: str
    type: Type
    label: Text
    path: str = ""
    """XML: element path below the record (or `/`-rooted from Bericht); CSV: header. A `*` at its end: all of them."""
    required: bool = False
    codes: str = ""
    """Id of the code list its values come from."""
    pattern: str = ""
    """Regular expression the whole text must match."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One raw table: all columns are text; every row also has `bestand` (file) and `regel` (row)."""

    table: str
    source: Source
    title: Text
    record: str
    """XML: path of the repeating element below Bericht, several joined by `|`; CSV: empty."""
    messages: tuple[str, ...]
    """Message codes (301 ...) the table is read from; empty for CSV."""
    fields: tuple[Field, ...]
    version: str
    source_note: str
    may_be_empty: bool = False
    """A message without a record says something too: nothing was refused."""
    valid_from: date | None = None
    """First day this version is in force; None for the first version, which always was."""
    reason: Text | None = None
    """Why this version differs from the one before."""

    @property
    def records(self) -> tuple[str, ...]:
        """The paths of `record`, one by one."""
        return tuple(path.strip() for path in self.record.split("|"))

    def field(self, name: str) -> Field:
        """The field with this name; raises KeyError when there is none."""
        return next(field for field in self.fields if field.name == name)
