"""Indicators that nobody would publish, but that use every combination the language of definitions allows."""

from graadmeter.catalogue.load_indicators import read_indicator
from graadmeter.domain.indicators import Indicator

_TEXT = {"nl": "proef", "en": "trial"}
_ALL_LEVELS = ["regio", "gemeente", "wijk"]


def _indicator(
    name: str, counts: dict, measures: list, *, wijk: bool = True, levels: list[str] | None = None
) -> Indicator:
    levels = levels or (_ALL_LEVELS if wijk else _ALL_LEVELS[:2])
    content = {
        "id": name, "version": 1, "theme": "proef", "polarity": 0, "caveats": [], "source": "proef", "counts": counts,
        "measures": measures, "levels": levels, "breakdown_levels": levels, "policy": "tmsd-10", "additive": [],
        "periods": ["kwartaal", "halfjaar", "jaar"],
        "example": {"first": "2021KW01", "last": "2021KW01", "rows": {}, "expect": []},
        **dict.fromkeys(("title", "counts_what", "says_not", "definition", "sentence"), _TEXT),
    }  # fmt: skip
    return read_indicator(name, content)


def odd_indicators() -> dict[str, Indicator]:
    """By id."""
    found = [
        _indicator(
            "vormen_per_wijk",
            {
                "ooit": {"of": "personen", "table": "traject", "age": "all"},
                "groot": {"of": "personen", "table": "traject", "age": "18+", "where": "soort <> 'jeugdhulp'"},
            },
            [
                {
                    "unit": "personen",
                    "count": "ooit",
                    "breakdowns": ["hulpvorm", "geslacht", "leeftijdsgroep", "verwijzer", "wmo_vorm"],
                },
                {
                    "unit": "per_1000", "count": "groot", "share_of": "ooit", "breakdowns": ["geslacht"],
                    "split": ["geslacht"],
                },
            ],
        ),
        _indicator(
            "begonnen_volwassen",
            {
                "begonnen": {"of": "trajecten", "table": "traject", "age": "18+", "moment": "begun"},
                "beeindigd": {
                    "of": "trajecten", "table": "traject", "age": "by_law", "moment": "ended",
                    "where": "NOT crisis AND (aanbieder IS NULL OR aanbieder > '00000003')",
                },
            },
            [
                {"unit": "trajecten", "count": "begonnen", "breakdowns": ["wmo_vorm", "geslacht", "leeftijdsgroep"]},
                {
                    "unit": "trajecten", "count": "beeindigd", "fixed": {"stroom": "beeindigd"},
                    "breakdowns": ["verwijzer"],
                },
            ],
        ),
        _indicator(
            "huishoudens_met_jeugdhulp",
            {"huishoudens": {"of": "huishoudens", "table": "traject", "age": "0-17", "where": "soort = 'jeugdhulp'"}},
            [{"unit": "huishoudens", "count": "huishoudens", "breakdowns": ["hulpvorm"]}],
        ),
        _indicator(
            "actieve_aanbieders",
            {"aanbieders": {"of": "aanbieders", "table": "traject", "age": "0-17", "where": "soort IN ('jeugdhulp')"}},
            [{"unit": "aanbieders", "count": "aanbieders", "breakdowns": ["hulpvorm"]}],
            wijk=False,
        ),
        _indicator(
            "bedrag_naar_leeftijd",
            {"bedrag": {"of": "euro", "table": "declaratieregel", "moment": "paid", "where": "bedrag_cent >= 10"}},
            [{"unit": "euro", "count": "bedrag", "breakdowns": ["geslacht", "leeftijdsgroep", "kostensoort"]}],
            wijk=False,
        ),
        _indicator(
            "huishoudens_per_aanbieder",
            {"huishoudens": {"of": "huishoudens", "table": "traject", "age": "by_law"}},
            [{"unit": "huishoudens", "count": "huishoudens", "breakdowns": ["aanbieder"], "top": 2}],
            wijk=False,
        ),
        _indicator(
            "stapeling_na_crisis",
            {"personen": {"of": "personen", "table": "traject", "age": "all", "where": "crisis OR herhaald"}},
            [{"unit": "personen", "count": "personen", "breakdowns": ["aantal_voorzieningen", "wettengroep"]}],
            wijk=False,
        ),
        _indicator(
            "naast_en_na_elkaar",
            {
                "beeindigd": {
                    "of": "trajecten", "table": "traject", "moment": "ended",
                    "where": "jaar_gevolgd AND NOT nieuwe_start",
                },
                "samen": {
                    "of": "personen", "table": "traject", "age": "0-17", "moment": "naast_verblijf",
                    "where": "NOT verblijf OR NOT herhaald",
                },
            },
            [{"unit": "trajecten", "count": "beeindigd"}, {"unit": "personen", "count": "samen"}],
        ),
        _indicator(
            "naast_andere_wet",
            {
                name: {"of": name, "table": "traject", "age": age, "moment": "naast_andere_wet", "where": "NOT crisis"}
                for name, age in (("personen", "by_law"), ("huishoudens", "all"), ("trajecten", "3-40"))
            },
            [
                {"unit": "personen", "count": "personen", "breakdowns": ["hulpvorm", "leeftijdsgroep"]},
                {"unit": "huishoudens", "count": "huishoudens"},
                {"unit": "trajecten", "count": "trajecten", "breakdowns": ["wmo_vorm", "geslacht"]},
            ],
        ),
        _indicator(
            "jong_volwassen",
            {
                "personen": {
                    "of": "personen", "table": "traject", "age": "16-26", "where": "begin < DATE '2021-05-01'",
                },
                "beeindigd": {"of": "trajecten", "table": "traject", "age": "17+", "moment": "ended"},
                "huishoudens": {"of": "huishoudens", "table": "traject", "age": "2-19"},
            },
            [
                {"unit": "procent", "count": "personen", "share_of": {"bevolking": "16-26"},
                 "breakdowns": ["leeftijdsgroep", "hulpvorm"]},
                {"unit": "trajecten", "count": "beeindigd", "breakdowns": ["geslacht"]},
                {"unit": "huishoudens", "count": "huishoudens"},
            ],
        ),
        _indicator(
            "alleen_of_beide",
            {
                "huishoudens": {"of": "huishoudens", "table": "traject", "age": "1-60"},
                "nu": {"of": "personen", "table": "traject", "age": "by_law", "moment": "at_end"},
                "bedrag": {"of": "euro", "table": "declaratieregel", "age": "0-20", "moment": "paid"},
            },
            [
                *({"unit": unit, "count": count, "breakdowns": ["financiering"], "additive": ["financiering"],
                   "members": {"financiering": ["alleen_ZIN", "alleen_PGB", "beide"]}, **more}
                  for unit, count, more in (("huishoudens", "huishoudens", {}), ("personen", "nu", {}),
                                            ("procent", "nu", {"share_of": "nu", "total": False}))),
                {"unit": "euro", "count": "bedrag", "breakdowns": ["kostensoort"]},
            ],
            wijk=False,
        ),
        *_of_other_tables(),
        *_of_two_numbers(),
        *_of_pupils_and_days(),
        *_by_methods(),
    ]  # fmt: skip
    return {indicator.id: indicator for indicator in found}


