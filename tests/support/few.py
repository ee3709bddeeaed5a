"""A part of the catalogue for tests that take whole regions along the whole road: every kind of measure is in it.

All definitions together are tried by their worked examples (tests/spec) and by the demo region (tests/e2e).
"""

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.indicators import Indicator

RECOUNTED = (
    "bescherming_reclassering", "crisis", "dyslexie", "grootste_aanbieders", "herhaald_beroep", "jeugdhulp",
    "stapeling", "trajecten", "uitgaven", "verblijf", "verwijzers", "wmo_clienten",
)  # fmt: skip
"""The indicators of persons, trajectories and amounts that tests/e2e counts again from the delivered files."""

ON_THE_ROAD = (*RECOUNTED, "zelfstandig_wonend")
"""What regions of tests/e2e publish: all of it is counted again from the delivered files."""

FEW = tuple(
    sorted(
        (
            *RECOUNTED,
            "aanbiedersconcentratie",
            "clientervaring_wmo",
            "effectieve_prijs",
            "gemiddelde_duur",
            "saldo_in_uitstroom",
            "trajecten_per_jeugdige",
            "vt_binnen_5_dagen",
            "wachttijd_tot_start",
        )
    )
)
"""Counts, shares, amounts, rankings, combinations, differences, quotients, prices, statistics and methods."""


def few() -> dict[str, Indicator]:
    """Their definitions by id, in id order."""
    return {name: indicators()[name] for name in FEW}
