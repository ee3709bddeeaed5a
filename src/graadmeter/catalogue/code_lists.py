"""Loads the code lists: one CSV per list in `codes/`, with columns code, nl, en, from, until, source."""

from dataclasses import dataclass
from functools import cache

from graadmeter.catalogue.units import read_csv, unit_files
from graadmeter.domain.text import Text


@dataclass(frozen=True, slots=True)
class Code:
    """One code with its labels, the days between which it is valid (ISO, empty = open) and where it comes from."""

    code: str
    label: Text
    valid_from: str
    valid_until: str
    source: str


@cache
def code_lists() -> dict[str, dict[str, Code]]:
    """Every code list by its id (the file's name), each a mapping from code to `Code`."""
    lists = {}
    for file in unit_files("codes", ".csv"):
        rows = read_csv(file)
        lists[file.name.removesuffix(".csv")] = {
            row["code"]: Code(row["code"], Text(row["nl"], row["en"]), row["from"], row["until"], row["source"])
            for row in rows
        }
    return lists
