"""Reading many delivered messages, against a bare `lxml.etree.iterparse` over the same bytes, which keeps nothing.

Run: python -m bench.messages [MEGABYTES] (default 50; 1000 for the size of a large region). The messages of a synthetic
municipality are repeated in zips of the size of a quarter's delivery. Each zip is read as a delivery of its own, as the
pipeline does, so memory does not grow with the whole. Each reader runs in a process of its own, one after the other,
and both unpack; we also decide what a message is, hold it against its layout and make typed tables.
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

import pyarrow.compute as pc
from lxml import etree

from graadmeter.deliver.reader import read_files
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
        ours, bare = _alone(_graadmeter, zips), _alone(_iterparse, zips)
    if ours.messages != bare.messages:
        raise SystemExit(f"not the same work: {ours.messages} and {bare.messages} messages")
    print(f"{ours.messages} messages in {len(zips)} zips, {size / _MB:.0f} MB unpacked, {ours.found} rows")
    for name, one in (("graadmeter", ours), ("lxml iterparse", bare)):
        speed = size / one.seconds / _MB
        print(f"{name:<16}{one.seconds:8.2f} CPU s {speed:8.1f} MB/s   peak {one.peak / _MB:6.0f} MB")
    print(f"ratio           {ours.seconds / bare.seconds:8.2f}   (goal: at most 2)")


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


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB


if __name__ == "__main__":
    main()
