"""The trajectories that ended in a year, each with what was claimed for it: what output-based payment is replayed on.

A trajectory's profile is its kind of care and form; the region has no other case-mix group in its data. What was
claimed is everything its provider claimed for this client, kind and form in the quarters of the trajectory; where two
trajectories share a quarter, the earlier has it. Trajectories that began before the first quarter with claims of their
municipality are left out, since part of what they cost is not known, as are those for which nothing was claimed.
"""

from graadmeter.engine.port import Engine
from graadmeter.measure.money.scope import Scope, ask, in_year
from graadmeter.statistics.output_payment import Trajectory

_CENTS = 100
_SAME = ("persoon", "gemeente", "aanbieder", "soort", "vorm")


def replayed(engine: Engine, year: int, scope: Scope) -> list[Trajectory]:
    """The ended trajectories with their cost in euros, by provider, profile and cost.

    `engine` must know the tables `traject` and `declaratieregel`.
    """
    where = scope.where("gemeente", "wet")
    rows = ask(
        engine,
        f"""
        WITH declaratie AS (
            SELECT persoon, gemeente, aanbieder, soort, COALESCE(hulpvorm, wmo_vorm, '') AS vorm, kw,
                SUM(bedrag_cent) AS cent
            FROM declaratieregel
            WHERE NOT vervoer AND {where}
            GROUP BY persoon, gemeente, aanbieder, soort, COALESCE(hulpvorm, wmo_vorm, ''), kw
        ),
        vanaf AS (SELECT gemeente, MIN(kw) AS eerste FROM declaratieregel GROUP BY gemeente),
        zorg AS (
            SELECT traject, persoon, gemeente, aanbieder, soort, COALESCE(hulpvorm, maatregel, wmo_vorm, '') AS vorm,
                kw_begin, COALESCE(kw_einde, {10**6}) AS kw_tot
            FROM traject
            WHERE {where}
        ),
        geplaatst AS (
            SELECT MIN(z.traject) AS traject, d.cent
            FROM declaratie AS d
            JOIN zorg AS z ON {" AND ".join(f"d.{name} = z.{name}" for name in _SAME)}
                AND d.kw BETWEEN z.kw_begin AND z.kw_tot
            GROUP BY {", ".join(f"d.{name}" for name in _SAME)}, d.kw, d.cent
        )
        SELECT z.aanbieder, z.soort, z.vorm, CAST(SUM(g.cent) AS BIGINT) AS cent
        FROM zorg AS z
        JOIN geplaatst AS g ON g.traject = z.traject
        JOIN vanaf AS v ON v.gemeente = z.gemeente AND z.kw_begin >= v.eerste
        WHERE {in_year("z.kw_tot", year)}
        GROUP BY z.traject, z.aanbieder, z.soort, z.vorm
        HAVING SUM(g.cent) <> 0
        """,
    )
    found = [
        Trajectory(row["aanbieder"], " ".join(filter(None, (row["soort"], row["vorm"]))), row["cent"] / _CENTS)
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.provider, one.profile, one.cost))
