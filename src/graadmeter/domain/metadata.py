"""What is known of an indicator beside how it is counted: the groups of metadata that a reader or an API may ask for.

Every field has a default in `catalogue/indicators/_defaults.yaml`, so that a definition says only what differs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Basis(StrEnum):
    """Whose definition it is."""

    PUBLISHED = "P"
    """A published definition is followed."""
    DERIVED = "D"
    """Put together from published pieces."""
    OWN = "O"
    """Our own definition, since none was found; readers are told so."""


class Publication(StrEnum):
    """How far the figures may travel."""

    OPEN = "open"
    INTERNAL = "intern"
    """Measured and kept with the region's own cells; never in a release."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The groups of metadata of one indicator."""

    basis: Basis = Basis.PUBLISHED
    publication: Publication = Publication.OPEN
    groups: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Per group (formula, unit, time, source, statistics, privacy, access, presentation, governance) its fields."""

    @property
    def breaks(self) -> tuple[str, ...]:
        """The codes of the periods with which something else began to be counted or delivered."""
        told = self.groups.get("time", {}).get("breaks", ())
        return tuple(str(one["period"]) for one in told if isinstance(one, Mapping)) if isinstance(told, list) else ()
