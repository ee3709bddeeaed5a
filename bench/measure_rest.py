"""The opponent in SQL, continued: the indicators beyond the first twelve, one plain DuckDB query each.

A family of measures is one way of writing a query; what differs between indicators (table, condition, ages, breakdowns,
periods) is filled in from their definitions. Numerator and denominator of a share come from one pass, as an analyst
would write it. Counted are the tables that the invented country fills; queries over the others would cost nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bench.measure_counts import EUROS, HUNDREDTHS, THOUSANDTHS
from bench.measure_sql import SHARED_DAYS, households_per_wijk, per_wijk, stacked
from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import AgeScope, Count, Indicator, Measure, Moment, Unit

_SPANS = {AgeScope.MINOR: "jeugd", AgeScope.ADULT: "volw", AgeScope.TO_22: "jong"}
_BY_LAW = ("jeugd", "volw")
_PROTECTED = "('bescherming', 'reclassering', 'preventief')"
_COLUMNS = {
    "hulpvorm": "COALESCE(t.hulpvorm, 'onbekend')",
    "wmo_vorm": "COALESCE(t.wmo_vorm, 'onbekend')",
    "maatregel": "t.soort",
    "financiering": "t.leveringsvorm",
    "productgroep": "COALESCE(substr(t.productcode, 1, 2), 'onbekend')",
    "kostensoort": f"""CASE WHEN t.vervoer THEN 'vervoer' WHEN t.wet = 'wmo' THEN 'wmo'
        WHEN t.soort IN {_PROTECTED} THEN 'bescherming_reclassering' ELSE 'jeugdhulp' END""",
    "verwijzer": "t.verwijzer",
    "geslacht": "s.geslacht",
    "leeftijdsgroep": """CASE WHEN s.geboortejaar IS NULL THEN 'onbekend' WHEN p.jaar - 1 - s.geboortejaar < 4
        THEN '00-03' WHEN p.jaar - 1 - s.geboortejaar < 12 THEN '04-11' ELSE '12-17' END""",
}
_BESIDE = """EXISTS (SELECT 1 FROM traject u WHERE u.persoon = t.persoon AND u.traject <> t.traject AND {that}
    AND u."begin" <= COALESCE(t.einde, DATE '9999-12-31') AND COALESCE(u.einde, DATE '9999-12-31') >= t."begin")"""
_DERIVED = {
    "naast_verblijf": _BESIDE.format(that="u.verblijf"),
    "nieuwe_start": """EXISTS (SELECT 1 FROM traject u WHERE u.persoon = t.persoon AND u.soort = 'jeugdhulp'
        AND u.traject <> t.traject AND u."begin" >= t.einde + INTERVAL 2 DAY
        AND u."begin" <= t.einde + INTERVAL 1 YEAR)""",
    "start_in_half_jaar": """EXISTS (SELECT 1 FROM traject u WHERE u.persoon = t.persoon AND u.soort = 'jeugdhulp'
        AND u.traject <> t.traject AND u."begin" >= t.einde + INTERVAL 2 DAY
        AND u."begin" <= t.einde + INTERVAL 6 MONTH)""",
    "jaar_gevolgd": "COALESCE(t.kw_einde <= (SELECT MAX(laatste) FROM periode) - 4, FALSE)",
    "kostensoort": _COLUMNS["kostensoort"],
    "productgroep": "substr(t.productcode, 1, 2)",
}
_AGGREGATES = {
    Unit.PERSONS: "COUNT(DISTINCT {who}) FILTER ({where})",
    Unit.PROVIDERS: "COUNT(DISTINCT t_aanbieder) FILTER ({where})",
    Unit.TRAJECTORIES: "COUNT(*) FILTER ({where})",
    Unit.NUMBER: "COALESCE(SUM({value}) FILTER ({where}), 0)",
    Unit.EURO: "COALESCE(SUM(bedrag_cent) FILTER ({where}), 0)",
}
Family = Callable[[str, Indicator, Measure], str]

FILLED = ("traject", "declaratieregel", "levering")
"""The tables with rows."""


@dataclass(frozen=True)
class Part:
    """One number that a query must give: its label, what is counted, and by which breakdowns."""

    unit: str
    stroom: str
    count: Count
    breakdowns: tuple[str, ...]
    total: bool
    members: Mapping[str, tuple[str, ...]]


def rest(code: str, indicators: Mapping[str, Indicator], done: Mapping[str, str]) -> dict[str, str]:
    """The query of each indicator that is counted in filled tables and has none yet."""
    found = {}
    for name, indicator in indicators.items():
        counts = {count for measure in indicator.measures for count in measure.counts}
        ranked = any(measure.top for measure in indicator.measures)  # `done` has a ranking already
        if name not in done and not ranked and all(count.table in FILLED for count in counts):
            query = " UNION ALL ".join(f"SELECT * FROM ({part})" for part in _queries(code, indicator))
            if Moment.BESIDE in {count.moment for count in counts}:
                query = query.replace("traject t", f"({SHARED_DAYS}) t")
            soorten = ", ".join(f"'{kind.value}'" for kind in indicator.periods)
            found[name] = query.replace("JOIN periode p", f"JOIN (SELECT * FROM periode WHERE tijd IN ({soorten})) p")
    return found


def _queries(code: str, indicator: Indicator) -> Iterator[str]:
    bases: dict[tuple[object, ...], list[Part]] = {}
    for measure in indicator.measures:
        own = _own(measure)
        if own is not None:
            yield own(code, indicator, measure)
            continue
        for part in _parts(measure):
            bases.setdefault((part.count.table, part.count.moment, part.count.age), []).append(part)
    for parts in bases.values():
        yield _counts(code, indicator, parts)
    if Level.WIJK in indicator.levels:
        (persons,) = {one.count for one in indicator.measures if one.count.of is Unit.PERSONS}
        yield per_wijk(_condition(persons), *_span(persons))


def _own(measure: Measure) -> Family | None:
    """The family of a measure that no plain aggregate gives."""
    if measure.method:
        return _METHODS[measure.method]
    if measure.statistic:
        return _statistic
    if "beide" in measure.members.get("financiering", ()):
        return _only
    if measure.count.of is Unit.HOUSEHOLDS:
        return _households
    return _provisions if "aantal_voorzieningen" in measure.breakdowns else None


def _parts(measure: Measure) -> Iterator[Part]:
    unit, stroom = measure.unit.value, measure.fixed.get("stroom", "total")
    other = measure.minus or (measure.share_of if isinstance(measure.share_of, Count) else None)
    if other is None:
        if measure.share_of is None:
            yield Part(unit, stroom, measure.count, measure.breakdowns, measure.total, measure.members)
        return
    yield Part(f"{unit} boven", stroom, measure.count, measure.breakdowns, measure.total, measure.members)
    split = measure.breakdowns if measure.minus else tuple(one for one in measure.breakdowns if one in measure.split)
    yield Part(f"{unit} onder", stroom, other, split, measure.total, measure.members)


def _condition(count: Count) -> str:
    """The condition of a count, its columns those of `t`."""
    words = count.where
    for name, text in _DERIVED.items():
        words = words.replace(name, text) if name in words.split() or name in words.replace("(", " ").split() else words
    return f"({words})"


def _span(count: Count) -> tuple[str, str]:
    if count.age is AgeScope.ALL or count.age.by_year:
        return "t.kw_begin", "t.kw_einde"
    if count.age is AgeScope.BY_LAW:
        van, tot = (
            f"CASE t.wet WHEN 'jeugdwet' THEN t.jeugd_{end} WHEN 'wmo' THEN t.volw_{end} ELSE t.kw_{other} END"
            for end, other in (("van", "begin"), ("tot", "einde"))
        )
        return van, tot
    return f"t.{_SPANS[count.age]}_van", f"t.{_SPANS[count.age]}_tot"


def _when(count: Count) -> str:
    if count.moment is Moment.PAID:
        return "t.kw BETWEEN p.eerste AND p.laatste"
    if count.moment is Moment.DELIVERED:
        return "t.kwartaal BETWEEN p.eerste AND p.laatste"
    if count.moment in {Moment.BEGUN, Moment.ENDED}:
        name = "begin" if count.moment is Moment.BEGUN else "einde"
        young = {AgeScope.MINOR: f" AND t.{name}_jeugd", AgeScope.ADULT: f" AND NOT t.{name}_jeugd"}
        return f"t.kw_{name} BETWEEN p.eerste AND p.laatste{young.get(count.age, '')}"
    van, tot = _span(count)
    return f"{van} <= p.laatste AND COALESCE({tot}, 99999) >= p.eerste"


def _counts(code: str, indicator: Indicator, parts: list[Part]) -> str:
    """Totals and breakdowns of counts over the same rows, all in one pass."""
    count = parts[0].count
    dimensions = tuple(dict.fromkeys(name for part in parts for name in part.breakdowns))
    conditions = list(dict.fromkeys(_condition(part.count) for part in parts))
    inner = _rows(count, dimensions, " OR ".join(conditions), {f"w{at}": one for at, one in enumerate(conditions)})
    aggregates = ", ".join(
        f"{_aggregate(part.count, conditions.index(_condition(part.count)))} AS n{at}" for at, part in enumerate(parts)
    )
    grouped = f"""SELECT {_area(code)} AS area, periode, {_labels(dimensions)}, {aggregates}
        FROM ({inner}) GROUP BY GROUPING SETS ({_sets(indicator, dimensions)})"""
    picked = " UNION ALL ".join(
        f"""SELECT '{part.unit}' AS unit, '{part.stroom}' AS stroom, area, periode, dimensie, lid, n{at}::BIGINT AS n
        FROM g WHERE {_wanted(part)}"""
        for at, part in enumerate(parts)
    )
    return f"WITH g AS ({grouped}) {picked}"


def _wanted(part: Part) -> str:
    """The rows that the part asks for: its totals, and the members of its breakdowns."""
    wanted = ["dimensie = ''"] * part.total
    for name in part.breakdowns:
        members = ", ".join(f"'{member}'" for member in part.members[name])
        wanted.append(f"(dimensie = '{name}' AND lid IN ({members}))")
    return " OR ".join(wanted) or "FALSE"


def _rows(count: Count, dimensions: tuple[str, ...], where: str, flags: Mapping[str, str]) -> str:
    own = {
        "traject": "t.persoon, t.aanbieder AS t_aanbieder",
        "declaratieregel": "t.persoon, t.aanbieder AS t_aanbieder, t.volume, t.bedrag_cent",
        "levering": "t.gebruikt, t.afgekeurd",
    }
    columns = "".join(f", {_COLUMNS[name]} AS {name}" for name in dimensions)
    more = "".join(f", {text} AS {name}" for name, text in flags.items())
    needed = {"geslacht", "leeftijdsgroep"} & {*dimensions} or count.age.by_year
    person = "LEFT JOIN persoon s ON s.persoon = t.persoon" if needed else ""
    if count.age.by_year:
        where = (
            f"({where}) AND GREATEST(p.jaar - 1 - s.geboortejaar, 0) BETWEEN {' AND '.join(map(str, count.age.bounds))}"
        )
    return f"""SELECT t.gemeente, p.code AS periode, {own[count.table]}{columns}{more}
        FROM {count.table} t {person} JOIN periode p ON {_when(count)}
        WHERE ({where}) AND t.gemeente IN (SELECT code FROM gebied WHERE level = 'gemeente')"""


def _aggregate(count: Count, at: int) -> str:
    return _AGGREGATES[count.of].format(who="persoon", where=f"w{at}", value=count.value or "1")


def _area(code: str) -> str:
    return f"CASE WHEN GROUPING(gemeente) = 1 THEN '{code}' ELSE gemeente END"


def _sets(indicator: Indicator, dimensions: tuple[str, ...]) -> str:
    wholes = ["(gemeente, periode)"] * (Level.MUNICIPALITY in indicator.levels) + ["(periode)"]
    for name in dimensions:
        wholes += [f"(gemeente, periode, {name})"] * (Level.MUNICIPALITY in indicator.breakdown_levels)
        wholes.append(f"(periode, {name})")
    return ", ".join(wholes)


def _labels(dimensions: tuple[str, ...]) -> str:
    if not dimensions:
        return "'' AS dimensie, 'total' AS lid"
    which = " ".join(f"WHEN GROUPING({name}) = 0 THEN '{name}'" for name in dimensions)
    member = " ".join(f"WHEN GROUPING({name}) = 0 THEN {name}" for name in dimensions)
    return f"CASE {which} ELSE '' END AS dimensie, CASE {member} ELSE 'total' END AS lid"


def _statistic(code: str, indicator: Indicator, measure: Measure) -> str:
    """Mean, median or 90th percentile of the days of ended trajectories; of about thousandths."""
    how = {"gemiddelde": "AVG(dagen)", "mediaan": "quantile_disc(dagen, 0.5)", "p90": "quantile_disc(dagen, 0.9)"}
    days = {"dagen": """date_diff('day', t."begin", t.einde) + 1"""}
    inner = _rows(measure.count, measure.breakdowns, _condition(measure.count), days)
    return f"""SELECT 'dagen {measure.statistic}' AS unit, 'total' AS stroom, {_area(code)} AS area, periode,
        {_labels(measure.breakdowns)}, round_even({THOUSANDTHS} * {how[measure.statistic]}, 0)::BIGINT AS n
        FROM ({inner}) GROUP BY GROUPING SETS ({_sets(indicator, measure.breakdowns)})"""


def _households(code: str, _indicator: Indicator, measure: Measure) -> str:
    """Distinct households, at every level."""
    count = measure.count
    van, tot = _span(count)
    return f"""SELECT 'huishoudens' AS unit, 'total' AS stroom, {_area(code)} AS area, periode, '' AS dimensie,
        'total' AS lid, COUNT(DISTINCT huishouden) AS n
        FROM (SELECT t.gemeente, h.huishouden, p.code AS periode FROM traject t
            JOIN woonsituatie h ON h.persoon = t.persoon AND h.gemeente = t.gemeente AND h.huishouden IS NOT NULL
                AND h.kwartaal >= {van} AND h.kwartaal <= COALESCE({tot}, 99999)
            JOIN periode p ON h.kwartaal BETWEEN p.eerste AND p.laatste WHERE {_condition(count)}
                AND t.gemeente IN (SELECT code FROM gebied WHERE level = 'gemeente'))
        GROUP BY GROUPING SETS ((gemeente, periode), (periode))
        UNION ALL {households_per_wijk(_condition(count), van, tot)}"""


def _only(code: str, _indicator: Indicator, measure: Measure) -> str:
    """Everybody once, by the forms of funding that somebody has in the period."""
    count, unit = measure.count, measure.unit.value if measure.share_of is None else f"{measure.unit.value} boven"
    having = f"""SELECT t.persoon, t.gemeente, p.code AS periode, t.leveringsvorm AS vorm
        FROM traject t JOIN periode p ON {_when(count)} WHERE {_condition(count)}
        AND t.gemeente IN (SELECT code FROM gebied WHERE level = 'gemeente')"""
    ends = "MIN(vorm) AS een, MAX(vorm) AS ander"
    parts = ["'financiering' AS dimensie, CASE WHEN een = ander THEN 'alleen_' || een ELSE 'beide' END AS lid"]
    parts += ["'' AS dimensie, 'total' AS lid"] * measure.total
    counted = " UNION ALL ".join(
        f"SELECT '{unit}' AS unit, 'total' AS stroom, area, periode, {part}, COUNT(*) AS n FROM each GROUP BY ALL"
        for part in parts
    )
    return f"""WITH h AS ({having}), each AS (SELECT gemeente AS area, periode, persoon, {ends} FROM h GROUP BY ALL
        UNION ALL SELECT '{code}' AS area, periode, persoon, {ends} FROM h GROUP BY ALL) {counted}"""


def _provisions(code: str, _indicator: Indicator, measure: Measure) -> str:
    """How many have so many kinds of provision."""
    count = measure.count
    kinds = f"""SELECT DISTINCT t.persoon AS wie, t.gemeente, p.code AS periode, t.wet, t.soort, t.voorziening
        FROM traject t JOIN periode p ON {_when(count)} WHERE {_condition(count)}
        AND t.gemeente IN (SELECT code FROM gebied WHERE level = 'gemeente')"""
    return f"SELECT * FROM ({stacked(code, 'personen', kinds)}) WHERE dimensie <> 'wettengroep'"


def _concentration(code: str, indicator: Indicator, measure: Measure) -> str:
    """Herfindahl-Hirschman index, or the percentage of the largest; of about hundredths."""
    largest = int(measure.options.get("grootste", 0))
    inner = _rows(measure.count, measure.breakdowns, f"{_condition(measure.count)} AND t.aanbieder IS NOT NULL", {})
    sets = _sets(indicator, measure.breakdowns).replace(")", ", t_aanbieder)")
    per = f"""SELECT {_area(code)} AS area, periode, {_labels(measure.breakdowns)}, COUNT(*) AS n
        FROM ({inner}) GROUP BY GROUPING SETS ({sets})"""
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
        ON {_when(measure.count)} WHERE {_condition(measure.count)}
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
    inner = _rows(measure.count, (), _condition(measure.count), {})
    return f"""SELECT 'euro' AS unit, 'total' AS stroom, {_area(code)} AS area, periode, '' AS dimensie, 'total' AS lid,
        CAST(round(SUM(bedrag_cent) * (SELECT f FROM prijspeil WHERE jaar = CAST(substr(periode, 1, 4) AS INTEGER)))
            AS BIGINT) AS n
        FROM ({inner}) WHERE CAST(substr(periode, 1, 4) AS INTEGER) IN (SELECT jaar FROM prijspeil)
        GROUP BY GROUPING SETS ({_sets(indicator, ())})"""


def _together(code: str, _indicator: Indicator, measure: Measure) -> str:
    """The lift of pairs of kinds of provision in the region; of about thousandths."""
    kind = f"CASE WHEN t.soort IN {_PROTECTED} THEN t.soort ELSE t.voorziening END"
    pairs = ", ".join(
        f"('{pair}', '{a.rpartition('-')[2]}', '{b.rpartition('-')[2]}')"
        for pair in measure.members["paar"]
        for a, b in [pair.split("+")]
    )
    return f"""WITH k AS (SELECT DISTINCT t.persoon, p.code AS periode, {kind} AS kind FROM traject t
            JOIN periode p ON {_when(measure.count)}
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
    inner = _rows(measure.count, (), _condition(measure.count), {"product": "t.productcode", "jaar": "p.jaar"})
    factors = {"clienten": "a", "mix": "b", "eenheden": "c", "prijs": "d"}
    effects = {name: _effect(own, [one for one in "abcd" if one != own]) for name, own in factors.items()}
    both = "COALESCE(c0, 0) > 0 AND COALESCE(u0, 0) > 0 AND COALESCE(c1, 0) > 0 AND COALESCE(u1, 0) > 0"
    sums = {
        "nieuw": f"SUM(CASE WHEN {both} THEN 0 ELSE COALESCE(e1, 0) END)",
        "beeindigd": f"SUM(CASE WHEN {both} THEN 0 ELSE -COALESCE(e0, 0) END)",
        **{name: f"SUM(CASE WHEN {both} THEN {effect} ELSE 0 END)" for name, effect in effects.items()},
    }
    columns = ", ".join(f"{text} AS {name}" for name, text in sums.items())
    sets = _sets(indicator, ()).replace(")", ", jaar, product), ").replace("), , ", "), ").rstrip(", ")
    whole = _sets(indicator, ()).replace(")", ", jaar)")
    return f"""WITH r AS MATERIALIZED ({inner}),
        q AS (SELECT {_area(code)} AS area, jaar, product, COUNT(DISTINCT persoon) AS c, SUM(volume) AS u,
            SUM(bedrag_cent) / 100.0 AS e FROM r GROUP BY GROUPING SETS ({sets})),
        t AS (SELECT {_area(code)} AS area, jaar, COUNT(DISTINCT persoon) AS n FROM r GROUP BY GROUPING SETS ({whole})),
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


_METHODS: Mapping[str, Family] = {
    "concentratie": _concentration,
    "cohort": _cohort,
    "vaste_prijzen": _fixed_prices,
    "samenloop": _together,
    "prijs_volume_mix": _causes,
}
