"""Client has no permanent address."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR061",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("adres_soort",),
    title=Text("Cliënt heeft geen vast adres", "Client has no permanent address"),
    message=Text(
        (
            "Het adres is van soort {adres_soort}; er hoort een BRP-adres (01), correspondentieadres "
            "(02) of verblijfadres (03) te zijn."
        ),
        (
            "The address is of kind {adres_soort}; there should be a BRP address (01), postal address"
            " (02) or place of residence (03)."
        ),
    ),
    remedy=Text("Neem het BRP-adres op (soort 01).", "Include the BRP address (kind 01)."),
    source="iStandaarden TR061",
    wrong="r.adres_soort NOT IN ('01', '02', '03')",
    fine=(Example(({"adres_soort": "01"}, {"adres_soort": ""})),),
    faulty=(Example(({"adres_soort": "04"},)),),
)
