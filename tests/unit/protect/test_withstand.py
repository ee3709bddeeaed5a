"""A municipality that knows its own figures learns no hidden one of another: by hand, by enumeration, on a region."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.protect.inside import place, protected, small
from tests.unit.protect.tables import system

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.areas import Level
from graadmeter.domain.cells import KEY_COLUMNS
from graadmeter.domain.errors import DisclosureError
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.blocks.plan import plan
from graadmeter.protect.figures.left_over import left_over
from graadmeter.protect.outcome import ProtectedRelease
from graadmeter.protect.request import Request
from graadmeter.protect.search.suppress import suppress
from graadmeter.protect.search.withstand import withstand

CAP = 13


def test_two_that_hide_each_other_hide_nothing_from_each_other() -> None:
    table = system([3, 7, 40, 50], [[0, 1, 2, 3]])
    plain = suppress(table)
    assert np.flatnonzero(plain.hidden).tolist() == [0, 1]  # whoever counted the 7 subtracts it
    found = withstand(table, plain, np.array([0, 1, 2, 3, -1]))
    assert np.flatnonzero(found.hidden).tolist() == [0, 1, 2]
    assert not len(found.exposed)


def test_what_only_one_other_is_left_to_hide_is_told_to_be_exposed() -> None:
    """Two municipalities and a region that everybody knows: nothing can hide the one from the other."""
    table = system([3, 7], [[0, 1]])
    table.frozen[2] = True
    found = withstand(table, suppress(table), np.array([0, 1, -1]))
    assert found.exposed.tolist() == [0, 1]


@settings(max_examples=25, deadline=None)
@given(
    inner=st.lists(st.integers(0, 4), min_size=4, max_size=4),
    parts=st.lists(st.lists(st.integers(0, 3), min_size=2, max_size=4, unique=True), min_size=1, max_size=3),
)
def test_enumeration_finds_nothing_that_one_holder_could_work_out(inner, parts) -> None:
    table = system(inner, parts, need=2, floor=0)
    holder = np.array([0, 0, 1, 2, *(-1 for _ in parts)])
    found = withstand(table, suppress(table), holder, together=[np.array([0, 1])])
    every = np.stack(np.meshgrid(*[np.arange(CAP + 1)] * 4, indexing="ij"), axis=-1).reshape(-1, 4)
    cells = np.concatenate([every, *(every[:, one].sum(axis=1)[:, None] for one in parts)], axis=1)
    safe = np.setdiff1d(np.flatnonzero(found.hidden), found.exposed)
    fractional = {cell for move in found.moves if move.parts > 1 for cell in move.cell.tolist()}
    for who in ([0], [1], [2], [0, 1]):
        known = ~found.hidden | np.isin(holder, who)
        fitting = cells[(cells[:, known] == table.value[known]).all(axis=1)]
        asked = [cell for cell in safe if holder[cell] not in (-1, *who) and cell not in fractional]
        assert (fitting[:, asked].max(axis=0) - fitting[:, asked].min(axis=0) >= 2).all()


def test_a_region_is_protected_from_each_of_its_municipalities() -> None:
    told = protected(Level.MUNICIPALITY).audit["insiders"]
    assert (told["attackers"], told["found"]) == (3, 0)
    assert told["hidden_counts_of_others"] > 100
    assert "insiders" not in protected(None).audit


def test_somewhat_more_is_hidden_than_from_outsiders_alone() -> None:
    less, more = (_hidden(protected(insiders)) for insiders in (None, Level.MUNICIPALITY))
    assert less < more < 1.5 * less


def test_the_audit_finds_what_a_municipality_could_subtract() -> None:
    """The release that is safe from outsiders only is refused, with the name of who could work it out."""
    cells, chosen = small()
    plain = protected(None).cells
    report = audit_release(plain, Request(cells, chosen, policies(), place(), insiders=Level.MUNICIPALITY), claims=())
    found = [problem.en for problem in report.problems if "(GM" in problem.en and "can be worked out" in problem.en]
    assert any("the areas add up" in text for text in found)
    with pytest.raises(DisclosureError, match="Nothing is published"):
        report.require_passed()


class _Means:
    """Means in days of the small region, of which the numbers of persons behind them can be changed."""

    def __init__(self) -> None:
        self.cells, self.chosen = small()
        self.days = np.array(self.cells["unit"].to_pylist()) == "dagen"
        self.behind = np.array(self.cells["contributors"].fill_null(0).to_pylist())
        self._area = np.array(self.cells["area"].to_pylist())
        self._shown = protected(Level.MUNICIPALITY).cells["value"].is_valid().to_numpy()
        names = [name for name in KEY_COLUMNS if name not in ("area", "level")]
        self._where = [tuple(row.values()) for row in self.cells.select(names).to_pylist()]

    def of(self, *towns: str) -> list[int]:
        """The row of a mean of the region that is shown, and the rows of the same mean in these municipalities."""
        own = [{self._where[row]: row for row in np.flatnonzero(self.days & (self._area == town))} for town in towns]
        region = np.flatnonzero(self.days & self._shown & (self._area == "JZ14"))
        whole = next(row for row in region if all(self._where[row] in one for one in own))
        return [int(whole), *(one[self._where[whole]] for one in own)]

    def request(self) -> Request:
        """With the numbers as they are now."""
        at = self.cells.column_names.index("contributors")
        field = self.cells.schema.field(at)
        told = self.cells.set_column(at, field, pa.array(self.behind, field.type))
        return Request(told, self.chosen, policies(), place(), insiders=Level.MUNICIPALITY)

    def marked(self, request: Request, whole: int, **otherwise: object) -> bool:
        """Whether the mean in this row leaves too few."""
        counts, figures = (request.measured.filter(pa.array(rows)) for rows in (~self.days, self.days))
        planned = replace(plan(replace(request, measured=counts)), **otherwise)
        return bool(left_over(figures, self.chosen, policies(), planned)[int(self.days[:whole].sum())])


@pytest.fixture
def means() -> _Means:
    return _Means()


def test_a_mean_of_the_region_is_hidden_where_one_municipality_leaves_too_few(means: _Means) -> None:
    whole, own = means.of("GM0141")
    means.behind[own] = means.behind[whole] - 3
    request = means.request()
    assert means.marked(request, whole)
    assert not means.marked(request, whole, insiders=None)
    report = audit_release(protected(Level.MUNICIPALITY).cells, request, claims=())
    assert any("GM0141 can take itself off" in problem.en for problem in report.problems)


def test_a_mean_is_hidden_where_two_that_one_reader_knows_leave_too_few(means: _Means) -> None:
    """Half and nearly half of the persons: either leaves many others, both together leave three."""
    rows = means.of("GM0141", "GM0147")
    means.behind[rows] = 100, 50, 47
    alone = means.request()
    both = replace(alone, together=(frozenset({"GM0141", "GM0147"}),))
    assert [means.marked(one, rows[0]) for one in (alone, both)] == [False, True]
    report = audit_release(protected(Level.MUNICIPALITY).cells, both, claims=())
    assert any("GM0141 + GM0147 can take itself off" in problem.en for problem in report.problems)


def _hidden(release: ProtectedRelease) -> int:
    return release.cells["status"].to_pylist().count("suppressed")
