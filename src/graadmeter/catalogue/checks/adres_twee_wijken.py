"""One person at two addresses."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-ADR1",
    table="adres",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("wijk",),
    title=Text("Eén persoon op twee adressen", "One person at two addresses"),
    message=Text(
        "Voor één BSN staat in dit kwartaal zowel wijk {wijk} als een andere wijk.",
        "For one BSN this quarter holds wijk {wijk} and another one.",
    ),
    remedy=Text(
        "Lever per persoon één adres: dat op de laatste dag.", "Deliver one address per person: that on the last day."
    ),
    source="eigen regel: adressen",
    wrong="r.wijk <> eerste.wijk",
    key=("kwartaal", "bsn"),
    fine=(
        Example(
            (
                {"kwartaal": "2025KW04", "bsn": "009999991", "wijk": "WK014110"},
                {"kwartaal": "2025KW04", "bsn": "123456782", "wijk": "WK014120"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"kwartaal": "2025KW04", "bsn": "009999991", "wijk": "WK014110"},
                {"kwartaal": "2025KW04", "bsn": "009999991", "wijk": "WK014120"},
            )
        ),
    ),
)
