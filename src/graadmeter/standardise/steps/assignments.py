"""Assignments (301): of every number the latest version counts, and a removed one never existed.

iStandaarden: a 301 with a known number replaces the earlier version; RedenWijziging 13 with equal first and last day
removes the assignment. A later version may lack the provider's reference; the last one given then still holds.
"""

from graadmeter.standardise.steps.step import Step

TOEWIJZING = Step(
    "m_toewijzing",
    """
    SELECT domein, gemeente, toewijzingnummer, persoon, aanbieder, productcode, soort, vorm, dyslexie,
        einddatum, einde_voor_18, sessie, laatste_referentie AS referentie
    FROM (
        SELECT *, row_number() OVER versies AS volgorde,
            first_value(referentie IGNORE NULLS) OVER (
                versies ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS laatste_referentie
        FROM event_toewijzing
        WINDOW versies AS (
            PARTITION BY domein, gemeente, toewijzingnummer
            ORDER BY toewijzingsdatum DESC, toewijzingstijd DESC, dagtekening DESC, sessie DESC, volgnummer DESC
        )
    )
    WHERE volgorde = 1 AND NOT coalesce(reden_wijziging = '13' AND ingangsdatum = einddatum, FALSE)
    """,
)
