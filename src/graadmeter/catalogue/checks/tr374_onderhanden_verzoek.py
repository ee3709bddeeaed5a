"""A request was sent while another of the client was open."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_ASKED = {"domein": "jw", "aanbieder": "41410001", "bsn": "009999991"}
_FIRST = {**_ASKED, "bericht_id": "V1", "referentie": "A", "dagtekening": "2025-10-01"}
_SECOND = {**_ASKED, "bericht_id": "V2", "referentie": "B", "dagtekening": "2025-10-20"}
_GRANTED = {**_ASKED, "referentie": "A", "toewijzingsdatum": "2025-10-06"}

OPEN = """
    SELECT DISTINCT r.rij, NULL AS detail
    FROM :{table} AS r
    JOIN (
      SELECT domein, aanbieder, bsn, bericht_id, referentie, dagtekening FROM :verzoek
      UNION ALL
      SELECT domein, aanbieder, bsn, bericht_id, referentie, dagtekening FROM :wijzigingsverzoek
    ) AS o ON o.domein = r.domein AND o.aanbieder = r.aanbieder AND o.bsn = r.bsn
      AND o.referentie <> r.referentie AND o.dagtekening < r.dagtekening
    WHERE NOT EXISTS (
        SELECT 1 FROM :toewijzing AS a
        WHERE a.domein = o.domein AND a.aanbieder = o.aanbieder AND a.referentie = o.referentie
          AND a.toewijzingsdatum <= r.dagtekening)
      AND NOT EXISTS (
        SELECT 1 FROM :antwoord AS n
        WHERE n.domein = o.domein AND n.aanbieder = o.aanbieder AND n.referentie = o.referentie
          AND n.antwoord = '1' AND n.dagtekening <= r.dagtekening)
"""
"""Rows of `table` that were sent while another request of the client at the same provider was open."""

CHECK = Check(
    code="GM-TR374",
    table="verzoek",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("referentie", "dagtekening"),
    title=Text("Er liep al een verzoek voor deze cliënt", "A request for this client was open already"),
    message=Text(
        "Op {dagtekening} was een eerder verzoek van deze aanbieder voor deze cliënt nog niet beantwoord.",
        "On {dagtekening} an earlier request of this provider for this client had not been answered yet.",
    ),
    remedy=Text(
        "Beantwoord eerst het eerdere verzoek, of vraag de aanbieder welk verzoek geldt.",
        "Answer the earlier request first, or ask the provider which request holds.",
    ),
    source="iStandaarden TR374, OP350",
    wrong=OPEN.format(table="verzoek"),
    is_query=True,
    fine=(
        Example((_FIRST, _SECOND), other={"toewijzing": (_GRANTED,)}),
        Example(
            (_FIRST, _SECOND),
            other={"antwoord": ({**_ASKED, "referentie": "A", "antwoord": "1", "dagtekening": "2025-10-07"},)},
        ),
        Example((_FIRST, {**_SECOND, "aanbieder": "41410002"})),
    ),
    faulty=(
        Example((_FIRST, _SECOND)),
        Example(
            (_FIRST, _SECOND),
            other={"antwoord": ({**_ASKED, "referentie": "A", "antwoord": "2", "dagtekening": "2025-10-07"},)},
        ),
        Example((_SECOND,), other={"wijzigingsverzoek": (_FIRST,)}),
    ),
)
