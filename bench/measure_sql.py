"""The opponent in SQL: one plain, well-written DuckDB query per indicator, as an analyst writes them.

Spells are joined to the periods they overlap, persons are counted with COUNT(DISTINCT), totals and breakdowns come from
GROUPING SETS. Each query yields unit, stroom, area, periode, dimensie, lid, n (euros in cents), without zeros.
"""

from collections.abc import Mapping

import duckdb

from graadmeter.domain.region import Region
from graadmeter.measure.tables import periods_of

_MINOR = ("t.jeugd_van", "t.jeugd_tot")
_ADULT = ("t.volw_van", "t.volw_tot")
_LAW = (
    "CASE t.wet WHEN 'jeugdwet' THEN t.jeugd_van WHEN 'wmo' THEN t.volw_van ELSE t.kw_begin END",
    "CASE t.wet WHEN 'jeugdwet' THEN t.jeugd_tot WHEN 'wmo' THEN t.volw_tot ELSE t.kw_einde END",
)
_FORM = "COALESCE(t.hulpvorm, 'onbekend')"
_AGE = """CASE WHEN s.geboortejaar IS NULL THEN 'onbekend' WHEN p.jaar - 1 - s.geboortejaar < 4 THEN '00-03'
    WHEN p.jaar - 1 - s.geboortejaar < 12 THEN '04-11' ELSE '12-17' END"""
_ACTIVE = "{van} <= p.laatste AND COALESCE({tot}, 99999) >= p.eerste"
_HELP = "t.soort = 'jeugdhulp'"
_TOWNS = "t.gemeente IN (SELECT code FROM gebied WHERE level = 'gemeente')"


def queries(region: Region) -> dict[str, str]:
    """The query of each indicator, by its id."""
    code = region.code
    flows = {
        "actief": ("jeugd_van", ""),
        "begonnen": ("kw_begin", "begin_jeugd"),
        "beeindigd": ("kw_einde", "einde_jeugd"),
    }
    begun = ("kw_begin", "begin_jeugd")
    return {
        "jeugdhulp": _persons(
            code, _HELP, _MINOR, {"hulpvorm": _FORM, "geslacht": "s.geslacht", "leeftijdsgroep": _AGE}
        ),
        "verblijf": _persons(code, f"{_HELP} AND t.verblijf", _MINOR, {"hulpvorm": "t.hulpvorm"}),
        "bescherming_reclassering": _persons(
            code, "t.soort IN ('bescherming', 'reclassering')", _MINOR, {"maatregel": "t.soort"}
        ),
        "dyslexie": _persons(code, f"{_HELP} AND t.dyslexie", _MINOR, {}),
        "wmo_clienten": _persons(code, "t.soort = 'wmo'", _ADULT, {"wmo_vorm": "COALESCE(t.wmo_vorm, 'onbekend')"}),
        "trajecten": " UNION ALL ".join(_flow(code, name, *how) for name, how in flows.items()),
        "verwijzers": _trajectories(code, _HELP, begun, {"verwijzer": "t.verwijzer"}),
        "crisis": _trajectories(code, f"{_HELP} AND t.crisis", begun, {"hulpvorm": _FORM}),
        "herhaald_beroep": _trajectories(code, f"{_HELP} AND {_REPEATED}", begun, {}),
        "grootste_aanbieders": _largest(code),
        "uitgaven": _spent(code),
        "stapeling": f"{_stacked_persons(code)} UNION ALL {_stacked_households(code)}",
    }


_REPEATED = """EXISTS (SELECT 1 FROM traject u WHERE u.persoon = t.persoon AND u.soort = 'jeugdhulp'
    AND u.traject <> t.traject AND u.einde <= t."begin" - INTERVAL 2 DAY AND u.einde >= t."begin" - INTERVAL 5 YEAR)"""
SHARED_DAYS = """SELECT t.* REPLACE ({}) FROM traject t JOIN traject u ON u.persoon = t.persoon AND {{beside}}
    AND u."begin" <= COALESCE(t.einde, DATE '9999-12-31') AND COALESCE(u.einde, DATE '9999-12-31') >= t."begin"
""".format(  # each span cut to what it shares with the other trajectory
    ", ".join(
        f"GREATEST(t.{van}, CASE WHEN t.{van} IS NOT NULL THEN u.kw_begin END) AS {van}, "
        f"LEAST(t.{tot}, u.kw_einde) AS {tot}"
        for van, tot in (("kw_begin", "kw_einde"), ("jeugd_van", "jeugd_tot"), ("volw_van", "volw_tot"))
    )
)
"""Trajectories beside another one `u` of the person, of which `beside` tells."""


