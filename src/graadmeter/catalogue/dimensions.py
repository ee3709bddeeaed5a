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
    "financiering": Text("financieringsvorm", "form of funding"),
    "reden": Text("reden van beëindiging", "reason of ending"),
    "informant": Text("wie antwoordde", "who answered"),
    "instrument": Text("wat is gemeten", "what was measured"),
    "vraag": Text("vraag", "question"),
    "stap": Text("stap in de keten", "step in the chain"),
    "spoed": Text("spoed", "urgency"),
    "wachtklasse": Text("hoe lang al gewacht", "time waited so far"),
    "onderwijssoort": Text("soort onderwijs", "kind of education"),
    "ondersteuning": Text("ondersteuning op school", "support at school"),
    "verzuim": Text("soort verzuim", "kind of absence"),
    "regeling": Text("regeling", "scheme"),
    "productgroep": Text("productgroep", "product group"),
    "paar": Text("combinatie van twee", "pair"),
    "verstreken": Text("verstreken kwartalen", "quarters since"),
    "component": Text("deel van de verandering", "part of the change"),
    "statistiek": Text("maat", "statistic"),
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
    "financiering": "FINANCIERING",
    "reden": "REDEN_EINDE",
    "informant": "INFORMANT",
    "instrument": "UITKOMSTINSTRUMENT",
    "vraag": "ERVARINGSVRAAG",
    "stap": "KETENSTAP",
    "spoed": "SPOED",
    "wachtklasse": "WACHTKLASSE",
    "onderwijssoort": "ONDERWIJSSOORT",
    "ondersteuning": "ONDERWIJSONDERSTEUNING",
    "verzuim": "VERZUIM",
    "regeling": "PW_REGELING",
    "productgroep": "PRODUCTGROEP",
    "paar": "VOORZIENINGENPAAR",
    "verstreken": "VERSTREKEN",
    "component": "KOSTENCOMPONENT",
    "statistiek": "STATISTIEK",
}

_UNKNOWN = {
    "hulpvorm": Text("vorm onbekend", "form unknown"),
    "wmo_vorm": Text("soort onbekend", "kind unknown"),
    "leeftijdsgroep": Text("leeftijd onbekend", "age unknown"),
    "informant": Text("niet bekend wie", "not known who"),
    "productgroep": Text("product onbekend", "product unknown"),
}

_TOP = {"top10": Text("tien grootste aanbieders samen", "ten largest providers together")}


def dimension_members() -> dict[str, dict[str, Text]]:
    """Per dimension the labels of its codes; those of `aanbieder` are the region's own, but for 'top10'."""
    lists = code_lists()
    members = {name: {code: entry.label for code, entry in lists[list_id].items()} for name, list_id in _LISTS.items()}
    for name, label in _UNKNOWN.items():
        members[name][UNKNOWN] = label
    return {**members, "aanbieder": dict(_TOP)}
