"""Wrong numbers that messages can silently give, one test each. Never weaken these."""

from datetime import date

import pytest
from tests.support.raw_rows import (
    AMBULANT,
    BRAM,
    OTS,
    PLEEGZORG,
    VERVOER,
    assignment,
    claim,
    modelled,
    provision,
    request,
    start,
    stop,
    trajectories,
)


def test_an_assignment_without_a_start_is_no_trajectory() -> None:
    assert trajectories({"toewijzing": [assignment()]}) == []


def test_a_start_without_an_assignment_is_no_trajectory() -> None:
    assert trajectories({"start": [start()]}) == []


def test_a_removed_assignment_never_existed() -> None:
    removed = assignment(
        toewijzingsdatum=date(2024, 2, 1),
        reden_wijziging="13",
        einddatum=date(2024, 1, 1),
        ingangsdatum=date(2024, 1, 1),
    )
    assert trajectories({"toewijzing": [assignment(), removed], "start": [start()]}) == []


def test_reason_13_with_other_dates_removes_nothing() -> None:
    shortened = assignment(toewijzingsdatum=date(2024, 2, 1), reden_wijziging="13", einddatum=date(2024, 3, 31))
    (found,) = trajectories({"toewijzing": [assignment(), shortened], "start": [start()]})
    assert found["einde"] == date(2024, 3, 31)


def test_reason_14_is_an_administrative_correction_and_removes_nothing() -> None:
    corrected = assignment(
        toewijzingsdatum=date(2024, 2, 1),
        reden_wijziging="14",
        ingangsdatum=date(2024, 1, 1),
        einddatum=date(2024, 1, 1),
    )
    later = assignment(toewijzingsdatum=date(2024, 2, 2), reden_wijziging="14", einddatum=date(2024, 8, 31))
    (found,) = trajectories({"toewijzing": [assignment(), corrected, later], "start": [start()]})
    assert found["einde"] == date(2024, 8, 31)
    (day,) = trajectories({"toewijzing": [assignment(), corrected], "start": [start(date(2024, 1, 1))]})
    assert day["einde"] == date(2024, 1, 1)


def test_the_latest_version_counts_whatever_the_order_of_delivery() -> None:
    later = assignment(toewijzingsdatum=date(2024, 2, 1), toewijzingstijd="09:00:01", einddatum=date(2024, 5, 31))
    earlier = assignment(toewijzingsdatum=date(2024, 2, 1), toewijzingstijd="09:00:00", einddatum=date(2024, 4, 30))
    (found,) = trajectories({"toewijzing": [later, earlier, assignment()], "start": [start()]})
    assert found["einde"] == date(2024, 5, 31)


def test_a_correction_after_the_period_changes_the_period() -> None:
    first = {"toewijzing": [assignment(einddatum=date(2024, 3, 1))], "start": [start()]}
    third = {"toewijzing": [assignment(toewijzingsdatum=date(2024, 8, 1), einddatum=date(2024, 6, 30))]}
    (found,) = trajectories(first, {}, third)
    assert found["einde"] == date(2024, 6, 30)


def test_a_withdrawn_start_starts_nothing() -> None:
    withdrawn = start(status_aanlevering="3", dagtekening=date(2024, 4, 2))
    assert trajectories({"toewijzing": [assignment()], "start": [start()]}, {"start": [withdrawn]}) == []


def test_a_withdrawal_leaves_starts_with_another_day_alone() -> None:
    wrong, right = start(date(2024, 1, 2)), start(date(2024, 1, 20), dagtekening=date(2024, 2, 1))
    withdrawn = start(date(2024, 1, 2), status_aanlevering="3", dagtekening=date(2024, 2, 1))
    (found,) = trajectories({"toewijzing": [assignment()], "start": [wrong, withdrawn, right]})
    assert found["begin"] == date(2024, 1, 20)


def test_a_start_sent_again_after_its_withdrawal_on_the_same_day_counts() -> None:
    day = {"dagtekening": date(2024, 2, 1)}
    records = [start(), start(status_aanlevering="3", **day), start(**day)]
    (found,) = trajectories({"toewijzing": [assignment()], "start": records})
    assert found["begin"] == date(2024, 1, 10)


def test_a_withdrawal_undoes_a_start_that_came_twice() -> None:
    records = [
        start(),
        start(dagtekening=date(2024, 1, 12)),
        start(status_aanlevering="3", dagtekening=date(2024, 2, 1)),
    ]
    assert trajectories({"toewijzing": [assignment()], "start": records}) == []