def prepare(connection: duckdb.DuckDBPyConnection, region: Region, growth: Mapping[int, float]) -> None:
    """Makes the tables `periode`, `gebied` and `prijspeil` (`growth` per year) that the queries join."""
    connection.execute("CREATE TABLE prijspeil (jaar INTEGER, f DOUBLE)")
    connection.executemany("INSERT INTO prijspeil VALUES (?, ?)", list(growth.items()))
    connection.execute(
        "CREATE TABLE periode (code VARCHAR, tijd VARCHAR, eerste INTEGER, laatste INTEGER, jaar INTEGER)"
    )
    periods = [
        (period.code, period.type.value, period.first, period.last, period.year) for period in periods_of(region)
    ]
    connection.executemany("INSERT INTO periode VALUES (?, ?, ?, ?, ?)", periods)
    connection.execute("CREATE TABLE gebied (code VARCHAR, level VARCHAR, parent VARCHAR)")
    values = ", ".join(f"('{area.code}', '{area.level.value}', '{area.parent}')" for area in region.areas)
    connection.execute(f"INSERT INTO gebied VALUES {values}")


def _sets(names: Mapping[str, str], area: str = "gemeente") -> str:
    wholes = [f"({area}, periode)", "(periode)"]
    parts = [f"({area}, periode, {name}), (periode, {name})" for name in names]
    return ", ".join(wholes + parts)


def _labels(names: Mapping[str, str]) -> str:
    if not names:
        return "'' AS dimensie, 'total' AS lid"
    dimension = " ".join(f"WHEN GROUPING({name}) = 0 THEN '{name}'" for name in names)
    member = " ".join(f"WHEN GROUPING({name}) = 0 THEN {name}" for name in names)
    return f"CASE {dimension} ELSE '' END AS dimensie, CASE {member} ELSE 'total' END AS lid"


def _persons(code: str, where: str, span: tuple[str, str], dimensions: Mapping[str, str]) -> str:
    van, tot = span
    columns = "".join(f", {value} AS {name}" for name, value in dimensions.items())
    own = f"""
        SELECT 'personen' AS unit, 'total' AS stroom,
            CASE WHEN GROUPING(gemeente) = 1 THEN '{code}' ELSE gemeente END AS area,
            periode, {_labels(dimensions)}, COUNT(DISTINCT persoon) AS n
        FROM (
            SELECT t.persoon, t.gemeente, p.code AS periode{columns}
            FROM traject t LEFT JOIN persoon s ON s.persoon = t.persoon
            JOIN periode p ON {_ACTIVE.format(van=van, tot=tot)}
            WHERE {where} AND {_TOWNS}
        ) GROUP BY GROUPING SETS ({_sets(dimensions)})"""
    return f"{own} UNION ALL {per_wijk(where, van, tot)}"


def per_wijk(where: str, van: str, tot: str) -> str:
    """Distinct persons per wijk and period: in the wijk of the latest quarter in which it is known."""
    return f"""
        SELECT 'personen', 'total', COALESCE(w.wijk, 'WK' || substr(a.gemeente, 3) || 'XX'), a.periode, '', 'total',
            COUNT(*)
        FROM (
            SELECT DISTINCT t.persoon, t.gemeente, p.code AS periode
            FROM traject t JOIN periode p ON {_ACTIVE.format(van=van, tot=tot)} WHERE {where} AND {_TOWNS}
        ) a LEFT JOIN (
            SELECT k.persoon, k.gemeente, p.code AS periode, arg_max(k.wijk, k.kwartaal) AS wijk
            FROM (
                SELECT DISTINCT t.persoon, t.gemeente, h.kwartaal, h.wijk
                FROM traject t JOIN woonsituatie h ON h.persoon = t.persoon AND h.gemeente = t.gemeente
                    AND h.kwartaal >= {van} AND h.kwartaal <= COALESCE({tot}, 99999)
                JOIN gebied g ON g.code = h.wijk AND g.parent = h.gemeente
                WHERE {where}
            ) k JOIN periode p ON k.kwartaal BETWEEN p.eerste AND p.laatste GROUP BY ALL
        ) w ON w.persoon = a.persoon AND w.gemeente = a.gemeente AND w.periode = a.periode
        GROUP BY ALL"""


