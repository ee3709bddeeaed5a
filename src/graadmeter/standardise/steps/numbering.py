"""Dense numbers for persons and households, in the order of their pseudonyms: the same pseudonyms, the same numbers."""

from graadmeter.standardise.steps.step import Step

PERSOONSFEIT = Step(
    "m_persoonsfeit",
    """
    SELECT persoon AS pseudoniem, geslacht, geboortejaar, kw_laatste_jeugd, kw_18, max(kwartaal) AS kwartaal
    FROM event_persoon
    GROUP BY ALL
    """,
)

PERSOONSNUMMER = Step(
    "m_persoonsnummer",
    """
    SELECT pseudoniem, row_number() OVER (ORDER BY pseudoniem) AS persoon
    FROM (SELECT pseudoniem FROM m_persoonsfeit UNION SELECT persoon FROM m_prestatie
        UNION SELECT persoon FROM m_feitpersoon)
    """,
)
"""Assignments and extracts tell of everybody but those known from claims or fact tables alone."""

HUISHOUDNUMMER = Step(
    "m_huishoudnummer",
    """
    SELECT pseudoniem, row_number() OVER (ORDER BY pseudoniem) AS huishouden
    FROM (SELECT DISTINCT huishouden AS pseudoniem FROM event_woonsituatie WHERE huishouden IS NOT NULL)
    """,
)

PERSOON = Step(
    "persoon",
    """
    SELECT n.persoon, coalesce(f.geslacht, 'o') AS geslacht, f.geboortejaar, f.kw_laatste_jeugd, f.kw_18
    FROM m_persoonsnummer n
    LEFT JOIN m_persoonsfeit f USING (pseudoniem)
    QUALIFY row_number() OVER (
        PARTITION BY n.persoon ORDER BY f.kwartaal DESC, f.kw_18 DESC NULLS LAST, f.geboortejaar DESC, f.geslacht
    ) = 1
    ORDER BY n.persoon
    """,
)
"""What the latest delivery says goes before earlier ones; who is known from claims alone has no sex or birth year."""
