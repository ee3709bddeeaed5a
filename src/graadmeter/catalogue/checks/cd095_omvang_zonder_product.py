"""A size is asked for without a product."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CD095",
    table="verzoek",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("volume", "productcode"),
    title=Text("Omvang gevraagd zonder productcode", "Size asked for without a product code"),
    message=Text(
        "Er staat een volume ({volume}), maar geen productcode.",
        "There is a volume ({volume}) but no product code.",
    ),
    remedy=Text("Vraag de aanbieder het bericht te verbeteren.", "Ask the provider to correct the message."),
    source="iStandaarden CD095, CD096",
    wrong="r.productcode IS NULL AND r.volume IS NOT NULL",
    also={"wijzigingsverzoek": "r.nummer IS NULL AND r.productcode IS NULL AND r.volume IS NOT NULL"},
    fine=(
        Example(({"volume": "4", "productcode": "45A48"}, {"categorie": "45"})),
        Example(({"volume": "4", "toewijzingnummer": "1"}, {"categorie": "45"}), table="wijzigingsverzoek"),
    ),
    faulty=(
        Example(({"volume": "4", "categorie": "45"},)),
        Example(({"volume": "4", "categorie": "45"},), table="wijzigingsverzoek"),
    ),
)
