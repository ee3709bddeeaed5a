"""Mirror figures (spiegelinformatie): a provider's own figures beside how those of its peers are spread."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graadmeter.domain.cells import DIMENSIONS
from graadmeter.domain.tables import Column, Table, Type
from graadmeter.domain.text import Text


class Told(StrEnum):
    """Whether it is told how peers are spread, and if not why; the value is what the `peers_status` column holds."""

    TOLD = "told"
    FEW = "few"
    ALIKE = "alike"
    COUNT = "count"

    @property
    def label(self) -> Text:
        """The words a reader sees."""
        return _LABELS[self]


_LABELS = {
    Told.TOLD: Text("verdeling getoond", "spread shown"),
    Told.FEW: Text("te weinig andere aanbieders van enige omvang", "too few other providers of some size"),
    Told.ALIKE: Text("de anderen lijken te veel op elkaar", "the others are too much alike"),
    Told.COUNT: Text("aantallen van anderen tonen we niet", "counts of others are not shown"),
}

SERIES = ("indicator", "unit", "period", "period_type", *DIMENSIONS)
"""What tells one figure of a mirror from another."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What readers of a mirror see besides it, in parts made for others."""

    mirrors: frozenset[str] = frozenset()
    """The providers whose mirrors they read too."""
    named: Mapping[tuple[str, ...], frozenset[str]] = field(default_factory=dict)
    """Per series the providers whose figures they read by name."""
    counted: Mapping[tuple[str, ...], float] = field(default_factory=dict)
    """Per series what they know to be counted in municipalities whose figures they read."""

    def known(self, series: tuple[str, ...]) -> frozenset[str]:
        """The providers that are no anonymous peers to them."""
        return self.mirrors | self.named.get(series, frozenset())


SEEN_NOTHING = Seen()

PEERS = Table(
    "peers",
    "own figures of one provider in the whole region, beside the region and the spread over its peers",
    (
        Column("indicator", Type.TEXT, "id of the indicator definition"),
        Column("unit", Type.TEXT, "as in the cells of a release"),
        Column("period", Type.TEXT, "CBS period code"),
        Column("period_type", Type.TEXT, "kwartaal, halfjaar or jaar"),
        *(Column(name, Type.TEXT, f"code of {name}, or 'total'") for name in DIMENSIONS),
        Column(
            "own", Type.DOUBLE, "the provider's own figure; empty when there is none or it is not told", nullable=True
        ),
        Column("region", Type.DOUBLE, "the figure of the region in the open release; empty when hidden", nullable=True),
        Column("peers", Type.INT, "providers of enough size, without the reader", nullable=True),
        Column("low", Type.DOUBLE, "first quartile of the peers: a mean of several around it", nullable=True),
        Column("middle", Type.DOUBLE, "median of the peers: likewise", nullable=True),
        Column("high", Type.DOUBLE, "third quartile of the peers: likewise", nullable=True),
        Column("peers_status", Type.TEXT, "told, few, alike or count"),
    ),
)
