"""A record tells its postcode but not its municipality, and no list of postcodes does."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

_OTHERS = ("bij_jeugdbescherming", "bij_jeugdreclassering")

CHECK = Check(
    code="GM-BIJ32",
    table="bij_jeugdhulp",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("gemeente", "woonplaats"),
    title=Text("Gemeente is niet bekend", "Municipality is not known"),
    message=Text(
        "Er staat een postcode, maar geen gemeentecode, en de postcode staat niet in een lijst van de regio. Het "
        "record telt bij geen gemeente mee.",
        "There is a postcode but no municipality code, and no list of the region holds the postcode. The record counts "
        "for no municipality.",
    ),
    remedy=Text(
        "Vul de gemeentecode in, of vraag de regio een lijst van postcodes toe te voegen (graadmeter reference add).",
        "Fill in the municipality code, or ask the region to add a list of postcodes (graadmeter reference add).",
    ),
    source="CBS protocol Beleidsinformatie Jeugd v7, 2.5 (woonplaatsbeginsel)",
    wrong="r.gemeente IS NULL AND SUBSTR(r.woonplaats, 5, 1) <> ''",
    also=dict.fromkeys(_OTHERS, ""),
    fine=(
        Example(({"woonplaats": "7607AB", "gemeente": "0141"}, {"woonplaats": "0141"})),
        *(Example(({"woonplaats": "7607AB", "gemeente": "0141"},), table=table) for table in _OTHERS),
    ),
    faulty=(
        Example(({"woonplaats": "7607AB"},)),
        *(Example(({"woonplaats": "7607 AB"},), table=table) for table in _OTHERS),
    ),
)
