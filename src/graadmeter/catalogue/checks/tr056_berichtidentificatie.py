"""Message identification occurs more than once."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR056",
    table="start",
    tier=Tier.FILE,
    severity=Severity.QUESTION,
    fields=("bericht_id",),
    title=Text("Berichtidentificatie komt vaker voor", "Message identification occurs more than once"),
    message=Text(
        "Identificatie {bericht_id} staat ook in een ander bericht van dezelfde afzender en soort.",
        "Identification {bericht_id} also stands in another message of the same sender and kind.",
    ),
    remedy=Text(
        "Controleer of het bericht dubbel in de levering zit; zo niet, geef het een eigen identificatie.",
        "Check whether the message is in the delivery twice; if not, give it an identification of its own.",
    ),
    source="iStandaarden TR056",
    wrong="r.bestand <> eerste.bestand",
    also={"stop": "", "verzoek": "", "declaratie": ""},
    key=("domein", "aanbieder", "bericht_id"),
    fine=(
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "bericht_id": "M1", "bestand": "a"},
                {"domein": "jw", "aanbieder": "41410002", "bericht_id": "M1", "bestand": "b"},
            ),
            table="start",
        ),
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "bericht_id": "M1", "bestand": "a"},
                {"domein": "jw", "aanbieder": "41410002", "bericht_id": "M1", "bestand": "b"},
            ),
            table="stop",
        ),
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "bericht_id": "M1", "bestand": "a"},
                {"domein": "jw", "aanbieder": "41410002", "bericht_id": "M1", "bestand": "b"},
            ),
            table="verzoek",
        ),
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "bericht_id": "M1", "bestand": "a"},
                {"domein": "jw", "aanbieder": "41410002", "bericht_id": "M1", "bestand": "b"},
            ),
            table="declaratie",
        ),
    ),
    faulty=(
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "bericht_id": "M1", "bestand": "a"},
                {"domein": "jw", "aanbieder": "41410001", "bericht_id": "M1", "bestand": "b"},
            ),
            table="start",
        ),
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "bericht_id": "M1", "bestand": "a"},
                {"domein": "jw", "aanbieder": "41410001", "bericht_id": "M1", "bestand": "b"},
            ),
            table="stop",
        ),
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "bericht_id": "M1", "bestand": "a"},
                {"domein": "jw", "aanbieder": "41410001", "bericht_id": "M1", "bestand": "b"},
            ),
            table="verzoek",
        ),
        Example(
            (
                {"domein": "jw", "aanbieder": "41410001", "bericht_id": "M1", "bestand": "a"},
                {"domein": "jw", "aanbieder": "41410001", "bericht_id": "M1", "bestand": "b"},
            ),
            table="declaratie",
        ),
    ),
)
