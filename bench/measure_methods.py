"""The opponent in SQL: what no plain aggregate gives, one way of writing a query per method."""

from collections.abc import Callable, Mapping

from bench.measure_counts import EUROS, HUNDREDTHS, THOUSANDTHS
from bench.measure_parts import PROTECTED, area, condition, labels, rows_of, sets, when
from graadmeter.domain.indicators import Indicator, Measure

Family = Callable[[str, Indicator, Measure], str]


def _concentration(code: str, indicator: Indicator, measure: Measure) -> str:
    """Herfindahl-Hirschman index, or the percentage of the largest; of about hundredths."""
    largest = int(measure.options.get("grootste", 0))
    inner = rows_of(measure.count, measure.breakdowns, f"{condition(measure.count)} AND t.aanbieder IS NOT NULL", {})
    groups = sets(indicator, measure.breakdowns).replace(")", ", t_aanbieder)")
    per = f"""SELECT {area(code)} AS area, periode, {labels(measure.breakdowns)}, COUNT(*) AS n
        FROM ({inner}) GROUP BY GROUPING SETS ({groups})"""
    if largest:
        how = f"100.0 * list_sum(list_slice(list_reverse_sort(list(n)), 1, {largest})) / SUM(n)"
    else:
        how = "SUM(10000.0 * n * n) / (SUM(n) * SUM(n))"
    return f"""SELECT '{measure.unit.value} {largest}' AS unit, 'total' AS stroom, area, periode, dimensie, lid,
        round_even({HUNDREDTHS} * {how}, 0)::BIGINT AS n FROM ({per}) GROUP BY ALL"""


def _cohort(code: str, _indicator: Indicator, measure: Measure) -> str:
    """The percentage of those present so many quarters before that still are; of about hundredths."""
    members = measure.members["verstreken"]
    present = f"""SELECT DISTINCT t.persoon, t.gemeente, p.code, p.eerste AS kw FROM traject t JOIN periode p
        ON {when(measure.count)} WHERE {condition(measure.count)}
        AND t.gemeente IN (SELECT code FROM gebied WHERE level = 'gemeente')"""
    parts = " UNION ALL ".join(
        f"""SELECT 'procent' AS unit, 'total' AS stroom, toen.area, p.code AS periode, 'verstreken' AS dimensie,
            '{back}' AS lid, round_even({HUNDREDTHS} * 100 * COUNT(nu.persoon) / COUNT(*), 0)::BIGINT AS n
        FROM present toen JOIN periode p ON p.eerste = toen.kw + {int(back)}
        LEFT JOIN present nu ON nu.persoon = toen.persoon AND nu.area = toen.area AND nu.kw = toen.kw + {int(back)}
        GROUP BY toen.area, p.code"""
        for back in members
    )
    return f"""WITH own AS ({present}), present AS (SELECT persoon, gemeente AS area, kw FROM own
        UNION ALL SELECT DISTINCT persoon, '{code}', kw FROM own) {parts}"""


def _fixed_prices(code: str, indicator: Indicator, measure: Measure) -> str:
    """Amounts of one year in cents; the index of the year is a constant per year, so the amount tells as much."""
    inner = rows_of(measure.count, (), condition(measure.count), {})
    return f"""SELECT 'euro' AS unit, 'total' AS stroom, {area(code)} AS area, periode, '' AS dimensie, 'total' AS lid,
        CAST(round(SUM(bedrag_cent) * (SELECT f FROM prijspeil WHERE jaar = CAST(substr(periode, 1, 4) AS INTEGER)))
            AS BIGINT) AS n
        FROM ({inner}) WHERE CAST(substr(periode, 1, 4) AS INTEGER) IN (SELECT jaar FROM prijspeil)
        GROUP BY GROUPING SETS ({sets(indicator, ())})"""


def _together(code: str, _indicator: Indicator, measure: Measure) -> str:
    """The lift of pairs of kinds of provision in the region; of about thousandths."""
    kind = f"CASE WHEN t.soort IN {PROTECTED} THEN t.soort ELSE t.voorziening END"
    pairs = ", ".join(
        f"('{pair}', '{a.rpartition('-')[2]}', '{b.rpartition('-')[2]}')"
        for pair in measure.members["paar"]
        for a, b in [pair.split("+")]
    )
    return f"""WITH k AS (SELECT DISTINCT t.persoon, p.code AS periode, {kind} AS kind FROM traject t
            JOIN periode p ON {when(measure.count)}
            WHERE t.gemeente IN (SELECT code FROM gebied WHERE level = 'gemeente')),
        everyone AS (SELECT periode, COUNT(DISTINCT persoon) AS n FROM k GROUP BY periode),
        each AS (SELECT periode, kind, COUNT(*) AS n FROM k GROUP BY periode, kind),
        shared AS (SELECT x.periode, x.kind AS een, y.kind AS ander, COUNT(*) AS n
            FROM k x JOIN k y ON y.persoon = x.persoon AND y.periode = x.periode GROUP BY ALL),
        asked AS (SELECT * FROM (VALUES {pairs}) v(paar, een, ander))
        SELECT 'verhouding' AS unit, 'total' AS stroom, '{code}' AS area, s.periode, 'paar' AS dimensie, a.paar AS lid,
            round_even({THOUSANDTHS} * s.n * e.n / (x.n * y.n), 0)::BIGINT AS n
        FROM asked a JOIN shared s ON s.een = a.een AND s.ander = a.ander JOIN everyone e ON e.periode = s.periode
        JOIN each x ON x.kind = a.een AND x.periode = s.periode
        JOIN each y ON y.kind = a.ander AND y.periode = s.periode"""


