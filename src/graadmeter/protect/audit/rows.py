"""Reads published and measured cells row by row, with what the definitions say of each row."""

from collections.abc import Mapping
from typing import NamedTuple

import pyarrow as pa

from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.indicators import Count, Indicator, Measure, Unit
from graadmeter.domain.policies import Policy
from graadmeter.protect.audit.figures import What

_CENTS = 100


class Line(NamedTuple):
    """What all rows of one published series have in common."""

    indicator: str
    unit: Unit
    policy: Policy
    top: What
    below: What | None
    """What a share is a share of, when that is a count."""

    @property
    def scale(self) -> int:
        """Whole units in one unit of the published value."""
        return _CENTS if self.unit is Unit.EURO else 1


class Row(NamedTuple):
    """One cell as it is measured and as it is published."""

    line: Line
    area: str
    period: str
    shown: float | None
    status: str
    value: float | None
    numerator: float | None
    denominator: float | None
    contributors: int | None
    providers: int | None

    @property
    def counted(self) -> int | None:
        """The count itself, of a share the count above the line; amounts in cents."""
        exact = self.numerator if self.line.unit.is_share else self.value
        return None if exact is None else round(exact * self.line.scale)

    @property
    def whole(self) -> int | None:
        """The count or population below the line of a share."""
        return None if self.denominator is None else round(self.denominator)


def rows_of(
    published: pa.Table, measured: pa.Table, indicators: Mapping[str, Indicator], policies: Mapping[str, Policy]
) -> list[Row]:
    """The rows of two tables with the same keys in the same order."""
    outside = [published[name].to_pylist() for name in ("area", "period", "value", "status")]
    names = ("value", "numerator", "denominator", "contributors", "providers")
    inside = [measured[name].to_pylist() for name in names]
    marks = zip(*(published[name].to_pylist() for name in ("indicator", "unit", *DIMENSIONS)), strict=True)
    lines: dict[tuple[str, ...], Line] = {}
    rows = []
    for mark, *figures in zip(marks, *outside, *inside, strict=True):
        if mark not in lines:
            lines[mark] = _line(mark, indicators[mark[0]], policies)
        rows.append(Row(lines[mark], *figures))
    return rows


def _line(mark: tuple[str, ...], indicator: Indicator, policies: Mapping[str, Policy]) -> Line:
    unit, codes = mark[1], dict(zip(DIMENSIONS, mark[2:], strict=True))
    measure = next(one for one in indicator.measures if one.unit == unit and _has(codes, one))
    broken = {name: code for name, code in codes.items() if code != TOTAL and name not in measure.fixed}
    dimension, member = next(iter(broken.items()), (TOTAL, TOTAL))
    below = None
    if isinstance(measure.share_of, Count):
        below = What(measure.share_of, *((dimension, member) if dimension in measure.split else ()))
    return Line(mark[0], Unit(unit), policies[indicator.policy], What(measure.count, dimension, member), below)


def _has(codes: Mapping[str, str], measure: Measure) -> bool:
    return all(codes[name] == code for name, code in measure.fixed.items())
