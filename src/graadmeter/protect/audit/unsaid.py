"""Sums that nobody declares: a count that two others make together, and breakdowns that happen to add up."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Count
from graadmeter.protect.audit.chance import Track, Wide, is_no_chance, wherever_true
from graadmeter.protect.audit.figures import Figure, What
from graadmeter.protect.audit.sums import Sum, Sums, parts_of

_Name = tuple[str, str]
_Told = Mapping[tuple[_Name, tuple[str, str]], Figure]
"""What one count tells of municipalities and the region, by dimension and member, and by area and period."""


def sums_of_two(alike: Sequence[What], tracks: Mapping[What, Track], wide: Wide) -> Iterator[Sum]:
    """Counts of one thing that are two others together, in total and in every member that all three tell."""
    by_count: dict[Count, list[What]] = defaultdict(list)
    for what in sorted(alike, key=lambda one: one.dimension != TOTAL):
        by_count[what.of].append(what)
    told = {count: _told(names, tracks, wide) for count, names in by_count.items()}
    telling = [count for count, names in by_count.items() if any(_tells(tracks[what], wide) for what in names)]
    for whole, names in by_count.items():
        for pair in combinations([one for one in telling if one != whole], 2):
            if _is_both(told[whole], told[pair[0]], told[pair[1]], wide):
                for what in names:
                    parts = [tracks[what._replace(of=one)] for one in pair if what._replace(of=one) in tracks]
                    if len(parts) == len(pair):
                        yield from wherever_true("two", tracks[what], parts, "")


def adding_up(alike: Sequence[What], tracks: Mapping[What, Track], wide: Wide, sums: Sums) -> Iterator[Sum]:
    """Breakdowns that need not add up to their total, and do wherever total and members are all told."""
    members: dict[tuple[Count, str], list[Track]] = defaultdict(list)
    for what in alike:
        said = {TOTAL, *sums.additive[what.of]}
        if what.dimension not in said and what.of not in sums.top and not parts_of(what):
            members[what.of, what.dimension].append(tracks[what])
    for (count, dimension), parts in members.items():
        total = tracks.get(What(count), {})
        places = [at for at in total if at[0] in wide and all(at in part for part in parts)]
        several = sum(any(part[at].truth for at in places) for part in parts) > 1
        true = all(total[at].truth == sum(part[at].truth for part in parts) for at in places)
        if several and true and is_no_chance((total[at] for at in places), wide):
            yield from wherever_true("adding", total, parts, dimension)


def _told(names: Sequence[What], tracks: Mapping[What, Track], wide: Wide) -> _Told:
    return {
        ((what.dimension, what.member), at): figure
        for what in names
        for at, figure in tracks[what].items()
        if at[0] in wide
    }


def _tells(track: Track, wide: Wide) -> bool:
    return is_no_chance((figure for at, figure in track.items() if at[0] in wide), wide)


def _is_both(whole: _Told, one: _Told, other: _Told, wide: Wide) -> bool:
    """Whether a count is two others together wherever all are told, and that is no chance."""
    common: dict[_Name, list[tuple[Figure, Figure]]] = defaultdict(list)
    for at, figure in whole.items():
        if at in one and at in other:
            if figure.truth != one[at].truth + other[at].truth:
                return False
            common[at[0]].append((one[at], other[at]))
    return any(all(is_no_chance(part, wide) for part in zip(*pairs, strict=True)) for pairs in common.values())
