"""Small general systems for tests: inner cells, and totals that are sums of some of them."""

from collections.abc import Sequence

import numpy as np

from graadmeter.protect.system import UNBOUNDED, Rows, System


def system(
    inner: Sequence[int], totals: Sequence[Sequence[int]], *, threshold: int = 5, need: int = 1, floor: int = 1
) -> System:
    """Cells 0.. are `inner`, then one cell for each of `totals`, which lists the inner cells it sums."""
    value = np.array([*inner, *(sum(inner[cell] for cell in parts) for parts in totals)], dtype=np.int64)
    row = [number for number, parts in enumerate(totals) for _ in range(len(parts) + 1)]
    cell = [one for number, parts in enumerate(totals) for one in (*parts, len(inner) + number)]
    coef = [sign for parts in totals for sign in (*(1 for _ in parts), -1)]
    nothing = np.zeros(len(totals), dtype=np.int64)
    rows = Rows.of(np.array(row), np.array(cell), np.array(coef), nothing, nothing)
    return general(value, rows, threshold=threshold, need=need, floor=floor)


def general(value: np.ndarray, rows: Rows, *, threshold: int, need: int, floor: int) -> System:
    """A system in which counts under the threshold are sensitive and zeros are shown."""
    size = len(value)
    return System(
        value=value,
        floor=np.full(size, floor),
        ceiling=np.full(size, UNBOUNDED),
        need=np.full(size, need),
        cost=value.astype(np.float64),
        sensitive=(value > 0) & (value < threshold),
        latent=np.zeros(size, dtype=np.bool_),
        frozen=value == 0,
        module=np.full(size, -1),
        rows=rows,
    )
