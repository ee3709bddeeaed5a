"""Levels of access (niveaus): who sees more than everybody, of what, and on which ground."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graadmeter.domain.text import Text


class Audience(StrEnum):
    """Who reads a part of a release; the value is the folder of the parts."""

    MUNICIPALITY = "gemeente"
    """One part for each municipality: its own figures."""
    PROVIDER = "aanbieder"
    """One part for each provider: its own figures beside those of its peers, who are not named."""
    REGION = "regio"
    """One part, for the analysts of the region: all figures."""

    @property
    def label(self) -> Text:
        """The words a reader sees."""
        return _LABELS[self]


_LABELS = {
    Audience.MUNICIPALITY: Text("gemeente", "municipality"),
    Audience.PROVIDER: Text("aanbieder", "provider"),
    Audience.REGION: Text("regio", "region"),
}


@dataclass(frozen=True, slots=True)
class PeerRule:
    """When a provider sees how figures are spread over its peers, and how these are told."""

    least: int
    """The smallest number of peers."""
    persons: int
    """Peers with fewer persons (or rows) behind their figure do not count."""
    together: int
    """A quartile is the mean of at least so many peers around its place, so that it is nobody's own figure."""
    spread_percent: int
    """The highest and the lowest figure of the peers must differ by this percentage of the highest."""
    same_percent: int
    """No more than this percentage of the peers may have the same figure, as it is rounded."""


@dataclass(frozen=True, slots=True)
class AccessLevel:
    """One level, as one file of the catalogue declares it."""

    id: str
    version: int
    title: Text
    reason: Text
    """What the reader of a part is told: why these figures are for him, and what he must not do with them."""
    audience: Audience
    ground: str
    """The legal ground on which this audience may see more."""
    source: str
    valid_from: date
    valid_until: date | None
    indicators: tuple[str, ...] = ()
    """The indicators that parts hold; none means all that the region publishes."""
    peers: PeerRule | None = None
    """Of providers only."""
