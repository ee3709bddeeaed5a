"""The figures of rankings: providers come from the data, so they are rows and no lanes."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from graadmeter.measure.arrays import Array, Whole, area_numbers, column
from graadmeter.measure.lanes import Ranking
from graadmeter.measure.places import Places


@dataclass(frozen=True, slots=True)
class Ranked:
    """The largest providers: area and period numbers, AGB codes, counts; and an array of what these have together."""

    area: Whole
    period: Whole
    member: NDArray[np.object_]
    n: Array
    together: Array


def ranked_figures(ranking: Ranking, places: Places, answer: pa.Table) -> Ranked:
    """The figures in an answer with rows area, aanbieder (or top<n>), periode, n."""
    area, period, n = area_numbers(answer, places), column(answer, "periode"), column(answer, "n").astype(np.float64)
    member: NDArray[Any] = np.asarray(answer.column("aanbieder").to_pylist(), dtype=object)
    joint = member == f"top{ranking.top}"
    together = np.zeros(places.shape)
    together[area[joint], period[joint]] = n[joint]
    return Ranked(area[~joint], period[~joint], member[~joint], n[~joint], together)
