"""What a check is: a named SQL predicate over one raw table that is true for rows that are wrong.

The predicate is a portable SQL expression on the alias `r` (the row). Its columns are the layout's fields:
`r.begindatum` is the typed value (NULL when the text does not parse), `r.begindatum__raw` the text as delivered.
Set checks use `subject` instead: a query that yields the column `regel` (and may yield `bestand`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

Row = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Example:
    """Rows that show a check at work. `rows` are raw texts per field; unnamed fields are left empty."""

    rows: tuple[Row, ...]
    other: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    """Rows of other raw tables (or `eerder_<table>` for earlier accepted deliveries) that the check looks at."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check, as one file of the catalogue declares it."""

    code: str
    table: str
    tier: Tier
    severity: Severity
    fields: tuple[str, ...]
    title: Text
    message: Text
    """What is wrong, with `{field}` placeholders for harmless values of the row."""
    remedy: Text
    """What the deliverer can do."""
    source: str
    """The rule it comes from: iStandaarden TR018, CBS protocol v7, own rule."""
    wrong: str
    """SQL predicate on `r` that is true for a wrong row, or, for set checks, a query yielding `bestand, regel`."""
    is_query: bool = False
    needs: tuple[str, ...] = ()
    """Codes of checks that must not have failed on the row; otherwise this check says 'unknown' and is silent."""
    fine: tuple[Example, ...] = ()
    faulty: tuple[Example, ...] = ()
