"""The ledger: what earlier releases showed of each row of a table of measured cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from graadmeter.domain.status import CellStatus
from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.matching import Matcher

Words = NDArray[np.object_]


@dataclass(frozen=True)
class Ledger:
    """Arrays have one element per measured row, but for the `entry_` ones: one per figure that was ever shown."""

    editions: tuple[str, ...]
    """The earlier releases, oldest first."""
    seen: Bools
    """Counted in some earlier release, whether it was shown or hidden there."""
    newest: Words
    """Status in the newest of them, '' where that has no such row."""
    latest: Floats
    """Value in the newest of them, nan where it shows none."""
    entry_row: Ints
    entry_value: Floats
    entry_edition: Ints
    """Place in `editions` of the first release that showed this value, in ascending order."""
    void: Ints
    """Place in `editions` of the first release that showed no value because there is nothing to divide by; -1: none."""

    @property
    def shown(self) -> Bools:
        """The rows that some earlier release showed a value of."""
        shown = np.zeros(len(self.seen), dtype=np.bool_)
        shown[self.entry_row] = True
        return shown

    def of_rows(self, chosen: Bools) -> Self:
        """The ledger of some of the rows, in their order."""
        number = np.cumsum(chosen) - 1
        entry = chosen[self.entry_row]
        return type(self)(
            self.editions,
            self.seen[chosen],
            self.newest[chosen],
            self.latest[chosen],
            number[self.entry_row[entry]],
            self.entry_value[entry],
            self.entry_edition[entry],
            self.void[chosen],
        )


def ledger_of(measured: pa.Table, earlier: Sequence[Earlier]) -> Ledger:
    """What `earlier` releases (oldest first) showed of the rows of `measured`; rows are the same by their key."""
    size = measured.num_rows
    matcher = Matcher(measured)
    seen = np.zeros(size, dtype=np.bool_)
    last, latest = np.full(size, np.nan), np.full(size, np.nan)
    newest: Words = np.full(size, "", dtype=object)
    void = np.full(size, -1, dtype=np.int64)
    entries: list[tuple[Ints, Floats, Ints]] = []
    for number, one in enumerate(earlier):
        place = matcher.places(one.cells)
        own = place >= 0
        place, value, status = place[own], _values(one.cells)[own], _statuses(one.cells)[own]
        given = ~np.isnan(value)
        seen[place[given | np.isin(status, [CellStatus.SUPPRESSED.value, CellStatus.MERGED.value])]] = True
        nothing = place[status == CellStatus.NOT_APPLICABLE.value]
        void[nothing] = np.where(void[nothing] < 0, number, void[nothing])
        other = given & (value != last[place])
        entries.append((place[other], value[other], np.full(int(other.sum()), number, dtype=np.int64)))
        last[place[given]] = value[given]
        if number == len(earlier) - 1:
            newest[place] = status
            latest[place] = value
    row, shown, edition = (np.concatenate(column) for column in zip(*entries, strict=True))
    return Ledger(tuple(one.edition for one in earlier), seen, newest, latest, row, shown, edition, void)


def _values(cells: pa.Table) -> Floats:
    filled = pc.fill_null(cells["value"].cast(pa.float64()), float("nan"))
    values: Floats = filled.combine_chunks().to_numpy(zero_copy_only=False)
    return values


def _statuses(cells: pa.Table) -> Words:
    column = cells["status"]
    plain = column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column
    words: Words = plain.combine_chunks().to_numpy(zero_copy_only=False).astype(object)
    return words
