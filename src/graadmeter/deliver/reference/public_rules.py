"""What the library offers to put beside figures counted by the rule of another: shares typed over from publications."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from graadmeter.catalogue.benchmarks import RuleBenchmark, rule_benchmarks
from graadmeter.catalogue.load_rules import rule_sets
from graadmeter.deliver.reference.entries import entries, table
from graadmeter.domain import reference
from graadmeter.domain.comparison import Comparator
from graadmeter.domain.reference import ValueStatus
from graadmeter.domain.rule_comparison import RULE_BENCHMARKS
from graadmeter.engine.arrow import schema_of

_NATION, _PERCENT, _SIZE = "Nederland", "%", "grootteklasse"
_PERIOD = re.compile(r"(\d{4})(?: ([1-4])e (halfjaar|kwartaal))?(?: \(.+\))?")
_MARKS = {"halfjaar": "HJ", "kwartaal": "KW"}
_USABLE = frozenset({ValueStatus.VALUE.value, ValueStatus.PROVISIONAL.value})


def public_rules(root: Path) -> pa.Table:
    """RULE_BENCHMARKS out of the library at `root`: figures of the nation and of size classes, as published.

    Which municipality is of which class is told by the list of classes nearest in year; `borders` names that year. The
    rule of a year in which it did not hold is ''.
    """
    subjects = {one.subject: one for one in rule_benchmarks()}
    classes = _classes(root)
    rows = [
        told
        for entry in entries(root)
        for row in table(root, entry, reference.PUBLISHED).to_pylist()
        if row["onderwerp"] in subjects and row["status"] in _USABLE and row["eenheid"] == _PERCENT
        for told in _rows(row, subjects[row["onderwerp"]], classes)
    ]
    keys = [(name, "ascending") for name in ("indicator", "scope", "area", "period", "source")]
    return pa.Table.from_pylist(rows, schema=schema_of(RULE_BENCHMARKS)).sort_by(keys)


def _rows(
    row: Mapping[str, Any], one: RuleBenchmark, classes: Mapping[int, Mapping[str, str]]
) -> Iterator[dict[str, Any]]:
    period = _code(row["periode"])
    if not period:
        return
    year = int(period[:4])
    told = {
        "indicator": one.indicator,
        "period": period,
        "rule": one.rule if rule_sets()[one.rule].holds_in(year) else "",
        "age": one.age,
        "value": row["waarde"],
        "source": f"CBS StatLine {row['publicatie']}, {row['gebied']}, {row['periode']}",
    }
    if row["gebied"] == _NATION:
        yield {**told, "scope": Comparator.NATION.value, "area": "", "borders": year}
    nearest = min(classes, key=lambda when: (abs(when - year), when), default=0)
    for area, name in sorted(classes.get(nearest, {}).items()):
        if name == row["gebied"]:
            yield {**told, "scope": Comparator.SIZE_CLASS.value, "area": area, "borders": nearest}


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
