"""Puts all records about the provisions of a municipality together, and what they tell in the end."""

import numpy as np

from graadmeter.synth.assigning import assignments, referring, requests, terms
from graadmeter.synth.community import Window
from graadmeter.synth.days import FAR, Ints, quarter_first
from graadmeter.synth.kinds import texts
from graadmeter.synth.provisions import Channel, Fate, Provisions
from graadmeter.synth.register import Assignments, Register
from graadmeter.synth.starting import Telling, starts, stops, telling

_FIRST_NUMBER = 100_001


def registered(rng: np.random.Generator, provisions: Provisions, window: Window) -> tuple[Provisions, Register]:
    """The provisions that are known in the window, and their records."""
    when = terms(rng, provisions)
    idle_before = (provisions.fate != Fate.NORMAL) & (when.assigned < quarter_first(window.first))
    tellable = np.where(provisions.channel == Channel.MESSAGE, when.assigned, provisions.begin) <= window.final_day
    keep = tellable & ~idle_before
    provisions = provisions.where(keep)
    when = when.where(keep)
    told = telling(rng, provisions, when, window)
    asked = requests(rng, provisions, when, window)
    fixed = told.forgotten | (told.wrong_end < FAR)
    assigned = referring(assignments(rng, provisions, when, fixed, window), asked)
    until = _last_until(assigned, len(provisions))
    return provisions, Register(
        number=_numbers(provisions, when.assigned),
        valid_from=when.valid_from,
        assignments=assigned,
        starts=starts(rng, provisions, told, window),
        stops=stops(rng, provisions, told, window),
        requests=asked,
        start_known=_start_known(provisions, told, window.final_day),
        stop_known=_stop_known(provisions, told, window.final_day),
        until=until,
        begin=_begin(provisions, told, window.final_day),
        end=_end(provisions, told, until, window.final_day),
        pause=(told.paused, told.resumed),
    )


def _numbers(provisions: Provisions, assigned: Ints) -> Ints:
    """Numbers in the order of assignment, running per domain."""
    numbers = np.zeros(len(provisions), np.int64)
    domains = texts("domein")[provisions.care]
    for domain in ("jw", "wmo"):
        mine = np.nonzero((domains == domain) & (provisions.channel == Channel.MESSAGE))[0]
        numbers[mine[np.argsort(assigned[mine], kind="stable")]] = np.arange(len(mine)) + _FIRST_NUMBER
    return numbers


def _last_until(assigned: Assignments, count: int) -> Ints:
    until = np.full(count, FAR, np.int64)
    until[assigned.of] = assigned.until
    return until


def _start_known(provisions: Provisions, told: Telling, final: int) -> Ints:
    known = np.where(provisions.channel == Channel.MESSAGE, told.start_told, provisions.begin)
    return np.where((known <= final) & (provisions.fate == Fate.NORMAL), known, FAR)


def _stop_known(provisions: Provisions, told: Telling, final: int) -> Ints:
    known = np.where(provisions.channel == Channel.MESSAGE, told.stop_told, provisions.end)
    return np.where(known <= final, known, FAR)


def _begin(provisions: Provisions, told: Telling, final: int) -> Ints:
    """The first right start; the wrong one while its correction is still to come."""
    corrected = np.where(told.start_corrected <= final, provisions.begin, told.wrong_begin)
    begin = np.where(told.wrong_begin < FAR, corrected, provisions.begin)
    return np.where(_start_known(provisions, told, final) < FAR, begin, FAR)


def _end(provisions: Provisions, told: Telling, until: Ints, final: int) -> Ints:
    """The told end; else the wrong one still standing; else the last day of the assignment."""
    message = provisions.channel == Channel.MESSAGE
    standing = np.where(told.wrong_stop_told <= final, told.wrong_end, until)
    untold = np.where(message, standing, FAR)
    return np.where(_stop_known(provisions, told, final) < FAR, provisions.end, untold)
