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


def test_a_mean_of_the_region_is_hidden_where_one_municipality_leaves_too_few() -> None:
    cells, chosen = small()
    days = np.array(cells["unit"].to_pylist()) == "dagen"
    behind = np.array(cells["contributors"].fill_null(0).to_pylist())
    area = np.array(cells["area"].to_pylist())
    shown = protected(Level.MUNICIPALITY).cells["value"].is_valid().to_numpy()
    names = [name for name in KEY_COLUMNS if name not in ("area", "level")]
    where = [tuple(row.values()) for row in cells.select(names).to_pylist()]
    of_town = {where[row]: row for row in np.flatnonzero(days & (area == "GM0141"))}
    whole = next(row for row in np.flatnonzero(days & shown & (area == "JZ14")) if where[row] in of_town)
    own = of_town[where[whole]]
    behind[own] = behind[whole] - 3
    at = cells.column_names.index("contributors")
    nearly = cells.set_column(at, cells.schema.field(at), pa.array(behind, cells.schema.field(at).type))
    planned = plan(Request(nearly.filter(pa.array(~days)), chosen, policies(), place(), insiders=Level.MUNICIPALITY))
    figures = nearly.filter(pa.array(days))
    marked = left_over(figures, chosen, policies(), planned)
    assert marked[int(days[:whole].sum())]
    assert not left_over(figures, chosen, policies(), replace(planned, insiders=None)).any()
    shown_all_the_same = protected(Level.MUNICIPALITY).cells
    report = audit_release(
        shown_all_the_same, Request(nearly, chosen, policies(), place(), insiders=Level.MUNICIPALITY), claims=()
    )
    assert any("GM0141 can take itself off" in problem.en for problem in report.problems)


def test_a_mean_is_hidden_where_two_that_one_reader_knows_leave_too_few() -> None:
    """Half and nearly half of the persons: either leaves many others, both together leave three."""
    cells, chosen = small()
    days = np.array(cells["unit"].to_pylist()) == "dagen"
    behind = np.array(cells["contributors"].fill_null(0).to_pylist())
    area = np.array(cells["area"].to_pylist())
    shown = protected(Level.MUNICIPALITY).cells["value"].is_valid().to_numpy()
    names = [name for name in KEY_COLUMNS if name not in ("area", "level")]
    where = [tuple(row.values()) for row in cells.select(names).to_pylist()]
    one, other = ({where[row]: row for row in np.flatnonzero(days & (area == code))} for code in ("GM0141", "GM0147"))
    whole = next(
        row for row in np.flatnonzero(days & shown & (area == "JZ14")) if where[row] in one and where[row] in other
    )
    behind[whole] = 100
    behind[one[where[whole]]], behind[other[where[whole]]] = 50, 47
    at = cells.column_names.index("contributors")
    told = cells.set_column(at, cells.schema.field(at), pa.array(behind, cells.schema.field(at).type))
    alone = Request(told, chosen, policies(), place(), insiders=Level.MUNICIPALITY)
    both = replace(alone, together=(frozenset({"GM0141", "GM0147"}),))
    counts, figures = told.filter(pa.array(~days)), told.filter(pa.array(days))
    marked = [left_over(figures, chosen, policies(), plan(replace(one, measured=counts))) for one in (alone, both)]
    assert [bool(one[int(days[:whole].sum())]) for one in marked] == [False, True]
    report = audit_release(protected(Level.MUNICIPALITY).cells, both, claims=())
    assert any("GM0141 + GM0147 can take itself off" in problem.en for problem in report.problems)


def _hidden(release: ProtectedRelease) -> int:
    return release.cells["status"].to_pylist().count("suppressed")
