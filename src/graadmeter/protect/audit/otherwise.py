"""Sums that no definition tells, but that anybody can find in the figures: equal counts, and parts of another count."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Count, Indicator, Unit
from graadmeter.protect.arrays import Ints
from graadmeter.protect.audit.board import Board
from graadmeter.protect.audit.chance import Track, Wide, is_no_chance, wherever_true
from graadmeter.protect.audit.figures import Figure, Spot, What
from graadmeter.protect.audit.flows import flow_sums
from graadmeter.protect.audit.part_of_year import parts_of_years
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
    wide = {area.code: area.level for area in areas if area.level in {Level.REGION, Level.MUNICIPALITY}}
    of_one_thing: dict[str, list[What]] = defaultdict(list)
    for what in sums.tracks:
        of_one_thing[what.of.of].append(what)
    yield from _one_each(of_one_thing[Unit.PERSONS], of_one_thing[Unit.TRAJECTORIES], sums.tracks, wide)
    for alike in of_one_thing.values():
        board = Board.of([sums.tracks[what] for what in alike], wide)
        yield from _twins(alike, sums.tracks, wide, board)
        yield from _composed(alike, sums.tracks, board, sums.additive)
        yield from sums_of_two(alike, sums.tracks, wide)
        yield from adding_up(alike, sums.tracks, wide, sums)
        yield from parts_of_years(alike, sums.tracks, wide)


def _twins(alike: Sequence[What], tracks: Mapping[What, Track], wide: Wide, board: Board) -> Iterator[Sum]:
    """Series of two definitions that are the same wherever both exist: one tells the other."""
    for place, one in enumerate(alike):
        both = board.there[place] & board.there[place + 1 :]
        other_value = (both & (board.truth[place] != board.truth[place + 1 :])).any(axis=(1, 2))
        something = (both & (board.truth[place] != 0)).any(axis=(1, 2))
        for number in np.flatnonzero(something & ~other_value).tolist():
            other = alike[place + 1 + number]
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
    alike: Sequence[What], tracks: Mapping[What, Track], board: Board, additive: Mapping[Count, set[str]]
) -> Iterator[Sum]:
    """Counts that are the sum of some members of a breakdown of another count."""
    breakdowns: dict[tuple[Count, str], list[int]] = defaultdict(list)
    for number, what in enumerate(alike):
        if what.dimension != TOTAL and what.dimension in additive[what.of]:
            breakdowns[what.of, what.dimension].append(number)
    for (count, dimension), members in breakdowns.items():
        live = [number for number in members if board.truth[number].any()]
        if 2 < len(live) <= _MOST:  # noqa: PLR2004 - two of them are less than all only of three
            for number, ways in _made_of(live, board):
                whole = alike[number]
                for way in ways if whole.of != count else ():
                    parts = [tracks[alike[live[part]]] for part in way]
                    yield from wherever_true("composed", tracks[whole], parts, dimension)


def _made_of(live: Sequence[int], board: Board) -> Iterator[tuple[int, list[tuple[int, ...]]]]:
    """The counts that two or more of these, but not all of them, add up to wherever all of these are, and how."""
    among = board.there & board.there[live].all(axis=0)
    values = board.truth[live]
    least, most = np.minimum(values, 0).sum(axis=0), np.maximum(values, 0).sum(axis=0)
    beyond = (among & ((board.truth < least) | (board.truth > most))).any(axis=(1, 2))
    for number in np.flatnonzero(board.no_chance(among) & ~beyond).tolist():
        here = among[number]
        ways = _ways(board.truth[number][here], values[:, here])
        yield number, [way for way in ways if 1 < len(way) < len(live)]


def _ways(wanted: Ints, values: Ints) -> Iterator[tuple[int, ...]]:
    """The rows of `values` that add up to what is wanted, in all places.

    Of all ways to choose rows one weighted sum of the places is looked at, modulo 2 to the 64th; where that is as
    wanted, every place is. Adding up row by row took ten times as long.
    """
    weight = np.random.default_rng(len(wanted)).integers(1, 1 << 62, len(wanted))
    sums = np.zeros(1, dtype=np.int64)
    for one in (values @ weight)[::-1]:
        sums = np.concatenate((sums, sums + one))
    last = len(values) - 1
    for number in np.flatnonzero(sums == wanted @ weight).tolist():
        way = tuple(row for row in range(len(values)) if number >> (last - row) & 1)
        if np.array_equal(values[list(way)].sum(axis=0), wanted):
            yield way
