"""Request for a change leaves out an assignment."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_ASKED = {
    "domein": "jw",
    "aanbieder": "41410001",
    "bericht_id": "W1",
    "referentie": "A",
    "dagtekening": "2025-11-03",
    "bsn": "009999991",
    "toewijzingnummer": "1",
    "gewenste_einddatum": "2026-06-30",
}
_ASSIGNED = {
    "domein": "jw",
    "aanbieder": "41410001",
    "bsn": "009999991",
    "toewijzingsdatum": "2025-10-01",
    "ingangsdatum": "2025-10-01",
}

CHECK = Check(
    code="GM-TR349",
    table="wijzigingsverzoek",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "referentie"),
    title=Text("Verzoek om wijziging mist een toewijzing", "Request for a change leaves out an assignment"),
    message=Text(
        "De cliënt heeft bij deze aanbieder ook toewijzing {detail}; die staat niet in het verzoek.",
        "The client also has assignment {detail} with this provider; the request leaves it out.",
    ),
    remedy=Text(
        "Vraag de aanbieder alle lopende toewijzingen op te nemen, ook die ongewijzigd blijven.",
        "Ask the provider to include all running assignments, those that stay the same as well.",
    ),
    source="iStandaarden TR349, OP308",
    wrong="""
    SELECT MIN(r.rij) AS rij, a.nummer AS detail
    FROM :wijzigingsverzoek AS r
    JOIN :toewijzing AS a ON a.bsn = r.bsn AND a.domein = r.domein AND a.aanbieder = r.aanbieder
    WHERE a.toewijzingsdatum < r.dagtekening
      AND NOT EXISTS (
        SELECT 1 FROM :wijzigingsverzoek AS o
        WHERE o.bestand = r.bestand AND o.bericht_id = r.bericht_id AND o.domein = a.domein AND o.nummer = a.nummer)
      AND NOT EXISTS (
        SELECT 1 FROM :toewijzing AS v
        WHERE v.domein = a.domein AND v.nummer = a.nummer AND (v.einddatum < r.dagtekening
          OR (v.einddatum = v.ingangsdatum AND COALESCE(v.reden_wijziging, '') IN ('01', '13'))))
    GROUP BY r.bestand, r.bericht_id, r.referentie, a.nummer
    """,
    is_query=True,
    uses=("toewijzing",),
    fine=(
        Example(
            ({**_ASKED}, {**_ASKED, "toewijzingnummer": "2", "gewenste_einddatum": None}),
            other={
                "toewijzing": (
                    {**_ASSIGNED, "toewijzingnummer": "1"},
                    {**_ASSIGNED, "toewijzingnummer": "2"},
                    {**_ASSIGNED, "toewijzingnummer": "3", "einddatum": "2025-10-31"},
                    {**_ASSIGNED, "toewijzingnummer": "4", "aanbieder": "41410002"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            (_ASKED,),
            other={
                "toewijzing": ({**_ASSIGNED, "toewijzingnummer": "1"}, {**_ASSIGNED, "toewijzingnummer": "2"}),
            },
        ),
    ),
)
