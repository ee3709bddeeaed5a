"""How long cases in the youth-protection chain wait from one step to the next, counted again from delivered steps."""

from collections import defaultdict
from datetime import date
from fractions import Fraction
from pathlib import Path

from tests.e2e.delivered import day, quarter_index
from tests.e2e.recount import REGION
from tests.e2e.recount_money import delivered_tables, whole_periods
from tests.e2e.recount_waits import HALF, Wait, helped_by, reached, seen

WANTED = (
    ("rvdk_wachttijd", ("RVDK_VERZOEK", "RVDK_BEGIN", ""), True, 10),
    ("gi_tijdig", ("RB_UITSPRAAK", "GI_CONTACT", "GI_EINDE"), True, None),
    ("gi_tijdig", ("RB_UITSPRAAK", "GI_PLAN", "GI_EINDE"), False, 42),
)
"""Indicator; from which step to which, and what ends the wait; whether a median is given; the norm in days."""


def recount_chain(workspace: Path, first: str, last: str) -> dict:
    """(indicator, unit, area, period, dimensions with members) -> value; only cells that have one."""
    window, cells = (quarter_index(first), quarter_index(last)), {}
    steps = steps_of(workspace / "inbox")
    for indicator, way, median, norm in WANTED:
        for area, mine in waits_of(steps, *way).items():
            for period, begin, end in whole_periods(*window, ("KW", "JJ")):
                curve = helped_by(mine, begin, end)
                half = reached(curve, HALF) if median else None
                if half is not None:
                    cells[indicator, "dagen", area, period, (("statistiek", "mediaan"),)] = half
                if norm and seen(mine, begin, end):
                    share = max((part for after, part in curve if after <= norm), default=Fraction(0))
                    cells[indicator, "procent", area, period, ()] = float(100 * share)
    return cells


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
