"""Draws the claim lines (323): what was delivered per month at the agreed price, late lines, corrections."""

from dataclasses import dataclass, replace

import numpy as np

from graadmeter.synth.bags import Bag
from graadmeter.synth.community import Window
from graadmeter.synth.days import FAR, Flags, Ints, month_first, month_of, quarter_first
from graadmeter.synth.kinds import texts
from graadmeter.synth.prices import prices
from graadmeter.synth.provisions import Channel, Provisions
from graadmeter.synth.region_facts import care
from graadmeter.synth.register import Register

_LATE_LINE = 0.02
_CORRECTED = 0.007
"""Share of lines that are credited a month later and claimed anew for less. Own estimate."""
_WHOLE_MONTH = 28
DECLARED_ON = 9
"""Claims of a month are dated this many days after it (the tenth)."""


@dataclass(frozen=True, slots=True)
class Lines(Bag):
    """One place per claim line."""

    of: Ints
    month: Ints
    """Month of care, counted from January 1970."""
    declared: Ints
    """Month of the declaration the line is in."""
    first: Ints
    last: Ints
    volume: Ints
    price: Ints
    credit: Flags
    replaces: Ints
    """Place of the line that a credit line takes back, -1 for others."""


@dataclass(frozen=True, slots=True)
class _Months(Bag):
    """One place per month of a provision that is claimed for."""

    of: Ints
    month: Ints


def whole_months(kind_of_unit: Flags, usual: Ints) -> Flags:
    """Residence counted in days and nights that lasts the whole month."""
    return kind_of_unit & (usual >= _WHOLE_MONTH)


def draw_lines(rng: np.random.Generator, provisions: Provisions, register: Register, window: Window) -> Lines:
    """The lines whose declaration is dated in the window, for months of care in its last `claims` quarters."""
    first = int(month_of(np.array([quarter_first(window.last - window.claims + 1)]))[0])
    last = int(month_of(np.array([window.final_day]))[0])
    months = _months(provisions, register, first, last)
    lines = _lines(rng, provisions, register, months)
    lines = lines.where(lines.volume > 0)
    slow = rng.random(len(lines)) < _LATE_LINE
    told = month_of(register.start_known[lines.of])
    lines = replace(lines, declared=np.maximum(lines.month + slow, told - 1))
    lines = lines.where(np.lexsort((lines.month, lines.of, provisions.person[lines.of], lines.declared)))
    return _corrected(rng, lines.where(dated(lines.declared) <= window.final_day), window)


def dated(declared: Ints) -> Ints:
    """The Dagtekening of the declaration of a month."""
    return month_first(declared + 1) + DECLARED_ON


def _months(provisions: Provisions, register: Register, first: int, last: int) -> _Months:
    """Every provision in every month of care it is claimed for."""
    ways = texts("wijze")[provisions.care]
    claimed = provisions.told(Channel.MESSAGE) & (register.start_known < FAR)
    begin, end = month_of(provisions.begin), month_of(provisions.end)
    start = np.where(ways == "eind", end, begin)
    stop = np.where(ways == "begin", begin, end)
    start, stop = np.maximum(start, first), np.minimum(stop, last)
    who = np.nonzero(claimed & np.isin(ways, ["maand", "eind", "begin"]) & (stop >= start))[0]
    sizes = (stop - start + 1)[who]
    of = np.repeat(who, sizes)
    within = np.arange(len(of)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    month = start[of] + within
    away = (month > month_of(register.pause[0])[of]) & (month < month_of(register.pause[1])[of])
    paused = (register.pause[0][of] < FAR) & away
    return _Months(of, month).where(~paused)


def _lines(rng: np.random.Generator, provisions: Provisions, register: Register, months: _Months) -> Lines:
    of, month = months.of, months.month
    from_, until = month_first(month), month_first(month + 1) - 1
    first = np.maximum(from_, register.valid_from[of])
    last = np.minimum(until, register.until[of])
    days = np.minimum(until, provisions.end[of]) - np.maximum(from_, provisions.begin[of]) + 1
    volume = _volume(rng, provisions, of, days, until - from_ + 1)
    count = len(of)
    return Lines(
        of,
        month,
        month,
        first,
        last,
        np.where(last >= first, volume, 0),
        prices(provisions.care[of], month),
        np.zeros(count, bool),
        np.full(count, -1),
    )


def usual_volume(provisions: Provisions) -> Ints:
    """What is usual per month for each provision: fixed per client and kind, between the bounds of its kind."""
    bounds = np.array([*(item.volume for item in care()), (0, 0)])[provisions.care]
    spread = (provisions.person * 7919 + provisions.care * 104_729) % 1009 / 1009
    volume: Ints = (bounds[:, 0] + spread * (bounds[:, 1] - bounds[:, 0] + 1)).astype(np.int64)
    return volume


def _volume(rng: np.random.Generator, provisions: Provisions, of: Ints, days: Ints, whole: Ints) -> Ints:
    """Days for residence, one for outcomes and fixed monthly amounts, else the usual volume give or take a fifth."""
    units = texts("eenheid")[provisions.care[of]]
    usual = usual_volume(provisions)[of]
    share = np.minimum(days / whole, 1.0)
    varied = np.floor(usual * share * rng.uniform(0.75, 1.0, len(of))).astype(np.int64)
    single = (units == "82") | ((units == "84") & (usual == 1))
    return np.where(single, 1, np.where(whole_months(units == "14", usual), days, varied))


def _corrected(rng: np.random.Generator, lines: Lines, window: Window) -> Lines:
    """The lines with, behind them, a credit line and a lower new line for some, both in the next declaration."""
    some = (rng.random(len(lines)) < _CORRECTED) & (lines.volume > 1)
    places = np.nonzero(some & (dated(lines.declared + 1) <= window.final_day))[0]
    wrong = lines.where(places)
    credit = replace(wrong, declared=wrong.declared + 1, credit=np.ones(len(wrong), bool), replaces=places)
    anew = replace(wrong, declared=wrong.declared + 1, volume=np.maximum(wrong.volume * 3 // 4, 1))
    return Lines.joined([lines, credit, anew])
