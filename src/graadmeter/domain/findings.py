"""What a check says about a delivery: code, severity, where, and what to do. Never holds a BSN, name or birth date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graadmeter.domain.text import Text


class Severity(StrEnum):
    """What a finding does to the delivery."""

    STOPS_FILE = "bestand"
    """The whole file is refused."""
    STOPS_ROW = "regel"
    """The row is not used."""
    QUESTION = "vraag"
    """The row is used; the deliverer is asked to look."""
    INFORMATION = "informatie"

    @property
    def label(self) -> Text:
        """How the severity is called in reports."""
        return {
            Severity.STOPS_FILE: Text("bestand geweigerd", "file refused"),
            Severity.STOPS_ROW: Text("regel niet gebruikt", "row not used"),
            Severity.QUESTION: Text("vraag", "question"),
            Severity.INFORMATION: Text("ter informatie", "information"),
        }[self]


class Tier(StrEnum):
    """The six tiers of checks, from the file as a whole to its history."""

    FILE = "bestand"
    FIELD = "veld"
    RECORD = "record"
    ACROSS_RECORDS = "tussen records"
    ACROSS_FILES = "tussen bestanden"
    HISTORY = "historie"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or odd, at one place."""

    code: str
    severity: Severity
    file: str
    message: Text
    row: int | None = None
    """Row (CSV: physical line; XML: ordinal of the record in the message), None for the whole file."""
    column: str = ""
    month: str = ""
    """The month the row speaks of (2025-03), empty when it has none."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Harmless values for the message (codes, dates of care); never anything that identifies a person."""
    case: str = ""
    """What the deliverer finds the record by: assignment number, own number of the provision, claim number."""
    known_until: str = ""
    """The day until which it is known and accepted (2026-12-31); such a finding does not worsen the verdict."""
    known_reason: str = ""
    """Why it is accepted, in the region's own words."""


class Verdict(StrEnum):
    """What became of a delivery as a whole; the value is written in the receipt."""

    ACCEPTED = "geaccepteerd"
    ACCEPTED_WITH_FINDINGS = "geaccepteerd met bevindingen"
    PARTLY = "gedeeltelijk geaccepteerd"
    REFUSED = "geweigerd"
    INTERRUPTED = "afgebroken"

    @property
    def label(self) -> Text:
        """The verdict in both languages."""
        english = {
            Verdict.ACCEPTED: "accepted",
            Verdict.ACCEPTED_WITH_FINDINGS: "accepted with findings",
            Verdict.PARTLY: "partly accepted",
            Verdict.REFUSED: "refused",
            Verdict.INTERRUPTED: "interrupted",
        }
        return Text(self.value, english[self])
