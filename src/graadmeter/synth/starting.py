"""Draws when starts and stops were told (305, 307): late, wrong and corrected, interrupted, withdrawn, forgotten."""

from dataclasses import dataclass

import numpy as np

from graadmeter.synth.assigning import Terms
from graadmeter.synth.community import Window
from graadmeter.synth.days import FAR, Flags, Ints, quarter_first
from graadmeter.synth.draw import pick
from graadmeter.synth.provisions import Channel, Fate, Provisions
from graadmeter.synth.region_facts import care, end_reasons
from graadmeter.synth.register import TEMPORARY, WITHDRAWN, Starts, Stops, only, stacked

_LATE = 0.03
"""Starts and stops that are told a quarter late."""
_LATE_DAYS = (62, 101)
_WRONG_START, _WRONG_STOP = 0.01, 0.008
_FORGOTTEN_STOP = 0.02
_PAUSED, _RESUMED = 0.025, 0.8
_LONG_ENOUGH, _LONG_ENOUGH_TO_PAUSE = 40, 180


@dataclass(frozen=True, slots=True)
class Telling:
    """Per provision what happens with its start and stop; days are FAR where it does not happen."""

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


def telling(rng: np.random.Generator, provisions: Provisions, when: Terms, window: Window) -> Telling:
    """Draws all of it. The mishaps exclude each other, so that each can be followed by itself."""
    count, first = len(provisions), quarter_first(window.first)
    length = provisions.end - provisions.begin
    regular = (provisions.channel == Channel.MESSAGE) & (provisions.fate == Fate.NORMAL) & (length > _LONG_ENOUGH)
    fresh = regular & (provisions.begin >= first)
    chance = rng.random(count)
    crisis = np.array([*(item.groep == "crisis" for item in care()), False])[provisions.care]
    late_start = fresh & (chance < _LATE) & ~crisis
    wrong_start = fresh & ~late_start & (chance < _LATE + _WRONG_START)
    chance = np.where(late_start | wrong_start, 1.0, rng.random(count))
    paused = regular & (chance < _PAUSED) & (length > _LONG_ENOUGH_TO_PAUSE)
    wrong_stop = regular & ~paused & (chance < _PAUSED + _WRONG_STOP) & (provisions.end >= first + _LONG_ENOUGH)
    late_stop = regular & ~paused & ~wrong_stop & (chance < _PAUSED + _WRONG_STOP + _LATE)
    forgotten = regular & ~(paused | wrong_stop | late_stop) & (chance > 1 - _FORGOTTEN_STOP) & (when.until < FAR)
    forgotten &= ~(late_start | wrong_start)
    start_told = _told(rng, provisions.begin, late_start, when.assigned, first)
    wrong_begin = np.where(wrong_start, provisions.begin + rng.integers(1, 7, count), FAR)
    corrected = np.where(wrong_start, wrong_begin + 3 + rng.integers(4, 25, count), FAR)
    start_told = np.where(wrong_start, np.maximum(wrong_begin + 2, when.assigned), start_told)
    corrected = np.where(wrong_start, np.maximum(corrected, start_told + 1), corrected)
    known = np.where(wrong_start, corrected, start_told)
    wrong_end = np.where(wrong_stop, provisions.end - rng.integers(1, 13, count), FAR)
    stop_told = np.maximum(_told(rng, provisions.end, late_stop, provisions.end, first), known + 1)
    stop_told = np.where(wrong_stop, np.maximum(provisions.end, wrong_end + 3 + rng.integers(4, 25, count)), stop_told)
    pause, resume = _pauses(rng, provisions, paused, first)
    return Telling(
        start_told,
        wrong_begin,
        corrected,
        np.where(forgotten, FAR, stop_told),
        wrong_end,
        np.where(wrong_stop, wrong_end + 3, FAR),
        pause,
        resume,
        forgotten,
    )


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
    message = provisions.channel == Channel.MESSAGE
    normal = message & (provisions.fate == Fate.NORMAL)
    gone = message & (provisions.fate == Fate.START_WITHDRAWN)
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
    records = stacked(parts)
    return only(records, records.sent <= window.final_day)


def _start(who: Flags, sent: Ints, begin: Ints, status: int) -> Starts:
    places = np.nonzero(who)[0]
    return Starts(places, sent[places], begin[places], np.full(len(places), status))


def stops(rng: np.random.Generator, provisions: Provisions, told: Telling, window: Window) -> Stops:
    """Every stop record that was sent in the window."""
    normal = (provisions.channel == Channel.MESSAGE) & (provisions.fate == Fate.NORMAL)
    wrong = normal & (told.wrong_end < FAR)
    since = np.where(told.resumed < FAR, told.resumed, provisions.begin)
    reason = _reasons(rng, provisions)
    other = np.where(reason == _EARLY[_jw(provisions)], _PLANNED[_jw(provisions)], _EARLY[_jw(provisions)])
    temporary = np.full(len(provisions), TEMPORARY)
    lag = rng.integers(0, 6, len(provisions))
    parts = [
        _stop(normal & (told.stop_told < FAR), told.stop_told, since, provisions.end, reason, 1),
        _stop(wrong, told.wrong_stop_told, since, told.wrong_end, other, 1),
        _stop(wrong, told.stop_told, since, told.wrong_end, other, WITHDRAWN),
        _stop(normal & (told.paused < FAR), told.paused + lag, provisions.begin, told.paused, temporary, 1),
    ]
    records = stacked(parts)
    return only(records, records.sent <= window.final_day)


_PLANNED, _EARLY = np.array([19, 31]), np.array([23, 34])
"""Ended as planned, ended early in agreement: for wmo and jw."""


def _jw(provisions: Provisions) -> Ints:
    return np.array([*(item.domein == "jw" for item in care()), False])[provisions.care].astype(np.int64)


def _stop(who: Flags, sent: Ints, begin: Ints, end: Ints, reason: Ints, status: int) -> Stops:
    places = np.nonzero(who)[0]
    return Stops(
        places, sent[places], begin[places], end[places], reason[places], np.full(len(places), status, np.int64)
    )


def _reasons(rng: np.random.Generator, provisions: Provisions) -> Ints:
    drawn = np.zeros((2, len(provisions)), np.int64)
    for row, domein in enumerate(("wmo", "jw")):
        shares = end_reasons(domein)
        codes = np.array([int(code) for code in shares])
        drawn[row] = codes[pick(rng, np.array(list(shares.values())), len(provisions))]
    return drawn[_jw(provisions), np.arange(len(provisions))]
