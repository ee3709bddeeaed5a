"""Which deliveries a figure rests on: sessions per area, period and law, from the provenance of trajectories."""

import pyarrow as pa

from graadmeter.domain.periods import periods_between
from graadmeter.domain.region import Region
from graadmeter.domain.tables import Column, Table, Type
from graadmeter.engine.arrow import shaped
from graadmeter.engine.port import Engine

LINEAGE = Table(
    "lineage",
    "the delivery sessions behind the figures of an area, period and law",
    (
        Column("area", Type.TEXT, "region or municipality; a wijk has the lineage of its municipality"),
        Column("period", Type.TEXT, "CBS period code"),
        Column("wet", Type.TEXT, "jeugdwet, wmo or participatiewet; 'bevolking' for population figures"),
        Column("session", Type.TEXT, "session id"),
    ),
)

_SPELLS = """
SELECT DISTINCT t.gemeente, t.wet, h.sessie,
       LEAST(COALESCE(t.jeugd_van, t.volw_van), COALESCE(t.volw_van, t.jeugd_van)) AS van,
       GREATEST(COALESCE(t.jeugd_tot, t.volw_tot), COALESCE(t.volw_tot, t.jeugd_tot)) AS tot
FROM traject AS t JOIN herkomst AS h ON h.traject = t.traject
WHERE COALESCE(t.jeugd_van, t.volw_van) IS NOT NULL
"""

_BY_PERIOD = """
WITH gemeenten AS (
    SELECT s.gemeente AS area, p.period, s.wet, s.sessie AS session
    FROM spells AS s JOIN lineage_periods AS p ON s.van <= p.last_quarter AND s.tot >= p.first_quarter
    UNION
    SELECT l.gemeente, p.period, 'bevolking', l.sessie
    FROM levering AS l JOIN lineage_periods AS p ON l.kwartaal // 4 = p.first_quarter // 4
    WHERE l.tabel = 'bevolking' AND l.gebruikt > 0
)
SELECT area, period, wet, session FROM gemeenten
UNION
SELECT '{region}', period, wet, session FROM gemeenten
ORDER BY area, period, wet, session
"""


def lineage(engine: Engine, region: Region) -> pa.Table:
    """The LINEAGE rows of every quarter, half-year and year, from the model tables in `engine`."""
    periods = list(periods_between(region.first_quarter, region.last_quarter))
    engine.register(
        "lineage_periods",
        pa.table(
            {
                "period": [period.code for period in periods],
                "first_quarter": pa.array([period.first for period in periods], pa.int32()),
                "last_quarter": pa.array([period.last for period in periods], pa.int32()),
            }
        ),
    )
    engine.run(f"CREATE OR REPLACE TEMP TABLE spells AS {_SPELLS}")
    rows = engine.query(_BY_PERIOD.format(region=region.code))
    engine.run("DROP TABLE spells")
    engine.unregister("lineage_periods")
    return shaped(rows, LINEAGE)
