"""Line was credited more than once."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR390",
    table="prestatie",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("vorig_referentienummer",),
    title=Text("Regel is vaker gecrediteerd", "Line was credited more than once"),
    message=Text(
        "Regel {vorig_referentienummer} is meer dan eens teruggedraaid.",
        "Line {vorig_referentienummer} was taken back more than once.",
    ),
    remedy=Text("Vraag de aanbieder de declaratie te verbeteren.", "Ask the provider to correct the claim."),
    source="iStandaarden TR315, TR390, OP360",
    wrong="""
    SELECT r.rij, NULL AS detail
    FROM :deze AS r
    JOIN (SELECT domein, aanbieder, vorig_referentienummer, MIN(rij) AS eerste
          FROM :deze
          WHERE debet_credit = 'C'
          GROUP BY domein, aanbieder, vorig_referentienummer HAVING COUNT(*) > 1) AS d
      ON d.domein = r.domein
     AND d.aanbieder = r.aanbieder
     AND d.vorig_referentienummer = r.vorig_referentienummer
    WHERE r.rij > d.eerste AND r.debet_credit = 'C'
    """,
    is_query=True,
    fine=(
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "vorig_referentienummer": "1", "debet_credit": "C"},
                {"domein": "jw", "aanbieder": "41410001", "vorig_referentienummer": "2", "debet_credit": "C"},
                {"domein": "jw", "aanbieder": "41410001", "debet_credit": "D"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "vorig_referentienummer": "1", "debet_credit": "C"},
                {"domein": "jw", "aanbieder": "41410001", "vorig_referentienummer": "1", "debet_credit": "C"},
            )
        ),
    ),
)
