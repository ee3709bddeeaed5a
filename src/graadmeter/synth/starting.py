"""Draws when starts and stops were told (305, 307): late, wrong and corrected, interrupted, withdrawn, forgotten."""

from dataclasses import dataclass

import numpy as np

from graadmeter.synth.assigning import Terms
from graadmeter.synth.bags import Bag
from graadmeter.synth.community import Window
from graadmeter.synth.days import FAR, Flags, Ints, quarter_first
from graadmeter.synth.draw import pick
from graadmeter.synth.kinds import texts
from graadmeter.synth.provisions import Channel, Fate, Provisions
from graadmeter.synth.region_facts import end_reasons
from graadmeter.synth.register import TEMPORARY, WITHDRAWN, Starts, Stops, in_order

_LATE = 0.03
"""Starts and stops that are told a quarter late."""
_LATE_DAYS = (62, 101)
_WRONG_START, _WRONG_STOP = 0.01, 0.008
_FORGOTTEN_STOP = 0.02
_PAUSED, _RESUMED = 0.025, 0.8
_LONG_ENOUGH, _LONG_ENOUGH_TO_PAUSE = 40, 180


@dataclass(frozen=True, slots=True)
class Telling(Bag):
    """One place per provision: what happens with its start and stop; days are FAR where it does not happen."""

    start_told: Ints
    wrong_begin: Ints
    start_corrected: Ints
    """Day on which a wrong start is withdrawn and the right one told."""
    stop_told: Ints
    wrong_end: Ints
    wrong_stop_told: Ints
    paused: Ints
    resumed: Ints
    forgotten: Flags


@dataclass(frozen=True, slots=True)
class _Mishaps:
    """What goes wrong with which provision. Mishaps of one start or one stop exclude each other."""

    late_start: Flags
    wrong_start: Flags
    paused: Flags
    wrong_stop: Flags
    late_stop: Flags
    forgotten: Flags


def telling(rng: np.random.Generator, provisions: Provisions, when: Terms, window: Window) -> Telling:
    """Draws when everything is told; a stop never before its start."""
    first, count = quarter_first(window.first), len(provisions)
    mishaps = _mishaps(rng, provisions, when, first)
    begin, end = provisions.begin, provisions.end
    wrong_begin = np.where(mishaps.wrong_start, begin + rng.integers(1, 7, count), FAR)
    told = _told(rng, begin, mishaps.late_start, when.assigned, first)
    told = np.where(mishaps.wrong_start, np.maximum(wrong_begin + 2, when.assigned), told)
    later = np.maximum(wrong_begin + 3 + rng.integers(4, 25, count), told + 1)
    corrected = np.where(mishaps.wrong_start, later, FAR)
    wrong_end = np.where(mishaps.wrong_stop, end - rng.integers(1, 13, count), FAR)
    stop = np.maximum(_told(rng, end, mishaps.late_stop, end, first), np.where(corrected < FAR, corrected, told) + 1)
    stop = np.where(mishaps.wrong_stop, np.maximum(end, wrong_end + 3 + rng.integers(4, 25, count)), stop)
    pause, resume = _pauses(rng, provisions, mishaps.paused, first)
    return Telling(
        start_told=told,
        wrong_begin=wrong_begin,
        start_corrected=corrected,
        stop_told=np.where(mishaps.forgotten, FAR, stop),
        wrong_end=wrong_end,
        wrong_stop_told=np.where(mishaps.wrong_stop, wrong_end + 3, FAR),
        paused=pause,
        resumed=resume,
        forgotten=mishaps.forgotten,
    )


def _mishaps(rng: np.random.Generator, provisions: Provisions, when: Terms, first: int) -> _Mishaps:
    length = provisions.end - provisions.begin
    regular = provisions.told(Channel.MESSAGE) & (length > _LONG_ENOUGH)
    fresh = regular & (provisions.begin >= first)
    chance = rng.random(len(provisions))
    late_start = fresh & (chance < _LATE) & (texts("groep")[provisions.care] != "crisis")
    wrong_start = fresh & ~late_start & (chance < _LATE + _WRONG_START)
    regular &= ~(late_start | wrong_start)
    chance = rng.random(len(provisions))
    paused = regular & (chance < _PAUSED) & (length > _LONG_ENOUGH_TO_PAUSE)
    wrong_stop = regular & ~paused & (chance < _PAUSED + _WRONG_STOP) & (provisions.end >= first + _LONG_ENOUGH)
    late_stop = regular & ~paused & ~wrong_stop & (chance < _PAUSED + _WRONG_STOP + _LATE)
    forgotten = regular & (chance > 1 - _FORGOTTEN_STOP) & (when.until < FAR)
    return _Mishaps(late_start, wrong_start, paused, wrong_stop, late_stop, forgotten)


