"""Interventions: one practice nurse youth (POH) per municipality, with her reach, her work and her cost."""

from collections.abc import Iterator

import numpy as np

from graadmeter.domain.periods import quarter as quarter_of
from graadmeter.synth.domains.story import Quarter, Row, Told

_LATE = 4
"""One of so many municipalities begins in the last quarter only, so that there is something to compare with."""
_FEWEST, _SPREAD = 6, 8
"""The others began so many quarters before, at so many different moments."""


def interventions(clients: list[Row], quarter: Quarter) -> Iterator[Told]:
    """A row per quarter; as many seen as a nurse can see, whatever the clients are, and nobody before she begins.

    She changes nothing: whoever is not referred on would not have been referred without her either.
    """
    number, begun = int(quarter.gemeente), _begun(quarter)
    rng = np.random.default_rng([number, quarter.index, len(clients)])
    there = int(quarter.index >= begun)
    seen = int(rng.integers(20, 60))
    numbers = {
        "uren_per_week": there * 24,
        "kosten": there * 1_950_000,
        "ingeschreven_jeugd": 2_400,
        "gezien": there * seen,
        "verwezen": there * int(rng.integers(5, seen // 2)),
    }
    begin, practice = quarter_of(begun).first_day, f"0199{quarter.gemeente}"
    row = {"interventie_id": "POH-1", "soort": "poh_jeugd", "wijk": "", "praktijk": practice}
    fact = {"interventie": "POH-1", "soort": "poh_jeugd", "wijk": None, "aanbieder": practice}
    days = {"begindatum": begin.isoformat(), "einddatum": ""}
    yield Told(
        row | days | {name: str(number) for name, number in numbers.items()},
        fact | numbers | {"begindatum": begin, "einddatum": None},
    )


def _begun(quarter: Quarter) -> int:
    """The quarter in which the nurse began."""
    number = int(quarter.gemeente)
    return quarter.end if number % _LATE == 0 else quarter.end - _FEWEST - number % _SPREAD
