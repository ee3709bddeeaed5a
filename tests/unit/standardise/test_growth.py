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


def test_each_figure_is_known_with_the_delivery_that_completes_it():
    """1-3 begin in one quarter (3 overlaps 2: one trajectory), 4 and 5 are told ahead, a sixth has no messages."""
    ahead = start(date(2024, 4, 2), dagtekening=date(2024, 3, 20), toewijzingnummer="4", aanbieder="04040404")
    numbers = {"1": {}, "2": {"bsn": BRAM}, "4": {"aanbieder": "04040404"}, "5": {"aanbieder": "05050505"}}
    credit = {"debet_credit": "C", "vorig_referentienummer": "1", "dagtekening": date(2024, 8, 1)}
    told_late = provision("2024KW02", leveringsvorm="PGB", begindatum=date(2024, 2, 1), bsn=BRAM)
    model, grown = _grown(
        {
            "toewijzing": [assignment(toewijzingnummer=number, **values) for number, values in numbers.items()],
            "start": [start(), ahead, ahead | {"toewijzingnummer": "5", "aanbieder": "05050505"}],
            "prestatie": [claim("1"), claim("2", cents=500)],
        },
        {
            "start": [start(toewijzingnummer="2", bsn=BRAM), start(date(2024, 3, 30), toewijzingnummer="3", bsn=BRAM)],
            "prestatie": [
                claim("3", cents=700, dagtekening=date(2024, 5, 1)),
                claim("4", date(2024, 4, 1), cents=900),
            ],
            "voorziening": [told_late],
        },
        {
            "toewijzing": [assignment(toewijzingnummer="3", bsn=BRAM, ingangsdatum=date(2024, 3, 30))],
            "start": [
                ahead | {"dagtekening": date(2024, 7, 1), "status_aanlevering": "3"},
                ahead | {"dagtekening": date(2024, 7, 2)},
            ],
            "prestatie": [
                claim("5", **credit),
                claim("6", cents=8_000, dagtekening=date(2024, 8, 1)),
                claim("2", cents=500),
            ],
            "afgewezen_prestatie": [refused_line("4", date(2024, 4, 1))],
            "voorziening": [told_late | {"kwartaal": "2024KW03"}],
        },
    )
    begun = [row[1:] for row in grown if row[0] == Family.YOUTH_BEGUN]
    assert begun == [
        (0, 0, 1),  # 1
        (0, 1, 2),  # 2 when its start came, 6 with its first row
        (1, 1, 1),  # 5: what is told ahead is known in its own quarter
        (1, 2, 1),  # 4: withdrawn and sent again
    ]
    assert len(model["traject"]) == 5
    spent = [row[1:] for row in grown if row[0] == Family.CLAIMED]
    assert spent == [
        (0, 0, 10_000 + 500),
        (0, 1, 700),
        (0, 2, 8_000 - 10_000),  # a credit takes off, its correction adds; a line sent twice, or refused, adds nothing
    ]
    assert sum(row[2] for row in spent) == sum(row["bedrag_cent"] for row in model["declaratieregel"])
