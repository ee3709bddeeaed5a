"""The opponent in SQL, continued: the indicators beyond the first twelve, one plain DuckDB query each.

A family of measures is one way of writing a query; what differs between indicators (table, condition, ages, breakdowns,
periods) is filled in from their definitions. Numerator and denominator of a share come from one pass, as an analyst
would write it. Counted are the tables that the invented country fills; queries over the others would cost nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bench.measure_counts import THOUSANDTHS, stream
from bench.measure_methods import METHODS, Family
from bench.measure_parts import area, condition, labels, rows_of, sets, span, when
from bench.measure_sql import SHARED_DAYS, households_per_wijk, per_wijk, provisions_at_home, stacked
from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Count, Indicator, Measure, Moment, Unit

_AGGREGATES = {
    Unit.PERSONS: "COUNT(DISTINCT {who}) FILTER ({where})",
    Unit.PROVIDERS: "COUNT(DISTINCT t_aanbieder) FILTER ({where})",
    Unit.TRAJECTORIES: "COUNT(*) FILTER ({where})",
    Unit.NUMBER: "COALESCE(SUM({value}) FILTER ({where}), 0)",
    Unit.EURO: "COALESCE(SUM(bedrag_cent) FILTER ({where}), 0)",
}
_BESIDE = {Moment.BESIDE: "u.wet <> t.wet", Moment.BESIDE_RESIDENCE: "u.verblijf"}
"""What the other trajectory is, of counts of who has two at once."""

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
            soorten = ", ".join(f"'{kind.value}'" for kind in indicator.periods)
            found[name] = query.replace("JOIN periode p", f"JOIN (SELECT * FROM periode WHERE tijd IN ({soorten})) p")
    return found


def _queries(code: str, indicator: Indicator) -> Iterator[str]:
    bases: dict[tuple[object, ...], list[Part]] = {}
    for measure in indicator.measures:
        own = _own(measure)
        if own is not None:
            yield _beside(measure.count.moment, own(code, indicator, measure))
            continue
        for part in _parts(measure):
            bases.setdefault((part.count.table, part.count.moment, part.count.age), []).append(part)
    for parts in bases.values():
        yield _beside(parts[0].count.moment, _counts(code, indicator, parts))
    if Level.WIJK in indicator.levels:
        (persons,) = {one.count for one in indicator.measures if one.count.of is Unit.PERSONS}
        yield _beside(persons.moment, per_wijk(condition(persons), *span(persons)))


def _beside(moment: Moment, query: str) -> str:
    """The query over trajectories that share a day with another, when its counts are of these."""
    if moment not in _BESIDE:
        return query
    return query.replace("traject t", f"({SHARED_DAYS.format(beside=_BESIDE[moment])}) t")


def _own(measure: Measure) -> Family | None:
    """The family of a measure that no plain aggregate gives."""
    if measure.method:
        return METHODS[measure.method]
    if measure.statistic:
        return _statistic
    if "beide" in measure.members.get("financiering", ()):
        return _only
    if measure.count.of is Unit.HOUSEHOLDS:
        return _households if measure.share_of is None else _households_with_two
    return _provisions if "aantal_voorzieningen" in measure.breakdowns else None


def _parts(measure: Measure) -> Iterator[Part]:
    unit, stroom = measure.unit.value, stream(measure)
    other = measure.minus or (measure.share_of if isinstance(measure.share_of, Count) else None)
    if other is None:
        if measure.share_of is None:
            yield Part(unit, stroom, measure.count, measure.breakdowns, measure.total, measure.members)
        return
    yield Part(f"{unit} boven", stroom, measure.count, measure.breakdowns, measure.total, measure.members)
    split = measure.breakdowns if measure.minus else tuple(one for one in measure.breakdowns if one in measure.split)
    yield Part(f"{unit} onder", stroom, other, split, measure.total, measure.members)


def _counts(code: str, indicator: Indicator, parts: list[Part]) -> str:
    """Totals and breakdowns of counts over the same rows, all in one pass."""
    count = parts[0].count
    dimensions = tuple(dict.fromkeys(name for part in parts for name in part.breakdowns))
    conditions = list(dict.fromkeys(condition(part.count) for part in parts))
    inner = rows_of(count, dimensions, " OR ".join(conditions), {f"w{at}": one for at, one in enumerate(conditions)})
    aggregates = ", ".join(
        f"{_aggregate(part.count, conditions.index(condition(part.count)))} AS n{at}" for at, part in enumerate(parts)
    )
    grouped = f"""SELECT {area(code)} AS area, periode, {labels(dimensions)}, {aggregates}
        FROM ({inner}) GROUP BY GROUPING SETS ({sets(indicator, dimensions)})"""
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


def _aggregate(count: Count, at: int) -> str:
    return _AGGREGATES[count.of].format(who="persoon", where=f"w{at}", value=count.value or "1")


def _statistic(code: str, indicator: Indicator, measure: Measure) -> str:
    """Mean, median or 90th percentile of the days of ended trajectories; of about thousandths."""
    how = {"gemiddelde": "AVG(dagen)", "mediaan": "quantile_disc(dagen, 0.5)", "p90": "quantile_disc(dagen, 0.9)"}
    days = {"dagen": """date_diff('day', t."begin", t.einde) + 1"""}
    inner = rows_of(measure.count, measure.breakdowns, condition(measure.count), days)
    return f"""SELECT 'dagen {measure.statistic}' AS unit, 'total' AS stroom, {area(code)} AS area, periode,
        {labels(measure.breakdowns)}, round_even({THOUSANDTHS} * {how[measure.statistic]}, 0)::BIGINT AS n
        FROM ({inner}) GROUP BY GROUPING SETS ({sets(indicator, measure.breakdowns)})"""


def _households(code: str, indicator: Indicator, measure: Measure) -> str:
    """Distinct households, at every level of the indicator."""
    count = measure.count
    van, tot = span(count)
    in_wijken = Level.WIJK in indicator.levels
    more = f"UNION ALL {households_per_wijk(condition(count), van, tot)}" if in_wijken else ""
    return f"""SELECT 'huishoudens' AS unit, 'total' AS stroom, {area(code)} AS area, periode, '' AS dimensie,
        'total' AS lid, COUNT(DISTINCT huishouden) AS n
        FROM (SELECT t.gemeente, h.huishouden, p.code AS periode FROM traject t
            JOIN woonsituatie h ON h.persoon = t.persoon AND h.gemeente = t.gemeente AND h.huishouden IS NOT NULL
                AND h.kwartaal >= {van} AND h.kwartaal <= COALESCE({tot}, 99999)
            JOIN periode p ON h.kwartaal BETWEEN p.eerste AND p.laatste WHERE {condition(count)}
                AND t.gemeente IN (SELECT code FROM gebied WHERE level = 'gemeente'))
        GROUP BY GROUPING SETS ((gemeente, periode), (periode))
        {more}"""


def _households_with_two(code: str, _indicator: Indicator, measure: Measure) -> str:
    """Households with two kinds of provision or more, above the line of a share."""
    kinds = provisions_at_home(condition(measure.count), *span(measure.count))
    return f"""SELECT 'procent boven' AS unit, 'total' AS stroom, area, periode, dimensie, '2+' AS lid,
        SUM(n)::BIGINT AS n FROM ({stacked(code, "huishoudens", kinds)})
        WHERE dimensie = 'aantal_voorzieningen' AND lid <> '1' GROUP BY ALL"""


def _only(code: str, _indicator: Indicator, measure: Measure) -> str:
    """Everybody once, by the forms of funding that somebody has in the period."""
    count, unit = measure.count, measure.unit.value if measure.share_of is None else f"{measure.unit.value} boven"
    having = f"""SELECT t.persoon, t.gemeente, p.code AS periode, t.leveringsvorm AS vorm
        FROM traject t JOIN periode p ON {when(count)} WHERE {condition(count)}
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
        FROM traject t JOIN periode p ON {when(count)} WHERE {condition(count)}
        AND t.gemeente IN (SELECT code FROM gebied WHERE level = 'gemeente')"""
    return f"SELECT * FROM ({stacked(code, 'personen', kinds)}) WHERE dimensie <> 'wettengroep'"
