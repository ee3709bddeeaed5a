"""Veilig Thuis and the statutory record in the model; of what is delivered again, the latest delivery counts."""

from graadmeter.standardise.steps.step import Step

_LATEST = """QUALIFY dense_rank() OVER (PARTITION BY aanleveraar, periode ORDER BY kwartaal DESC, sessie DESC) = 1"""
"""Per organisation and period the latest delivery, whole: what it does not hold any more is gone."""

PERSOON = "SELECT persoon FROM event_bij_record UNION SELECT persoon FROM event_vt_melding \
UNION SELECT persoon FROM event_vt_onderzoek UNION SELECT persoon FROM event_art8f"
"""Everybody these tables know, for the numbering of persons."""

MELDING = Step("m_vt_melding", f"SELECT * FROM event_vt_melding {_LATEST}")
ONDERZOEK = Step("m_vt_onderzoek", f"SELECT * FROM event_vt_onderzoek {_LATEST}")

NUMMER = Step(
    "m_vt_nummer",
    """
    SELECT soort, id, row_number() OVER (PARTITION BY soort ORDER BY id) AS nummer
    FROM (
        SELECT 'melding' AS soort, melding AS id FROM m_vt_melding
        UNION SELECT 'melding', casus FROM m_vt_melding WHERE casus IS NOT NULL
        UNION SELECT 'onderzoek', onderzoek FROM m_vt_melding WHERE onderzoek IS NOT NULL
        UNION SELECT 'onderzoek', onderzoek FROM m_vt_onderzoek
    )
    """,
)
"""A case carries the number of its first report, so both are numbered together."""


def _number(alias: str, kind: str, field: str) -> str:
    return f"LEFT JOIN m_vt_nummer {alias} ON {alias}.soort = '{kind}' AND {alias}.id = r.{field}"


VT_MELDING = Step(
    "vt_melding",
    f"""
    SELECT m.nummer AS melding, r.aanleveraar, c.nummer AS casus, o.nummer AS onderzoek, r.aanleiding, r.aard, r.melder,
        r.datum_melding, r.datum_besluit, r.besluit, r.overdracht, r.betrokkenen, r.minderjarigen
    FROM (
        SELECT *, CAST(count(*) OVER one AS INTEGER) AS betrokkenen,
            CAST(count(*) FILTER (voor_18) OVER one AS INTEGER) AS minderjarigen
        FROM m_vt_melding
        WINDOW one AS (PARTITION BY melding, periode)
        QUALIFY row_number() OVER (PARTITION BY melding ORDER BY kw_periode DESC, persoon) = 1
    ) r
    {_number("m", "melding", "melding")} {_number("c", "melding", "casus")} {_number("o", "onderzoek", "onderzoek")}
    ORDER BY melding
    """,
)

VT_ONDERZOEK = Step(
    "vt_onderzoek",
    f"""
    SELECT o.nummer AS onderzoek, r.aanleveraar, r.datum_start, r.datum_afronding, r.uitkomst, r.aard, r.vervolg,
        r.betrokkenen
    FROM (
        SELECT *, CAST(count(*) OVER (PARTITION BY onderzoek, periode) AS INTEGER) AS betrokkenen
        FROM m_vt_onderzoek
        QUALIFY row_number() OVER (PARTITION BY onderzoek ORDER BY kw_periode DESC, persoon) = 1
    ) r
    {_number("o", "onderzoek", "onderzoek")}
    ORDER BY onderzoek
    """,
)

VT_BETROKKENE = Step(
    "vt_betrokkene",
    f"""
    SELECT n.persoon, m.nummer AS melding, o.nummer AS onderzoek, bool_or(r.voor_18) AS voor_18
    FROM (
        SELECT persoon, melding, CAST(NULL AS VARCHAR) AS onderzoek, voor_18 FROM m_vt_melding
        UNION ALL SELECT persoon, NULL, onderzoek, voor_18 FROM m_vt_onderzoek
    ) r
    JOIN m_persoonsnummer n ON n.pseudoniem = r.persoon
    {_number("m", "melding", "melding")} {_number("o", "onderzoek", "onderzoek")}
    GROUP BY n.persoon, m.nummer, o.nummer
    ORDER BY ALL
    """,
)

VT_ADVIES = Step(
    "vt_advies",
    f"""
    SELECT dense_rank() OVER (ORDER BY r.advies) AS advies, r.aanleveraar, r.aanleiding, r.aard, r.hoedanigheid
    FROM (
        SELECT * FROM (SELECT * FROM event_vt_advies {_LATEST})
        QUALIFY row_number() OVER (PARTITION BY advies ORDER BY kw_periode DESC) = 1
    ) r
    ORDER BY advies
    """,
)

ART8F = Step(
    "art8f",
    """
    SELECT n.persoon, r.* EXCLUDE (sessie, aanleveraar, kwartaal, persoon)
    FROM (
        SELECT * FROM event_art8f
        QUALIFY row_number() OVER (
            PARTITION BY aanbieder, persoon, soort, vorm, begindatum ORDER BY kwartaal DESC, sessie DESC, einddatum
        ) = 1
    ) r
    JOIN m_persoonsnummer n ON n.pseudoniem = r.persoon
    ORDER BY ALL
    """,
)

STEPS = (MELDING, ONDERZOEK, NUMMER, VT_MELDING, VT_ONDERZOEK, VT_BETROKKENE, VT_ADVIES, ART8F)
