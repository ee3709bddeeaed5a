"""What other counting rules than this monitor's own need of youth help: `domain.rule_tables`.

Merged and not: a trajectory of one piece is one row that counts both ways; one of several pieces is a row that counts
when merged, beside its pieces, which count when not. Closing (CBS): what runs according to the messages, but is in no
extract any more although the municipality delivered later ones, ends with the last quarter that held it. What no
extract ever held is not closed, nor a merged trajectory with such a piece that runs. The 23rd birthday lies 20
quarters after the 18th.
"""

from graadmeter.domain.rule_tables import REGELTRAJECT
from graadmeter.standardise.steps.merging import EILAND
from graadmeter.standardise.steps.step import Step

_SAME = "persoon, gemeente, vorm, aanbieder"
_END = "coalesce(einde, DATE '9999-12-31')"
_KEPT = "persoon, gemeente, leveringsvorm, begin, begin_voor_18, begin_voor_23, einde, kw_gezien, kw_bekend, sleutel"
_QUARTER_OF_END = "CAST(year(einde) * 4 + quarter(einde) - 1 AS INTEGER)"

STUKKEN = Step(
    "m_regelstuk",
    f"""
    SELECT *, {_QUARTER_OF_END} AS kw_bekend, count(*) OVER (PARTITION BY {_SAME}, eiland) AS stukken
    FROM {EILAND.name}
    WHERE soort = 'jeugdhulp'
    """,
)
"""The pieces of what merging looked at; `kw_bekend` is the quarter in which a piece ended, as far as known."""

RIJEN = Step(
    "m_regelrij",
    f"""
    SELECT {_KEPT}, TRUE AS samen, TRUE AS los
    FROM (SELECT *, {_QUARTER_OF_END} AS kw_bekend FROM m_deel WHERE soort = 'jeugdhulp')
    ANTI JOIN m_regelstuk USING (sleutel)
    UNION ALL
    SELECT {_KEPT}, stukken = 1, TRUE FROM m_regelstuk
    UNION ALL
    SELECT persoon, gemeente, unnest(arg_min(struct_pack(leveringsvorm, begin, begin_voor_18, begin_voor_23),
            (begin, sleutel))),
        CASE WHEN bool_and(einde IS NOT NULL) THEN max(einde) END AS einde,
        CASE WHEN bool_and(einde IS NOT NULL OR kw_gezien IS NOT NULL)
            THEN max(kw_gezien) FILTER (einde IS NULL) END AS kw_gezien,
        max(kw_bekend) AS kw_bekend, min(sleutel) || '|samen' AS sleutel, TRUE, FALSE
    FROM m_regelstuk
    WHERE stukken > 1
    GROUP BY {_SAME}, eiland
    """,
)

LAATSTE = Step(
    "m_uittreksel",
    """
    SELECT gemeente, max(kwartaal) AS kw_uittreksel
    FROM event_voorziening
    WHERE wet <> 'participatiewet'
    GROUP BY gemeente
    """,
)

TRAJECT = Step(
    REGELTRAJECT.name,
    """
    WITH kwartalen AS (
        SELECT r.*, coalesce(r.begin_voor_18, TRUE) AS begin_jeugd, p.kw_laatste_jeugd,
            CAST(year(begin) * 4 + quarter(begin) - 1 AS INTEGER) AS van,
            least(:laatste, CAST(year(einde) * 4 + quarter(einde) - 1 AS INTEGER)) AS tot,
            CASE WHEN r.einde IS NULL AND r.kw_gezien < u.kw_uittreksel
                THEN greatest(r.kw_gezien, r.kw_bekend, year(begin) * 4 + quarter(begin) - 1) END AS gesloten
        FROM m_regelrij r
        JOIN persoon p USING (persoon)
        LEFT JOIN m_uittreksel u USING (gemeente)
        WHERE coalesce(r.begin_voor_23, TRUE)
    ),
    grenzen AS (
        SELECT *, begin_jeugd AND van <= least(tot, kw_laatste_jeugd) AS jeugd FROM kwartalen
    )
    SELECT row_number() OVER (ORDER BY persoon, begin, sleutel) AS regeltraject, persoon, gemeente,
        leveringsvorm = 'ZIN' AS in_natura, samen, los, CASE WHEN jeugd THEN van END AS jeugd_van,
        CASE WHEN jeugd THEN least(tot, kw_laatste_jeugd) END AS jeugd_tot, van AS jong_van,
        least(tot, kw_laatste_jeugd + 20) AS jong_tot, CAST(gesloten AS INTEGER) AS kw_gesloten
    FROM grenzen
    WHERE van <= least(tot, kw_laatste_jeugd + 20)
    ORDER BY regeltraject
    """,
)
"""Quarters up to the last delivered one (`:laatste`). Who has no birth date is taken for a minor, as in `traject`."""

ADRES = Step(
    "regeladres",
    """
    SELECT n.persoon, w.gemeente, w.kwartaal, w.woongemeente
    FROM event_woonsituatie w
    JOIN m_persoonsnummer n ON n.pseudoniem = w.persoon
    WHERE w.woongemeente <> w.gemeente
    ORDER BY n.persoon, w.kwartaal, w.gemeente
    """,
)

STEPS = (STUKKEN, RIJEN, LAATSTE, TRAJECT, ADRES)
