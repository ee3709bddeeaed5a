"""Directly-follows counts against the published patients log, and by hand."""

import csv
import json
from datetime import datetime
from pathlib import Path

import pytest

from graadmeter.statistics.process_map import Step, process_map

_SHARED = Path(__file__).parents[3] / "../shared/stat-benchmarks/process"


@pytest.mark.skipif(not _SHARED.is_dir(), reason="the published reference values are not on this machine")
def test_the_patients_log():
    expected = json.loads((_SHARED / "reference.json").read_text())
    with (_SHARED / "patients_log.csv").open() as file:
        steps = [
            Step(
                row["patient"],
                row["handling"],
                datetime.fromisoformat(row["time"]).timestamp(),
                int(row["order"]),
            )
            for row in csv.DictReader(file)
        ]
    found = process_map(steps)
    assert {f"{one}>{two}": count for (one, two), count in found.follows.items()} == expected["dfg"]
    assert found.ends == expected["end"]
    assert (found.cases, len(found.routes)) == (expected["cases"], expected["variants"])
    assert list(found.routes.values()) == expected["top_variants"]


def test_order_decides_between_activities_at_one_moment():
    found = process_map([Step("1", "b", 5, 2), Step("1", "a", 5, 1), Step("1", "c", 9), Step("2", "a", 0)])
    assert found.routes == {("a",): 1, ("a", "b", "c"): 1}
    assert (found.follows, found.transit) == ({("a", "b"): 1, ("b", "c"): 1}, {("a", "b"): 0, ("b", "c"): 4})
    assert (found.begins, found.ends) == ({"a": 2}, {"a": 1, "c": 1})
    assert process_map([]).cases == 0
