"""Rows are matched by what they hold, exactly, also when keys are wide, values missing or tables empty."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graadmeter.check.lookup import combined, groups, matches, matches_on_day, numbered

small = st.one_of(st.none(), st.integers(-2, 2))
letter = st.one_of(st.none(), st.sampled_from("abc"))
rows = st.lists(st.tuples(small, letter), max_size=12)


def columns(pairs: list[tuple[int | None, str | None]]) -> list[pa.Array]:
    return [pa.array([pair[0] for pair in pairs], pa.int64()), pa.array([pair[1] for pair in pairs], pa.string())]


@given(left=rows, right=rows)
def test_the_last_equal_row_is_found(left, right) -> None:
    found = matches(columns(left), columns(right)).to_pylist()
    for mine, position in zip(left, found, strict=True):
        equal = [place for place, other in enumerate(right) if other == mine and None not in mine]
        assert position == (equal[-1] if equal else None)


@given(pairs=rows, data=st.data())
def test_groups_are_the_rows_in_use_with_equal_values(pairs, data) -> None:
    used = np.array([data.draw(st.booleans()) for _ in pairs], dtype=bool)
    found = groups([numbered(column) for column in columns(pairs)], used)
    for place, mine in enumerate(pairs):
        same = [other for other in range(len(pairs)) if pairs[other] == mine and used[other] and None not in mine]
        takes_part = used[place] and None not in mine
        assert found.first[place] == (same[0] if takes_part else place)
        assert found.number[place] == (same.index(place) + 1 if takes_part else 1)
    assert found.any_shared == bool((found.number > 1).any())


def test_wide_keys_do_not_run_over() -> None:
    far = [0, 2**40, 2**41, 1]
    wide = [numbered(pa.array(far, pa.int64())) for _ in range(4)]
    key = combined(wide)
    assert len(set(key.tolist())) == len(far)
    assert (key >= 0).all()
    twice = combined([numbered(pa.array([*far, *far], pa.int64())) for _ in range(4)])
    assert twice[:4].tolist() == twice[4:].tolist()


def test_a_dated_row_is_found_on_its_days_only() -> None:
    days = pa.array(["2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01", "2026-01-01", None]).cast(pa.date32())
    codes = pa.array(["a"] * 6)
    first = pa.array(["2025-07-01", "2025-01-01"]).cast(pa.date32())
    last = pa.array(["2025-12-31", "2025-06-30"]).cast(pa.date32())
    found = matches_on_day([codes], days, [pa.array(["a", "a"])], first, last)
    assert found.to_pylist() == [None, 1, 1, 0, None, None]
    other = matches_on_day([pa.array(["b"] * 6)], days, [pa.array(["a", "a"])], first, last)
    assert other.to_pylist() == [None] * 6


@pytest.mark.parametrize("left", [[], [1, None]])
def test_nothing_to_find_in_is_nothing_found(left) -> None:
    empty = pa.array([], pa.int64())
    assert matches([pa.array(left, pa.int64())], [empty]).to_pylist() == [None] * len(left)
