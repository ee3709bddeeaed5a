import numpy as np
import pytest

from graadmeter.statistics.nearest import neighbours, z_scores


def test_z_scores_and_constants() -> None:
    z = z_scores([[1, 5], [3, 5], [5, 5]])
    assert z[:, 0] == pytest.approx([-np.sqrt(1.5), 0, np.sqrt(1.5)])
    assert z[:, 1].tolist() == [0, 0, 0]


def test_the_nearest_and_what_decides() -> None:
    variables = np.array([[0.0, 0], [1, 0], [0, 2], [9, 9]])
    found = neighbours(variables, [1, 1], 2)
    spread = variables.std(axis=0)
    assert found.nearest[0].tolist() == [1, 2]
    assert found.distance[0] == pytest.approx([1 / spread[0], 2 / spread[1]])
    assert found.deciding[0].tolist() == [[1, 0], [0, 1]]
    assert found.deciding[3].sum(axis=1) == pytest.approx([1, 1])
    # A variable that weighs nothing does not decide: with the first alone, area 2 is the same as area 0.
    alone = neighbours(variables, [1, 0], 9)
    assert alone.nearest[0].tolist() == [2, 1, 3]
    assert alone.distance[0, 0] == 0
    assert np.isnan(alone.deciding[0, 0]).all()
    assert neighbours(variables, [4, 0], 1).distance[1, 0] == pytest.approx(2 / spread[0])


def test_missing_variables_are_refused() -> None:
    with pytest.raises(ValueError, match="variable of an area is missing"):
        neighbours([[1.0, np.nan], [2, 3]], [1, 1], 1)
