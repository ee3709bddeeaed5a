"""Overlapping trajectories of the same person, municipality, form and provider become one (CBS protocol v7).

First day of the first, last day of the last, running when one of them runs. Days overlap when the next begins on or
before the last day so far; a start on the day after is a new trajectory. Referrer, crisis and the rest are those of the
earliest; dyslexia care is marked when any of them is.
"""

from graadmeter.standardise.steps.step import Step

_SAME = "persoon, gemeente, wet, soort, vorm, aanbieder"
_END = "coalesce(einde, DATE '9999-12-31')"
_EQUAL = " AND ".join(f"d.{name} IS NOT DISTINCT FROM m.{name}" for name in _SAME.split(", "))

MEERVOUD = Step(
    "m_meervoud",
    f"""
    SELECT {_SAME} FROM m_deel GROUP BY {_SAME} HAVING count(*) > 1
    """,
)
"""Where there is anything to merge: a small part of all."""

EILAND = Step(
    "m_eiland",
    f"""
    SELECT *, count(*) FILTER (nieuw) OVER (
        PARTITION BY {_SAME} ORDER BY begin, sleutel ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS eiland
    FROM (
        SELECT d.*, coalesce(d.begin > max({_END}) OVER (
            PARTITION BY {_SAME} ORDER BY begin, sleutel ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), TRUE) AS nieuw
        FROM m_deel d
        SEMI JOIN m_meervoud m ON {_EQUAL}
    )
    """,
)

SAMEN = Step(
    "m_samen",
    f"""
    SELECT d.*
    FROM m_deel d
    ANTI JOIN m_meervoud m ON {_EQUAL}
    UNION ALL BY NAME
    SELECT {_SAME}, unnest(arg_min(eerste, (begin, sleutel))), unnest(arg_max(laatste, ({_END}, sleutel))),
        bool_or(dyslexie) AS dyslexie, flatten(list(sessies)) AS sessies
    FROM (
        SELECT *,
            struct_pack(productcode, crisis, verwijzer, leveringsvorm, begin, begin_voor_18, begin_voor_23, sleutel)
                AS eerste,
            struct_pack(einde, einde_voor_18, reden_einde) AS laatste
        FROM m_eiland
    )
    GROUP BY {_SAME}, eiland
    """,
)
