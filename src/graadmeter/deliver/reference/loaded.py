"""What a reference reader returns, and the one place where a refusal or a damaged table becomes an error."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from graadmeter.deliver.finding_log import FindingLog
from graadmeter.deliver.limits import DEFAULT_LIMITS
from graadmeter.deliver.notice import Notice, RefusedError, Where
from graadmeter.deliver.notices.any_file import EMPTY, TOO_LARGE, UNREADABLE
from graadmeter.deliver.reference.notices import SHAPE
from graadmeter.deliver.shown_name import shown_name
from graadmeter.domain.errors import DeliveryRefusedError
from graadmeter.domain.findings import Finding
from graadmeter.domain.tables import Table
from graadmeter.domain.text import Text
from graadmeter.engine.arrow import schema_of, shaped

_MB = 1_000_000
_COLUMN = (list, tuple, pa.Array, pa.ChunkedArray)


@dataclass(frozen=True, slots=True)
class Loaded:
    """One reference table and what must be said about it."""

    table: pa.Table
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class Opened:
    """A reference source that is being read: its name in tables and messages, and the findings so far."""

    name: str
    log: FindingLog = field(default_factory=lambda: FindingLog(DEFAULT_LIMITS.findings))

    def say(self, notice: Notice, **values: object) -> None:
        """One more finding about this source as a whole."""
        self.log.add(notice, Where(self.name), **values)

    def loaded(self, shape: Table, columns: Mapping[str, object]) -> Loaded:
        """The finished table of `shape`; a column given as one text or number holds for every row."""
        return Loaded(table_of(shape, {"bron": self.name, **columns}), self.log.findings())


@contextmanager
def opening(path: Path | str) -> Iterator[Opened]:
    """A source to read; raises DeliveryRefusedError for every reason why it cannot be used as a whole."""
    opened = Opened(shown_name(path.name, 1) if isinstance(path, Path) else path)
    try:
        yield opened
    except RefusedError as error:
        raise refused(error.notice, opened.name, error.values) from error
    except pa.ArrowException as error:
        raise refused(SHAPE, opened.name, {"what": "-"}) from error
    except OSError as error:
        raise refused(UNREADABLE, opened.name, {}) from error


def refused(notice: Notice, name: str, values: Mapping[str, object]) -> DeliveryRefusedError:
    """The error for a source that cannot be used, with the name of the source before the words of the notice."""
    text = notice.finding(Where(name), values).message
    return DeliveryRefusedError(Text(f"{name}: {text.nl}", f"{name}: {text.en}"))


def read_bytes(path: Path, limit: int = DEFAULT_LIMITS.whole_bytes) -> bytes:
    """The bytes of a file; raises RefusedError when it is empty or larger than `limit`."""
    size = path.stat().st_size
    if size > limit:
        raise RefusedError(TOO_LARGE, megabytes=-(-size // _MB), limit=limit // _MB)
    data = path.read_bytes()
    if not data:
        raise RefusedError(EMPTY)
    return data


def table_of(shape: Table, columns: Mapping[str, object]) -> pa.Table:
    """A table of `shape` from columns (sequences or Arrow arrays) and constants (text, number, None)."""
    length = max((len(value) for value in columns.values() if isinstance(value, _COLUMN)), default=0)
    schema = schema_of(shape)
    arrays = {name: _array(columns[name], schema.field(name).type, length) for name in shape.names}
    return shaped(pa.table(arrays), shape)


def empty(shape: Table) -> pa.Table:
    """A table of `shape` without rows."""
    return schema_of(shape).empty_table()


def rows_of(shape: Table, rows: Sequence[Sequence[object]], skip: int = 1) -> dict[str, object]:
    """Rows in the order of `shape` (after its first `skip` columns) as columns; right for no rows too."""
    names = shape.names[skip:]
    return {name: [row[at] for row in rows] for at, name in enumerate(names)}


def _array(value: object, kind: pa.DataType, length: int) -> pa.Array | pa.ChunkedArray:
    if not isinstance(value, _COLUMN):
        return pa.repeat(pa.scalar(value, kind), length)
    return value if isinstance(value, pa.Array | pa.ChunkedArray) else pa.array(value, kind)