def _trajectories(
    code: str, where: str, event: tuple[str, str], dimensions: Mapping[str, str], flow: str = "total"
) -> str:
    quarter, flag = event
    columns = "".join(f", {value} AS {name}" for name, value in dimensions.items())
    if flag:
        counts = f"t.{quarter} BETWEEN p.eerste AND p.laatste AND t.{flag}"
    else:
        counts = _ACTIVE.format(van=_MINOR[0], tot=_MINOR[1])
    return f"""
        SELECT 'trajecten' AS unit, '{flow}' AS stroom,
            CASE WHEN GROUPING(gemeente) = 1 THEN '{code}' ELSE gemeente END AS area,
            periode, {_labels(dimensions)}, COUNT(*) AS n
        FROM (
            SELECT t.gemeente, p.code AS periode{columns} FROM traject t JOIN periode p ON {counts}
            WHERE {where} AND {_TOWNS}
        ) GROUP BY GROUPING SETS ({_sets(dimensions)})"""


def _flow(code: str, name: str, quarter: str, flag: str) -> str:
    own = _trajectories(code, _HELP, (quarter, flag), {"hulpvorm": _FORM}, name)
    counts = (
        f"t.{quarter} BETWEEN p.eerste AND p.laatste AND t.{flag}"
        if flag
        else _ACTIVE.format(van=_MINOR[0], tot=_MINOR[1])
    )
    at_home = f"h.kwartaal = t.{quarter}" if flag else "h.kwartaal BETWEEN t.jeugd_van AND COALESCE(t.jeugd_tot, 99999)"
    return f"""{own} UNION ALL
        SELECT 'trajecten', '{name}', COALESCE(wijk, 'WK' || substr(gemeente, 3) || 'XX'), periode, '', 'total',
            COUNT(*)
        FROM (
            SELECT t.traject, t.gemeente, p.code AS periode,
                arg_max(g.code, h.kwartaal) FILTER (g.code IS NOT NULL) AS wijk
            FROM traject t JOIN periode p ON {counts}
            LEFT JOIN woonsituatie h ON h.persoon = t.persoon AND h.gemeente = t.gemeente AND {at_home}
                AND h.kwartaal BETWEEN p.eerste AND p.laatste
            LEFT JOIN gebied g ON g.code = h.wijk AND g.parent = h.gemeente
            WHERE {_HELP} AND {_TOWNS} GROUP BY ALL
        ) GROUP BY ALL"""


def _largest(code: str) -> str:
    active = _ACTIVE.format(van=_MINOR[0], tot=_MINOR[1])
    return f"""
        WITH a AS (
            SELECT DISTINCT t.persoon, t.gemeente, t.aanbieder, p.code AS periode
            FROM traject t JOIN periode p ON {active}
            WHERE {_HELP} AND t.aanbieder IS NOT NULL AND {_TOWNS}
        ), b AS (SELECT persoon, gemeente AS area, aanbieder, periode FROM a
            UNION ALL SELECT DISTINCT persoon, '{code}', aanbieder, periode FROM a),
        c AS (SELECT area, periode, aanbieder, COUNT(*) AS n FROM b GROUP BY area, periode, aanbieder
            QUALIFY row_number() OVER (PARTITION BY area, periode ORDER BY n DESC, aanbieder) <= 10)
        SELECT 'personen' AS unit, 'total' AS stroom, area, periode, '' AS dimensie, 'total' AS lid,
            COUNT(DISTINCT persoon) AS n FROM b GROUP BY area, periode
        UNION ALL SELECT 'personen', 'total', area, periode, 'aanbieder', aanbieder, n FROM c
        UNION ALL SELECT 'personen', 'total', b.area, b.periode, 'aanbieder', 'top10', COUNT(DISTINCT persoon)
            FROM b JOIN c ON c.area = b.area AND c.periode = b.periode AND c.aanbieder = b.aanbieder GROUP BY ALL"""


def _spent(code: str) -> str:
    kind = """CASE WHEN t.vervoer THEN 'vervoer' WHEN t.wet = 'wmo' THEN 'wmo'
        WHEN t.soort IN ('bescherming', 'reclassering', 'preventief') THEN 'bescherming_reclassering'
        ELSE 'jeugdhulp' END"""
    dimensions = {"kostensoort": kind}
    return f"""
        SELECT 'euro' AS unit, 'total' AS stroom,
            CASE WHEN GROUPING(gemeente) = 1 THEN '{code}' ELSE gemeente END AS area,
            periode, {_labels(dimensions)}, CAST(SUM(bedrag_cent) AS BIGINT) AS n
        FROM (
            SELECT t.gemeente, t.bedrag_cent, p.code AS periode, {kind} AS kostensoort
            FROM declaratieregel t JOIN periode p ON t.kw BETWEEN p.eerste AND p.laatste WHERE {_TOWNS}
        ) GROUP BY GROUPING SETS ({_sets(dimensions)})"""


