"""A part of the small random region, protected from outsiders only or from its municipalities as well."""

from functools import cache

import pyarrow as pa
import pyarrow.compute as pc
from tests.support.few import few
from tests.unit.protect.twente import example

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Indicator
from graadmeter.protect.outcome import ProtectedRelease
from graadmeter.protect.run import protect


@cache
def small() -> tuple[pa.Table, dict[str, Indicator]]:
    """Two indicators of the example: counts with their wijken and forms, and means in days."""
    chosen = {name: few()[name] for name in ("jeugdhulp", "gemiddelde_duur")}
    cells = example()[1]
    return cells.filter(pc.is_in(cells["indicator"], pa.array(list(chosen)))), chosen


@cache
def protected(insiders: Level | None) -> ProtectedRelease:
    cells, chosen = small()
    return protect(cells, chosen, policies(), example()[0], insiders=insiders, processes=1)
