"""A refused line stands in no claim."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_CLAIM = {"domein": "jw", "aanbieder": "41410001", "bericht_id": "D1", "declaratienummer": "7"}
_LINE = {**_CLAIM, "referentienummer": "R1", "bedrag": "5000", "debet_credit": "D"}
_REFUSED = {"domein": "jw", "aanbieder": "41410001", "declaratie_id": "D1", "toewijzingnummer": "1"}

CHECK = Check(
    code="GM-TR366",
    table="afgewezen_prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("referentienummer", "toewijzingnummer"),
    title=Text("Afgewezen regel staat niet in de declaratie", "Refused line does not stand in the claim"),
    message=Text(
        "De afgewezen regel op toewijzing {toewijzingnummer} komt niet voor in de declaratie waar het antwoord over "
        "gaat.",
        "The refused line on assignment {toewijzingnummer} does not occur in the claim that the answer is about.",
    ),
    remedy=Text(
        "Controleer de productreferentie en de declaratie in het antwoordbericht.",
        "Check the product reference and the claim in the answer message.",
    ),
    source="iStandaarden TR366",
    wrong="bericht323.volledig = 1 AND r.referentienummer IS NOT NULL AND regel323.referentienummer IS NULL",
    fine=(
        Example(
            ({**_REFUSED, "referentienummer": "R1"},),
            other={
                "declaratie": ({**_CLAIM, "totaalbedrag": "5000", "debet_credit": "D"},),
                "prestatie": (_LINE,),
            },
        ),
        Example(
            ({**_REFUSED, "referentienummer": "R2"},),
            other={
                "declaratie": ({**_CLAIM, "totaalbedrag": "9000", "debet_credit": "D"},),
                "prestatie": (_LINE,),
            },
        ),
    ),
    faulty=(
        Example(
            ({**_REFUSED, "referentienummer": "R2"},),
            other={
                "declaratie": ({**_CLAIM, "totaalbedrag": "5000", "debet_credit": "D"},),
                "prestatie": (_LINE,),
            },
        ),
    ),
)
