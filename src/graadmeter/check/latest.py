"""Which version of an assignment counts: the latest by date and time of assignment."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from graadmeter.check.typed import whole

_DAY = 100_000
"""More than the seconds in a day, so that a date always weighs more than a time."""

Numbers = npt.NDArray[np.int64]


def latest_versions(rows: pa.Table) -> pa.Table:
    """The row with the latest `toewijzingsdatum` and `toewijzingstijd` per `zaak`; later rows win a tie.

    `rows` needs these three columns; rows without `zaak` are left out. The order of the rows is kept.
    """
    keys: Numbers = whole(rows["zaak"]).fill_null(-1).to_numpy(zero_copy_only=False)
    order = np.lexsort((_stamps(rows), keys))
    ordered = keys[order]
    last = np.ones(len(order), dtype=bool)
    last[:-1] = ordered[1:] != ordered[:-1]
    chosen = order[last & (ordered >= 0)]
    return rows.take(pa.array(np.sort(chosen)))


def _stamps(rows: pa.Table) -> Numbers:
    days: Numbers = whole(rows["toewijzingsdatum"]).cast(pa.int32()).fill_null(0).to_numpy().astype(np.int64)
    times = whole(rows["toewijzingstijd"]).dictionary_encode()
    seconds = pa.array([_seconds(text) for text in times.dictionary.to_pylist()], pa.int64())
    stamps: Numbers = days * _DAY + seconds.take(times.indices).fill_null(0).to_numpy()
    return stamps


@lru_cache(maxsize=100_000)
def _seconds(text: str) -> int:
    """Seconds since midnight of `12:34:56`; 0 for anything else."""
    parts = text.split(":")
    if len(parts) < len(("h", "m")) or not all(part[:2].isascii() and part[:2].isdigit() for part in parts):
        return 0
    return sum(int(part[:2]) * weight for part, weight in zip(parts, (3600, 60, 1), strict=False))
