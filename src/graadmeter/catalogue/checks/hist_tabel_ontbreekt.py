"""A usual table or kind of message is missing."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H01",
    table="voorziening",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("kwartaal",),
    title=Text("Een vaste tabel of berichtsoort ontbreekt", "A usual table or kind of message is missing"),
    message=Text(
        "'{detail}' was er in het vorige kwartaal wel en is nu leeg.",
        "'{detail}' was there in the previous quarter and is empty now.",
    ),
    remedy=Text(
        "Lever het ontbrekende bestand of de ontbrekende berichten na.", "Deliver the missing file or messages."
    ),
    source="eigen regel: volledigheid tegen eerdere leveringen",
    wrong="""
    SELECT NULL AS rij, v.code AS detail
    FROM :eerder_volume AS v
    JOIN (SELECT 'toewijzing' AS tabel, COUNT(*) AS rijen FROM :toewijzing
          UNION ALL SELECT 'start', COUNT(*) FROM :start
          UNION ALL SELECT 'stop', COUNT(*) FROM :stop
          UNION ALL SELECT 'prestatie', COUNT(*) FROM :prestatie
          UNION ALL SELECT 'voorziening', COUNT(*) FROM :voorziening) AS n
      ON n.tabel = v.code
    WHERE v.maat = 'tabel' AND v.kw = :kw - 1 AND v.aantal >= 20 AND n.rijen = 0
    """,
    is_query=True,
    uses=("eerder_volume",),
    fine=(
        Example(
            ({"kwartaal": "2025KW04"},),
            other={
                "eerder_volume": (
                    {"kw": "8102", "maat": "tabel", "code": "voorziening", "aantal": "300"},
                    {"kw": "8101", "maat": "tabel", "code": "start", "aantal": "300"},
                )
            },
        ),
    ),
    faulty=(
        Example(
            ({"kwartaal": "2025KW04"},),
            other={"eerder_volume": ({"kw": "8102", "maat": "tabel", "code": "start", "aantal": "300"},)},
        ),
    ),
)
