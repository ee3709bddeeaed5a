"""What releases told under several rules is found again: of every year what was told last, however long ago."""

from dataclasses import replace

import pyarrow as pa
import pytest

from graadmeter.domain.errors import DisclosureError, ReleaseError
from graadmeter.domain.rule_figures import RULES
from graadmeter.engine.arrow import schema_of
from graadmeter.protect.by_rule.run import ProtectedRules
from graadmeter.release.build import build
from graadmeter.release.places import RULES as PLACE
from graadmeter.release.places import RULES_CSV
from graadmeter.release.read import latest, read, rules_before


def table(*rows):
    told = [
        {
            "indicator": "jeugdhulp",
            "unit": "personen",
            "level": "regio",
            "area_vintage": 2025,
            "area": "JZ14",
            "year": year,
            "start": "regiomonitor",
            "end": "cbs",
            "place": 0,
            "cause": "",
            "period": f"{year}KW04",
            "part": "figure",
            "inhabitants": 5000,
            "value": value,
            "status": "value",
            "since": "x",
        }
        for year, value in rows
    ]
    return ProtectedRules(pa.Table.from_pylist(told, schema=schema_of(RULES)), {"2023": {"shown": "region"}})


def test_of_every_year_what_was_told_last_is_found_again(draft, tmp_path) -> None:
    assert rules_before(tmp_path).num_rows == 0
    for number, rules in enumerate((table((2022, 30.0), (2023, 40.0)), table((2023, 50.0)), ProtectedRules.none())):
        inputs = replace(draft.inputs, configuration=f"c{number}")
        build(tmp_path, replace(draft, by_rule=rules, inputs=inputs), previous=latest(tmp_path))
    found = {row["year"]: row["value"] for row in rules_before(tmp_path).to_pylist()}
    assert found == {2022: 30.0, 2023: 50.0}


def test_they_stand_in_the_release_with_how_they_were_attacked(draft, tmp_path) -> None:
    folder = build(tmp_path, replace(draft, by_rule=table((2023, 40.0))), previous=None)
    release = read(folder)
    assert release.rules.num_rows == 1
    assert release.files[RULES_CSV].decode().count("\n") == 2
    assert b'"counting_rules"' in release.files["audit/report.json"]
    path = folder / PLACE
    path.chmod(0o644)
    path.write_bytes(b"altered")
    with pytest.raises(ReleaseError):
        rules_before(tmp_path)


def test_the_guard_stops_a_small_count_under_a_rule(draft, tmp_path) -> None:
    with pytest.raises(DisclosureError):
        build(tmp_path, replace(draft, by_rule=table((2023, 4.0))), previous=None)
