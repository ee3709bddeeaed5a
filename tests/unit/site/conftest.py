"""A release in memory, just enough for the rules of the site: three municipalities, three years."""

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from tests.e2e import release_fixture

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import DIMENSIONS, PUBLISHED, TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Text
from graadmeter.site.cell_index import cell_index
from graadmeter.site.page import Site
from graadmeter.site.published import Definition, Published, Series

Shares = dict[str, dict[str, float | None]]
"""Area code -> year or period code -> per cent, None for a hidden figure."""

REGION = Area("JZ14", 2024, Level.REGION, "Twente")
TOWNS = tuple(
    Area(code, 2024, Level.MUNICIPALITY, name, "JZ14", (at, 0))
    for at, (code, name) in enumerate((("GM0141", "Almelo"), ("GM0147", "Borne"), ("GM1774", "Dinkelland")))
)
_BASE = {"JZ14": 20000.0, "GM0141": 9000.0, "GM0147": 5000.0, "GM1774": 6000.0}


def _definition() -> Definition:
    words = Text("woorden", "words")
    count = Series(Unit.PERSONS, Unit.PERSONS, "0-17", "jeugdigen", "", "", (), ())
    share = Series(Unit.PERCENT, Unit.PERSONS, "0-17", "jeugdigen", "inwoners", "bevolking", (), ())
    return Definition(
        id="jeugdhulp", version=1, theme="jeugd", title=Text("Jeugdigen met jeugdhulp", "Young people with youth help"),
        counts_what=words, says_not=words, definition=words,
        sentence=Text(
            "In {period} kregen {value} jeugdigen in {area} jeugdhulp: ongeveer 1 op de {one_in}.",
            "In {period}, {value} young people in {area} received youth help: about 1 in {one_in}.",
        ),
        caveats=(), source="", polarity=0, series=(count, share), levels=(Level.REGION, Level.MUNICIPALITY),
    )  # fmt: skip


def _rows(shares: Shares, provisional: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for code, years in shares.items():
        for year, share in years.items():
            status = "suppressed" if share is None else ("provisional" if year == provisional else "value")
            count = None if share is None else round(share * _BASE.get(code, 900.0) / 100)
            rows += [
                {
                    "unit": unit,
                    "area": code,
                    "period": year if len(year) > 4 else f"{year}JJ00",
                    "value": value,
                    "status": status,
                }
                for unit, value in (("personen", count), ("procent", share))
            ]
    return rows


@pytest.fixture
def make_site() -> Callable[..., Site]:
    def make(shares: Shares, provisional: str = "") -> Site:
        base = {
            "indicator": "jeugdhulp", "area_vintage": 2024, "level": "", "period_type": "jaar",
            "definition_version": 1, "edition": "x", **dict.fromkeys(DIMENSIONS, TOTAL),
        }  # fmt: skip
        rows = _rows(shares, provisional)
        types = {"VARCHAR": pa.string(), "INTEGER": pa.int32(), "DOUBLE": pa.float64()}
        cells = pa.table(
            {
                spec.name: pa.array([{**base, **row}[spec.name] for row in rows], types[spec.type.value])
                for spec in PUBLISHED.columns
            }
        )
        return Site(
            Published(
                edition="x", previous="", software="", region=REGION, areas=TOWNS, first_quarter="2023KW01",
                last_quarter="2025KW04", fictitious=True, providers={}, definitions={"jeugdhulp": _definition()},
                dimensions={}, codes={}, threshold=10, cells=cell_index(cells), deliveries=(), changes=(),
            )
        )  # fmt: skip

    return make


@pytest.fixture(scope="session")
def small_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two indicators, two municipalities."""
    with pytest.MonkeyPatch.context() as patch:
        few = {name: release_fixture._CATALOGUE[name] for name in ("jeugdhulp", "wmo_clienten")}
        towns = release_fixture.municipalities()[:2]
        patch.setattr(release_fixture, "_CATALOGUE", few)
        patch.setattr(release_fixture, "municipalities", lambda: towns)
        folder = tmp_path_factory.mktemp("release") / release_fixture.EDITION
        release_fixture.write_release(folder, wijken_each=1, first_year=2025)
    return folder
