"""The inhabitants that shares are shares of, looked up for all rows at once."""

from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from graadmeter.compare.index import Index
from graadmeter.statistics.arrays import Floats, floats

Kind = tuple[str, str, str]
"""Age range, sex and age group, the last two 'total' for everybody."""


@dataclass(frozen=True)
class Inhabitants:
    """The table INHABITANTS beside the rows of an index."""

    index: Index
    table: pa.Table
    _known: dict[Kind, dict[tuple[str, int], int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sorts the table by what is counted."""
        names = ("age", "geslacht", "leeftijdsgroep", "area", "year", "inhabitants")
        for age, sex, group, area, year, persons in zip(*(self.table[one].to_pylist() for one in names), strict=True):
            self._known.setdefault((age, sex, group), {})[area, year] = persons

    def at(self, kind: Kind, area: str, year: int) -> int | None:
        """The inhabitants of one area; None when not known."""
        return self._known.get(kind, {}).get((area, year))

    def of(self, kind: Kind) -> Floats:
        """The inhabitants of the area and year of every row; NaN when not known."""
        known = self._known.get(kind, {})
        years = sorted({period.year for period in self.index.periods})
        grid = [[known.get((area, year), np.nan) for year in years] for area in self.index.areas]
        table = floats(grid).reshape(len(self.index.areas), len(years))
        return floats(table[self.index.area, np.searchsorted(years, self.index.year)])
