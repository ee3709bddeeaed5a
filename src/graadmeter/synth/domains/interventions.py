"""Interventions: one practice nurse youth (POH) per municipality, with her reach, her work and her cost."""

from collections.abc import Iterator

import numpy as np

from graadmeter.synth.domains.story import Quarter, Row, Told


def interventions(clients: list[Row], quarter: Quarter) -> Iterator[Told]:
    """A row per quarter; as many seen as a nurse can see, whatever the clients are."""
    rng = np.random.default_rng([int(quarter.gemeente), quarter.index, len(clients)])
    seen = int(rng.integers(20, 60))
    numbers = {
        "uren_per_week": 24,
        "kosten": 1_950_000,
        "ingeschreven_jeugd": 2_400,
        "gezien": seen,
        "verwezen": int(rng.integers(5, seen // 2)),
    }
    begin = quarter.day(0)
    row = {"interventie_id": "POH-1", "soort": "poh_jeugd", "wijk": "", "praktijk": "01999999"}
    fact = {"interventie": "POH-1", "soort": "poh_jeugd", "wijk": None, "praktijk": "01999999"}
    days = {"begindatum": begin.isoformat(), "einddatum": ""}
    yield Told(
        row | days | {name: str(number) for name, number in numbers.items()},
        fact | numbers | {"begindatum": begin, "einddatum": None},
    )
