"""Tables of the Gemeentelijk Gegevensmodel (GGM 2.5.1) as rows of the regional extract.

The granted provision (Beschikte Voorziening) leads; its decision gives the client, and provision, assignment and
request add product, provider and referrer. The rows keep file and line of the granted provision, so that the checks of
the extract speak of the deliverer's own file: a provision without a client lacks a BSN there.
"""

from dataclasses import replace

import pyarrow as pa

from graadmeter.deliver.notice import Notice, Where
from graadmeter.deliver.notices.ggm import NOT_NEEDED, OTHER_QUARTER
from graadmeter.deliver.raw import RawDelivery
from graadmeter.domain.periods import Period
from graadmeter.engine.port import Engine

TABLES = (
    "ggm_beschikte_voorziening",
    "ggm_beschikking",
    "ggm_client",
    "ggm_voorziening",
    "ggm_toewijzing",
    "ggm_verzoek",
)
_LEADING = TABLES[0]


def _one(table: str, key: str) -> str:
    """The rows of a table whose key should be unique: of equal keys the first counts."""
    return f"(FROM {table} QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY bestand, regel) = 1)"


_ROWS = f"""
SELECT '{{gemeente}}' AS gemeente, '{{kwartaal}}' AS kwartaal, c.bsn, c.geboortedatum,
    CASE upper(c.geslacht) WHEN 'M' THEN '1' WHEN 'V' THEN '2' WHEN 'O' THEN '0' ELSE c.geslacht END AS geslacht,
    CASE WHEN lower(g.wet) LIKE '%jeugd%' THEN 'jeugdwet'
        WHEN lower(g.wet) LIKE '%wmo%' OR lower(g.wet) LIKE '%maatschappelijk%' THEN 'wmo'
        WHEN lower(g.wet) LIKE '%participatie%' THEN 'participatiewet' ELSE g.wet END AS wet,
    t.toewijzingnummer, concat_ws('-', g.beschikte_voorziening_code, t.toewijzingnummer) AS voorziening_id,
    v.productcode, v.hulpvorm, g.leveringsvorm, coalesce(v.lokaal_team, 'N') AS lokaal_team,
    coalesce(t.leverancier, g.leverancier) AS aanbieder, g.datum_start AS begindatum, g.datum_einde AS einddatum,
    q.soort_verwijzer AS verwijzer, coalesce(q.crisis, 'N') AS crisis, c.wijk, c.huishouden, g.bestand, g.regel
FROM ggm_beschikte_voorziening g
LEFT JOIN {_one("ggm_beschikking", "beschikking_code")} b ON b.beschikking_code = g.beschikking_code
LEFT JOIN {_one("ggm_client", "client_code")} c ON c.client_code = b.client_code
LEFT JOIN {_one("ggm_voorziening", "voorziening_code")} v ON v.voorziening_code = g.voorziening_code
LEFT JOIN {_one("ggm_toewijzing", "beschikte_voorziening_code, toewijzingnummer")} t
    ON t.beschikte_voorziening_code = g.beschikte_voorziening_code
LEFT JOIN {_one("ggm_verzoek", "beschikking_code")} q ON q.beschikking_code = g.beschikking_code
WHERE coalesce(g.datum_start <= '{{last}}', TRUE) AND coalesce(g.datum_einde >= '{{first}}', TRUE)
ORDER BY g.bestand, g.regel, t.toewijzingnummer
"""
"""A day that cannot be read compares as text; the field checks of the GGM table speak of it."""


def with_provisions(engine: Engine, raw: RawDelivery, *, deliverer: str, period: Period) -> RawDelivery:
    """The delivery with its GGM tables among the rows of `voorziening`; the same when it has none.

    `deliverer` is a GM code; only provisions that run in the quarter become rows. A delivery that holds a regional
    extract too keeps that extract alone, with a finding.
    """
    leading = raw.tables[_LEADING]
    if not leading.num_rows:
        return raw
    if raw.tables["voorziening"].num_rows:
        return _told(raw, NOT_NEEDED)
    values = {
        "gemeente": deliverer.removeprefix("GM"),
        "kwartaal": period.code,
        "first": period.first_day.isoformat(),
        "last": period.last_day.isoformat(),
    }
    rows = _asked(engine, raw, _ROWS.format(**values)).cast(raw.tables["voorziening"].schema)
    joined = replace(raw, tables={**raw.tables, "voorziening": rows})
    places = rows.select(["bestand", "regel"]).group_by(["bestand", "regel"]).aggregate([])
    other = leading.num_rows - places.num_rows
    return _told(joined, OTHER_QUARTER, count=other) if other else joined


def _asked(engine: Engine, raw: RawDelivery, sql: str) -> pa.Table:
    try:
        for name in TABLES:
            engine.register(name, raw.tables[name])
        return engine.query(sql)
    finally:
        for name in TABLES:
            engine.unregister(name)


def _told(raw: RawDelivery, notice: Notice, **values: object) -> RawDelivery:
    """`raw` with one more finding, about the file of the granted provisions."""
    finding = notice.finding(Where(raw.tables[_LEADING]["bestand"][0].as_py()), values)
    return replace(raw, findings=(*raw.findings, finding))
