"""What is known of one raw table while it is checked: its columns, which rows failed what, which are set aside."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.fields import Mask, as_mask
from graadmeter.check.words import flagged, spelled_table
from graadmeter.domain.checks import Check
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.layouts import Layout

Positions = npt.NDArray[np.int64]
STOPS = frozenset({Severity.STOPS_FILE, Severity.STOPS_ROW})


@dataclass(frozen=True, slots=True)
class Hit:
    """The rows one check found wrong, on one field for field checks."""

    check: Check
    column: str
    rows: Positions
    """Positions of the rows, ascending; empty when the finding is about the delivery."""
    details: tuple[str | None, ...] = ()
    """What is told beside `rows`; one entry per finding about the delivery when `rows` is empty."""
    codes: str = ""
    """The valid codes, for field checks on code lists."""

    @property
    def times(self) -> int:
        """How many things were found."""
        return len(self.rows) or len(self.details)


@dataclass(slots=True)
class Ledger:
    """The running account of one table."""

    layout: Layout
    text: dict[str, pa.Array]
    values: dict[str, pa.Array]
    """Typed columns by field; a value that failed a field check is NULL."""
    places: Mapping[str, pa.Array]
    """`bestand` and `regel` of every row."""
    stopped: Mask
    bad: dict[str, Mask] = field(default_factory=dict)
    """Per field the rows whose value failed a field check."""
    failed: dict[str, Mask] = field(default_factory=dict)
    """Per check the rows that failed it."""
    hits: list[Hit] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)
    returned: Mask = field(init=False)
    """Rows of messages that their receiver refused as a whole (see `check.refused`)."""

    def __post_init__(self) -> None:
        """Nothing was refused until a return message says so."""
        self.returned = np.zeros(len(self.stopped), dtype=bool)

    @property
    def usable(self) -> Mask:
        """Rows that others are held against."""
        return ~(self.stopped | self.returned)

    @property
    def rows(self) -> int:
        """Rows as delivered."""
        return len(self.stopped)

    def add(
        self,
        check: Check,
        rows: Positions,
        *,
        column: str = "",
        details: Iterable[str | None] = (),
        codes: str = "",
    ) -> None:
        """Books rows that failed; a check that stops rows sets them aside."""
        mask = self.failed.setdefault(check.code, np.zeros(self.rows, dtype=bool))
        mask[rows] = True
        if check.severity in STOPS:
            self.stopped[rows] = True
        self.hits.append(Hit(check, column, rows, tuple(details), codes))

    def unjudged(self, check: Check) -> Mask:
        """Rows on which `check` has no say: refused by their receiver, or a value or check it builds on failed."""
        mask = self.returned.copy()
        for name in check.fields:
            if name in self.bad:
                mask |= self.bad[name]
        for code in check.needs:
            if code in self.failed:
                mask |= self.failed[code]
        return mask

    def good(self) -> pa.Table:
        """The rows in use: `bestand`, `regel` and the typed fields."""
        table = pa.table({**self.places, **self.values})
        return spelled_table(table.filter(pa.array(~self.stopped)) if self.stopped.any() else table)

    def files_of(self, rows: Positions) -> list[str]:
        """The distinct files in which these rows stand, by name."""
        return sorted(pc.unique(self.places["bestand"].take(pa.array(rows))).to_pylist())

    def in_files(self, files: Collection[str]) -> Mask:
        """The rows that stand in one of `files`."""
        wanted = pa.array(sorted(files), pa.string())
        return as_mask(flagged(self.places["bestand"], lambda names: pc.is_in(names, value_set=wanted)))


class GoodRows(Mapping[str, pa.Table]):
    """The rows in use by raw table; those of a table are put together when it is asked for, and kept."""

    def __init__(self, ledgers: Mapping[str, Ledger]) -> None:
        self._ledgers = ledgers
        self._made: dict[str, pa.Table] = {}

    def __getitem__(self, table: str) -> pa.Table:
        """The rows of one table, typed; raises KeyError when there is no such table."""
        if table not in self._made:
            self._made[table] = self._ledgers[table].good()
        return self._made[table]

    def __iter__(self) -> Iterator[str]:
        """The names of the raw tables."""
        return iter(self._ledgers)

    def __len__(self) -> int:
        """How many raw tables there are."""
        return len(self._ledgers)


def about_files(check: Check) -> bool:
    """Whether its findings are about whole files."""
    return check.severity is Severity.STOPS_FILE or check.tier is Tier.FILE


def refused_files(ledgers: Iterable[Ledger]) -> set[str]:
    """The files that some check refused."""
    return {
        file
        for ledger in ledgers
        for hit in ledger.hits
        if hit.check.severity is Severity.STOPS_FILE
        for file in ledger.files_of(hit.rows)
    }


def set_files_aside(ledgers: Collection[Ledger]) -> None:
    """Lets what was found about a file hold for all of its rows: they need not be judged, or are not used."""
    for ledger in ledgers:
        for hit in ledger.hits:
            if about_files(hit.check):
                ledger.failed[hit.check.code] = ledger.in_files(ledger.files_of(hit.rows))
    refused = refused_files(ledgers)
    if refused:
        for ledger in ledgers:
            ledger.stopped |= ledger.in_files(refused)
