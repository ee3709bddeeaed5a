"""The plan of the catalogue: measures share lanes, and lanes share passes."""

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import AgeScope, Moment, Population, Unit
from graadmeter.domain.sources import COUNTABLE
from graadmeter.measure.lanes import Inhabitants, Kind, Lane, behind
from graadmeter.measure.moments import Window
from graadmeter.measure.plan import plan
from graadmeter.measure.sheet import sheets

PLANNED = plan(indicators().values())


def test_a_count_that_many_measures_need_is_one_lane() -> None:
    help_count = indicators()["jeugdhulp"].measures[0].count
    assert indicators()["verblijf"].measures[1].share_of == help_count
    using = [series for series in PLANNED.series if help_count in (series.lane.count, series.measure.share_of)]
    assert {series.indicator.id for series in using} >= {"jeugdhulp", "verblijf", "trajecten_per_jeugdige"}
    assert [lane for lane in PLANNED.lanes if lane.count == help_count and not lane.dimension] == [Lane(help_count)]


def test_behind_rows_without_persons_are_the_rows_and_no_providers() -> None:
    rows_of_totals = indicators()["bruikbare_regels"].measures[0].count
    assert not {"persoon", "aanbieder"} & {column.name for column in COUNTABLE[rows_of_totals.table].columns}
    rows = behind(Lane(rows_of_totals), Unit.PERSONS)
    assert rows is not None
    assert (rows.count.of, rows.count.table, rows.count.where) == (
        Unit.NUMBER,
        rows_of_totals.table,
        rows_of_totals.where,
    )
    assert behind(Lane(rows_of_totals), Unit.PROVIDERS) is None


def test_behind_totals_of_people_are_these_people_and_who_saw_them() -> None:
    spent = indicators()["interventies"].measures[2].count
    people, practices = behind(Lane(spent), Unit.PERSONS), behind(Lane(spent), Unit.PROVIDERS)
    assert people is not None
    assert practices is not None
    assert (people.count.of, people.count.value) == (Unit.NUMBER, "gezien")
    assert (practices.count.of, practices.count.value) == (Unit.PROVIDERS, "")


def test_a_denominator_is_split_only_where_the_measure_says_so() -> None:
    share = indicators()["jeugdhulp"].measures[1]
    found = {
        (series.dimension, series.member): series.denominator for series in PLANNED.series if series.measure == share
    }
    minors = Population(AgeScope.MINOR)
    assert found["", ""] == Inhabitants(minors)
    assert found["hulpvorm", "11"] == Inhabitants(minors)
    assert found["geslacht", "m"] == Inhabitants(minors, "geslacht", "m")


def test_levels_are_counted_only_where_they_are_given() -> None:
    lanes = PLANNED.lanes
    crisis = indicators()["crisis"].measures[0].count
    assert lanes[Lane(crisis)] == {Level.REGION, Level.MUNICIPALITY}
    active = indicators()["trajecten"].measures[0].count
    assert Level.WIJK in lanes[Lane(active)]
    assert Level.WIJK not in lanes[Lane(active, "hulpvorm", "02")]


def test_euros_bring_the_persons_and_providers_behind_them() -> None:
    spent = indicators()["uitgaven"].measures[0].count
    amount = next(lane for lane in PLANNED.lanes if lane.count == spent and not lane.dimension)
    behind = {lane.count.of for lane in PLANNED.lanes if lane.count.table == amount.count.table}
    assert behind >= {Unit.EURO, Unit.PERSONS, Unit.PROVIDERS}


def test_all_lanes_of_a_kind_are_counted_in_one_pass() -> None:
    passes = list(sheets(PLANNED, Window(8080, 8087), "JZ99"))
    kinds = [(sheet.kind, sheet.spread) for sheet in passes]
    assert len(set(kinds)) == len(kinds)
    assert kinds.count((Kind(Unit.PERSONS, "traject", Moment.ACTIVE, AgeScope.MINOR), False)) == 1
    assert sum(len(sheet.lanes) for sheet in passes if not sheet.spread) == len(PLANNED.plain)
    assert sum(len(sheet.lanes) for sheet in passes if sheet.spread) == len(PLANNED.spreads)
