"""Members that are sums of what is counted: two provisions or more; and all a person has and nothing more.

Who has one of two codes only is everybody less those with the other; who has both is counted twice among the codes.
"""

from collections.abc import Iterable, Iterator, Mapping

from graadmeter.domain.slices import EXACT_MEMBERS, summed_members
from graadmeter.measure.arrays import Array
from graadmeter.measure.lanes import Lane


def parts_of(lane: Lane) -> dict[Lane, int]:
    """The lanes that are counted for a lane, each with how often it is added; of most lanes only the lane itself."""
    summed = summed_members(lane.dimension, lane.member)
    if summed:
        return {Lane(lane.count, lane.dimension, one): 1 for one in summed}
    members = EXACT_MEMBERS.get(lane.dimension, {})
    if lane.member not in members:
        return {lane: 1}
    codes = frozenset().union(*members.values())
    everybody, has = Lane(lane.count), members[lane.member]
    if has == codes:
        return {**{Lane(lane.count, lane.dimension, code): 1 for code in sorted(codes)}, everybody: -1}
    (other,) = codes - has
    return {everybody: 1, Lane(lane.count, lane.dimension, other): -1}


def exact_figures(wanted: Iterable[Lane], counted: Mapping[Lane, Array]) -> Iterator[tuple[Lane, Array]]:
    """The figures of those of `wanted` that are sums of others."""
    for lane in wanted:
        parts = parts_of(lane)
        if lane not in parts:
            areas = min(len(counted[part]) for part in parts)
            first, *rest = (sign * counted[part][:areas] for part, sign in parts.items())
            yield lane, sum(rest, start=first)
