"""Cells that no sum ties together: protected, and left as they were, by themselves."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from tests.unit.protect.tables import system
from tests.unit.protect.test_ledger import figure, release

from graadmeter.protect.audit.examine import audit
from graadmeter.protect.blocks.block import Block
from graadmeter.protect.blocks.pieces import pieces
from graadmeter.protect.ledger import blocks as renewal
from graadmeter.protect.search import groups as grouping
from graadmeter.protect.search.groups import alone, groups
from graadmeter.protect.search.moves import fits
from graadmeter.protect.search.suppress import suppress
from graadmeter.protect.search.suppression import Suppression
from graadmeter.protect.system import System

LARGE = 10_000_000_000
CROSS = [[0, 1, 2], [3, 4, 5], [0, 3], [1, 4], [2, 5], [0, 1, 2, 3, 4, 5]]


def counts_beside_amounts() -> System:
    """A table of counts and one of amounts of ten billion, which must vary by a billion; no sum over both."""
    inner = [3, 20, 90, 30, 50, 80]
    table = system(
        [*inner, *(LARGE * count for count in inner)], [*CROSS, *([6 + one for one in sum_] for sum_ in CROSS)]
    )
    amount = table.value >= LARGE
    small = table.sensitive | (table.value == 3 * LARGE)
    return replace(table, need=np.where(amount, LARGE // 10, 1), sensitive=small, floor=np.zeros(len(table), np.int64))


def test_counts_are_protected_beside_amounts_of_ten_billion() -> None:
    table = counts_beside_amounts()
    found = suppress(table)
    assert len(found.exposed) == 0
    assert np.flatnonzero(found.hidden).tolist() == [0, 1, 3, 4, 6, 7, 9, 10]
    assert all(move.parts == 1 for move in found.moves)
    assert fits(table, list(found.moves)).all()
    for cell in (0, 6):
        highest = found.moves[found.rise[cell]]
        assert highest.step[highest.cell == cell] > 0
    assert audit(table, found.hidden).passed


def test_every_cell_that_may_move_is_in_one_group_and_no_row_is_in_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "_SMALL", 0)
    table = counts_beside_amounts()
    table = replace(table, frozen=table.value == 90)
    found = groups(table)
    assert len(found) == 2
    assert np.sort(np.concatenate(found)).tolist() == np.flatnonzero(~table.frozen).tolist()
    for cells in found:
        part = alone(table, cells)
        assert part.value.tolist() == table.value[cells].tolist()
        assert len(part.rows) == len(CROSS)
        assert len(part.rows.cell) == np.isin(table.rows.cell, cells).sum()


def test_what_was_found_of_a_stricter_system_serves_in_each_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "_SMALL", 0)
    table = counts_beside_amounts()
    before = suppress(table)
    again = suppress(table, after=before, work=0)
    assert again.hidden.tolist() == before.hidden.tolist()
    assert len(again.exposed) == 0


def test_a_block_is_cut_where_no_sum_runs_and_rests_stay_with_their_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "_SMALL", 0)
    table = counts_beside_amounts()
    one = Block(2025, table, np.arange(100, 100 + len(table) - 1), 3, zeros=False, holder=np.arange(len(table)))
    found = pieces(one)
    assert [piece.broken for piece in found] == [3, 0]
    assert sum(len(piece.system) for piece in found) == len(table)
    assert np.concatenate([piece.place for piece in found]).tolist() == [
        *range(100, 106),
        *range(112, 118),
        *range(106, 112),
        *range(118, 123),
    ]
    for piece in found:
        assert piece.holder is not None
        assert table.value[piece.holder].tolist() == piece.system.value.tolist()


def test_what_no_sum_ties_to_something_new_is_not_protected_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "_SMALL", 0)
    quarter = {"2025KW01": {"02": (997, 60, 50, 30), "03": (4, 24, 13, 17)}}
    first = release(quarter)
    assert figure(first.cells, "GM0141", form="03") == (None, "suppressed")
    protected: list[Sequence[int]] = []
    real = renewal.withhold

    def noted(system: System, one: Block, *, after: Suppression | None = None):
        protected.append(system.value.tolist())
        return real(system, one, after=after)

    monkeypatch.setattr(renewal, "withhold", noted)
    new = {**quarter, "2025KW02": {"02": (104, 63, 48, 31), "03": (3, 25, 12, 16)}}
    second = release(new, first.cells)
    assert protected
    assert not any(997 in values for values in protected)
    assert any(104 in values for values in protected)
    for area in ("GM0141", "GM0147", "JZ14"):
        for form in ("total", "02", "03"):
            assert figure(second.cells, area, form=form) == figure(first.cells, area, form=form)
    assert figure(second.cells, "GM0141", "2025KW02", form="03") == (None, "suppressed")
