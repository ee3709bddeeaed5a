"""Budget was exceeded."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR369",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "bedrag"),
    title=Text("Budget is overschreden", "Budget was exceeded"),
    message=Text(
        ("Op toewijzing {toewijzingnummer} is in totaal {detail} cent gedeclareerd; dat is meer dan het budget."),
        ("On assignment {toewijzingnummer} a total of {detail} cents was claimed, which is more than the budget."),
    ),
    remedy=Text(
        "Vraag de aanbieder de declaratie te verbeteren, of lever de toewijzing na.",
        "Ask the provider to correct the claim, or deliver the assignment.",
    ),
    source="iStandaarden TR369",
    wrong="toewijzing.budget IS NOT NULL AND kosten.bedrag > toewijzing.budget AND r.volg = 1",
    key=("domein", "nummer"),
    detail="kosten.bedrag",
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "debet_credit": "D", "bedrag": "50000"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "budget": "50000"},)},
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "debet_credit": "D", "bedrag": "50001"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "budget": "50000"},)},
        ),
    ),
)
