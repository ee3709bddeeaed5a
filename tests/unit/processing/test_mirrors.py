"""Providers are counted as if they were municipalities: the same definitions, over their own rows in all of these."""

from datetime import date

import pyarrow as pa
import pytest

from graadmeter.catalogue.indicator_metadata import open_only
from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_levels import levels
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.joint_readers import JointReader
from graadmeter.domain.levels import Audience
from graadmeter.domain.mirror import SEEN_NOTHING
from graadmeter.domain.periods import parse_period
from graadmeter.domain.region import Region
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import model_tables
from graadmeter.measure.run import measure
from graadmeter.processing.beside_mirrors import Beside
from graadmeter.processing.mirrors import _laid_by_provider, mirrored, of_providers

A, B = "00000011", "00000022"
REGION = Region(
    "Proefregio",
    "JZ14",
    2025,
    (Area("JZ14", 2025, Level.REGION, "Proefregio"), Area("GM0141", 2025, Level.MUNICIPALITY, "Almelo", "JZ14")),
    parse_period("2025KW01").first,
    parse_period("2025KW02").last,
    {},
)


def help_of(number: int, person: int, town: str, provider: str | None, ended: date | None = None) -> dict[str, object]:
    return {
        "traject": number, "persoon": person, "gemeente": town, "soort": "jeugdhulp", "hulpvorm": "02",
        "aanbieder": provider, "begin": date(2025, 1, 10), "einde": ended,
    }  # fmt: skip


ROWS = {
    "persoon": [{"persoon": number, "geboren": date(2012, 5, 1)} for number in (1, 2, 3)],
    "traject": [
        help_of(1, 1, "GM0141", A),
        help_of(2, 2, "GM0147", A),  # in two municipalities: one provider
        help_of(3, 2, "GM0141", B, date(2025, 2, 8)),
        help_of(4, 3, "GM0141", None),  # a personal budget has no provider
    ],
    "levering": [
        {"sessie": "s", "gemeente": "GM0141", "kwartaal": quarter, "tabel": "prestatie"}
        for quarter in ("2025KW01", "2025KW02")
    ],
}  # fmt: skip


def test_what_stands_in_other_parts_that_are_read_too_is_known() -> None:
    """By name in the part of the region; in that of a municipality the count of the series."""
    columns = {name: [TOTAL] * 3 for name in DIMENSIONS} | {"aanbieder": [TOTAL, B, A]}
    columns |= {"indicator": ["jeugdhulp"] * 3, "unit": ["personen"] * 3, "period": ["2025KW01"] * 3}
    columns |= {"period_type": ["kwartaal"] * 3, "area": ["GM0141", "JZ14", "GM0147"], "value": [3.0, 7.0, 9.0]}
    key = ("jeugdhulp", "personen", "2025KW01", "kwartaal")
    readers = [
        JointReader("Zorg", ((Audience.PROVIDER, A), (Audience.MUNICIPALITY, "GM0141"), (Audience.REGION, "JZ14")))
    ]
    found = Beside(readers, pa.table(columns), REGION).of(A)
    series = (*key, *(TOTAL for _ in DIMENSIONS))
    assert (found.counted, found.named, found.known(series)) == ({series: 3.0}, {series: {B}}, {B})
    assert Beside(readers, pa.table(columns), REGION).of(B) is SEEN_NOTHING


@pytest.fixture(scope="module")
def counted():
    chosen = mirrored(levels()["aanbieder"], {name: indicators()[name] for name in ("jeugdhulp", "gemiddelde_duur")})
    with DuckDBEngine() as engine:
        for name, table in model_tables(ROWS).items():
            engine.register(name, table)
        codes = _laid_by_provider(engine)
        assert codes == [A, B]
        return measure(engine, chosen, of_providers(REGION, codes), edition="proef").to_pylist()


def of(counted, indicator: str, provider: str, period: str) -> dict[str, object]:
    return {
        (row["unit"], row["statistiek"]): row["value"]
        for row in counted
        if (row["indicator"], row["area"], row["period"]) == (indicator, provider, period)
    }


def test_a_provider_has_its_clients_of_all_municipalities(counted) -> None:
    assert of(counted, "jeugdhulp", A, "2025KW01") == {("personen", "total"): 2.0}
    assert of(counted, "jeugdhulp", B, "2025KW01") == {("personen", "total"): 1.0}
    assert of(counted, "jeugdhulp", B, "2025KW02") == {("personen", "total"): 0.0}


def test_statistics_are_those_of_its_own_rows(counted) -> None:
    assert of(counted, "gemiddelde_duur", B, "2025HJ01")["dagen", "gemiddelde"] == 30.0
    assert of(counted, "gemiddelde_duur", A, "2025HJ01")["dagen", "gemiddelde"] is None


def test_a_mirror_holds_only_what_follows_from_a_providers_own_rows() -> None:
    found = mirrored(levels()["aanbieder"], open_only(indicators()))
    assert {"jeugdhulp", "trajecten", "gemiddelde_duur"} <= set(found) <= set(levels()["aanbieder"].indicators)
    units = {measure.unit.value for one in found.values() for measure in one.measures}
    assert not units & {"euro", "huishoudens", "aanbieders", "per_1000"}
    assert all(one.levels == (Level.MUNICIPALITY,) for one in found.values())
    assert not any(measure.breakdowns for one in found.values() for measure in one.measures)
