"""In which quarters something is there, as bits of one number, and in which wijk it is counted in a period."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from graadmeter.domain.periods import Period, periods_between
from graadmeter.synth.bags import Bag
from graadmeter.synth.community import Window
from graadmeter.synth.days import Flags, Ints, eighteenth, quarter_of
from graadmeter.synth.truth.known import Known, Places, Residence


@dataclass(frozen=True, slots=True)
class Presence(Bag):
    """One row per counted thing: the person (or household) it belongs to, and a bit per quarter (lowest = first)."""

    person: Ints
    bits: Ints


def bits_between(first: Ints, last: Ints, window: Window) -> Ints:
    """The bits of quarters `first` to `last`, as far as they lie in the window; 0 when there are none."""
    low = np.maximum(first, window.first) - window.first
    high = np.minimum(last, window.last) - window.first
    some = high >= low
    low, high = np.where(some, low, 0), np.where(some, high, 0)
    return np.where(some, (np.int64(1) << (high + 1)) - (np.int64(1) << low), 0)


def active(known: Known, window: Window, minor: Flags, adult: Flags) -> Ints:
    """Bits of quarters with an active day: before the eighteenth birthday for `minor`, from it on for `adult` rows."""
    birthday = eighteenth(known.born)
    first = np.where(adult, np.maximum(known.begin, birthday), known.begin)
    last = np.where(minor, np.minimum(known.end, birthday - 1), known.end)
    bits = bits_between(quarter_of(first), quarter_of(last), window)
    return np.where(first <= last, bits, 0)


def begun(known: Known, window: Window) -> Ints:
    """The bit of the quarter of the first day, for care of minors begun before the eighteenth birthday."""
    quarter = quarter_of(known.begin)
    return np.where(known.begin < eighteenth(known.born), bits_between(quarter, quarter, window), 0)


def ended(known: Known, window: Window) -> Ints:
    """The bit of the quarter of the last day, for care of minors ended before the eighteenth birthday."""
    quarter = quarter_of(known.end)
    return np.where(known.end < eighteenth(known.born), bits_between(quarter, quarter, window), 0)


def by_person(presence: Presence) -> Presence:
    """One row per person, with the bits of all its rows."""
    kept = presence.where(presence.bits > 0)
    if not len(kept):
        return kept
    kept = kept.where(np.argsort(kept.person, kind="stable"))
    who, firsts = np.unique(kept.person, return_index=True)
    return Presence(who, np.bitwise_or.reduceat(kept.bits, firsts))


@cache
def periods(window: Window) -> tuple[tuple[Period, int], ...]:
    """Every period of the window with the bits of its quarters."""
    return tuple(
        (period, sum(1 << (index - window.first) for index in period.quarters))
        for period in periods_between(window.first, window.last)
    )


def known_wijken(presence: Presence, residence: Residence) -> Places:
    """Row x quarter: the wijk in which the person was known to live, in quarters with its bit; -1 elsewhere."""
    at = np.searchsorted(residence.person, presence.person)
    quarters = np.arange(residence.wijk.shape[1])
    there = (presence.bits[:, None] >> quarters & 1).astype(bool)
    return np.where(there, residence.wijk[at], np.int8(-1))


def wijk_in(known: Places, bits: int) -> Ints:
    """Per row of `known_wijken` the wijk of the latest quarter of the period with a known one; -1 unknown."""
    wijk = np.full(len(known), -1, np.int64)
    for quarter in range(known.shape[1]):
        if bits >> quarter & 1:
            wijk = np.where(known[:, quarter] >= 0, known[:, quarter], wijk)
    return wijk
