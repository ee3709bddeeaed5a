"""Three protected releases in a row, to the last digit or in fives, attacked by code of the tests alone.

The attack knows every figure of every release, and which counts did not change. A hidden count of the newest release
must be able to be five values or more. What docs/protection-ledger.md lists under "Not in the ledger" is not asked:
what a hidden count was before it changed, and that a hidden count is at least one.
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

EXACT = policies()["tmsd-10"]
FIVES = replace(EXACT, method=Method.CBS)


def released(counts: Counts, before: Sequence[pa.Table], policy) -> pa.Table:
    cells, asked = measured(counts, forms=tuple(counts[QUARTER])), {policy.id: policy}
    earlier = [Earlier(f"uitgave-{number}", one) for number, one in enumerate(before)]
    known = as_if_exact(earlier, cells, indicator(), asked)
    exact = protect(Request(cells, indicator(), asked, region(), earlier=known), processes=1)
    return published_as_asked(exact, cells, indicator(), asked).cells


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
@pytest.mark.parametrize("seed", [0, 1, 2, 3, 8, 24, 44, 59])
def test_no_hidden_count_of_the_newest_release_follows_from_all_of_them(seed: int, policy) -> None:
    off = 2 if policy is FIVES else 0
    published: list[pa.Table] = []
    true: list[dict[Place, int]] = []
    shown: set[tuple[Place, int]] = set()
    for newest, counts in enumerate(some_in_a_row(seed, small=0.25)):
        published.append(released(counts, published, policy))
        true.append(counted(counts))
        figures, old = told(published[-1]), carried(published[-1])
        shown |= {(place, true[-1][place]) for place, one in figures.items() if one is not None and place not in old}
        attack = Attack([behind(one, off=off) for one in published], true)
        hidden = [place for place, one in figures.items() if one is None and (place, true[-1][place]) not in shown]
        assert hidden or newest
        for place in hidden:
            low, high = attack.between(newest, place)
            assert low <= true[-1][place] <= high
            assert high - low >= policy.interval, (newest, place, low, high)


def test_the_attack_finds_a_small_count_when_what_protects_it_is_shown() -> None:
    row = some_in_a_row(1, small=0.25, releases=1)
    true, cells = counted(row[0]), released(row[0], [], EXACT)
    ends = behind(cells, off=0)
    beside = [place for place, figure in told(cells).items() if figure is None and true[place] >= EXACT.threshold]
    small = [place for place, figure in told(cells).items() if figure is None and 0 < true[place] < EXACT.threshold]
    assert beside
    assert small
    planted = Attack([{**ends, **{place: (true[place], true[place]) for place in beside}}], [true])
    assert any(planted.between(0, place) == (true[place], true[place]) for place in small)
