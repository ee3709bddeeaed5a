"""Trajectories as their providers reported them to CBS (protocol Beleidsinformatie Jeugd v7, chapters 4 to 6).

Per deliverer, register and period the latest delivery counts: the half-year with the redelivery of the one before
replaces both, and what it does not hold any more is gone. Of one record the latest period tells how it stands. A record
that is not reported any more stays as it was last reported; `kw_gemeld` tells until when.
"""

from graadmeter.domain.protocol_tables import PROTOCOL_MODEL
from graadmeter.standardise.steps.step import Step

_SAME = "aanleveraar, register, persoon, vorm"
_NAMES = ", ".join(next(table.names for table in PROTOCOL_MODEL if table.name == "bij_traject")[1:])
_END = "coalesce(laatste_dag, DATE '9999-12-31')"

GELDIG = Step(
    "m_bij_geldig",
    """
    SELECT *, coalesce(begindatum, overgenomen) AS eerste_dag, coalesce(einddatum, overgedragen) AS laatste_dag
    FROM event_bij_record
    WHERE coalesce(begindatum, overgenomen) IS NOT NULL
    QUALIFY dense_rank() OVER (PARTITION BY aanleveraar, register, periode ORDER BY kwartaal DESC, sessie DESC) = 1
    """,
)
"""A record without a first day here cannot be placed in time; the checks ask for it."""

LAATST = Step(
    "m_bij_laatst",
    f"""
    SELECT *
    FROM m_bij_geldig
    QUALIFY row_number() OVER (
        PARTITION BY {_SAME}, eerste_dag ORDER BY kw_periode DESC, kwartaal DESC, volgnummer DESC, sessie DESC
    ) = 1
    """,
)

DEEL = Step(
    "m_bij_deel",
    """
    SELECT a.*
    FROM m_bij_laatst a
    WHERE NOT (a.register = 'jeugdhulp' AND a.vorm IN ('02', '03', '04') AND EXISTS (
        SELECT 1 FROM m_bij_laatst v
        WHERE v.register = 'jeugdhulp' AND v.vorm IN ('11', '12', '13', '14') AND v.aanleveraar = a.aanleveraar
            AND v.persoon = a.persoon AND v.eerste_dag <= a.eerste_dag
            AND coalesce(v.laatste_dag, DATE '9999-12-31') >= coalesce(a.laatste_dag, DATE '9999-12-31')
    ))
    """,
)
"""Ambulant modules during residence with the same provider belong to the residence."""

EILAND = Step(
    "m_bij_eiland",
    f"""
    SELECT *, count(*) FILTER (nieuw) OVER (
        PARTITION BY {_SAME} ORDER BY eerste_dag, {_END} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS eiland
    FROM (
        SELECT *, coalesce(eerste_dag > max({_END}) OVER (
            PARTITION BY {_SAME} ORDER BY eerste_dag, {_END} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), TRUE) AS nieuw
        FROM m_bij_deel
    )
    """,
)

SAMEN = Step(
    "m_bij_samen",
    f"""
    SELECT {_SAME}, min(eerste_dag) AS eerste_dag, max(kw_periode) AS kw_gemeld,
        unnest(arg_min(eerste, (eerste_dag, {_END}))), unnest(arg_max(laatste, ({_END}, eerste_dag)))
    FROM (
        SELECT *,
            struct_pack(begindatum, begin_voor_18, overgenomen, verwijzer, crisis) AS eerste,
            struct_pack(einddatum, einde_voor_18, reden_einde, overgedragen, gemeente, geslacht, geboortejaar,
                machtiging, machtiging_begin, machtiging_einde, doorverwezen, erkende_interventie) AS laatste
        FROM m_bij_eiland
    )
    GROUP BY {_SAME}, eiland
    """,
)
"""Overlapping records of one form with one provider are one: first begin, last end, running when one runs."""

_CHAIN = "PARTITION BY register, persoon, vorm, wisselt ORDER BY eerste_dag, aanleveraar"

KETEN = Step(
    "m_bij_keten",
    f"""
    SELECT *, count(*) FILTER (nieuw) OVER ({_CHAIN} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS keten
    FROM (
        SELECT *, coalesce(overgenomen - 1 <> lag(overgedragen) OVER ({_CHAIN}), TRUE) AS nieuw
        FROM (SELECT *, coalesce(overgedragen, overgenomen) IS NOT NULL AS wisselt FROM m_bij_samen)
    )
    """,
)
"""A measure that is handed over goes on: taken over on the day after it was handed over."""

TRAJECT = Step(
    "bij_traject",
    f"""
    SELECT row_number() OVER (ORDER BY persoon, register, vorm, begin, aanbieder) AS bij_traject, {_NAMES}
    FROM (
        SELECT persoon AS pseudoniem, register, vorm, min(eerste_dag) AS begin,
            arg_min(begindatum IS NOT NULL, eerste_dag) AS begin_bekend,
            unnest(arg_min(struct_pack(begin_voor_18, verwijzer, crisis), eerste_dag)),
            unnest(arg_max(struct_pack(gemeente, geslacht, geboortejaar, einddatum, einde_voor_18,
                reden_einde, machtiging, machtiging_begin, machtiging_einde, doorverwezen, erkende_interventie),
                eerste_dag)),
            CAST(count(*) - 1 AS INTEGER) AS overdrachten, max(kw_gemeld) AS kw_gemeld, arg_max(aanleveraar, eerste_dag)
            AS aanbieder
        FROM m_bij_keten
        GROUP BY persoon, register, vorm, wisselt, keten
    )
    JOIN m_persoonsnummer USING (pseudoniem)
    ORDER BY bij_traject
    """,
)

_MEASURED = " UNION ALL ".join(
    f"SELECT *, {number} AS meting, informant_{number} AS informant, nut_{number} AS nut,"
    f" zonder_hulp_{number} AS zonder_hulp FROM m_bij_laatst"
    for number in (1, 2)
)
UITKOMST = Step(
    "bij_uitkomst",
    f"""
    SELECT n.persoon, m.aanleveraar AS aanbieder, m.vorm, m.begindatum, m.meting, m.informant, m.nut, m.zonder_hulp
    FROM ({_MEASURED}) m
    JOIN m_persoonsnummer n ON n.pseudoniem = m.persoon
    WHERE m.begindatum IS NOT NULL AND coalesce(m.informant, CAST(m.nut AS VARCHAR), m.zonder_hulp) IS NOT NULL
    ORDER BY ALL
    """,
)

STEPS = (GELDIG, LAATST, DEEL, EILAND, SAMEN, KETEN, TRAJECT, UITKOMST)
