"""Reading many delivered messages, against lxml over the same bytes in two ways.

Run: python -m bench.messages [MEGABYTES] (default 50; 1000 for the size of a large region). The messages of a synthetic
municipality are repeated in zips of the size of a quarter's delivery. Each zip is read as a delivery of its own, as the
pipeline does, so memory does not grow with the whole. Each reader runs in a process of its own, one after the other,
and all unpack. `iterparse` is bare and keeps nothing; `findtext` is the ordinary way: a tree per message and a look-up
per field, with the same rows as the outcome. We also decide what a message is, hold it against its layout and type it.
"""

import io
import resource
import sys
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, TypeVar

import pyarrow as pa
import pyarrow.compute as pc
from lxml import etree

from graadmeter.catalogue.layouts import layouts
from graadmeter.deliver.reader import read_files
from graadmeter.domain.layouts import Layout
from graadmeter.synth import write_region

_DEFAULT, _PER_ZIP = 50, 25_000_000
_MB = 1_000_000
_KIB = 1024
_ONE_EACH = (
    "toewijzing", "start", "stop", "verzoek", "wijzigingsverzoek", "antwoord", "declaratie", "retour",
    "declaratieantwoord",
)  # fmt: skip
"""Tables that together have rows of every message."""

Done = TypeVar("Done")


class Measured(NamedTuple):
    """What one reader took."""

    seconds: float
    """CPU."""
    messages: int
    found: int
    """Rows, or elements."""
    peak: int
    """Bytes of memory at most, the interpreter and libraries included."""


def main() -> None:
    """Prints CPU seconds, the ratio and peak memory."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else _DEFAULT
    with TemporaryDirectory() as folder:
        size = _alone(_make, Path(folder), wanted * _MB)
        zips = sorted(Path(folder).glob("*.zip"))
        ours, bare, ordinary = (_alone(read, zips) for read in (_graadmeter, _iterparse, _findtext))
    if not ours.messages == bare.messages == ordinary.messages or ours.found != ordinary.found:
        raise SystemExit(f"not the same work: {ours}, {bare}, {ordinary}")
    print(f"{ours.messages} messages in {len(zips)} zips, {size / _MB:.0f} MB unpacked, {ours.found} rows")
    for name, one in (("graadmeter", ours), ("lxml iterparse", bare), ("lxml findtext", ordinary)):
        cost = f"{one.seconds:8.2f} CPU s {size / one.seconds / _MB:8.1f} MB/s   peak {one.peak / _MB:6.0f} MB"
        print(f"{name:<16}{cost}   ours / this {ours.seconds / one.seconds:5.2f}")
    print("goal: at most 2 times iterparse")


def _make(folder: Path, wanted: int) -> int:
    """Writes zips with at least so many bytes of messages; returns how many it became."""
    with TemporaryDirectory() as region:
        town: dict[str, Any] = {"seed": 1, "municipalities": ["GM0141"], "first": "2024KW04", "claims_quarters": 2}
        write_region(Path(region), **town, fraction=0.5, defects=False)
        messages = [
            (name, archive.read(name))
            for path in sorted(Path(region).glob("inbox/*/berichten.zip"))
            for archive in [zipfile.ZipFile(path)]
            for name in archive.namelist()
        ]
    total = number = 0
    while total < wanted:
        number += 1
        with zipfile.ZipFile(folder / f"{number:04d}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            written = 0
            while written < min(_PER_ZIP, wanted - total):
                at = len(archive.filelist)
                name, content = messages[at % len(messages)]
                archive.writestr(f"{at:06d}_{name}", content)
                written += len(content)
        total += written
    return total


def _alone(work: Callable[..., Done], *arguments: object) -> Done:
    """What the work gives, done in a process of its own: peak memory is counted per process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(work, *arguments).result()


def _graadmeter(zips: list[Path]) -> Measured:
    start, messages, rows = time.process_time(), 0, 0
    for path in zips:
        raw = read_files([path])
        rows += sum(table.num_rows for table in raw.tables.values())
        messages += sum(pc.count_distinct(raw.tables[name]["bestand"]).as_py() for name in _ONE_EACH)
    return Measured(time.process_time() - start, messages, rows, _peak())


def _iterparse(zips: list[Path]) -> Measured:
    start, messages, elements = time.process_time(), 0, 0
    for path in zips:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                messages += 1
                for _, element in etree.iterparse(io.BytesIO(archive.read(name))):
                    elements += 1
                    element.clear()
    return Measured(time.process_time() - start, messages, elements, _peak())


def _findtext(zips: list[Path]) -> Measured:
    start, messages, found = time.process_time(), 0, 0
    for path in zips:
        rows: dict[str, list[dict[str, str | None]]] = {layout.table: [] for layout in layouts().values()}
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                messages += 1
                root = etree.fromstring(archive.read(name))
                number = etree.QName(root).namespace.rsplit("/", 2)[-2][-3:]
                for layout in layouts().values():
                    if number in layout.messages:
                        rows[layout.table] += _records(root, layout)
        found += sum(pa.Table.from_pylist(table).num_rows for table in rows.values())
    return Measured(time.process_time() - start, messages, found, _peak())


def _records(root: etree._Element, layout: Layout) -> list[dict[str, str | None]]:
    found = []
    for record in (one for path in layout.records for one in root.iterfind(_path(path))):
        client = next(record.iterancestors("{*}Client"), root)
        row = {}
        for field in layout.fields:
            if field.path[0] in "-@#":
                row[field.name] = root.findtext(_path("Header/Afzender"))
            elif field.path[0] == "/":
                row[field.name] = root.findtext(_path(field.path[1:]))
            elif field.path[0] == "^":
                row[field.name] = client.findtext(_path(field.path[1:]))
            else:
                row[field.name] = record.findtext(_path(field.path))
        found.append(row)
    return found


def _path(path: str) -> str:
    return "/".join(f"{{*}}{name}" for name in path.removesuffix("*").split("/"))


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB


if __name__ == "__main__":
    main()
