"""What is computed for many markets or products at once is what the plain formulas give one at a time, to the bit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graadmeter.statistics.bennet import PARTS, Use, Uses, bennet, bennet_of_all
from graadmeter.statistics.concentration import hhi, hhi_of_groups, top_share, top_share_of_groups

_markets = st.lists(st.lists(st.integers(0, 10**9), min_size=1, max_size=6), min_size=1, max_size=5)
_use = st.builds(Use, st.integers(0, 50), st.integers(0, 400), st.integers(-500, 100_000))


@given(_markets, st.integers(1, 3), st.randoms())
def test_markets(markets, largest, random) -> None:
    rows = [(place, float(amount)) for place, amounts in enumerate(markets) for amount in amounts]
    random.shuffle(rows)
    group, amount = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    named = [{str(name): float(one) for name, one in enumerate(amounts)} for amounts in markets]
    plain = [hhi(one) for one in named], [top_share(one, largest) for one in named]
    found = hhi_of_groups(group, amount), top_share_of_groups(group, amount, largest)
    for one, many in zip(plain, found, strict=True):
        assert [None if np.isnan(value) else value for value in many.tolist()] == one


def test_negative_amounts_have_no_share() -> None:
    with pytest.raises(ValueError, match="negative"):
        hhi_of_groups(np.array([0, 0]), np.array([1.0, -1.0]))


@given(st.lists(st.tuples(_use, _use), min_size=1, max_size=5), st.tuples(st.integers(1, 99), st.integers(1, 99)))
def test_products(uses, totals) -> None:
    names = [str(place) for place in range(len(uses))]
    before, after = ({name: pair[which] for name, pair in zip(names, uses, strict=True)} for which in (0, 1))
    plain = bennet(before, after, clients=totals)
    columns = [
        Uses(
            *(
                np.array([getattr(pair[which], field) for pair in uses], float)
                for field in ("clients", "units", "amount")
            )
        )
        for which in (0, 1)
    ]
    many = bennet_of_all(*columns, (np.full(len(uses), float(totals[0])), np.full(len(uses), float(totals[1]))))
    assert {name: {part: many[part][place] for part in PARTS} for place, name in enumerate(names)} == plain
