"""Question was answered twice."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-ERV1",
    table="ervaring",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.STOPS_ROW,
    fields=("respondent", "vraag"),
    title=Text("Vraag is twee keer beantwoord", "Question was answered twice"),
    message=Text(
        ("Respondent {respondent} heeft vraag {vraag} meer dan eens beantwoord; alleen het eerste antwoord telt."),
        ("Respondent {respondent} answered question {vraag} more than once; only the first answer counts."),
    ),
    remedy=Text("Lever per respondent één antwoord op elke vraag.", "Deliver one answer per respondent and question."),
    source="eigen regel: cliëntervaring",
    wrong="r.volg > 1",
    key=("kwartaal", "vragenlijst", "respondent", "vraag"),
    fine=(
        Example(
            (
                {"kwartaal": "2025KW04", "vragenlijst": "wmo", "respondent": "1", "vraag": "W01"},
                {"kwartaal": "2025KW04", "vragenlijst": "wmo", "respondent": "2", "vraag": "W01"},
            )
        ),
    ),
    faulty=(
        Example(
            (
                {"kwartaal": "2025KW04", "vragenlijst": "wmo", "respondent": "1", "vraag": "W01"},
                {"kwartaal": "2025KW04", "vragenlijst": "wmo", "respondent": "1", "vraag": "W01"},
            )
        ),
    ),
)
