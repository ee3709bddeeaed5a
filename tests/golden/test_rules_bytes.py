"""The bytes of figures under several rules: a difference here is a change of contract with who reads open data.

To accept new bytes: GRAADMETER_UPDATE_GOLDEN=1 python -m pytest tests/golden/test_rules_bytes.py
"""

import os
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from tests.support.ruled import NATION, REGION, TOWNS, Group, told

from graadmeter.compare.by_rule import compare_by_rule
from graadmeter.domain.rule_comparison import RULE_BENCHMARKS
from graadmeter.engine.arrow import schema_of
from graadmeter.release.formats import csv_bytes

FOLDER = Path(__file__).parent / "release"
GROUPS = [
    *(Group(size, town) for size, town in zip((300, 200, 120), TOWNS, strict=True)),
    *(Group(size, town, minor=False) for size, town in zip((3, 14, 22), TOWNS, strict=True)),
    *(Group(size, town, in_kind=False) for size, town in zip((18, 4, 31), TOWNS, strict=True)),
    Group(25, TOWNS[0], home=TOWNS[1]),
]


def tables() -> dict[str, pa.Table]:
    rules = told(GROUPS, edition="2025KW04-3fa19c02")
    beside = compare_by_rule(rules, pa.Table.from_pylist([NATION], schema=schema_of(RULE_BENCHMARKS)))
    return {
        name: table.filter(pc.is_in(table["area"], pa.array([REGION.code, TOWNS[0]])))
        for name, table in (("rules", rules), ("rule_comparison", beside))
    }


@pytest.mark.parametrize("name", ["rules", "rule_comparison"])
def test_csv(name) -> None:
    path, found = FOLDER / f"{name}.csv", csv_bytes(tables()[name])
    if os.environ.get("GRAADMETER_UPDATE_GOLDEN"):
        path.write_bytes(found)
    assert path.read_bytes() == found
