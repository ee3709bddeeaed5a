"""The agreement a new workspace begins with: every table of the catalogue, with a ground and terms to look at."""

import json
from collections.abc import Iterable
from datetime import date

from graadmeter.catalogue.layouts import layouts

MONTHS = 120
"""Ten years: repeated use looks back five years, and that over the years a monitor compares."""
_YEARS = 10


def standard_agreement(deliverers: Iterable[str], first: date, last: date) -> bytes:
    """`afspraken.yaml` for these deliverers, valid from `first` until ten years after the year of `last`."""
    lines = [
        "# Afspraken: wie wat mag aanleveren, waarvoor, op welke grond, wie wat mag zien en hoe lang het blijft.",
        "# Zonder afspraak die geldt op de dag van ontvangst wordt een levering geweigerd. Zie docs/custody.md.",
        "afspraken:",
        "- naam: gemeenten",
        f"  aanleveraars: [{', '.join(json.dumps(code) for code in deliverers)}]",
        "  doel: Regionale monitor sociaal domein; cijfers voor beleid, zonder personen te volgen of te beoordelen",
        "  grondslag: Jeugdwet art. 7.4.1 en Wmo 2015 art. 5.1.1",
        "  # Pas doel en grondslag aan na overleg met de functionaris gegevensbescherming.",
        "  inzage:  # het fijnste niveau: regio, gemeente, wijk of persoon",
        "    openbaar: wijk",
        "    regioanalist: persoon",
        f"  geldig_van: {first.isoformat()}",
        f"  geldig_tot: {date(last.year + _YEARS, 12, 31).isoformat()}",
        f"  ontvangen: {MONTHS}  # maanden dat ontvangen bestanden blijven, na het einde van hun periode",
        "  tabellen:  # maanden dat de opgeslagen gegevens blijven, per tabel",
        *(f"    {name}: {MONTHS}" for name in sorted(layouts())),
    ]
    return ("\n".join(lines) + "\n").encode()