def _causes(code: str, indicator: Indicator, measure: Measure) -> str:
    """Bennet's split of the change in euros since the year before; of about euros."""
    inner = rows_of(measure.count, (), condition(measure.count), {"product": "t.productcode", "jaar": "p.jaar"})
    factors = {"clienten": "a", "mix": "b", "eenheden": "c", "prijs": "d"}
    effects = {name: _effect(own, [one for one in "abcd" if one != own]) for name, own in factors.items()}
    both = "COALESCE(c0, 0) > 0 AND COALESCE(u0, 0) > 0 AND COALESCE(c1, 0) > 0 AND COALESCE(u1, 0) > 0"
    sums = {
        "nieuw": f"SUM(CASE WHEN {both} THEN 0 ELSE COALESCE(e1, 0) END)",
        "beeindigd": f"SUM(CASE WHEN {both} THEN 0 ELSE -COALESCE(e0, 0) END)",
        **{name: f"SUM(CASE WHEN {both} THEN {effect} ELSE 0 END)" for name, effect in effects.items()},
    }
    columns = ", ".join(f"{text} AS {name}" for name, text in sums.items())
    groups = sets(indicator, ()).replace(")", ", jaar, product), ").replace("), , ", "), ").rstrip(", ")
    whole = sets(indicator, ()).replace(")", ", jaar)")
    return f"""WITH r AS MATERIALIZED ({inner}),
        q AS (SELECT {area(code)} AS area, jaar, product, COUNT(DISTINCT persoon) AS c, SUM(volume) AS u,
            SUM(bedrag_cent) / 100.0 AS e FROM r GROUP BY GROUPING SETS ({groups})),
        t AS (SELECT {area(code)} AS area, jaar, COUNT(DISTINCT persoon) AS n FROM r GROUP BY GROUPING SETS ({whole})),
        j AS (SELECT COALESCE(x.area, y.area) AS area, COALESCE(x.jaar + 1, y.jaar) AS jaar, x.c AS c0, x.u AS u0,
            x.e AS e0, y.c AS c1, y.u AS u1, y.e AS e1
            FROM q x FULL JOIN q y ON y.area = x.area AND y.product = x.product AND y.jaar = x.jaar + 1),
        f AS (SELECT j.*, t0.n AS a0, t1.n AS a1, c0 / t0.n AS b0, c1 / t1.n AS b1, u0 / c0 AS "c_0", u1 / c1 AS "c_1",
            e0 / u0 AS d0, e1 / u1 AS d1 FROM j JOIN t t0 ON t0.area = j.area AND t0.jaar = j.jaar - 1
            JOIN t t1 ON t1.area = j.area AND t1.jaar = j.jaar),
        g AS (SELECT area, jaar, {columns} FROM f GROUP BY area, jaar),
        h AS (UNPIVOT g ON {", ".join(sums)} INTO NAME lid VALUE v)
        SELECT 'euro' AS unit, 'total' AS stroom, area, jaar || 'JJ00' AS periode, 'component' AS dimensie, lid,
            round_even({EUROS} * v, 0)::BIGINT AS n FROM h"""


def _effect(own: str, others: list[str]) -> str:
    """The change of a factor times the mean of the others over all orders in which they could have changed."""
    column = {(name, at): f"c_{at}" if name == "c" else f"{name}{at}" for name in "abcd" for at in (0, 1)}
    terms = []
    for bits in range(8):
        chosen = [bits >> place & 1 for place in range(3)]
        weight = "0.25::DOUBLE" if sum(chosen) in {0, 3} else "(1.0::DOUBLE / 12)"
        terms.append(" * ".join([weight, *(column[name, at] for name, at in zip(others, chosen, strict=True))]))
    return f"({column[own, 1]} - {column[own, 0]}) * ({' + '.join(terms)})"


METHODS: Mapping[str, Family] = {
    "concentratie": _concentration,
    "cohort": _cohort,
    "vaste_prijzen": _fixed_prices,
    "samenloop": _together,
    "prijs_volume_mix": _causes,
}
