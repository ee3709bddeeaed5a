"""What is added to assignments: referrer and crisis from the regional extract, referrer from the request (315).

The extract's row of the latest quarter counts. A referrer it does not know (empty or 99) is taken from the latest
earlier quarter that does, then from the request with the same provider's reference.
"""

from graadmeter.standardise.steps.step import Step

AANVULLING = Step(
    "m_aanvulling",
    """
    SELECT CASE wet WHEN 'wmo' THEN 'wmo' ELSE 'jw' END AS domein, gemeente, toewijzingnummer,
        arg_max(crisis, (kwartaal, sessie, crisis)) AS crisis, max(sessie) AS sessie,
        arg_max(verwijzer, (kwartaal, sessie, verwijzer)) FILTER (verwijzer <> '99') AS verwijzer
    FROM event_voorziening
    WHERE toewijzingnummer IS NOT NULL AND wet <> 'participatiewet'
    GROUP BY ALL
    """,
)

VERZOEK = Step(
    "m_verzoek",
    """
    SELECT referentie, verwijzer, sessie
    FROM event_verzoek
    WHERE verwijzer <> '99'
    QUALIFY row_number() OVER (PARTITION BY referentie ORDER BY dagtekening DESC, sessie DESC, volgnummer DESC) = 1
    """,
)
"""The reference holds domain, municipality and provider as well, so it is a key by itself."""
