"""Inhabitants beside figures under counting rules are of the ages that count; the region has those of its own towns."""

import random
from itertools import pairwise, product

import pyarrow as pa
import pytest

from graadmeter.catalogue.load_rules import rule_sets
from graadmeter.domain.areas import Level
from graadmeter.domain.counting_rules import AgeRange, AreaRule, Cause, Financing, Switches
from graadmeter.domain.indicators import Unit
from graadmeter.domain.model import BEVOLKING
from graadmeter.domain.periods import PeriodType, parse_period
from graadmeter.domain.rule_paths import paths, settings_of
from graadmeter.domain.rule_tables import REGELADRES, REGELTRAJECT
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import arrow, example_areas
from graadmeter.measure.reference.rules import count_plainly, counted_plainly
from graadmeter.measure.rules.decompose import decompose
from graadmeter.measure.rules.flows import count_flows
from graadmeter.measure.rules.run import count_rules

TOWNS = ("GM0141", "GM0153")
REGION = example_areas(TOWNS, (), parse_period("2023KW01").first, parse_period("2024KW04").last)
LAST = parse_period("2024KW04").first


def _people(town: str, age: int, size: int, year: int = 2024) -> dict[str, object]:
    return {"gemeente": town, "wijk": f"WK{town[2:]}01", "jaar": year, "leeftijd": age, "geslacht": "m", "aantal": size}


PEOPLE = [
    *(_people("GM0141", age, 100 + age) for age in (0, 17, 18, 22, 23)),
    _people("GM0153", 17, 40),
    _people("GM9999", 17, 5000),
    _people("GM0141", 17, 7000, year=2023),
]
HELP = {
    "regeltraject": 1,
    "persoon": 1,
    "gemeente": "GM0141",
    "in_natura": True,
    "samen": True,
    "los": True,
    "jeugd_van": LAST,
    "jeugd_tot": LAST,
    "jong_van": LAST,
    "jong_tot": LAST,
    "kw_gesloten": None,
}


@pytest.fixture(scope="module")
def engine():
    with DuckDBEngine(threads=1) as opened:
        opened.register("regeltraject", arrow(REGELTRAJECT, [HELP]))
        opened.register("regeladres", arrow(REGELADRES, []))
        opened.register("bevolking", arrow(BEVOLKING, PEOPLE))
        yield opened


def test_every_mixture_has_the_inhabitants_of_its_ages(engine) -> None:
    own = rule_sets()["regiomonitor"].switches
    found = count_rules(engine, [own], REGION)
    assert found.count(Unit.PERSONS, "GM0141", 2024, own) == 1
    assert found.count(Unit.PERSONS, "GM0153", 2024, own) == 0
    minors, young = ({area: found.inhabitants(area, 2024, ages) for area in (*TOWNS, REGION.code)} for ages in AgeRange)
    assert minors == {"GM0141": 217, "GM0153": 40, REGION.code: 257}
    assert young == {"GM0141": 457, "GM0153": 40, REGION.code: 497}
    assert found.inhabitants("GM0153", 2023, AgeRange.YOUNG) == 0


def test_every_step_has_them_and_the_period_that_is_counted(engine) -> None:
    ways = {2024: paths(rule_sets(), 2024)}
    rows = {(row["area"], row["end"], row["place"]): row for row in count_flows(engine, ways, REGION).to_pylist()}
    assert len({area for area, _, _ in rows}) == 1 + len(REGION.of_level(Level.MUNICIPALITY))
    assert [rows["GM0141", "cbs", place]["inhabitants"] for place in range(5)] == [217, 457, 457, 457, 457]
    assert [rows["GM0141", "cbs", place]["period"] for place in (0, 2)] == ["2024KW04", "2024HJ02"]
    assert [rows[REGION.code, "bbv", place]["cause"] for place in range(4)] == ["", "periode", "gebied", "samenvoegen"]
    assert rows[REGION.code, "bbv", 3]["inhabitants"] == 257
    assert rows["GM0141", "cbs", 0]["figure"] == 1
    nobody = [row for (area, _, _), row in rows.items() if area == "GM0153"]
    assert not any(row[part] for row in nobody for part in ("figure", "entered", "left"))
    assert count_flows(engine, {}, REGION).num_rows == 0


def test_the_engine_is_left_as_it_was_found(engine) -> None:
    count_flows(engine, {2024: paths(rule_sets(), 2024)}, REGION)
    left = engine.query("SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'gm\\_%' ESCAPE '\\'")
    assert left.num_rows == 0


