"""Published cells of a made-up region in which some municipalities started with an intervention of known effect."""

from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pyarrow as pa

from graadmeter.domain.cells import DIMENSIONS, PUBLISHED, TOTAL
from graadmeter.domain.comparison import INHABITANTS
from graadmeter.domain.interventions import STARTS
from graadmeter.domain.periods import Period, parse_period, quarter
from graadmeter.engine.arrow import schema_of
from graadmeter.measure.example import example_areas

TOWNS = tuple(f"GM{number:04d}" for number in range(1, 15))
FIRST, LAST = parse_period("2019KW01").first, parse_period("2023KW04").first
REGION = example_areas(TOWNS, (), FIRST, LAST)
BEGUN = {town: date(2021, 4, 1) for town in TOWNS[:3]} | {town: date(2022, 1, 1) for town in TOWNS[3:6]}
PRICE = 11_000


@dataclass
class Intervened:
    """The tables that `evaluate` takes; change `cells` (rows by key) before `tables`."""

    effect: float = 0.0
    """Share of the starts after referral by the GP that the intervention adds; -0.2 is a fifth less."""
    moved: float = 0.0
    """Share of what it takes there that starts after another referral instead."""
    seed: int = 3
    begun: dict = field(default_factory=lambda: dict(BEGUN))
    kind: str = "poh_jeugd"

    def __post_init__(self) -> None:
        draws = np.random.default_rng(self.seed)
        self.youths = dict(zip(TOWNS, np.geomspace(2_200, 34_000, 14)[draws.permutation(14)].astype(int), strict=True))
        self.cells: dict[tuple, dict] = {}
        level = {town: 0.012 * np.exp(draws.normal(scale=0.1)) for town in TOWNS}
        for town in TOWNS:
            for at in range(FIRST, LAST + 1):
                there = town in BEGUN and quarter(at).first_day >= BEGUN[town]
                less = there * self.effect * level[town]
                gp = draws.poisson((level[town] + less) * self.youths[town])
                rest = draws.poisson((1.4 * level[town] - self.moved * less) * self.youths[town])
                self.put("verwijzers", "trajecten", town, quarter(at), gp, verwijzer="02")
                self.put("verwijzers", "trajecten", town, quarter(at), gp + rest)
        for year in range(2019, 2024):
            self._year(year)

    def _year(self, year: int) -> None:
        whole, everywhere = Period(year * 4, year * 4 + 3), 0.0
        for town in TOWNS:
            begun = sum(
                self.cells["verwijzers", "trajecten", town, quarter(at).code, TOTAL]["value"] for at in whole.quarters
            )
            everywhere += begun
            self.put("verwijzers", "trajecten", town, whole, begun)
            self.put("uitgaven", "euro", town, whole, begun * PRICE, kostensoort="jeugdhulp")
            self.put("interventies", "aantal", town, whole, None)
        self.put("verwijzers", "trajecten", REGION.code, whole, everywhere)
        self.put("uitgaven", "euro", REGION.code, whole, everywhere * PRICE, kostensoort="jeugdhulp")
        self.put("interventies", "aantal", REGION.code, whole, 900.0)
        self.put("interventies", "procent", REGION.code, whole, 30.0)
        self.put("interventies", "euro_per", REGION.code, whole, 1_500.0)

    def put(self, indicator, unit, area, period, value, *, status="", **members) -> None:
        """One cell; hidden without a value."""
        told = status or ("suppressed" if value is None else "value")
        row = {
            **dict.fromkeys(DIMENSIONS, TOTAL), **members,
            "indicator": indicator, "unit": unit, "area": area, "area_vintage": 2023,
            "level": "gemeente" if area.startswith("GM") else "regio",
            "period": period.code, "period_type": period.type.value,
            "value": None if value is None else float(value), "status": told,
            "definition_version": 1, "edition": "proef",
        }  # fmt: skip
        self.cells[indicator, unit, area, period.code, members.get("verwijzer", TOTAL)] = row

    def tables(self) -> tuple[pa.Table, pa.Table, pa.Table]:
        """Cells, inhabitants, starts."""
        persons = [
            {
                "area": town,
                "year": year,
                "age": "0-17",
                "geslacht": TOTAL,
                "leeftijdsgroep": TOTAL,
                "inhabitants": int(many),
            }
            for town, many in self.youths.items()
            for year in range(2019, 2024)
        ]
        starts = [{"soort": self.kind, "area": town, "begin": day, "ended": False} for town, day in self.begun.items()]
        return (
            pa.Table.from_pylist(list(self.cells.values()), schema=schema_of(PUBLISHED)),
            pa.Table.from_pylist(persons, schema=schema_of(INHABITANTS)),
            pa.Table.from_pylist(starts, schema=schema_of(STARTS)),
        )
