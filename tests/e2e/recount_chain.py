"""How long cases in the youth-protection chain wait from one step to the next, counted again from delivered steps."""

from collections import defaultdict
from datetime import date
from fractions import Fraction
from pathlib import Path

from tests.e2e.delivered import day, quarter_index
from tests.e2e.recount import REGION
from tests.e2e.recount_money import delivered_tables, whole_periods
from tests.e2e.recount_waits import HALF, NINE_IN_TEN, Wait, helped_by, reached, seen

WANTED = (
    ("rvdk_wachttijd", ("RVDK_VERZOEK", "RVDK_BEGIN", ""), True, 10),
    ("gi_tijdig", ("RB_UITSPRAAK", "GI_CONTACT", "GI_EINDE"), True, None),
    ("gi_tijdig", ("RB_UITSPRAAK", "GI_PLAN", "GI_EINDE"), False, 42),
)
"""Indicator; from which step to which, and what ends the wait; whether a median is given; the norm in days."""


def recount_chain(workspace: Path, first: str, last: str) -> dict:
    """(indicator, unit, area, period, dimensions with members) -> value; only cells that have one."""
    window = quarter_index(first), quarter_index(last)
    steps = steps_of(workspace / "inbox")
    cells = helped_in(steps, *window) | back_in(workspace / "inbox", *window)
    for indicator, way, median, norm in WANTED:
        for area, mine in waits_of(steps, *way).items():
            for period, begin, end in whole_periods(*window, ("KW", "JJ")):
                curve = helped_by(mine, begin, end)
                half = reached(curve, HALF) if median else None
                if half is not None:
                    cells[indicator, "dagen", area, period, (("statistiek", "mediaan"),)] = half
                if norm and seen(mine, begin, end):
                    cells[indicator, "procent", area, period, ()] = within(curve, norm)
    return cells


def helped_in(steps: dict, first: int, last: int) -> dict:
    """The cells of `doorlooptijd_keten`: from a report to help, or to an end without."""
    cells = {}
    for area, mine in waits_of(steps, "VT_MELDING", "HULP_BEGIN", "GI_EINDE").items():
        for period, begin, end in whole_periods(first, last, ("JJ",)):
            curve = helped_by(mine, begin, end)
            for statistic, part in (("mediaan", HALF), ("p90", NINE_IN_TEN)):
                after = reached(curve, part)
                if after is not None:
                    cells["doorlooptijd_keten", "dagen", area, period, (("statistiek", statistic),)] = after
            if seen(mine, begin, end):
                cells["doorlooptijd_keten", "procent", area, period, ()] = within(curve, 182)
    return cells


def back_in(inbox: Path, first: int, last: int) -> dict:
    """The cells of `terugkeer_keten`: the part of ended measures after which the child came back in a year, or two."""
    cells = {}
    for area, mine in returns_of(inbox).items():
        for period, begin, end in whole_periods(first, last, ("JJ",)):
            if seen(mine, begin, end):
                curve = helped_by(mine, begin, end)
                cells["terugkeer_keten", "procent", area, period, ()] = within(curve, 365)
                cells["terugkeer_keten", "procent", area, period, (("verstreken", "08"),)] = within(curve, 730)
    return cells


def returns_of(inbox: Path) -> dict[str, list[Wait]]:
    """Area -> from the end of a measure of a known child until it is reported or gets a measure again.

    A measure or report on the day of the end goes on from it: that is no end.
    """
    ends, backs = defaultdict(set), defaultdict(set)
    for row in delivered_tables(inbox, "ketenstap"):
        if row["bsn"] and row["stap"] in {"GI_EINDE", "VT_MELDING", "RB_UITSPRAAK"}:
            (ends if row["stap"] == "GI_EINDE" else backs)[row["gemeente"], row["bsn"]].add(day(row["datum"]))
    own = defaultdict(list)
    for child, days in ends.items():
        open_until = None
        for begin in sorted(days - backs[child]):
            if open_until is None or begin >= open_until:
                open_until = min((one for one in backs[child] if one > begin), default=date.max)
                own[f"GM{child[0]}"].append(Wait(begin, None if open_until == date.max else open_until, True))
    return own | {REGION: [one for waits in own.values() for one in waits]}


def within(curve: list, days: int) -> float:
    """The percentage that got there within so many days."""
    return float(100 * max((part for after, part in curve if after <= days), default=Fraction(0)))


def steps_of(inbox: Path) -> dict[tuple[str, str], set[tuple[date, str]]]:
    """(municipality, case) -> its steps with their days."""
    found = defaultdict(set)
    for row in delivered_tables(inbox, "ketenstap"):
        found[row["gemeente"], row["zaak"]].add((day(row["datum"]), row["stap"]))
    return found


def waits_of(steps: dict, since: str, until: str, ends: str) -> dict[str, list[Wait]]:
    """Area -> the waits from a step to the next of another; a second beginning of what waits already is none."""
    found = defaultdict(list)
    order = [since, until, ends]
    for (town, _), every in steps.items():
        begin = None
        for when, step in sorted(
            (one for one in every if one[1] in order), key=lambda one: (one[0], order.index(one[1]))
        ):
            if step == since:
                begin = begin or when
            elif begin:
                found[town].append(Wait(begin, when, step == until))
                begin = None
        if begin:
            found[town].append(Wait(begin, None, helped=False))
    own = {f"GM{town}": waits for town, waits in found.items()}
    return own | {REGION: [one for waits in own.values() for one in waits]}
