"""The audit of rounded figures: each follows from a figure that was attacked, and tells no more than it.

Other code than what rounds, and no arrays: one row after another, in exact numbers.
"""

from collections.abc import Collection, Mapping
from decimal import ROUND_HALF_UP, Decimal

import pyarrow as pa

from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.indicators import Indicator, Unit
from graadmeter.domain.policies import Policy
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.protect.audit.rows import Row, rows_of

_STEP = 5
_MOST = 5


def require_rounded(
    shown: pa.Table,
    exact: pa.Table,
    measured: pa.Table,
    indicators: Mapping[str, Indicator],
    *,
    policies: Mapping[str, Policy],
    chosen: Collection[str],
) -> None:
    """Raises DisclosureError unless `shown` is `exact`, which was attacked, with the `chosen` indicators rounded."""
    wrong = [] if shown.drop(["value"]).equals(exact.drop(["value"])) else [Text("andere rijen", "other rows")]
    before = exact["value"].to_pylist()
    for row, value in zip(rows_of(shown, measured, indicators, policies), before, strict=True):
        if (value is None) != (row.shown is None) or not _follows(row, value, rounds=row.line.indicator in chosen):
            where = f"{row.line.indicator} {row.line.unit} {row.area} {row.period}"
            wrong.append(Text(f"{where}: verkeerd afgerond", f"{where}: rounded wrongly"))
    if wrong:
        raise DisclosureError(
            Text(
                f"Er wordt niets gepubliceerd: {len(wrong)} cijfers volgen niet uit wat beschermd is. "
                + "; ".join(text.nl for text in wrong[:_MOST]),
                f"Nothing is published: {len(wrong)} figures do not follow from what was protected. "
                + "; ".join(text.en for text in wrong[:_MOST]),
            )
        )


def _follows(row: Row, exact: float | None, *, rounds: bool) -> bool:
    """Whether what a row shows is the figure itself, or where that is asked the rounded one."""
    if row.shown is None or exact is None:
        return True
    measure = row.line.measure
    plain = not measure.is_derived and all(one.of is not Unit.EURO and not one.value for one in measure.counts)
    if not rounds or not plain:
        return row.shown == exact
    if not measure.of_two:
        return row.shown % _STEP == 0 and abs(row.shown - exact) < _STEP / 2
    if row.status == CellStatus.CARRIED:
        return True
    top, below = _nearest(row.counted or 0), row.whole or 0
    below = below if row.line.below is None else _nearest(below)
    if measure.minus is not None:
        return row.shown == top - below
    share = Decimal(row.line.unit.multiplier * top) / Decimal(below)
    return Decimal(str(row.shown)) == share.quantize(Decimal(1).scaleb(-row.line.unit.decimals), ROUND_HALF_UP)


def _nearest(count: int) -> int:
    down = count - count % _STEP
    return down if count - down < _STEP / 2 else down + _STEP
