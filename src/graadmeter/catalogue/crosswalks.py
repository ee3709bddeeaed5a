"""Loads the dated crosswalk of Iv3 task fields: which group that can be compared over the years a field belongs to."""

from dataclasses import dataclass
from functools import cache

from graadmeter.catalogue.units import read_csv, unit_files
from graadmeter.domain.text import Text


@dataclass(frozen=True, slots=True)
class TaskField:
    """One task field in the years in which it existed with one meaning."""

    taakveld: str
    first: int
    last: int | None
    """Last year; None while the field is in use."""
    groep: str
    wet: str
    """jeugd, wmo, participatie or gemengd."""
    label: Text
    reason: str
    """Why the field belongs to the group, and what the break of 2023 or 2025 did to it."""
    source: str


@cache
def task_fields() -> tuple[TaskField, ...]:
    """Every task field of the social domain, with its years, in the order of the file."""
    return tuple(_field(row) for file in unit_files("crosswalks", ".csv") for row in read_csv(file))


def task_field(taakveld: str, year: int) -> TaskField | None:
    """The field as it was in `year`; None when it did not exist then."""
    return _by_year().get((taakveld, year))


@cache
def _by_year() -> dict[tuple[str, int], TaskField]:
    return {
        (item.taakveld, year): item for item in task_fields() for year in range(item.first, (item.last or _FAR) + 1)
    }


_FAR = 2100


def _field(row: dict[str, str]) -> TaskField:
    return TaskField(
        taakveld=row["taakveld"],
        first=int(row["from"]),
        last=int(row["until"]) if row["until"] else None,
        groep=row["groep"],
        wet=row["wet"],
        label=Text(row["nl"], row["en"]),
        reason=row["reason"],
        source=row["source"],
    )
