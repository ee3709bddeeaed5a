"""The agreement a new workspace begins with: every table of the catalogue, with a ground and terms to look at."""

import json
from collections.abc import Iterable
from datetime import date

from graadmeter.catalogue.layouts import layouts

MONTHS = 120
"""Ten years: repeated use looks back five years, and that over the years a monitor compares."""
_YEARS = 10
_PROTOCOLS = ("bij_", "vt_", "art8f")
"""Tables that others than municipalities hand in: Beleidsinformatie Jeugd, Veilig Thuis, Regeling Jeugdwet 8f."""


def standard_agreement(municipalities: Iterable[str], others: Iterable[str], first: date, last: date) -> bytes:
    """`afspraken.yaml` for the municipalities (every table) and `others` (providers and Veilig Thuis: the protocols).

    Valid from `first` until ten years after the year of `last`.
    """
    days = first, date(last.year + _YEARS, 12, 31)
    towns, rest = list(municipalities), list(others)
    protocols = [name for name in sorted(layouts()) if name.startswith(_PROTOCOLS)]
    lines = [
        "# Afspraken: wie wat mag aanleveren, waarvoor, op welke grond, wie wat mag zien en hoe lang het blijft.",
        "# Zonder afspraak die geldt op de dag van ontvangst wordt een levering geweigerd. Zie docs/custody.md.",
        "# Pas doel en grondslag aan na overleg met de functionaris gegevensbescherming.",
        "afspraken:",
        *_one(
            "gemeenten", towns, "Jeugdwet art. 7.4.0 tot en met 7.4.5 en Wmo 2015 hoofdstuk 5", sorted(layouts()), days
        ),
        *(_one("protocollen", rest, "Jeugdwet art. 7.4.0 tot en met 7.4.5", protocols, days) if rest else ()),
    ]
    return ("\n".join(lines) + "\n").encode()


def _one(name: str, deliverers: list[str], ground: str, tables: list[str], days: tuple[date, date]) -> list[str]:
    return [
        f"- naam: {name}",
        f"  aanleveraars: [{', '.join(json.dumps(code) for code in deliverers)}]",
        "  doel: Regionale monitor sociaal domein; cijfers voor beleid, zonder personen te volgen of te beoordelen",
        f"  grondslag: {ground}",
        "  inzage:  # het fijnste niveau: regio, gemeente, wijk of persoon",
        "    openbaar: wijk",
        "    regioanalist: persoon",
        f"  geldig_van: {days[0].isoformat()}",
        f"  geldig_tot: {days[1].isoformat()}",
        f"  ontvangen: {MONTHS}  # maanden dat ontvangen bestanden blijven, na het einde van hun periode",
        "  tabellen:  # maanden dat de opgeslagen gegevens blijven, per tabel",
        *(f"    {table}: {MONTHS}" for table in tables),
    ]