def _of_other_tables() -> list[Indicator]:
    waits = {"table": "wachttijd", "where": "WERKDAGEN(aanmelddatum, intakedatum) >= 0 OR intakedatum IS NULL"}
    queue = {"stand": {"van": "aanmelddatum", "tot": ["startdatum", "afgemeld"]}}
    class_ = {"wachtklasse": {"000-027": {"waited": [0, 28]}, "182+": {"waited": [28, None]}}}
    return [
        _indicator(
            "wachtenden",
            {
                "wachtend": {**waits, "of": "aantal", "moment": queue},
                "personen": {**waits, "of": "personen", "moment": queue, "groups": class_},
                "gewacht": {
                    **waits, "of": "aantal", "moment": {"van": "aanmelddatum", "tot": "startdatum"}, "delivered": "any",
                },
            },
            [
                {"unit": "aantal", "count": "wachtend", "breakdowns": ["wachtklasse", "spoed", "geslacht"]},
                {"unit": "personen", "count": "personen", "breakdowns": ["wachtklasse", "leeftijdsgroep"]},
                {"unit": "procent", "count": "wachtend", "share_of": "gewacht", "breakdowns": ["wachtklasse"]},
            ],
        ),
        _indicator(
            "wachtdagen",
            {
                "intakes": {
                    **waits, "of": "aantal", "moment": {"op": "intakedatum"},
                    "value": "WERKDAGEN(aanmelddatum, intakedatum) + 1 - DAGEN(intakedatum, startdatum)",
                },
                "som": {**waits, "of": "dagen", "moment": "kwartaal", "value": "DAGEN(aanmelddatum, startdatum)"},
            },
            [
                {"unit": "dagen", "count": "intakes", "statistics": ["gemiddelde", "mediaan", "p90"],
                 "breakdowns": ["spoed", "geslacht"]},
                {"unit": "dagen", "count": "som", "breakdowns": ["spoed"]},
            ],
        ),
    ]  # fmt: skip


def _of_pupils_and_days() -> list[Indicator]:
    days = {"table": "wachttijd", "delivered": "any", "moment": {"van": "aanmelddatum", "tot": "startdatum"}}
    return [
        _indicator(
            "leerlingen",
            {"hulp": {"of": "aantal", "table": "onderwijs", "where": "met_jeugdhulp", "moment": "kwartaal"},
             "zonder": {"of": "aantal", "table": "onderwijs", "where": "NOT met_jeugdhulp", "moment": "kwartaal"}},
            [{"unit": "verhouding", "count": "hulp", "share_of": "zonder"}],
            wijk=False,
        ),
        _indicator(
            "dagen_per_aanbieder",
            {"dagen": {**days, "of": "dagen", "value": "DAGEN(aanmelddatum, startdatum)",
                       "where": "DAGEN(aanmelddatum, startdatum) >= 0 OR startdatum IS NULL"}},
            [{"unit": "index", "count": "dagen", "method": "concentratie"}],
            wijk=False,
        ),
    ]  # fmt: skip


