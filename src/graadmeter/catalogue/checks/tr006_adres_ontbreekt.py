"""Addresses of clients are missing."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR006",
    table="toewijzing",
    tier=Tier.ACROSS_RECORDS,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer", "postcode"),
    title=Text("Adressen van cliënten ontbreken", "Addresses of clients are missing"),
    message=Text(
        "Bij {detail} procent van de toewijzingen ontbreekt de postcode van de cliënt.",
        "For {detail} percent of the assignments the postcode of the client is missing.",
    ),
    remedy=Text(
        "Neem in het toewijzingsbericht het BRP-adres met postcode op.",
        "Include the BRP address with postcode in the assignment message.",
    ),
    source="iStandaarden TR006; eigen regel: cliënt zonder adres",
    wrong="r.postcode IS NULL AND r.nummer IS NOT NULL",
    share=0.05,
    least=5,
    fine=(Example(({"toewijzingnummer": "1", "postcode": "7607AB"},) * 20),),
    faulty=(
        Example(
            ({"toewijzingnummer": "1", "postcode": ""},) * 5 + ({"toewijzingnummer": "1", "postcode": "7607AB"},) * 15
        ),
    ),
)
