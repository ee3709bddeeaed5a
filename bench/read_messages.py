"""Reading delivered messages, against the ordinary way: zipfile, one lxml tree per message, `findtext` per field.

Run: python -m bench.read_messages. Both read the same zips of the synthetic region in turn; the best of three counts.
"""

import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
from lxml import etree

from graadmeter.catalogue.layouts import layouts
from graadmeter.deliver.reader import read_files
from graadmeter.domain.layouts import Layout
from graadmeter.synth import write_region

_ROUNDS = 3


def main() -> None:
    """Prints CPU seconds, microseconds per message and the ratio."""
    with TemporaryDirectory() as folder:
        summary = write_region(
            Path(folder),
            seed=1,
            municipalities=["GM0141"],
            first="2024KW04",
            last="2025KW04",
            claims_quarters=2,
            defects=False,
        )
        zips = sorted(Path(folder).glob("inbox/*/berichten.zip"))
        ours, theirs = [], []
        for _ in range(_ROUNDS):
            ours.append(_seconds(lambda: _rows(read_files(zips).tables)))
            theirs.append(_seconds(lambda: _rows(_ordinary(zips))))
    rows, best = min(ours)
    rows_there, best_there = min(theirs)
    if rows != rows_there:
        raise SystemExit(f"not the same work: {rows} and {rows_there} rows")
    print(f"{summary.messages} messages, {summary.claim_lines} claim lines, {rows} rows")
    print(f"graadmeter          {best:7.2f} CPU s  {best / summary.messages * 1e6:6.1f} us a message")
    print(f"zipfile + findtext  {best_there:7.2f} CPU s  {best_there / summary.messages * 1e6:6.1f} us a message")
    print(f"ratio               {best / best_there:7.2f}")


def _seconds(work: Callable[[], int]) -> tuple[int, float]:
    start = time.process_time()
    rows = work()
    return rows, time.process_time() - start


def _rows(tables: Mapping[str, pa.Table]) -> int:
    return sum(table.num_rows for table in tables.values())


def _ordinary(zips: list[Path]) -> dict[str, pa.Table]:
    rows: dict[str, list[dict[str, str | None]]] = {layout.table: [] for layout in layouts().values()}
    for path in zips:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                root = etree.fromstring(archive.read(name))
                number = etree.QName(root).namespace.rsplit("/", 2)[-2][-3:]
                for layout in layouts().values():
                    if number in layout.messages:
                        rows[layout.table] += _records(root, layout)
    return {name: pa.Table.from_pylist(found) for name, found in rows.items()}


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


if __name__ == "__main__":
    main()
