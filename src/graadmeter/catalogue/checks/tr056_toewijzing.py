"""Message identification occurs more than once."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-TR056-301",
    table="toewijzing",
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
    key=("domein", "bericht_id"),
    fine=(
        Example(
            ({"domein": "jw", "bericht_id": "M1", "bestand": "a"},) * 2
            + ({"domein": "wmo", "bericht_id": "M1", "bestand": "b"},)
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "bericht_id": "M1", "bestand": "a"}, {"domein": "jw", "bericht_id": "M1", "bestand": "b"})
        ),
    ),
)