def test_a_start_that_came_twice_is_one_trajectory_with_the_earliest_begin() -> None:
    both = [start(date(2024, 1, 20)), start(date(2024, 1, 10))]
    (found,) = trajectories({"toewijzing": [assignment()], "start": both})
    assert found["begin"] == date(2024, 1, 10)


def test_messages_delivered_twice_count_once() -> None:
    quarter = {
        "toewijzing": [assignment()],
        "start": [start()],
        "stop": [stop(date(2024, 3, 1))],
        "prestatie": [claim("1")],
    }
    again = {name: [dict(row) for row in rows] for name, rows in quarter.items()}
    (found,) = trajectories(quarter, again)
    assert (found["begin"], found["einde"]) == (date(2024, 1, 10), date(2024, 3, 1))


def test_a_temporary_stop_ends_nothing() -> None:
    (found,) = trajectories(
        {"toewijzing": [assignment()], "start": [start()], "stop": [stop(date(2024, 3, 1), reden_beeindiging="20")]}
    )
    assert found["einde"] is None
    assert found["reden_einde"] is None


def test_a_definitive_stop_after_a_temporary_one_ends_the_care() -> None:
    stops = [stop(date(2024, 3, 1), reden_beeindiging="20"), stop(date(2024, 3, 15), reden_beeindiging="32")]
    (found,) = trajectories({"toewijzing": [assignment()], "start": [start()], "stop": stops})
    assert (found["einde"], found["reden_einde"]) == (date(2024, 3, 15), "32")


def test_care_resumed_after_a_temporary_stop_is_one_trajectory() -> None:
    (found,) = trajectories(
        {
            "toewijzing": [assignment()],
            "start": [start(), start(date(2024, 5, 1))],
            "stop": [
                stop(date(2024, 3, 1), reden_beeindiging="20"),
                stop(date(2024, 9, 1), begindatum=date(2024, 5, 1)),
            ],
        }
    )
    assert (found["begin"], found["einde"]) == (date(2024, 1, 10), date(2024, 9, 1))


def test_care_resumed_after_a_definitive_stop_runs_on() -> None:
    (found,) = trajectories(
        {"toewijzing": [assignment()], "start": [start(), start(date(2024, 5, 1))], "stop": [stop(date(2024, 3, 1))]}
    )
    assert found["einde"] is None


def test_a_withdrawn_stop_ends_nothing() -> None:
    withdrawn = stop(date(2024, 3, 1), status_aanlevering="3", dagtekening=date(2024, 4, 1))
    (found,) = trajectories(
        {"toewijzing": [assignment()], "start": [start()], "stop": [stop(date(2024, 3, 1)), withdrawn]}
    )
    assert found["einde"] is None


def test_a_stop_for_another_reason_stays_when_one_is_withdrawn() -> None:
    stops = [
        stop(date(2024, 3, 1), reden_beeindiging="32"),
        stop(date(2024, 3, 1), reden_beeindiging="32", status_aanlevering="3", dagtekening=date(2024, 4, 1)),
        stop(date(2024, 3, 9), reden_beeindiging="31"),
    ]
    (found,) = trajectories({"toewijzing": [assignment()], "start": [start()], "stop": stops})
    assert (found["einde"], found["reden_einde"]) == (date(2024, 3, 9), "31")


def test_without_a_stop_the_assignment_ends_the_care() -> None:
    (found,) = trajectories({"toewijzing": [assignment(einddatum=date(2024, 12, 31))], "start": [start()]})
    assert (found["einde"], found["kw_einde"]) == (date(2024, 12, 31), 2024 * 4 + 3)


def test_the_same_number_in_the_other_domain_is_another_assignment() -> None:
    wmo = {"domein": "wmo", "categorie": "02", "productcode": None}
    found = trajectories(
        {
            "toewijzing": [assignment(), assignment(**wmo)],
            "start": [start(), start(date(2024, 2, 1), **wmo)],
            "stop": [stop(date(2024, 3, 1))],
        }
    )
    assert sorted((one["wet"], one["einde"]) for one in found) == [("jeugdwet", date(2024, 3, 1)), ("wmo", None)]


