"""From raw rows to figures under each rule: what each switch does to a small region; our own rule is our indicator."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.support.raw_rows import AREAS, assignment, events_of, model_of, provision, start, stop

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_rules import rule_sets
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.counting_rules import Cause, Switches
from graadmeter.domain.indicators import Unit
from graadmeter.domain.periods import parse_period
from graadmeter.domain.region import Region
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.rules.decompose import decompose
from graadmeter.measure.rules.figures import RuleFigures
from graadmeter.measure.rules.run import count_rules
from graadmeter.measure.run import measure
from graadmeter.processing.ruling import count_ruled

REGION = Region(
    "Twente", "JZ14", 2025, AREAS, parse_period("2024KW01").first, parse_period("2024KW04").first, {}, fictitious=True
)
CHILD, GROWN = date(2012, 5, 1), date(2004, 5, 1)
QUARTERS = ("2024KW01", "2024KW02", "2024KW03", "2024KW04")
RULES = {name: rule.switches for name, rule in rule_sets().items()}


def client(number: int, born: date = CHILD) -> dict[str, Any]:
    return {"bsn": f"10000000{number}", "geboortedatum": born, "toewijzingnummer": str(number)}


def care(number: int, born: date = CHILD, begin: date = date(2024, 1, 10)) -> tuple[dict[str, Any], dict[str, Any]]:
    """Assignment and start of a client's care that runs on."""
    who = client(number, born)
    return assignment(ingangsdatum=begin, **who), start(begin, **who)


def told(number: int, quarter: str, wijk: str = "WK014110") -> dict[str, Any]:
    """The client in an extract."""
    return provision(quarter, voorziening_id=f"V{number}", wijk=wijk, huishouden=None, **client(number))


def pgb(number: int, quarter: str) -> dict[str, Any]:
    who = client(number) | {"toewijzingnummer": None}
    return provision(quarter, voorziening_id=f"P{number}", leveringsvorm="PGB", hulpvorm="02", huishouden=None, **who)


def elder(quarter: str) -> dict[str, Any]:
    """Somebody in the other municipality whom no rule counts: it delivers every quarter as well."""
    return pgb(9, quarter) | {"gemeente": "0153", "wijk": "WK015300", "geboortedatum": date(1980, 5, 1)}


def sessions() -> list[dict[str, list[dict[str, Any]]]]:
    """1 plain; 2 of 20 years; 3 lives in Enschede; 4 has a PGB; 5 and 6 overlap; 7 ended early; 8 vanished."""
    pairs = [care(1), care(2, GROWN), care(3), care(5), care(7), care(8)]
    twice = {**client(6), "bsn": client(5)["bsn"]}
    first = {
        "toewijzing": [*(pair[0] for pair in pairs), assignment(ingangsdatum=date(2024, 2, 1), **twice)],
        "start": [*(pair[1] for pair in pairs), start(date(2024, 2, 1), **twice)],
        "stop": [stop(date(2024, 2, 20), **client(7))],
    }
    extracts = [
        [
            *(told(number, quarter) for number in (1, 5)),
            told(3, quarter, "WK015300"),
            pgb(4, quarter),
            *([told(8, quarter)] if quarter == "2024KW01" else []),
        ]
        for quarter in QUARTERS
    ]
    return [{"voorziening": rows, **(first if at == 0 else {})} for at, rows in enumerate(extracts)]


def delivered_to(made: DuckDBEngine, others: tuple[str, ...]) -> None:
    """The model of what Almelo delivered in every quarter, and Enschede in these."""
    events = [events_of(made, quarter, **rows) for quarter, rows in zip(QUARTERS, sessions(), strict=True)]
    events += [events_of(made, quarter, gemeente="0153", voorziening=[elder(quarter)]) for quarter in others]
    model_of(made, *events, last=QUARTERS[-1])


@pytest.fixture(scope="module")
def engine() -> Iterator[DuckDBEngine]:
    with DuckDBEngine(threads=1) as made:
        delivered_to(made, QUARTERS)
        yield made


@pytest.fixture(scope="module")
def figures(engine) -> RuleFigures:
    wanted = {mixed for one in RULES.values() for other in RULES.values() for mixed in one.mixtures(other)}
    return count_rules(engine, wanted, REGION)


def steps(figures: RuleFigures, unit: Unit, area: str, to: str) -> dict[Cause, int]:
    def value(switches: Switches) -> int:
        return figures.count(unit, area, 2024, switches)

    return {step.cause: step.change for step in decompose(value, RULES["regiomonitor"], RULES[to])}


def test_each_rule_counts_who_it_says(figures) -> None:
    """Regional: 1, 3, 4, 5, 8. Budget: also 7, but 3 is in Enschede. CBS: also 2, without 4, and 8 has ended."""
    persons = {name: figures.count(Unit.PERSONS, "GM0141", 2024, one) for name, one in RULES.items()}
    assert persons == {"regiomonitor": 5, "bbv": 5, "cbs": 4}
    assert figures.count(Unit.PERSONS, "GM0153", 2024, RULES["bbv"]) == 1
    assert figures.count(Unit.PERSONS, "JZ14", 2024, RULES["bbv"]) == 6


def test_each_cause_is_its_step(figures) -> None:
    assert steps(figures, Unit.PERSONS, "GM0141", "cbs") == {
        Cause.AGE: 1, Cause.PERIOD: 0, Cause.FINANCING: -1, Cause.CLOSING: -1,
    }  # fmt: skip
    assert steps(figures, Unit.TRAJECTORIES, "GM0141", "bbv") == {
        Cause.PERIOD: 1, Cause.AREA: -1, Cause.MERGING: 1,
    }  # fmt: skip
    assert steps(figures, Unit.TRAJECTORIES, "GM0153", "bbv")[Cause.AREA] == 1


def test_our_own_rule_is_our_own_indicator(engine, figures) -> None:
    chosen = {name: indicators()[name] for name in ("jeugdhulp", "trajecten")}
    cells = measure(engine, chosen, REGION, edition="proef").to_pylist()
    for unit, flow in ((Unit.PERSONS, TOTAL), (Unit.TRAJECTORIES, "actief")):
        published = {
            cell["area"]: cell["value"]
            for cell in cells
            if cell["unit"] == unit and cell["period"] == "2024KW04" and cell["stroom"] == flow
            if all(cell[name] == TOTAL for name in DIMENSIONS if name != "stroom")
            if cell["area"] in {"JZ14", "GM0141", "GM0153"}
        }
        assert len(published) == 3
        for area, value in published.items():
            assert figures.count(unit, area, 2024, RULES["regiomonitor"]) == value, (unit, area)


def years_told(engine: DuckDBEngine) -> set[int]:
    """Of which years a release of a year later would hold figures under every rule."""
    return set(count_ruled(engine, replace(REGION, last_quarter=REGION.last_quarter + 4)).counted["year"].to_pylist())


def test_a_year_is_told_when_all_municipalities_delivered_it_whole(engine) -> None:
    """A rule that shows what the indicator may not show would tell it all the same."""
    assert years_told(engine) == {2024}
    with DuckDBEngine(threads=1) as other:
        delivered_to(other, QUARTERS[:3])
        assert years_told(other) == set()
