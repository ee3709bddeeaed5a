"""When sums that hold in the figures hold by more than chance, and where they do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graadmeter.domain.areas import Level
from graadmeter.protect.audit.figures import Figure
from graadmeter.protect.audit.sums import Sum

TOWNS, COUNTED = 2, 20
"""Municipalities with something, and what is counted in them together, before it is no chance."""
Wide = Mapping[str, Level]
"""Municipalities and the region, by code."""
Track = Mapping[tuple[str, str], Figure]
"""One count in all areas and periods."""


def is_no_chance(figures: Iterable[Figure], wide: Wide) -> bool:
    """Whether there is enough in municipalities for it to be no chance that other counts equal these."""
    most: dict[str, int] = {}
    for figure in figures:
        area = figure.spot.area
        if figure.truth and wide[area] is Level.MUNICIPALITY:
            most[area] = max(most.get(area, 0), abs(figure.truth))
    return len(most) >= TOWNS and sum(most.values()) >= COUNTED


def wherever_true(kind: str, whole: Track, parts: Sequence[Track], about: str) -> Iterator[Sum]:
    """The sum of these parts in every area and period where all are there and it holds."""
    for at, figure in whole.items():
        found = tuple(part[at] for part in parts if at in part)
        if len(found) == len(parts) and sum(part.truth for part in found) == figure.truth:
            yield Sum(kind, "same", figure, found, about)
