"""How figures grew: of everything that counts, with which delivery it became known.

A delivery speaks of a quarter; what it tells of earlier quarters is late. A trajectory is known once both its start
(305) and a version of its assignment were delivered, or its row in the extract. Of amounts everything is told that was
claimed and not refused: a line adds when it is delivered and goes off when it is credited, so that the sum over all
deliveries is the net amount, and the sum over the first few is what was known then. What is announced early is known
in its quarter.
"""

from graadmeter.domain.growth_tables import AANGROEI, Family
from graadmeter.standardise.steps.refusals import LINES, standing
from graadmeter.standardise.steps.step import Step

_QUARTER = "CAST(year({0}) * 4 + quarter({0}) - 1 AS INTEGER)"

SESSIE = Step("m_sessie", "SELECT DISTINCT sessie, kwartaal AS kw_levering FROM event_levering")

BEGIN = Step(
    "m_begin_bekend",
    f"""
    SELECT domein || '|' || gemeente || '|' || lpad(CAST(toewijzingnummer AS VARCHAR), 9, '0') AS sleutel,
        greatest(t.kw_levering, b.kw_levering) AS kw_levering
    FROM (
        SELECT domein, gemeente, toewijzingnummer, min(kw_levering) AS kw_levering
        FROM {standing("event_toewijzing")} JOIN m_sessie USING (sessie)
        GROUP BY ALL
    ) t
    JOIN (
        SELECT domein, gemeente, toewijzingnummer, min(kw_levering) AS kw_levering
        FROM m_start_geldig JOIN m_sessie USING (sessie)
        GROUP BY ALL
    ) b USING (domein, gemeente, toewijzingnummer)
    UNION ALL
    SELECT 'voorziening|' || voorziening_id, min(kwartaal)
    FROM event_voorziening
    WHERE toewijzingnummer IS NULL
    GROUP BY voorziening_id
    """,
)

REGEL = Step(
    "m_regel_bekend",
    f"""
    WITH debet AS (
        SELECT referentienummer, gemeente, {_QUARTER.format("periode_begin")} AS kw, bedrag, dagtekening, sessie,
            volgnummer, kw_levering
        FROM {LINES} JOIN m_sessie USING (sessie)
        WHERE debet_credit = 'D'
    ),
    regel AS (
        SELECT referentienummer, gemeente, kw, bedrag, kw_levering
        FROM debet ANTI JOIN m_dubbel USING (referentienummer)
        UNION ALL
        SELECT referentienummer, unnest(arg_max(struct_pack(gemeente, kw, bedrag), (dagtekening, sessie, volgnummer))),
            min(kw_levering)
        FROM debet SEMI JOIN m_dubbel USING (referentienummer)
        GROUP BY referentienummer
    ),
    credit AS (
        SELECT vorig_referentienummer AS referentienummer, min(kw_levering) AS kw_credit
        FROM {LINES} JOIN m_sessie USING (sessie)
        WHERE debet_credit = 'C'
        GROUP BY ALL
    )
    SELECT gemeente, kw, kw_levering, bedrag FROM regel
    UNION ALL
    SELECT gemeente, kw, greatest(kw_levering, kw_credit), -bedrag FROM regel JOIN credit USING (referentienummer)
    """,
)

GROEI = Step(
    AANGROEI.name,
    f"""
    SELECT familie, gemeente, kw, CAST(greatest(kw, kw_levering) AS INTEGER) AS kw_bekend,
        CAST(sum(aantal) AS BIGINT) AS aantal
    FROM (
        SELECT CASE soort WHEN 'jeugdhulp' THEN '{Family.YOUTH_BEGUN}' ELSE '{Family.WMO_BEGUN}' END AS familie,
            gemeente, kw_begin AS kw, kw_levering, 1 AS aantal
        FROM traject
        JOIN m_nummer USING (traject)
        JOIN m_begin_bekend USING (sleutel)
        WHERE soort = 'wmo' OR (soort = 'jeugdhulp' AND begin_jeugd)
        UNION ALL
        SELECT '{Family.CLAIMED}', gemeente, kw, kw_levering, bedrag FROM m_regel_bekend
    )
    GROUP BY ALL
    HAVING sum(aantal) <> 0
    ORDER BY familie, gemeente, kw, kw_bekend
    """,
)

STEPS = (SESSIE, BEGIN, REGEL, GROEI)
