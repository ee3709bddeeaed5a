"""Agreements as code: read strictly; without a valid one a delivery is refused and a table is not used."""

from datetime import date

import pytest
import yaml

from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.standard_agreement import standard_agreement
from graadmeter.domain.agreements import kept_until
from graadmeter.domain.errors import DeliveryRefusedError, GraadmeterError, UnknownNameError
from graadmeter.store.agreements import read_agreements

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
GOOD = yaml.safe_load(standard_agreement(["GM0141", "GM0153"], ["30000001", "VT05"], FIRST, LAST))["afspraken"][0]


def agreements(tmp_path, *items):
    path = tmp_path / "afspraken.yaml"
    path.write_text(yaml.safe_dump({"afspraken": list(items)}), encoding="utf-8")
    return read_agreements(path)


def test_the_standard_agreement_covers_every_table_and_reads_back(tmp_path) -> None:
    (tmp_path / "a.yaml").write_bytes(standard_agreement(["GM0141", "GM0153"], ["30000001", "VT05"], FIRST, LAST))
    one, other = read_agreements(tmp_path / "a.yaml").all
    assert other.deliverers == {"30000001", "VT05"}
    assert set(other.tables) < set(one.tables)
    assert not {"toewijzing", "voorziening", "bevolking"} & set(other.tables)
    assert set(one.tables) == set(layouts())
    assert one.deliverers == {"GM0141", "GM0153"}
    assert (one.valid_from, one.valid_until) == (FIRST, date(2035, 12, 31))
    assert one.access["openbaar"] == "wijk"
    assert "Jeugdwet" in one.legal_basis


def test_who_has_no_agreement_is_refused_with_what_to_do(tmp_path) -> None:
    known = agreements(tmp_path, GOOD)
    known.permit("GM0141", FIRST)
    known.permit("GM0141", date(2035, 12, 31))
    with pytest.raises(DeliveryRefusedError) as refused:
        known.permit("GM0147", FIRST)
    assert "geen afspraak met GM0147" in refused.value.text.nl
    assert "afspraken.yaml" in refused.value.text.en
    for day in (date(2024, 12, 31), date(2036, 1, 1)):
        with pytest.raises(DeliveryRefusedError) as refused:
            known.permit("GM0141", day)
        assert day.isoformat() in refused.value.text.nl
        assert "2025-01-01 - 2035-12-31" in refused.value.text.en


def test_without_the_file_nobody_may_deliver(tmp_path) -> None:
    known = read_agreements(tmp_path / "afspraken.yaml")
    assert known.all == ()
    with pytest.raises(DeliveryRefusedError):
        known.permit("GM0141", FIRST)


def test_tables_and_terms_add_up_over_agreements(tmp_path) -> None:
    small = {**GOOD, "naam": "klein", "tabellen": {"start": 6}, "ontvangen": 3}
    other = {**small, "naam": "later", "tabellen": {"stop": 9, "start": 12}, "geldig_van": date(2030, 1, 1)}
    known = agreements(tmp_path, small, other)
    assert known.tables_of("GM0141", FIRST) == {"start"}
    assert known.tables_of("GM0141", date(2030, 1, 1)) == {"start", "stop"}
    assert known.tables_of("GM0147", FIRST) == frozenset()
    assert known.terms_of("GM0141") == (3, {"start": 12, "stop": 9})
    assert known.terms_of("GM0147") == (0, {})


@pytest.mark.parametrize(
    ("period", "months", "day"),
    [
        ("2019KW01", 84, date(2026, 4, 1)),
        ("2025KW04", 1, date(2026, 2, 1)),
        ("2025KW04", 12, date(2027, 1, 1)),
        ("2025KW03", 3, date(2026, 1, 1)),
        ("2025KW02", 120, date(2035, 7, 1)),
    ],
)
def test_a_term_ends_with_its_last_month(period, months, day) -> None:
    assert kept_until(period, months) == day


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"doel": ""}, "doel"),
        ({"doel": None}, "doel"),
        ({"geldig_van": "gisteren"}, "geldig_van"),
        ({"geldig_van": date(2040, 1, 1)}, "geldig_tot"),
        ({"aanleveraars": []}, "aanleveraars"),
        ({"aanleveraars": [141]}, "141"),
        ({"aanleveraars": ["Almelo"]}, "Almelo"),
        ({"ontvangen": 0}, "ontvangen"),
        ({"ontvangen": True}, "ontvangen"),
        ({"tabellen": {"start": "lang"}}, "start"),
        ({"tabellen": {"start": -1}}, "start"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, change, said) -> None:
    with pytest.raises(GraadmeterError) as wrong:
        agreements(tmp_path, {**GOOD, **change})
    assert said in wrong.value.text.nl
    assert "afspraken.yaml" in wrong.value.text.en


@pytest.mark.parametrize(
    "change",
    [{"doelen": "x"}, {"tabellen": {"strat": 12}}, {"inzage": {"openbaar": "straat"}}],
    ids=["key", "table", "level"],
)
def test_a_misspelt_name_is_an_error_with_the_nearest(tmp_path, change) -> None:
    with pytest.raises(UnknownNameError):
        agreements(tmp_path, {**GOOD, **change})


@pytest.mark.parametrize(
    "text", ["", "- a\n", "afspraken: 3\n", "afspraken: [1]\n", "a: [", "afspraken: [&a [*a]]\n", "\x00"]
)
def test_what_is_no_list_of_agreements_is_refused(tmp_path, text) -> None:
    (tmp_path / "afspraken.yaml").write_text(text)
    with pytest.raises(GraadmeterError, match=r"afspraken\.yaml"):
        read_agreements(tmp_path / "afspraken.yaml")


def test_two_of_one_name_are_refused(tmp_path) -> None:
    with pytest.raises(GraadmeterError, match="same name"):
        agreements(tmp_path, GOOD, GOOD)
