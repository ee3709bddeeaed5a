"""Assignments (301): of every number the latest version counts, and a removed one never existed.

iStandaarden: a 301 with a known number replaces the earlier version; RedenWijziging 13 with equal first and last day
removes the assignment. A version that grants a request carries its reference, later ones none or another (TR379).
"""

from graadmeter.standardise.steps.refusals import standing
from graadmeter.standardise.steps.step import Step

_LATEST = """QUALIFY row_number() OVER (
        PARTITION BY domein, gemeente, toewijzingnummer
        ORDER BY toewijzingsdatum DESC, toewijzingstijd DESC, dagtekening DESC, sessie DESC, volgnummer DESC
    ) = 1"""

TOEWIJZING = Step(
    "m_toewijzing",
    f"""
    SELECT * EXCLUDE (removed)
    FROM (
        SELECT domein, gemeente, toewijzingnummer, persoon, aanbieder, productcode, soort, vorm, dyslexie, einddatum,
            einde_voor_18, sessie, coalesce(reden_wijziging = '13' AND ingangsdatum = einddatum, FALSE) AS removed
        FROM {standing("event_toewijzing")}
        {_LATEST}
    )
    WHERE NOT removed AND soort <> 'vervoer'
    """,
)

REFERENTIE = Step(
    "m_referentie",
    f"""
    SELECT domein, gemeente, toewijzingnummer, referentie,
        max((toewijzingsdatum, toewijzingstijd, dagtekening, sessie, volgnummer)) AS moment
    FROM {standing("event_toewijzing")}
    WHERE referentie IS NOT NULL
    GROUP BY ALL
    """,
)
