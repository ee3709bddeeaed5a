"""What protection hands over: cells that may leave the region, the report of the audit, and why figures are hidden."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from graadmeter.protect.arrays import Bools


@dataclass(frozen=True, slots=True)
class ProtectedRelease:
    """What may leave the region, and the proof that it may."""

    cells: pa.Table
    """PUBLISHED, in the order of the measured cells; a release leaves hidden providers out (`figures.listed`)."""
    audit: Mapping[str, object]
    """The audit report as JSON values."""
    reasons: pa.Table
    """Key columns and why each figure is hidden; stays inside the region."""


def together(counts: pa.Table, figures: pa.Table, apart: Bools) -> pa.Table:
    """The rows of two tables of the same shape in the order in which they were parted: `apart` marks the second."""
    if not apart.any():
        return counts
    place = np.empty(len(apart), dtype=np.int64)
    place[~apart] = np.arange(counts.num_rows)
    place[apart] = counts.num_rows + np.arange(figures.num_rows)
    return pa.concat_tables([counts, figures.cast(counts.schema)]).take(pa.array(place)).combine_chunks()
