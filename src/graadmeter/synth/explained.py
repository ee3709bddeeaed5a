"""What some municipalities of the synthetic region say of their figures: invented, signed as such, without a number.

They hold whatever the figures turn out to be, so that no region that is made with another seed tells an untruth.
"""

import json
from datetime import date, timedelta
from pathlib import Path

from graadmeter.domain.text import Text

FOLDER = "toelichting"
_AFTER = 14
"""So many days after the last quarter they are written."""
_SIGNED = "Gemeente {name}, {team} (verzonnen voorbeeld)"

_SAID = {
    "GM0141": (
        "jeugdhulp",
        "team jeugd",
        Text(
            "Wij tellen ook de lichte hulp van onze wijkteams mee. Zo komen gezinnen vroeg in beeld. Of die hulp "
            "ook op tijd weer stopt, bekijken wij dit jaar samen met de huisartsen.",
            "We also count the light help of our neighbourhood teams. That way families are noticed early. Whether "
            "that help stops in time as well is what we look at this year, together with the general practitioners.",
        ),
    ),
    "GM0153": (
        "",
        "onderzoek en statistiek",
        Text(
            "In onze stad wonen veel studenten. Zij tellen mee als inwoners, maar vragen weinig ondersteuning. "
            "Vergelijk ons daarom liever met andere steden dan met de hele regio.",
            "Many students live in our city. They count as inhabitants but ask for little support. So rather compare "
            "us with other cities than with the whole region.",
        ),
    ),
    "GM1774": (
        "wmo_clienten",
        "team Wmo",
        Text(
            "Bij ons helpen familie en buren elkaar veel. Wij weten niet of dat het hele verschil verklaart. "
            "Daarom vragen wij dit jaar aan inwoners zelf of zij de weg naar hulp weten te vinden.",
            "Families and neighbours help each other a lot here. We do not know whether that explains the whole "
            "difference. So this year we ask residents themselves whether they know where to find help.",
        ),
    ),
}
"""Municipality -> the indicator it is about ('' for all), who says so, and what."""


def write_explained(workspace: Path, names: dict[str, str], last_day: date) -> None:
    """Writes `toelichting/<code>.yaml` for those of the municipalities (code -> name) that say something."""
    day = last_day + timedelta(days=_AFTER)
    for code, (indicator, team, text) in _SAID.items():
        if code not in names:
            continue
        about = [f"  cijfer: {indicator}"] if indicator else []
        lines = [
            f"- datum: {day.isoformat()}",
            f"  door: {json.dumps(_SIGNED.format(name=names[code], team=team), ensure_ascii=False)}",
            *about,
            f"  tekst: {json.dumps(text.nl, ensure_ascii=False)}",
            f"  tekst_en: {json.dumps(text.en, ensure_ascii=False)}",
        ]
        (workspace / FOLDER).mkdir(exist_ok=True)
        (workspace / FOLDER / f"{code}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
