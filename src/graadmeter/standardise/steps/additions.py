"""What is added to assignments: referrer and crisis from the regional extract, referrer from the request (315).

The extract's row of the latest quarter counts. A referrer it does not know (empty or 99) is taken from the latest
earlier quarter that does, then from the request that the assignment refers to: by the latest of its versions that
grants a request, since a later version may grant a change (317), which tells no referrer.
"""

from graadmeter.standardise.steps.refusals import standing
from graadmeter.standardise.steps.step import Step

LAATST_BEKEND = Step(
    "m_laatst_bekend",
    """
    SELECT CASE wet WHEN 'wmo' THEN 'wmo' ELSE 'jw' END AS domein, gemeente, toewijzingnummer,
        max(kwartaal) AS kwartaal, max(kwartaal * 2 + CAST(crisis AS INTEGER)) % 2 = 1 AS crisis,
        max(kwartaal * 100 + CAST(verwijzer AS INTEGER)) FILTER (verwijzer <> '99') % 100 AS verwijzer
    FROM event_voorziening
    WHERE toewijzingnummer IS NOT NULL AND wet <> 'participatiewet'
    GROUP BY ALL
    """,
)
"""Quarter and value in one number, so that one pass finds the value of the latest quarter."""

AANVULLING = Step(
    "m_aanvulling",
    """
    SELECT b.domein, b.gemeente, b.toewijzingnummer, b.kwartaal, b.crisis, s.sessie,
        lpad(CAST(b.verwijzer AS VARCHAR), 2, '0') AS verwijzer
    FROM m_laatst_bekend b
    LEFT JOIN (SELECT DISTINCT gemeente, kwartaal, sessie FROM event_levering) s USING (gemeente, kwartaal)
    """,
)

VERZOEK = Step(
    "m_verzoek",
    f"""
    SELECT r.domein, r.gemeente, r.toewijzingnummer, v.verwijzer, v.sessie
    FROM m_referentie r
    JOIN (
        SELECT referentie, verwijzer, sessie
        FROM {standing("event_verzoek")}
        WHERE verwijzer <> '99'
        QUALIFY row_number() OVER (PARTITION BY referentie ORDER BY dagtekening DESC, sessie DESC, volgnummer DESC) = 1
    ) v USING (referentie)
    QUALIFY row_number() OVER (PARTITION BY r.domein, r.gemeente, r.toewijzingnummer ORDER BY r.moment DESC) = 1
    """,
)
"""The reference holds domain, municipality and provider as well, so it is a key by itself."""
