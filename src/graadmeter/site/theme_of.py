"""Which of the site's ten themes an indicator stands in: by its id, or else by the theme of its definition.

The catalogue orders definitions by where their data come from; readers look by question. A theme of the catalogue that
is not named here is a theme of the site as well, after the others.
"""

_MEMBERS = {
    "jeugd": ("jeugdhulp",),
    "keten": (
        "aandeel_maatregel", "bescherming_met_verblijf", "bescherming_reclassering", "crisis", "jeugdbescherming",
        "jeugdreclassering",
    ),
    "eigen_omgeving": ("pleegzorg", "verblijf"),
    "onderwijs": ("dyslexie",),
    "wmo": ("kwetsbare_inwoners",),
    "sociaal_domein": ("inwoners_met_ondersteuning", "stapeling", "vaak_samen"),
    "uitkomsten": (
        "beeindigd_volgens_plan", "clientervaring_wmo", "herhaald_beroep", "interventies", "reden_onbekend", "uitval",
        "voortijdig_afgesloten",
    ),
    "wachten": ("verwijzers",),
    "aanbieders": (
        "aanbieders_per_hulpvorm", "aanbiedersconcentratie", "actieve_aanbieders", "continuiteitsrisico",
        "grootste_aanbieders",
    ),
    "geld": ("uitgaven",),
}  # fmt: skip
"""Theme of the site, in the order in which they stand -> indicators that belong there whatever their definition says.

The ids are those of addresses and stay as they are; the names a reader sees are in `ui_words`.
"""

_BY_INDICATOR = {indicator: theme for theme, members in _MEMBERS.items() for indicator in members}
_ORDER = tuple(_MEMBERS)
_FIRST = ("jeugdhulp", "wmo_clienten", "stapeling", "uitgaven", "wachttijd_tot_start", "grootste_aanbieders")
"""Indicators that open their theme; the others follow by id."""


def theme_of(indicator: str, theme: str) -> str:
    """The theme of the site for an indicator whose definition names `theme`."""
    return _BY_INDICATOR.get(indicator, theme)


def place_of(indicator: str, theme: str) -> tuple[int, str, bool, str]:
    """Where an indicator of a theme of the site stands among all: a key to sort by."""
    place = _ORDER.index(theme) if theme in _ORDER else len(_ORDER)
    return place, theme, indicator not in _FIRST, indicator
