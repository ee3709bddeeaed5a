"""Indicator definitions are refused with what is wrong, where, and the nearest known names."""

from copy import deepcopy

import pytest
import yaml

from graadmeter.catalogue.load_indicators import indicators, read_indicator
from graadmeter.catalogue.units import unit_files
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.indicators import AgeScope, Population, Unit

JEUGDHULP = next(file for file in unit_files("indicators", ".yaml") if file.name == "jeugdhulp.yaml")


@pytest.fixture
def content() -> dict:
    return deepcopy(yaml.safe_load(JEUGDHULP.read_text(encoding="utf-8")))


def test_a_definition_is_read_as_a_value(content) -> None:
    indicator = read_indicator("jeugdhulp.yaml", content)
    count, share = indicator.measures
    assert (count.unit, share.unit) == (Unit.PERSONS, Unit.PERCENT)
    assert count.count == share.count
    assert share.share_of == Population(AgeScope.MINOR)
    assert share.split == ("geslacht", "leeftijdsgroep")
    assert count.members["geslacht"] == ("m", "v", "o")
    assert count.members["hulpvorm"][-1] == "onbekend"
    assert count.members["leeftijdsgroep"] == ("00-03", "04-11", "12-17", "onbekend"), "elderly are for who asks"


def refusal(content) -> str:
    with pytest.raises(CatalogueError) as caught:
        read_indicator("jeugdhulp.yaml", content)
    assert "jeugdhulp.yaml" in caught.value.text.nl
    return caught.value.text.nl


def test_an_unknown_column_is_named_with_the_nearest(content) -> None:
    content["counts"]["jeugdigen"]["where"] = "sort = 'jeugdhulp'"
    assert "'sort' bestaat niet. Bedoelt u: soort" in refusal(content)


def test_an_unknown_dimension_is_named_with_the_nearest(content) -> None:
    content["measures"][0]["breakdowns"] = ["hulpform"]
    assert "Bedoelt u: hulpvorm" in refusal(content)