def _of_two_numbers() -> list[Indicator]:
    begun, ended, now = (
        {"of": "trajecten", "table": "traject", "moment": moment, "age": age}
        for moment, age in (("begun", "0-17"), ("ended", "by_law"), ("at_start", "0-17"))
    )
    money = {"of": "euro", "table": "declaratieregel", "moment": "paid"}
    return [
        _indicator(
            "saldo",
            {
                "begonnen": begun, "geeindigd": ended, "nu": now, "straks": {**now, "moment": "at_end"},
                "dagen": {**ended, "value": "DAGEN(begin, einde)"},
                "aanbieders": {**now, "of": "aantal", "distinct": "aanbieder", "moment": "at_end", "age": "by_law"},
            },
            [
                {"unit": "saldo", "count": "begonnen", "minus": "geeindigd", "breakdowns": ["hulpvorm", "reden"]},
                {"unit": "verhouding", "count": "nu", "share_of": "straks", "breakdowns": ["financiering"]},
                {"unit": "procent", "count": "geeindigd", "share_of": "straks", "breakdowns": ["reden"],
                 "split": ["reden"]},
                {"unit": "dagen", "count": "dagen", "statistics": ["mediaan", "p90"], "breakdowns": ["productgroep"],
                 "members": {"productgroep": ["45", "onbekend"]}},
                {"unit": "aantal", "count": "aanbieders", "breakdowns": ["hulpvorm"]},
            ],
            wijk=False,
        ),
        _indicator(
            "prijzen",
            {"bedrag": money, "volume": {**money, "of": "aantal", "value": "volume"},
             "regels": {**money, "of": "personen"}},
            [
                {"unit": "euro_per", "count": "bedrag", "share_of": "volume", "breakdowns": ["productgroep"],
                 "split": ["productgroep"], "members": {"productgroep": ["45", "46"]}},
                {"unit": "euro_per", "count": "bedrag", "share_of": "regels", "fixed": {"component": "prijs"}},
                {"unit": "euro_per", "count": "bedrag", "share_of": {"bevolking": "12-22"},
                 "fixed": {"component": "mix"}},
                {"unit": "euro_per", "count": "bedrag", "statistics": ["mediaan"]},
            ],
            wijk=False,
        ),
        _indicator(
            "meldingen",
            {"tijdig": {"of": "aantal", "table": "vt_melding", "moment": {"op": "datum_besluit"},
                        "where": "WERKDAGEN(datum_melding, datum_besluit) <= NORM('vt_veiligheidsbeoordeling')"},
             "alle": {"of": "aantal", "table": "vt_melding", "moment": {"op": "datum_besluit"}}},
            [{"unit": "procent", "count": "tijdig", "share_of": "alle"}],
            levels=["regio"],
        ),
    ]  # fmt: skip


def _by_methods() -> list[Indicator]:
    active = {"table": "traject", "age": "by_law"}
    return [
        _indicator(
            "methoden",
            {
                "trajecten": {**active, "of": "trajecten", "where": "NOT crisis"},
                "personen": {**active, "of": "personen"},
                "minderjarig": {**active, "of": "personen", "age": "0-17"},
                "bedrag": {"of": "euro", "table": "declaratieregel", "moment": "paid"},
                "wachten": {
                    "of": "aantal", "table": "wachttijd", "delivered": "any",
                    "moment": {"van": "aanmelddatum", "tot": ["startdatum", "afgemeld"]},
                },
            },
            [
                {"unit": "index", "count": "trajecten", "method": "concentratie", "breakdowns": ["hulpvorm"]},
                {"unit": "procent", "count": "personen", "method": "concentratie", "options": {"grootste": 2}},
                {"unit": "procent", "count": "minderjarig", "method": "cohort", "breakdowns": ["verstreken"],
                 "members": {"verstreken": ["01", "03"]}, "total": False, "fixed": {"stroom": "actief"}},
                {"unit": "verhouding", "count": "personen", "method": "samenloop", "breakdowns": ["paar"],
                 "members": {"paar": ["jeugdhulp-02+jeugdhulp-11", "jeugdhulp-02+wmo-huishouden"]}, "total": False},
                {"unit": "procent", "count": "personen", "method": "samenloop", "breakdowns": ["paar"],
                 "members": {"paar": ["jeugdhulp-04+bescherming"]}, "options": {"maat": "aandeel"}, "total": False,
                 "fixed": {"stroom": "begonnen"}},
                {"unit": "euro", "count": "bedrag", "method": "prijs_volume_mix", "breakdowns": ["component"],
                 "total": False},
                {"unit": "dagen", "count": "wachten", "method": "wachttijd", "breakdowns": ["spoed"]},
                {"unit": "procent", "count": "wachten", "method": "wachttijd", "fixed": {"statistiek": "p90"},
                 "options": {"maat": "binnen", "norm": "treeknorm_intake"}},
            ],
            wijk=False,
        ),
    ]  # fmt: skip
