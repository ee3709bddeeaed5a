"""Three protected releases in a row, to the last digit or in fives, attacked by code of the tests alone.

The attack knows every figure of every release, and which counts did not change. A hidden count of the newest release
must be able to be five values or more, and so must what a small count was when an earlier release hid it. What
docs/protection-ledger.md lists under "Not in the ledger" is not asked: that a hidden count is at least one.
"""

from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa
import pytest
from tests.support.in_a_row import QUARTER, Attack, Place, counted, some_in_a_row, told
from tests.unit.protect.two_releases import Counts, indicator, measured, region

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.policies import Method
from graadmeter.processing.protecting import published_as_asked
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.figures.fives import as_if_exact
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect
from graadmeter.release.hidden import hidden_cells

EXACT = policies()["tmsd-10"]
FIVES = replace(EXACT, method=Method.CBS)


def released(counts: Counts, before: Sequence[Earlier], policy) -> Earlier:
    """The release as later ones know it: what it shows, and what it hides."""
    cells, asked = measured(counts, forms=tuple(counts[QUARTER])), {policy.id: policy}
    known = as_if_exact(before, cells, indicator(), asked)
    exact = protect(Request(cells, indicator(), asked, region(), earlier=known), processes=1)
    shown = published_as_asked(exact, cells, indicator(), asked).cells
    return Earlier(f"uitgave-{len(before)}", shown, hidden_cells(cells, shown))


def carried(cells: pa.Table) -> set[Place]:
    return {(row["area"], row["hulpvorm"]) for row in cells.to_pylist() if row["status"] == "carried"}


def behind(cells: pa.Table, *, off: int) -> dict[Place, tuple[int, int]]:
    """Between what each release leaves each count; of a figure that was carried it tells nothing of now."""
    old, ends = carried(cells), {}
    for place, figure in told(cells).items():
        if place in old or figure is None:
            ends[place] = (0, 10_000)
        else:
            ends[place] = (int(figure) - off, int(figure) + off) if figure else (0, 0)
    return ends


@pytest.mark.parametrize("policy", [EXACT, FIVES], ids=["exact", "fives"])
@pytest.mark.parametrize("seed", [0, 1, 2, 3, 8, 24, 44, 59, 70, 80, 108, 112])
def test_no_hidden_count_follows_from_all_releases_nor_what_a_small_one_was(seed: int, policy) -> None:
    off = 2 if policy is FIVES else 0
    published: list[Earlier] = []
    true: list[dict[Place, int]] = []
    shown: set[tuple[Place, int]] = set()
    for newest, counts in enumerate(some_in_a_row(seed, small=0.25)):
        published.append(released(counts, published, policy))
        true.append(counted(counts))
        figures, old = told(published[-1].cells), carried(published[-1].cells)
        shown |= {(place, true[-1][place]) for place, one in figures.items() if one is not None and place not in old}
        attack = Attack([behind(one.cells, off=off) for one in published], true)
        hidden = [(newest, place) for place, one in figures.items() if one is None]
        asked = [
            one
            for one in (*hidden, *_small_before(published[:-1], true))
            if (one[1], true[one[0]][one[1]]) not in shown
        ]
        assert hidden or newest
        for release, place in asked:
            low, high = attack.between(release, place)
            assert low <= true[release][place] <= high
            assert high - low >= policy.interval, (newest, release, place, low, high)


def _small_before(published: Sequence[Earlier], true: Sequence[dict[Place, int]]) -> list[tuple[int, Place]]:
    """The small counts that earlier releases hid."""
    return [
        (number, place)
        for number, one in enumerate(published)
        for place, figure in told(one.cells).items()
        if figure is None and 0 < true[number][place] < EXACT.threshold
    ]


def test_the_attack_finds_a_small_count_when_what_protects_it_is_shown() -> None:
    row = some_in_a_row(1, small=0.25, releases=1)
    true, cells = counted(row[0]), released(row[0], [], EXACT).cells
    ends = behind(cells, off=0)
    beside = [place for place, figure in told(cells).items() if figure is None and true[place] >= EXACT.threshold]
    small = [place for place, figure in told(cells).items() if figure is None and 0 < true[place] < EXACT.threshold]
    assert beside
    assert small
    planted = Attack([{**ends, **{place: (true[place], true[place]) for place in beside}}], [true])
    assert any(planted.between(0, place) == (true[place], true[place]) for place in small)
