"""Counts of a year beside one another, so that most of what they cannot be to each other is seen at once."""

from collections.abc import Sequence
from typing import NamedTuple, Self

import numpy as np

from graadmeter.domain.areas import Level
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.audit.chance import COUNTED, TOWNS, Track, Wide


class Board(NamedTuple):
    """Counts by municipality or region and by period."""

    truth: Ints
    """Shape (counts, areas, periods); 0 where there is none."""
    there: Bools
    town: Bools
    """Which areas are municipalities."""

    @classmethod
    def of(cls, tracks: Sequence[Track], wide: Wide) -> Self:
        """The board of these counts."""
        area = {code: number for number, code in enumerate(wide)}
        period = {code: number for number, code in enumerate(sorted({at[1] for track in tracks for at in track}))}
        found = [
            (number, area[at[0]], period[at[1]], figure.truth)
            for number, track in enumerate(tracks)
            for at, figure in track.items()
            if at[0] in area
        ]
        where = tuple(np.array([one[axis] for one in found], dtype=np.int64) for axis in range(3))
        truth = np.zeros((len(tracks), len(area), len(period)), dtype=np.int64)
        there = np.zeros(truth.shape, dtype=np.bool_)
        truth[where], there[where] = [one[3] for one in found], True
        return cls(truth, there, np.array([level is Level.MUNICIPALITY for level in wide.values()], dtype=np.bool_))

    def no_chance(self, among: Bools) -> Bools:
        """Of each count whether there is enough in municipalities, `among` these places, for it to be no chance."""
        most: Ints = np.where(among, np.abs(self.truth), 0)[:, self.town].max(axis=2, initial=0)
        enough: Bools = ((most > 0).sum(axis=1) >= TOWNS) & (most.sum(axis=1) >= COUNTED)
        return enough
