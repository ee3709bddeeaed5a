"""What was delivered and what could not be mapped, counted per session."""

from collections.abc import Iterable, Mapping

import pyarrow as pa

from graadmeter.domain.deliveries import TableCount
from graadmeter.standardise.fragments import SPECIAL

_CODES = """
SELECT domein, categorie, productcode, ingangsdatum AS dag FROM std_toewijzing
UNION ALL SELECT domein, categorie, productcode, periode_begin FROM std_prestatie
UNION ALL SELECT CASE wet WHEN 'wmo' THEN 'wmo' ELSE 'jw' END, NULL, productcode, begindatum
FROM std_voorziening WHERE wet <> 'participatiewet'
"""

_MESSAGES = ("toewijzing", "start", "stop", "prestatie", "voorziening")

_SPECIAL = " UNION ALL ".join(
    f"SELECT 'bsn_onbekend', '{table}', count(*) FROM std_{table} r WHERE {SPECIAL}" for table in _MESSAGES
)

TELLING = f"""
SELECT onderwerp, sleutel, aantal FROM (
    SELECT CASE WHEN s.soort IS NULL THEN 'product_onbekend' ELSE 'product_zonder_vorm' END AS onderwerp,
        k.domein || '/' || k.productcode AS sleutel, count(*) AS aantal
    FROM ({_CODES}) k
    LEFT JOIN std_soort s ON s.domein = k.domein AND s.productcode = k.productcode AND s.dag = k.dag
    WHERE k.productcode IS NOT NULL AND (s.soort IS NULL OR (s.vorm IS NULL AND s.soort <> 'vervoer'))
    GROUP BY 1, 2
    UNION ALL
    SELECT 'wijk_onbekend', coalesce(r.wijk, 'leeg'), count(*) FROM std_voorziening r
    LEFT JOIN std_wijk w ON w.wijk = r.wijk AND w.gemeente = 'GM' || r.gemeente
    WHERE w.wijk IS NULL GROUP BY 1, 2
    UNION ALL
    SELECT 'wijk_onbekend', r.wijk, count(*) FROM std_bevolking r
    LEFT JOIN std_wijk w ON w.wijk = r.wijk AND w.gemeente = 'GM' || r.gemeente
    WHERE w.wijk IS NULL GROUP BY 1, 2
    UNION ALL SELECT 'zonder_toewijzingnummer', 'start', count(*) FROM std_start WHERE toewijzingnummer IS NULL
    UNION ALL SELECT 'zonder_toewijzingnummer', 'stop', count(*) FROM std_stop WHERE toewijzingnummer IS NULL
    UNION ALL {_SPECIAL}
) WHERE aantal > 0
"""
"""Per subject and code the rows concerned. A code says nothing of a person."""


def delivered(good: Mapping[str, pa.Table], counts: Iterable[TableCount]) -> pa.Table:
    """Rows used and not used per raw table: from `counts`, or, without them, the rows of `good`."""
    told = [(count.table, count.used, count.rejected) for count in counts]
    rows = told or [(name, len(table), 0) for name, table in sorted(good.items())]
    return pa.table(
        {
            "tabel": pa.array([row[0] for row in rows], pa.string()),
            "gebruikt": pa.array([row[1] for row in rows], pa.int64()),
            "afgekeurd": pa.array([row[2] for row in rows], pa.int64()),
        }
    )
