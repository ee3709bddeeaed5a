"""Every number of the catalogue of definitions has an indicator or a written reason; saved questions are answered."""

from pathlib import Path

from graadmeter.catalogue.indicator_list import SAVED, all_numbers, indicators_by_number, list_page, reasons
from graadmeter.catalogue.load_indicators import indicators

PAGE = Path(__file__).parents[2] / "docs/indicator-list.md"
SAVED_QUESTIONS = {"actieve_aanbieders", "vervoerskosten", "crisis", "dyslexie", "pleegzorg", "verblijf"}
"""Active providers, transport claims, crisis care, dyslexia, foster care, residence."""


def test_every_number_has_an_indicator_or_a_reason() -> None:
    answered, excused = set(indicators_by_number(indicators())), set(reasons())
    assert all_numbers() == range(1, 57)
    assert answered | excused == set(all_numbers())
    assert not answered & excused, "a number with an indicator needs no excuse"


def test_reasons_are_few_and_name_indicators_that_exist() -> None:
    assert len(reasons()) <= 5
    for reason in reasons().values():
        assert len(reason.nl) > 80
        assert len(reason.en) > 80


def test_the_numbers_belong_to_the_right_indicators() -> None:
    found = indicators_by_number(indicators())
    pinned = {
        1: "jeugdhulp",
        14: "herhaald_beroep",
        21: "geen_nieuwe_start",
        32: "continuiteitsrisico",
        47: "stapeling",
    }
    assert {number: found[number][0] for number in pinned} == pinned


def test_the_saved_questions_are_marked() -> None:
    tagged = {name for name, one in indicators().items() if SAVED in one.metadata.groups["identity"]["tags"]}
    assert tagged == SAVED_QUESTIONS


def test_what_has_no_number_is_named_as_to_whose_definition_it_is() -> None:
    assert indicators()["kwetsbare_inwoners"].metadata.basis == "O"


def test_the_page_is_that_of_the_catalogue() -> None:
    assert PAGE.read_text(encoding="utf-8") == list_page(indicators()), (
        "graadmeter indicators --docs docs/indicator-list.md"
    )