@pytest.mark.parametrize(
    ("where", "word"),
    [
        ("upper(soort) = 'JEUGDHULP'", "UPPER"),
        ("persoon IN (SELECT persoon FROM persoon)", "SELECT"),
        ("kw_begin + 1 > 3", "kw_begin + 1"),
        ("soort = ", "niet te lezen"),
    ],
)
def test_a_predicate_outside_the_language_is_refused(content, where, word) -> None:
    content["counts"]["jeugdigen"]["where"] = where
    with pytest.raises(CatalogueError) as caught:
        read_indicator("jeugdhulp.yaml", content)
    assert word in caught.value.text.nl


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda c: c.pop("source"), "het veld 'source' ontbreekt"),
        (lambda c: [c.pop(name) for name in ("levels", "additive")], "deze velden ontbreken: 'levels', 'additive'"),
        (lambda c: c.update(polaritei=1), "Bedoelt u: polarity"),
        (lambda c: c.update(title={"nl": "alleen"}), "'title' vraagt een tekst in nl en en"),
        (lambda c: c.update(levels=["gemeentes"]), "Bedoelt u: gemeente"),
        (lambda c: c.update(periods=["kwartalen"]), "Bedoelt u: kwartaal"),
        (lambda c: c["counts"]["jeugdigen"].update(table="trajecten"), "Bedoelt u: traject"),
        (lambda c: c["counts"]["jeugdigen"].update(age="0_17"), "Bedoelt u: 0-17"),
        (lambda c: c["counts"]["jeugdigen"].update(moment="actief"), "Bedoelt u: active"),
        (lambda c: c["measures"][0].update(count="jeugdige"), "Bedoelt u: jeugdigen"),
        (lambda c: c["measures"][0].update(unit="procent"), "een aandeel vraagt 'share_of'"),
        (lambda c: c["measures"][0].update(unit="trajecten"), "past niet bij een telling van personen"),
        (lambda c: c["measures"][1].update(split=["verwijzer"]), "'verwijzer' bestaat niet"),
        (lambda c: c["measures"][0].update(members={"hulpvorm": ["99"]}), "de code van hulpvorm '99' bestaat niet"),
        (lambda c: c["measures"][0].update(fixed={"stroom": "actieve"}), "Bedoelt u: actief"),
        (lambda c: c["measures"][0].update(breakdowns=["kostensoort"]), "'kostensoort' bestaat niet"),
        (lambda c: c["measures"][0].update(breakdowns=["aanbieder"], additive=[]), "'aanbieder' en 'top'"),
        (lambda c: c["measures"].append(c["measures"][0]), "dezelfde eenheid en vaste dimensies"),
        (lambda c: c["measures"][0].update(additive=["gemeente"]), "de optelbaarheid 'gemeente'"),
        (lambda c: c.update(levels="gemeente"), "het veld 'levels' is een lijst"),
        (lambda c: c.update(measures=[]), "het veld 'measures' vraagt ten minste één"),
        (lambda c: c.update(counts={"jeugdigen": "personen"}), "het veld 'counts' vraagt"),
        (lambda c: c.update(version="een"), "het veld 'version' is een heel getal"),
        (
            lambda c: c.update(additive=["period"]),
            "'additive: period' geldt niet voor elke reeks: bij measure 1",
        ),
        (lambda c: c["sentence"].update(nl="{waarde}"), "de plek 'waarde' bestaat niet"),
        (lambda c: c.update(measures=c["measures"][:1]), "{one_in} vraagt een reeks met een aandeel"),
        (lambda c: c["example"].update(first="2021"), "example, first: '2021' is geen periode"),
        (lambda c: c["example"]["rows"].update(persoon={}), "example, persoon: schrijf een lijst"),
        (lambda c: c["example"]["rows"].update(persoon=[1]), "rij 1: schrijf {kolom: waarde}"),
        (lambda c: c["example"]["rows"].update(personen=[]), "Bedoelt u: persoon"),
        (lambda c: c["example"]["rows"]["traject"][1].update(hulpform="02"), "traject 2: het veld 'hulpform' bestaat"),
        (
            lambda c: c["example"]["rows"]["traject"][1].update(hulpvorm=2),
            "'hulpvorm' is tekst, zoals '02'; hier staat 2",
        ),
        (lambda c: c["example"]["rows"]["traject"][0].update(crisis=1), "'crisis' is true of false"),
        (lambda c: c["example"]["rows"]["traject"][0].update(persoon=True), "'persoon' is een heel getal"),
        (lambda c: c["example"]["rows"]["traject"][0].update(persoon=99), "traject 1: persoon 99 staat niet bij"),
        (lambda c: c["example"]["rows"]["traject"][0].pop("begin"), "traject 1: het veld 'begin' ontbreekt"),
        (lambda c: c["example"]["rows"].update(levering=[{"kwartaal": "2021-1"}]), "levering 1, kwartaal: '2021-1' is"),
        (lambda c: c["example"]["expect"][0].update(waarde=1), "expect 1: het veld 'waarde' bestaat niet"),
        (lambda c: c["example"]["expect"][0].update(period="2021"), "expect 1: '2021' is geen periode"),
    ],
)
def test_what_cannot_be_is_refused(content, change, message) -> None:
    change(content)
    assert message in refusal(content)


def test_a_composition_cannot_be_given_per_wijk(content) -> None:
    content["breakdown_levels"] = ["regio", "gemeente", "wijk"]
    content["measures"] = [{"unit": "personen", "count": "jeugdigen", "breakdowns": ["wettengroep"]}]
    assert "'wettengroep' kan niet per wijk worden gegeven" in refusal(content)


def test_a_region_replaces_and_adds_indicators(content) -> None:
    own = {**content, "version": 2}
    new = {**content, "id": "eigen_telling"}
    loaded = indicators((yaml.safe_dump(own), yaml.safe_dump(new)))
    assert loaded["jeugdhulp"].version == 2
    assert list(loaded) == sorted([*indicators(), "eigen_telling"])
    assert indicators()["jeugdhulp"].version == 1


@pytest.mark.parametrize("text", ["id: [", "- een\n- twee"])
def test_an_own_indicator_that_is_no_mapping_is_refused(text) -> None:
    with pytest.raises(CatalogueError, match="eigen indicator 1"):
        indicators((text,))
