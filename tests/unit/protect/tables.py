"""Small general systems for tests: inner cells, and totals that are sums of some of them."""

from collections.abc import Sequence

import numpy as np

from graadmeter.protect.system import Rows, System


def system(
    inner: Sequence[int], totals: Sequence[Sequence[int]], *, threshold: int = 5, need: int = 1, floor: int = 1
) -> System:
    """Cells 0.. are `inner`, then one cell for each of `totals`, which lists the inner cells it sums."""
    value = np.array([*inner, *(sum(inner[cell] for cell in parts) for parts in totals)], dtype=np.int64)
    row = [number for number, parts in enumerate(totals) for _ in range(len(parts) + 1)]
    cell = [one for number, parts in enumerate(totals) for one in (*parts, len(inner) + number)]
    coef = [sign for parts in totals for sign in (*(1 for _ in parts), -1)]
    rows = Rows.equations(np.array(row), np.array(cell), np.array(coef))
    return System.of_counts(value, rows, threshold=threshold, interval=need, least=floor)
