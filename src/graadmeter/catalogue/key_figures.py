"""Loads the key figures taken from Kerncijfers wijken en buurten: stable name, StatLine stem, unit, plausible range."""

from dataclasses import dataclass
from functools import cache

from graadmeter.catalogue.units import read_csv, unit_files
from graadmeter.domain.text import Text


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One key figure, called the same in every vintage."""

    id: str
    stem: str
    """StatLine key without its moving number; empty when the table does not publish it."""
    unit: str
    low: float
    high: float
    """Values outside `low` to `high` are not used."""
    count: str
    """Id of the count it is computed from; empty when it cannot be recomputed."""
    base: tuple[tuple[str, float], ...]
    """Ids and weights that sum to the population the count is a share of."""
    label: Text
    source: str

    @property
    def factor(self) -> float:
        """What count / base is multiplied by to get the unit."""
        return {"%": 100.0, "per 1000": 1000.0}.get(self.unit, 1.0)


@cache
def key_figures() -> dict[str, KeyFigure]:
    """Every key figure by its id."""
    rows = [row for file in unit_files("key_figures", ".csv") for row in read_csv(file)]
    return {row["id"]: _figure(row) for row in rows}


def _figure(row: dict[str, str]) -> KeyFigure:
    parts = [part.partition(":") for part in row["base"].split("+") if part]
    return KeyFigure(
        id=row["id"],
        stem=row["stem"],
        unit=row["unit"],
        low=float(row["low"]),
        high=float(row["high"]),
        count=row["count"],
        base=tuple((name, float(weight)) for name, _, weight in parts),
        label=Text(row["nl"], row["en"]),
        source=row["source"],
    )
