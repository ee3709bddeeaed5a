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
    """The second of two counts: what a share is a share of, or what is taken off; the population is none."""
    measure: Measure

    @property
    def scale(self) -> int:
        """Whole units in one measured unit of what is counted."""
        return _cents(self.top)

    @property
    def scale_below(self) -> int:
        """The same of the second count."""
        return _cents(self.below)


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
        exact = self.numerator if self.line.measure.of_two else self.value
        return None if exact is None else round(exact * self.line.scale)

    @property
    def whole(self) -> int | None:
        """The second count, or the population below the line; amounts in cents."""
        return None if self.denominator is None else round(self.denominator * self.line.scale_below)


def _cents(what: What | None) -> int:
    return _CENTS if what is not None and what.of.of is Unit.EURO else 1


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
    fitting = [one for one in indicator.measures if one.unit == unit and _has(codes, one)]
    measure = max(fitting, key=lambda one: len(one.fixed))
    broken = {name: code for name, code in codes.items() if code != TOTAL and name not in measure.fixed}
    dimension, member = next(iter(broken.items()), (TOTAL, TOTAL))
    top, below = What(measure.count, dimension, member), None
    if measure.minus is not None:
        below = What(measure.minus, dimension, member)
    elif isinstance(measure.share_of, Count):
        below = What(measure.share_of, *((dimension, member) if dimension in measure.split else ()))
    return Line(mark[0], Unit(unit), policies[indicator.policy], top, below, measure)


def _has(codes: Mapping[str, str], measure: Measure) -> bool:
    return all(codes[name] == code for name, code in measure.fixed.items())
