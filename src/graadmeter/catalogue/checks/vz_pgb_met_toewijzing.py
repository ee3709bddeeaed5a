"""Personal budget with an assignment in kind."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-OP043",
    table="voorziening",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "leveringsvorm"),
    title=Text("PGB met een toewijzing in natura", "Personal budget with an assignment in kind"),
    message=Text(
        (
            "Deze voorziening is een PGB, maar noemt toewijzing {toewijzingnummer}. Een toewijzing is er alleen "
            "voor zorg in natura."
        ),
        (
            "This provision is a personal budget, but names assignment {toewijzingnummer}. An assignment is for "
            "care in kind only."
        ),
    ),
    remedy=Text(
        "Laat het toewijzingnummer leeg, of zet de leveringsvorm op ZIN.",
        "Leave the assignment number empty, or set the form of delivery to ZIN.",
    ),
    source="iStandaarden OP043",
    wrong="r.leveringsvorm = 'PGB' AND r.toewijzingnummer IS NOT NULL",
    fine=(Example(({"leveringsvorm": "PGB"}, {"leveringsvorm": "ZIN", "toewijzingnummer": "5"})),),
    faulty=(Example(({"leveringsvorm": "PGB", "toewijzingnummer": "5"},)),),
)
