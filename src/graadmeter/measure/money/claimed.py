"""What was claimed in a year per group of Iv3 task fields, how much of it was delivered, and what is still to come."""

from graadmeter.catalogue.claim_groups import claim_group
from graadmeter.domain.estimates import Basis
from graadmeter.domain.growth_tables import Family
from graadmeter.domain.periods import parse_period
from graadmeter.domain.region import Region
from graadmeter.engine.port import Engine
from graadmeter.measure.completeness.estimate import estimates
from graadmeter.measure.money.scope import Scope, ask, in_year

_CENTS = 100
UNKNOWN_GROUP = "onbekend"


def claimed_by_group(engine: Engine, year: int, scope: Scope) -> dict[str, int]:
    """Net eurocents by group; `onbekend` for kinds of care that have no group."""
    rows = ask(
        engine,
        f"""
        SELECT soort, CASE WHEN soort = 'vervoer' THEN wet ELSE COALESCE(wmo_vorm, '') END AS vorm,
            CAST(SUM(bedrag_cent) AS BIGINT) AS cent
        FROM declaratieregel
        WHERE {in_year("kw", year)} AND {scope.where("gemeente", "wet")}
        GROUP BY soort, CASE WHEN soort = 'vervoer' THEN wet ELSE COALESCE(wmo_vorm, '') END
        """,
    )
    found: dict[str, int] = {}
    for row in sorted(rows, key=lambda row: (row["soort"], row["vorm"])):
        group = claim_group(row["soort"], row["vorm"]) or UNKNOWN_GROUP
        found[group] = found.get(group, 0) + row["cent"]
    return found


def quarters_delivered(engine: Engine, year: int, gemeente: str) -> int:
    """Quarters of the year for which the municipality delivered claims."""
    (row,) = ask(
        engine,
        f"""
        SELECT CAST(COUNT(DISTINCT kwartaal) AS BIGINT) AS kwartalen
        FROM levering
        WHERE tabel = 'prestatie' AND gebruikt > 0 AND gemeente = '{gemeente}' AND {in_year("kwartaal", year)}
        """,
    )
    return int(row["kwartalen"])


def still_to_come(engine: Engine, year: int, gemeente: str, region: Region) -> int:
    """Eurocents still to be claimed for care in the year, by the estimate of its quarters; 0 where there is none."""
    rows = estimates(engine, region).to_pylist()
    return sum(
        round(_CENTS * (row["estimate"] - row["value"]))
        for row in rows
        if row["family"] == Family.CLAIMED
        and row["area"] == gemeente
        and row["basis"] == Basis.ESTIMATED
        and parse_period(row["period"]).year == year
    )
