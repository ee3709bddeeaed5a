"""An earlier release as protection sees it: its name and the cells it showed the world."""

from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Earlier:
    """What everybody could read in one release; nothing in it can be taken back."""

    edition: str
    cells: pa.Table
    """PUBLISHED."""
