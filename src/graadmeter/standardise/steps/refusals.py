"""What receivers refused: whole messages (302-316, 325) and claim lines (325). None of it counts, whenever told.

A refused withdrawal or credit line undoes nothing, and a refused new version leaves the one before in force.
"""

from graadmeter.standardise.steps.step import Step

BERICHT = Step(
    "m_afgekeurd",
    "SELECT DISTINCT bericht FROM event_afkeuring",
)

REGEL = Step(
    "m_afgekeurde_regel",
    """
    SELECT bericht, referentienummer FROM event_prestatie SEMI JOIN m_afgekeurd USING (bericht)
    UNION
    SELECT bericht, referentienummer FROM event_afgewezen
    """,
)


def standing(table: str) -> str:
    """The events of a table whose message was not refused, as a FROM clause."""
    return f"(FROM {table} ANTI JOIN m_afgekeurd USING (bericht))"


LINES = "(FROM event_prestatie ANTI JOIN m_afgekeurde_regel USING (bericht, referentienummer))"
"""The claim lines that were not refused, as a FROM clause."""
