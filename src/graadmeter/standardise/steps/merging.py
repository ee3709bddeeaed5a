"""Overlapping trajectories of the same person, municipality, form and provider become one (CBS protocol v7).

First day of the first, last day of the last, running when one of them runs. Days overlap when the next begins on or
before the last day so far; a start on the day after is a new trajectory. Referrer, crisis and the rest are those of the
earliest; dyslexia care is marked when any of them is.
"""

from graadmeter.standardise.steps.step import Step

_SAME = "persoon, gemeente, wet, soort, vorm, aanbieder"

EILAND = Step(
    "m_eiland",
    f"""
    SELECT *, count(*) FILTER (nieuw) OVER (
        PARTITION BY {_SAME} ORDER BY begin, sleutel ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS eiland
    FROM (
        SELECT *, coalesce(begin > max(coalesce(einde, DATE '9999-12-31')) OVER (
            PARTITION BY {_SAME} ORDER BY begin, sleutel ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), TRUE) AS nieuw
        FROM m_deel
    )
    """,
)

SAMEN = Step(
    "m_samen",
    f"""
    SELECT {_SAME}, arg_min(eerste, (begin, sleutel)) AS eerste,
        arg_max(laatste, (coalesce(einde, DATE '9999-12-31'), sleutel)) AS laatste,
        bool_or(dyslexie) AS dyslexie, flatten(list(sessies)) AS sessies
    FROM (
        SELECT *,
            struct_pack(productcode, crisis, verwijzer, leveringsvorm, begin, begin_voor_18, sleutel) AS eerste,
            struct_pack(einde, einde_voor_18, reden_einde) AS laatste
        FROM m_eiland
    )
    GROUP BY {_SAME}, eiland
    """,
)