def _stacked_persons(code: str) -> str:
    van, tot = _LAW
    kinds = f"""
        SELECT DISTINCT t.persoon AS wie, t.gemeente, p.code AS periode, t.wet, t.soort, t.voorziening
        FROM traject t JOIN periode p ON {_ACTIVE.format(van=van, tot=tot)} WHERE {_TOWNS}"""
    return f"{stacked(code, 'personen', kinds)} UNION ALL {per_wijk('TRUE', van, tot)}"


def _stacked_households(code: str) -> str:
    van, tot = _LAW
    kinds = provisions_at_home("TRUE", van, tot)
    return f"{stacked(code, 'huishoudens', kinds)} UNION ALL {households_per_wijk('TRUE', van, tot)}"


def provisions_at_home(where: str, van: str, tot: str) -> str:
    """The kinds of provision of the members of each household (`wie`), by period."""
    return f"""
        SELECT DISTINCT h.huishouden AS wie, t.gemeente, p.code AS periode, t.wet, t.soort, t.voorziening
        FROM traject t JOIN woonsituatie h ON h.persoon = t.persoon AND h.gemeente = t.gemeente
            AND h.huishouden IS NOT NULL AND h.kwartaal >= {van} AND h.kwartaal <= COALESCE({tot}, 99999)
        JOIN periode p ON h.kwartaal BETWEEN p.eerste AND p.laatste WHERE {where} AND {_TOWNS}"""


def households_per_wijk(where: str, van: str, tot: str) -> str:
    """Distinct households per wijk and period; with members in two wijken in a quarter in the first by code."""
    members = f"""traject t JOIN woonsituatie h ON h.persoon = t.persoon AND h.gemeente = t.gemeente
        AND h.huishouden IS NOT NULL AND h.kwartaal >= {van} AND h.kwartaal <= COALESCE({tot}, 99999)"""
    return f"""
        SELECT 'huishoudens', 'total', COALESCE(wijk, 'WK' || substr(gemeente, 3) || 'XX'), periode, '', 'total',
            COUNT(*)
        FROM (
            SELECT k.huishouden, k.gemeente, p.code AS periode,
                arg_max(w.wijk, k.kwartaal) FILTER (w.wijk IS NOT NULL) AS wijk
            FROM (SELECT DISTINCT h.huishouden, t.gemeente, h.kwartaal FROM {members} WHERE {where} AND {_TOWNS}) k
            JOIN periode p ON k.kwartaal BETWEEN p.eerste AND p.laatste
            LEFT JOIN (
                SELECT h.huishouden, h.gemeente, h.kwartaal, MIN(h.wijk) AS wijk FROM woonsituatie h
                JOIN gebied g ON g.code = h.wijk AND g.parent = h.gemeente WHERE h.huishouden IS NOT NULL GROUP BY ALL
            ) w ON w.huishouden = k.huishouden AND w.gemeente = k.gemeente AND w.kwartaal = k.kwartaal
            GROUP BY ALL
        ) GROUP BY ALL"""


def stacked(code: str, unit: str, kinds: str) -> str:
    """How many have so many kinds of provision, and under which laws; and how many there are."""
    each = """SELECT {area} AS area, wie, periode, LEAST(COUNT(DISTINCT (wet, soort, voorziening)), 6) AS aantal,
        MAX(CASE wet WHEN 'jeugdwet' THEN 'J' ELSE '' END) || MAX(CASE wet WHEN 'participatiewet' THEN 'P' ELSE '' END)
        || MAX(CASE wet WHEN 'wmo' THEN 'W' ELSE '' END) AS wetten FROM k GROUP BY ALL"""
    labels = _labels({"aantal_voorzieningen": "", "wettengroep": ""})
    return f"""
        SELECT '{unit}' AS unit, 'total' AS stroom, area, periode, {labels}, COUNT(*) AS n
        FROM (
            WITH k AS ({kinds})
            SELECT area, periode, CASE aantal WHEN 6 THEN '6+' ELSE CAST(aantal AS VARCHAR) END AS aantal_voorzieningen,
                wetten AS wettengroep
            FROM ({each.format(area="gemeente")} UNION ALL {each.format(area=f"'{code}'")})
        ) GROUP BY GROUPING SETS
            ((area, periode), (area, periode, aantal_voorzieningen), (area, periode, wettengroep))"""
