"""Figures of methods that tell of few: a share of nearly all or hardly any, concentration with few providers."""

import pyarrow as pa
import pytest
from tests.unit.protect.ruled import HELP, MEANS, PLACES, QUARTER, definitions, means, row, ruled, table
from tests.unit.protect.two_releases import TOWNS, region

from graadmeter.domain.indicators import Indicator, Measure, Unit
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

CONCENTRATION = definitions(Measure(Unit.PERSONS, HELP), Measure(Unit.INDEX, HELP, method="concentratie"))


def concentration(providers: int) -> pa.Table:
    """The index of so many providers in each municipality, of three times as many in the region."""
    rows = []
    for area in PLACES:
        town = area in TOWNS
        count, there = (100, providers) if town else (400, 3 * providers)
        behind = {"contributors": count, "denominator": count, "numerator": count, "providers": there}
        rows += [row(Unit.PERSONS, area, count), row(Unit.INDEX, area, 2500.4, **behind)]
    return table(rows)


@pytest.mark.parametrize(
    ("cells", "indicators", "unit", "told"),
    [
        (means(40, 50.0), MEANS, "procent", "everywhere"),
        (means(40, 97.5), MEANS, "procent", "nowhere"),  # 1 of 40 not, 4 of 160 not
        (means(40, 5.0), MEANS, "procent", "nowhere"),  # 2 of 40, 8 of 160
        (means(40, 90.0), MEANS, "procent", "region"),  # 4 of 40 not, 16 of 160 not
        (means(40, 100.0), MEANS, "procent", "everywhere"),  # of the others there is nobody
        (concentration(5), CONCENTRATION, "index", "everywhere"),
        (concentration(4), CONCENTRATION, "index", "region"),
    ],
)
def test_what_tells_of_few_is_hidden_and_an_engine_that_shows_it_is_found(
    cells: pa.Table, indicators: dict[str, Indicator], unit: str, told: str
) -> None:
    asked = Request(cells, indicators, ruled(), region())
    release = protect(asked, processes=1)
    shown = {one["area"] for one in release.cells.to_pylist() if one["unit"] == unit and one["value"] is not None}
    assert shown == {"everywhere": set(PLACES), "region": set(PLACES) - set(TOWNS), "nowhere": set()}[told]
    forgetful = audit_release(_shown(cells, release.cells, unit), asked, claims=())
    found = {text.en for text in forgetful.problems if "no proof" not in text.en}
    assert len(found) == len(PLACES) - len(shown), found
    assert all("few persons" in text and QUARTER in text for text in found), found


def _shown(measured: pa.Table, published: pa.Table, unit: str) -> pa.Table:
    """The release with all figures of a unit shown, to whole numbers as an index or a tenth of a percent."""
    rows = published.to_pylist()
    for one, known in zip(rows, measured.to_pylist(), strict=True):
        if one["unit"] == unit:
            one["value"], one["status"] = round(known["value"], 0 if unit == "index" else 1), "value"
    return pa.Table.from_pylist(rows, schema=published.schema)
