"""What a check is: a named rule over one raw table that finds rows (or files) that are wrong.

`wrong` is portable SQL text. Three forms exist:

- a *row check*: a predicate on the alias `r`, the row. Its columns are the layout's fields as typed values; a value
  that fails a field check is NULL, so that no other check speaks about it. A few columns are derived (`check.view`:
  `r.nummer`, `r.zorgdag`, ...). Beside the row stand *neighbours* (`check.neighbours`): `toewijzing` is the assignment
  with the row's number, `product` the product with its code, `start` all reports of the same start, and so on; their
  columns are NULL when there is none. With a `key`, `eerste` is the first row with the same values in these fields and
  `r.volg` the place of the row among them. A predicate on `volume` is asked about every line of what the quarter holds
  beside the quarters before (`check.volumes`), and speaks of the delivery. A predicate may use comparisons, AND, OR,
  NOT, IN, BETWEEN, IS NULL, + - *, ABS, COALESCE, CASE, SUBSTR, EXTRACT of year, month and day; days subtract to a
  number.
- a *set check* (`is_query`): a query that yields `rij` (the row's position, NULL when the finding is about the whole
  delivery) and `detail` (a harmless text for the message, or NULL). Tables are named `:toewijzing` (usable rows of this
  delivery), `:eerder_toewijzing` (earlier deliveries) and `:alle_toewijzing` (both, with the columns they share). With
  a `key` it is asked only when two rows share their values in these fields.
- a *field check* (`each`): one rule for every field of a kind; `wrong` says it in SQL, with `{field}` for the field.

Values of the delivery are named too: `:gemeente` ('0141'), `:kwartaal` ('2025KW04'), `:kw` (its index), `:eerste_dag`,
`:laatste_dag`, `:wijken`, `:aanbieders`, `:domeinen` (domains the region lists products for), `:categorieen_jw`,
`:categorieen_wmo`, `:fictief`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

Row = Mapping[str, str | None]

PERSONAL = frozenset({"bsn", "geboortedatum", "geslacht", "postcode", "huishouden"})
"""Fields whose values never stand in a message, whatever a check asks for."""


class Each(StrEnum):
    """The kinds of fields that one field check is repeated for."""

    REQUIRED = "verplicht"
    """Fields that may not be empty."""
    READABLE = "leesbaar"
    """Fields that hold a date or a number."""
    REQUIRED_CODE = "verplichte code"
    """Required fields whose values come from a code list."""
    OPTIONAL_CODE = "facultatieve code"
    """Other fields whose values come from a code list."""
    PATTERN = "vorm"
    """Fields whose text must have a certain form."""


@dataclass(frozen=True, slots=True)
class Example:
    """Rows that show a check at work. `rows` are raw texts per field; unnamed fields are left empty."""

    rows: tuple[Row, ...]
    other: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    """Rows of other raw tables (or `eerder_<table>` for earlier accepted deliveries) that the check looks at."""
    table: str = ""
    """The table of `rows`; empty = the check's own. Needed for the tables in `also`."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check, as one file of the catalogue declares it."""

    code: str
    table: str
    """The raw table; empty for field checks, which hold for every table."""
    tier: Tier
    severity: Severity
    fields: tuple[str, ...]
    """The fields it speaks of, most telling first. A field check with fields holds for these only, and takes them over
    from the field check of the same kind without."""
    title: Text
    message: Text
    """What is wrong, with `{field}` placeholders for harmless values of the row and `{detail}` for what is told beside
    it; field checks have `{label}`, `{value}` and `{codes}`."""
    remedy: Text
    """What the deliverer can do."""
    source: str
    """The rule it comes from: iStandaarden TR018, CBS protocol v7, own rule."""
    wrong: str
    """SQL predicate that is true for a wrong row, or, for set checks, a query yielding `rij, detail`."""
    is_query: bool = False
    needs: tuple[str, ...] = ()
    """Codes of checks that must not have failed on the row; otherwise this check says 'unknown' and is silent. Field
    checks of `fields` are needed always."""
    fine: tuple[Example, ...] = ()
    faulty: tuple[Example, ...] = ()
    also: Mapping[str, str] = field(default_factory=dict)
    """Further tables the rule holds for, each with its own `wrong` ('' = the same). Row checks only."""
    each: Each | None = None
    """Set for field checks."""
    uses: tuple[str, ...] = ()
    """What must be known for an answer: `eerder_<table>`, `wijken`, `aanbieders`, or a raw table of the delivery that
    must hold rows. Without it the check says 'unknown'."""
    key: tuple[str, ...] = ()
    """Fields whose shared values bring rows together: see row checks and set checks above."""
    share: float = 0.0
    """Row checks: speak only when more than this part of the rows is wrong, and then of all files of the table (tier
    FILE), or of the delivery as a whole with the percentage as `{detail}`."""
    least: int = 1
    """With `share`: how many rows must be wrong at least."""
    detail: str = ""
    """Row checks: the column that `{detail}` shows, such as `stop.pauze`."""

    valid_from: date | None = None
    """The first day of the rule, held against the last day of the quarter delivered; None = always was."""
    valid_until: date | None = None
    """The last day of the rule; None = until further notice."""

    def in_force(self, day: date) -> bool:
        """Whether the rule holds on `day`."""
        return (self.valid_from or day) <= day <= (self.valid_until or day)

    @property
    def is_row_check(self) -> bool:
        """Whether `wrong` is a predicate on one row."""
        return not self.is_query and self.each is None
