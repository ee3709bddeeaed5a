"""Loads to which group of Iv3 task fields a claimed amount belongs; groups are those of `catalogue.crosswalks`."""

from dataclasses import dataclass
from functools import cache

from graadmeter.catalogue.units import read_csv, unit_files


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Where the claims of one kind of care are booked."""

    soort: str
    """Kind of care of the claim line; vervoer = transport of any kind."""
    vorm: str
    """Wmo main group, or the law of transport; empty = any other."""
    groep: str
    reason: str
    source: str


@cache
def claim_groups() -> tuple[ClaimGroup, ...]:
    """Every entry, in the order of the file."""
    return tuple(ClaimGroup(**row) for file in unit_files("claim_groups", ".csv") for row in read_csv(file))


def claim_group(soort: str, vorm: str) -> str | None:
    """The group of a kind of care and form; that of the kind when the form has none of its own; None when unknown."""
    of_kind = {item.vorm: item.groep for item in claim_groups() if item.soort == soort}
    return of_kind.get(vorm, of_kind.get(""))
