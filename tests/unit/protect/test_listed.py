"""How long a list of providers is tells how many there are: those with a hidden figure are not in it."""

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from tests.unit.protect.ruled import HELP, definitions, row, ruled, table, with_region
from tests.unit.protect.two_releases import region

from graadmeter.domain.cells import KEY_COLUMNS
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.indicators import Measure, Unit
from graadmeter.protect.audit.report import figures_of
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.figures.listed import as_if_listed, without_hidden_providers
from graadmeter.protect.grid.ties import Ties
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect
from graadmeter.release.guard import inspect

LARGEST = definitions(Measure(Unit.PERSONS, HELP, breakdowns=("aanbieder",), top=10))
CLIENTS = {
    "99990001": (40, 60, 50, 30),
    "99990002": (20, 24, 3, 17),
    "99990003": (15, 4, 0, 12),
    "top10": (70, 80, 52, 50),
}
"""By provider and municipality; nobody is listed where it has no clients."""


def figures(**clients: tuple[int, ...]) -> pa.Table:
    rows = []
    for code, counts in {**CLIENTS, "total": (70, 80, 52, 50), **clients}.items():
        for area, value in with_region(list(counts)).items():
            if value:
                rows.append(row(Unit.PERSONS, area, value, aanbieder=code))
    return table(rows)


def told(cells: pa.Table) -> pa.Table:
    return protect(Request(cells, LARGEST, ruled(), region()), processes=1).cells


def listed(cells: pa.Table, area: str) -> list[str]:
    rows = cells.filter(pc.equal(cells["area"], area))
    return [code for code in rows["aanbieder"].to_pylist() if code not in {"total", "top10"}]


def test_a_list_is_no_longer_than_what_it_shows() -> None:
    cells = told(figures())
    assert len(listed(cells, "GM0147")) == 3, "all that have clients: that is a hidden number"
    safe = without_hidden_providers(cells)
    assert listed(safe, "GM0147") == listed(cells.filter(pc.is_valid(cells["value"])), "GM0147")
    assert len(listed(safe, "GM0147")) < 3
    left = safe.filter(pc.is_in(safe["aanbieder"], pa.array(["total", "top10"])))
    assert left.num_rows == 10, "of all and of the largest together also what is hidden is named"
    assert figures_of(cells) == figures_of(safe), "nor does the report of the audit count them"


def test_the_guard_stops_a_release_that_names_them() -> None:
    measured = figures()
    cells = told(measured)
    limits = {"thresholds": {"jeugdhulp": 10}, "measured": measured}
    inspect({"open/cells.parquet": written(without_hidden_providers(cells))}, **limits)
    with pytest.raises(DisclosureError, match="without a figure that is shown"):
        inspect({"open/cells.parquet": written(cells)}, **limits)


def written(cells: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(cells.replace_schema_metadata(None), sink)
    return sink.getvalue().to_pybytes()


def test_a_later_release_takes_who_was_not_listed_as_hidden() -> None:
    measured = figures()
    cells = told(measured)
    before = Earlier("one", without_hidden_providers(cells))
    (found,) = as_if_listed([before], measured)
    assert rows_of(found.cells) == rows_of(cells)
    (other,) = as_if_listed([before], measured.set_column(5, "period", pa.array(["2026KW01"] * measured.num_rows)))
    assert other.cells.num_rows == before.cells.num_rows, "a quarter that was not there yet"
    again = protect(Request(measured, LARGEST, ruled(), region(), earlier=[found]), processes=1)
    assert again.audit["earlier_releases"]["years_in_which_nothing_new_is_shown"] == [2025]
    assert rows_of(without_hidden_providers(again.cells)) == rows_of(before.cells)


def rows_of(cells: pa.Table) -> set[tuple[object, ...]]:
    names = [name for name in KEY_COLUMNS if name not in {"area_vintage", "level"}]
    return set(zip(*(cells[name].to_pylist() for name in (*names, "value", "status")), strict=True))


def without_one_list() -> Request:
    """In the third municipality the second provider has 3 clients and is not among the largest."""
    rows = [one for one in figures().to_pylist() if (one["aanbieder"], one["area"]) != ("99990002", "GM0153")]
    return Request(table(rows), LARGEST, ruled(), region())


def test_clients_where_a_provider_is_not_listed_do_not_follow_from_the_region() -> None:
    cells = protect(without_one_list(), processes=1).cells
    shown = [one["value"] for one in cells.to_pylist() if one["aanbieder"] == "99990002"]
    assert len(shown) == 4
    assert None in shown


def test_the_audit_finds_who_is_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ties, "some_areas", Ties.areas)
    with pytest.raises(DisclosureError, match=r"rest of .*99990002 JZ14"):
        protect(without_one_list(), processes=1)