def _told(rng: np.random.Generator, event: Ints, late: Flags, earliest: Ints, first: int) -> Ints:
    lag = np.where(late, rng.integers(*_LATE_DAYS, len(event)), rng.integers(0, 7, len(event)))
    told = np.maximum(event + lag, earliest)
    return np.where(told < first, first + 1, told)


def _pauses(rng: np.random.Generator, provisions: Provisions, paused: Flags, first: int) -> tuple[Ints, Ints]:
    """Last day before a temporary stop and day of resuming; both inside the provision and the window."""
    length = provisions.end - provisions.begin
    begin = provisions.begin + 30 + (rng.random(len(paused)) * 0.4 * length).astype(np.int64)
    back = begin + rng.integers(14, 61, len(paused))
    happens = paused & (begin >= first + 14) & (back + 14 < provisions.end)
    returns = happens & (rng.random(len(paused)) < _RESUMED)
    return np.where(happens, begin, FAR), np.where(returns, back, FAR)


def starts(rng: np.random.Generator, provisions: Provisions, told: Telling, window: Window) -> Starts:
    """Every start record that was sent in the window."""
    normal, gone = provisions.told(Channel.MESSAGE), provisions.told(Channel.MESSAGE, Fate.START_WITHDRAWN)
    wrong = normal & (told.wrong_begin < FAR)
    lag = rng.integers(0, 6, len(provisions))
    parts = [
        _start(normal & ~wrong, told.start_told, provisions.begin, 1),
        _start(wrong, told.start_told, told.wrong_begin, 1),
        _start(wrong, told.start_corrected, told.wrong_begin, WITHDRAWN),
        _start(wrong, told.start_corrected, provisions.begin, 1),
        _start(normal & (told.resumed < FAR), told.resumed + lag, told.resumed, 1),
        _start(gone, told.start_told, provisions.begin, 1),
        _start(gone, told.start_told + 9, provisions.begin, WITHDRAWN),
    ]
    records = in_order(parts)
    return records.where(records.sent <= window.final_day)


def _start(who: Flags, sent: Ints, begin: Ints, status: int) -> Starts:
    places = np.nonzero(who)[0]
    return Starts(places, sent[places], begin[places], np.full(len(places), status))


def stops(rng: np.random.Generator, provisions: Provisions, told: Telling, window: Window) -> Stops:
    """Every stop record that was sent in the window."""
    normal = provisions.told(Channel.MESSAGE)
    wrong, paused = normal & (told.wrong_end < FAR), normal & (told.paused < FAR)
    since = np.where(told.resumed < FAR, told.resumed, provisions.begin)
    reason = _reasons(rng, provisions)
    other = np.where(reason == _EARLY[_jw(provisions)], _PLANNED[_jw(provisions)], _EARLY[_jw(provisions)])
    one = np.ones(len(provisions), np.int64)
    away = told.paused + rng.integers(0, 6, len(provisions))
    every = np.arange(len(provisions))
    parts = [
        Stops(every, told.stop_told, since, provisions.end, reason, one).where(normal & (told.stop_told < FAR)),
        Stops(every, told.wrong_stop_told, since, told.wrong_end, other, one).where(wrong),
        Stops(every, told.stop_told, since, told.wrong_end, other, WITHDRAWN * one).where(wrong),
        Stops(every, away, provisions.begin, told.paused, TEMPORARY * one, one).where(paused),
    ]
    records = in_order(parts)
    return records.where(records.sent <= window.final_day)


_PLANNED, _EARLY = np.array([19, 31]), np.array([23, 34])
"""Ended as planned, ended early in agreement: for wmo and jw."""


def _jw(provisions: Provisions) -> Ints:
    found: Ints = (texts("domein")[provisions.care] == "jw").astype(np.int64)
    return found


def _reasons(rng: np.random.Generator, provisions: Provisions) -> Ints:
    drawn: Ints = np.zeros((2, len(provisions)), np.int64)
    for row, domein in enumerate(("wmo", "jw")):
        shares = end_reasons(domein)
        codes = np.array([int(code) for code in shares])
        drawn[row] = codes[pick(rng, np.array(list(shares.values())), len(provisions))]
    chosen: Ints = drawn[_jw(provisions), np.arange(len(provisions))]
    return chosen
