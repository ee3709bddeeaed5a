"""Loads the rules of iStandaarden that could be tested on a delivery and have no check, each with the reason."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graadmeter.catalogue.units import read_csv


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """One rule without a check."""

    rule: str
    """TR337."""
    where: str
    """What stands in the way: `not read` or `not known`."""
    reason: str


@cache
def rules_elsewhere() -> tuple[Elsewhere, ...]:
    """Every such rule, by its code."""
    rows = read_csv(files("graadmeter.catalogue").joinpath("rules_elsewhere.csv"))
    return tuple(Elsewhere(**row) for row in sorted(rows, key=lambda row: row["rule"]))
