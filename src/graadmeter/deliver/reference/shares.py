"""Shares as others publish them, out of the library: of which period, and of which areas each of them may stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graadmeter.deliver.reference.entries import entries, table
from graadmeter.domain import reference
from graadmeter.domain.comparison import Comparator
from graadmeter.domain.reference import ValueStatus

HALF_DIGIT = 0.05
"""A percentage is published with one decimal, so the exact one lies at most this far from it."""
_NATION, _PERCENT, _SIZE = "Nederland", "%", "grootteklasse"
_PERIOD = re.compile(r"(\d{4})(?: ([1-4])e (halfjaar|kwartaal))?(?: \(.+\))?")
_MARKS = {"halfjaar": "HJ", "kwartaal": "KW"}
_USABLE = frozenset({ValueStatus.VALUE.value, ValueStatus.PROVISIONAL.value})


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage of the nation (area ''), or of the size class that a municipality is of."""

    subject: str
    """As the publication, typed over, names it."""
    scope: Comparator
    area: str
    period: str
    borders: int
    """Year of the borders, or of the list of size classes."""
    value: float
    source: str


def shares(root: Path) -> list[Share]:
    """All of them in the library at `root`.

    Which municipality is of which class is told by the list of classes nearest in year; `borders` names that year.
    """
    classes = _classes(root)
    return [
        one
        for entry in entries(root)
        for row in table(root, entry, reference.PUBLISHED).to_pylist()
        if row["status"] in _USABLE and row["eenheid"] == _PERCENT
        for one in _of_row(row, classes)
    ]


def _of_row(row: Mapping[str, Any], classes: Mapping[int, Mapping[str, str]]) -> Iterator[Share]:
    period = _code(row["periode"])
    if not period:
        return
    year, subject, value = int(period[:4]), row["onderwerp"], row["waarde"]
    source = f"CBS StatLine {row['publicatie']}, {row['gebied']}, {row['periode']}"
    if row["gebied"] == _NATION:
        yield Share(subject, Comparator.NATION, "", period, year, value, source)
    nearest = min(classes, key=lambda when: (abs(when - year), when), default=0)
    for area, name in sorted(classes.get(nearest, {}).items()):
        if name == row["gebied"]:
            yield Share(subject, Comparator.SIZE_CLASS, area, period, nearest, value, source)


def _code(words: str) -> str:
    """The code of a period as publications name it: '2023', '2023 2e halfjaar', '2019 (voorlopig)'; '' for others."""
    found = _PERIOD.fullmatch(words.strip())
    if found is None:
        return ""
    year, number, kind = found.groups()
    return f"{year}{_MARKS[kind]}0{number}" if kind else f"{year}JJ00"


def _classes(root: Path) -> dict[int, dict[str, str]]:
    """Year -> municipality -> name of its size class."""
    found: dict[int, dict[str, str]] = {}
    for entry in entries(root):
        for row in table(root, entry, reference.CLASSIFICATION).to_pylist():
            if row["indeling"] == _SIZE:
                found.setdefault(row["vintage"], {})[row["gebied"]] = row["naam"]
    return found
