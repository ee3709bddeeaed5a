"""A claim line that is not from a personal budget lacks what every claim has."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_LINE = {
    "regelnummer": "R1",
    "toewijzingnummer": "1",
    "aanbieder": "41410001",
    "categorie": "45",
    "productcode": "45A48",
    "volume": "4",
    "eenheid": "04",
}

CHECK = Check(
    code="GM-DU01",
    table="declaratie_uittreksel",
    tier=Tier.RECORD,
    severity=Severity.STOPS_ROW,
    fields=("regelnummer",),
    title=Text("Declaratieregel is niet compleet", "Claim line is not complete"),
    message=Text(
        "Bij deze regel ontbreekt iets of is iets onleesbaar: toewijzingnummer, aanbieder, categorie, productcode, "
        "volume of eenheid. Alleen een regel uit een PGB kan daar zonder.",
        "This line lacks or garbles something: assignment number, provider, category, product code, volume or unit. "
        "Only a line from a personal budget can do without.",
    ),
    remedy=Text(
        "Vul de velden. Is het een betaling uit een PGB, vul dan bij leveringsvorm PGB in.",
        "Fill in the fields. If it was paid from a personal budget, fill in PGB as leveringsvorm.",
    ),
    source="eigen regel: een declaratie hoort bij een toewijzing (iStandaarden TR338)",
    wrong="""
    COALESCE(r.leveringsvorm, 'ZIN') <> 'PGB'
    AND (r.toewijzingnummer IS NULL OR r.aanbieder IS NULL OR r.categorie IS NULL OR r.productcode IS NULL
      OR r.volume IS NULL OR r.eenheid IS NULL)
    """,
    fine=(Example((_LINE, {"regelnummer": "R2", "leveringsvorm": "PGB"})),),
    faulty=(
        Example(({**_LINE, "toewijzingnummer": None},)),
        Example(({**_LINE, "aanbieder": None, "leveringsvorm": "ZIN"},)),
    ),
)
