"""The reference data of a workspace: one folder per source, with the untouched bytes, a manifest and tidy tables.

`<kind>-<name>-<8 hex>` holds `received/`, `manifest.json` and one Parquet file per table. A folder appears whole or not
at all; the same bytes added again are the same folder, and nothing is written.
"""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import urlsplit

import pyarrow as pa
import pyarrow.parquet as pq

from graadmeter.deliver.content import FileContent
from graadmeter.deliver.reference.entries import MANIFEST, Entry, entries, municipalities
from graadmeter.deliver.reference.kinds import Item, with_key_figures, years_in
from graadmeter.deliver.reference.loaded import Loaded
from graadmeter.deliver.reference.recognise import recognise
from graadmeter.deliver.reference.statline import fetch_statline
from graadmeter.deliver.safe_write import FOLDER_MODE, disk_errors, sync_folder, sync_tree, write_file
from graadmeter.deliver.shown_name import shown_name
from graadmeter.domain import reference
from graadmeter.domain.findings import Finding
from graadmeter.domain.tables import Table

_SHAPES = {shape.names: shape for shape in vars(reference).values() if isinstance(shape, Table)}


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one source."""

    entry: Entry
    is_new: bool
    findings: tuple[Finding, ...]


def add(root: Path, path: Path, *, now: datetime, vintages: Sequence[int] = ()) -> Added:
    """Takes a file or StatLine folder into the library at `root`; `vintages` go before the years in its name.

    Raises DeliveryRefusedError when it is not recognised or cannot be used, WorkspaceError when the disk refuses.
    """
    kind = recognise(path)
    item = Item(path, tuple(vintages) or years_in(path.name), lambda: municipalities(root))

    def fill(received: Path) -> Sequence[Loaded]:
        for source in sorted(path.iterdir()) if path.is_dir() else [path]:
            if source.is_file():
                write_file(received / source.name, FileContent(source, "").pieces())
        return kind.load(item)

    shown = shown_name(path.name, 1)
    return _put(root, _Source(kind.name, shown, shown), fill, now)


def add_statline(root: Path, base: str, *, now: datetime) -> Added:
    """The same for a StatLine table on a server; `base` is the address of the table. Every page is kept."""
    name = urlsplit(base).path.rstrip("/").rpartition("/")[2] or "tabel"
    return _put(
        root, _Source("statline", base, name), lambda received: with_key_figures(fetch_statline(base, received)), now
    )


Fill = Callable[[Path], Sequence[Loaded]]
"""Puts the untouched files in a folder and reads them."""


@dataclass(frozen=True, slots=True)
class _Source:
    kind: str
    source: str
    """As the manifest shows it."""
    name: str
    """As the folder is called."""


def _put(root: Path, source: _Source, fill: Fill, now: datetime) -> Added:
    with disk_errors(), _staged(root) as staged:
        received = staged / "received"
        received.mkdir(mode=FOLDER_MODE)
        loaded = fill(received)
        tables = {_SHAPES[tuple(one.table.column_names)].name: one.table for one in loaded}
        findings = tuple(finding for one in loaded for finding in one.findings)
        entry = _entry(source, received, tables, findings, now)
        known = next((one for one in entries(root) if one.id == entry.id), None)
        if known is not None:
            return Added(known, is_new=False, findings=findings)
        for name, rows in sorted(tables.items()):
            pq.write_table(rows, staged / f"{name}.parquet", compression="zstd")
        manifest = json.dumps(asdict(entry), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        write_file(staged / MANIFEST, iter([manifest.encode()]))
        sync_tree(staged)
        staged.rename(root / entry.id)
        sync_folder(root)
    return Added(entry, is_new=True, findings=findings)


def _entry(
    source: _Source, received: Path, tables: dict[str, pa.Table], findings: Sequence[Finding], now: datetime
) -> Entry:
    digest, size = _hashed(received, tables)
    return Entry(
        id=f"{source.kind}-{_plain(source.name)}-{digest[:8]}",
        kind=source.kind,
        source=source.source,
        vintage=_years(tables),
        sha256=digest,
        bytes=size,
        added_at=now.isoformat(timespec="seconds"),
        tables={name: rows.num_rows for name, rows in sorted(tables.items())},
        findings=sorted({finding.code for finding in findings}),
    )


@contextmanager
def _staged(root: Path) -> Iterator[Path]:
    """A hidden folder that is gone afterwards, unless it was given its name; so is what a crash left behind."""
    root.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    for left in root.glob(".adding-*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = Path(mkdtemp(prefix=".adding-", dir=root))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _hashed(received: Path, tables: dict[str, pa.Table]) -> tuple[str, int]:
    """SHA-256 over the received files and the years they were read as, and their size in bytes."""
    digest, size = sha256(), 0
    for path in sorted(received.iterdir()):
        content = sha256()
        for piece in FileContent(path, "").pieces():
            content.update(piece)
        digest.update(f"{path.name}\0{content.hexdigest()}\n".encode())
        size += path.stat().st_size
    digest.update(str(_years(tables)).encode())
    return digest.hexdigest(), size


def _years(tables: dict[str, pa.Table]) -> list[int]:
    found = {
        year
        for rows in tables.values()
        if "vintage" in rows.column_names
        for year in rows["vintage"].unique().to_pylist()
    }
    return sorted(found - {None})


def _plain(name: str) -> str:
    stem = name.rpartition(".")[0] or name
    return "".join(char if char.isascii() and (char.isalnum() or char in "_-") else "-" for char in stem)[:60]
