"""What a release did not show, kept in `hidden/<edition>/`: later releases must not tell what these counts were.

As secret as the counts themselves: readable by the owner only, and never in a release. Written before its release, so
that no release can be without.
"""

import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import KEY_COLUMNS
from graadmeter.domain.errors import ReleaseError
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.protect.matching import Matcher
from graadmeter.release.formats import parquet_bytes, parquet_table
from graadmeter.release.publish import publish

_FILE = "cells.parquet"
_NOT_SHOWN = [status.value for status in (CellStatus.SUPPRESSED, CellStatus.MERGED, CellStatus.CARRIED)]


def hidden_cells(measured: pa.Table, cells: pa.Table) -> pa.Table:
    """The rows of MEASURED of which PUBLISHED `cells` do not show this value: key columns and `value`."""
    shown = cells.filter(pc.invert(pc.is_in(cells["status"].cast(pa.string()), pa.array(_NOT_SHOWN))))
    unseen = pa.array(Matcher(shown).places(measured) < 0)
    return measured.select([*KEY_COLUMNS, "value"]).filter(pc.and_(unseen, pc.is_valid(measured["value"])))


def keep_hidden(folder: Path, edition: str, measured: pa.Table, cells: pa.Table) -> Path:
    """The folder with what this edition hides, written in one step; one that a crashed run left is replaced."""
    if (folder / edition).exists():
        shutil.rmtree(folder / edition)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return publish(folder, edition, {_FILE: parquet_bytes(hidden_cells(measured, cells))}, private=True)


def read_hidden(folder: Path, edition: str) -> pa.Table | None:
    """What this edition hid; None for one of before this was kept. Raises ReleaseError when it cannot be read."""
    path = folder / edition / _FILE
    if not path.is_file():
        return None
    try:
        return parquet_table(path.read_bytes())
    except pa.ArrowInvalid as error:
        raise ReleaseError(
            Text(
                f"Wat uitgave {edition} niet liet zien ({path}) is beschadigd. Zet het terug uit een back-up.",
                f"What release {edition} did not show ({path}) is damaged. Restore it from a backup.",
            )
        ) from error
