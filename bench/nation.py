"""An invented quarter of a whole country: wijk < municipality < country, by age and form of help within its law.

The rates are those of an invented region; no figure is of real persons or municipalities.
"""

import numpy as np

from graadmeter.protect.tables.counts import Table
from graadmeter.protect.tables.hierarchies import spread_out

WHOLE = 342
"""Municipalities of the country; with 9 or 10 wijken each that makes some 372,000 cells."""
_WIJKEN = (4, 15)
_MIDDLE, _SPREAD = 190, 1.0
"""The median number of clients of a wijk, and the spread of its logarithm."""
_AGES = ("00-03", "04-11", "12-17", "18-22", "23-64", "65+")
_RATES = {
    "J-ambulant": (311, 2051, 2184, 323, 0, 0),
    "J-bescherming": (99, 366, 403, 37, 0, 0),
    "J-dagbehandeling": (77, 326, 195, 17, 0, 0),
    "J-dyslexie": (0, 633, 156, 0, 0, 0),
    "J-ggz": (80, 1575, 1960, 212, 0, 0),
    "J-pleegzorg": (38, 260, 265, 68, 0, 0),
    "J-reclassering": (0, 0, 140, 75, 0, 0),
    "J-verblijf": (11, 105, 272, 91, 0, 0),
    "W-begeleiding": (0, 0, 59, 265, 3647, 3372),
    "W-beschermd": (0, 0, 0, 188, 784, 175),
    "W-dagbesteding": (0, 0, 0, 73, 943, 2028),
    "W-huishouding": (0, 0, 0, 37, 2734, 12885),
}
"""Clients by age, as a pattern."""


def nation(municipalities: int = WHOLE, *, seed: int = 11) -> Table:
    """A country of so many municipalities; the same seed gives the same counts."""
    chance = np.random.default_rng(seed)
    rates = np.array(list(_RATES.values()), dtype=np.float64)
    rates /= rates.sum()
    inner: dict[tuple[str, ...], int] = {}
    country, branches = [], []
    for number in range(municipalities):
        name = f"M{number:03d}"
        wijken = tuple(f"{name}W{wijk:02d}" for wijk in range(chance.integers(*_WIJKEN)))
        for wijk in wijken:
            counts = chance.poisson(_MIDDLE * np.exp(_SPREAD * chance.standard_normal()) * rates)
            for form, age in np.argwhere(counts).tolist():
                inner[wijk, _AGES[age], list(_RATES)[form]] = int(counts[form, age])
        country.append(name)
        branches.append((name, wijken))
    laws = [(law, tuple(form for form in _RATES if form[0] == law[0])) for law in ("Jeugd", "Wmo")]
    return spread_out(
        ("geo", "leeftijd", "zorgvorm"),
        inner,
        {
            "geo": [*branches, ("Total", tuple(country))],
            "leeftijd": [("Total", _AGES)],
            "zorgvorm": [*laws, ("Total", ("Jeugd", "Wmo"))],
        },
    )
