"""The trajectory table: numbers, quarters, and which quarters lie before and which from the 18th birthday on.

`jeugd_van` to `jeugd_tot`, `volw_van` to `volw_tot` and `jong_van` to `jong_tot` end with the last known quarter
(`:laatste`): what runs on is not known beyond it. A trajectory without a day on one side has both ends empty there. A
person whose birth date is unknown is taken for a minor under the Jeugdwet and for an adult under the other laws.
The 23rd birthday lies 20 quarters after the 18th.
"""

from graadmeter.standardise.steps.step import Step

NUMMER = Step(
    "m_nummer",
    "SELECT sleutel, row_number() OVER (ORDER BY persoon, begin, sleutel) AS traject FROM m_samen",
)
"""The key of a trajectory's first piece is the key of the trajectory."""

TRAJECT = Step(
    "traject",
    """
    WITH kwartalen AS (
        SELECT * EXCLUDE (sessies, geslacht, geboortejaar),
            CAST(year(begin) * 4 + quarter(begin) - 1 AS INTEGER) AS kw_begin,
            CAST(year(einde) * 4 + quarter(einde) - 1 AS INTEGER) AS kw_einde,
            coalesce(begin_voor_18, wet = 'jeugdwet') AS begin_jeugd,
            einde IS NOT NULL AND coalesce(einde_voor_18, wet = 'jeugdwet') AS einde_jeugd
        FROM m_samen
        JOIN m_nummer USING (sleutel)
        JOIN persoon USING (persoon)
    ),
    grenzen AS (
        SELECT *,
            CASE WHEN begin_jeugd THEN kw_begin END AS jv,
            least(:laatste, kw_einde, CASE WHEN NOT einde_jeugd THEN kw_laatste_jeugd END) AS jt,
            CASE WHEN begin_jeugd THEN kw_18 ELSE kw_begin END AS vv,
            CASE WHEN NOT einde_jeugd THEN least(:laatste, kw_einde) END AS vt,
            CASE WHEN coalesce(begin_voor_23, wet = 'jeugdwet') THEN kw_begin END AS ov,
            least(:laatste, kw_einde, kw_laatste_jeugd + 20) AS ot
        FROM kwartalen
    )
    SELECT traject, persoon, gemeente, wet, soort,
        CASE WHEN soort = 'jeugdhulp' THEN vorm END AS hulpvorm,
        CASE WHEN soort IN ('bescherming', 'reclassering', 'preventief') THEN vorm END AS maatregel,
        CASE WHEN soort = 'wmo' THEN vorm END AS wmo_vorm,
        CASE WHEN soort = 'bijstand' THEN 'bijstand' ELSE coalesce(vorm, 'onbekend') END AS voorziening,
        productcode, coalesce(soort = 'jeugdhulp' AND vorm IN ('11', '12', '13', '14'), FALSE) AS verblijf,
        dyslexie, crisis, verwijzer, aanbieder, leveringsvorm, begin, einde, reden_einde, kw_begin, kw_einde,
        begin_jeugd, einde_jeugd,
        CASE WHEN jv <= jt THEN jv END AS jeugd_van, CASE WHEN jv <= jt THEN jt END AS jeugd_tot,
        CASE WHEN vv <= vt THEN vv END AS volw_van, CASE WHEN vv <= vt THEN vt END AS volw_tot,
        CASE WHEN ov <= ot THEN ov END AS jong_van, CASE WHEN ov <= ot THEN ot END AS jong_tot
    FROM grenzen
    ORDER BY traject
    """,
)

HERKOMST = Step(
    "herkomst",
    """
    SELECT DISTINCT traject, sessie
    FROM (SELECT traject, unnest(sessies) AS sessie FROM m_samen JOIN m_nummer USING (sleutel))
    WHERE sessie IS NOT NULL
    ORDER BY traject, sessie
    """,
)
