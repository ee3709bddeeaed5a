"""What a planted defect is, and the list of them as a file."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

NO_ASSIGNMENT = 999_999_000
"""Assignment numbers from here on are never given out."""


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted defect: the check that must find it, where it stands and what is wrong there."""

    code: str
    delivery: str
    """Folder in the inbox: 0141-2025KW04."""
    file: str
    """As findings name it: voorzieningen.csv, or berichten.zip/JW305_900001.xml."""
    row: int
    """Row of the finding: the line of a CSV file, the ordinal of the record in a message, 0 for a whole file."""
    what: str
    """In plain Dutch."""


@dataclass(frozen=True, slots=True)
class Broken:
    """How to make one defect from a sound message or row."""

    code: str
    what: str
    kind: str
    """Kind of message it is made from (JW305), or raw table (voorziening)."""
    row: int
    change: Callable[[str, int], str]
    """The sound text and the defect's own number -> the faulty text; an empty text when this one will not do."""


def write_planted(path: Path, found: Sequence[Planted]) -> None:
    """Writes the list, in the order planted."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([field.name for field in fields(Planted)])
        writer.writerows(astuple(item) for item in found)
