"""The pages that explain checks are those of the catalogue, and no rule of highest value is forgotten."""

import csv
from pathlib import Path

import pytest

from graadmeter.catalogue.load_checks import checks
from graadmeter.catalogue.rules_elsewhere import rules_elsewhere
from graadmeter.check.pages import explanation, pages, rules_of

RULES = Path(__file__).parents[3] / "../shared/standards/ijw-3.2/rules/regels.csv"
TESTED = {"bericht inhoud (xslt)", "berichtoverstijgend", "externe bron"}
"""Levels that someone who holds messages can test; the rest is for schemas, or is worked out in such rules."""
DOCS = Path(__file__).parents[3] / "docs/checks"
HIGHEST_VALUE = {
    *(
        f"TR{number}"
        for number in (302, 307, 308, 321, 322, 338, 339, 340, 341, 346, 358, 369, 378, 381, 384, 387, 388)
    ),
    *("CS002", "CS338", "CS340", "CS343", "CD076", "TR002", "TR018", "TR074"),
    *("OP090", "OP090x4", "OP271", "OP272", "OP274", "OP346"),
}
"""iStandaarden rules an intake must have, service levels included."""


@pytest.mark.parametrize(
    "name", ["rules.md", "file.md", "field.md", "record.md", "across-records.md", "across-files.md", "history.md"]
)
def test_the_documentation_is_what_the_catalogue_says(name) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == pages(checks())[name], (
        "run: graadmeter checks --docs docs/checks"
    )


def test_every_check_has_one_page_and_every_page_is_there() -> None:
    made = pages(checks())
    assert {path.name for path in DOCS.iterdir()} == set(made)
    for code in checks():
        assert sum(f"\n## {code}\n" in text for text in made.values()) == 1


def test_every_rule_of_highest_value_has_a_check() -> None:
    have = {rule for check in checks().values() for rule in rules_of(check)}
    assert not HIGHEST_VALUE - have


def test_every_rule_that_can_be_tested_has_a_check_or_a_reason() -> None:
    if not RULES.exists():
        pytest.skip("the rules of iStandaarden are not part of this repository")
    with RULES.open(encoding="utf-8-sig", newline="") as file:
        rules = {row["Regelcode"] for row in csv.DictReader(file) if row["Controleniveau"] in TESTED}
    have = {rule for check in checks().values() for rule in rules_of(check)}
    reasons = {one.rule for one in rules_elsewhere()}
    assert rules - have - reasons == set()
    assert reasons & have == set()
    assert len(rules) > 100


def test_an_explanation_says_what_is_wrong_what_to_do_and_where_it_comes_from() -> None:
    text = explanation(checks()["GM-TR307"])
    for part in (
        "Hulp valt voor de toewijzing",
        "*Wat te doen:*",
        "*What to do:*",
        "iStandaarden TR307",
        "`prestatie`",
    ):
        assert part in text
