"""What the region pays: an agreed price per product, raised once a year, and the product catalogue that says so."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from graadmeter.synth.days import Ints
from graadmeter.synth.region_facts import Care, care

_ALWAYS = date(2000, 1, 1)
"""From when the first price holds: before the oldest care that still runs."""
_BASE_YEAR = 2019
_RAISES = {2020: 1.03, 2021: 1.03, 2022: 1.035, 2023: 1.06, 2024: 1.055, 2025: 1.04}
"""Yearly raise of prices. Own estimates after the national indexation."""
_SOURCE = "Graadmeter, voorbeeldregio"
_JZ21 = "JZ21 (Zorginstituut Nederland); prijs verzonnen"


def price(kind: Care, year: int) -> int:
    """The price in eurocents of one unit in a year."""
    amount = float(kind.tarief_cent)
    for raised in range(_BASE_YEAR + 1, year + 1):
        amount *= _RAISES.get(raised, 1.0)
    return round(amount)


def prices(kinds: Ints, months: Ints) -> Ints:
    """The price of each kind of care in each month (counted from January 1970)."""
    if not len(kinds):
        return np.zeros(0, np.int64)
    years = 1970 + months // 12
    first = int(years.min())
    table = np.array([[price(kind, year) for kind in care()] for year in range(first, int(years.max()) + 1)])
    return table[years - first, kinds].astype(np.int64)


def catalogue(first_year: int, last_year: int) -> Iterator[tuple[str, ...]]:
    """Rows for `producten.csv`: one per product and year of prices, the last without an end."""
    for kind in care():
        if kind.productcode:
            for year in range(first_year, last_year + 1):
                yield _row(kind, year, first_year, last_year)


def _row(kind: Care, year: int, first_year: int, last_year: int) -> tuple[str, ...]:
    begin = _ALWAYS if year == first_year else date(year, 1, 1)
    until = "" if year == last_year else (date(year + 1, 1, 1) - timedelta(days=1)).isoformat()
    own = kind.productcode[2] == "T"
    return (
        kind.productcode,
        kind.domein,
        kind.categorie,
        kind.soort,
        kind.vorm,
        "J" if kind.dyslexie else "N",
        kind.eenheid,
        str(price(kind, year)),
        "",
        begin.isoformat(),
        until,
        _SOURCE if own else _JZ21,
    )
