"""Product category does not exist."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-CAT1",
    table="toewijzing",
    tier=Tier.RECORD,
    severity=Severity.QUESTION,
    fields=("categorie", "domein"),
    title=Text("Productcategorie bestaat niet", "Product category does not exist"),
    message=Text(
        "Productcategorie {categorie} bestaat niet in dit domein.",
        "Product category {categorie} does not exist in this domain.",
    ),
    remedy=Text(
        "Gebruik een categorie van lijst JZ020 (Jeugdwet) of WMO020 (Wmo).",
        "Use a category of list JZ020 (Youth Act) or WMO020 (Social Support Act).",
    ),
    source="iStandaarden, codelijsten JZ020 en WMO020",
    wrong=(
        "(r.domein = 'jw' AND r.categorie NOT IN (:categorieen_jw)) OR (r.domein = 'wmo' AND r.categorie NOT "
        "IN (:categorieen_wmo))"
    ),
    also={"start": "", "stop": "", "verzoek": "", "prestatie": ""},
    fine=(
        Example(({"domein": "jw", "categorie": "45"}, {"domein": "wmo", "categorie": "02"}, {"domein": "jw"})),
        Example(({"domein": "jw", "categorie": "54"},), table="start"),
        Example(({"domein": "jw", "categorie": "54"},), table="stop"),
        Example(({"domein": "jw", "categorie": "54"},), table="verzoek"),
        Example(({"domein": "jw", "categorie": "54"},), table="prestatie"),
    ),
    faulty=(
        Example(({"domein": "jw", "categorie": "02"}, {"domein": "wmo", "categorie": "45"})),
        Example(({"domein": "jw", "categorie": "99"},), table="start"),
        Example(({"domein": "jw", "categorie": "99"},), table="stop"),
        Example(({"domein": "jw", "categorie": "99"},), table="verzoek"),
        Example(({"domein": "jw", "categorie": "99"},), table="prestatie"),
    ),
)
