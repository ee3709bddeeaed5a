"""What the dimensions of cells are called and which code list names their members."""

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.domain.slices import UNKNOWN
from graadmeter.domain.text import Text

DIMENSION_LABELS = {
    "stroom": Text("in- en uitstroom", "flow"),
    "hulpvorm": Text("vorm van jeugdhulp", "form of youth help"),
    "maatregel": Text("maatregel", "measure"),
    "wmo_vorm": Text("soort Wmo-voorziening", "kind of Wmo provision"),
    "geslacht": Text("geslacht", "sex"),
    "leeftijdsgroep": Text("leeftijd", "age group"),
    "verwijzer": Text("verwijzer", "referrer"),
    "aanbieder": Text("aanbieder", "provider"),
    "kostensoort": Text("soort kosten", "kind of costs"),
    "aantal_voorzieningen": Text("aantal voorzieningen", "number of provisions"),
    "wettengroep": Text("combinatie van wetten", "combination of acts"),
}

_LISTS = {
    "stroom": "STROOM",
    "hulpvorm": "HULPVORM",
    "maatregel": "MAATREGELSOORT",
    "wmo_vorm": "WMO_VORM",
    "geslacht": "GESLACHT",
    "leeftijdsgroep": "LEEFTIJDSGROEP",
    "verwijzer": "COD327",
    "kostensoort": "KOSTENSOORT",
    "aantal_voorzieningen": "AANTAL_VOORZIENINGEN",
    "wettengroep": "WETTENGROEP",
}

_UNKNOWN = {
    "hulpvorm": Text("vorm onbekend", "form unknown"),
    "wmo_vorm": Text("soort onbekend", "kind unknown"),
    "leeftijdsgroep": Text("leeftijd onbekend", "age unknown"),
}

_TOP = {"top10": Text("tien grootste aanbieders samen", "ten largest providers together")}


def dimension_members() -> dict[str, dict[str, Text]]:
    """Per dimension the labels of its codes; those of `aanbieder` are the region's own, but for 'top10'."""
    lists = code_lists()
    members = {name: {code: entry.label for code, entry in lists[list_id].items()} for name, list_id in _LISTS.items()}
    for name, label in _UNKNOWN.items():
        members[name][UNKNOWN] = label
    return {**members, "aanbieder": dict(_TOP)}
