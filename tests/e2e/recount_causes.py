"""Why claimed youth help cost more or less than the year before, counted again: factors are changed one by one.

In every order in which clients, mix, units and price could have changed, each is changed in turn and the amount worked
out anew; a factor's effect is the mean over the orders.
"""

from collections import defaultdict
from fractions import Fraction
from itertools import permutations
from math import prod
from pathlib import Path

from tests.e2e.delivered import quarter_index
from tests.e2e.recount import REGION
from tests.e2e.recount_money import Money, euros, people

FACTORS = ("clienten", "mix", "eenheden", "prijs")


def recount_causes(workspace: Path, first: str, last: str) -> dict:
    """(indicator, unit, area, period, dimensions with members) -> value; only cells that have one."""
    money = Money(workspace, quarter_index(first), quarter_index(last))
    years = defaultdict(list)
    for line in money.standing:
        if money.is_help(line):
            for area in (REGION, line["gm"]):
                years[area, line["begin"].year].append(line)
    cells = {}
    for (area, year), now in years.items():
        before = years.get((area, year - 1))
        if before and money.first <= 4 * (year - 1) and 4 * year + 3 <= money.last:
            for component, change in changes(before, now).items():
                where = (("component", component),)
                cells["uitgaven_verklaard", "euro", area, f"{year}JJ00", where] = round(float(change), 2)
    return cells


def changes(before: list[dict], now: list[dict]) -> dict[str, Fraction]:
    """The part of the change in euros that each cause explains."""
    found = dict.fromkeys(("nieuw", "beeindigd", *FACTORS), Fraction(0))
    for code in {line["code"] for line in (*before, *now)}:
        old, new = ([line for line in lines if line["code"] == code] for lines in (before, now))
        if priced(old) and priced(new):
            for name, effect in effects(factors(old, before), factors(new, now)).items():
                found[name] += effect
        else:
            found["nieuw"] += euros(new)
            found["beeindigd"] -= euros(old)
    return found


def priced(lines: list[dict]) -> bool:
    return sum(line["volume"] for line in lines) > 0


def factors(lines: list[dict], everything: list[dict]) -> tuple[Fraction, ...]:
    """Clients of all products, the part of them that used this one, units per client, euros per unit."""
    mine, all_of_them, units = len(people(lines)), len(people(everything)), sum(line["volume"] for line in lines)
    return Fraction(all_of_them), Fraction(mine, all_of_them), Fraction(units, mine), euros(lines) / units


def effects(old: tuple[Fraction, ...], new: tuple[Fraction, ...]) -> dict[str, Fraction]:
    orders = list(permutations(range(len(FACTORS))))
    found = dict.fromkeys(FACTORS, Fraction(0))
    for order in orders:
        now = list(old)
        for place in order:
            amount, now[place] = prod(now), new[place]
            found[FACTORS[place]] += (prod(now) - amount) / len(orders)
    return found
