"""Money, providers, and how waits and cases went: counted again from the delivered files."""

import pytest
from tests.e2e.delivered import quarter_index
from tests.e2e.recount import REGION
from tests.e2e.recount_causes import recount_causes
from tests.e2e.recount_chain import recount_chain
from tests.e2e.recount_money import recount_money, whole_periods
from tests.e2e.recount_waits import recount_waits
from tests.e2e.region import FIRST, LAST, TOWNS
from tests.e2e.told import differences, told

CELLS = {
    "aanbieders_per_hulpvorm": 200,
    "aanbiedersconcentratie": 25,
    "actieve_aanbieders": 200,
    "continuiteitsrisico": 20,
    "doorlooptijd_keten": 12,
    "effectieve_prijs": 100,
    "gi_tijdig": 30,
    "interventies": 100,
    "pgb_uitgaven": 60,
    "reele_kosten": 4,
    "rvdk_wachttijd": 40,
    "stand_in_keten": 15,
    "terugkeer_keten": 12,
    "uitgaven_per_jeugdige": 80,
    "uitgaven_verklaard": 24,
    "vervoerskosten": 50,
    "wachttijd_binnen_norm": 80,
    "wachttijd_tot_intake": 150,
}
"""Fewer recounted cells and the test would say nothing. `uitgaven` and `grootste_aanbieders` are in `recount`."""
FILES = {
    "doorlooptijd_keten": "ketenstap.csv",
    "terugkeer_keten": "ketenstap.csv",
    "gi_tijdig": "ketenstap.csv",
    "interventies": "interventie.csv",
    "pgb_uitgaven": "pgb_besteding.csv",
    "rvdk_wachttijd": "ketenstap.csv",
    "stand_in_keten": "ketenstap.csv",
    "wachttijd_binnen_norm": "wachttijd.csv",
    "wachttijd_tot_intake": "wachttijd.csv",
}
"""What must be delivered by every municipality in every quarter; of the others, the messages."""


@pytest.fixture(scope="module")
def counted(whole_catalogue) -> dict:
    found = {}
    for recount in (recount_money, recount_causes, recount_waits, recount_chain):
        found |= recount(whole_catalogue, FIRST, LAST)
    return found


@pytest.mark.parametrize("indicator", CELLS)
def test_measured_cells_equal_a_recount(whole_catalogue, counted, indicator) -> None:
    cells = told(whole_catalogue, indicator)
    missing = undelivered(whole_catalogue / "inbox", FILES.get(indicator, "berichten.zip"))
    mine = {key: value for key, value in counted.items() if key[0] == indicator and key[2:4] not in missing}
    assert len(mine) >= CELLS[indicator]
    assert any(mine.values())
    assert set(mine) <= set(cells)
    assert not differences(cells, mine)
    assert {key for key, row in cells.items() if row["status"] == "not_delivered"} == {
        key for key in cells if key[2:4] in missing
    }


def undelivered(inbox, name: str) -> set[tuple[str, str]]:
    """(area, period) in which the file of a municipality of the area, of a quarter of the period, is not there."""
    found = set()
    for period, first, last in whole_periods(quarter_index(FIRST), quarter_index(LAST), ("KW", "HJ", "JJ")):
        quarters = [f"{kw // 4}KW{kw % 4 + 1:02}" for kw in range(first, last + 1)]
        lacking = {town for town in TOWNS for kw in quarters if not (inbox / f"{town[2:]}-{kw}" / name).exists()}
        found |= {(area, period) for area in lacking | ({REGION} if lacking else set())}
    return found