MIXTURES = (
    *(Switches(AgeRange.MINOR, PeriodType.YEAR, *rest) for rest in product(AreaRule, Financing, *[(False, True)] * 2)),
    *(Switches(*how, AreaRule.ADDRESS, Financing.ALL, True, True) for how in product(AgeRange, PeriodType)),
)


def drawn(draw: random.Random) -> dict[str, pa.Table]:
    """Trajectories and addresses of sixty persons, from before the region's first quarter until after its last."""
    first = REGION.first_quarter
    rows, homes = [], {}
    for number in range(150):
        begin = draw.randint(first - 3, LAST)
        end = draw.randint(begin, LAST + 1)
        young = draw.choice((None, begin, end))
        kinds = draw.choice(((True, True), (True, False), (False, True)))
        rows.append({
            "regeltraject": number, "persoon": draw.randrange(60), "gemeente": draw.choice((*TOWNS * 3, "GM9999")),
            "in_natura": draw.random() < 0.6, **dict(zip(("samen", "los"), kinds, strict=True)),
            "jeugd_van": None if young is None else begin, "jeugd_tot": young, "jong_van": begin, "jong_tot": end,
            "kw_gesloten": draw.choice((None, None, begin, end)),
        })  # fmt: skip
        if number % 2:
            key = (rows[-1]["persoon"], rows[-1]["gemeente"], draw.randint(first - 1, LAST))
            homes[key] = draw.choice([town for town in (*TOWNS, "GM9999") if town != rows[-1]["gemeente"]])
    names = ("persoon", "gemeente", "kwartaal", "woongemeente")
    moved = [dict(zip(names, (*key, home), strict=True)) for key, home in homes.items()]
    tables = {"regeltraject": arrow(REGELTRAJECT, rows), "regeladres": arrow(REGELADRES, moved)}
    return {**tables, "bevolking": arrow(BEVOLKING, [])}


def test_mixtures_of_rules_count_what_loops_count() -> None:
    tables = drawn(random.Random(8))  # noqa: S311 - no secret
    with DuckDBEngine(threads=1) as engine:
        for name, table in tables.items():
            engine.register(name, table)
        found = count_rules(engine, MIXTURES, REGION)
    for switches in MIXTURES:
        plain = count_plainly(tables, switches, REGION, (2023, 2024))
        assert min(plain[Unit.PERSONS, REGION.code, year] for year in (2023, 2024)) > 0
        for (unit, area, year), count in plain.items():
            assert found.count(unit, area, year, switches) == count, (unit, area, year, switches)


def test_who_comes_and_goes_at_each_step_is_what_sets_of_persons_say() -> None:
    tables = drawn(random.Random(9))  # noqa: S311 - no secret
    ways = {year: paths(rule_sets(), year) for year in (2023, 2024)}
    with DuckDBEngine(threads=1) as engine:
        for name, table in tables.items():
            engine.register(name, table)
        rows = {
            (row["area"], row["year"], row["end"], row["place"]): row
            for row in count_flows(engine, ways, REGION).to_pylist()
        }
    for year, way in ((year, way) for year, some in ways.items() for way in some):
        told = [counted_plainly(tables, switches, REGION, year) for switches in settings_of([way])]
        for place, (before, after) in enumerate(pairwise([told[0], *told])):
            for area in (*TOWNS, REGION.code):
                here, there = before[Unit.PERSONS, area], after[Unit.PERSONS, area]
                row = rows[area, year, way.end.id, place]
                assert (row["figure"], row["entered"], row["left"]) == (
                    len(there),
                    len(there - here),
                    len(here - there),
                )


def test_a_step_tells_its_change_and_how_much_it_could_be_in_another_order() -> None:
    regional, cbs = rule_sets()["regiomonitor"].switches, rule_sets()["cbs"].switches

    def value(now: Switches) -> int:
        wide, kind = now.age == cbs.age, now.financing == cbs.financing
        return 500 + 30 * wide - 12 * kind - 5 * (wide and kind)

    found = {step.cause: (step.change, step.after, step.least, step.most) for step in decompose(value, regional, cbs)}
    assert found == {
        Cause.AGE: (30, 530, 25, 30),
        Cause.PERIOD: (0, 530, 0, 0),
        Cause.FINANCING: (-17, 513, -17, -12),
        Cause.CLOSING: (0, 513, 0, 0),
    }
