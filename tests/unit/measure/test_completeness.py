"""Delay triangles and estimates of incomplete quarters, from small model tables; and which of them may go out."""

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from graadmeter.catalogue.finality import stage_of, stage_rules
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import DIMENSIONS, PUBLISHED, TOTAL
from graadmeter.domain.estimates import COMPLETENESS, ESTIMATES, Basis
from graadmeter.domain.finality import Stage
from graadmeter.domain.growth_tables import AANGROEI, Family
from graadmeter.domain.model import LEVERING
from graadmeter.domain.periods import Period, parse_period, quarter
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.completeness.estimate import estimates
from graadmeter.measure.completeness.triangle import triangle
from graadmeter.protect.figures.estimates import visible_estimates

LAST = parse_period("2025KW04").first
TOWNS = ("GM0141", "GM0153")
REGION = Region(
    name="Twente",
    code="JZ14",
    vintage=2025,
    areas=(
        Area("JZ14", 2025, Level.REGION, "Twente"),
        *(Area(code, 2025, Level.MUNICIPALITY, code, "JZ14") for code in TOWNS),
    ),
    first_quarter=LAST - 11,
    last_quarter=LAST,
    providers={},
)


def _estimated(delivered, *, first=LAST - 9, begun=(80, 15, 5)):
    """Estimates of two towns that begin 100 trajectories a quarter and claim 1000 euros, known in three steps."""
    growth, sessions = [], []
    for town in TOWNS:
        known = delivered.get(town, range(first, LAST + 1))
        for when in known:
            sessions += [(f"{town}-{when}", town, when, name, 1, 0) for name in ("start", "prestatie")]
        for happened in range(first - 4, LAST + 1):
            for delay, many in enumerate(begun):
                if happened + delay <= max(known):
                    growth += [
                        (Family.YOUTH_BEGUN.value, town, happened, max(happened + delay, first), many),
                        (Family.CLAIMED.value, town, happened, max(happened + delay, first), 1000 * many),
                    ]
    with DuckDBEngine(threads=1) as engine:
        for table, rows in ((AANGROEI, growth), (LEVERING, sessions)):
            columns = [dict(zip(table.names, row, strict=True)) for row in rows]
            engine.register(table.name, pa.Table.from_pylist(columns, schema=schema_of(table)))
        return estimates(engine, REGION)


def _of(table, area, period, family=Family.YOUTH_BEGUN):
    (row,) = [row for row in table.to_pylist() if (row["area"], row["period"], row["family"]) == (area, period, family)]
    return row


def test_a_triangle_has_what_was_known_by_quarters_since():
    added = {(8, 8): 5, (8, 9): 2, (8, 20): 1, (9, 9): 4, (10, 10): 7, (7, 8): 99, (9, 12): 1}
    table = triangle(added, 8, 10)
    assert table.tolist()[0] == [5, 7, 7]
    assert table[1, :2].tolist() == [4, 4]
    assert table[2, 0] == 7
    assert triangle(added, 8, 20)[0].tolist() == [5, 7, 7, 7, 8]


def test_steady_quarters_are_completed_per_town_and_for_the_region():
    found = _estimated({})
    assert found.schema.names == list(ESTIMATES.names)
    newest = _of(found, "GM0141", "2025KW04")
    assert (newest["value"], newest["completeness"], newest["estimate"]) == pytest.approx((80, 0.8, 100))
    assert 80 < newest["low"] < 100 < newest["high"]
    assert (newest["stage"], newest["basis"], newest["deliveries"]) == ("voorlopig", "geschat", 10)
    whole = _of(found, "JZ14", "2025KW03")
    assert (whole["value"], whole["estimate"]) == pytest.approx((190, 200))
    settled = _of(found, "JZ14", "2025KW02")
    assert settled["value"] == settled["low"] == settled["high"] == 200
    assert settled["stage"] == "nader_voorlopig"
    euros = _of(found, "JZ14", "2025KW04", Family.CLAIMED)
    assert (euros["value"], euros["estimate"]) == pytest.approx((1600, 2000))
    periods = found["period"].to_pylist()
    assert (min(periods), max(periods)) == ("2024KW04", "2025KW04")


def test_below_eight_deliveries_nothing_is_estimated():
    found = _estimated({}, first=LAST - 6)
    for area in ("GM0141", "JZ14"):
        row = _of(found, area, "2025KW04")
        assert (row["basis"], row["estimate"], row["deliveries"]) == (Basis.TOO_FEW, None, 7)
        assert row["value"] is not None
    once = _of(_estimated({}, first=LAST), "GM0141", "2025KW04")
    assert (once["basis"], once["value"], once["deliveries"]) == (Basis.TOO_FEW, 80, 1)
    assert _of(_estimated({}, first=LAST - 7), "GM0141", "2025KW04")["basis"] == Basis.ESTIMATED


