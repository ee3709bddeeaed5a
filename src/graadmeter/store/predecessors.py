"""`voorgangers.csv` of a workspace: from which areas its areas were formed, and since when; read strictly."""

import re
from collections.abc import Sequence
from pathlib import Path

from graadmeter.domain.areas import Area
from graadmeter.domain.errors import UnknownNameError
from graadmeter.domain.predecessors import Predecessor
from graadmeter.domain.text import Text
from graadmeter.store.csv_tables import rows_in

PREDECESSORS = "voorgangers.csv"
PREDECESSOR_COLUMNS = ("gebied", "vanaf", "voorganger", "voorganger_code")


def predecessor_files(root: Path) -> list[Path]:
    """The file, when the region has one."""
    return [path for path in (root / PREDECESSORS,) if path.exists()]


def read_predecessors(root: Path, areas: Sequence[Area]) -> tuple[Predecessor, ...]:
    """The earlier areas in order of area, year and name, none without a file; `areas` are those of the region.

    Raises WorkspaceError that names the line that is wrong, UnknownNameError for an area the region does not have.
    """
    found = [row for path in predecessor_files(root) for row in rows_in(path, PREDECESSOR_COLUMNS, _row)]
    known = sorted({area.code for area in areas})
    for one in found:
        if one.area not in known:
            raise UnknownNameError(Text(f"{PREDECESSORS}: gebied", f"{PREDECESSORS}: area"), one.area, known)
    return tuple(sorted(found, key=lambda one: (one.area, one.since, one.name)))


def _row(row: dict[str, str]) -> Predecessor:
    if not row["voorganger"].strip():
        raise ValueError("'' (voorganger)")
    if not re.fullmatch(r"(19|20)\d{2}", row["vanaf"]):
        raise ValueError(f"'{row['vanaf']}' (vanaf)")
    return Predecessor(row["gebied"], row["voorganger"].strip(), int(row["vanaf"]), row["voorganger_code"].strip())