def test_overlapping_trajectories_of_one_form_and_provider_are_one() -> None:
    (found,) = trajectories(
        {
            "toewijzing": [assignment(), assignment(toewijzingnummer="2")],
            "start": [start(date(2024, 1, 10)), start(date(2024, 3, 1), toewijzingnummer="2")],
            "stop": [
                stop(date(2024, 3, 1)),
                stop(date(2024, 6, 1), toewijzingnummer="2", begindatum=date(2024, 3, 1), reden_beeindiging="34"),
            ],
            "voorziening": [
                provision(toewijzingnummer="1", verwijzer="02", crisis="J"),
                provision(toewijzingnummer="2", voorziening_id="V2", verwijzer="05"),
            ],
        }
    )
    assert (found["begin"], found["einde"], found["reden_einde"]) == (date(2024, 1, 10), date(2024, 6, 1), "34")
    assert (found["verwijzer"], found["crisis"]) == ("02", True)


def test_a_trajectory_inside_another_does_not_shorten_it() -> None:
    (found,) = trajectories(
        {
            "toewijzing": [assignment(), assignment(toewijzingnummer="2"), assignment(toewijzingnummer="3")],
            "start": [
                start(date(2024, 1, 10)),
                start(date(2024, 2, 1), toewijzingnummer="2"),
                start(date(2024, 5, 1), toewijzingnummer="3"),
            ],
            "stop": [
                stop(date(2024, 6, 1)),
                stop(date(2024, 3, 1), toewijzingnummer="2", begindatum=date(2024, 2, 1)),
                stop(date(2024, 5, 20), toewijzingnummer="3", begindatum=date(2024, 5, 1)),
            ],
        }
    )
    assert (found["begin"], found["einde"]) == (date(2024, 1, 10), date(2024, 6, 1))


def test_a_chain_of_overlaps_is_one_trajectory() -> None:
    begins = {"1": date(2024, 1, 10), "2": date(2024, 1, 20), "3": date(2024, 5, 1)}
    ends = {"1": date(2024, 2, 1), "2": date(2024, 6, 1), "3": date(2024, 5, 20)}
    (found,) = trajectories(
        {
            "toewijzing": [assignment(toewijzingnummer=number) for number in begins],
            "start": [start(begin, toewijzingnummer=number) for number, begin in begins.items()],
            "stop": [stop(end, toewijzingnummer=number, begindatum=begins[number]) for number, end in ends.items()],
        }
    )
    assert (found["begin"], found["einde"]) == (date(2024, 1, 10), date(2024, 6, 1))


def test_a_running_trajectory_absorbs_later_ones() -> None:
    (found,) = trajectories(
        {
            "toewijzing": [assignment(), assignment(toewijzingnummer="2")],
            "start": [start(date(2024, 1, 10)), start(date(2024, 5, 1), toewijzingnummer="2")],
            "stop": [stop(date(2024, 6, 1), toewijzingnummer="2", begindatum=date(2024, 5, 1))],
        }
    )
    assert found["einde"] is None


@pytest.mark.parametrize(
    "other",
    [
        {"aanbieder": "02020202"},
        {"productcode": "45A12", "categorie": "45"},
        {"productcode": OTS, "categorie": "48"},
        {"bsn": BRAM},
    ],
    ids=["other provider", "other form", "other kind with the same form code", "other person"],
)
def test_what_is_not_the_same_care_stays_apart(other: dict[str, object]) -> None:
    first = {"productcode": PLEEGZORG, "categorie": "43"}
    second = first | other | {"toewijzingnummer": "2"}
    found = trajectories(
        {
            "toewijzing": [assignment(**first), assignment(**second)],
            "start": [start(**first), start(date(2024, 2, 1), **second)],
        }
    )
    assert len(found) == 2


def test_care_from_the_day_after_is_a_new_trajectory() -> None:
    found = trajectories(
        {
            "toewijzing": [assignment(), assignment(toewijzingnummer="2")],
            "start": [start(), start(date(2024, 3, 2), toewijzingnummer="2")],
            "stop": [stop(date(2024, 3, 1))],
        }
    )
    assert [one["begin"] for one in found] == [date(2024, 1, 10), date(2024, 3, 2)]


def test_transport_is_cost_and_never_a_trajectory() -> None:
    ride = {"categorie": "42", "productcode": VERVOER}
    found = modelled(
        toewijzing=[assignment(**ride)],
        start=[start(**ride)],
        prestatie=[claim("1", **ride)],
        voorziening=[provision(productcode=VERVOER, leveringsvorm="PGB")],
    )
    assert found["traject"] == []
    assert [(line["vervoer"], line["soort"], line["bedrag_cent"]) for line in found["declaratieregel"]] == [
        (True, "vervoer", 10_000)
    ]


