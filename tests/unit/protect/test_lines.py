"""Which measure explains a figure: every measure of the catalogue finds itself, in protection and in the attack."""

import pyarrow as pa
import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.errors import CatalogueError
from graadmeter.protect.audit.rows import _line
from graadmeter.protect.grid.lines import lines_of

KNOWN = indicators()


def cells(indicator: str, unit: str, **members: str) -> pa.Table:
    return pa.Table.from_pylist([{"indicator": indicator, "unit": unit, **dict.fromkeys(DIMENSIONS, TOTAL), **members}])


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_a_measure_explains_its_own_figures(name) -> None:
    for measure in KNOWN[name].measures:
        told = dict(measure.fixed)
        (line,) = lines_of(cells(name, measure.unit.value, **told), KNOWN).lines
        mark = (name, measure.unit.value, *(told.get(one, TOTAL) for one in DIMENSIONS))
        policies = dict.fromkeys([KNOWN[name].policy])
        assert line.measure.fixed == measure.fixed
        assert _line(mark, KNOWN[name], policies).measure.fixed == measure.fixed


def test_a_figure_that_no_measure_explains_is_refused() -> None:
    with pytest.raises(CatalogueError):
        lines_of(cells("terugkeer_keten", "procent", hulpvorm="02"), KNOWN)
    with pytest.raises(CatalogueError):
        lines_of(cells("bestaat_niet", "procent"), KNOWN)
