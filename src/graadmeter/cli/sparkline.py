"""A row of small bars for a series of counts; the table beside it holds the counts themselves."""

from collections.abc import Sequence

_BARS = "▁▂▃▄▅▆▇█"
_NONE = "·"


def sparkline(counts: Sequence[int | None]) -> str:
    """One sign per count: a bar in proportion to the largest, a dot where there is none."""
    most = max((count for count in counts if count), default=0)
    return "".join(_NONE if count is None else _bar(count, most) for count in counts)


def _bar(count: int, most: int) -> str:
    return _BARS[min(len(_BARS) - 1, count * len(_BARS) // most)] if most else _BARS[0]
