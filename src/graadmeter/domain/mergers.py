"""Groups of neighbouring wijken that carry one figure together, because some of them are too small by themselves."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from graadmeter.domain.areas import Area, Level

PREFIX = "WG"
"""How the code of every group begins, and of no other area."""
_DIGITS = 4


def group_code(gemeente: str, wijken: Iterable[str]) -> str:
    """The code of a group: WG0141 and four signs that follow from its wijken.

    Other wijken give another code, so that one code never means two areas, whatever is written in a file.
    """
    mark = hashlib.sha256(" ".join(sorted(wijken)).encode()).hexdigest()[:_DIGITS].upper()
    return f"{PREFIX}{gemeente[2:]}{mark}"


@dataclass(frozen=True, slots=True)
class WijkGroup:
    """Wijken of one municipality that are published together, in the years for which the region decided so."""

    name: str
    gemeente: str
    wijken: tuple[str, ...]
    """Codes, in ascending order; at least two."""
    first_year: int
    last_year: int | None = None
    """None: until further notice."""

    @property
    def code(self) -> str:
        """The area code of the group."""
        return group_code(self.gemeente, self.wijken)

    def holds_in(self, year: int) -> bool:
        """Whether the group is in force in a year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def area(self, vintage: int) -> Area:
        """The group as an area between its wijken and the municipality."""
        return Area(self.code, vintage, Level.WIJK_GROUP, self.name, self.gemeente, parts=self.wijken)
