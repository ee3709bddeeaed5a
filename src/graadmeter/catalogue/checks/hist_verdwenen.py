"""Running provisions have disappeared."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-H07",
    table="voorziening",
    tier=Tier.HISTORY,
    severity=Severity.QUESTION,
    fields=("toewijzingnummer",),
    title=Text("Lopende voorzieningen zijn verdwenen", "Running provisions have disappeared"),
    message=Text(
        (
            "Van de voorzieningen die in het vorige kwartaal liepen, ontbreken er nu zonder einddatum: {detail} "
            "(ontbreekt / liep)."
        ),
        (
            "Of the provisions that ran in the previous quarter some are missing now without an end date: "
            "{detail} (missing / ran)."
        ),
    ),
    remedy=Text(
        "Lever elke voorziening tot en met het kwartaal waarin zij eindigt.",
        "Deliver each provision up to and including the quarter in which it ends.",
    ),
    source="eigen regel: begin + instroom - uitstroom = eind",
    wrong="volume.maat = 'verdwenen' AND volume.vorig >= 20 AND volume.nu * 10 > volume.vorig",
    uses=("eerder_voorziening",),
    fine=(
        Example(
            tuple({"wet": "jeugdwet", "toewijzingnummer": str(number)} for number in range(1, 21)),
            other={
                "eerder_voorziening": tuple(
                    {"kw": "8102", "domein": "jw", "nummer": str(number)} for number in range(1, 21)
                )
            },
        ),
    ),
    faulty=(
        Example(
            tuple({"wet": "jeugdwet", "toewijzingnummer": str(number)} for number in range(1, 11)),
            other={
                "eerder_voorziening": tuple(
                    {"kw": "8102", "domein": "jw", "nummer": str(number)} for number in range(1, 21)
                )
            },
        ),
    ),
)
