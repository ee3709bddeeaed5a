"""What interventions changed and saved, as the release tells: estimates from its own figures, never figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from graadmeter.domain.interventions import Reason
from graadmeter.domain.text import Text

RESULTS, COURSE = "open/interventions.parquet", "open/intervention_course.parquet"
RESULTS_FILE = "data/wat-interventies-bespaarden.csv"
FILES = {RESULTS_FILE: "open/interventions.csv"}
"""Path on the site -> path in the release, of what can be downloaded; releases of before have none."""
SUBJECT = "interventies"
"""The indicator whose page tells of these."""
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Evaluations:
    """All that a release tells of its interventions."""

    results: tuple[Row, ...] = ()
    """Rows of INTERVENTIONS, a year after the other."""
    course: tuple[Row, ...] = ()
    """Rows of COURSE."""
    names: Mapping[str, Text] = field(default_factory=dict)
    """What kinds of interventions are called."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds, in order."""
        return tuple(dict.fromkeys(row["soort"] for row in self.results))

    def newest(self, kind: str, *reasons: str) -> Row:
        """The newest year of which the first of these is told (`effect_reason` and the like), else the second.

        When none is, the newest year, which says why.
        """
        mine = [row for row in self.results if row["soort"] == kind]
        told = ([row for row in mine if row[reason] == Reason.GIVEN] for reason in reasons)
        return next((rows for rows in told if rows), mine)[-1]

    def quarters(self, kind: str) -> list[Row]:
        """The quarters of the course of a kind; none where no effect was estimated."""
        return [row for row in self.course if row["soort"] == kind]


def read_evaluations(folder: Path, names: Mapping[str, Text]) -> Evaluations:
    """Out of a release folder; nothing in releases of before there were such estimates."""
    if not (folder / RESULTS).exists():
        return Evaluations()
    results, course = (pq.ParquetFile(folder / path).read().to_pylist() for path in (RESULTS, COURSE))
    order = sorted(results, key=lambda row: (row["soort"], row["period"]))
    return Evaluations(tuple(order), tuple(sorted(course, key=lambda row: (row["soort"], row["period"]))), names)
