"""A product stands twice in a request for a change, at the same time."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_ASKED = {
    "domein": "jw",
    "aanbieder": "41410001",
    "bericht_id": "W1",
    "referentie": "A",
    "bsn": "009999991",
    "toewijzingnummer": "1",
    "gewenste_ingangsdatum": "2025-12-01",
}
_NEW = {**_ASKED, "toewijzingnummer": None, "productcode": "45A48"}
_ASSIGNED = {"domein": "jw", "productcode": "45A48", "toewijzingsdatum": "2025-10-01", "ingangsdatum": "2025-10-01"}

CHECK = Check(
    code="GM-TR361",
    table="wijzigingsverzoek",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("productcode", "toewijzingnummer", "gewenste_ingangsdatum"),
    title=Text(
        "Product staat twee keer tegelijk in een verzoek om wijziging",
        "Product stands twice at once in a request for a change",
    ),
    message=Text(
        "Product {detail} staat al in dit verzoek, met overlappende looptijd.",
        "Product {detail} stands in this request already, with overlapping dates.",
    ),
    remedy=Text("Vraag de aanbieder het bericht te verbeteren.", "Ask the provider to correct the message."),
    source="iStandaarden TR361, TR410",
    wrong="""
    WITH p AS (
      SELECT r.rij, r.bestand, r.bericht_id, r.bsn,
        COALESCE(r.zorgsoort, a.productcode, a.categorie) AS soort,
        COALESCE(r.gewenste_ingangsdatum, a.ingangsdatum) AS van,
        COALESCE(r.gewenste_einddatum, a.einddatum, CAST('9999-12-31' AS DATE)) AS tot
      FROM :wijzigingsverzoek AS r
      LEFT JOIN :alle_toewijzing AS a ON a.domein = r.domein AND a.nummer = r.nummer
        AND NOT EXISTS (
          SELECT 1 FROM :alle_toewijzing AS v
          WHERE v.domein = a.domein AND v.nummer = a.nummer AND (v.toewijzingsdatum > a.toewijzingsdatum
            OR (v.toewijzingsdatum = a.toewijzingsdatum AND v.toewijzingstijd > a.toewijzingstijd)))
    )
    SELECT r.rij, MIN(o.soort) AS detail
    FROM p AS r
    JOIN p AS o ON o.bestand = r.bestand AND o.bericht_id = r.bericht_id AND o.bsn = r.bsn AND o.rij < r.rij
     AND o.soort = r.soort
    WHERE o.van <= r.tot AND r.van <= o.tot
    GROUP BY r.rij
    """,
    is_query=True,
    key=("bestand", "bericht_id", "bsn"),
    fine=(
        Example(
            (_ASKED, {**_NEW, "productcode": "45A49"}),
            other={"toewijzing": ({**_ASSIGNED, "toewijzingnummer": "1"},)},
        ),
        Example(
            ({**_ASKED, "gewenste_einddatum": "2025-12-31"}, {**_NEW, "gewenste_ingangsdatum": "2026-01-01"}),
            other={"toewijzing": ({**_ASSIGNED, "toewijzingnummer": "1"},)},
        ),
    ),
    faulty=(
        Example((_ASKED, _NEW), other={"toewijzing": ({**_ASSIGNED, "toewijzingnummer": "1"},)}),
        Example((_NEW, {**_NEW, "gewenste_ingangsdatum": "2026-01-01"})),
    ),
)
