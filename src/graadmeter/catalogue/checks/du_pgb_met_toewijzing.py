"""A line from a personal budget is on an assignment or names a provider."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-DU02",
    table="declaratie_uittreksel",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("leveringsvorm", "toewijzingnummer", "aanbieder"),
    title=Text("PGB-regel met toewijzing of aanbieder", "Budget line with an assignment or a provider"),
    message=Text(
        "Bij een PGB koopt de cliënt zelf in. Deze regel noemt toewijzing {toewijzingnummer} en aanbieder {aanbieder}.",
        "With a personal budget clients buy care themselves. This line names assignment {toewijzingnummer} and "
        "provider {aanbieder}.",
    ),
    remedy=Text("Maak er ZIN van, of laat beide leeg.", "Make it ZIN, or leave both empty."),
    source="eigen regel: een PGB staat niet in het berichtenverkeer",
    wrong="r.leveringsvorm = 'PGB' AND (r.toewijzingnummer IS NOT NULL OR r.aanbieder IS NOT NULL)",
    fine=(Example(({"leveringsvorm": "PGB"}, {"leveringsvorm": "ZIN", "toewijzingnummer": "1"})),),
    faulty=(Example(({"leveringsvorm": "PGB", "toewijzingnummer": "1"},)),),
)
