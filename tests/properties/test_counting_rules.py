"""Under every combination of switches the compiled count and the plain one agree, and differences add up by cause."""

from functools import cache
from itertools import permutations, product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.regions import ELSEWHERE, TOWNS, WINDOWS, region_of

from graadmeter.catalogue.load_rules import rule_sets
from graadmeter.domain.counting_rules import AgeRange, AreaRule, Financing, Switches
from graadmeter.domain.indicators import Unit
from graadmeter.domain.model import BEVOLKING
from graadmeter.domain.periods import PeriodType, parse_period
from graadmeter.domain.rule_paths import paths, settings_of
from graadmeter.domain.rule_tables import REGELADRES, REGELTRAJECT
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import arrow
from graadmeter.measure.reference.rules import count_plainly, counted_plainly
from graadmeter.measure.rules.decompose import decompose
from graadmeter.measure.rules.flows import count_flows
from graadmeter.measure.rules.run import count_scripted
from graadmeter.measure.rules.script import rule_script

ENGINE = DuckDBEngine(threads=1)
ALL = tuple(
    Switches(*setting) for setting in product(AgeRange, PeriodType, AreaRule, Financing, (False, True), (False, True))
)
WHOLE_YEARS = [window for window in WINDOWS if parse_period(window[0]).first % 4 == 0]


@st.composite
def _trajectories(draw, first: int, last: int) -> dict[str, Any]:
    begin = draw(st.integers(first - 3, last))
    end = draw(st.integers(begin, last + 1))
    young_until = draw(st.sampled_from((None, begin, end, max(begin, end - 1))))
    return {
        "persoon": draw(st.integers(1, 4)),
        "gemeente": draw(st.sampled_from((*TOWNS, *TOWNS, ELSEWHERE))),
        "in_natura": draw(st.booleans()),
        **dict(zip(("samen", "los"), draw(st.sampled_from(((True, True), (True, False), (False, True)))), strict=True)),
        "jeugd_van": None if young_until is None else begin,
        "jeugd_tot": young_until,
        "jong_van": begin,
        "jong_tot": end,
        "kw_gesloten": draw(st.sampled_from((None, None, begin, max(begin, end - 1), end))),
    }


@st.composite
def rule_regions(draw):
    """(first, last, tables)."""
    first, last = draw(st.sampled_from(WHOLE_YEARS))
    opens, closes = parse_period(first).first, parse_period(last).first
    rows = draw(st.lists(_trajectories(opens, closes), max_size=10))
    keys = st.tuples(st.integers(1, 4), st.sampled_from(TOWNS), st.integers(opens - 1, closes))
    homes = draw(st.dictionaries(keys, st.sampled_from((*TOWNS, ELSEWHERE)), max_size=10))
    tables = {
        "regeltraject": arrow(REGELTRAJECT, [{**row, "regeltraject": at} for at, row in enumerate(rows)]),
        "regeladres": arrow(
            REGELADRES,
            [
                {"persoon": person, "gemeente": town, "kwartaal": quarter, "woongemeente": home}
                for (person, town, quarter), home in homes.items()
                if home != town
            ],
        ),
        "bevolking": arrow(BEVOLKING, []),
    }
    return first, last, tables


@cache
def _prepared(first: str, last: str):
    region = region_of(first, last)
    return region, rule_script(ALL, region, ENGINE.dialect)


@settings(max_examples=max(3, settings().max_examples // 2))
@given(rule_regions())
def test_both_count_the_same_under_every_rule_and_differences_add_up(case) -> None:
    first, last, tables = case
    region, texts = _prepared(first, last)
    for name, table in tables.items():
        ENGINE.register(name, table)
    found = count_scripted(ENGINE, texts, region)
    years = range(parse_period(first).year, parse_period(last).year + 1)
    for switches in ALL:
        for (unit, area, year), count in count_plainly(tables, switches, region, years).items():
            assert found.count(unit, area, year, switches) == count, (unit, area, year, switches)
    for year in years:
        for area in (*TOWNS, region.code):
            assert_steps(lambda switches, at=(area, year): found.count(Unit.PERSONS, *at, switches), ALL[0], ALL[-1])


@settings(max_examples=max(3, settings().max_examples // 5))
@given(rule_regions())
def test_who_comes_and_who_goes_at_each_step_is_what_the_sets_of_persons_say(case) -> None:
    first, last, tables = case
    region = _prepared(first, last)[0]
    for name, table in tables.items():
        ENGINE.register(name, table)
    ways = {year: paths(rule_sets(), year) for year in range(parse_period(first).year, parse_period(last).year + 1)}
    rows = {
        (row["area"], row["year"], row["end"], row["place"]): row
        for row in count_flows(ENGINE, ways, region).to_pylist()
    }
    assert len(rows) == sum(len(TOWNS) + 1 for some in ways.values() for way in some for _ in (0, *way.steps))
    for year, way in ((year, way) for year, some in ways.items() for way in some):
        before: dict[tuple[Unit, str], set[int]] = {}
        for place, switches in enumerate(settings_of([way])):
            after = counted_plainly(tables, switches, region, year)
            for area in (*TOWNS, region.code):
                there = after[Unit.PERSONS, area]
                here = before.get((Unit.PERSONS, area), there)
                row = rows[area, year, way.end.id, place]
                told = (row["figure"], row["entered"], row["left"], row["period"])
                assert told == (len(there), len(there - here), len(here - there), switches.period_in(year).code)
            before = after


def assert_steps(value, start: Switches, end: Switches) -> None:
    """The steps lead from the one figure to the other, and no order gives a step outside the stated range."""
    steps = decompose(value, start, end)
    assert value(start) + sum(step.change for step in steps) == value(end)
    assert [step.cause for step in steps] == list(start.differing(end))
    for order in list(permutations(steps))[:: max(1, len(steps) * 20)]:
        here = start
        for step in order:
            there = here.taking(step.cause, end)
            assert step.least <= value(there) - value(here) <= step.most
            here = there
