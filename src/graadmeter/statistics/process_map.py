"""Process maps: how often one activity directly follows another, how long that takes, and which routes cases go."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import TypeVar

Key = TypeVar("Key", str, tuple[str, ...], tuple[str, str])


@dataclass(frozen=True, slots=True)
class Step:
    """One activity of a case."""

    case: str
    activity: str
    moment: float
    order: int = 0
    """Decides between activities at the same moment."""


@dataclass(frozen=True, slots=True)
class ProcessMap:
    """What the steps of all cases come to; every mapping goes from most to least often, then by name."""

    cases: int
    follows: Mapping[tuple[str, str], int]
    """How often the second activity directly follows the first."""
    transit: Mapping[tuple[str, str], float]
    """Median time from the first to the second, in the unit of `moment`."""
    begins: Mapping[str, int]
    ends: Mapping[str, int]
    routes: Mapping[tuple[str, ...], int]
    """Whole sequences of activities."""


def process_map(steps: Sequence[Step]) -> ProcessMap:
    """Directly-follows counts, median transit times, first and last activities and routes of the cases.

    Van der Aalst (2016), Process Mining, section 7.2. Small counts are for the protected side only.
    """
    ordered = sorted(steps, key=lambda step: (step.case, step.moment, step.order))
    begins, ends, routes = Counter[str](), Counter[str](), Counter[tuple[str, ...]]()
    times: dict[tuple[str, str], list[float]] = {}
    for _, group in groupby(ordered, key=lambda step: step.case):
        case = list(group)
        begins[case[0].activity] += 1
        ends[case[-1].activity] += 1
        routes[tuple(step.activity for step in case)] += 1
        for one, next_ in pairwise(case):
            times.setdefault((one.activity, next_.activity), []).append(next_.moment - one.moment)
    follows = _ranked({pair: len(each) for pair, each in times.items()})
    return ProcessMap(
        cases=routes.total(),
        follows=follows,
        transit={pair: median(times[pair]) for pair in follows},
        begins=_ranked(begins),
        ends=_ranked(ends),
        routes=_ranked(routes),
    )


def _ranked(counts: Mapping[Key, int]) -> dict[Key, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
