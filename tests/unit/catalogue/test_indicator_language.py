"""What the language of counts and measures refuses, and what it fills in."""

import pytest

from graadmeter.catalogue.indicator_counts import read_count
from graadmeter.catalogue.indicator_measures import read_measures
from graadmeter.catalogue.indicator_metadata import read_metadata
from graadmeter.catalogue.norms import norms
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.indicators import Delivered, Moment
from graadmeter.domain.metadata import Basis, Publication

WAIT = {"of": "aantal", "table": "wachttijd", "moment": {"op": "startdatum"}}
QUEUE = {"stand": {"van": "aanmelddatum", "tot": ["startdatum", "afgemeld"]}}
BEGUN = {"of": "trajecten", "table": "traject", "moment": "begun"}
PERSONS = {"of": "personen", "table": "traject"}


def refusal(read, *what) -> str:
    with pytest.raises(CatalogueError) as caught:
        read(*what)
    return caught.value.text.nl


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({**WAIT, "moment": {"op": "startdag"}}, "Bedoelt u: startdatum"),
        ({**WAIT, "moment": "op"}, "zeg bij 'op' welke datums"),
        ({**WAIT, "moment": "active"}, "het telmoment van wachttijd 'active' bestaat niet"),
        ({**WAIT, "moment": {"stand": {"van": "aanmelddatum"}}}, "'tot' ontbreekt"),
        ({**WAIT, "age": "0-17"}, "gebruik anders 'where'"),
        ({**PERSONS, "age": "zeventig"}, "de leeftijdsgrens 'zeventig' bestaat niet"),
        ({"of": "aantal", "table": "vt_melding", "moment": {"op": "datum_melding"}, "age": "12-15"}, "kent ze niet"),
        ({**PERSONS, "where": "hulpvorm = 11"}, "proef: in 'hulpvorm = 11' staat tekst naast 11; zet de waarde"),
        ({**PERSONS, "where": "begin > '2021-01-01' AND crisis"}, "schrijf de datum als DATE"),
        ({**PERSONS, "where": "begin > DATE '2021-13-01'"}, "mag niet in een voorwaarde"),
        ({**PERSONS, "where": "kw_begin IN ('1', '2')"}, "schrijf een getal"),
        ({**PERSONS, "where": "NOT (crisis = 1)"}, "gebruik de kolom zonder vergelijking"),
        ({**PERSONS, "where": "crisis OR hulpvorm"}, "'hulpvorm' is geen voorwaarde"),
        ({**PERSONS, "where": "hulpvorm LIKE '1%'"}, "proef: hulpvorm LIKE '1%': "),
        ({**BEGUN, "value": "begin + 1"}, "de kolom 'begin' is geen getal"),
        ({**WAIT, "where": "NORM('treeknorm_intake') >= 3"}, "mag niet in een voorwaarde"),
        (
            {**WAIT, "where": "leeftijd <= NORM('treeknorm_intake')"},
            "zet links van NORM('treeknorm_intake') het aantal",
        ),
        ({**WAIT, "where": "spoed OR NORM('treeknorm_intake')"}, "vergelijk NORM met DAGEN of WERKDAGEN"),
        ({**WAIT, "of": "trajecten"}, "Kies uit: bij_traject, traject"),
        ({**WAIT, "of": "personen", "table": "vt_melding", "moment": {"op": "datum_melding"}}, "tabel met personen"),
        ({**WAIT, "of": "dagen"}, "zeg met 'value' wat er wordt opgeteld"),
        ({**WAIT, "value": "DAGEN(aanmelding, startdatum)"}, "de datumkolom"),
        ({**WAIT, "where": "DAGEN(intakedatum, startdatum) <= NORM('treeknorm')"}, "Bedoelt u: treeknorm_intake"),
        ({**WAIT, "where": "WERKDAGEN(intakedatum, startdatum) <= NORM('treeknorm_intake')"}, "telt in DAGEN"),
        ({**WAIT, "groups": {"spoed": {"misschien": "spoed"}}}, "de code van spoed"),
        ({**WAIT, "groups": {"wachtklasse": {"182+": {"waited": [182]}}}}, "schrijf waited als [minstens, minder dan]"),
        ({**PERSONS, "distinct": "persoon"}, "'distinct' hoort bij 'of: aantal'"),
    ],
)
def test_a_count_that_cannot_be_is_refused(content, message) -> None:
    assert message in refusal(read_count, "proef", content)


