"""The same young people under the rules of others, as the release shows them: read once, looked up per area."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from graadmeter.domain.comparison import Reason
from graadmeter.domain.status import CellStatus

FILE = "open/rules.parquet"
BESIDE = "open/rule_comparison.parquet"
STEPS_FILE, BESIDE_FILE = "data/telregels.csv", "data/telregels-naast-anderen.csv"
FILES = {STEPS_FILE: "open/rules.csv", BESIDE_FILE: "open/rule_comparison.csv"}
"""Path on the site -> path in the release, of what can be downloaded; releases of before have neither."""
Row = Mapping[str, Any]


@dataclass(frozen=True)
class ByRule:
    """Figures and steps of the last year that the release tells."""

    year: int = 0
    indicator: str = ""
    since: str = ""
    """The edition in which the year was first published."""
    rows: Mapping[tuple[str, str, int, str], Row] = field(default_factory=dict)
    """(area, rule, place, part) -> a row of RULES."""
    beside: tuple[Row, ...] = ()
    """Rows of RULE_COMPARISON of every year."""

    @property
    def ends(self) -> tuple[str, ...]:
        """The rules to which the steps lead."""
        return tuple(dict.fromkeys(end for _, end, _, _ in self.rows))

    def compared(self, area: str, rule: str) -> Row | None:
        """The figure of an area by a rule beside that of the nation: of the last year in which there is one.

        Where there is none, the last year, which says why; None when the figure itself is not shown.
        """
        mine = [row for row in self.beside if (row["area"], row["rule"]) == (area, rule)]
        given = [row for row in mine if row["nation_status"] == Reason.GIVEN]
        return max(given or mine, key=lambda row: int(row["year"]), default=None)

    def places(self, area: str, end: str) -> list[Mapping[str, Row]]:
        """From the first rule to another: per place what there is of it, by part."""
        found: dict[int, dict[str, Row]] = {}
        for (where, to, place, part), row in self.rows.items():
            if (where, to) == (area, end):
                found.setdefault(place, {})[part] = row
        return [found[place] for place in sorted(found)]


def read_by_rule(folder: Path) -> ByRule:
    """Out of a release folder; nothing in releases of before there were such figures."""
    if not (folder / FILE).exists():
        return ByRule()
    rows = pq.ParquetFile(folder / FILE).read().to_pylist()
    year = max((row["year"] for row in rows), default=0)
    mine = [row for row in rows if row["year"] == year]
    if not any(CellStatus(row["status"]).has_value for row in mine):
        return ByRule()
    keys = {(row["area"], row["end"], row["place"], row["part"]): row for row in mine}
    beside = pq.ParquetFile(folder / BESIDE).read().to_pylist() if (folder / BESIDE).exists() else []
    return ByRule(year, mine[0]["indicator"], mine[0]["since"], keys, tuple(beside))
