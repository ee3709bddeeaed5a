"""Years of one count that hold only the first quarters of another, as the published kinds of figures let anybody find.

What nobody has followed long enough is left out of the newest year: the rest of that year is then a difference.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graadmeter.domain.indicators import Count
from graadmeter.protect.audit.chance import Track, Wide, is_no_chance
from graadmeter.protect.audit.figures import Figure, What
from graadmeter.protect.audit.sums import Sum

_BEGINNINGS = (("KW01",), ("KW01", "KW02"), ("KW01", "KW02", "KW03"), ("HJ01",))
_Pair = tuple[Figure, tuple[Figure, ...]]


def parts_of_years(alike: Sequence[What], tracks: Mapping[What, Track], wide: Wide) -> Iterator[Sum]:
    """The sums by which a year of one count is the beginning of that year of another, wherever both are told."""
    years: dict[Count, dict[What, list[Figure]]] = defaultdict(dict)
    for what in alike:
        whole = [figure for (_, period), figure in tracks[what].items() if period.endswith("JJ00")]
        if whole:
            years[what.of][what] = whole
    shorter = dict.fromkeys(what.of for what in alike if any(not at[1].endswith("JJ00") for at in tracks[what]))
    for of, wholes in years.items():
        for other in shorter:
            for beginning in _BEGINNINGS if other != of else ():
                yield from _begins(wholes, other, beginning, tracks, wide)


def _begins(
    years: Mapping[What, Sequence[Figure]],
    other: Count,
    beginning: Sequence[str],
    tracks: Mapping[What, Track],
    wide: Wide,
) -> Iterator[Sum]:
    pairs = [pair for what, wholes in years.items() for pair in _pairs(what, wholes, other, beginning, tracks)]
    known = [(whole, parts) for whole, parts in pairs if whole.spot.area in wide]
    if any(whole.truth != sum(part.truth for part in parts) for whole, parts in known):
        return
    named: dict[What, list[Figure]] = defaultdict(list)
    for whole, _ in known:
        named[whole.spot.what].append(whole)
    if any(is_no_chance(wholes, wide) for wholes in named.values()):
        for whole, parts in pairs:
            if whole.truth == sum(part.truth for part in parts):
                yield Sum("so_far", "same", whole, parts, "")


def _pairs(
    what: What, wholes: Sequence[Figure], other: Count, beginning: Sequence[str], tracks: Mapping[What, Track]
) -> Iterator[_Pair]:
    """The figures of a year beside those of its beginning of another count, where all are told."""
    track = tracks.get(what._replace(of=other), {})
    for whole in wholes:
        year = whole.spot.period[:4]
        parts = [track.get((whole.spot.area, year + one)) for one in beginning]
        found = tuple(part for part in parts if part is not None)
        if len(found) == len(beginning):
            yield whole, found