def test_who_did_not_deliver_has_no_estimate_nor_has_the_region():
    found = _estimated({"GM0153": range(LAST - 9, LAST)})
    assert _of(found, "GM0153", "2025KW04")["basis"] == Basis.NOT_DELIVERED
    assert _of(found, "GM0153", "2025KW04")["value"] is None
    behind = _of(found, "GM0153", "2025KW03")
    assert (behind["value"], behind["estimate"]) == pytest.approx((80, 100))
    assert {_of(found, "JZ14", quarter(LAST - ago).code)["basis"] for ago in range(4)} == {Basis.NOT_DELIVERED}
    assert _of(found, "GM0141", "2025KW04")["basis"] == Basis.ESTIMATED


def _cells(found, hidden=()):
    """Published cells of every quarter; the newest as in the estimates, the others 100."""
    values = {(row["family"], row["area"], row["period"]): row["value"] for row in found.to_pylist()}
    rows = []
    for family, indicator, unit, stroom in (
        (Family.YOUTH_BEGUN, "trajecten", "trajecten", "begonnen"),
        (Family.CLAIMED, "uitgaven", "euro", TOTAL),
    ):
        for area, level in (("JZ14", "regio"), ("GM0141", "gemeente"), ("GM0153", "gemeente")):
            for ago in range(12):
                period = quarter(LAST - ago).code
                shown = (area, period) not in hidden
                rows.append(
                    dict.fromkeys(DIMENSIONS, TOTAL)
                    | {"indicator": indicator, "unit": unit, "stroom": stroom, "area": area, "area_vintage": 2025}
                    | {"level": level, "period": period, "period_type": "kwartaal", "definition_version": 1}
                    | {"edition": "x", "status": "value" if shown else "suppressed"}
                    | {"value": values.get((family, area, period), 100.0) if shown else None}
                )
    return pa.Table.from_pylist(rows, schema=schema_of(PUBLISHED))


def test_what_rests_on_a_hidden_figure_is_not_published():
    found = _estimated({})
    hidden = {("GM0141", "2025KW04"), ("GM0153", "2024KW04")}
    out = visible_estimates(found, _cells(found, hidden), {"trajecten": 10, "uitgaven": 10}, 2025)
    assert out.schema.names == list(COMPLETENESS.names)
    rows = {(row["indicator"], row["area"], row["period"]): row for row in out.to_pylist()}
    assert ("trajecten", "GM0141", "2025KW04") not in rows
    assert rows["trajecten", "GM0141", "2025KW03"]["basis"] == Basis.ESTIMATED
    rests = rows["trajecten", "GM0153", "2025KW04"]
    assert (rests["basis"], rests["value"], rests["estimate"], rests["completeness"]) == (
        Basis.NOT_SHOWN, 80, None, None,
    )  # fmt: skip
    whole = rows["trajecten", "JZ14", "2025KW04"]
    assert (whole["value"], whole["completeness"], whole["estimate"]) == (160, 80, 200)
    assert whole["low"] == int(whole["low"])
    assert whole["stroom"] == "begonnen"
    euros = rows["uitgaven", "JZ14", "2025KW04"]
    assert (euros["value"], euros["estimate"], euros["low"], euros["high"]) == (1600, 2000, 1000, 3000)


def test_small_figures_and_figures_that_differ_from_the_published_stay_inside():
    found = _estimated({})
    cells = _cells(found)
    small = visible_estimates(found, cells, {"trajecten": 1000}, 2025)
    assert set(small["indicator"].to_pylist()) == {"uitgaven"}
    other = cells.set_column(cells.schema.get_field_index("value"), "value", pc.add(cells["value"], 1.0))
    assert visible_estimates(found, other, {"trajecten": 10, "uitgaven": 10}, 2025).num_rows == 0
    assert visible_estimates(schema_of(ESTIMATES).empty_table(), cells, {}, 2025).num_rows == 0


def test_the_ladder_runs_from_provisional_to_final():
    stages = [stage_of(quarter(LAST - ago), LAST) for ago in range(7)]
    assert stages == [Stage.PROVISIONAL] * 2 + [Stage.FURTHER] * 3 + [Stage.FINAL] * 2
    assert stage_of(Period(LAST - 3, LAST), LAST) is Stage.PROVISIONAL
    assert stage_of(Period(LAST - 7, LAST - 4), LAST) is Stage.FURTHER
    assert stage_of(quarter(LAST), LAST, rules=()) is Stage.FINAL
    early = parse_period("2014KW04").first
    assert stage_of(quarter(early), early) is Stage.FINAL  # no ladder held then
    assert all(rule.reason and rule.source for rule in stage_rules())
    assert Stage.FURTHER.label.nl == "nader voorlopig"
