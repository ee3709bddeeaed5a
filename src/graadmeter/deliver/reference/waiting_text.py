"""Understands waiting times as providers word them: 3-6 mnd, > 6 mnd, 12 weken, Aanmeldstop."""

import re
from dataclasses import dataclass

from graadmeter.domain.reference import WaitStatus

WEEKS_PER_MONTH = 4.345
"""365.25 / 12 / 7, as the Twente feed counts months."""
LONGEST = 520.0
"""Weeks; a longer wait is a mistake."""
_PER_UNIT = {"d": 1 / 7, "w": 1.0, "m": WEEKS_PER_MONTH, "j": 52.18}
_NUMBER = r"([0-9]{1,3}(?:[.,][0-9]{1,2})?)"
_SPAN = re.compile(
    rf"([<>≤≥±]?) ?{_NUMBER}(?: ?[-\u2013\u2014] ?{_NUMBER})? ?(dag|wk|week|weken|mnd|maand|jaar)",
    re.IGNORECASE,
)
_STOP = re.compile(r"stop\b|geen (?:nieuwe )?aanmelding", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wait:
    """One waiting time in weeks, with what it rests on."""

    status: WaitStatus
    weeks: float | None = None
    lowest: float | None = None
    highest: float | None = None


def wait_of(number: float | None, text: str) -> Wait:
    """The waiting time given as a number of weeks, as words, or both: the number counts, the words give the span."""
    if _STOP.search(text):
        return Wait(WaitStatus.STOP)
    if not text:
        return Wait(WaitStatus.UNKNOWN) if number is None else Wait(WaitStatus.MEASURED, number)
    lowest, highest = _span(text)
    if number is not None:
        return Wait(WaitStatus.STATED, number, lowest, highest)
    ends = [end for end in (lowest, highest) if end is not None]
    return Wait(WaitStatus.STATED, sum(ends) / len(ends) if ends else None, lowest, highest)


def _span(text: str) -> tuple[float | None, float | None]:
    """The lower and upper end in weeks; None where the words give none."""
    found = _SPAN.search(text)
    if found is None:
        return None, None
    sign, first, last, unit = found.groups()
    factor = _PER_UNIT[unit[0].lower()]
    low = float(first.replace(",", ".")) * factor
    high = float(last.replace(",", ".")) * factor if last else low
    if sign in {"<", "≤"}:
        return None, high
    return low, None if sign in {">", "≥"} else high
