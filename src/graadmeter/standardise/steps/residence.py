"""Where clients lived per quarter, and the inhabitants. Both come from the extract or file of one session."""

from graadmeter.standardise.steps.step import Step

WOONSITUATIE = Step(
    "woonsituatie",
    """
    SELECT n.persoon, w.gemeente, w.kwartaal, w.wijk, h.huishouden
    FROM event_woonsituatie w
    JOIN m_persoonsnummer n ON n.pseudoniem = w.persoon
    LEFT JOIN m_huishoudnummer h ON h.pseudoniem = w.huishouden
    ORDER BY n.persoon, w.kwartaal, w.gemeente
    """,
)

BEVOLKING = Step(
    "bevolking",
    """
    SELECT gemeente, wijk, jaar, leeftijd, geslacht, aantal
    FROM event_bevolking
    QUALIFY sessie = max(sessie) OVER (PARTITION BY gemeente, jaar)
    ORDER BY gemeente, wijk, jaar, leeftijd, geslacht
    """,
)
"""A population delivered again counts once, as last delivered."""

WOONVORM = Step(
    "woonvorm",
    """
    SELECT w.gemeente, w.jaar * 4 AS kwartaal, w.wijk, w.leeftijd, w.geslacht, w.aantal, w.in_instelling
    FROM event_woonvorm w
    SEMI JOIN (SELECT gemeente, jaar, max(sessie) AS sessie FROM event_bevolking GROUP BY 1, 2) b
        ON b.gemeente = w.gemeente AND b.jaar = w.jaar AND b.sessie = w.sessie
    ORDER BY w.gemeente, w.wijk, w.jaar, w.leeftijd, w.geslacht
    """,
)
"""Who lives in an institution, by the delivery whose inhabitants count; when that one does not tell it, nobody does."""

LEVERING = Step(
    "levering",
    "SELECT sessie, gemeente, kwartaal, tabel, gebruikt, afgekeurd FROM event_levering ORDER BY sessie, tabel",
)
