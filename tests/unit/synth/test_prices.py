"""The product list of a synthetic region knows the price of every month that is claimed."""

import csv

from graadmeter.synth.community import Window
from graadmeter.synth.prices import price
from graadmeter.synth.region_facts import care, municipalities
from graadmeter.synth.workspace import write_workspace

LAST = 2025 * 4 + 3


def test_prices_go_back_as_far_as_claims(tmp_path) -> None:
    write_workspace(tmp_path, municipalities()[:1], Window(LAST, LAST, 8, 0.1))
    with (tmp_path / "producten.csv").open(encoding="utf-8") as lines:
        found = {
            row["productcode"]: row["tarief_cent"] for row in csv.DictReader(lines) if row["until"] == "2024-12-31"
        }
    assert found == {one.productcode: str(price(one, 2024)) for one in care() if one.productcode}
