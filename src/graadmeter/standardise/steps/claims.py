"""Claim lines (323), net: a credit line cancels the debit line that it names, wherever that was delivered.

OP366: a line is credited as a whole before it is corrected with a new line. A line delivered twice counts once (TR314:
its number is unique for provider and domain). A credit line that names nothing delivered cancels nothing. What the
municipality refused (325) does not count.
"""

from graadmeter.standardise.steps.refusals import LINES
from graadmeter.standardise.steps.step import Step

_COLUMNS = "persoon, gemeente, domein, aanbieder, productcode, soort, vorm, periode_begin, volume, bedrag"

DUBBEL = Step(
    "m_dubbel",
    f"""
    SELECT referentienummer FROM {LINES} WHERE debet_credit = 'D' GROUP BY referentienummer HAVING count(*) > 1
    """,
)

PRESTATIE = Step(
    "m_prestatie",
    f"""
    WITH gecrediteerd AS (
        SELECT vorig_referentienummer AS referentienummer FROM {LINES} WHERE debet_credit = 'C'
    )
    SELECT {_COLUMNS}
    FROM {LINES}
    ANTI JOIN gecrediteerd USING (referentienummer)
    ANTI JOIN m_dubbel USING (referentienummer)
    WHERE debet_credit = 'D'
    UNION ALL
    SELECT {_COLUMNS}
    FROM (
        FROM {LINES}
        SEMI JOIN m_dubbel USING (referentienummer)
        ANTI JOIN gecrediteerd USING (referentienummer)
        WHERE debet_credit = 'D'
        QUALIFY row_number() OVER (
            PARTITION BY referentienummer ORDER BY dagtekening DESC, sessie DESC, volgnummer DESC
        ) = 1
    )
    """,
)

DECLARATIEREGEL = Step(
    "declaratieregel",
    """
    SELECT n.persoon, p.gemeente, CASE p.domein WHEN 'wmo' THEN 'wmo' ELSE 'jeugdwet' END AS wet, p.aanbieder,
        p.productcode, p.soort, CASE WHEN p.domein = 'jw' THEN p.vorm END AS hulpvorm,
        CASE WHEN p.domein = 'wmo' THEN p.vorm END AS wmo_vorm, p.soort = 'vervoer' AS vervoer,
        CAST(year(p.periode_begin) * 4 + quarter(p.periode_begin) - 1 AS INTEGER) AS kw, p.volume,
        p.bedrag AS bedrag_cent
    FROM m_prestatie p
    JOIN m_persoonsnummer n ON n.pseudoniem = p.persoon
    ORDER BY persoon, kw, bedrag_cent, volume, aanbieder, productcode, gemeente, wet, soort, hulpvorm, wmo_vorm
    """,
)
