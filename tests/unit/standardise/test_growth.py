"""How figures grew with each delivery: from messages of several quarters to the table `aangroei`."""

from datetime import date

from tests.support.raw_rows import (
    BRAM,
    FIRST,
    assignment,
    claim,
    events_of,
    model_of,
    provision,
    refused_line,
    start,
)

from graadmeter.domain.growth_tables import Family
from graadmeter.domain.periods import quarter
from graadmeter.engine.duckdb import DuckDBEngine


def _grown(*sessions):
    with DuckDBEngine(threads=1) as engine:
        events = [events_of(engine, quarter(FIRST + at).code, **tables) for at, tables in enumerate(sessions)]
        model = model_of(engine, *events)
    return model, [
        (row["familie"], row["kw"] - FIRST, row["kw_bekend"] - FIRST, row["aantal"]) for row in model["aangroei"]
    ]


def test_a_trajectory_is_known_when_its_start_and_its_assignment_are():
    model, grown = _grown(
        {"toewijzing": [assignment(), assignment(toewijzingnummer="2", bsn=BRAM)], "start": [start()]},
        {"start": [start(toewijzingnummer="2", bsn=BRAM), start(date(2024, 3, 30), toewijzingnummer="3", bsn=BRAM)]},
        {"toewijzing": [assignment(toewijzingnummer="3", bsn=BRAM, ingangsdatum=date(2024, 3, 30))]},
    )
    assert len(model["traject"]) == 2  # the third overlaps the second of the same person, form and provider
    assert grown == [(Family.YOUTH_BEGUN, 0, 0, 1), (Family.YOUTH_BEGUN, 0, 1, 1)]


def test_what_is_told_ahead_is_known_in_its_quarter_and_withdrawn_starts_are_not_known():
    _, grown = _grown(
        {"toewijzing": [assignment()], "start": [start(date(2024, 4, 2), dagtekening=date(2024, 3, 20))]},
        {},
        {
            "start": [
                start(date(2024, 4, 2), dagtekening=date(2024, 7, 1), status_aanlevering="3"),
                start(date(2024, 4, 2), dagtekening=date(2024, 7, 2)),
            ]
        },
    )
    assert grown == [(Family.YOUTH_BEGUN, 1, 2, 1)]
    _, ahead = _grown({"toewijzing": [assignment()], "start": [start(date(2024, 4, 2))]}, {})
    assert ahead == [(Family.YOUTH_BEGUN, 1, 1, 1)]


def test_a_provision_of_the_extract_is_known_with_its_first_row():
    told_late = provision("2024KW02", leveringsvorm="PGB", begindatum=date(2024, 2, 1))
    _, grown = _grown({}, {"voorziening": [told_late]}, {"voorziening": [told_late | {"kwartaal": "2024KW03"}]})
    assert grown == [(Family.YOUTH_BEGUN, 0, 1, 1)]


def test_amounts_grow_with_lines_shrink_with_credits_and_end_at_the_net_amount():
    cents = 10_000
    credit = {"debet_credit": "C", "vorig_referentienummer": "1", "dagtekening": date(2024, 8, 1)}
    model, grown = _grown(
        {"toewijzing": [assignment()], "start": [start()], "prestatie": [claim("1"), claim("2", cents=500)]},
        {"prestatie": [claim("3", cents=700, dagtekening=date(2024, 5, 1)), claim("4", date(2024, 4, 1), cents=900)]},
        {
            "prestatie": [
                claim("5", **credit),
                claim("6", cents=8_000, dagtekening=date(2024, 8, 1)),
                claim("2", cents=500),
            ],
            "afgewezen_prestatie": [refused_line("4", date(2024, 4, 1))],
        },
    )
    spent = [row for row in grown if row[0] == Family.CLAIMED]
    assert spent == [
        (Family.CLAIMED, 0, 0, cents + 500),
        (Family.CLAIMED, 0, 1, 700),
        (Family.CLAIMED, 0, 2, 8_000 - cents),
    ]
    assert sum(row[3] for row in spent) == sum(row["bedrag_cent"] for row in model["declaratieregel"])
