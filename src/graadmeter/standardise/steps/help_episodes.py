"""Episodes of youth help: trajectories of a person in a municipality with at most so many days between them.

A new episode begins when first day - latest last day so far - 1 is above the tolerance (`statistics.episodes` has the
same rule, for arrays). Both published tolerances are here, since the choice moves the number.
"""

from graadmeter.domain.episode_tables import HULPEPISODE, TOLERANCES
from graadmeter.standardise.steps.step import Step

_SAME = "PARTITION BY persoon, gemeente, tolerantie ORDER BY begin, tot, traject"
_FOREVER = "DATE '9999-12-31'"

EPISODE = Step(
    HULPEPISODE.name,
    f"""
    WITH spel AS (
        SELECT traject, persoon, gemeente, begin, coalesce(einde, {_FOREVER}) AS tot, tolerantie
        FROM traject, (SELECT unnest([{", ".join(map(str, TOLERANCES))}]) AS tolerantie)
        WHERE soort = 'jeugdhulp' AND begin_jeugd
    ),
    gemerkt AS (
        SELECT *, coalesce(begin - max(tot) OVER ({_SAME} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) - 1
            > tolerantie, TRUE) AS nieuw
        FROM spel
    ),
    genummerd AS (
        SELECT *, count(*) FILTER (nieuw) OVER ({_SAME} ROWS UNBOUNDED PRECEDING) AS nummer FROM gemerkt
    )
    SELECT persoon, gemeente, CAST(tolerantie AS INTEGER) AS tolerantie, min(begin) AS begin,
        nullif(max(tot), {_FOREVER}) AS einde, CAST(count(*) AS INTEGER) AS trajecten
    FROM genummerd
    GROUP BY persoon, gemeente, tolerantie, nummer
    ORDER BY persoon, gemeente, tolerantie, begin
    """,
)

STEPS = (EPISODE,)
