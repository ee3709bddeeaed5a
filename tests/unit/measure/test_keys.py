"""Keys of many rows: one number each or several, the order is that of the texts; one text all over takes no room."""

import numpy as np
import pyarrow as pa
import pytest

from graadmeter.measure.keys import Texts, coded, order_of, ranked


@pytest.mark.parametrize("keys", [2, 13])
def test_rows_are_in_the_order_of_their_texts(keys) -> None:
    """Thirteen keys of forty texts are more than a number of 63 bits can tell apart."""
    texts = [f"{number:02}" for number in range(40)]
    draw = np.random.default_rng(5)
    columns = [draw.integers(0, 40, 200).astype(np.int32) for _ in range(keys)]
    columns[0] %= 2
    found = order_of([*((column, texts) for column in columns), (np.zeros(0, np.int32), ["only"])])
    rows = list(zip(*(column.tolist() for column in columns), range(200), strict=True))
    assert found.tolist() == [row[-1] for row in sorted(rows)]


def test_without_a_key_that_differs_there_is_one_row() -> None:
    assert order_of([(np.zeros(0, np.int32), ["only"])]).tolist() == [0]


def test_texts_become_numbers_that_sort_as_they_do() -> None:
    numbers, texts = coded(["b", np.array(["c", "a"], dtype=object)], [2, 2])
    assert (numbers.tolist(), texts) == ([1, 1, 2, 0], ["a", "b", "c"])
    none, one = coded(["b", "b"], [2, 3])
    assert (len(none), one) == (0, ["b"])
    places, names = ranked(["z", "a", "z"], np.array([2, 1, 0, 1]))
    assert (places.tolist(), names) == ([1, 0, 1, 0], ["a", "z"])


@pytest.mark.parametrize(
    ("made", "kind"), [(Texts(), pa.string()), (Texts(compact=True), pa.dictionary(pa.int32(), pa.string()))]
)
def test_one_text_all_over(made, kind) -> None:
    for rows in (3, 5, 2):
        column = made.all_over("x", rows)
        assert (column.type, column.to_pylist()) == (kind, ["x"] * rows)
    assert made.at(np.array([1, 0]), ["a", "b"]).to_pylist() == ["b", "a"]
