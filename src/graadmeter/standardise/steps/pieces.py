"""Trajectories before merging: assignments with a start, and provisions that no message carries.

A started assignment without a single day of care (its end lies before its start, after a correction) is no trajectory.
Transport is never one.
"""

from graadmeter.standardise.steps.step import Step

_WET = "CASE t.domein WHEN 'wmo' THEN 'wmo' ELSE 'jeugdwet' END"

TOEGEWEZEN = Step(
    "m_toegewezen",
    f"""
    SELECT t.persoon, t.gemeente, {_WET} AS wet, t.soort, t.vorm, t.aanbieder, t.productcode, t.dyslexie,
        coalesce(a.crisis, FALSE) AS crisis, coalesce(a.verwijzer, v.verwijzer, '99') AS verwijzer,
        'ZIN' AS leveringsvorm, b.begin, b.begin_voor_18,
        coalesce(e.einde, t.einddatum) AS einde,
        CASE WHEN e.einde IS NULL THEN t.einde_voor_18 ELSE e.einde_voor_18 END AS einde_voor_18,
        e.reden_beeindiging AS reden_einde,
        t.domein || '|' || lpad(CAST(t.toewijzingnummer AS VARCHAR), 9, '0') AS sleutel,
        [t.sessie, b.sessie, e.sessie, a.sessie, CASE WHEN a.verwijzer IS NULL THEN v.sessie END] AS sessies
    FROM m_toewijzing t
    JOIN m_start b USING (domein, gemeente, toewijzingnummer)
    LEFT JOIN m_stop e USING (domein, gemeente, toewijzingnummer)
    LEFT JOIN m_aanvulling a USING (domein, gemeente, toewijzingnummer)
    LEFT JOIN m_verzoek v ON v.referentie = t.referentie
    WHERE t.soort <> 'vervoer'
    """,
)

EIGEN = Step(
    "m_eigen",
    """
    SELECT persoon, gemeente, wet, soort, vorm, aanbieder, productcode, dyslexie, crisis,
        coalesce(verwijzer, '99') AS verwijzer, leveringsvorm, begindatum AS begin, begin_voor_18,
        einddatum AS einde, einde_voor_18, CAST(NULL AS VARCHAR) AS reden_einde,
        'voorziening|' || voorziening_id AS sleutel, [sessie] AS sessies
    FROM event_voorziening
    WHERE toewijzingnummer IS NULL
    QUALIFY row_number() OVER (PARTITION BY voorziening_id ORDER BY kwartaal DESC, sessie DESC, begindatum, persoon) = 1
    """,
)
"""Provisions without an assignment (PGB, local team, Participatiewet): the row of the latest quarter counts."""

DEEL = Step(
    "m_deel",
    """
    SELECT * FROM (FROM m_toegewezen UNION ALL BY NAME FROM m_eigen)
    WHERE soort <> 'vervoer' AND (einde IS NULL OR einde >= begin)
    """,
)
