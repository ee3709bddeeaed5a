"""First and last day of care per assignment.

Care begins with the earliest start (305). It ends with the latest definitive stop (307): reason 20 is a temporary stop
and ends nothing. A start after the last definitive stop resumes the care, which then runs on (TR326).
"""

from graadmeter.standardise.steps.step import Step

START = Step(
    "m_start",
    """
    SELECT domein, gemeente, toewijzingnummer, min(begindatum) AS begin, max(begindatum) AS laatste_begin,
        arg_min(begin_voor_18, begindatum) AS begin_voor_18, arg_min(begin_voor_23, begindatum) AS begin_voor_23,
        min(sessie) FILTER (begindatum = eerste) AS sessie
    FROM (
        SELECT *, min(begindatum) OVER (PARTITION BY domein, gemeente, toewijzingnummer) AS eerste FROM m_start_geldig
    )
    GROUP BY domein, gemeente, toewijzingnummer
    """,
)

STOP = Step(
    "m_stop",
    """
    SELECT domein, gemeente, toewijzingnummer, e.einddatum AS einde, e.einde_voor_18, e.reden_beeindiging, e.sessie
    FROM m_stop_geldig e
    JOIN m_start b USING (domein, gemeente, toewijzingnummer)
    WHERE e.reden_beeindiging <> '20' AND e.einddatum >= b.laatste_begin
    QUALIFY row_number() OVER (
        PARTITION BY domein, gemeente, toewijzingnummer
        ORDER BY e.einddatum DESC, e.dagtekening DESC, e.sessie DESC, e.volgnummer DESC
    ) = 1
    """,
)
