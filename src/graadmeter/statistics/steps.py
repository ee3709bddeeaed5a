"""Waits in a log of steps: from one kind of step of a case to the next of another kind, or to what ends the wait."""

from collections.abc import Collection, Iterable

import numpy as np

from graadmeter.statistics.arrays import Ints
from graadmeter.statistics.waiting import NEVER

_BEGINS, _REACHES, _ENDS = range(3)


def waits_between(
    steps: Iterable[tuple[int, str, int]], begins: str, reaches: Collection[str], ends: str = ""
) -> tuple[Ints, Ints, Ints]:
    """First day, day reached and day ended of every wait in `steps` (case, kind of step, day number; in any order).

    A wait begins with a step `begins` while no other of its case is open, and is over with the next of `reaches` or,
    when given, `ends`; `NEVER` for what did not happen. Of steps on one day the wait begins first and is reached
    before it ends: nobody waits less than no day. The arrays are what `waiting.period_waits` takes.
    """
    role = {ends: _ENDS, **dict.fromkeys(reaches, _REACHES), begins: _BEGINS}
    ordered = sorted((case, day, role[step]) for case, step, day in steps if step in role)
    found: list[tuple[int, int, int]] = []
    case, since = None, NEVER
    for own, day, what in ordered:
        if own != case:
            _close(found, since, NEVER, NEVER)
            case, since = own, NEVER
        if what == _BEGINS:
            since = min(since, day)
        else:
            _close(found, since, *((day, NEVER) if what == _REACHES else (NEVER, day)))
            since = NEVER
    _close(found, since, NEVER, NEVER)
    columns = np.array(found, dtype=np.int64).reshape(-1, 3)
    return columns[:, 0], columns[:, 1], columns[:, 2]


def _close(found: list[tuple[int, int, int]], since: int, reached: int, ended: int) -> None:
    """Adds the wait that is open, if one is."""
    if since != NEVER:
        found.append((since, reached, ended))
