"""Sums between what is active, what begins and what ends, as anybody can make them from one period to the next."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from graadmeter.domain.indicators import Moment, Unit
from graadmeter.protect.audit.figures import Figure, Spot
from graadmeter.protect.audit.sums import SHORTER, Sum

_NEXT = {"KW01": "KW02", "KW02": "KW03", "KW03": "KW04"}


def flow_sums(figures: Mapping[Spot, Figure]) -> Iterator[Sum]:
    """What is active in a period is what was so before, less what ended, with what began; where that is so.

    Only of trajectories: each of them begins and ends once. On an 18th birthday, or with a move, one leaves without
    an end; such a difference is not known to anybody, and the sum is left out.
    """
    for spot, active in figures.items():
        count = spot.what.of
        if count.of is Unit.TRAJECTORIES and count.moment is Moment.ACTIVE and not (count.value or count.distinct):
            for move in (Moment.BEGUN, Moment.ENDED):
                for moved in _at(figures, spot, spot.period, move):
                    yield Sum("flow", "cover", moved, (active,), spot.period)
            yield from (one for one in _steps(figures, spot, active) if not one.over)


def _steps(figures: Mapping[Spot, Figure], spot: Spot, active: Figure) -> Iterator[Sum]:
    year, name = spot.period[:4], spot.period[4:]
    for names in SHORTER.get(name, ()):
        periods = [year + one for one in names]
        first, last = (_at(figures, spot, one, Moment.ACTIVE) for one in (periods[0], periods[-1]))
        for start, later, move in ((first, periods[1:], Moment.BEGUN), (last, periods[:-1], Moment.ENDED)):
            moved = [figure for one in later for figure in _at(figures, spot, one, move)]
            if start and len(moved) == len(later):
                yield Sum("flow", "same", active, (*start, *moved), spot.period)
        if first or last:
            break
    if name in _NEXT:
        then = year + _NEXT[name]
        after, begun = _at(figures, spot, then, Moment.ACTIVE), _at(figures, spot, then, Moment.BEGUN)
        ended = _at(figures, spot, spot.period, Moment.ENDED)
        if after and begun and ended:
            yield Sum("flow", "same", after[0], (active, begun[0]), then, (ended[0],))


def _at(figures: Mapping[Spot, Figure], spot: Spot, period: str, moment: Moment) -> list[Figure]:
    """The figure of the same trajectories in a period, as far as there is one."""
    what = spot.what._replace(of=replace(spot.what.of, moment=moment))
    found = figures.get(Spot(what, spot.area, period))
    return [] if found is None else [found]
