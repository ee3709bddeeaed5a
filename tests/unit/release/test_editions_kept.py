"""Every edition stays as it was, tells which periods are not final, and how complete its newest quarters are."""

from dataclasses import replace

import pyarrow as pa
import pytest
from tests.unit.release.conftest import cell

from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.estimates import COMPLETENESS, ESTIMATES, Basis
from graadmeter.domain.finality import Stage
from graadmeter.engine.arrow import schema_of
from graadmeter.release.build import build
from graadmeter.release.explain import explain
from graadmeter.release.formats import parquet_bytes
from graadmeter.release.guard import inspect
from graadmeter.release.places import COMPLETENESS as PLACE
from graadmeter.release.read import editions, latest, read


def _estimate(area="JZ14", value=75.0, estimate=90.4):
    row = {
        "family": "x",
        "indicator": "jeugdhulp",
        "unit": "personen",
        "stroom": "total",
        "area": area,
        "level": "regio",
    }
    known = {
        "period": "2025KW04",
        "stage": "voorlopig",
        "basis": Basis.ESTIMATED.value,
        "deliveries": 9,
        "value": value,
    }
    guess = {"completeness": 0.834, "estimate": estimate, "low": 85.2, "high": 97.1}
    return pa.Table.from_pylist([row | known | guess], schema=schema_of(ESTIMATES))


def test_a_new_edition_leaves_the_one_before_as_it_was(draft, altered, rows, tmp_path) -> None:
    first = build(tmp_path, draft, previous=None)
    before = {path: path.read_bytes() for path in first.rglob("*") if path.is_file()}
    more = [*rows[1:], cell("personen", "JZ14", 76.0)]
    second = build(tmp_path, altered(more, estimates=_estimate(value=76.0)), previous=latest(tmp_path))
    assert editions(tmp_path) == [first.name, second.name]
    assert {path: path.read_bytes() for path in first.rglob("*") if path.is_file()} == before
    assert read(second).previous == first.name
    assert "75" in read(second).changes_csv


def test_an_edition_tells_which_periods_are_not_final(draft, tmp_path) -> None:
    found = read(build(tmp_path, draft, previous=None))
    stages = found.region["stages"]
    assert stages[found.region["last_quarter"]] == "voorlopig"
    assert set(stages.values()) <= {"voorlopig", "nader_voorlopig"}
    assert found.catalogue["stages"]["nader_voorlopig"]["nl"] == "nader voorlopig"


def test_estimates_go_out_where_everything_they_rest_on_does(draft, rows, altered, tmp_path) -> None:
    earlier = [cell("personen", "JZ14", 70.0, period=f"{year}KW{at:02d}") for year, at in _before()]
    shown = read(build(tmp_path / "a", altered([*rows, *earlier], estimates=_estimate()), previous=None)).completeness
    (row,) = shown.to_pylist()
    assert [row[name] for name in ("value", "completeness", "estimate", "low", "high")] == [75, 83, 90, 85, 98]
    assert (row["basis"], row["stage"], row["hulpvorm"]) == ("geschat", "voorlopig", "total")
    (alone,) = read(
        build(tmp_path / "b", replace(draft, estimates=_estimate()), previous=None)
    ).completeness.to_pylist()
    assert (alone["basis"], alone["estimate"], alone["value"]) == ("niet_getoond", None, 75)
    assert read(build(tmp_path / "c", draft, previous=None)).completeness.num_rows == 0


def test_an_explanation_tells_what_a_figure_will_come_to(draft, rows, altered, tmp_path) -> None:
    earlier = [cell("personen", "JZ14", 70.0, period=f"{year}KW{at:02d}") for year, at in _before()]
    region = replace(draft.region, first_quarter=draft.region.last_quarter - 4)
    made = altered([*rows, *earlier], estimates=_estimate(), region=region)
    release = read(build(tmp_path, made, previous=None))
    now, before = (explain(release, "jeugdhulp", "JZ14", period) for period in ("2025KW04", "2025KW02"))
    (figure,) = now.figures
    assert (figure.estimate.final, figure.estimate.low, figure.estimate.high, figure.estimate.percent) == (
        90,
        85,
        98,
        83,
    )
    assert (now.stage, before.stage) == (Stage.PROVISIONAL, Stage.FURTHER)
    assert "nader voorlopig" in before.reason(before.figures[0]).nl
    assert before.figures[0].estimate is None
    (part,) = explain(release, "jeugdhulp", "Almelo", "2025KW04", {"hulpvorm": "02"}).figures
    assert part.estimate is None


def test_the_guard_stops_a_small_estimate(draft) -> None:
    row = dict.fromkeys(COMPLETENESS.names, "total") | {
        "indicator": "jeugdhulp",
        "unit": "personen",
        "area": "JZ14",
    }
    small = row | {"area_vintage": 2025, "value": 75.0, "completeness": 50, "estimate": 9.0, "low": None, "high": None}
    table = pa.Table.from_pylist([small], schema=schema_of(COMPLETENESS))
    with pytest.raises(DisclosureError, match="under the threshold"):
        inspect({PLACE: parquet_bytes(table)}, thresholds={"jeugdhulp": 10}, measured=draft.measured)


def _before():
    return [(2024, 4), (2025, 1), (2025, 2), (2025, 3)]
