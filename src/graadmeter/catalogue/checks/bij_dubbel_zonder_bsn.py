"""Youth help without BSN stands twice."""

from datetime import date

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-BIJ03",
    table="bij_jeugdhulp",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("begindatum", "hulpvorm"),
    title=Text("Jeugdhulp zonder BSN staat dubbel", "Youth help without BSN stands twice"),
    message=Text(
        (
            "Twee records zonder BSN hebben hetzelfde geslacht, dezelfde geboortedatum, woonplaats, "
            "aanvang ({begindatum}) en hulpvorm. Is het een tweeling?"
        ),
        (
            "Two records without BSN have the same sex, date of birth, place, start ({begindatum}) "
            "and form of help. Are they twins?"
        ),
    ),
    remedy=Text("Voeg de records samen, tenzij het een tweeling is.", "Merge the records, unless they are twins."),
    source="CBS protocol Beleidsinformatie Jeugd v7, 3.3 (sleutel zonder BSN)",
    wrong="r.volg > 1 AND r.bsn = '999999999'",
    key=("periode", "bsn", "geslacht", "geboortedatum", "woonplaats", "begindatum", "hulpvorm"),
    valid_from=date(2021, 7, 1),
    fine=(
        Example(
            (
                {
                    "bsn": "999999999",
                    "geslacht": "V",
                    "geboortedatum": "20120101",
                    "woonplaats": "7607AB",
                    "begindatum": "2025-01-01",
                    "hulpvorm": "02",
                    "periode": "2025HJ02",
                },
                {
                    "bsn": "999999999",
                    "geslacht": "M",
                    "geboortedatum": "20120101",
                    "woonplaats": "7607AB",
                    "begindatum": "2025-01-01",
                    "hulpvorm": "02",
                    "periode": "2025HJ02",
                },
            )
        ),
    ),
    faulty=(
        Example(
            (
                {
                    "bsn": "999999999",
                    "geslacht": "V",
                    "geboortedatum": "20120101",
                    "woonplaats": "7607AB",
                    "begindatum": "2025-01-01",
                    "hulpvorm": "02",
                    "periode": "2025HJ02",
                },
                {
                    "bsn": "999999999",
                    "geslacht": "V",
                    "geboortedatum": "20120101",
                    "woonplaats": "7607AB",
                    "begindatum": "2025-01-01",
                    "hulpvorm": "02",
                    "periode": "2025HJ02",
                },
            )
        ),
    ),
)
