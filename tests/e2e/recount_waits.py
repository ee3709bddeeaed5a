"""How waits and cases went in a period, day by day, counted again from what was delivered.

No tables of risk and no arrays: a wait or a case that is seen on a day is counted on that day, in whole fractions.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import product
from pathlib import Path

from tests.e2e.delivered import day, quarter_index, rows
from tests.e2e.recount import REGION
from tests.e2e.recount_money import delivered_tables, whole_periods

NORM, INTAKE_NORM = 70, 28
ENOUGH = 20
FEWEST = 5
STEPS = ("VT_MELDING", "VT_OVERDRACHT", "RVDK_VERZOEK", "GI_CONTACT", "HULP_BEGIN", "GI_EINDE")
HALF, NINE_IN_TEN = Fraction(1, 2), Fraction(9, 10)


@dataclass(frozen=True)
class Wait:
    begin: date
    end: date | None
    """None while waiting."""
    helped: bool
    """It ended with help."""


def recount_waits(workspace: Path, first: str, last: str) -> dict:
    """(indicator, unit, area, period, dimensions with members) -> value; only cells that have one."""
    window = quarter_index(first), quarter_index(last)
    inbox = workspace / "inbox"
    return waited(inbox, *window) | introduced(inbox, *window) | flowed(inbox, *window)


# --- waits: who has help by which day ------------------------------------------------------------------------------


def waited(inbox: Path, first: int, last: int) -> dict:
    cells, whole = {}, delivered_whole(inbox)
    for (area, form), mine in waits_of(inbox).items():
        where = (("hulpvorm", form),) if form else ()
        for period, begin, end in whole_periods(first, last, ("KW", "HJ", "JJ")):
            at = ("wachttijd_binnen_norm", "dagen", area, period)
            curve = helped_by(mine, begin, end)
            half = reached(curve, HALF)
            if half is not None:
                cells[*at, tuple(sorted((*where, ("statistiek", "mediaan"))))] = half
            if form or not seen(mine, begin, end):
                continue
            share = 100 * max((part for after, part in curve if after <= NORM), default=Fraction(0))
            cells["wachttijd_binnen_norm", "procent", area, period, ()] = float(share)
            most = reached(helped_by(mine, enough(mine, whole[area], begin, end), end), NINE_IN_TEN)
            if most is not None:
                cells[*at, (("statistiek", "p90"),)] = most
    return cells


def latest_waits(inbox: Path) -> list[dict]:
    """Every referral as last delivered."""
    latest = {}
    for row in delivered_tables(inbox, "wachttijd"):
        latest[row["gemeente"], row["aanmelding_id"]] = row
    return list(latest.values())


def waits_of(inbox: Path) -> dict[tuple, list[Wait]]:
    """(area, form or nothing) -> the waits under the Youth Act after an intake, each as last delivered."""
    found = defaultdict(list)
    for row in latest_waits(inbox):
        begin, start, stop = (day(row[name]) for name in ("intakedatum", "startdatum", "afgemeld"))
        ends = [one for one in (start, stop) if one]
        if row["wet"] != "jeugdwet" or not begin or (ends and min(ends) < begin):
            continue
        wait = Wait(begin, min(ends, default=None), bool(start) and (not stop or start <= stop))
        for place in ((REGION, ""), (f"GM{row['gemeente']}", ""), (REGION, row["hulpvorm"] or "onbekend")):
            found[place].append(wait)
    return found


def seen(waits: list[Wait], first: int, last: int) -> list[Wait]:
    """Those that ran on a day of the quarters."""
    opens, closes = days_of(first, last)
    return [one for one in waits if one.begin <= closes and (one.end is None or one.end >= opens)]


def delivered_whole(inbox: Path) -> dict[str, set[int]]:
    """Area -> the quarters of which it delivered waits; the region those of which every municipality did."""
    found = defaultdict(set)
    for folder in inbox.iterdir():
        file = folder / "wachttijd.csv"
        town, quarter = folder.name.split("-")[:2]
        found[f"GM{town}"] |= {quarter_index(quarter)} if file.exists() and any(rows(file)) else set()
    found[REGION] = set.intersection(*found.values())
    return found


def enough(waits: list[Wait], whole: set[int], first: int, last: int) -> int:
    """The quarter from which on enough waits ended with help, a year back at most, all of it delivered."""
    size = last - first + 1
    while True:
        opens, closes = days_of(first, last)
        many = sum(one.helped and opens <= one.end <= closes for one in waits)
        if many >= ENOUGH or last - first + 1 + size > 4 or not set(range(first - size, first)) <= whole:
            return first
        first -= size


def helped_by(waits: list[Wait], first: int, last: int) -> list[tuple[int, Fraction]]:
    """The days of waiting after which somebody got help, with the part that has help by then."""
    opens, closes = days_of(first, last)
    there, helped, ended = defaultdict(int), defaultdict(int), defaultdict(int)
    for one in seen(waits, first, last):
        until = one.end if one.end and one.end <= closes else closes
        for number in range((max(opens, one.begin) - one.begin).days, (until - one.begin).days + 1):
            there[number] += 1
        if one.end and one.end <= closes:
            (helped if one.helped else ended)[(one.end - one.begin).days] += 1
    waiting, share, curve = Fraction(1), Fraction(0), []
    for number in sorted(helped.keys() | ended.keys()):
        share += waiting * Fraction(helped[number], there[number])
        waiting *= 1 - Fraction(helped[number] + ended[number], there[number])
        if helped[number]:
            curve.append((number, share))
    return curve


def reached(curve: list[tuple[int, Fraction]], part: Fraction) -> float | None:
    """The day by which so many have help; of days on which exactly so many have it, the middle."""
    for place, (number, share) in enumerate(curve):
        later = [after for after, more in curve[place + 1 :] if more > share]
        if share == part and later:
            return (number + later[0]) / 2
        if share >= part:
            return float(number)
    return None


def introduced(inbox: Path, first: int, last: int) -> dict:
    """Days from referral to intake, by the day of the intake."""
    cells = {}
    for (area, where), every in intakes_of(inbox).items():
        for period, begin, end in whole_periods(first, last, ("KW", "JJ")):
            opens, closes = days_of(begin, end)
            mine = sorted(number for when, number in every if opens <= when <= closes)
            if mine:
                cells["wachttijd_tot_intake", "aantal", area, period, where] = float(len(mine))
            if mine and not where:
                in_time = Fraction(100 * sum(number <= INTAKE_NORM for number in mine), len(mine))
                cells["wachttijd_tot_intake", "procent", area, period, where] = float(in_time)
                at = ("wachttijd_tot_intake", "dagen", area, period)
                cells[*at, (("statistiek", "mediaan"),)] = float(mine[-(-len(mine) // 2) - 1])
                cells[*at, (("statistiek", "p90"),)] = float(mine[-(-9 * len(mine) // 10) - 1])
    return cells


def intakes_of(inbox: Path) -> dict[tuple, list[tuple[date, int]]]:
    """(area, dimension with member or nothing) -> day of the intake, and days since the referral."""
    found = defaultdict(list)
    for row in latest_waits(inbox):
        asked, begin = day(row["aanmelddatum"]), day(row["intakedatum"])
        if row["wet"] == "jeugdwet" and asked and begin and begin >= asked:
            form = (("hulpvorm", row["hulpvorm"] or "onbekend"),)
            urgent = (("spoed", {"J": "ja", "N": "nee"}.get(row["spoed"], "onbekend")),)
            for place in product((REGION, f"GM{row['gemeente']}"), ((), form, urgent)):
                found[place].append((begin, (begin - asked).days))
    return found


# --- cases: at which step they are ---------------------------------------------------------------------------------


def flowed(inbox: Path, first: int, last: int) -> dict:
    cells = {}
    for area, mine in cases_of(inbox).items():
        for period, begin, end in whole_periods(first, last, ("JJ",)):
            for code, after in (("01", 91), ("02", 182), ("04", 365)):
                shares = after_report(mine, *days_of(begin, end), after)
                for step, share in (shares or {}).items():
                    where = (("stap", step), ("verstreken", code))
                    cells["stand_in_keten", "procent", area, period, where] = float(100 * share)
    return cells


def cases_of(inbox: Path) -> dict[str, list[tuple]]:
    """Area -> of each case its report, and the day after the report of each later step."""
    steps = defaultdict(list)
    for row in delivered_tables(inbox, "ketenstap"):
        if row["stap"] in STEPS:
            steps[row["gemeente"], row["zaak"]].append((day(row["datum"]), STEPS.index(row["stap"])))
    found = defaultdict(list)
    for (town, _), mine in steps.items():
        reports = [when for when, step in mine if step == 0]
        if reports:
            come = min(reports)
            later = {(when - come).days: step for when, step in sorted(mine) if when >= come}
            for area in (REGION, f"GM{town}"):
                found[area].append((come, later))
    return found


def after_report(cases: list[tuple], opens: date, closes: date, after: int) -> dict | None:
    """The part of the cases at each step so many days after the report; None when too few were followed."""
    parts = [Fraction(1)] + [Fraction(0)] * (len(STEPS) - 1)
    now = [0] * len(cases)
    for number in range(after + 1):
        followed, moves, at_step = 0, defaultdict(int), defaultdict(int)
        for case, (come, later) in enumerate(cases):
            before, now[case] = now[case], later.get(number, now[case])
            if (opens - come).days <= number <= (closes - come).days:
                followed += 1
                at_step[before] += 1
                if now[case] != before:
                    moves[before, now[case]] += 1
        if followed < FEWEST and (moves or number == after):
            return None
        old = tuple(parts)
        for (from_step, to_step), many in moves.items():
            moved = old[from_step] * Fraction(many, at_step[from_step])
            parts[from_step] -= moved
            parts[to_step] += moved
    return dict(zip(STEPS, parts, strict=True))


def days_of(first: int, last: int) -> tuple[date, date]:
    """First and last day of the quarters."""
    after = date((last + 1) // 4, (last + 1) % 4 * 3 + 1, 1)
    return date(first // 4, first % 4 * 3 + 1, 1), date.fromordinal(after.toordinal() - 1)
