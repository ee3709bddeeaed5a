"""What somebody who reads a provider's mirror sees besides, in other parts: figures there are no secrets to him."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.joint_readers import JointReader, linked_parts
from graadmeter.domain.levels import Audience
from graadmeter.domain.mirror import SEEN_NOTHING, SERIES, Seen
from graadmeter.domain.region import Region

_PROVIDER, _UNIT = SERIES.index("aanbieder"), SERIES.index("unit")
_COUNTS = {unit.value for unit in Unit if unit.is_count}


class Beside:
    """The parts that are read together with mirrors, and what stands in these (MEASURED: nothing is hidden in them)."""

    def __init__(self, readers: Sequence[JointReader], measured: pa.Table, region: Region) -> None:
        self._readers, self._region = readers, region
        self._cells = measured.filter(pc.is_valid(measured["value"]))

    def of(self, provider: str) -> Seen:
        """What readers of this provider's mirror see besides."""
        parts = linked_parts(self._readers, provider)
        mirrors = frozenset(code for kind, code in parts if kind is Audience.PROVIDER) - {provider}
        towns = {code for kind, code in parts if kind is Audience.MUNICIPALITY}
        whole = {self._region.code} if any(kind is Audience.REGION for kind, _ in parts) else set()
        if not mirrors | towns | whole:
            return SEEN_NOTHING
        named: dict[tuple[str, ...], frozenset[str]] = {}
        counted: dict[tuple[str, ...], float] = {}
        rows = self._cells.filter(pc.is_in(self._cells["area"], pa.array(sorted(towns | whole), pa.string())))
        columns = (rows["area"].to_pylist(), rows["value"].to_pylist(), *(rows[name].to_pylist() for name in SERIES))
        for area, value, *key in zip(*columns, strict=True):
            total = (*key[:_PROVIDER], TOTAL, *key[_PROVIDER + 1 :])
            if key[_PROVIDER] != TOTAL:
                named[total] = named.get(total, frozenset()) | {key[_PROVIDER]}
            elif area in towns and key[_UNIT] in _COUNTS:
                counted[total] = counted.get(total, 0.0) + value
        return Seen(mirrors, named, counted)
