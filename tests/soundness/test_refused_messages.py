"""Wrong numbers that refused messages and claim lines can silently give, one test each. Never weaken these."""

from datetime import date

import pytest
from tests.support.raw_rows import (
    assignment,
    claim,
    claim_answer,
    events_of,
    model_of,
    modelled,
    refused_line,
    request,
    returned,
    start,
    stop,
    trajectories,
)

from graadmeter.engine.duckdb import DuckDBEngine

DAY = date(2024, 2, 1)
FIRST = {"toewijzing": [assignment()], "start": [start()]}


def costs(**tables) -> list[int]:
    return [row["bedrag_cent"] for row in modelled(**FIRST, **tables)["declaratieregel"]]


def test_a_refused_start_starts_nothing() -> None:
    refused = returned("306", date(2024, 1, 10), retourcodes="8848")
    assert trajectories({**FIRST, "retour": [refused]}) == []


def test_a_refusal_that_comes_a_quarter_later_counts_as_well() -> None:
    refused = returned("306", date(2024, 1, 10), retourcodes="8848")
    assert trajectories(FIRST, {"retour": [refused]}) == []


def test_one_refused_record_refuses_the_whole_message() -> None:
    header = returned("306", date(2024, 1, 10), retourcodes="0200")
    records = [
        returned("306", date(2024, 1, 10), retourcodes_client="0200", retourcodes=codes) for codes in ("0200", "9074")
    ]
    assert trajectories({**FIRST, "retour": [header], "retourregel": records}) == []


@pytest.mark.parametrize("codes", [None, "0200", "0200 0233"])
def test_a_return_message_without_refusal_changes_nothing(codes: str | None) -> None:
    accepted = returned("306", date(2024, 1, 10), retourcodes=codes)
    assert len(trajectories({**FIRST, "retour": [accepted]})) == 1


def test_a_message_refused_for_having_been_received_before_leaves_the_first() -> None:
    again = returned("306", date(2024, 1, 10), retourcodes="9056")
    assert len(trajectories({**FIRST, "retour": [again]})) == 1


def test_a_refusal_is_of_one_message_of_one_kind_on_one_day() -> None:
    others = [
        returned("302", date(2024, 1, 10), retourcodes="8848"),
        returned("306", date(2024, 1, 11), retourcodes="8848"),
        returned("306", date(2024, 1, 10), retourcodes="8848", bericht_id="2"),
        returned("306", date(2024, 1, 10), retourcodes="8848", aanbieder="02020202"),
        returned("306", date(2024, 1, 10), retourcodes="8848", domein="wmo"),
    ]
    assert len(trajectories({**FIRST, "retour": others})) == 1


def test_a_refused_version_leaves_the_one_before_in_force() -> None:
    shortened = assignment(toewijzingsdatum=DAY, einddatum=date(2024, 3, 31))
    refused = returned("302", DAY, retourcodes="9332")
    (found,) = trajectories({**FIRST, "toewijzing": [assignment(), shortened], "retour": [refused]})
    assert found["einde"] is None


def test_a_refused_withdrawal_undoes_nothing() -> None:
    withdrawal = start(status_aanlevering="3", dagtekening=DAY)
    refused = returned("306", DAY, retourcodes="9071")
    assert len(trajectories({**FIRST, "start": [start(), withdrawal], "retour": [refused]})) == 1


def test_a_refused_stop_ends_nothing() -> None:
    refused = returned("308", date(2024, 3, 1), retourcodes="9415")
    (found,) = trajectories({**FIRST, "stop": [stop(date(2024, 3, 1))], "retour": [refused]})
    assert found["einde"] is None


def test_a_refused_request_tells_no_referrer() -> None:
    asked = {"toewijzing": [assignment(referentie="R1")], "start": [start()], "verzoek": [request()]}
    refused = returned("316", date(2023, 12, 1), retourcodes="9347")
    assert [found["verwijzer"] for found in trajectories(asked)] == ["02"]
    assert [found["verwijzer"] for found in trajectories({**asked, "retour": [refused]})] == ["99"]


def test_a_version_that_grants_a_change_keeps_the_referrer_of_the_request() -> None:
    changed = assignment(toewijzingsdatum=DAY, referentie="W7", einddatum=date(2024, 9, 30))
    asked = {"toewijzing": [assignment(referentie="R1"), changed], "start": [start()], "verzoek": [request()]}
    (found,) = trajectories(asked)
    assert (found["verwijzer"], found["einde"]) == ("02", date(2024, 9, 30))


def test_a_refused_claim_line_is_no_cost() -> None:
    lines = [claim("1", cents=500), claim("2", cents=700)]
    answer = {"declaratieantwoord": [claim_answer(DAY, retourcodes="0200")]}
    assert costs(prestatie=lines, **answer, afgewezen_prestatie=[refused_line("2", DAY)]) == [500]


def test_a_claim_that_was_granted_in_full_counts() -> None:
    assert costs(prestatie=[claim("1", cents=500)], declaratieantwoord=[claim_answer(DAY, retourcodes="8001")]) == [500]


@pytest.mark.parametrize("codes", [{"retourcodes_kop": "0001"}, {"retourcodes": "9333"}])
def test_a_claim_refused_as_a_whole_costs_nothing(codes: dict[str, str]) -> None:
    lines = [claim("1", cents=500), claim("2", cents=700)]
    assert costs(prestatie=lines, declaratieantwoord=[claim_answer(DAY, **codes)]) == []


def test_a_line_refused_and_claimed_anew_counts_once_as_claimed_anew() -> None:
    month = date(2024, 3, 1)
    lines = [claim("1", cents=500), claim("3", cents=400, dagtekening=month, bericht_id="2")]
    assert costs(prestatie=lines, afgewezen_prestatie=[refused_line("1", DAY)]) == [400]


def test_a_line_refused_because_it_was_received_before_leaves_the_first() -> None:
    again = claim("1", cents=500, dagtekening=date(2024, 3, 1), bericht_id="2")
    told = refused_line("1", date(2024, 3, 1), declaratie_id="2", retourcodes="8021")
    assert costs(prestatie=[claim("1", cents=500), again], afgewezen_prestatie=[told]) == [500]


def test_a_refused_credit_line_cancels_nothing() -> None:
    credit = claim("2", debet_credit="C", vorig_referentienummer="1", dagtekening=date(2024, 3, 1), bericht_id="2")
    told = refused_line("2", date(2024, 3, 1), declaratie_id="2", debet_credit="C")
    assert costs(prestatie=[claim("1", cents=500), credit], afgewezen_prestatie=[told]) == [500]


def test_the_refusal_of_a_line_that_comes_a_quarter_later_counts_as_well() -> None:
    with DuckDBEngine(threads=1) as engine:
        first = events_of(engine, "2024KW01", **FIRST, prestatie=[claim("1")])
        later = events_of(engine, "2024KW02", afgewezen_prestatie=[refused_line("1", DAY)])
        assert model_of(engine, first, later)["declaratieregel"] == []
