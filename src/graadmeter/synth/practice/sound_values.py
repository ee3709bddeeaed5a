"""What a required field holds in a practice delivery when the fault says nothing of it."""

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.domain.layouts import Field

_BY_NAME = {
    "domein": "jw",
    "wet": "jeugdwet",
    "periode": "2025HJ02",
    "kwartaal": "2025KW04",
    "dagtekening": "2025-11-03",
    "geboortedatum": "2014-05-05",
    "geboortejaar": "2014",
    "begindatum": "2025-10-06",
    "ingangsdatum": "2025-10-06",
    "toewijzing_ingangsdatum": "2025-11-10",
    "toewijzingsdatum": "2025-10-02",
    "toewijzingstijd": "12:00:00",
    "datum_start": "2025-10-06",
    "einddatum": "2025-10-31",
    "datum": "2025-10-20",
    "meetdatum": "2025-10-20",
    "datum_melding": "2025-10-06",
    "datum_besluit": "2025-10-09",
    "datum_afronding": "2025-11-28",
    "periode_begin": "2025-10-01",
    "periode_eind": "2025-10-31",
    "declaratie_dagtekening": "2025-11-03",
    "declaratie_verzonden": "2025-10-24",
    "retour_dagtekening": "2025-11-05",
    "peildatum": "2025-01-01",
    "productcode": "45A48",
    "categorie": "45",
    "eenheid": "04",
    "volume": "1",
    "bedrag": "0",
    "totaalbedrag": "0",
    "aantal": "10",
    "leeftijd": "10",
    "debet_credit": "D",
    "status_aanlevering": "1",
    "reden_beeindiging": "31",
    "reden_verzoek": "1",
    "antwoord": "2",
    "bericht": "302",
    "lokaal_team": "N",
    "schooljaar": "2025-2026",
}
"""Of the quarter that the examples of the catalogue speak of; amounts are nothing."""
USUAL = {"hulpvorm": "02", "verwijzer": "02", "huishouden": "H"}
"""What a youth provision without a product holds though the layout does not require it."""


def sound_value(field: Field, identity: str) -> str:
    """A value that no field check objects to; `identity` is for fields that number or name something."""
    known = _BY_NAME.get(field.name)
    codes = code_lists().get(field.codes, {})
    if known is not None and (not codes or known in codes):
        return known
    return next((code for code, one in codes.items() if not one.valid_until), identity)
