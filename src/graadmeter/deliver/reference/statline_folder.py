"""A StatLine table saved in a folder: one file per part and page, as JSON, CSV or Parquet.

Names: `TypedDataSet.json`, `Observations.2.json` (second page), `cbs.v3.84799NED_Perioden.parquet`, `data.csv`,
`measure-codes.json`, `codes-RegioS.json`, `observations-page-1.json`.
"""

import re
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from graadmeter.deliver.limits import DEFAULT_LIMITS
from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.notices.any_file import TOO_LARGE
from graadmeter.deliver.reference.csv_columns import read_columns
from graadmeter.deliver.reference.json_text import read_json
from graadmeter.deliver.reference.loaded import read_bytes
from graadmeter.deliver.reference.notices import ABSENT, SHAPE
from graadmeter.deliver.reference.statline_parts import next_link, page_rows, table_of_rows

_PREFIX = re.compile(r"^\w+\.v[34]\.[^_]+_")
_PAGE = re.compile(r"^(.*?)(?:-page|-first)?[.-]([0-9]{1,6})$")
_ALIASES = {"data": "typeddataset", "metadata": "tableinfos", "properties": "tableinfos"}
_SUFFIXES = {".json", ".csv", ".parquet"}
_MOST_BYTES = 2_000_000_000
_MB = 1_000_000


class FolderParts:
    """The parts found in one folder."""

    def __init__(self, folder: Path) -> None:
        """Raises RefusedError when the folder holds no part."""
        self._files: dict[str, dict[int, Path]] = {}
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in _SUFFIXES:
                name, page = part_of(path.name)
                self._files.setdefault(name, {})[page] = path
        if not self._files:
            raise RefusedError(ABSENT, part="DataProperties")

    def has(self, name: str) -> bool:
        """Whether a file holds this part."""
        return _plain(name) in self._files

    def table(self, name: str) -> pa.Table:
        """All pages in order; raises RefusedError when the last page points to one that was not saved."""
        pages = sorted(self._files.get(_plain(name), {}).items())
        if not pages:
            raise RefusedError(ABSENT, part=name)
        tables = [_page(path, last=path == pages[-1][1]) for _, path in pages]
        try:
            return pa.concat_tables(tables, promote_options="default")
        except pa.ArrowInvalid as error:
            raise RefusedError(SHAPE, what=name) from error


def part_of(file: str) -> tuple[str, int]:
    """The part a file holds, and which page of it."""
    stem = _PREFIX.sub("", file.rpartition(".")[0])
    found = _PAGE.match(stem)
    name, page = (found[1], int(found[2])) if found else (stem.partition(".")[0], 1)
    if name.startswith("codes-"):
        name = f"{name.removeprefix('codes-')}Codes"
    return _plain(name), page


def _plain(name: str) -> str:
    plain = name.replace("-", "").casefold()
    return _ALIASES.get(plain, plain)


def _page(path: Path, *, last: bool) -> pa.Table:
    if path.suffix.lower() == ".parquet":
        return _parquet(path)
    if path.suffix.lower() == ".csv":
        if path.stat().st_size <= len('""\r\n'):
            return pa.table({})
        columns = read_columns(path)
        return pa.table({name: pa.array(columns.text(name), pa.string()) for name in columns.names})
    content = read_json(path)
    if last and next_link(content):
        raise RefusedError(ABSENT, part=f"{path.stem}.2")
    return table_of_rows(page_rows(content))


def _parquet(path: Path) -> pa.Table:
    data = read_bytes(path)
    try:
        file = pq.ParquetFile(pa.BufferReader(data))
        groups = (file.metadata.row_group(number).total_byte_size for number in range(file.metadata.num_row_groups))
        if sum(groups) > _MOST_BYTES:
            raise RefusedError(TOO_LARGE, megabytes=_MOST_BYTES // _MB, limit=DEFAULT_LIMITS.whole_bytes // _MB)
        table = file.read()
    except (pa.ArrowException, OSError, ValueError) as error:
        raise RefusedError(SHAPE, what="Parquet") from error
    if len(set(table.column_names)) != table.num_columns:
        raise RefusedError(SHAPE, what="Parquet")
    return table
