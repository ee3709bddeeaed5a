"""The holdings of a workspace: `concerns.csv` says which providers have one owner, and from when to when."""

import re
from datetime import date
from pathlib import Path

from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.holdings import Ownership
from graadmeter.domain.text import Text
from graadmeter.store.csv_tables import rows_in

CONCERNS = "concerns.csv"
CONCERN_COLUMNS = ("agb", "concern", "geldig_van", "geldig_tot")


def concern_files(root: Path) -> list[Path]:
    """The file, when the region has one."""
    return [path for path in (root / CONCERNS,) if path.exists()]


def read_concerns(root: Path) -> tuple[Ownership, ...]:
    """Which provider belongs to which holding, none without a file; raises WorkspaceError that names the wrong line.

    A provider belongs to one holding at a time.
    """
    found = tuple(one for path in concern_files(root) for one in rows_in(path, CONCERN_COLUMNS, _ownership))
    for line, one in enumerate(found, 2):
        for other in found[: line - 2]:
            if one.provider == other.provider and _overlap(one, other):
                raise WorkspaceError(
                    Text(
                        f"{CONCERNS}, regel {line}: {one.provider} hoort in dezelfde tijd al bij {other.holding}.",
                        f"{CONCERNS}, line {line}: {one.provider} belongs to {other.holding} in the same time.",
                    )
                )
    return found


def _ownership(row: dict[str, str]) -> Ownership:
    if not re.fullmatch(r"\d{8}", row["agb"]):
        raise ValueError(f"'{row['agb']}' (agb)")
    if not row["concern"].strip():
        raise ValueError("'' (concern)")
    until = date.fromisoformat(row["geldig_tot"]) if row["geldig_tot"] else None
    return Ownership(row["agb"], row["concern"].strip(), date.fromisoformat(row["geldig_van"]), until)


def _overlap(one: Ownership, other: Ownership) -> bool:
    return one.valid_from <= (other.valid_until or date.max) and other.valid_from <= (one.valid_until or date.max)
