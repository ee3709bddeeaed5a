"""The claim lines (323) of a year as providers sent them, by which criteria of uniform invoicing they fulfil.

Lines are those of the stored deliveries, refused and corrected ones included: the score is about how providers claim,
not about what is paid. The criteria are those of `statistics.invoicing`.
"""

from collections.abc import Iterable
from datetime import date

import pyarrow as pa

from graadmeter.domain.products import Product
from graadmeter.engine.port import Engine
from graadmeter.measure.money.scope import Scope, ask
from graadmeter.statistics.invoicing import CRITERIA, Lines

IN_TIME = 92
"""Days after the period of care within which a claim is in time: a quarter; own rule."""

_AGREED = "gm_afgesproken"
_ALWAYS = date(9999, 12, 31)


def claim_lines(engine: Engine, year: int, scope: Scope, products: Iterable[Product]) -> list[Lines]:
    """The lines about care in a year, counted by provider and criteria.

    `engine` must know the events `event_prestatie` and is left as it was found; `products` is the agreed list. Minutes
    and hours are one unit, as in the check on units; euros fit any product.
    """
    engine.register(_AGREED, _agreed(products))
    try:
        rows = ask(engine, _query(year, scope))
    finally:
        engine.unregister(_AGREED)
    found = [
        Lines(row["aanbieder"], frozenset(name for name in CRITERIA if row[name] == 1), row["regels"]) for row in rows
    ]
    return sorted(found, key=lambda one: (one.provider, sorted(one.fulfilled)))


def _query(year: int, scope: Scope) -> str:
    domain = {"": "TRUE", "jeugdwet": "r.domein = 'jw'", "wmo": "r.domein = 'wmo'"}[scope.wet]
    return f"""
    WITH regel AS (
        SELECT r.*, CASE WHEN r.eenheid = '04' THEN '01' ELSE r.eenheid END AS maat
        FROM event_prestatie AS r
        WHERE EXTRACT(YEAR FROM r.periode_begin) = {int(year)} AND {scope.where("gemeente")} AND {domain}
    ),
    soort AS (SELECT DISTINCT domein, productcode, gemeente, periode_begin, maat FROM regel),
    past AS (
        SELECT s.domein, s.productcode, s.gemeente, s.periode_begin, s.maat, 1 AS product,
            MAX(CASE WHEN a.eenheid = '' OR a.eenheid = s.maat OR s.maat = '83' THEN 1 ELSE 0 END) AS eenheid
        FROM soort AS s
        JOIN {_AGREED} AS a ON a.domein = s.domein AND a.productcode = s.productcode
            AND (a.gemeente = '' OR a.gemeente = s.gemeente) AND s.periode_begin BETWEEN a.van AND a.tot
        GROUP BY s.domein, s.productcode, s.gemeente, s.periode_begin, s.maat
    ),
    credit AS (
        SELECT DISTINCT vorig_referentienummer AS nummer FROM event_prestatie WHERE debet_credit = 'C'
    )
    SELECT aanbieder, product, eenheid, periode, op_tijd, zonder_correctie, CAST(COUNT(*) AS BIGINT) AS regels
    FROM (
        SELECT r.aanbieder, COALESCE(p.product, 0) AS product, COALESCE(p.eenheid, 0) AS eenheid,
            CASE WHEN EXTRACT(YEAR FROM r.periode_begin) = EXTRACT(YEAR FROM r.periode_eind)
                AND EXTRACT(MONTH FROM r.periode_begin) = EXTRACT(MONTH FROM r.periode_eind)
                THEN 1 ELSE 0 END AS periode,
            CASE WHEN r.dagtekening <= r.periode_eind + INTERVAL '{IN_TIME}' DAY THEN 1 ELSE 0 END AS op_tijd,
            CASE WHEN r.debet_credit = 'C' OR c.nummer IS NOT NULL THEN 0 ELSE 1 END AS zonder_correctie
        FROM regel AS r
        LEFT JOIN past AS p ON p.domein = r.domein AND p.productcode = r.productcode AND p.gemeente = r.gemeente
            AND p.periode_begin = r.periode_begin AND p.maat = r.maat
        LEFT JOIN credit AS c ON c.nummer = r.referentienummer
    ) AS geteld
    GROUP BY aanbieder, product, eenheid, periode, op_tijd, zonder_correctie
    """


def _agreed(products: Iterable[Product]) -> pa.Table:
    rows = [
        {
            "domein": one.domein,
            "productcode": one.productcode,
            "gemeente": one.gemeente,
            "eenheid": "01" if one.eenheid == "04" else one.eenheid,
            "van": one.valid_from,
            "tot": one.valid_until or _ALWAYS,
        }
        for one in products
    ]
    kinds = {name: pa.string() for name in ("domein", "productcode", "gemeente", "eenheid")}
    return pa.Table.from_pylist(rows, schema=pa.schema([*kinds.items(), ("van", pa.date32()), ("tot", pa.date32())]))
