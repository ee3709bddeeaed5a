"""What the library of reference data holds: one entry per source, as its manifest says."""

import json
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from graadmeter.deliver.reference.loaded import empty
from graadmeter.domain import reference
from graadmeter.domain.tables import Table

REFERENCE = "reference"
"""Folder of the library in a workspace."""
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One source in the library, as its manifest says."""

    id: str
    kind: str
    source: str
    """Name of the file or folder, or the address it was fetched from."""
    vintage: list[int]
    """Years of area borders and figures in it, sorted; empty when it tells none."""
    sha256: str
    """Over names and hashes of the files."""
    bytes: int
    added_at: str
    """ISO 8601, UTC."""
    tables: dict[str, int]
    """Rows per tidy table."""
    findings: list[str]
    """Codes of what was found, sorted."""


def entries(root: Path) -> list[Entry]:
    """Everything in the library, by id."""
    found = sorted(root.glob(f"[!.]*/{MANIFEST}"))
    return [Entry(**json.loads(path.read_text(encoding="utf-8"))) for path in found]


def table(root: Path, entry: Entry, shape: Table) -> pa.Table:
    """One tidy table of a source; empty when it gives none of that shape."""
    path = root / entry.id / f"{shape.name}.parquet"
    return pq.ParquetFile(path).read() if path.is_file() else empty(shape)


def municipalities(root: Path) -> pa.Table:
    """The lists of municipalities in the library, as one `AREAS` table."""
    found = [table(root, entry, reference.AREAS) for entry in entries(root) if entry.kind == "gemeenten"]
    return pa.concat_tables(found) if found else empty(reference.AREAS)


def municipality_of_postcode(root: Path) -> dict[str, str]:
    """The GM code by the four digits of a postcode, of the newest list that knows it; empty when none was added."""
    lists = [table(root, entry, reference.AREAS) for entry in entries(root) if reference.AREAS.name in entry.tables]
    rows = [row for one in lists for row in one.filter(pc.equal(one["niveau"], "pc4")).to_pylist() if row["ouder"]]
    ordered = sorted(rows, key=lambda row: (row["vintage"], row["bron"], row["code"]))
    return {row["code"]: row["ouder"] for row in ordered}
