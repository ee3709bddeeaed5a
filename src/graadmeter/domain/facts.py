"""What a fact table is: a raw table that becomes one event table and one model table, column by column.

A fact table says per column where its value comes from and what may be kept of it. A raw field that no column names
is dropped; so a birth date or a name can only get into the store when somebody writes it down here.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from graadmeter.domain.tables import Column, Table, Type


class Keep(StrEnum):
    """What is kept of a raw field."""

    VALUE = "value"
    """The value itself; only for dates of events, numbers, codes and identifiers of organisations."""
    PERSON = "person"
    """The person: a pseudonym in the events, a number in the model. An unknown BSN stands for nobody: empty."""
    KEY = "key"
    """An id of the deliverer, made unique per municipality: a pseudonym in the events, a number in the model."""
    YES = "yes"
    """J becomes true, everything else false."""
    AGE = "age"
    """Of a date: the person's age in whole years on that day."""
    BEFORE_18 = "before_18"
    """Of a date: whether it lies before the 18th birthday."""


@dataclass(frozen=True, slots=True)
class FactColumn:
    """One column, the raw field it is made from, and what is kept of that."""

    column: Column
    field: str
    keep: Keep = Keep.VALUE

    @property
    def purpose(self) -> str:
        """The purpose its pseudonym is made for; empty when it is no id."""
        return self.column.name if self.keep in {Keep.PERSON, Keep.KEY} else ""


_OF_SESSION = (
    Column("sessie", Type.TEXT, "delivery session"),
    Column("gemeente", Type.TEXT, "municipality that delivers: GM0141"),
    Column("kwartaal", Type.INT, "quarter index of the delivery"),
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact table; raw table, event table and model table have the same name."""

    name: str
    meaning: str
    key: tuple[str, ...]
    """Columns that tell rows of one municipality apart; of equal ones the latest quarter counts."""
    columns: tuple[FactColumn, ...]

    @property
    def event(self) -> Table:
        """The event table: ids as text."""
        return Table(self.name, self.meaning, (*_OF_SESSION, *(one.column for one in self.columns)))

    @property
    def model(self) -> Table:
        """The model table: ids as dense numbers."""
        columns = (replace(one.column, type=Type.BIGINT) if one.purpose else one.column for one in self.columns)
        return Table(self.name, self.meaning, (*_OF_SESSION[1:], *columns))

    @property
    def person(self) -> str:
        """The raw field with the BSN; empty when the table tells of no persons."""
        return next((one.field for one in self.columns if one.keep is Keep.PERSON), "")
