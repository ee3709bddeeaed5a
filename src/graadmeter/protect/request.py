"""What is asked when figures are to be published: the measured cells, the rules, and who must not learn what."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.areas import Level
from graadmeter.domain.disclosure_rules import OPEN
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.policies import Policy
from graadmeter.domain.region import Region
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.rules.in_force import in_force


@dataclass(frozen=True)
class Request:
    """Everything that protection and its audit are asked to look at; both get the same."""

    measured: pa.Table
    """MEASURED."""
    indicators: Mapping[str, Indicator]
    policies: Mapping[str, Policy]
    region: Region
    earlier: Sequence[Earlier] = ()
    """What earlier releases showed, oldest first: everybody knows it."""
    insiders: Level | None = None
    """Nobody who knows all counts of one area of this level may work out a hidden count of another."""
    together: Sequence[frozenset[str]] = ()
    """Areas of that level of which one reader sees all counts: nor may anybody who knows those of one of these sets."""
    withstood: Collection[int] = ()
    """The years of which earlier releases had that property."""
    joined: bool = False
    """Whether readers see counts together who did not before: then every year must be proven anew."""
    contributions: pa.Table | None = None
    """The largest contributors to amounts (CONTRIBUTIONS), which rules on money look at."""
    access: str = OPEN
    """The readers for whom rules of the policies must hold."""

    def in_force(self) -> Self:
        """The same with only the rules that hold for these readers on the last day of the region's figures.

        Raises CatalogueError when a policy that an indicator uses holds no longer.
        """
        return replace(self, policies=in_force(self.policies, self.indicators, self.region, self.access))

    def of_year(self, year: str) -> Self:
        """Only what is about this year; without what earlier releases hid, which only the engine looks at."""
        return replace(
            self,
            measured=_of_year(self.measured, year),
            earlier=[replace(one, cells=_of_year(one.cells, year), behind=None) for one in self.earlier],
            contributions=None if self.contributions is None else _of_year(self.contributions, year),
        )


def _of_year(cells: pa.Table, year: str) -> pa.Table:
    return cells.filter(pc.equal(pc.utf8_slice_codeunits(cells["period"].cast(pa.string()), 0, 4), year))