@pytest.mark.parametrize(
    ("measure", "message"),
    [
        ({"unit": "dagen", "count": "wacht", "statistics": ["mediaan"]}, "een telling met 'value'"),
        ({"unit": "saldo", "count": "begonnen"}, "'saldo' en 'minus' horen bij elkaar"),
        ({"unit": "saldo", "count": "begonnen", "minus": "wacht"}, "twee tellingen van hetzelfde"),
        ({"unit": "verhouding", "count": "begonnen"}, "een aandeel vraagt 'share_of'"),
        ({"unit": "aantal", "count": "wacht", "breakdowns": ["wachtklasse"]}, "'wachtklasse' vraagt moment 'stand'"),
        ({"unit": "index", "count": "begonnen", "method": "concentraat"}, "Bedoelt u: concentratie"),
        ({"unit": "index", "count": "begonnen", "method": "cohort", "options": {"maat": "x"}}, "de optie van cohort"),
        ({"unit": "dagen", "count": "wacht", "method": "wachttijd"}, "vraagt moment {van, tot}"),
        ({"unit": "aantal", "count": "wacht", "breakdowns": ["paar"]}, "de uitsplitsing van wachttijd"),
        (
            {
                "unit": "trajecten",
                "count": "begonnen",
                "breakdowns": ["financiering"],
                "members": {"financiering": ["beide"]},
            },
            "geef alleen_ZIN, alleen_PGB, beide samen, van personen",
        ),
    ],
)
def test_a_measure_that_cannot_be_is_refused(measure, message) -> None:
    counts = {"wacht": read_count("proef", WAIT), "begonnen": read_count("proef", BEGUN)}
    assert message in refusal(read_measures, "proef", measure, counts)


def test_what_a_moment_asks_of_deliveries_unless_it_says_otherwise() -> None:
    survey = {"of": "aantal", "table": "ervaring", "moment": "kwartaal"}
    found = [read_count("proef", one).delivered for one in (WAIT, {**WAIT, "moment": QUEUE}, survey)]
    assert found == [Delivered.ALL, Delivered.LAST, Delivered.ANY]
    assert read_count("proef", {**survey, "delivered": "all"}).delivered is Delivered.ALL
    assert read_count("proef", {**WAIT, "moment": QUEUE}).moment is Moment.OPEN


def test_metadata_say_only_what_differs_from_the_defaults() -> None:
    found = read_metadata("proef", {"basis": "O", "publication": "intern", "metadata": {"identity": {"number": 26}}})
    assert (found.basis, found.publication) == (Basis.OWN, Publication.INTERNAL)
    assert found.groups["identity"]["number"] == 26
    assert found.groups["statistics"]["interval_level"] == 95
    assert "Bedoelt u: governance" in refusal(read_metadata, "proef", {"metadata": {"governence": {}}})


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"period": "2021", "reason": {"nl": "anders", "en": "otherwise"}}, "time, breaks 1: '2021' is geen periode"),
        ({"period": "2021KW01", "reason": "anders"}, "schrijf {period: 2021KW01, reason"),
        ({"period": "2021KW01", "reason": {"nl": "anders"}}, "het veld 'en' ontbreekt"),
    ],
)
def test_a_break_in_time_is_a_period_with_a_reason(told, message) -> None:
    assert message in refusal(read_metadata, "proef", {"metadata": {"time": {"breaks": [told]}}})
    good = {"period": "2021KW01", "reason": {"nl": "anders", "en": "otherwise"}}
    assert read_metadata("proef", {"metadata": {"time": {"breaks": [good]}}}).breaks == ("2021KW01",)


def test_norms_that_were_not_seen_in_a_text_are_marked() -> None:
    assert {name for name, norm in norms().items() if not norm.verified} == {"gi_eerste_contact", "gi_plan"}
    assert norms()["vt_veiligheidsbeoordeling"].values[0].most == 5
