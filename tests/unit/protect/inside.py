"""A small random region with two indicators, protected from outsiders only or from its municipalities as well."""

from functools import cache

import pyarrow as pa
from tests.support.few import few
from tests.unit.protect.twente import model, region

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.region import Region
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import model_tables
from graadmeter.measure.run import measure
from graadmeter.protect.outcome import ProtectedRelease
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect


@cache
def place() -> Region:
    """Three municipalities with their wijken, in one year."""
    return region(3, 3, 2024 * 4, 2024 * 4 + 3)


@cache
def small() -> tuple[pa.Table, dict[str, Indicator]]:
    """Counts with their wijken and forms of help, and means in days; measured once per test run."""
    chosen = {name: few()[name] for name in ("jeugdhulp", "gemiddelde_duur")}
    with DuckDBEngine() as engine:
        for name, table in (model_tables({}) | model(place(), 1, size=0.5, adults=0.1)).items():
            engine.register(name, table)
        return measure(engine, chosen, place(), edition="proef"), chosen


@cache
def protected(insiders: Level | None) -> ProtectedRelease:
    """The region, protected and audited."""
    cells, chosen = small()
    return protect(Request(cells, chosen, policies(), place(), insiders=insiders), processes=1)
