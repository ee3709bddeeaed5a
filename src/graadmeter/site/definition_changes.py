"""Which definitions a release says are new, other or gone since the release before."""

import csv
from dataclasses import dataclass
from pathlib import Path

from graadmeter.domain.text import Text

FILE = "open/definition_changes.csv"
CHANGED_FILE = "data/andere-definities.csv"
FILES = {CHANGED_FILE: FILE}
"""Path on the site -> path in the release; releases of before have none."""


@dataclass(frozen=True, slots=True)
class DefinitionChange:
    """An indicator of which the definition is not that of the release before."""

    indicator: str
    change: str
    """new, version or gone."""
    title: Text


def read_definition_changes(folder: Path) -> tuple[DefinitionChange, ...]:
    """Out of a release folder; nothing in releases of before these were told."""
    if not (folder / FILE).exists():
        return ()
    with (folder / FILE).open(encoding="utf-8", newline="") as lines:
        return tuple(
            DefinitionChange(row["indicator"], row["change"], Text(row["title_nl"], row["title_en"]))
            for row in csv.DictReader(lines)
        )