def test_a_credited_line_is_no_cost_and_its_correction_is() -> None:
    lines = modelled(
        prestatie=[
            claim("1", cents=10_000),
            claim("2", cents=10_000, debet_credit="C", vorig_referentienummer="1"),
            claim("3", cents=8_000),
        ]
    )["declaratieregel"]
    assert [line["bedrag_cent"] for line in lines] == [8_000]


def test_a_credit_line_of_another_provider_cancels_nothing() -> None:
    lines = modelled(
        prestatie=[claim("1"), claim("2", debet_credit="C", vorig_referentienummer="1", aanbieder="02020202")]
    )["declaratieregel"]
    assert [line["bedrag_cent"] for line in lines] == [10_000]


def test_a_credit_line_for_what_was_never_delivered_is_no_negative_cost() -> None:
    lines = modelled(prestatie=[claim("2", debet_credit="C", vorig_referentienummer="1")])["declaratieregel"]
    assert lines == []


def test_a_claim_line_delivered_twice_is_paid_once() -> None:
    assert len(modelled(prestatie=[claim("1"), claim("1")])["declaratieregel"]) == 1


def test_equal_lines_with_their_own_numbers_are_two_costs() -> None:
    assert len(modelled(prestatie=[claim("1"), claim("2")])["declaratieregel"]) == 2


def test_a_claim_counts_in_the_quarter_of_the_care() -> None:
    late = claim("1", date(2024, 3, 1), dagtekening=date(2024, 7, 5))
    assert [line["kw"] for line in modelled(prestatie=[late])["declaratieregel"]] == [2024 * 4]


def test_the_referrer_of_the_extract_goes_before_that_of_the_request() -> None:
    quarter = {
        "toewijzing": [assignment(referentie="R1")],
        "start": [start()],
        "verzoek": [request(verwijzer_type="02")],
    }
    assert [one["verwijzer"] for one in trajectories(quarter)] == ["02"]
    told = quarter | {"voorziening": [provision(toewijzingnummer="1", verwijzer="05")]}
    assert [one["verwijzer"] for one in trajectories(told)] == ["05"]
    silent = quarter | {"voorziening": [provision(toewijzingnummer="1", verwijzer="99")]}
    assert [one["verwijzer"] for one in trajectories(silent)] == ["02"]
    nobody = {"toewijzing": [assignment()], "start": [start()], "verzoek": [request()]}
    assert [one["verwijzer"] for one in trajectories(nobody)] == ["99"]


def test_a_version_without_the_reference_keeps_the_referrer() -> None:
    extended = assignment(toewijzingsdatum=date(2024, 3, 1), einddatum=date(2024, 12, 31))
    quarter = {"toewijzing": [assignment(referentie="R1"), extended], "start": [start()], "verzoek": [request()]}
    assert [one["verwijzer"] for one in trajectories(quarter)] == ["02"]


def test_a_provision_in_several_extracts_is_one_trajectory_as_last_told() -> None:
    own = {"hulpvorm": "01", "lokaal_team": "J", "aanbieder": "09999999"}
    (found,) = trajectories(
        {"voorziening": [provision("2024KW01", **own)]},
        {"voorziening": [provision("2024KW02", **own, einddatum=date(2024, 5, 1), verwijzer="01")]},
    )
    assert (found["begin"], found["einde"], found["verwijzer"]) == (date(2024, 1, 10), date(2024, 5, 1), "01")


def test_an_extract_row_with_an_assignment_is_no_trajectory_of_its_own() -> None:
    assert trajectories({"voorziening": [provision(toewijzingnummer="1", productcode=AMBULANT)]}) == []


def test_leading_zeros_in_an_assignment_number_are_the_same_number() -> None:
    (found,) = trajectories(
        {"toewijzing": [assignment(toewijzingnummer="000000001")], "start": [start()], "stop": [stop(date(2024, 3, 1))]}
    )
    assert found["einde"] == date(2024, 3, 1)


def test_care_that_ends_before_it_begins_never_was() -> None:
    corrected = assignment(einddatum=date(2024, 1, 5))
    assert trajectories({"toewijzing": [corrected], "start": [start()]}) == []
