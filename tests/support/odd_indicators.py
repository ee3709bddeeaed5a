"""Indicators that nobody would publish, but that use every combination the language of definitions allows."""

from graadmeter.catalogue.load_indicators import read_indicator
from graadmeter.domain.indicators import Indicator

_TEXT = {"nl": "proef", "en": "trial"}
_ALL_LEVELS = ["regio", "gemeente", "wijk"]


def _indicator(name: str, counts: dict, measures: list, *, wijk: bool = True) -> Indicator:
    levels = _ALL_LEVELS if wijk else _ALL_LEVELS[:2]
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
    ]  # fmt: skip
    return {indicator.id: indicator for indicator in found}
