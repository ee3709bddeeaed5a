"""Sums that no definition tells, but that anybody can find in the figures: equal counts, and parts of another count."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Count, Indicator, Unit
from graadmeter.protect.arrays import Ints
from graadmeter.protect.audit.chance import Track, Wide, is_no_chance, wherever_true
from graadmeter.protect.audit.figures import Figure, Spot, What
from graadmeter.protect.audit.flows import flow_sums
from graadmeter.protect.audit.sums import Sum, Sums
from graadmeter.protect.audit.unsaid import adding_up, sums_of_two

_MOST = 10
"""Breakdowns with more members that are not nothing are not looked at."""


def every_sum(
    figures: Mapping[Spot, Figure], indicators: Mapping[str, Indicator], areas: Sequence[Area]
) -> Iterator[Sum]:
    """All sums between the counts of one year: those the definitions tell, and those the figures show."""
    sums = Sums(figures, indicators, areas)
    yield from sums.all()
    yield from flow_sums(figures)
    tracks: dict[What, dict[tuple[str, str], Figure]] = defaultdict(dict)
    for spot, figure in figures.items():
        tracks[spot.what][spot.area, spot.period] = figure
    wide = {area.code: area.level for area in areas if area.level in {Level.REGION, Level.MUNICIPALITY}}
    of_one_thing: dict[str, list[What]] = defaultdict(list)
    for what in tracks:
        of_one_thing[what.of.of].append(what)
    yield from _one_each(of_one_thing[Unit.PERSONS], of_one_thing[Unit.TRAJECTORIES], tracks, wide)
    for alike in of_one_thing.values():
        yield from _twins(alike, tracks, wide)
        yield from _composed(alike, tracks, wide, sums.additive)
        yield from sums_of_two(alike, tracks, wide)
        yield from adding_up(alike, tracks, wide, sums)


def _twins(alike: Sequence[What], tracks: Mapping[What, Track], wide: Wide) -> Iterator[Sum]:
    """Series of two definitions that are the same wherever both exist: one tells the other."""
    for place, one in enumerate(alike):
        for other in alike[place + 1 :]:
            pairs = _equal(tracks[one], tracks[other]) if one.of != other.of else []
            told = [figure for figure, _ in pairs if figure.truth and figure.spot.area in wide]
            same_name = (one.dimension, one.member) == (other.dimension, other.member)
            if told and (same_name or is_no_chance(told, wide)):
                yield from (Sum("twin", "same", a, (b,), "") for a, b in pairs)


def _one_each(
    persons: Sequence[What], trajectories: Sequence[What], tracks: Mapping[What, Track], wide: Wide
) -> Iterator[Sum]:
    """Persons and trajectories of one member, as many in every municipality and wijk: nobody has two at once."""
    named: dict[tuple[str, str], list[What]] = defaultdict(list)
    for what in trajectories:
        if not (what.of.value or what.of.distinct):
            named[what.dimension, what.member].append(what)
    for what in persons:
        for other in named[what.dimension, what.member]:
            both = [(figure, tracks[other][at]) for at, figure in tracks[what].items() if at in tracks[other]]
            same = [(a, b) for a, b in both if a.truth == b.truth]
            unlike = {a.spot.area for a, b in both if a.truth != b.truth}
            told = [figure for figure, _ in same if figure.spot.area in wide]
            if all(wide.get(area) is Level.REGION for area in unlike) and is_no_chance(told, wide):
                yield from (Sum("twin", "same", a, (b,), "") for a, b in same)


def _equal(one: Track, other: Track) -> list[tuple[Figure, Figure]]:
    """The figures that are in both, when they are equal everywhere."""
    pairs = []
    for at, figure in one.items():
        match = other.get(at)
        if match is not None:
            if match.truth != figure.truth:
                return []
            pairs.append((figure, match))
    return pairs


def _composed(
    alike: Sequence[What], tracks: Mapping[What, Track], wide: Wide, additive: Mapping[Count, set[str]]
) -> Iterator[Sum]:
    """Counts that are the sum of some members of a breakdown of another count."""
    breakdowns: dict[tuple[Count, str], list[What]] = defaultdict(list)
    for what in alike:
        if what.dimension != TOTAL and what.dimension in additive[what.of]:
            breakdowns[what.of, what.dimension].append(what)
    for (count, dimension), members in breakdowns.items():
        live = [what for what in members if any(tracks[what][at].truth for at in tracks[what] if at[0] in wide)]
        if 2 < len(live) <= _MOST:  # noqa: PLR2004 - two of them are less than all only of three
            places = [at for at in tracks[live[0]] if at[0] in wide and all(at in tracks[what] for what in live)]
            for whole in (what for what in alike if what.of != count):
                for parts in _parts_of(whole, live, tracks, [at for at in places if at in tracks[whole]], wide):
                    yield from wherever_true("composed", tracks[whole], [tracks[part] for part in parts], dimension)


def _parts_of(
    whole: What,
    members: Sequence[What],
    tracks: Mapping[What, Track],
    places: Sequence[tuple[str, str]],
    wide: Wide,
) -> Iterator[tuple[What, ...]]:
    """The two or more members, but not all of them, that are the whole in all of these places."""
    wanted = np.array([tracks[whole][at].truth for at in places], dtype=np.int64)
    if not is_no_chance((tracks[whole][at] for at in places), wide):
        return
    values = np.array([[tracks[what][at].truth for at in places] for what in members], dtype=np.int64)
    for way in _ways(wanted, values, 0):
        if 1 < len(way) < len(members):
            yield tuple(members[number] for number in way)


def _ways(rest: Ints, values: Ints, first: int) -> Iterator[tuple[int, ...]]:
    """The rows of `values`, from the first on, that add up to the rest; a branch ends when nothing can."""
    if first == len(values):
        if not rest.any():
            yield ()
        return
    left = values[first:]
    if (rest < np.minimum(left, 0).sum(axis=0)).any() or (rest > np.maximum(left, 0).sum(axis=0)).any():
        return
    yield from _ways(rest, values, first + 1)
    yield from ((first, *way) for way in _ways(rest - values[first], values, first + 1))
