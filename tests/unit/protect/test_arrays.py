"""The gathering of values says what numpy says, only sooner."""

import numpy as np
import pytest

from graadmeter.protect.arrays import distinct, numbered


@pytest.mark.parametrize("size", [0, 1, 2, 50, 3_000])
def test_the_different_values_are_those_of_numpy(size: int) -> None:
    values = np.random.default_rng(size).integers(-20, 400, size)
    assert distinct(values).tolist() == np.unique(values).tolist()


@pytest.mark.parametrize("size", [0, 1, 2, 50, 3_000])
def test_every_value_has_its_place_among_the_different_ones(size: int) -> None:
    values = np.sort(np.random.default_rng(size).integers(-20, 400, size))
    names, place = numbered(values)
    expected, at = np.unique(values, return_inverse=True)
    assert names.tolist() == expected.tolist()
    assert place.tolist() == at.tolist()
