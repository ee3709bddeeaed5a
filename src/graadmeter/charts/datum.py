"""A published figure as pictures, sentences and tables need it: its value or why there is none, its interval."""

from dataclasses import dataclass

from graadmeter.charts.numbers import bare, written
from graadmeter.domain.indicators import Unit
from graadmeter.domain.intervals import byar, wilson
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang, Text

_ROUNDED = Text("afgerond {number}", "{number} (rounded)")
_SHOWN = tuple(status for status in CellStatus if status.has_value)


@dataclass(frozen=True, slots=True)
class Datum:
    """A figure of a release. `low` and `high` are its 95 % interval in the same unit, where one can be given."""

    unit: Unit
    value: float | None
    status: CellStatus
    low: float | None = None
    high: float | None = None
    rounded: bool = False
    """Whether a nought may stand for a small count: it is then never called a true zero."""

    @property
    def shown(self) -> bool:
        """Whether there is a value to show."""
        return self.value is not None and self.status in _SHOWN

    @property
    def figure(self) -> float:
        """The value; raises ValueError for a figure that is not shown."""
        if self.value is None or not self.shown:
            raise ValueError(f"a figure with status {self.status.value} has no value to show")
        return self.value

    @property
    def provisional(self) -> bool:
        """Whether the figure may still change through late deliveries."""
        return self.status is CellStatus.PROVISIONAL

    @property
    def has_interval(self) -> bool:
        """Whether chance has been quantified."""
        return self.shown and self.low is not None and self.high is not None

    @property
    def bounds(self) -> tuple[float, float]:
        """The interval, or twice the value where there is none."""
        if self.low is None or self.high is None:
            return self.figure, self.figure
        return self.low, self.high

    def text(self, lang: Lang) -> str:
        """The figure with its unit, or the word for why it is not shown."""
        return self.said(written(self.figure, self.unit, lang), lang) if self.shown else self.status.label.within(lang)

    def short(self, lang: Lang) -> str:
        """The figure without its unit, or the word for why it is not shown."""
        return bare(self.figure, self.unit, lang) if self.shown else self.status.label.within(lang)

    def said(self, number: str, lang: Lang) -> str:
        """The written number as it stands in a sentence: of a nought that may be a small count, that it is rounded."""
        return _ROUNDED.fill(number=number).within(lang) if self.rounded and self.figure == 0 else number

    def against(self, reference: "Datum") -> int | None:
        """1 when demonstrably higher than the reference figure, -1 when lower, 0 within chance, None when unknown.

        Demonstrably: the 95 % interval does not hold the reference value.
        """
        if not self.has_interval or not reference.shown:
            return None
        low, high = self.bounds
        return (low > reference.figure) - (high < reference.figure)

    def changed_from(self, earlier: "Datum") -> int | None:
        """1 when demonstrably risen since the earlier figure, -1 when fallen, 0 within chance, None when unknown.

        Demonstrably: the two 95 % intervals do not overlap.
        """
        if not self.has_interval or not earlier.has_interval:
            return None
        return (self.bounds[0] > earlier.bounds[1]) - (self.bounds[1] < earlier.bounds[0])


def with_interval(
    unit: Unit,
    value: float | None,
    status: CellStatus,
    count: float | None = None,
    *,
    base: float | None = None,
) -> Datum:
    """The datum with its interval. For a share, `count` is the published number above the line, `base` the one below.

    One of the two is enough: the share gives the other. Without both, and for a share of nought without a base, there
    is no interval. Money, days, quotients and differences have none.
    """
    plain = Datum(unit, value, status)
    if not plain.shown or not (unit.is_count or unit.is_share):
        return plain
    figure = plain.figure
    if unit.is_count:
        return Datum(unit, value, status, *byar(max(figure, 0.0)))
    share = figure / unit.multiplier
    whole = base or (count / share if count and share > 0 else 0.0)
    if whole <= 0 or share > 1:
        return plain
    low, high = wilson(share * whole, whole)
    return Datum(unit, value, status, low * unit.multiplier, high * unit.multiplier)
