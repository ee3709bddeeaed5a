"""Repeat use: trajectories begun after earlier youth help in any municipality, so counted over all at once."""

from collections.abc import Iterator, Sequence

import numpy as np

from graadmeter.synth.days import FAR, Flags, Ints, eighteenth, month_first, month_of
from graadmeter.synth.truth.cells import Cell, Series
from graadmeter.synth.truth.counting import Place, presences, ratios
from graadmeter.synth.truth.known import SOORTEN, Known
from graadmeter.synth.truth.presence import Presence, begun

_BACK = 5 * 12
"""Months looked back."""


def repeated(known: Known) -> Flags:
    """Whether other youth help of the person ended in the five years before, with at least one day between."""
    help_ = known.soort == SOORTEN.index("jeugdhulp")
    ends = np.sort(known.person[help_] * (2 * FAR) + known.end[help_])
    key = known.person * (2 * FAR)
    earliest, latest = key + _five_years_before(known.begin), key + known.begin - 2
    count = np.searchsorted(ends, latest, side="right") - np.searchsorted(ends, earliest, side="left")
    found: Flags = help_ & (count > 0)
    return found


def _five_years_before(days: Ints) -> Ints:
    months = month_of(days)
    return month_first(months - _BACK) + days - month_first(months)


def repeat_use(places: Sequence[Place], known: Known) -> Iterator[Cell]:
    """The answers for several places; `known` holds the trajectories of all of them."""
    again = set(zip(known.person[repeated(known)].tolist(), known.begin[repeated(known)].tolist(), strict=True))
    for place in places:
        rows = place.known
        flags = np.array([pair in again for pair in zip(rows.person.tolist(), rows.begin.tolist(), strict=True)])
        help_ = (rows.soort == SOORTEN.index("jeugdhulp")) & (rows.begin < eighteenth(rows.born))
        every = _begun(place, Series("herhaald_beroep", "noemer"), help_)
        found = _begun(place, Series("herhaald_beroep", "trajecten"), help_ & flags)
        yield from (*found, *ratios(found, every, "procent"))


def _begun(place: Place, series: Series, rows: Flags) -> list[Cell]:
    bits = begun(place.known, place.window)[rows]
    return list(presences(place, series, Presence(place.known.person[rows], bits), wijken=False))
