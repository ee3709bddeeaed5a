"""One row per person: what the latest delivery says goes before earlier ones."""

from graadmeter.standardise.steps.step import Step

PERSOON = Step(
    "persoon",
    """
    SELECT n.persoon, coalesce(p.geslacht, 'o') AS geslacht, p.geboortejaar, p.kw_laatste_jeugd, p.kw_18
    FROM m_persoonsnummer n
    LEFT JOIN (
        FROM event_persoon
        QUALIFY row_number() OVER (
            PARTITION BY persoon ORDER BY kwartaal DESC, sessie DESC, kw_18 DESC NULLS LAST, geslacht
        ) = 1
    ) p ON p.persoon = n.pseudoniem
    ORDER BY n.persoon
    """,
)
"""A person known from claims alone has no sex or year of birth."""
