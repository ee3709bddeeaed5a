"""The tables other counting rules need: pieces beside what was merged, the 23rd birthday, closing, living elsewhere."""

from datetime import date
from typing import Any

from tests.support.raw_rows import BRAM, assignment, events_of, model_of, modelled, provision, start, stop

from graadmeter.engine.duckdb import DuckDBEngine

KW1 = 2024 * 4
TWO = {"toewijzingnummer": "2"}
ENGINE = DuckDBEngine(threads=1)


def rule_rows(*sessions: dict[str, Any], last: str = "2025KW04") -> list[dict[str, Any]]:
    """The rows of `regeltraject` after one session per quarter from 2024KW01 on."""
    events = [events_of(ENGINE, f"2024KW0{at}", **tables) for at, tables in enumerate(sessions, 1)]
    return model_of(ENGINE, *events, last=last)["regeltraject"]


def test_what_is_merged_stands_beside_its_pieces() -> None:
    found = rule_rows(
        {
            "toewijzing": [assignment(), assignment(**TWO)],
            "start": [start(), start(date(2024, 3, 1), **TWO)],
            "stop": [stop(date(2024, 5, 1)), stop(date(2024, 8, 1), begindatum=date(2024, 3, 1), **TWO)],
        }
    )
    spans = {(row["samen"], row["los"], row["jeugd_van"], row["jeugd_tot"]) for row in found}
    assert spans == {(True, False, KW1, KW1 + 2), (False, True, KW1, KW1 + 1), (False, True, KW1, KW1 + 2)}
    assert len(found) == 3


def test_what_does_not_overlap_counts_both_ways() -> None:
    found = rule_rows(
        {
            "toewijzing": [assignment(), assignment(**TWO)],
            "start": [start(), start(date(2024, 5, 2), **TWO)],
            "stop": [stop(date(2024, 5, 1))],
        }
    )
    assert [(row["samen"], row["los"]) for row in found] == [(True, True), (True, True)]


def test_days_before_the_23rd_birthday() -> None:
    cases = [
        (date(2001, 5, 17), date(2024, 1, 10), (None, None, KW1, KW1 + 1)),
        (date(2001, 5, 17), date(2024, 5, 16), (None, None, KW1 + 1, KW1 + 1)),
        (date(2001, 5, 17), date(2024, 5, 17), None),
        (date(2001, 4, 1), date(2024, 1, 10), (None, None, KW1, KW1)),
        (date(2006, 5, 17), date(2024, 1, 11), (KW1, KW1 + 1, KW1, KW1 + 7)),
        (date(2004, 2, 29), date(2022, 2, 28), (KW1 - 8, KW1 - 8, KW1 - 8, KW1 + 7)),
    ]
    who = [
        {"bsn": f"10000000{at}", "geboortedatum": born, "toewijzingnummer": str(at + 1), "aanbieder": f"0101010{at}"}
        for at, (born, _, _) in enumerate(cases)
    ]
    begins = [begin for _, begin, _ in cases]
    found = rule_rows(
        {
            "toewijzing": [assignment(ingangsdatum=at, **one) for at, one in zip(begins, who, strict=True)],
            "start": [start(at, **one) for at, one in zip(begins, who, strict=True)],
        }
    )
    spans = [tuple(row[name] for name in ("jeugd_van", "jeugd_tot", "jong_van", "jong_tot")) for row in found]
    assert sorted(map(str, spans)) == sorted(str(expected) for _, _, expected in cases if expected)


def test_running_care_that_later_extracts_do_not_name_is_closed() -> None:
    """Anna's is closed; Bram's is not, the latest extract still holds it; nor hers that no extract ever held."""
    never = {"toewijzingnummer": "2", "aanbieder": "02020202", "ingangsdatum": date(2024, 1, 2)}
    messages = {
        "toewijzing": [assignment(), assignment(**never)],
        "start": [start(), start(date(2024, 1, 2), **TWO)],
        "voorziening": [provision(toewijzingnummer="1")],
    }
    other = provision("2024KW02", bsn=BRAM, voorziening_id="V2", hulpvorm="01")
    found = rule_rows(messages, {"voorziening": [other]})
    assert sorted((row["kw_gesloten"] or 0, row["jong_tot"]) for row in found) == [
        (0, KW1 + 7),
        (0, KW1 + 7),
        (KW1, KW1 + 7),
    ]


def test_care_with_an_end_is_not_closed() -> None:
    first = {"toewijzing": [assignment()], "start": [start()], "stop": [stop(date(2024, 8, 1))]}
    found = rule_rows(
        first | {"voorziening": [provision(toewijzingnummer="1")]},
        {"voorziening": [provision("2024KW02", bsn=BRAM, voorziening_id="V2", hulpvorm="01")]},
    )
    assert [row["kw_gesloten"] for row in found] == [None, None]


def test_living_elsewhere_is_told_by_the_wijk() -> None:
    cases = {
        "100000000": ["WK015300"],
        "100000001": ["WK015300", "WK014110"],
        "100000002": ["WK015300", "WK014199"],
        "100000003": ["WK019999", "WK018800"],
        "100000004": [None],
    }
    rows = [
        provision(voorziening_id=f"V{bsn}{at}", wijk=wijk, bsn=bsn)
        for bsn, wijken in cases.items()
        for at, wijk in enumerate(wijken)
    ]
    elsewhere = [row["woongemeente"] for row in modelled(voorziening=rows)["regeladres"]]
    assert sorted(elsewhere) == ["GM0153", "GM0188"], "elsewhere counts only without any wijk here; the lowest code"
