"""A release tells what interventions changed and saved, from what it shows and from nothing else."""

from dataclasses import replace

import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
import pytest
from tests.support.intervened import REGION, TOWNS, Intervened

from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.periods import parse_period
from graadmeter.evaluate.run import evaluate
from graadmeter.release import guard, places
from graadmeter.release.build import build, contents
from graadmeter.release.formats import csv_bytes, parquet_bytes
from graadmeter.release.places import INTERVENTION_COURSE, INTERVENTIONS, INTERVENTIONS_CSV


def test_a_region_without_interventions_has_empty_files(tmp_path, draft) -> None:
    folder = build(tmp_path, draft, previous=None)
    assert pq.read_table(folder / INTERVENTIONS).num_rows == pq.read_table(folder / INTERVENTION_COURSE).num_rows == 0
    assert (folder / INTERVENTIONS_CSV).read_text(encoding="utf-8").startswith("soort,area,period,")


def test_starts_give_results_and_what_is_not_shown_gives_reasons(tmp_path, draft) -> None:
    _, _, starts = Intervened(begun={"GM0141": parse_period("2025KW01").first_day}).tables()
    folder = build(tmp_path, replace(draft, starts=starts), previous=None)
    (row,) = pq.read_table(folder / INTERVENTIONS).to_pylist()
    assert (row["soort"], row["area"], row["effect_reason"]) == ("poh_jeugd", "JZ14", "geen_start")
    assert row["effect"] is row["saving"] is row["naive_avoided"] is None
    assert pa_csv.read_csv(folder / INTERVENTIONS_CSV).num_rows == 1


def test_unprotected_figures_do_not_change_what_is_told(draft) -> None:
    _, _, starts = Intervened(begun={"GM0141": parse_period("2025KW01").first_day}).tables()
    told = contents(replace(draft, starts=starts), previous=None)
    other = contents(replace(draft, starts=starts, measured=draft.measured.slice(0, 1)), previous=None)
    for path in (INTERVENTIONS, INTERVENTIONS_CSV, INTERVENTION_COURSE):
        assert told[path] == other[path]


def test_the_guard_passes_estimates_and_stops_a_csv_that_says_something_else(draft) -> None:
    region = Intervened(effect=-0.5)
    found = evaluate(*region.tables(), REGION)
    files = {
        INTERVENTIONS: parquet_bytes(found.results),
        INTERVENTIONS_CSV: csv_bytes(found.results),
        INTERVENTION_COURSE: parquet_bytes(found.course),
    }
    assert set(files) <= set(places.CONTENT)
    guard.inspect(files, thresholds=draft.thresholds, measured=draft.measured)
    region.put("verwijzers", "trajecten", TOWNS[0], parse_period("2022KW01"), None, verwijzer="02")
    other = csv_bytes(evaluate(*region.tables(), REGION).results)
    with pytest.raises(DisclosureError, match=r"interventions\.csv"):
        guard.inspect({**files, INTERVENTIONS_CSV: other}, thresholds=draft.thresholds, measured=draft.measured)
