"""Where hiding counts is not enough to protect one, zeros of that year are hidden too, and the audit knows it."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from tests.support.few import few
from tests.unit.protect.ruled import HELP, STAY, definitions, row, table
from tests.unit.protect.tables import system
from tests.unit.protect.twente import example
from tests.unit.protect.two_releases import TOWNS

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.indicators import Measure, Unit
from graadmeter.protect.audit.examine import audit
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect
from graadmeter.protect.search.suppress import suppress


def tight():
    """One child of the two in its wijk, nobody in the other wijk: the total cannot rise by more than one."""
    table = system([1, 0], [[0, 1]], need=4)
    return replace(table, ceiling=np.array([2, 90, 92]), need=np.array([1, 4, 4]))


def test_zeros_that_are_shown_expose_the_only_count() -> None:
    found = suppress(tight())
    assert found.exposed.tolist() == [2]
    assert not audit(tight(), found.hidden).passed


def test_hiding_a_zero_protects_it_and_what_was_proven_stays_proven() -> None:
    before = suppress(tight())
    wider = replace(tight(), frozen=np.zeros(3, dtype=np.bool_), floor=np.zeros(3, dtype=np.int64))
    found = suppress(wider, after=before)
    assert found.exposed.tolist() == []
    assert found.hidden.all()
    assert audit(wider, found.hidden).passed


@pytest.fixture(scope="module")
def lonely():
    """Dyslexia care for one child of two in the first wijk, and for nobody else anywhere."""
    place, cells = example()
    cells = cells.filter(pc.equal(cells["indicator"], "dyslexie"))
    wijk = next(area for area in place.areas if area.level == "wijk")
    with_one = {wijk.code, wijk.parent, place.code}
    count = [float(area in with_one) for area in cells["area"].to_pylist()]
    share = [unit == "procent" and whole is not None for unit, whole in zip(*columns(cells), strict=True)]
    whole = [2.0 if area == wijk.code else 900.0 for area in cells["area"].to_pylist()]
    value = [100 * top / below if part else top for top, below, part in zip(count, whole, share, strict=True)]
    for name, column in {
        "value": value,
        "numerator": [top if part else None for top, part in zip(count, share, strict=True)],
        "denominator": [below if part else None for below, part in zip(whole, share, strict=True)],
    }.items():
        cells = cells.set_column(cells.column_names.index(name), name, pa.array(column, pa.float64()))
    usable = [unit != "procent" or part for unit, part in zip(cells["unit"].to_pylist(), share, strict=True)]
    return place, cells.filter(pa.array(usable)), wijk


def columns(cells: pa.Table) -> tuple[list[str], list[float | None]]:
    return cells["unit"].to_pylist(), cells["denominator"].to_pylist()


NONE_OF_SIX = definitions(Measure(Unit.PERSONS, HELP), Measure(Unit.PERCENT, STAY, share_of=HELP))


def beside_none_of_six(cells: pa.Table, region: str) -> pa.Table:
    """With these cells those of another family, of which nobody of six stays somewhere in the first municipality."""
    rows = []
    towns = dict(zip(TOWNS[:3], ((6, 0), (40, 20), (30, 12)), strict=True))
    for area, (everybody, staying) in {**towns, region: (76, 32)}.items():
        share = {"numerator": float(staying), "denominator": float(everybody)}
        rows.append(row(Unit.PERSONS, area, everybody, period="2024KW01"))
        rows.append(row(Unit.PERCENT, area, 100 * staying / everybody, period="2024KW01", **share))
    return pa.concat_tables([cells, table(rows)])


def test_none_of_a_few_in_another_family_is_protected_once_zeros_of_the_year_may_be_hidden(lonely) -> None:
    place, cells, _ = lonely
    both = beside_none_of_six(cells, place.code)
    asked = Request(both, few() | NONE_OF_SIX, policies(), place)
    first = protect(asked, processes=1)
    assert first.audit["verdict"] == "passed"
    assert first.audit["years_in_which_a_hidden_count_may_be_zero"] == [2024]
    again = protect(replace(asked, earlier=[Earlier("een", first.cells)]), processes=1)
    assert again.cells.equals(first.cells)


def test_the_release_hides_zeros_beside_it_and_says_so(lonely) -> None:
    place, cells, wijk = lonely
    release = protect(Request(cells, few(), policies(), place), processes=1)
    counts = release.cells.filter(pc.equal(release.cells["unit"], "personen"))
    hidden = counts.filter(pc.equal(counts["status"], "suppressed"))
    assert {wijk.code, wijk.parent, place.code} < set(hidden["area"].to_pylist())
    assert release.audit["verdict"] == "passed"
    assert release.audit["years_in_which_a_hidden_count_may_be_zero"] == [2024]
