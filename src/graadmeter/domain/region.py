"""A region as its workspace describes it: its areas, its providers' names and the quarters it covers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graadmeter.domain.areas import Area, Level, unknown_wijk
from graadmeter.domain.explanations import Explanation
from graadmeter.domain.member_groups import MemberGroup
from graadmeter.domain.mergers import WijkGroup
from graadmeter.domain.predecessors import Predecessor
from graadmeter.domain.targets import Target


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """Municipalities (codes) that the region compares with each other, and what they have in common."""

    name: str
    municipalities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """Everything that is true of a region before any delivery came in."""

    name: str
    code: str
    vintage: int
    areas: tuple[Area, ...]
    first_quarter: int
    last_quarter: int
    providers: Mapping[str, str]
    """AGB code -> name."""
    fictitious: bool = False
    """True for the synthetic region: every page then says that the figures are examples."""
    peer_groups: tuple[PeerGroup, ...] = ()
    """Municipalities that the region itself compares with each other."""
    explanations: tuple[Explanation, ...] = ()
    """What municipalities say of their figures."""
    groups: tuple[WijkGroup, ...] = ()
    """Wijken that are taken together where one of them is too small; no areas until `with_groups`."""
    member_groups: tuple[MemberGroup, ...] = ()
    """Members of dimensions (age bands, care forms) that are taken together."""
    predecessors: tuple[Predecessor, ...] = ()
    """From which earlier areas its areas were formed."""
    targets: tuple[Target, ...] = ()
    """What the region and its municipalities want figures to become."""
    counted_before: int = 0
    """Periods that end before this quarter have figures already and are not asked for; 0: all are asked for."""

    def of_level(self, level: Level) -> tuple[Area, ...]:
        """The areas of one level, in the order of the workspace."""
        return tuple(area for area in self.areas if area.level is level)

    def wijken_of(self, gemeente: str) -> tuple[Area, ...]:
        """The wijken of one municipality."""
        return tuple(area for area in self.of_level(Level.WIJK) if area.parent == gemeente)

    @property
    def peers(self) -> dict[str, tuple[str, ...]]:
        """Per municipality of a peer group the others of its groups, each once, in order of code."""
        found: dict[str, set[str]] = {}
        for group in self.peer_groups:
            for code in group.municipalities:
                found.setdefault(code, set()).update(group.municipalities)
        return {code: tuple(sorted(others - {code})) for code, others in sorted(found.items())}

    def with_unknown_wijken(self) -> "Region":
        """The same region with, for every municipality, the area in which clients without a known wijk count."""
        towns = self.of_level(Level.MUNICIPALITY)
        known = {area.code for area in self.areas}
        unknown = tuple(
            Area(unknown_wijk(town.code), town.vintage, Level.WIJK, f"{town.name}, wijk onbekend", town.code)
            for town in towns
            if unknown_wijk(town.code) not in known
        )
        return replace(self, areas=(*self.areas, *unknown))

    def with_groups(self) -> "Region":
        """The same region with its groups of wijken among the areas: after measuring, which counts no groups."""
        known = {area.code for area in self.areas}
        return replace(
            self, areas=(*self.areas, *(one.area(self.vintage) for one in self.groups if one.code not in known))
        )
