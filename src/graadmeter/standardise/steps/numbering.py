"""Dense numbers for persons and households, in the order of their pseudonyms: the same pseudonyms, the same numbers."""

from graadmeter.standardise.steps.step import Step

PERSOONSNUMMER = Step(
    "m_persoonsnummer",
    """
    SELECT pseudoniem, row_number() OVER (ORDER BY pseudoniem) AS persoon
    FROM (
        SELECT persoon AS pseudoniem FROM m_samen
        UNION SELECT persoon FROM event_woonsituatie
        UNION SELECT persoon FROM m_prestatie
    )
    """,
)

HUISHOUDNUMMER = Step(
    "m_huishoudnummer",
    """
    SELECT pseudoniem, row_number() OVER (ORDER BY pseudoniem) AS huishouden
    FROM (SELECT DISTINCT huishouden AS pseudoniem FROM event_woonsituatie WHERE huishouden IS NOT NULL)
    """,
)
