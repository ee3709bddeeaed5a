"""What is delivered in another way counts as the usual way does, once: benefits, claim lines, addresses."""

from datetime import date
from typing import Any

from tests.support.raw_rows import AMBULANT, ANNA, BORN, BRAM, claim, modelled, provision

from graadmeter.domain.periods import parse_period


def benefit(**values: Any) -> dict[str, Any]:
    return {
        "gemeente": "0141",
        "kwartaal": "2024KW01",
        "bsn": ANNA,
        "geboortedatum": BORN,
        "geslacht": "2",
        "uitkering_id": "U1",
        "regeling": "bijstand",
        "begindatum": date(2024, 1, 10),
        "einddatum": None,
        "wijk": "WK014111",
        "huishouden": "H9",
        **values,
    }


def test_a_benefit_is_a_provision_like_one_of_the_extract() -> None:
    own = modelled(participatiewet=[benefit()])
    told = modelled(
        voorziening=[provision(wet="participatiewet", voorziening_id="U1", wijk="WK014111", huishouden="H9")]
    )
    assert len(own["traject"]) == 1
    assert own["traject"] == told["traject"]
    assert own["woonsituatie"] == told["woonsituatie"]
    assert own["persoon"] == told["persoon"]
    assert own["participatiewet"][0]["persoon"] == own["traject"][0]["persoon"]


def test_a_benefit_that_the_extract_tells_too_counts_once() -> None:
    same_number = provision(wet="participatiewet", voorziening_id="U1", begindatum=date(2023, 1, 1))
    assert len(modelled(voorziening=[same_number], participatiewet=[benefit()])["traject"]) == 1
    same_day = provision(wet="participatiewet", voorziening_id="OTHER")
    assert len(modelled(voorziening=[same_day], participatiewet=[benefit()])["traject"]) == 1


def test_overlapping_benefits_of_one_person_are_one_trajectory_and_others_their_own() -> None:
    second = benefit(uitkering_id="U2", begindatum=date(2024, 2, 1))
    other = benefit(uitkering_id="U3", bsn=BRAM)
    found = modelled(participatiewet=[benefit(), second, other])
    assert len(found["traject"]) == 2
    assert len(found["participatiewet"]) == 3


def test_an_unknown_person_is_nobody_in_a_fact_table() -> None:
    found = modelled(participatiewet=[benefit(bsn="999999999"), benefit(uitkering_id="U2", bsn="999999999")])
    assert [row["persoon"] for row in found["participatiewet"]] == [None, None]
    assert len({row["persoon"] for row in found["traject"]}) == 2, "but two unknown persons are not one"


def test_an_address_places_a_client_and_a_known_wijk_goes_first() -> None:
    address = {"gemeente": "0141", "kwartaal": "2024KW01", "bsn": ANNA, "huishouden": "H1"}
    nowhere = provision(wijk=None, huishouden=None)
    for place in ({"wijk": "WK014111"}, {"buurt": "BU01411105"}):
        found = modelled(voorziening=[nowhere], adres=[address | place])
        assert [(row["wijk"], row["kwartaal"]) for row in found["woonsituatie"]] == [
            ("WK014111", parse_period("2024KW01").first)
        ]
    assert modelled(voorziening=[nowhere], adres=[address])["woonsituatie"][0]["wijk"] == "WK0141XX"


def line(**values: Any) -> dict[str, Any]:
    return {
        "gemeente": "0141",
        "kwartaal": "2024KW01",
        "bsn": ANNA,
        "wet": "jeugdwet",
        "regelnummer": "1",
        "toewijzingnummer": "1",
        "aanbieder": "01010101",
        "categorie": "45",
        "productcode": AMBULANT,
        "periode_begin": date(2024, 2, 1),
        "periode_eind": date(2024, 2, 29),
        "volume": 60,
        "eenheid": "01",
        "bedrag": 10_000,
        **values,
    }


def test_a_line_of_the_claims_extract_is_a_claim_line() -> None:
    own = modelled(declaratie_uittreksel=[line(), line(regelnummer="2", bedrag=-2_500)])
    told = modelled(prestatie=[claim("1"), claim("2", cents=-2_500)])
    assert len(own["declaratieregel"]) == 2
    assert own["declaratieregel"] == told["declaratieregel"]


def test_a_line_delivered_in_both_ways_counts_once() -> None:
    found = modelled(prestatie=[claim("1")], declaratie_uittreksel=[line(), line(regelnummer="2")])
    assert sorted(row["bedrag_cent"] for row in found["declaratieregel"]) == [10_000, 10_000]


def test_what_was_paid_from_a_personal_budget_is_no_claim() -> None:
    budget = {"toewijzingnummer": None, "aanbieder": None, "leveringsvorm": "PGB", "voorziening_id": "P1"}
    found = modelled(declaratie_uittreksel=[line(), line(regelnummer="2", bedrag=4_200) | budget])
    assert [row["bedrag_cent"] for row in found["declaratieregel"]] == [10_000]
    assert [row["bedrag_cent"] for row in found["pgb_besteding"]] == [4_200]
