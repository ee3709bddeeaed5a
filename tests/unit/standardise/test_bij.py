"""The rules of the CBS protocol on provider records: redelivery, merging, residence, hand-over, unknowns."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from tests.support.raw_rows import ANNA, BRAM, model_of, raw

from graadmeter.catalogue.products import base_products
from graadmeter.domain.periods import parse_period
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.standardise.inputs import complete
from graadmeter.standardise.protocols import protocol_events
from graadmeter.standardise.records import standardise
from graadmeter.standardise.steps import bij

Rows = Sequence[Mapping[str, Any]]
H1, H2 = "2025HJ01", "2025HJ02"
A, B, C = "30000001", "30000002", "30000003"
NUMBERS = """SELECT persoon AS pseudoniem, row_number() OVER (ORDER BY persoon) AS persoon
FROM (SELECT DISTINCT persoon FROM event_bij_record)"""
_PERSON = {"bsn": ANNA, "geboortedatum": "20100517", "geslacht": "V", "woonplaats": "0141"}


def care(begin: date = date(2025, 2, 1), end: date | None = None, /, **values: Any) -> dict[str, Any]:
    fixed = {"periode": H1, "verwijzer": "02", "hulpvorm": "02", "crisis": "02"}
    return {**_PERSON, **fixed, "begindatum": begin, "einddatum": end, **values}


def order(begin: date | None = date(2025, 2, 1), end: date | None = None, /, **values: Any) -> dict[str, Any]:
    return {**_PERSON, "periode": H1, "maatregel": "11", "begindatum": begin, "einddatum": end, **values}


def delivered(*sessions: tuple[str, str, Mapping[str, Rows]]) -> list[dict[str, Any]]:
    """The `bij_traject` that follows from (deliverer, period, raw tables), in the order of the model."""
    with DuckDBEngine(threads=1) as engine:
        events = [
            dict(
                protocol_events(
                    engine,
                    complete(raw(**tables)),
                    session=f"{who}-{period}-00000000",
                    deliverer=who,
                    quarter=parse_period(period).first,
                )
            )["bij_record"]
            for who, period, tables in sessions
        ]
        engine.register("event_bij_record", pa.concat_tables(events))
        engine.run(f"CREATE TABLE m_persoonsnummer AS {NUMBERS}")
        for step in bij.STEPS:
            engine.run(f"CREATE TABLE {step.name} AS {step.sql}")
        return engine.query("FROM bij_traject").to_pylist()


def spells(*sessions: tuple[str, str, Mapping[str, Rows]]) -> list[tuple[Any, ...]]:
    rows = delivered(*sessions)
    return [(row["aanbieder"], row["vorm"], row["begin"], row["einddatum"]) for row in rows]


def help_of(who: str, *rows: Mapping[str, Any], period: str = H1) -> tuple[str, str, Mapping[str, Rows]]:
    return who, period, {"bij_jeugdhulp": rows}


def orders_of(who: str, *rows: Mapping[str, Any], period: str = H1) -> tuple[str, str, Mapping[str, Rows]]:
    return who, period, {"bij_jeugdbescherming": rows}


def test_a_redelivery_replaces_its_period_whole() -> None:
    first = help_of(A, care(date(2025, 2, 1)), care(date(2025, 3, 1), hulpvorm="03"))
    again = help_of(A, care(date(2025, 2, 2)), care(date(2025, 8, 1), periode=H2, hulpvorm="04"), period=H2)
    assert spells(first, again) == [(A, "02", date(2025, 2, 2), None), (A, "04", date(2025, 8, 1), None)]


def test_a_period_that_is_not_delivered_again_stays() -> None:
    first, later = help_of(A, care(date(2025, 2, 1))), help_of(A, care(date(2025, 8, 1), periode=H2), period=H2)
    assert len(spells(first, later)) == 1, "one form with one provider, running: the same care"
    later = help_of(A, care(date(2025, 8, 1), periode=H2, hulpvorm="03"), period=H2)
    assert spells(first, later) == [(A, "02", date(2025, 2, 1), None), (A, "03", date(2025, 8, 1), None)]


def test_the_latest_period_tells_how_a_record_stands() -> None:
    first = help_of(A, care(date(2025, 2, 1)))
    later = help_of(A, care(date(2025, 2, 1), date(2025, 9, 1), periode=H2, reden_einde="03"), period=H2)
    (row,) = delivered(first, later)
    assert (row["einddatum"], row["reden_einde"], row["kw_gemeld"]) == (date(2025, 9, 1), "03", 8103)


def test_another_deliverer_replaces_nothing() -> None:
    assert len(spells(help_of(A, care()), help_of(B, care(), period=H2))) == 2


@pytest.mark.parametrize(
    ("second", "count"),
    [((date(2025, 2, 20), date(2025, 4, 1)), 1), ((date(2025, 3, 1), None), 1), ((date(2025, 3, 2), None), 2)],
)
def test_overlapping_records_are_one_and_the_day_after_is_another(second: Any, count: int) -> None:
    rows = spells(help_of(A, care(date(2025, 2, 1), date(2025, 3, 1)), care(*second)))
    assert len(rows) == count
    assert (rows[0][2], rows[-1][3]) == (date(2025, 2, 1), second[1])


def test_a_record_inside_another_does_not_end_it() -> None:
    outer, inner = care(date(2025, 2, 1), date(2025, 6, 1)), care(date(2025, 3, 1), date(2025, 4, 1))
    late = care(date(2025, 5, 1), date(2025, 5, 2))
    assert spells(help_of(A, outer, inner, late)) == [(A, "02", date(2025, 2, 1), date(2025, 6, 1))]


@pytest.mark.parametrize(
    ("module", "kept"),
    [
        (care(date(2025, 3, 1), date(2025, 4, 1)), False),
        (care(date(2025, 3, 1), date(2025, 4, 1), hulpvorm="04"), False),
        (care(date(2025, 1, 1), date(2025, 4, 1)), True),
        (care(date(2025, 3, 1)), True),
        (care(date(2025, 3, 1), date(2025, 4, 1), bsn=BRAM), True),
    ],
)
def test_ambulant_help_within_residence_belongs_to_it(module: dict[str, Any], *, kept: bool) -> None:
    residence = care(date(2025, 2, 1), date(2025, 6, 1), hulpvorm="14")
    assert len(spells(help_of(A, residence, module))) == 1 + kept
    assert len(spells(help_of(A, residence), help_of(B, module))) == 2, "another provider's help is its own"


def test_a_measure_handed_over_twice_is_one() -> None:
    rows = delivered(
        orders_of(A, order(date(2025, 2, 1), overgedragen=date(2025, 3, 1))),
        orders_of(B, order(None, overgenomen=date(2025, 3, 2), overgedragen=date(2025, 4, 1))),
        orders_of(C, order(None, date(2025, 6, 1), overgenomen=date(2025, 4, 2), reden_einde="04")),
    )
    (row,) = rows
    assert (row["aanbieder"], row["begin"], row["einddatum"]) == (C, date(2025, 2, 1), date(2025, 6, 1))
    assert (row["overdrachten"], row["begin_bekend"], row["reden_einde"]) == (2, True, "04")


def test_taken_over_on_another_day_is_not_the_same_measure() -> None:
    rows = delivered(
        orders_of(A, order(date(2025, 2, 1), overgedragen=date(2025, 3, 1))),
        orders_of(B, order(None, overgenomen=date(2025, 3, 4))),
    )
    assert [(row["begin"], row["begin_bekend"], row["einddatum"]) for row in rows] == [
        (date(2025, 2, 1), True, None),
        (date(2025, 3, 4), False, None),
    ]


def test_a_measure_beside_a_hand_over_does_not_break_it() -> None:
    rows = delivered(
        orders_of(A, order(date(2025, 2, 1), overgedragen=date(2025, 5, 1))),
        orders_of(B, order(None, overgenomen=date(2025, 5, 2))),
        orders_of(C, order(date(2025, 3, 1), date(2025, 3, 9))),
    )
    assert sorted(row["overdrachten"] for row in rows) == [0, 1]


def test_who_has_no_bsn_is_known_by_what_the_protocol_names() -> None:
    unknown = {"bsn": "999999999", "geboortedatum": "20100000"}
    rows = delivered(help_of(A, care(**unknown), care(**unknown), care(**unknown, geslacht="M")))
    assert len(rows) == len({row["persoon"] for row in rows}) == 2
    assert {row["begin_voor_18"] for row in rows} == {None}
    assert {row["geboortejaar"] for row in rows} == {2010}


@pytest.mark.parametrize(
    ("woonplaats", "gemeente", "kept"),
    [("0141", None, "GM0141"), ("7607 AB", None, None), ("7607AB", "0141", "GM0141"), ("0153", "0141", "GM0141")],
)
def test_the_municipality_is_kept_and_the_postcode_is_not(woonplaats: str, gemeente: str | None, kept: str) -> None:
    (row,) = delivered(help_of(A, care(woonplaats=woonplaats, gemeente=gemeente)))
    assert row["gemeente"] == kept
    assert "7607" not in str(row)


@pytest.mark.parametrize(("born", "before"), [("20070202", True), ("20070201", False), ("20080229", True)])
def test_the_eighteenth_birthday_is_decided_to_the_day(born: str, *, before: bool) -> None:
    (row,) = delivered(help_of(A, care(date(2025, 2, 1), geboortedatum=born)))
    assert row["begin_voor_18"] is before


def test_born_on_a_leap_day_is_eighteen_on_the_first_of_march() -> None:
    rows = delivered(help_of(A, care(date(2026, 2, 28), geboortedatum="20080229", hulpvorm="03")))
    assert rows[0]["begin_voor_18"] is True
    rows = delivered(help_of(A, care(date(2026, 3, 1), geboortedatum="2008-02-29", hulpvorm="03")))
    assert rows[0]["begin_voor_18"] is False


def test_municipal_trajectories_are_left_alone() -> None:
    with DuckDBEngine(threads=1) as engine:
        told = standardise(
            engine,
            raw(bij_jeugdhulp=[care()]),
            session="30000001-2025HJ01-00000000",
            gemeente=A,
            quarter=8100,
            products=base_products(),
            areas=(),
        )
        model = model_of(engine, told)
    assert (model["traject"], len(model["bij_traject"]), len(model["persoon"])) == ([], 1, 1)
