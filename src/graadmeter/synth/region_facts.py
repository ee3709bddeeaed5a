"""Reads the facts the region is built on: `facts/*.csv`, typed in from published sources (docs/synthetic-region.md)."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graadmeter.domain.merger_rule import Pair


@dataclass(frozen=True, slots=True)
class Municipality:
    """One real municipality with its published figures."""

    code: str
    """GM code."""
    name: str
    tile: tuple[int, int]
    """Column and row in the tile map."""
    pc4: str
    """A real four-digit postcode of the place; addresses add a letter pair that is never issued."""
    youth_2021: int
    """Estimated inhabitants of 0-17 on 1 January 2021."""
    youth_care_2021: float
    """Per cent of 0-22 with youth care, CBS KWB 2021."""
    wmo_2021: float | None
    """Wmo clients per 1,000 inhabitants, CBS KWB 2021; None where not published."""
    welfare_2021: float
    """Persons with social assistance per 1,000 inhabitants, CBS KWB 2021."""
    inhabitants: Mapping[int, int]
    """Year -> inhabitants on 1 January."""

    @property
    def number(self) -> str:
        """The four digits that messages use."""
        return self.code[2:]


@dataclass(frozen=True, slots=True)
class Wijk:
    """One real wijk of 2024 with CBS counts, rounded to five by CBS."""

    code: str
    gemeente: str
    name: str
    inhabitants: int
    aged_0_14: int
    aged_65_plus: int


@dataclass(frozen=True, slots=True)
class Care:
    """One kind of care as the synthetic region buys it: what it is, what it costs and how it is used."""

    productcode: str
    """Empty for help of a local team without a message."""
    domein: str
    categorie: str
    soort: str
    vorm: str
    dyslexie: bool
    eenheid: str
    tarief_cent: int
    frequentie: str
    volume: tuple[int, int]
    """Least and most that is usual per month (or in all, for outcomes), in the unit."""
    wijze: str
    """When it is claimed: maand, begin, eind or geen."""
    groep: str
    """Providers of this group deliver it."""
    aandeel: float
    """Share of new provisions of its soort, in any scale."""
    leeftijd: tuple[float, float, float]
    """Youngest, most usual and oldest age at the start."""
    dagen: int
    """Median length."""
    spreiding: float
    """Standard deviation of the logarithm of the length."""


@dataclass(frozen=True, slots=True)
class Provider:
    """One invented provider: its AGB code, name, where it works ("" = everywhere) and its weight per group of care."""

    agb: str
    name: str
    gemeente: str
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class NationalMunicipality:
    """One of the 342 municipalities of 2024, as little as the national benchmark needs."""

    code: str
    inhabitants: int
    aged_0_14: int
    wijken: int


@cache
def touching() -> frozenset[Pair]:
    """The wijken of one municipality that share a border, of those that were there in 2022."""
    return frozenset((row["wijk"], row["ernaast"]) for row in _rows("wijken_naast_elkaar.csv"))


def _rows(name: str) -> list[dict[str, str]]:
    text = files("graadmeter.synth").joinpath("facts", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def municipalities() -> tuple[Municipality, ...]:
    """The fourteen municipalities of Twente, in the order of their codes."""
    return tuple(
        Municipality(
            code=row["code"],
            name=row["naam"],
            tile=(int(row["kolom"]), int(row["rij"])),
            pc4=row["pc4"],
            youth_2021=int(row["jeugd_2021"]),
            youth_care_2021=float(row["jeugdzorg_kwb_2021"]),
            wmo_2021=float(row["wmo_kwb_2021"]) if row["wmo_kwb_2021"] else None,
            welfare_2021=float(row["bijstand_kwb_2021"]),
            inhabitants={int(key[-4:]): int(value) for key, value in row.items() if key.startswith("inwoners_")},
        )
        for row in _rows("gemeenten.csv")
    )


@cache
def wijken() -> Mapping[str, tuple[Wijk, ...]]:
    """The wijken of 2024 by municipality, in the order of their codes."""
    found: dict[str, list[Wijk]] = {}
    for row in _rows("wijken.csv"):
        counts = (int(row["inwoners"]), int(row["inwoners_0_14"]), int(row["inwoners_65plus"]))
        found.setdefault(row["gemeente"], []).append(Wijk(row["code"], row["gemeente"], row["naam"], *counts))
    return {code: tuple(items) for code, items in found.items()}


@cache
def care() -> tuple[Care, ...]:
    """Every kind of care, in the order of the file; its place in this tuple is its number everywhere in `synth`."""
    return tuple(_care(row) for row in _rows("zorg.csv"))


def _care(row: dict[str, str]) -> Care:
    return Care(
        productcode=row["productcode"],
        domein=row["domein"],
        categorie=row["categorie"],
        soort=row["soort"],
        vorm=row["vorm"],
        dyslexie=row["dyslexie"] == "J",
        eenheid=row["eenheid"],
        tarief_cent=int(row["tarief_cent"] or 0),
        frequentie=row["frequentie"],
        volume=(int(row["volume_van"] or 0), int(row["volume_tot"] or 0)),
        wijze=row["wijze"],
        groep=row["groep"],
        aandeel=float(row["aandeel"]),
        leeftijd=(float(row["leeftijd_van"]), float(row["leeftijd_top"]), float(row["leeftijd_tot"])),
        dagen=int(row["dagen"]),
        spreiding=float(row["spreiding"]),
    )


@cache
def providers() -> tuple[Provider, ...]:
    """Every provider, in the order of the file; its place in this tuple is its number everywhere in `synth`."""
    return tuple(
        Provider(row["agb"], row["naam"], row["gemeente"], _weights(row["groepen"])) for row in _rows("aanbieders.csv")
    )


def _weights(text: str) -> dict[str, float]:
    return {group: float(weight) for group, weight in (item.split(":") for item in text.split())}


@cache
def invented_names(kind: str) -> tuple[str, ...]:
    """Invented names of one kind: `achternaam` or `straat`."""
    return tuple(row["naam"] for row in _rows("namen.csv") if row["soort"] == kind)


@cache
def national_municipalities() -> tuple[NationalMunicipality, ...]:
    """All 342 municipalities of 2024, in the order of their codes."""
    return tuple(
        NationalMunicipality(row["code"], int(row["inwoners"]), int(row["inwoners_0_14"]), int(row["wijken"]))
        for row in _rows("nederland.csv")
    )


REFERRERS = ("01", "02", "03", "04", "05", "06", "08", "")
"""COD327 referrers; the empty one is not known. Their place here is their number everywhere in `synth`."""


@cache
def referrer_shares() -> Mapping[str, tuple[float, ...]]:
    """Per group of care the share of each of `REFERRERS`, in any scale. Wmo groups have none."""
    names = (*REFERRERS[:-1], "onbekend")
    return {row["groep"]: tuple(float(row[name]) for name in names) for row in _rows("verwijzers.csv")}


@cache
def end_reasons(domein: str) -> Mapping[str, float]:
    """Share of each definite reason of ending (JZ588 for jw, WMO588 for wmo), in any scale."""
    return {row["reden"]: float(row["aandeel"]) for row in _rows("redenen.csv") if row["domein"] == domein}
