"""Tables of the Gemeentelijk Gegevensmodel (GGM 2.5.1) as rows of the regional extract.

The granted provision (Beschikte Voorziening) leads; its decision gives the client, and provision, assignment and
request add product, provider and referrer. The rows keep file and line of the granted provision, so that the checks of
the extract speak of the deliverer's own file: a provision without a client lacks a BSN there.
"""

from dataclasses import replace

import pyarrow as pa

from graadmeter.catalogue.layouts import layouts
from graadmeter.deliver.ggm_claims import CLAIM_ROWS, CLAIMS
from graadmeter.deliver.ggm_parts import law, one
from graadmeter.deliver.notice import Notice, Where
from graadmeter.deliver.notices.ggm import CLAIMS_NOT_NEEDED, NOT_NEEDED, OTHER_QUARTER
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.raw_table import raw_schema
from graadmeter.domain.periods import Period
from graadmeter.engine.port import Engine

TABLES = (
    "ggm_beschikte_voorziening",
    "ggm_beschikking",
    "ggm_client",
    "ggm_voorziening",
    "ggm_toewijzing",
    "ggm_verzoek",
    *CLAIMS,
)
_LEADING = TABLES[0]


_SUPPLIED = """
    SELECT beschikte_voorziening_code, min(datum_start) AS datum_start,
        CASE WHEN count(*) = count(datum_stop) THEN max(datum_stop) END AS datum_stop
    FROM ggm_levering GROUP BY ALL
"""
"""When the care of a granted provision really began and stopped; not stopped while one supply runs."""
_BEGIN, _END = "coalesce(l.datum_start, g.datum_start)", "coalesce(l.datum_stop, g.datum_einde)"

_ROWS = f"""
SELECT '{{gemeente}}' AS gemeente, '{{kwartaal}}' AS kwartaal, c.bsn, c.geboortedatum,
    CASE upper(c.geslacht) WHEN 'M' THEN '1' WHEN 'V' THEN '2' WHEN 'O' THEN '0' ELSE c.geslacht END AS geslacht,
    {law("g.wet")} AS wet,
    t.toewijzingnummer, concat_ws('-', g.beschikte_voorziening_code, t.toewijzingnummer) AS voorziening_id,
    v.productcode, v.hulpvorm, g.leveringsvorm, coalesce(v.lokaal_team, 'N') AS lokaal_team,
    coalesce(t.leverancier, g.leverancier) AS aanbieder, {_BEGIN} AS begindatum, {_END} AS einddatum,
    q.soort_verwijzer AS verwijzer, coalesce(q.crisis, 'N') AS crisis, c.wijk, c.huishouden, g.bestand, g.regel
FROM ggm_beschikte_voorziening g
LEFT JOIN {one("ggm_beschikking", "beschikking_code")} b ON b.beschikking_code = g.beschikking_code
LEFT JOIN {one("ggm_client", "client_code")} c ON c.client_code = b.client_code
LEFT JOIN {one("ggm_voorziening", "voorziening_code")} v ON v.voorziening_code = g.voorziening_code
LEFT JOIN {one("ggm_toewijzing", "beschikte_voorziening_code, toewijzingnummer")} t
    ON t.beschikte_voorziening_code = g.beschikte_voorziening_code
LEFT JOIN {one("ggm_verzoek", "beschikking_code")} q ON q.beschikking_code = g.beschikking_code
LEFT JOIN ({_SUPPLIED}) l ON l.beschikte_voorziening_code = g.beschikte_voorziening_code
WHERE coalesce({_BEGIN} <= '{{last}}', TRUE) AND coalesce({_END} >= '{{first}}', TRUE)
ORDER BY g.bestand, g.regel, t.toewijzingnummer
"""
"""A day that cannot be read compares as text; the field checks of the GGM table speak of it."""


def with_provisions(engine: Engine, raw: RawDelivery, *, deliverer: str, period: Period) -> RawDelivery:
    """The delivery with its GGM tables among the rows of `voorziening` and `declaratie_uittreksel`; or as it was.

    `deliverer` is a GM code; only provisions that run in the quarter become rows. A delivery that holds a regional
    extract too keeps that extract alone, with a finding.
    """
    leading = raw.tables[_LEADING]
    if not leading.num_rows and not raw.tables[CLAIMS[0]].num_rows:
        return raw
    values = {
        "gemeente": deliverer.removeprefix("GM"),
        "kwartaal": period.code,
        "first": period.first_day.isoformat(),
        "last": period.last_day.isoformat(),
    }
    raw = _with_claims(engine, raw, values)
    if not leading.num_rows:
        return raw
    if raw.tables["voorziening"].num_rows:
        return _told(raw, NOT_NEEDED)
    rows = _asked(engine, raw, _ROWS.format(**values)).cast(raw_schema(layouts()["voorziening"]))
    joined = replace(raw, tables={**raw.tables, "voorziening": rows})
    places = rows.select(["bestand", "regel"]).group_by(["bestand", "regel"]).aggregate([])
    other = leading.num_rows - places.num_rows
    return _told(joined, OTHER_QUARTER, count=other) if other else joined


def _with_claims(engine: Engine, raw: RawDelivery, values: dict[str, str]) -> RawDelivery:
    """The delivery with its claim lines in the claims extract, unless one was delivered."""
    lines, extract = raw.tables[CLAIMS[0]], raw.tables["declaratie_uittreksel"]
    if not lines.num_rows:
        return raw
    if extract.num_rows:
        return _told(raw, CLAIMS_NOT_NEEDED, CLAIMS[0])
    rows = (
        _asked(engine, raw, CLAIM_ROWS.format(**values))
        .select(extract.column_names)
        .cast(raw_schema(layouts()["declaratie_uittreksel"]))
    )
    return replace(raw, tables={**raw.tables, "declaratie_uittreksel": rows})


def _asked(engine: Engine, raw: RawDelivery, sql: str) -> pa.Table:
    try:
        for name in TABLES:
            engine.register(name, raw.tables[name])
        return engine.query(sql)
    finally:
        for name in TABLES:
            engine.unregister(name)


def _told(raw: RawDelivery, notice: Notice, table: str = _LEADING, **values: object) -> RawDelivery:
    """`raw` with one more finding, about the file of a table."""
    finding = notice.finding(Where(raw.tables[table]["bestand"][0].as_py()), values)
    return replace(raw, findings=(*raw.findings, finding))
