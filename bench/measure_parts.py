"""The opponent in SQL: what queries have in common, filled in from the definition of a count.

The rows that a count is about, in which periods, by which columns; an analyst writes each of these once a query.
"""

from collections.abc import Mapping

from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import AgeScope, Count, Indicator, Moment

_SPANS = {AgeScope.MINOR: "jeugd", AgeScope.ADULT: "volw", AgeScope.TO_22: "jong"}
PROTECTED = "('bescherming', 'reclassering', 'preventief')"
_COLUMNS = {
    "hulpvorm": "COALESCE(t.hulpvorm, 'onbekend')",
    "wmo_vorm": "COALESCE(t.wmo_vorm, 'onbekend')",
    "maatregel": "t.soort",
    "financiering": "t.leveringsvorm",
    "productgroep": "COALESCE(substr(t.productcode, 1, 2), 'onbekend')",
    "kostensoort": f"""CASE WHEN t.vervoer THEN 'vervoer' WHEN t.wet = 'wmo' THEN 'wmo'
        WHEN t.soort IN {PROTECTED} THEN 'bescherming_reclassering' ELSE 'jeugdhulp' END""",
    "verwijzer": "t.verwijzer",
    "geslacht": "s.geslacht",
    "leeftijdsgroep": """CASE WHEN s.geboortejaar IS NULL THEN 'onbekend' WHEN p.jaar - 1 - s.geboortejaar < 4
        THEN '00-03' WHEN p.jaar - 1 - s.geboortejaar < 12 THEN '04-11' ELSE '12-17' END""",
}
_DERIVED = {
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


def condition(count: Count) -> str:
    """The condition of a count, its columns those of `t`."""
    words = count.where
    for name, text in _DERIVED.items():
        words = words.replace(name, text) if name in words.split() or name in words.replace("(", " ").split() else words
    return f"({words})"


def span(count: Count) -> tuple[str, str]:
    """The first and the last quarter in which a row of the count may be active."""
    if count.age is AgeScope.ALL or count.age.by_year:
        return "t.kw_begin", "t.kw_einde"
    if count.age is AgeScope.BY_LAW:
        van, tot = (
            f"CASE t.wet WHEN 'jeugdwet' THEN t.jeugd_{end} WHEN 'wmo' THEN t.volw_{end} ELSE t.kw_{other} END"
            for end, other in (("van", "begin"), ("tot", "einde"))
        )
        return van, tot
    return f"t.{_SPANS[count.age]}_van", f"t.{_SPANS[count.age]}_tot"


def when(count: Count) -> str:
    """When a row of the count is in a period `p`."""
    if count.moment is Moment.PAID:
        return "t.kw BETWEEN p.eerste AND p.laatste"
    if count.moment is Moment.DELIVERED:
        return "t.kwartaal BETWEEN p.eerste AND p.laatste"
    if count.moment in {Moment.BEGUN, Moment.ENDED}:
        name = "begin" if count.moment is Moment.BEGUN else "einde"
        young = {AgeScope.MINOR: f" AND t.{name}_jeugd", AgeScope.ADULT: f" AND NOT t.{name}_jeugd"}
        return f"t.kw_{name} BETWEEN p.eerste AND p.laatste{young.get(count.age, '')}"
    van, tot = span(count)
    return f"{van} <= p.laatste AND COALESCE({tot}, 99999) >= p.eerste"


def rows_of(count: Count, dimensions: tuple[str, ...], where: str, flags: Mapping[str, str]) -> str:
    """The rows of the count, once for each period that they are in, with columns to break down by and `flags`."""
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
        FROM {count.table} t {person} JOIN periode p ON {when(count)}
        WHERE ({where}) AND t.gemeente IN (SELECT code FROM gebied WHERE level = 'gemeente')"""


def area(code: str) -> str:
    """The area of a group: the municipality, or the region."""
    return f"CASE WHEN GROUPING(gemeente) = 1 THEN '{code}' ELSE gemeente END"


def sets(indicator: Indicator, dimensions: tuple[str, ...]) -> str:
    """The groups: totals, and every breakdown, at the levels of the indicator."""
    wholes = ["(gemeente, periode)"] * (Level.MUNICIPALITY in indicator.levels) + ["(periode)"]
    for name in dimensions:
        wholes += [f"(gemeente, periode, {name})"] * (Level.MUNICIPALITY in indicator.breakdown_levels)
        wholes.append(f"(periode, {name})")
    return ", ".join(wholes)


def labels(dimensions: tuple[str, ...]) -> str:
    """Which breakdown and which member a group is of."""
    if not dimensions:
        return "'' AS dimensie, 'total' AS lid"
    which = " ".join(f"WHEN GROUPING({name}) = 0 THEN '{name}'" for name in dimensions)
    member = " ".join(f"WHEN GROUPING({name}) = 0 THEN {name}" for name in dimensions)
    return f"CASE {which} ELSE '' END AS dimensie, CASE {member} ELSE 'total' END AS lid"
