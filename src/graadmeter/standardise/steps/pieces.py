"""Trajectories before merging: assignments with a start, and provisions that no message carries.

A started assignment without a single day of care (its end lies before its start, after a correction) is no trajectory.
Transport is never one.
"""

from graadmeter.standardise.steps.step import Step

TOEGEWEZEN = Step(
    "m_toegewezen",
    """
    SELECT t.persoon AS pseudoniem, gemeente, CASE domein WHEN 'wmo' THEN 'wmo' ELSE 'jeugdwet' END AS wet,
        t.soort, t.vorm, t.aanbieder, t.productcode, t.dyslexie, coalesce(a.crisis, FALSE) AS crisis,
        coalesce(a.verwijzer, v.verwijzer, '99') AS verwijzer, 'ZIN' AS leveringsvorm, b.begin, b.begin_voor_18,
        b.begin_voor_23, a.kwartaal AS kw_gezien, coalesce(e.einde, t.einddatum) AS einde,
        CASE WHEN e.einde IS NULL THEN t.einde_voor_18 ELSE e.einde_voor_18 END AS einde_voor_18,
        e.reden_beeindiging AS reden_einde,
        domein || '|' || gemeente || '|' || lpad(CAST(toewijzingnummer AS VARCHAR), 9, '0') AS sleutel,
        [t.sessie, b.sessie, e.sessie, a.sessie, CASE WHEN a.verwijzer IS NULL THEN v.sessie END] AS sessies
    FROM m_toewijzing t
    JOIN m_start b USING (domein, gemeente, toewijzingnummer)
    LEFT JOIN m_stop e USING (domein, gemeente, toewijzingnummer)
    LEFT JOIN m_aanvulling a USING (domein, gemeente, toewijzingnummer)
    LEFT JOIN m_verzoek v USING (domein, gemeente, toewijzingnummer)
    """,
)

EIGEN = Step(
    "m_eigen",
    """
    SELECT persoon AS pseudoniem, gemeente, wet, soort, vorm, aanbieder, productcode, dyslexie, crisis,
        coalesce(verwijzer, '99') AS verwijzer, leveringsvorm, begindatum AS begin, begin_voor_18,
        begin_voor_23, kwartaal AS kw_gezien, einddatum AS einde, einde_voor_18, CAST(NULL AS VARCHAR) AS reden_einde,
        'voorziening|' || voorziening_id AS sleutel, [sessie] AS sessies
    FROM event_voorziening
    JOIN (
        SELECT voorziening_id, max(kwartaal) AS kwartaal
        FROM event_voorziening
        WHERE toewijzingnummer IS NULL
        GROUP BY voorziening_id
    ) laatste USING (voorziening_id, kwartaal)
    WHERE soort <> 'vervoer'
    QUALIFY row_number() OVER (PARTITION BY voorziening_id ORDER BY begindatum, einddatum NULLS LAST, persoon) = 1
    """,
)
"""Provisions without an assignment (PGB, local team, Participatiewet): the row of the latest quarter counts."""

DEEL = Step(
    "m_deel",
    """
    SELECT n.persoon, d.* EXCLUDE (pseudoniem)
    FROM (FROM m_toegewezen UNION ALL BY NAME FROM m_eigen) d
    JOIN m_persoonsnummer n USING (pseudoniem)
    WHERE d.einde IS NULL OR d.einde >= d.begin
    """,
)
